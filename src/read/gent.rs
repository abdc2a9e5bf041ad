//! Ghent's counting posts ("fietstelpalen"): five minutes as CSV, hours as JSON. Main direction
//! (`hoofdrichting`) is left, counter direction (`tegenrichting`) is right.
//!
//! Where the clocks are put forward, the files have the hour that does not exist: in the CSV the clock
//! column says 2:00 to 2:55 and the column with the offset 3:00 to 3:55, which come again behind; in most
//! JSON files the hour 3 stands twice, the first in the place of hour 2, in others it is called 2. All of
//! these are refused. Where the clocks are put back, the first 2 o'clock is not in the files: it stays missing.

use super::counts::{Counts, Site};
use super::dialect::{self, Header, has_width};
use super::encoding::text_of;
use super::error::ReadError;
use super::local_time::{AMBIGUOUS, IN_GAP};
use super::place::Place;
use super::site_list::SiteList;
use super::telraam::{NEGATIVE, NO_NUMBER, NO_SEGMENT, NO_TIME, SIDES_DIFFER};
use super::telraam_csv::OTHER_WIDTH;
use super::written_time::{self, Clock, Written};
use super::zero_days;
use crate::domain::fold::slug;
use crate::domain::time::CivilMeaning;
use crate::domain::{CivilDate, Instant, Mode, SegmentId, Side, Zone};
use crate::quality::sides::sides_agree;
use crate::table::CountRow;
use csv::StringRecord;
use serde_json::Value;
use std::collections::HashMap;

pub const CLOCKS_DIFFER: &str = "the clock and the time with an offset differ";
pub const FALSE_HOUR: &str = "an hour that the clocks skipped, told as the one after it";

const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;
const CSV: &str = "five-minute counts of Ghent";
const JSON: &str = "hourly counts of Ghent";
const COLUMNS: [&str; 8] = [
    "Code",
    "Locatie",
    "Datum",
    "Uur5Minuten",
    "Ordening",
    "Totaal",
    "Tegenrichting",
    "Hoofdrichting",
];

/// One interval as published.
struct Passages {
    total: Option<f64>,
    main: Option<f64>,
    counter: Option<f64>,
}

impl Passages {
    fn row(
        &self,
        segment: SegmentId,
        start: Instant,
        minutes: u16,
    ) -> Result<CountRow, &'static str> {
        let all = [self.total, self.main, self.counter];
        if all.iter().flatten().any(|value| *value < 0.0) {
            return Err(NEGATIVE);
        }
        if !sides_agree(self.total, self.main, self.counter) {
            return Err(SIDES_DIFFER);
        }
        let mut row = CountRow::empty(segment, start);
        row.minutes = minutes;
        row.set_volume(Mode::Bike, Side::Both, self.total);
        row.set_volume(Mode::Bike, Side::Left, self.main);
        row.set_volume(Mode::Bike, Side::Right, self.counter);
        Ok(row)
    }
}

/// Whether a civil time (as if it were UTC, in milliseconds) was skipped by the clocks.
fn is_skipped(zone: Zone, civil_ms: i64) -> bool {
    let date = i32::try_from(civil_ms.div_euclid(DAY_MS)).map(CivilDate::from_days);
    let minute = civil_ms.rem_euclid(DAY_MS) / 60_000;
    let part = |value: i64| u8::try_from(value).unwrap_or(0);
    date.is_ok_and(|date| {
        zone.meaning(date, part(minute / 60), part(minute % 60)) == CivilMeaning::Gap
    })
}

fn describe(counts: &mut Counts, segment: &SegmentId, place: &str) {
    counts.describe(
        segment,
        &Site {
            name: place.to_owned(),
            side_names: Some(("hoofdrichting".to_owned(), "tegenrichting".to_owned())),
            ..Site::default()
        },
    );
}

/// Reads five-minute counts; the code of the post is the segment.
pub fn read_csv(file: &str, bytes: &[u8], zone: Zone) -> Result<Counts, ReadError> {
    let text = text_of(file, bytes, None)?;
    let mut counts = Counts::new(file);
    let is_header = |record: &StringRecord| {
        let has = |name: &&str| record.iter().any(|cell| cell.trim() == *name);
        COLUMNS.iter().all(has)
    };
    let Some(mut sheet) = dialect::open(file, &text, None, Header::Recognised(&is_header))? else {
        return Err(missing(file, &text)?);
    };
    let at = COLUMNS.map(|name| sheet.header.iter().position(|cell| cell.trim() == name));
    let width = sheet.header.len();
    let mut record = StringRecord::new();
    while let Some(row) = sheet.next(&mut record)? {
        let cells = at.map(|at| at.and_then(|i| record.get(i)).unwrap_or("").trim());
        if has_width(&record, width) {
            take_five_minutes(cells, row, zone, &mut counts);
        } else {
            counts.report.refuse(OTHER_WIDTH, Place::row(row));
        }
    }
    zero_days::note(&mut counts, zone);
    Ok(counts)
}

fn missing(file: &str, text: &str) -> Result<ReadError, ReadError> {
    let sheet = dialect::open(file, text, None, Header::Sniffed)?;
    let header = sheet.map(|sheet| sheet.header).unwrap_or_default();
    let column = COLUMNS
        .iter()
        .find(|name| !header.iter().any(|cell| cell.trim() == **name));
    Ok(ReadError::MissingColumn {
        file: file.to_owned(),
        place: Place::Line { line: 1, column: 1 },
        column: column.copied().unwrap_or_default().to_owned(),
        found: header.iter().collect::<Vec<_>>().join(", "),
        expected: CSV,
    })
}

fn take_five_minutes(cells: [&str; 8], row: u64, zone: Zone, counts: &mut Counts) {
    let [code, place, date, clock, order, total, counter, main] = cells;
    let refuse = |counts: &mut Counts, why: &str, column: &str| {
        counts.report.refuse(why, Place::cell(row, column));
    };
    if code.is_empty() {
        return refuse(counts, NO_SEGMENT, "Code");
    }
    let civil = written_time::parse(&format!("{date} {clock}"), None);
    let Ok(Written::Civil(civil)) = civil else {
        return refuse(counts, NO_TIME, "Uur5Minuten");
    };
    if is_skipped(zone, civil) {
        return refuse(counts, IN_GAP, "Uur5Minuten");
    }
    let Ok(Written::Instant(start)) = written_time::parse(order, None) else {
        return refuse(counts, NO_TIME, "Ordening");
    };
    let local = zone.local(start);
    if start.0 + i64::from(local.offset_minutes) * 60_000 != civil {
        return refuse(counts, CLOCKS_DIFFER, "Ordening");
    }
    let number = |text: &str| match text {
        "" => Ok(None),
        text => text
            .parse::<f64>()
            .ok()
            .filter(|n| n.is_finite())
            .map(Some)
            .ok_or(()),
    };
    let (Ok(total), Ok(main), Ok(counter)) = (number(total), number(main), number(counter)) else {
        return refuse(counts, NO_NUMBER, "Totaal");
    };
    let segment = SegmentId(code.to_owned());
    let passages = Passages {
        total,
        main,
        counter,
    };
    match passages.row(segment.clone(), start, 5) {
        Ok(made) => {
            if !counts.sites.contains_key(&segment) {
                describe(counts, &segment, place);
            }
            counts.keep(&made, row);
        }
        Err(why) => counts.report.refuse(why, Place::row(row)),
    }
}

/// Reads hourly counts. The segment is the code that the list of posts gives to the name, else the name itself.
pub fn read_json(
    file: &str,
    bytes: &[u8],
    posts: Option<&SiteList>,
    zone: Zone,
) -> Result<Counts, ReadError> {
    let value: Value =
        serde_json::from_slice(bytes).map_err(|e| ReadError::json(file, &e, JSON))?;
    let Some(hours) = value.as_array() else {
        return Err(ReadError::malformed(file, Place::File, "no list", JSON));
    };
    if let Some(first) = hours.first() {
        for field in ["locatie", "datum", "uur5minuten", "totaal"] {
            if first.get(field).is_none() {
                return Err(ReadError::malformed(
                    file,
                    Place::row(1),
                    format!("an entry without {field:?}"),
                    JSON,
                ));
            }
        }
    }
    let mut counts = Counts::new(file);
    // How often a post has an hour, to find the false ones.
    let civil: Vec<Option<i64>> = hours.iter().map(civil_of).collect();
    let mut again: HashMap<(&str, i64), u32> = HashMap::new();
    for (hour, civil) in hours.iter().zip(&civil) {
        if let Some(civil) = civil {
            *again.entry((text(hour, "locatie"), *civil)).or_default() += 1;
        }
    }
    let mut clock = Clock::new(Some(zone));
    for ((hour, civil), row) in hours.iter().zip(&civil).zip(1..) {
        let place = text(hour, "locatie");
        let Some(civil) = *civil else {
            counts
                .report
                .refuse(NO_TIME, Place::cell(row, "uur5minuten"));
            continue;
        };
        if place.is_empty() {
            counts
                .report
                .refuse(NO_SEGMENT, Place::cell(row, "locatie"));
            continue;
        }
        if let Some(times) = again.get_mut(&(place, civil)) {
            *times -= 1;
            if *times > 0 && is_skipped(zone, civil - HOUR_MS) {
                counts
                    .report
                    .refuse(FALSE_HOUR, Place::cell(row, "uur5minuten"));
                continue;
            }
        }
        let segment = posts
            .and_then(|posts| posts.id_of(place))
            .cloned()
            .unwrap_or_else(|| SegmentId(slug(place)));
        let read = match clock.instant(&segment, Written::Civil(civil)) {
            Some(Ok(read)) => read,
            other => {
                let why = other.and_then(Result::err).unwrap_or(NO_TIME);
                counts.report.refuse(why, Place::cell(row, "uur5minuten"));
                continue;
            }
        };
        let made = passages_of(hour).and_then(|p| p.row(segment.clone(), read.instant, 60));
        match made {
            Ok(made) => {
                if read.is_ambiguous {
                    counts.report.warn(AMBIGUOUS, Place::row(row));
                }
                if !counts.sites.contains_key(&segment) {
                    describe(&mut counts, &segment, place);
                }
                counts.keep(&made, row);
            }
            Err(why) => counts.report.refuse(why, Place::row(row)),
        }
    }
    zero_days::note(&mut counts, zone);
    Ok(counts)
}

fn text<'h>(hour: &'h Value, field: &str) -> &'h str {
    hour.get(field).and_then(Value::as_str).unwrap_or("").trim()
}

fn civil_of(hour: &Value) -> Option<i64> {
    let both = format!("{} {}", text(hour, "datum"), text(hour, "uur5minuten"));
    match written_time::parse(&both, None) {
        Ok(Written::Civil(ms)) => Some(ms),
        _ => None,
    }
}

/// `null` and `""` are missing.
fn passages_of(hour: &Value) -> Result<Passages, &'static str> {
    let number = |field: &str| match hour.get(field) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::Number(number)) => Ok(number.as_f64()),
        Some(Value::String(text)) if text.trim().is_empty() => Ok(None),
        Some(Value::String(text)) => text.trim().parse().map(Some).map_err(|_| NO_NUMBER),
        Some(_) => Err(NO_NUMBER),
    };
    Ok(Passages {
        total: number("totaal")?,
        main: number("hoofdrichting")?,
        counter: number("tegenrichting")?,
    })
}
