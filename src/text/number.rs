//! Numbers as a language writes them. Pure: the same text natively and in the browser.

use super::language::Language;
use super::words::Words;

/// A number with a fixed count of decimals: `1,234.5`, `1.234,5`; minus is U+2212.
/// Halves round away from zero. A number that is not finite gives a dash.
#[must_use]
pub fn decimal(language: Language, value: f64, decimals: u8) -> String {
    if !value.is_finite() {
        return "–".to_owned();
    }
    let style = language.number_style();
    let mut scale = 1.0;
    for _ in 0..decimals {
        scale *= 10.0;
    }
    let rounded = (value.abs() * scale).round() / scale;
    let digits = format!("{rounded:.*}", usize::from(decimals));
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let mut text = String::with_capacity(digits.len() + 6);
    if value < 0.0 && rounded > 0.0 {
        text.push('−');
    }
    let count = whole.len();
    for (position, digit) in whole.chars().enumerate() {
        if position > 0 && (count - position).is_multiple_of(3) {
            text.push(style.group);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(style.decimal);
        text.push_str(fraction);
    }
    text
}

/// Rounds to a multiple of `step`, halves away from zero.
#[must_use]
pub fn to_step(value: f64, step: f64) -> f64 {
    if step >= 1.0 {
        (value / step).round() * step
    } else if step > 0.0 {
        // Dividing by a whole number keeps 0.3 from becoming 0.30000000000000004.
        let inverse = (1.0 / step).round();
        (value * inverse).round() / inverse
    } else {
        value
    }
}

/// The step that two significant digits of an interval's width give (definitions 4.3):
/// a width of 126 gives 10, of 63 gives 1, of 0.8 gives 0.01. Never finer than `finest`.
#[must_use]
pub fn step_of_interval(interval: (f64, f64), finest: f64) -> f64 {
    let width = (interval.1 - interval.0).abs();
    if !width.is_finite() || width <= 0.0 {
        return finest;
    }
    let mut step = 1.0;
    while width >= step * 100.0 {
        step *= 10.0;
    }
    while width < step * 10.0 && step > finest {
        step /= 10.0;
    }
    if step < finest { finest } else { step }
}

/// The step that leaves two significant digits of a value without an interval.
#[must_use]
pub fn step_of_value(value: f64) -> f64 {
    let mut step = 1.0;
    while value.abs() >= step * 100.0 {
        step *= 10.0;
    }
    step
}

impl Words {
    /// A whole number: `1,234`.
    #[must_use]
    pub fn whole(&self, value: f64) -> String {
        decimal(self.language(), value, 0)
    }

    /// A number with a fixed count of decimals: `1,234.5`.
    #[must_use]
    pub fn decimal(&self, value: f64, decimals: u8) -> String {
        decimal(self.language(), value, decimals)
    }

    /// A count of passages: whole from 10 on, one decimal below.
    #[must_use]
    pub fn count(&self, value: f64) -> String {
        let is_whole = value.abs() >= 9.95 || value == value.round();
        let decimals = u8::from(!is_whole);
        decimal(self.language(), value, decimals)
    }

    /// A number of percents, as it is written, with its sign: `12%`, `12 %`.
    #[must_use]
    pub fn percents(&self, number: &str) -> String {
        format!("{number}{}", self.language().percent_sign())
    }

    /// A share (0–1) in whole percents: `12%`, `12 %`.
    /// A share between 0 and half a percent gives `<1%`, not `0%`.
    #[must_use]
    pub fn percent(&self, share: f64) -> String {
        let percent = share * 100.0;
        if percent > 0.0 && percent < 0.5 {
            return self.percents("<1");
        }
        if (99.5..100.0).contains(&percent) {
            return self.percents(">99");
        }
        self.percents(&self.whole(percent))
    }

    /// A share rounded down, for coverage: 24.9 % must not read as the 25 % that would be enough.
    #[must_use]
    pub fn percent_down(&self, share: f64) -> String {
        let percent = share * 100.0;
        // A hair of float error must not take a whole percent away.
        let down = (percent + 1e-9).floor();
        if down < 1.0 && percent > 0.0 {
            self.percents("<1")
        } else {
            self.percents(&self.whole(down))
        }
    }

    /// `cars, bikes and people on foot`.
    #[must_use]
    pub fn list(&self, items: &[String]) -> String {
        match items.split_last() {
            None => String::new(),
            Some((only, [])) => only.clone(),
            Some((last, rest)) => self.with(
                "list-and",
                &[
                    ("rest", rest.join(", ").into()),
                    ("last", last.as_str().into()),
                ],
            ),
        }
    }

    /// `34 km/h`, `8.5 m`: the number and its unit do not part at a line's end.
    #[must_use]
    pub fn kmh(&self, value: f64) -> String {
        format!("{}\u{a0}km/h", self.whole(value))
    }

    /// km/h with one decimal, for tables.
    #[must_use]
    pub fn kmh_exact(&self, value: f64) -> String {
        format!("{}\u{a0}km/h", self.decimal(value, 1))
    }

    /// A length or distance: `85 m`, `640 m`, `1.2 km`.
    #[must_use]
    pub fn length(&self, metres: f64) -> String {
        if metres < 995.0 {
            let step = if metres < 100.0 { 1.0 } else { 10.0 };
            format!("{}\u{a0}m", self.whole(to_step(metres, step)))
        } else {
            format!("{}\u{a0}km", self.decimal(metres / 1000.0, 1))
        }
    }

    /// Bytes as people see them: `820 kB`, `1.4 MB`; octets in French, `820 ko`.
    #[must_use]
    pub fn bytes(&self, bytes: u64) -> String {
        let byte = match self.language() {
            Language::French => "o",
            _ => "B",
        };
        let kilo = bytes as f64 / 1000.0;
        if kilo < 1.0 {
            format!("{}\u{a0}{byte}", self.whole(bytes as f64))
        } else if kilo < 999.5 {
            format!("{}\u{a0}k{byte}", self.whole(kilo))
        } else {
            format!("{}\u{a0}M{byte}", self.decimal(kilo / 1000.0, 1))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_and_decimals_follow_the_language() {
        for (value, decimals, en, nl, fr) in [
            (1234.5, 1, "1,234.5", "1.234,5", "1_234,5"),
            (0.0, 0, "0", "0", "0"),
            (-0.2, 0, "0", "0", "0"),
            (-1_234_567.0, 0, "−1,234,567", "−1.234.567", "−1_234_567"),
            (999.95, 1, "1,000.0", "1.000,0", "1_000,0"),
            (2.5, 0, "3", "3", "3"),
            (100.0, 0, "100", "100", "100"),
            (f64::NAN, 1, "–", "–", "–"),
        ] {
            assert_eq!(decimal(Language::English, value, decimals), en);
            assert_eq!(decimal(Language::Dutch, value, decimals), nl);
            assert_eq!(decimal(Language::German, value, decimals), nl);
            let fr = fr.replace('_', "\u{202f}");
            assert_eq!(decimal(Language::French, value, decimals), fr);
        }
    }

    #[test]
    fn a_step_keeps_two_digits_of_the_interval() {
        for (low, high, step) in [
            (1200.0, 1326.0, 10.0),
            (1200.0, 2460.0, 100.0),
            (20.0, 20.8, 0.1),
            (5.0, 5.0, 0.1),
            (0.0, 25_000.0, 1000.0),
        ] {
            assert_eq!(step_of_interval((low, high), 0.1), step, "{low}–{high}");
        }
    }

    #[test]
    fn a_small_share_is_not_printed_as_nothing() {
        let words = Words::new(Language::English);
        for (share, text) in [
            (0.0, "0%"),
            (0.004, "<1%"),
            (0.005, "1%"),
            (0.123, "12%"),
            (0.996, ">99%"),
            (1.0, "100%"),
        ] {
            assert_eq!(words.percent(share), text);
            let spaced = text.replace('%', "\u{a0}%");
            for language in [Language::French, Language::German] {
                assert_eq!(Words::new(language).percent(share), spaced);
            }
        }
    }

    #[test]
    fn lengths_change_unit_at_a_kilometre() {
        let words = Words::new(Language::Dutch);
        for (metres, text) in [
            (85.4, "85\u{a0}m"),
            (643.0, "640\u{a0}m"),
            (994.0, "990\u{a0}m"),
            (996.0, "1,0\u{a0}km"),
            (1249.0, "1,2\u{a0}km"),
        ] {
            assert_eq!(words.length(metres), text);
        }
    }

    #[test]
    fn bytes_are_octets_in_french() {
        for (bytes, german, french) in [
            (12, "12_B", "12_o"),
            (820_400, "820_kB", "820_ko"),
            (1_440_000, "1,4_MB", "1,4_Mo"),
        ] {
            for (language, text) in [(Language::German, german), (Language::French, french)] {
                let text = text.replace('_', "\u{a0}");
                assert_eq!(Words::new(language).bytes(bytes), text);
            }
        }
    }
}
