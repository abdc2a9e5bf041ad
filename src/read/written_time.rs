//! Times as people write them: `2024-05-01 00:15`, `01.05.2024 0:15`, `Aug 14, 2025 1:00 PM`.

use super::local_time::{LocalTimes, Read};
use super::telraam::NO_TIME;
use crate::domain::fold::fold;
use crate::domain::{CivilDate, Instant, SegmentId, Zone};
use serde::Deserialize;

pub const AMBIGUOUS_DATE: &str = "a date that does not say which is the day and which the month";

const DAY_MS: i64 = 86_400_000;
/// Tokens of the longest time: date, T, time to the millisecond, AM or PM.
const TOKENS: usize = 9;

/// In a town file: `date_order = "dmy"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DateOrder {
    Ymd,
    Dmy,
    Mdy,
}

/// What a text says: an instant, or a civil time as if it were UTC, in milliseconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    Instant(Instant),
    Civil(i64),
}

/// Reads a time. The order of day and month is needed where the text does not show it:
/// a year first, a name of a month, dots between (`01.05.2024`, day first) and days above 12 do.
pub fn parse(text: &str, order: Option<DateOrder>) -> Result<Written, &'static str> {
    let text = text.trim();
    if let Some(civil) = plain(text.as_bytes()) {
        return Ok(Written::Civil(civil));
    }
    let has_offset = text
        .get(10..)
        .is_some_and(|time| time.contains(['Z', 'z', '+', '-']));
    if has_offset && let Some(instant) = Instant::parse(text) {
        return Ok(Written::Instant(instant));
    }
    if has_offset && text.contains(['Z', '+']) {
        return Err(NO_TIME);
    }
    let (tokens, n) = tokens(text).ok_or(NO_TIME)?;
    let tokens = tokens.get(..n).unwrap_or_default();
    let (date, time) = date(tokens, order)?;
    let ms = time_of_day(time).ok_or(NO_TIME)?;
    Ok(Written::Civil(i64::from(date.days()) * DAY_MS + ms))
}

/// The order that a text shows, where day and month are two numbers and one is above 12.
#[must_use]
pub fn order_shown(text: &str) -> Option<DateOrder> {
    let (tokens, n) = tokens(text.trim())?;
    match tokens.get(..n.min(3))? {
        [
            Token::Number(a, 1 | 2, _),
            Token::Number(b, 1 | 2, _),
            Token::Number(..),
        ] => match (a, b) {
            (13..=31, 1..=12) => Some(DateOrder::Dmy),
            (1..=12, 13..=31) => Some(DateOrder::Mdy),
            _ => None,
        },
        _ => None,
    }
}

/// `2024-05-01 00:15`, also with T, seconds and parts of them: what most files hold, without any detour.
fn plain(text: &[u8]) -> Option<i64> {
    let time = plain_time(text)?;
    let date = text.first_chunk()?;
    Some(plain_date(date)? + time)
}

/// Days of `2024-05-01`, in milliseconds since 1970.
fn plain_date(text: &[u8; 10]) -> Option<i64> {
    let [y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1] = *text else {
        return None;
    };
    let century = two_digits(y0, y1)?;
    let date = CivilDate::new(
        i32::from(century) * 100 + i32::from(two_digits(y2, y3)?),
        two_digits(m0, m1)?,
        two_digits(d0, d1)?,
    )?;
    Some(i64::from(date.days()) * DAY_MS)
}

/// The milliseconds of the day of a text that ends ` 00:15`, `T00:15:30` or ` 00:15:30.000`; parts of a second are
/// left out, as in every time that is read here.
fn plain_time(text: &[u8]) -> Option<i64> {
    let (hour, minute, second) = match *text.get(10..)? {
        [b' ' | b'T', h0, h1, b':', m0, m1] => (two_digits(h0, h1)?, two_digits(m0, m1)?, 0),
        [
            b' ' | b'T',
            h0,
            h1,
            b':',
            m0,
            m1,
            b':',
            s0,
            s1,
            ref parts @ ..,
        ] => {
            let is_part = |digits: &[u8]| {
                (1..=9).contains(&digits.len()) && digits.iter().all(u8::is_ascii_digit)
            };
            if !matches!(parts, []) && !matches!(parts, [b'.', digits @ ..] if is_part(digits)) {
                return None;
            }
            (
                two_digits(h0, h1)?,
                two_digits(m0, m1)?,
                two_digits(s0, s1)?,
            )
        }
        _ => return None,
    };
    let fits = hour < 24 && minute < 60 && second < 60;
    let of_day = (i64::from(hour) * 60 + i64::from(minute)) * 60 + i64::from(second);
    fits.then_some(of_day * 1_000)
}

fn two_digits(tens: u8, ones: u8) -> Option<u8> {
    let (tens, ones) = (tens.wrapping_sub(b'0'), ones.wrapping_sub(b'0'));
    (tens < 10 && ones < 10).then(|| tens * 10 + ones)
}

/// The milliseconds of the UTC day, before or after its own too, of a text that ends ` 00:15:30+02:00`,
/// `T00:15:30Z` or `T00:15:30.000Z`.
fn plain_offset(text: &[u8]) -> Option<i64> {
    let (time, after) = text.get(10..)?.split_first_chunk::<9>()?;
    let [b' ' | b'T', h0, h1, b':', m0, m1, b':', s0, s1] = *time else {
        return None;
    };
    let (hour, minute, second) = (
        two_digits(h0, h1)?,
        two_digits(m0, m1)?,
        two_digits(s0, s1)?,
    );
    let (part, zone) = match *after {
        [b'.', tenth, a, b, ref zone @ ..] => {
            let tenth = two_digits(b'0', tenth)?;
            let part = i64::from(tenth) * 100 + i64::from(two_digits(a, b)?);
            (part, zone)
        }
        ref zone => (0, zone),
    };
    let ahead = match *zone {
        [b'Z'] => 0,
        [sign @ (b'+' | b'-'), h0, h1, b':', m0, m1] => {
            let (hours, minutes) = (two_digits(h0, h1)?, two_digits(m0, m1)?);
            if hours > 23 || minutes > 59 {
                return None;
            }
            let ahead = i64::from(hours) * 60 + i64::from(minutes);
            if sign == b'-' { -ahead } else { ahead }
        }
        _ => return None,
    };
    let fits = hour < 24 && minute < 60 && second < 60;
    let of_day = (i64::from(hour) * 60 + i64::from(minute) - ahead) * 60 + i64::from(second);
    fits.then_some(of_day * 1_000 + part)
}

/// The date of the row before: rows of a file mostly have the same date as the row above them.
#[derive(Clone, Copy, Debug, Default)]
pub struct LastDate {
    text: [u8; 10],
    ms: i64,
}

impl LastDate {
    /// What a text says that needs no detour, as `parse` reads it; `None` for every other text.
    pub fn plain(&mut self, text: &str) -> Option<Written> {
        let text = text.as_bytes();
        if let Some(time) = plain_time(text) {
            return Some(Written::Civil(self.date(text)? + time));
        }
        let time = plain_offset(text)?;
        Some(Written::Instant(Instant(self.date(text)? + time)))
    }

    fn date(&mut self, text: &[u8]) -> Option<i64> {
        let date = text.first_chunk()?;
        if *date != self.text {
            self.ms = plain_date(date)?;
            self.text = *date;
        }
        Some(self.ms)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token {
    /// Value, digits, and the character that follows.
    Number(u32, usize, Option<char>),
    Month(u8),
    Am,
    Pm,
}

fn tokens(text: &str) -> Option<([Token; TOKENS], usize)> {
    let mut found = [Token::Am; TOKENS];
    let mut n = 0;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_digit = first.is_ascii_digit();
        let end = rest
            .find(|c: char| {
                if is_digit {
                    !c.is_ascii_digit()
                } else {
                    !c.is_alphabetic()
                }
            })
            .unwrap_or(rest.len());
        if end == 0 {
            // A separator.
            rest = rest.get(first.len_utf8()..)?;
            continue;
        }
        let (word, after) = rest.split_at(end);
        rest = after;
        let token = if is_digit {
            if word.len() > 9 {
                return None;
            }
            Token::Number(word.parse().ok()?, word.len(), after.chars().next())
        } else {
            match word.to_ascii_lowercase().as_str() {
                // `2024-05-01T00:15`, `13h15`, `1:00 p.m.`
                "t" | "h" | "m" => continue,
                "am" | "a" => Token::Am,
                "pm" | "p" => Token::Pm,
                _ => Token::Month(month(word)?),
            }
        };
        *found.get_mut(n)? = token;
        n += 1;
    }
    Some((found, n))
}

/// The month of a name or its beginning, in English, German, Dutch and French.
fn month(word: &str) -> Option<u8> {
    let word = fold(word);
    let begins = |names: &[&str]| names.iter().any(|name| word.starts_with(name));
    [
        (1, ["jan"].as_slice()),
        (2, &["feb", "fev"]),
        (3, &["mar", "mrt", "maa"]),
        (4, &["apr", "avr"]),
        (5, &["may", "mai", "mei"]),
        (6, &["jun", "juin"]),
        (7, &["jul", "juil"]),
        (8, &["aug", "aou"]),
        (9, &["sep"]),
        (10, &["oct", "okt"]),
        (11, &["nov"]),
        (12, &["dec", "dez"]),
    ]
    .into_iter()
    .find(|(_, names)| begins(names))
    .map(|(month, _)| month)
}

fn date(tokens: &[Token], order: Option<DateOrder>) -> Result<(CivilDate, &[Token]), &'static str> {
    use Token::{Month, Number};
    if let [Number(all, 8, _), rest @ ..] = tokens {
        let date = civil(all / 10_000, all / 100 % 100, all % 100);
        return date.map(|date| (date, rest)).ok_or(NO_TIME);
    }
    let [a, b, c, rest @ ..] = tokens else {
        return Err(NO_TIME);
    };
    let date = match (*a, *b, *c) {
        (Month(month), Number(day, ..), Number(year, digits, _))
        | (Number(day, ..), Month(month), Number(year, digits, _)) => {
            civil(full(year, digits), u32::from(month), day)
        }
        (Number(year, 4, _), Number(month, ..), Number(day, ..)) => civil(year, month, day),
        (Number(a, n, mark), Number(b, ..), Number(c, digits, _)) => {
            let order = match (order, mark) {
                (Some(order), _) => order,
                (None, Some('.')) => DateOrder::Dmy,
                (None, _) if a > 12 => DateOrder::Dmy,
                (None, _) if b > 12 => DateOrder::Mdy,
                (None, _) => return Err(AMBIGUOUS_DATE),
            };
            match order {
                DateOrder::Ymd => civil(full(a, n), b, c),
                DateOrder::Dmy => civil(full(c, digits), b, a),
                DateOrder::Mdy => civil(full(c, digits), a, b),
            }
        }
        _ => None,
    };
    date.map(|date| (date, rest)).ok_or(NO_TIME)
}

/// Two digits are a year of this century.
const fn full(year: u32, digits: usize) -> u32 {
    if digits <= 2 { 2_000 + year } else { year }
}

fn civil(year: u32, month: u32, day: u32) -> Option<CivilDate> {
    CivilDate::new(
        i32::try_from(year)
            .ok()
            .filter(|y| (1900..3000).contains(y))?,
        u8::try_from(month).ok()?,
        u8::try_from(day).ok()?,
    )
}

/// Milliseconds since midnight; `24:00` is the midnight that follows. A day without a time is none.
fn time_of_day(tokens: &[Token]) -> Option<i64> {
    use Token::{Am, Number, Pm};
    let (numbers, is_afternoon) = match tokens {
        [numbers @ .., Am] => (numbers, Some(false)),
        [numbers @ .., Pm] => (numbers, Some(true)),
        numbers => (numbers, None),
    };
    let mut parts = [0_u32; 4];
    if numbers.is_empty() || numbers.len() > parts.len() {
        return None;
    }
    for (part, token) in parts.iter_mut().zip(numbers) {
        let Number(value, ..) = token else {
            return None;
        };
        *part = *value;
    }
    let [hour, minute, second, _] = parts;
    let hour = match is_afternoon {
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(is_afternoon) => hour % 12 + if is_afternoon { 12 } else { 0 },
    };
    let fits = minute < 60 && second < 60 && (hour < 24 || (hour, minute, second) == (24, 0, 0));
    fits.then(|| i64::from((hour * 60 + minute) * 60 + second) * 1_000)
}

/// Turns what is written into instants, in the zone that is declared.
#[derive(Clone, Debug)]
pub struct Clock {
    times: Option<LocalTimes>,
}

impl Clock {
    #[must_use]
    pub fn new(zone: Option<Zone>) -> Self {
        Self {
            times: zone.map(LocalTimes::new),
        }
    }

    /// Takes over what another clock has seen; `false` where both saw the same time that occurs twice, and which
    /// came first only the order of the rows can say.
    pub fn absorb(&mut self, other: &Self) -> bool {
        match (&mut self.times, &other.times) {
            (Some(own), Some(other)) => own.absorb(other),
            _ => true,
        }
    }

    /// The instant of a stream of rows in file order; `None` where a civil time has no zone.
    pub fn instant(
        &mut self,
        stream: &SegmentId,
        written: Written,
    ) -> Option<Result<Read, &'static str>> {
        match written {
            Written::Instant(instant) => Some(Ok(Read {
                instant,
                is_ambiguous: false,
            })),
            Written::Civil(ms) => self.times.as_mut().map(|times| times.instant(stream, ms)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn civil_text(text: &str, order: Option<DateOrder>) -> Result<String, &'static str> {
        match parse(text, order)? {
            Written::Civil(ms) => Ok(Instant(ms).to_string()),
            Written::Instant(instant) => Ok(format!("instant {instant}")),
        }
    }

    #[test]
    fn times_are_read_as_publishers_write_them() {
        for (text, expected) in [
            ("2024-05-01 00:15", "2024-05-01T00:15:00Z"),
            ("2024-05-01T00:15:30", "2024-05-01T00:15:30Z"),
            ("2022-01-18 00:15:00.0", "2022-01-18T00:15:00Z"),
            ("2024/5/1 7", "2024-05-01T07:00:00Z"),
            ("20240501 0:05:00", "2024-05-01T00:05:00Z"),
            ("01.05.2024 23:45", "2024-05-01T23:45:00Z"),
            ("13/05/24 13h15", "2024-05-13T13:15:00Z"),
            ("5/13/2024 12:00 AM", "2024-05-13T00:00:00Z"),
            ("Aug 14, 2025 1:00 PM", "2025-08-14T13:00:00Z"),
            ("14 août 2025 12:30 pm", "2025-08-14T12:30:00Z"),
            ("1. März 2025 24:00", "2025-03-02T00:00:00Z"),
            ("2024-05-01 00:15:00+02:00", "instant 2024-04-30T22:15:00Z"),
            ("2024-05-01T00:15:00Z", "instant 2024-05-01T00:15:00Z"),
        ] {
            assert_eq!(civil_text(text, None).as_deref(), Ok(expected), "{text}");
        }
        let both = "02/03/2024 1:00";
        for (order, expected) in [
            (DateOrder::Dmy, "2024-03-02T01:00:00Z"),
            (DateOrder::Mdy, "2024-02-03T01:00:00Z"),
        ] {
            assert_eq!(civil_text(both, Some(order)).as_deref(), Ok(expected));
        }
        assert_eq!(civil_text(both, None), Err(AMBIGUOUS_DATE));
        assert_eq!(order_shown(both), None);
        assert_eq!(order_shown("13/05/24 1:00"), Some(DateOrder::Dmy));
        assert_eq!(order_shown("5/13/24 1:00"), Some(DateOrder::Mdy));
    }

    #[test]
    fn the_last_date_is_remembered_and_nothing_else() {
        let mut last = LastDate::default();
        for (text, is_plain) in [
            ("2024-05-01 00:15", true),
            ("2024-05-01 23:59:59.999", true),
            ("2024-02-30 00:00", false),
            ("2024-05-01 24:00", false),
            ("2024-05-02T00:00:00", true),
            ("2024-05-02 00:00:00.", false),
            ("2024-05-02 00:00:00.0123456789", false),
            ("2024-05-02 00:00:00Z", true),
            ("2024-05-02T23:30:10.456Z", true),
            ("2024-02-30T23:30:10.456Z", false),
            ("2024-05-03 23:30:10-05:30", true),
            ("2024-05-03 00:05:00+02:00", true),
            ("2024-05-03T00:05:00.007+14:00", true),
            ("2024-05-03 00:05:00+24:00", false),
            ("2024-05-03 00:05:00+02:60", false),
            ("2024-05-03 00:05:60+02:00", false),
            ("2024-05-03 24:05:00+02:00", false),
            ("2024-05-03 00:05:00+0200", false),
            ("2024-05-03 00:05+02:00", false),
            ("2024-05-03 00:05:00.0+02:00", false),
            ("2024-05-03 00:05:00 +02:00", false),
            ("2024-05-é 00:00", false),
            ("2.24-05-02 00:00", false),
        ] {
            let read = last.plain(text);
            assert_eq!(read.is_some(), is_plain, "{text}");
            if let Some(written) = read {
                assert_eq!(parse(text, None), Ok(written), "{text}");
                // The detour says the same.
                let instant = Instant::parse(text);
                let is_instant = matches!(written, Written::Instant(_));
                assert_eq!(instant.is_some(), is_instant, "{text}");
                assert!(instant.is_none_or(|known| written == Written::Instant(known)));
            }
        }
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for text in [
            "",
            "yesterday",
            "2024-05-01",
            "2024-13-01 00:00",
            "2024-02-30 00:00",
            "2024-05-01 25:00",
            "2024-05-01 24:15",
            "2024-05-01 00:60",
            "5/13/2024 13:00 PM",
            "2024-05-01 00:00 +25",
            "99999999999 1",
            "1 2 3 4 5 6 7 8 9 10 11",
            "Mai",
            "é é é é",
        ] {
            assert_eq!(civil_text(text, None), Err(NO_TIME), "{text}");
        }
    }
}
