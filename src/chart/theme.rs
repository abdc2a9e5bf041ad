//! Colours and sizes that the surface chooses; the page passes those of its style sheet.

/// Red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// CSS pixels, and device pixels per CSS pixel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    pub width: f64,
    pub height: f64,
    /// `devicePixelRatio` on a screen, 1 in an SVG.
    pub scale: f64,
}

/// The colours of a chart. Text keeps 4.5:1 and graphics 3:1 against `background`.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// A CSS font family.
    pub font: String,
    /// Of axis labels, CSS pixels; other sizes follow.
    pub font_size: f64,
    pub background: Rgb,
    pub text: Rgb,
    /// Axis labels and notes.
    pub muted: Rgb,
    /// Thin lines behind the data; decoration.
    pub grid: Rgb,
    /// Baselines, hatching of missing values.
    pub line: Rgb,
    /// The main series: working days, bars.
    pub accent: Rgb,
    /// Saturdays; the second direction.
    pub second: Rgb,
    /// Sundays.
    pub third: Rgb,
    /// Above the limit.
    pub warning: Rgb,
    /// The lightest and the darkest class of the heat map.
    pub heat: (Rgb, Rgb),
}

impl Theme {
    #[must_use]
    pub fn light() -> Self {
        Self {
            font: "system-ui, sans-serif".to_owned(),
            font_size: 13.0,
            background: Rgb(0xff, 0xff, 0xff),
            text: Rgb(0x1a, 0x23, 0x2e),
            muted: Rgb(0x55, 0x60, 0x6d),
            grid: Rgb(0xe4, 0xe8, 0xed),
            line: Rgb(0x7d, 0x88, 0x96),
            accent: Rgb(0x0b, 0x62, 0x9b),
            second: Rgb(0xb4, 0x55, 0x00),
            third: Rgb(0x8a, 0x3f, 0x8f),
            warning: Rgb(0xb8, 0x2c, 0x3c),
            heat: (Rgb(0xe3, 0xee, 0xf6), Rgb(0x08, 0x3a, 0x66)),
        }
    }

    #[must_use]
    pub fn dark() -> Self {
        Self {
            font: "system-ui, sans-serif".to_owned(),
            font_size: 13.0,
            background: Rgb(0x14, 0x1a, 0x21),
            text: Rgb(0xec, 0xf0, 0xf4),
            muted: Rgb(0xa9, 0xb4, 0xc0),
            grid: Rgb(0x2b, 0x34, 0x3f),
            line: Rgb(0x76, 0x83, 0x92),
            accent: Rgb(0x5f, 0xb3, 0xe6),
            second: Rgb(0xf2, 0xa6, 0x54),
            third: Rgb(0xd0, 0x93, 0xdb),
            warning: Rgb(0xff, 0x8a, 0x8a),
            heat: (Rgb(0x1d, 0x33, 0x45), Rgb(0xb9, 0xe1, 0xfa)),
        }
    }

    /// The accent for bars under a line: 3:1 against the background, and the line stands out from it.
    #[must_use]
    pub fn pale_accent(&self) -> Rgb {
        self.background.towards(self.accent, 0.7)
    }

    /// Relative brightness by the formula of WCAG 2.2, without its power function:
    /// good enough to choose black or white text, not for a test of contrast.
    #[must_use]
    pub(super) fn is_light(colour: Rgb) -> bool {
        let Rgb(r, g, b) = colour;
        2126 * u32::from(r) + 7152 * u32::from(g) + 722 * u32::from(b) > 1_400_000
    }
}

impl Rgb {
    /// The colour `share` (0–1) of the way to `other`.
    #[must_use]
    pub fn towards(self, other: Self, share: f64) -> Self {
        let mix = |from: u8, to: u8| {
            let value = f64::from(from) + (f64::from(to) - f64::from(from)) * share.clamp(0.0, 1.0);
            // Between two bytes, so it is a byte.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let byte = value.round() as u8;
            byte
        };
        Self(
            mix(self.0, other.0),
            mix(self.1, other.1),
            mix(self.2, other.2),
        )
    }
}
