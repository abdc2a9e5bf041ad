//! Berlin's official detection of motor traffic ("Verkehrsdetektion"): a row per cross-section and hour,
//! detectors above the lanes, all years as the Senate publishes them.
//!
//! Where the clocks change, editions differ. The hour that they skip in spring is absent (2019 and 2023);
//! an edition that has it nevertheless tells an hour that does not exist, and it is refused. The hour
//! that occurs twice in autumn is absent in 2019. In 2023 it is there once, with `qualitaet` 2 and the
//! volume of two hours (59,952 vehicles, between 41,173 and 21,963): summer and winter time added up.
//! It is neither of the two hours, and to halve it would be a guess: it is refused with a reason of its
//! own. Where a file has it twice, the first is summer time and the second winter time, as everywhere.

//!
//! `qualitaet` is the share of the hour's intervals that could be used, so it cannot be above 1. Where it is
//! (0 o'clock on 1 August, 1 September and 1 October 2023, 1 o'clock on 1 October) intervals were added up
//! more than once: on 1 August and 1 October every one of the 559 rows with 2.0 has even numbers only, and
//! the sum of the city is twice that of other weeks (32,920 against 16,577). To take it as 1 would publish
//! twice the traffic and to halve it would be a guess: refused.

use super::counts::Counts;
use super::error::ReadError;
use super::local_time::{AMBIGUOUS, IN_GAP, THIRD_TIME};
use super::place::Place;
use super::telraam::{NEGATIVE, NO_NUMBER, NO_SEGMENT, NO_TIME, UPTIME_ZERO};
use super::telraam_csv::OTHER_WIDTH;
use super::zero_days;
use crate::domain::time::CivilMeaning;
use crate::domain::{CivilDate, Instant, Mode, SegmentId, Side, Zone};
use crate::table::CountRow;
use csv::ByteRecord;
use std::collections::{BTreeMap, HashMap};

pub const TWO_HOURS: &str =
    "a local hour that occurs twice and is published once: it covers two hours";
pub const ADDED_UP: &str = "qualitaet above 1: intervals were added up more than once";
pub const NO_SUM: &str = "cars and lorries do not add up to all vehicles";
pub const SUM_ALONE: &str = "all vehicles without cars: not a count of cars";
pub const NO_SPEED: &str = "a mean speed of 0 left out";

const EXPECTED: &str = "Berlin's traffic detection, hourly, with semicolons";
/// All vehicles, cars and lorries are rounded each: three roundings can be 1.5 apart.
const SUM_TOLERANCE: f64 = 1.5;
const MISSING: f64 = -1.0;

/// Columns by name, in the order of `Columns`.
const COLUMNS: [&str; 8] = [
    "mq_name",
    "tag",
    "stunde",
    "qualitaet",
    "q_kfz_mq_hr",
    "q_pkw_mq_hr",
    "q_lkw_mq_hr",
    "v_pkw_mq_hr",
];
const PASSED_OVER: [&str; 2] = ["v_kfz_mq_hr", "v_lkw_mq_hr"];

/// Reads a month. Times are local, so they are read in `zone`.
pub fn read(file: &str, bytes: &[u8], zone: Zone) -> Result<Counts, ReadError> {
    let mut counts = Counts::new(file);
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .has_headers(false)
        .flexible(true)
        .from_reader(bytes);
    let mut record = ByteRecord::new();
    let mut row_number = 0_u64;
    let mut hours = Hours::new(zone);
    let mut columns = None;
    let mut row = CountRow::empty(SegmentId(String::new()), Instant(0));
    // Hours that occur twice, until the file shows how often it has them.
    let mut doubled: BTreeMap<(SegmentId, i64), Vec<(u64, CountRow)>> = BTreeMap::new();
    loop {
        let is_there = reader.read_byte_record(&mut record).map_err(|error| {
            ReadError::malformed(
                file,
                Place::row(row_number + 1),
                error.to_string(),
                EXPECTED,
            )
        })?;
        if !is_there {
            break;
        }
        row_number += 1;
        let Some((places, width)) = &columns else {
            columns = Some(columns_of(file, &record, &mut counts)?);
            continue;
        };
        if record.len() != *width {
            counts.report.refuse(OTHER_WIDTH, Place::row(row_number));
            continue;
        }
        let cells = Cells {
            record: &record,
            places,
        };
        match cells.take(&mut row, &mut hours) {
            Err((why, column)) => {
                let name = COLUMNS.get(column).copied().unwrap_or_default();
                counts.report.refuse(why, Place::cell(row_number, name));
            }
            Ok(taken) => {
                for note in taken.notes.into_iter().flatten() {
                    counts.report.warn(note, Place::row(row_number));
                }
                if let Some(civil) = taken.doubled {
                    let key = (row.segment.clone(), civil);
                    doubled
                        .entry(key)
                        .or_default()
                        .push((row_number, row.clone()));
                } else {
                    counts.keep(&row, row_number);
                }
            }
        }
    }
    if columns.is_none() {
        return Err(ReadError::malformed(
            file,
            Place::File,
            "nothing in the file",
            EXPECTED,
        ));
    }
    let mut left: Vec<_> = doubled.into_iter().collect();
    left.sort_by_key(|(_, rows)| rows.first().map(|(number, _)| *number));
    for ((_, civil), rows) in left {
        settle(&rows, &hours, civil, &mut counts);
    }
    zero_days::note(&mut counts, zone);
    Ok(counts)
}

/// Keeps or refuses the rows of one cross-section for an hour that occurs twice.
fn settle(rows: &[(u64, CountRow)], hours: &Hours, civil: i64, counts: &mut Counts) {
    let place = |number: u64| Place::cell(number, "stunde");
    let Some(CivilMeaning::Twice(summer, winter)) = hours.known.get(&civil).copied() else {
        return;
    };
    if let [(number, _)] = rows {
        counts.report.refuse(TWO_HOURS, place(*number));
        return;
    }
    let starts = [Some(summer), Some(winter)]
        .into_iter()
        .chain(std::iter::repeat(None));
    for ((number, row), start) in rows.iter().zip(starts) {
        let Some(start) = start else {
            counts.report.refuse(THIRD_TIME, place(*number));
            continue;
        };
        counts.report.warn(AMBIGUOUS, place(*number));
        let row = CountRow {
            start,
            ..row.clone()
        };
        counts.keep(&row, *number);
    }
}

/// Where the columns are, and how many there are.
fn columns_of(
    file: &str,
    header: &ByteRecord,
    counts: &mut Counts,
) -> Result<([usize; 8], usize), ReadError> {
    let names: Vec<String> = header
        .iter()
        .map(|name| String::from_utf8_lossy(name).trim().to_ascii_lowercase())
        .collect();
    let mut places = [0; 8];
    for (place, column) in places.iter_mut().zip(COLUMNS) {
        *place = names
            .iter()
            .position(|name| name == column)
            .ok_or_else(|| ReadError::MissingColumn {
                file: file.to_owned(),
                place: Place::row(1),
                column: column.to_owned(),
                found: names.join(", "),
                expected: EXPECTED,
            })?;
    }
    for name in &names {
        if !COLUMNS.contains(&name.as_str()) && !PASSED_OVER.contains(&name.as_str()) {
            let what = format!("unknown column {name:?} passed over");
            counts.report.warn(&what, Place::cell(1, name));
        }
    }
    Ok((places, names.len()))
}

/// What the hours of a file mean: each is looked up in the zone once.
struct Hours {
    zone: Zone,
    known: HashMap<i64, CivilMeaning>,
}

impl Hours {
    fn new(zone: Zone) -> Self {
        Self {
            zone,
            known: HashMap::new(),
        }
    }

    fn meaning(&mut self, date: CivilDate, hour: u8) -> (i64, CivilMeaning) {
        let key = i64::from(date.days()) * 24 + i64::from(hour);
        let zone = self.zone;
        let found = self.known.entry(key);
        (key, *found.or_insert_with(|| zone.meaning(date, hour, 0)))
    }
}

struct Taken {
    notes: [Option<&'static str>; 3],
    /// The key of an hour that occurs twice.
    doubled: Option<i64>,
}

struct Cells<'r> {
    record: &'r ByteRecord,
    places: &'r [usize; 8],
}

impl Cells<'_> {
    fn get(&self, column: usize) -> &[u8] {
        let place = self.places.get(column).copied().unwrap_or(usize::MAX);
        self.record.get(place).unwrap_or_default().trim_ascii()
    }

    /// A value of a column; `None` where it is empty or -1.
    fn number(&self, column: usize) -> Result<Option<f64>, (&'static str, usize)> {
        let cell = self.get(column);
        if cell.is_empty() {
            return Ok(None);
        }
        let number = number(cell).ok_or((NO_NUMBER, column))?;
        if number == MISSING {
            return Ok(None);
        }
        if number < 0.0 {
            return Err((NEGATIVE, column));
        }
        Ok(Some(number))
    }

    /// Fills `row`, whose segment stays where the name is the same, or says why not and in which column.
    fn take(&self, row: &mut CountRow, hours: &mut Hours) -> Result<Taken, (&'static str, usize)> {
        let name = self.get(0);
        if row.segment.0.as_bytes() != name || name.is_empty() {
            let name = std::str::from_utf8(name).map_err(|_| (NO_SEGMENT, 0))?;
            if name.is_empty() {
                return Err((NO_SEGMENT, 0));
            }
            row.segment = SegmentId(name.to_owned());
        }
        let date = date(self.get(1)).ok_or((NO_TIME, 1))?;
        let hour = digits(self.get(2)).and_then(|hour| u8::try_from(hour).ok());
        let hour = hour.filter(|hour| *hour < 24).ok_or((NO_TIME, 2))?;
        let (key, meaning) = hours.meaning(date, hour);
        let (start, doubled) = match meaning {
            CivilMeaning::Gap => return Err((IN_GAP, 2)),
            CivilMeaning::Once(start) => (start, None),
            CivilMeaning::Twice(start, _) => (start, Some(key)),
        };
        let quality = self.number(3)?;
        let (all, cars, heavy) = (self.number(4)?, self.number(5)?, self.number(6)?);
        let mean = self.number(7)?;
        // Of an hour that occurs twice it is known only at the end of the file what a row covers.
        if doubled.is_none() && quality.is_some_and(|quality| quality > 1.0) {
            return Err((ADDED_UP, 3));
        }
        let mut notes = [None; 3];
        row.start = start;
        row.uptime = quality.map(|quality| quality.min(1.0));
        if row.uptime == Some(0.0) {
            // Whatever the numbers say, nothing was counted (definitions Q1).
            row.set_volume(Mode::Car, Side::Both, None);
            row.set_volume(Mode::Heavy, Side::Both, None);
            row.mean_kmh = None;
            notes[0] = Some(UPTIME_ZERO);
            return Ok(Taken { notes, doubled });
        }
        row.set_volume(Mode::Car, Side::Both, cars);
        row.set_volume(Mode::Heavy, Side::Both, heavy);
        row.mean_kmh = mean.filter(|mean| *mean > 0.0);
        notes = [
            match (all, cars, heavy) {
                (Some(all), Some(cars), Some(heavy))
                    if (cars + heavy - all).abs() > SUM_TOLERANCE =>
                {
                    Some(NO_SUM)
                }
                _ => None,
            },
            (all.is_some() && cars.is_none()).then_some(SUM_ALONE),
            (mean == Some(0.0)).then_some(NO_SPEED),
        ];
        Ok(Taken { notes, doubled })
    }
}

/// `31.12.2023`.
fn date(cell: &[u8]) -> Option<CivilDate> {
    let mut parts = cell.split(|b| *b == b'.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    CivilDate::new(
        i32::try_from(digits(year)?).ok()?,
        u8::try_from(digits(month)?).ok()?,
        u8::try_from(digits(day)?).ok()?,
    )
}

/// A whole number of at most nine digits.
fn digits(cell: &[u8]) -> Option<u32> {
    if cell.is_empty() || cell.len() > 9 {
        return None;
    }
    cell.iter().try_fold(0_u32, |n, b| {
        b.is_ascii_digit().then(|| n * 10 + u32::from(b - b'0'))
    })
}

/// Nearly all are whole numbers without a sign; others go the long way.
fn number(cell: &[u8]) -> Option<f64> {
    if let Some(n) = digits(cell) {
        return Some(f64::from(n));
    }
    let number: f64 = std::str::from_utf8(cell).ok()?.parse().ok()?;
    number.is_finite().then_some(number)
}
