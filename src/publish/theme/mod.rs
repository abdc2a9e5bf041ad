//! A town's theme: few colours, a font and a logo in the town file; a style sheet in the folder, `theme.css`, which
//! the page loads after its own. A town without a theme has the file too, and nothing in it.

mod colour;
mod palette;

use super::town_toml::{RawPalette, RawTheme};
use colour::Colour;
use palette::{Choice, Correction, GROUND, Palette, Scheme, palette};
use std::fmt::Write as _;
use std::ops::Range;
use std::path::Path;
use toml::Spanned;

/// Where the style sheet lies in the folder.
pub const PATH: &str = "theme.css";
/// A logo is seen on every page.
const LARGEST_LOGO: u64 = 50_000;

/// The fonts that the app hosts, with what stands in for them until they are there.
const FONTS: [(&str, Option<&str>); 4] = [
    ("system", None),
    (
        "atkinson",
        Some("\"Atkinson Hyperlegible Next\", system-ui, sans-serif"),
    ),
    ("inter", Some("\"Inter\", system-ui, sans-serif")),
    ("source-serif", Some("\"Source Serif 4\", Georgia, serif")),
];

/// A theme as it is published.
#[derive(Clone, Debug, Default)]
pub struct Theme {
    pub css: String,
    /// The logo's file beside the town file, its place in there, and its path in the folder.
    pub logo: Option<(String, Range<usize>, String)>,
    /// What was changed so that everything can be read.
    pub notes: Vec<String>,
}

/// What is wrong, and where in the town file.
type Wrong = (Range<usize>, String);

impl Theme {
    /// # Errors
    /// A colour, font or logo that is none, and a ground on which nothing could be read.
    pub(super) fn of(raw: &RawTheme) -> Result<Self, Wrong> {
        let mut theme = Self::default();
        let mut properties = String::new();
        if let Some(font) = &raw.font {
            let known = FONTS.iter().find(|(name, _)| name == font.get_ref());
            let Some((_, family)) = known else {
                let names = FONTS.map(|(name, _)| name).join(", ");
                return Err((
                    font.span(),
                    format!(
                        "the app has no font {:?}; expected one of {names}",
                        font.get_ref()
                    ),
                ));
            };
            if let Some(family) = family {
                let _ = write!(properties, "--font:{family};");
            }
        }
        if let Some(logo) = &raw.logo {
            let path = logo_path(logo)?;
            let _ = writeln!(
                theme.css,
                ".wordmark-sign{{inline-size:2rem;block-size:2rem;border:0;border-radius:0;box-shadow:none;background:url(\"{path}\") center/contain no-repeat}}"
            );
            theme.logo = Some((logo.get_ref().clone(), logo.span(), path));
        }
        let light = choice(&raw.light())?;
        let dark = raw
            .dark
            .as_ref()
            .map(|dark| choice(dark.get_ref()))
            .transpose()?;
        let dark = dark.unwrap_or_default();
        if !properties.is_empty() {
            let _ = writeln!(theme.css, ":root{{{properties}}}");
        }
        if light != Choice::default() || dark != Choice::default() {
            let dark_span = raw.dark.as_ref().map_or(0..0, Spanned::span);
            let refused = |span: Range<usize>| {
                move |refused: palette::Refused| {
                    (
                        span,
                        format!(
                            "{} is neither light nor dark: the best text on it has {:.1}:1, and {:.0}:1 is needed for links and quiet text to be readable too; expected a lighter or a darker ground",
                            refused.ground, refused.contrast, GROUND
                        ),
                    )
                }
            };
            let ground_span = raw.ground.as_ref().map_or(0..0, Spanned::span);
            let (light, mut corrections) =
                palette(Scheme::Light, &light).map_err(refused(ground_span))?;
            let (dark, more) = palette(Scheme::Dark, &dark).map_err(refused(dark_span))?;
            corrections.extend(more);
            theme.css.push_str(&css(&light, &dark));
            theme.notes = corrections.iter().map(note).collect();
        }
        Ok(theme)
    }
}

/// A page may be asked to be light or dark, whatever the reader's system is (`data-scheme`).
fn css(light: &Palette, dark: &Palette) -> String {
    let declarations = |palette: &Palette| {
        palette
            .iter()
            .fold(String::new(), |mut out, (name, colour)| {
                let _ = write!(out, "--color-{name}:{colour};");
                out
            })
    };
    let (light, dark) = (declarations(light), declarations(dark));
    format!(
        ":root{{{light}}}\n@media (prefers-color-scheme:dark){{:root:not([data-scheme=light]){{{dark}}}}}\n:root[data-scheme=dark]{{{dark}}}\n"
    )
}

fn note(correction: &Correction) -> String {
    let Correction {
        scheme,
        name,
        chosen,
        contrast,
        needed,
        used,
    } = correction;
    let scheme = match scheme {
        Scheme::Light => "light",
        Scheme::Dark => "dark",
    };
    format!(
        "theme ({scheme}): {name} {chosen} has {contrast:.1}:1 against what it stands on and needs {needed}:1; {used} is used"
    )
}

fn choice(raw: &RawPalette) -> Result<Choice, Wrong> {
    Ok(Choice {
        accent: colour(raw.accent.as_ref())?,
        sign: colour(raw.sign.as_ref())?,
        second: colour(raw.second.as_ref())?,
        third: colour(raw.third.as_ref())?,
        ground: colour(raw.ground.as_ref())?,
    })
}

fn colour(written: Option<&Spanned<String>>) -> Result<Option<Colour>, Wrong> {
    written
        .map(|text| {
            Colour::parse(text.get_ref()).ok_or_else(|| {
                (
                    text.span(),
                    format!("{:?} is no colour; expected #rrggbb", text.get_ref()),
                )
            })
        })
        .transpose()
}

/// Under a name of ours in the folder.
fn logo_path(logo: &Spanned<String>) -> Result<String, Wrong> {
    let kind = Path::new(logo.get_ref())
        .extension()
        .and_then(|kind| kind.to_str());
    let kind = kind.unwrap_or_default().to_ascii_lowercase();
    if matches!(kind.as_str(), "svg" | "png" | "webp") {
        Ok(format!("theme/logo.{kind}"))
    } else {
        Err((
            logo.span(),
            format!(
                "{:?}: expected a logo as .svg, .png or .webp",
                logo.get_ref()
            ),
        ))
    }
}

impl Theme {
    /// What goes into the published folder: paths and bytes. `folder` is that of the town file.
    ///
    /// # Errors
    /// A logo that cannot be read or is too large.
    pub fn files(&self, folder: &Path) -> Result<Vec<(String, Vec<u8>)>, String> {
        let mut files = vec![(PATH.to_owned(), self.css.clone().into_bytes())];
        if let Some((file, _, path)) = &self.logo {
            let from = folder.join(file);
            let bytes =
                std::fs::read(&from).map_err(|error| format!("{}: {error}", from.display()))?;
            if bytes.len() as u64 > LARGEST_LOGO {
                return Err(format!(
                    "{}: {} bytes; a logo is on every page, expected at most {LARGEST_LOGO}",
                    from.display(),
                    bytes.len()
                ));
            }
            files.push((path.clone(), bytes));
        }
        Ok(files)
    }
}

#[cfg(test)]
mod tests {
    use crate::publish::town_file::{Plan, parse};

    const TOWN: &str = "[town]\nid = \"a\"\nnames = { nl = \"A\" }\nzone = \"Europe/Brussels\"\nlanguages = [\"nl\"]\ncentre = [3.26, 50.83]\n\n";

    fn theme(text: &str) -> Result<super::Theme, String> {
        match parse("town.toml", &format!("{TOWN}{text}")) {
            Ok(Plan::Town(file)) => Ok(file.theme),
            Ok(Plan::Demonstration { .. }) => panic!("a town was expected"),
            Err(error) => Err(error.to_string()),
        }
    }

    #[test]
    fn a_town_without_a_theme_has_an_empty_sheet() {
        assert_eq!(theme("").unwrap().css, "");
    }

    #[test]
    fn a_theme_is_a_sheet_for_light_and_dark() {
        let theme = theme("[theme]\naccent = \"#c8102e\"\nfont = \"atkinson\"\n[theme.dark]\naccent = \"#ff8095\"\n").unwrap();
        assert!(
            theme.css.contains("--color-accent:#c8102e;"),
            "{}",
            theme.css
        );
        assert!(
            theme.css.contains("--color-accent:#ff8095;"),
            "{}",
            theme.css
        );
        assert!(theme.css.contains("Atkinson Hyperlegible Next"));
        assert!(theme.notes.is_empty(), "{:?}", theme.notes);
    }

    #[test]
    fn what_is_too_weak_is_changed_and_told() {
        let theme = theme("[theme]\naccent = \"#ffcc00\"\n").unwrap();
        let [note] = theme.notes.as_slice() else {
            panic!("{:?}", theme.notes);
        };
        assert!(
            note.starts_with("theme (light): accent #ffcc00 has 1."),
            "{note}"
        );
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        for (text, expected) in [
            (
                "[theme]\naccent = \"blue\"\n",
                "town.toml:9:10: \"blue\" is no colour; expected #rrggbb",
            ),
            (
                "[theme]\nfont = \"comic\"\n",
                "town.toml:9:8: the app has no font \"comic\"; expected one of system, atkinson, inter, source-serif",
            ),
            (
                "[theme]\nlogo = \"a.gif\"\n",
                "town.toml:9:8: \"a.gif\": expected a logo as .svg, .png or .webp",
            ),
            (
                "[theme]\nground = \"#808080\"\n",
                "town.toml:9:10: #808080 is neither light nor dark",
            ),
        ] {
            let error = theme(text).unwrap_err();
            assert!(error.starts_with(expected), "{error}");
        }
    }
}
