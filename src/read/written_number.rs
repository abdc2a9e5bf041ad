//! Numbers as people write them: decimal points and commas, and marks for what is missing.

use super::telraam::NO_NUMBER;
use serde::Deserialize;

pub const AMBIGUOUS_NUMBER: &str =
    "a number that does not say whether its mark parts thousands or decimals";

/// In a town file: `decimal = ","`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Decimal {
    #[serde(rename = ".")]
    Point,
    #[serde(rename = ",")]
    Comma,
}

/// The number of a cell, `None` where the cell is empty. Where the decimal mark is not declared,
/// three digits behind a comma, or behind a point where cells are parted by semicolons, may be
/// thousands: then only the publisher knows.
pub fn number(
    text: &str,
    decimal: Option<Decimal>,
    separator: u8,
) -> Result<Option<f64>, &'static str> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let is_number = text.bytes().enumerate().all(|(i, b)| {
        b.is_ascii_digit() || matches!(b, b'.' | b',') || (i == 0 && matches!(b, b'-' | b'+'))
    });
    if !is_number {
        return scientific(text);
    }
    let plain = match decimal {
        Some(Decimal::Point) => parsed(text, '.', ','),
        Some(Decimal::Comma) => parsed(text, ',', '.'),
        None => {
            let point_is_open = separator == b';' && thousands(text, '.');
            if thousands(text, ',') || point_is_open {
                return Err(AMBIGUOUS_NUMBER);
            }
            if text.contains(',') {
                parsed(text, ',', '.')
            } else {
                parsed(text, '.', ',')
            }
        }
    };
    plain.map(Some).ok_or(NO_NUMBER)
}

/// The number of a cell that is nothing but digits, with or without one mark of decimals that cannot be taken for
/// one of thousands: what `number` gives for it, in a fraction of the time. `None` for every other cell.
#[must_use]
pub fn plain(text: &str, decimal: Option<Decimal>, separator: u8) -> Option<f64> {
    /// Whole numbers up to here, and powers of ten up to 10^22, are exact; then so is rounding their quotient.
    const DIGITS: usize = 15;
    const POWERS: [f64; DIGITS + 1] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ];
    let bytes = text.as_bytes();
    if bytes.is_empty() || bytes.len() > DIGITS {
        return None;
    }
    let mut digits = 0_u64;
    let mut mark = None;
    for (at, b) in bytes.iter().enumerate() {
        let digit = b.wrapping_sub(b'0');
        if digit < 10 {
            digits = digits * 10 + u64::from(digit);
        } else if mark.is_none() && matches!(b, b'.' | b',') {
            mark = Some((at, *b));
        } else {
            return None;
        }
    }
    let Some((at, mark)) = mark else {
        return Some(digits as f64);
    };
    let decimals = bytes.len() - at - 1;
    let is_decimal = match decimal {
        Some(Decimal::Point) => mark == b'.',
        Some(Decimal::Comma) => mark == b',',
        None => decimals != 3 || (mark == b'.' && separator != b';'),
    };
    if at == 0 || decimals == 0 || !is_decimal {
        return None;
    }
    POWERS.get(decimals).map(|power| digits as f64 / power)
}

/// Whether the marks of a text could part thousands: `1.234`, `12,345,678`, not `0.123`.
fn thousands(text: &str, mark: char) -> bool {
    let mut groups = text.trim_start_matches(['-', '+']).split(mark);
    let first = groups.next().unwrap_or_default();
    let mut rest = groups.peekable();
    rest.peek().is_some()
        && (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && rest.all(|group| group.len() == 3)
}

/// The other mark may part thousands, in groups of three.
fn parsed(text: &str, decimal: char, other: char) -> Option<f64> {
    let (whole, fraction) = match text.split_once(decimal) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    if whole.contains(other) && !thousands(whole, other) {
        return None;
    }
    let mut plain: String = whole.chars().filter(|c| *c != other).collect();
    if let Some(fraction) = fraction {
        plain.push('.');
        plain.push_str(fraction);
    }
    plain.parse().ok()
}

/// `1e3`, `NaN`: what is not finite is missing.
fn scientific(text: &str) -> Result<Option<f64>, &'static str> {
    match text.to_ascii_lowercase().as_str() {
        "nan" | "null" | "none" => return Ok(None),
        "inf" | "-inf" | "infinity" => return Err(NO_NUMBER),
        _ => {}
    }
    text.parse::<f64>()
        .ok()
        .filter(|n| n.is_finite())
        .map(Some)
        .ok_or(NO_NUMBER)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_short_way_gives_what_the_long_way_gives(text in "[-+]?[0-9]{0,9}[.,]?[0-9]{0,7}[e.]?") {
            for decimal in [None, Some(Decimal::Point), Some(Decimal::Comma)] {
                for separator in [b',', b';'] {
                    if let Some(short) = plain(&text, decimal, separator) {
                        prop_assert_eq!(number(&text, decimal, separator), Ok(Some(short)));
                    }
                }
            }
        }
    }

    #[test]
    fn decimal_marks_are_read_as_declared_or_where_they_are_plain() {
        use Decimal::{Comma, Point};
        for (text, decimal, separator, expected) in [
            ("12", None, b',', Ok(Some(12.0))),
            (" -1.5 ", None, b',', Ok(Some(-1.5))),
            ("0.125", None, b';', Ok(Some(0.125))),
            ("1.125", None, b',', Ok(Some(1.125))),
            ("1,5", None, b';', Ok(Some(1.5))),
            ("1.234,5", None, b';', Ok(Some(1234.5))),
            ("1e3", None, b',', Ok(Some(1000.0))),
            ("", None, b',', Ok(None)),
            ("nan", None, b',', Ok(None)),
            ("1,234", None, b';', Err(AMBIGUOUS_NUMBER)),
            ("1.234", None, b';', Err(AMBIGUOUS_NUMBER)),
            ("1.234", Some(Comma), b';', Ok(Some(1234.0))),
            ("1,234", Some(Comma), b';', Ok(Some(1.234))),
            ("1,234.5", Some(Point), b';', Ok(Some(1234.5))),
            ("1,2,3", None, b';', Err(NO_NUMBER)),
            ("1.2.3", None, b',', Err(NO_NUMBER)),
            ("12 bikes", None, b',', Err(NO_NUMBER)),
            ("inf", None, b',', Err(NO_NUMBER)),
            ("-", None, b',', Err(NO_NUMBER)),
        ] {
            assert_eq!(number(text, decimal, separator), expected, "{text}");
        }
    }
}
