//! The colours of a page made of the few that a town chooses, so that everything can be read: text has 4.5:1 and
//! graphics 3:1 against whatever they stand on (WCAG 2.2, 1.4.3 and 1.4.11). A colour that is too weak is made darker
//! or lighter until it is strong enough; grounds on which nothing could be are refused.

use super::colour::{BLACK, Colour, WHITE};

/// Text, and graphics, against their ground.
pub const TEXT: f64 = 4.5;
pub const GRAPHIC: f64 = 3.0;
/// Black or white on a ground; with less, quiet text and links would not differ from text.
pub const GROUND: f64 = 9.0;

/// What a town chooses for one scheme; what it leaves open is that of the app.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    pub accent: Option<Colour>,
    /// The plate with the street's name.
    pub sign: Option<Colour>,
    pub second: Option<Colour>,
    pub third: Option<Colour>,
    pub ground: Option<Colour>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    Light,
    Dark,
}

/// A colour that was not used as it was chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Correction {
    pub scheme: Scheme,
    pub name: &'static str,
    pub chosen: Colour,
    /// Its least contrast with what it stands on, and what is needed.
    pub contrast: f64,
    pub needed: f64,
    pub used: Colour,
}

/// A ground on which nothing could be read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Refused {
    pub scheme: Scheme,
    pub ground: Colour,
    pub contrast: f64,
}

/// CSS custom properties without `--color-`, and their values.
pub type Palette = Vec<(&'static str, Colour)>;

/// What the app has where a town chooses nothing (`style/tokens.css`).
struct Base {
    ground: Colour,
    surface: Colour,
    text: Colour,
    quiet: Colour,
    edge: Colour,
    accent: Colour,
    second: Colour,
    third: Colour,
    sign: Colour,
}

const fn hex(rgb: u32) -> Colour {
    let [_, r, g, b] = rgb.to_be_bytes();
    Colour(r, g, b)
}

const LIGHT: Base = Base {
    ground: hex(0x00f4_f6f8),
    surface: WHITE,
    text: hex(0x0015_202b),
    quiet: hex(0x004d_5b69),
    edge: hex(0x0074_8292),
    accent: hex(0x001c_4a8c),
    second: hex(0x00b0_540a),
    third: hex(0x0087_418c),
    sign: hex(0x001c_4a8c),
};

const DARK: Base = Base {
    ground: hex(0x0010_151c),
    surface: hex(0x0018_202a),
    text: hex(0x00e9_eef4),
    quiet: hex(0x00a9_b6c4),
    edge: hex(0x0083_93a5),
    accent: hex(0x008f_b8f2),
    second: hex(0x00f0_a65a),
    third: hex(0x00d1_9be0),
    sign: hex(0x001a_3f76),
};

/// All colours of a scheme, and what was changed of those that were chosen.
///
/// # Errors
/// A ground on which black and white have less than 9:1.
pub fn palette(scheme: Scheme, choice: &Choice) -> Result<(Palette, Vec<Correction>), Refused> {
    let base = match scheme {
        Scheme::Light => LIGHT,
        Scheme::Dark => DARK,
    };
    let ground = choice.ground.unwrap_or(base.ground);
    // What is written on it: the ground decides, whatever the scheme is called.
    let ink = if ground.contrast(BLACK) >= ground.contrast(WHITE) {
        BLACK
    } else {
        WHITE
    };
    let contrast = ground.contrast(ink);
    if contrast < GROUND {
        return Err(Refused {
            scheme,
            ground,
            contrast,
        });
    }
    let away = if ink == BLACK { WHITE } else { BLACK };
    let surface = match choice.ground {
        None => base.surface,
        // Cards lie a little above the ground.
        Some(ground) if ink == BLACK => ground.towards(away, 0.6),
        Some(ground) => ground.towards(ink, 0.04),
    };
    let sunken = ground.towards(ink, 0.06);
    let mut made = Made {
        scheme,
        corrections: Vec::new(),
    };
    let accent = choice.accent.unwrap_or(base.accent);
    let soft = surface.towards(accent, 0.12);
    let grounds = [ground, surface, sunken, soft];
    let text = made.own(base.text, &grounds, TEXT, ink);
    let quiet = made.own(base.quiet, &grounds, TEXT, ink);
    let accent = made.chosen("accent", choice.accent, base.accent, &grounds, TEXT, ink);
    let strong = made.own(accent.towards(ink, 0.25), &grounds, TEXT, ink);
    let on_accent = best(&[WHITE, BLACK, ground], &[accent, strong]);
    let sign = choice
        .sign
        .or(choice.accent.filter(|_| scheme == Scheme::Light))
        .unwrap_or(base.sign);
    let sign_text = best(&[WHITE, BLACK], &[sign]);
    let sign_quiet = made.own(sign_text.towards(sign, 0.15), &[sign], TEXT, sign_text);
    let edge = made.own(base.edge, &[ground, surface, sunken], GRAPHIC, ink);
    let second = made.chosen(
        "second",
        choice.second,
        base.second,
        &[surface],
        GRAPHIC,
        ink,
    );
    let third = made.chosen("third", choice.third, base.third, &[surface], GRAPHIC, ink);
    let heat_low = surface.towards(accent, 0.12);
    let heat_high = made.own(
        accent.towards(ink, 0.35),
        &[heat_low, surface],
        GRAPHIC,
        ink,
    );
    let palette = vec![
        ("ground", ground),
        ("surface", surface),
        ("sunken", sunken),
        ("text", text),
        ("quiet", quiet),
        ("line", ground.towards(ink, 0.14)),
        ("edge", edge),
        ("accent", accent),
        ("accent-strong", strong),
        ("accent-soft", soft),
        ("on-accent", on_accent),
        ("on-accent-quiet", on_accent),
        ("focus", strong),
        ("focus-halo", ground),
        ("sign", sign),
        ("sign-text", sign_text),
        ("sign-quiet", sign_quiet),
        ("chart-grid", surface.towards(ink, 0.1)),
        ("chart-second", second),
        ("chart-third", third),
        ("heat-low", heat_low),
        ("heat-high", heat_high),
    ];
    Ok((palette, made.corrections))
}

/// Of these the one that can be read best on all of the grounds.
fn best(colours: &[Colour], grounds: &[Colour]) -> Colour {
    let by_contrast = |a: &&Colour, b: &&Colour| {
        a.least_contrast(grounds)
            .total_cmp(&b.least_contrast(grounds))
    };
    colours.iter().max_by(by_contrast).copied().unwrap_or(BLACK)
}

struct Made {
    scheme: Scheme,
    corrections: Vec<Correction>,
}

impl Made {
    /// One of ours, changed without a word.
    #[allow(clippy::unused_self)]
    fn own(&self, colour: Colour, grounds: &[Colour], needed: f64, ink: Colour) -> Colour {
        colour.readable(grounds, needed).unwrap_or(ink)
    }

    /// The town's where it chose one; a change of it is told.
    fn chosen(
        &mut self,
        name: &'static str,
        chosen: Option<Colour>,
        usual: Colour,
        grounds: &[Colour],
        needed: f64,
        ink: Colour,
    ) -> Colour {
        let wanted = chosen.unwrap_or(usual);
        let used = self.own(wanted, grounds, needed, ink);
        if let Some(chosen) = chosen
            && chosen != used
        {
            self.corrections.push(Correction {
                scheme: self.scheme,
                name,
                chosen,
                contrast: chosen.least_contrast(grounds),
                needed,
                used,
            });
        }
        used
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pairs that stand on each other: what, on what, and the contrast that is needed.
    const PAIRS: &[(&str, &[&str], f64)] = &[
        (
            "text",
            &["ground", "surface", "sunken", "accent-soft"],
            TEXT,
        ),
        (
            "quiet",
            &["ground", "surface", "sunken", "accent-soft"],
            TEXT,
        ),
        (
            "accent",
            &["ground", "surface", "sunken", "accent-soft"],
            TEXT,
        ),
        (
            "accent-strong",
            &["ground", "surface", "sunken", "accent-soft"],
            TEXT,
        ),
        ("on-accent", &["accent", "accent-strong"], TEXT),
        ("on-accent-quiet", &["accent"], TEXT),
        ("sign-text", &["sign"], TEXT),
        ("sign-quiet", &["sign"], TEXT),
        ("edge", &["ground", "surface", "sunken"], GRAPHIC),
        ("focus", &["ground", "surface", "sunken"], GRAPHIC),
        ("focus-halo", &["focus"], GRAPHIC),
        ("chart-second", &["surface"], GRAPHIC),
        ("chart-third", &["surface"], GRAPHIC),
        ("heat-high", &["heat-low", "surface"], GRAPHIC),
    ];

    fn colour(random: &mut u64) -> Colour {
        // xorshift64: any seed will do.
        *random ^= *random << 13;
        *random ^= *random >> 7;
        *random ^= *random << 17;
        let [r, g, b, ..] = random.to_le_bytes();
        Colour(r, g, b)
    }

    fn of(palette: &Palette, name: &str) -> Colour {
        palette.iter().find(|(known, _)| *known == name).unwrap().1
    }

    fn assert_readable(palette: &Palette, what: &str) {
        for (name, grounds, needed) in PAIRS {
            for ground in *grounds {
                let contrast = of(palette, name).contrast(of(palette, ground));
                assert!(
                    contrast >= *needed,
                    "{what}: {name} on {ground} has {contrast:.2}, needs {needed}: {palette:?}"
                );
            }
        }
    }

    #[test]
    fn the_app_own_colours_need_no_correction() {
        for scheme in [Scheme::Light, Scheme::Dark] {
            let (made, corrections) = palette(scheme, &Choice::default()).unwrap();
            assert_readable(&made, "own");
            assert_eq!(corrections, []);
        }
    }

    #[test]
    fn ten_thousand_random_palettes_can_be_read_or_are_refused() {
        let mut random = 20_261_126;
        let (mut made, mut refused, mut corrected) = (0, 0, 0);
        for i in 0..10_000 {
            let choice = Choice {
                accent: Some(colour(&mut random)),
                sign: Some(colour(&mut random)),
                second: Some(colour(&mut random)),
                third: Some(colour(&mut random)),
                ground: (i % 2 == 0).then(|| colour(&mut random)),
            };
            for scheme in [Scheme::Light, Scheme::Dark] {
                match palette(scheme, &choice) {
                    Ok((palette, corrections)) => {
                        assert_readable(&palette, &format!("{scheme:?} {choice:?}"));
                        made += 1;
                        corrected += usize::from(!corrections.is_empty());
                    }
                    Err(refusal) => {
                        assert_eq!(Some(refusal.ground), choice.ground);
                        assert!(refusal.contrast < GROUND);
                        refused += 1;
                    }
                }
            }
        }
        // Neither all nor nothing: grounds in the middle are refused, most accents are corrected on some ground.
        assert!(
            made > 12_000 && refused > 2_000 && corrected > 5_000,
            "{made} {refused} {corrected}"
        );
    }

    #[test]
    fn a_correction_says_what_was_wrong() {
        let choice = Choice {
            accent: Colour::parse("#ffcc00"),
            ..Choice::default()
        };
        let (made, corrections) = palette(Scheme::Light, &choice).unwrap();
        let [
            Correction {
                name: "accent",
                chosen,
                contrast,
                used,
                ..
            },
        ] = corrections.as_slice()
        else {
            panic!("{corrections:?}");
        };
        assert_eq!(Some(*chosen), choice.accent);
        assert!(*contrast < 1.6);
        assert_eq!(of(&made, "accent"), *used);
    }
}
