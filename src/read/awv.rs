//! Bicycle counts of the Flemish road agency ("fietstellingen", definitions 4.13): files without a
//! header, a row per site, direction, type and interval; the list of sites says how long that is.
//!
//! `IN` is left and `OUT` is right, with the names that the list of directions gives them.
//! Motorbikes are refused: the counters stand on cycle paths, so they are no bicycles, and they have
//! no mode of their own (Telraam's "bike" holds them because its camera cannot tell, definitions 4.5).

use super::awv_sites::{AwvSite, AwvSites};
use super::counts::Counts;
use super::dialect::{self, Header, has_width};
use super::encoding::text_of;
use super::error::ReadError;
use super::gathered::{Gathered, Value};
use super::local_time::AMBIGUOUS;
use super::place::Place;
use super::telraam::{NEGATIVE, NO_NUMBER, NO_TIME};
use super::telraam_csv::OTHER_WIDTH;
use super::written_time::{self, Clock, Written};
use super::zero_days;
use crate::domain::{Mode, SegmentId, Side, Zone};
use csv::StringRecord;

pub const OTHER_SITE: &str = "a site that the list of sites does not have";
pub const TEST_SITE: &str = "a test site: its interval is 0 in the list of sites";
pub const OTHER_DIRECTION: &str = "a direction other than IN, OUT and IN/OUT";
pub const OTHER_LENGTH: &str = "an interval of another length than that of its site";
pub const MOTORBIKE: &str = "motorbikes: neither bicycles nor a mode of their own";
pub const NO_MODE: &str = "a type without a mode: horses, kayaks, not defined";
pub const OTHER_TYPE: &str = "a type that is not known";

/// Types as published. Several may be one mode: their numbers are added.
const TYPES: [(&str, Result<Mode, &str>); 9] = [
    ("VOETGANGERS", Ok(Mode::Pedestrian)),
    ("FIETSERS", Ok(Mode::Bike)),
    ("AUTOS", Ok(Mode::Car)),
    ("BUSSEN", Ok(Mode::Heavy)),
    ("MINIBUSSEN", Ok(Mode::Heavy)),
    ("MOTORFIETSEN", Err(MOTORBIKE)),
    ("PAARDEN", Err(NO_MODE)),
    ("KAYAKS", Err(NO_MODE)),
    ("NIET GEDEFINIEERD", Err(NO_MODE)),
];

const MINUTE_MS: i64 = 60_000;

/// Reads a month of counts. Times are local, so they are read in `zone`.
pub fn read(file: &str, bytes: &[u8], sites: &AwvSites, zone: Zone) -> Result<Counts, ReadError> {
    let text = text_of(file, bytes, None)?;
    let mut counts = Counts::new(file);
    let Some(mut sheet) = dialect::open(file, &text, Some(b','), Header::None)? else {
        return Ok(counts);
    };
    let mut gathered = Gathered::default();
    let mut clock = Clock::new(Some(zone));
    let mut record = StringRecord::new();
    while let Some(row) = sheet.next(&mut record)? {
        match take(&record, row, sites, &mut clock, &mut gathered) {
            Ok(is_ambiguous) => {
                counts.report.keep();
                if is_ambiguous {
                    counts.report.warn(AMBIGUOUS, Place::cell(row, "van"));
                }
            }
            Err((why, column)) => {
                let place = column.map_or(Place::row(row), |name| Place::cell(row, name));
                counts.report.refuse(why, place);
            }
        }
    }
    gathered.finish(&mut counts, &|segment| {
        sites.get(&segment.0).is_some_and(AwvSite::is_two_way)
    });
    for segment in counts.table.segments.clone() {
        if let Some(site) = sites.get(&segment.0) {
            counts.describe(&segment, &site.described());
        }
    }
    zero_days::note(&mut counts, zone);
    Ok(counts)
}

/// Takes a row; whether its time occurs twice.
fn take(
    record: &StringRecord,
    row: u64,
    sites: &AwvSites,
    clock: &mut Clock,
    gathered: &mut Gathered,
) -> Result<bool, (&'static str, Option<&'static str>)> {
    if !has_width(record, 6) {
        return Err((OTHER_WIDTH, None));
    }
    let cell = |i: usize| record.get(i).unwrap_or("").trim();
    let (id, direction, kind) = (cell(0), cell(1), cell(2));
    let site = sites.get(id).ok_or((OTHER_SITE, Some("site_id")))?;
    let minutes = match site.minutes {
        Some(0) => return Err((TEST_SITE, Some("site_id"))),
        Some(minutes) => minutes,
        None => return Err((OTHER_LENGTH, Some("site_id"))),
    };
    let side = match direction.to_ascii_uppercase().as_str() {
        "IN" => Side::Left,
        "OUT" => Side::Right,
        "IN/OUT" => Side::Both,
        _ => return Err((OTHER_DIRECTION, Some("richting"))),
    };
    let (index, mode) = TYPES
        .iter()
        .enumerate()
        .find(|(_, (name, _))| name.eq_ignore_ascii_case(kind))
        .map(|(i, (_, mode))| (i, *mode))
        .ok_or((OTHER_TYPE, Some("type")))?;
    let mode = mode.map_err(|why| (why, Some("type")))?;
    let count: f64 = cell(5).parse().map_err(|_| (NO_NUMBER, Some("aantal")))?;
    if !count.is_finite() {
        return Err((NO_NUMBER, Some("aantal")));
    }
    if count < 0.0 {
        return Err((NEGATIVE, Some("aantal")));
    }
    let civil = |i: usize, column: &'static str| match written_time::parse(cell(i), None) {
        Ok(Written::Civil(ms)) => Ok(ms),
        _ => Err((NO_TIME, Some(column))),
    };
    let (from, to) = (civil(3, "van")?, civil(4, "tot")?);
    // Over a change of the clocks an interval seems an hour longer or shorter.
    let beyond = (to - from) / MINUTE_MS - i64::from(minutes);
    if !matches!(beyond, -60 | 0 | 60) || (to - from) % MINUTE_MS != 0 {
        return Err((OTHER_LENGTH, Some("tot")));
    }
    let stream = SegmentId(format!("{id} {side:?} {index}"));
    let read = match clock.instant(&stream, Written::Civil(from)) {
        Some(Ok(read)) => read,
        Some(Err(why)) => return Err((why, Some("van"))),
        None => return Err((NO_TIME, Some("van"))),
    };
    let value = Value {
        kind: index,
        mode,
        side,
        count,
    };
    gathered
        .take(&SegmentId(id.to_owned()), read.instant, minutes, row, value)
        .map_err(|why| (why, None))?;
    Ok(read.is_ambiguous)
}
