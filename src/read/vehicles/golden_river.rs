//! What the files of Golden River (MARKSMAN) counters have in common: lines `* KEY = value` above the
//! records, two-digit years, SWISS10 classes, and `* END lines checksum` below.

use super::{MOTORCYCLE, UNKNOWN_CLASS};
use crate::domain::{CivilDate, Mode};
use crate::read::error::ReadError;
use crate::read::place::Place;
use crate::read::report::ReadReport;
use std::collections::BTreeMap;

pub const OTHER_END: &str = "the END line tells another number of lines than there are";
pub const NO_END: &str = "no END line: the file may have been cut short";

const DAY_MS: i64 = 86_400_000;

/// Classes of SWISS10: 1 bus or coach, 2 motorcycle, 3 car, 4 car with trailer, 5 to 7 vans (heavy, as
/// Telraam's second generation counts them), 8 to 10 lorries.
pub const fn swiss10(class: u32) -> Result<Mode, &'static str> {
    match class {
        1 | 5..=10 => Ok(Mode::Heavy),
        2 => Err(MOTORCYCLE),
        3 | 4 => Ok(Mode::Car),
        _ => Err(UNKNOWN_CLASS),
    }
}

/// The lines above the records.
#[derive(Debug, Default)]
pub(super) struct Head<'t> {
    keys: BTreeMap<&'t str, &'t str>,
    /// The lines that name the columns, whole.
    pub columns: Vec<&'t str>,
}

impl<'t> Head<'t> {
    /// Reads the head of a file of one format, and checks what a reader relies on.
    pub(super) fn read(file: &str, text: &'t str, format: &str) -> Result<Self, ReadError> {
        let mut head = Self::default();
        let mut lines = 0;
        for line in text.lines().take_while(|line| line.starts_with('*')) {
            lines += 1;
            let rest = line.trim_start_matches('*').trim();
            if let Some((key, value)) = rest.split_once('=') {
                head.keys.entry(key.trim()).or_insert(value.trim());
            } else if rest.starts_with("HEAD ") {
                head.columns.push(line);
            }
        }
        for (key, expected) in [
            ("FORMAT", format),
            ("CLASS", "SWISS10"),
            ("UNITS", "Metric"),
            ("DATEFORM", "DD/MM/YY"),
        ] {
            let found = head.text(key);
            if !found.eq_ignore_ascii_case(expected) {
                let found = if found.is_empty() {
                    format!("no line `* {key} =` above the records")
                } else {
                    format!("{key} = {found}")
                };
                let place = Place::Line {
                    line: lines.max(1),
                    column: 1,
                };
                return Err(ReadError::malformed(
                    file,
                    place,
                    found,
                    format!("`* {key} = {expected}`"),
                ));
            }
        }
        Ok(head)
    }

    pub(super) fn text(&self, key: &str) -> &'t str {
        self.keys.get(key).copied().unwrap_or("")
    }

    /// `14:55 04/06/21` of a key, as civil time.
    pub(super) fn time(&self, key: &str) -> Option<i64> {
        let (clock, date) = self.text(key).split_once(' ')?;
        civil_ms(&date.trim().replace('/', ""), &clock.replace(':', ""))
    }
}

/// Day and minute of `040621` and `1455`, as if it were UTC, milliseconds since 1970; `2400` is the
/// midnight that follows. A year of two digits is one of this century.
pub(super) fn civil_ms(date: &str, clock: &str) -> Option<i64> {
    let number = |text: &str, at: usize| -> Option<u8> {
        let two = text.get(at..at + 2)?;
        two.bytes()
            .all(|b| b.is_ascii_digit())
            .then(|| two.parse().ok())?
    };
    if date.len() != 6 || clock.len() != 4 {
        return None;
    }
    let day = CivilDate::new(
        2000 + i32::from(number(date, 4)?),
        number(date, 2)?,
        number(date, 0)?,
    )?;
    let (hour, minute) = (i64::from(number(clock, 0)?), i64::from(number(clock, 2)?));
    let fits = minute < 60 && (hour < 24 || (hour, minute) == (24, 0));
    fits.then(|| i64::from(day.days()) * DAY_MS + (hour * 60 + minute) * 60_000)
}

/// Compares the END line with the file.
pub(super) fn check_end(text: &str, report: &mut ReadReport) -> bool {
    let lines = text.lines().filter(|line| !line.trim().is_empty()).count();
    let end = text.lines().rev().find(|line| !line.trim().is_empty());
    let said = end
        .and_then(|line| line.strip_prefix("* END"))
        .map(str::trim);
    let Some(said) = said else {
        report.warn(NO_END, Place::File);
        return false;
    };
    let said = said.split_whitespace().next().and_then(|n| n.parse().ok());
    if said != Some(lines) {
        report.warn(OTHER_END, Place::row(lines as u64));
    }
    true
}
