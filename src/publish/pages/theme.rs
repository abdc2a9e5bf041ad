//! The colours of the app's style sheet, for drawings on pages without a program.

use crate::chart::{Rgb, Theme};

/// What every page of the product looks like.
pub const TOKENS: &str = include_str!("../../../style/tokens.css");

/// Light and dark.
#[must_use]
pub fn themes() -> (Theme, Theme) {
    (
        theme(Theme::light(), &light()),
        theme(Theme::dark(), &dark()),
    )
}

/// The blocks of the style sheet that hold in the dark.
fn dark() -> String {
    let blocks = TOKENS.split("@media ").skip(1);
    blocks
        .filter_map(|block| block.strip_prefix("(prefers-color-scheme: dark)"))
        .filter_map(|block| block.split('}').next())
        .collect()
}

/// Those that hold always.
fn light() -> String {
    let mut out = String::new();
    for (place, block) in TOKENS.split("@media ").enumerate() {
        // A block of a condition ends with the brace of the rule in it and its own.
        let always = if place == 0 {
            Some(block)
        } else {
            block.split_once("}\n}").map(|(_, after)| after)
        };
        out.push_str(always.unwrap_or_default());
    }
    out
}

/// A name in the style sheet, and where a theme has its colour.
pub type Role = (&'static str, fn(&mut Theme) -> &mut Rgb);

/// The colours of a drawing that are the style sheet's own.
pub const ROLES: [Role; 11] = [
    ("surface", |theme| &mut theme.background),
    ("text", |theme| &mut theme.text),
    ("quiet", |theme| &mut theme.muted),
    ("chart-grid", |theme| &mut theme.grid),
    ("edge", |theme| &mut theme.line),
    ("accent", |theme| &mut theme.accent),
    ("chart-second", |theme| &mut theme.second),
    ("chart-third", |theme| &mut theme.third),
    ("bad-edge", |theme| &mut theme.warning),
    ("heat-low", |theme| &mut theme.heat.0),
    ("heat-high", |theme| &mut theme.heat.1),
];

fn theme(mut theme: Theme, block: &str) -> Theme {
    for (name, slot) in ROLES {
        let found = block.split_once(&format!("--color-{name}: #"));
        let hex = found.and_then(|(_, after)| after.get(..6));
        let rgb = hex.and_then(|hex| u32::from_str_radix(hex, 16).ok());
        if let Some(rgb) = rgb {
            let [_, r, g, b] = rgb.to_be_bytes();
            *slot(&mut theme) = Rgb(r, g, b);
        }
    }
    theme
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_has_the_colours_of_the_style_sheet() {
        let (light, dark) = themes();
        assert_eq!(light.accent, Rgb(0x1c, 0x4a, 0x8c));
        assert_eq!(dark.accent, Rgb(0x8f, 0xb8, 0xf2));
        assert_eq!(light.heat.0, Rgb(0xe3, 0xec, 0xf7));
        assert_eq!(dark.second, Rgb(0xf0, 0xa6, 0x5a));
        assert_eq!(light.background, Rgb(0xff, 0xff, 0xff));
    }
}
