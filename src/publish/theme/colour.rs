//! Colours as WCAG and Oklab see them: relative luminance, contrast, and the same colour lighter or darker.
//!
//! Contrast: WCAG 2.2, "relative luminance" and "contrast ratio". Oklab: B. Ottosson, "A perceptual color space for
//! image processing", 2020.

// 2026-11-26: the letters are those of the formulas.
#![allow(clippy::many_single_char_names)]

use std::fmt;

/// Red, green and blue of sRGB, 0–255.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

pub const WHITE: Colour = Colour(255, 255, 255);
pub const BLACK: Colour = Colour(0, 0, 0);

/// How far lightness moves at a time, of 0–1: no eye sees one step.
const STEP: f64 = 0.005;

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

impl Colour {
    /// `#rrggbb` or `#rgb`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let hex = text.trim().strip_prefix('#')?;
        let digits: Vec<u8> = hex
            .chars()
            .map(|digit| {
                digit
                    .to_digit(16)
                    .and_then(|digit| u8::try_from(digit).ok())
            })
            .collect::<Option<_>>()?;
        match digits.as_slice() {
            [r, g, b] => Some(Self(r * 17, g * 17, b * 17)),
            [r1, r2, g1, g2, b1, b2] => Some(Self(r1 * 16 + r2, g1 * 16 + g2, b1 * 16 + b2)),
            _ => None,
        }
    }

    /// 0 for black, 1 for white.
    #[must_use]
    pub fn luminance(self) -> f64 {
        let [r, g, b] = self.linear();
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// From 1 to 21.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// The least contrast with any of these.
    #[must_use]
    pub fn least_contrast(self, others: &[Self]) -> f64 {
        others
            .iter()
            .map(|other| self.contrast(*other))
            .fold(f64::INFINITY, f64::min)
    }

    /// `share` (0–1) of the way to `other`, in sRGB.
    #[must_use]
    pub fn towards(self, other: Self, share: f64) -> Self {
        let mix =
            |from: u8, to: u8| byte(f64::from(from) + (f64::from(to) - f64::from(from)) * share);
        Self(
            mix(self.0, other.0),
            mix(self.1, other.1),
            mix(self.2, other.2),
        )
    }

    /// The colour itself where it has `ratio` with all of `grounds`; else the nearest of its hue that has, lighter or
    /// darker. `None` where neither black nor white has.
    #[must_use]
    pub fn readable(self, grounds: &[Self], ratio: f64) -> Option<Self> {
        let holds = |colour: Self| colour.least_contrast(grounds) >= ratio;
        if holds(self) {
            return Some(self);
        }
        let [lightness, a, b] = self.oklab();
        let steps = 1..=200;
        steps
            .flat_map(|step| [-1.0, 1.0].map(|way| lightness + way * f64::from(step) * STEP))
            .filter(|lightness| (0.0..=1.0).contains(lightness))
            .map(|lightness| Self::from_oklab([lightness, a, b]))
            .chain([BLACK, WHITE])
            .find(|colour| holds(*colour))
    }

    fn linear(self) -> [f64; 3] {
        [self.0, self.1, self.2].map(|byte| {
            let value = f64::from(byte) / 255.0;
            if value <= 0.040_45 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        })
    }

    fn oklab(self) -> [f64; 3] {
        let [r, g, b] = self.linear();
        let l = (0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b).cbrt();
        let m = (0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b).cbrt();
        let s = (0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b).cbrt();
        [
            0.210_454_255_3 * l + 0.793_617_785 * m - 0.004_072_046_8 * s,
            1.977_998_495_1 * l - 2.428_592_205 * m + 0.450_593_709_9 * s,
            0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766 * s,
        ]
    }

    /// With less colour where sRGB has none so strong at this lightness.
    fn from_oklab([lightness, a, b]: [f64; 3]) -> Self {
        let mut share = 1.0;
        loop {
            let [r, g, blue] = linear_of([lightness, a * share, b * share]);
            let is_inside = [r, g, blue]
                .iter()
                .all(|v| (-0.000_1..=1.000_1).contains(v));
            if is_inside || share <= 0.0 {
                return Self(encode(r), encode(g), encode(blue));
            }
            share -= 0.05;
        }
    }
}

fn linear_of([lightness, a, b]: [f64; 3]) -> [f64; 3] {
    let l = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
    let m = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
    let s = (lightness - 0.089_484_177_5 * a - 1.291_485_548 * b).powi(3);
    [
        4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
        -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
        -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701 * s,
    ]
}

fn encode(linear: f64) -> u8 {
    let value = linear.clamp(0.0, 1.0);
    byte(
        255.0
            * if value <= 0.003_130_8 {
                12.92 * value
            } else {
                1.055 * value.powf(1.0 / 2.4) - 0.055
            },
    )
}

// Between two bytes, so it is a byte.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn byte(value: f64) -> u8 {
    value.round().clamp(0.0, 255.0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_wcag() {
        // Worked by hand from the formula: 777777 has a luminance of 0.1845, the well-known case just under 4.5.
        let grey = Colour::parse("#777777").unwrap();
        assert!((grey.contrast(WHITE) - 4.478).abs() < 0.001);
        assert!((Colour::parse("#767676").unwrap().contrast(WHITE) - 4.542).abs() < 0.001);
        assert!((WHITE.contrast(BLACK) - 21.0).abs() < 1e-9);
    }

    #[test]
    fn a_colour_is_read_as_css_writes_it() {
        assert_eq!(Colour::parse("#fff"), Some(WHITE));
        assert_eq!(Colour::parse("#1C4a8c"), Some(Colour(0x1c, 0x4a, 0x8c)));
        for text in ["", "#", "blue", "#12345", "#1234567", "#12g", "1c4a8c"] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }

    #[test]
    fn there_and_back_is_the_same_colour() {
        for text in [
            "#1c4a8c", "#ffcc00", "#00ff00", "#ff00ff", "#010203", "#fefefe",
        ] {
            let colour = Colour::parse(text).unwrap();
            assert_eq!(Colour::from_oklab(colour.oklab()), colour, "{text}");
        }
    }

    #[test]
    fn a_readable_colour_stays_and_another_keeps_its_hue() {
        let blue = Colour::parse("#1c4a8c").unwrap();
        assert_eq!(blue.readable(&[WHITE], 4.5), Some(blue));
        let yellow = Colour::parse("#ffcc00").unwrap();
        let darker = yellow.readable(&[WHITE], 4.5).unwrap();
        assert!(darker.contrast(WHITE) >= 4.5);
        assert!(darker.0 > darker.1 && darker.1 > darker.2, "{darker}");
        let grey = Colour::parse("#777777").unwrap();
        assert_eq!(grey.readable(&[WHITE, BLACK], 7.0), None);
    }
}
