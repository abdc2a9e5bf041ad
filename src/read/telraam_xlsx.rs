//! Counts as Telraam's web page exports them (XLSX): other columns than the API, local times without an
//! offset, an uptime in words ("Good uptime - 0.75"), all numbers rounded to whole ones (definitions 4.12).
//!
//! `A > B` is left and `B > A` is right, as in the API. The kinds of the second generation of sensors
//! ("Mode bus", "Mode truck", …) are parts of the modes beside them and are only added up where a file
//! has no column for the mode; where both are there and disagree it is noted (in published files the
//! kind "pedestrian" has its two sides the other way round: which is right, only Telraam knows).

use super::counts::{Counts, Site};
use super::error::ReadError;
use super::local_time::AMBIGUOUS;
use super::place::Place;
use super::telraam::{Hour, NO_NUMBER, NO_SEGMENT, NO_TIME, OTHER_INTERVAL, generation_by_night};
use super::telraam_titles::{self, Title};
use super::workbook::{self, Cell};
use super::written_time::{self, Clock, Written};
use crate::domain::{Instant, Mode, SegmentId, SensorGeneration, Side, Zone};
use crate::table::{SPEED_BINS_5, SPEED_BINS_10};
use std::collections::BTreeMap;
use std::ops::ControlFlow;

pub const PARTS_DIFFER: &str = "the columns \"Mode …\" do not add up to the column of their mode";

const EXPECTED: &str = "a web export of Telraam (XLSX), with a row of titles such as \"Segment ID\", \"Date and Time (Local)\" and \"Car Total\"";
/// Rows in which the titles must come.
const TITLES_WITHIN: u64 = 10;
/// Of a message about titles that are not there.
const SHOWN_TITLES: usize = 6;
const MINUTE_MS: i64 = 60_000;
/// Both sides and their total are rounded each: they can be 1.5 apart.
const ROUNDED_TOLERANCE: f64 = 1.5 + 1e-9;

/// Reads an export. `zone` is that of the local times, which the town file has to say.
pub fn read(file: &str, bytes: &[u8], zone: Option<Zone>) -> Result<Counts, ReadError> {
    let mut counts = Counts::new(file);
    let mut clock = Clock::new(zone);
    let mut columns: Option<Columns> = None;
    let mut first: Option<(u64, String)> = None;
    let mut hours: Vec<(u64, Hour)> = Vec::new();
    let mut in_quarters = false;
    workbook::rows(file, bytes, EXPECTED, &mut |row, cells| {
        let Some(columns) = &columns else {
            columns = Columns::find(row, cells, &mut counts);
            first.get_or_insert_with(|| (row, titles(cells)));
            return Ok(if columns.is_none() && row >= TITLES_WITHIN {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            });
        };
        match columns.hour(file, row, cells, &mut clock, &mut counts)? {
            Ok((hour, civil)) => {
                in_quarters |= civil.rem_euclid(60 * MINUTE_MS) != 0;
                hours.push((row, hour));
            }
            Err((why, column)) => counts.report.refuse(why, Place::cell(row, column)),
        }
        Ok(ControlFlow::Continue(()))
    })?;
    if columns.is_none() {
        let (row, found) = first.unwrap_or_default();
        let found = format!("no row of titles; the first row is {found}");
        return Err(ReadError::malformed(file, Place::row(row), found, EXPECTED));
    }
    // An export has one length of interval and does not say which.
    let minutes = if in_quarters { 15 } else { 60 };
    for (row, mut hour) in hours {
        hour.minutes = minutes;
        counts.take(&hour, row);
    }
    Ok(counts)
}

fn titles(cells: &[Cell]) -> String {
    let texts = cells.iter().map(Cell::text).filter(|text| !text.is_empty());
    let shown: Vec<String> = texts
        .take(SHOWN_TITLES)
        .map(|text| format!("{text:?}"))
        .collect();
    shown.join(", ")
}

/// Why a row is refused, and the title of the column at fault.
type Refusal<'c> = (&'static str, &'c str);

/// Where things are in a row.
#[derive(Debug)]
struct Columns {
    segment: usize,
    time: usize,
    is_utc: bool,
    street: Option<usize>,
    municipality: Option<usize>,
    uptime: Option<usize>,
    v85: Option<usize>,
    shares_5: Vec<usize>,
    shares_10: Vec<usize>,
    volumes: Vec<(Mode, Side, usize)>,
    parts: BTreeMap<(usize, usize), Vec<usize>>,
    names: Vec<String>,
}

impl Columns {
    /// The columns by their titles; `None` where the row is not one of titles.
    fn find(row: u64, cells: &[Cell], counts: &mut Counts) -> Option<Self> {
        let names: Vec<String> = cells.iter().map(Cell::text).collect();
        let known: Vec<Option<Title>> = names
            .iter()
            .map(|name| telraam_titles::parse(name))
            .collect();
        let find = |title: Title| known.iter().position(|t| *t == Some(title));
        let segment = find(Title::Segment).or_else(|| find(Title::Installation))?;
        let local = find(Title::LocalTime);
        let time = local.or_else(|| find(Title::UtcTime))?;
        find(Title::Volume(Mode::Car, Side::Both))?;
        let classes = |n: usize, title: fn(usize) -> Title| {
            // One class that is missing makes the whole distribution unknown.
            let found: Option<Vec<usize>> = (0..n).map(|class| find(title(class))).collect();
            found.unwrap_or_default()
        };
        let mut volumes = Vec::new();
        let mut parts: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
        for (i, (title, name)) in known.iter().zip(&names).enumerate() {
            let is_again = title.is_some_and(|title| find(title).is_some_and(|first| first < i));
            match title {
                Some(Title::Volume(mode, side)) if !is_again => volumes.push((*mode, *side, i)),
                // Several parts have the same mode and side.
                Some(Title::Part(mode, side)) => {
                    parts
                        .entry((mode.index(), side.index()))
                        .or_default()
                        .push(i);
                }
                Some(_) if !is_again => {}
                _ if name.is_empty() => {}
                _ => counts.report.warn(
                    &format!("unknown column {name:?} passed over"),
                    Place::cell(row, name),
                ),
            }
        }
        Some(Self {
            segment,
            time,
            is_utc: local.is_none(),
            street: find(Title::Street),
            municipality: find(Title::Municipality),
            uptime: find(Title::Uptime),
            v85: find(Title::V85),
            shares_5: classes(SPEED_BINS_5, Title::Share5),
            shares_10: classes(SPEED_BINS_10, Title::Share10),
            volumes,
            parts,
            names,
        })
    }

    fn refused<T>(&self, why: &'static str, column: usize) -> Result<T, Refusal<'_>> {
        Err((why, self.names.get(column).map_or("", String::as_str)))
    }

    fn number(&self, cells: &[Cell], column: usize) -> Result<Option<f64>, Refusal<'_>> {
        match cells.get(column) {
            None | Some(Cell::Empty) => Ok(None),
            Some(Cell::Number(number)) => Ok(Some(*number)),
            Some(Cell::Text(text)) if text.trim().is_empty() => Ok(None),
            Some(Cell::Text(text)) => match as_number(text) {
                Some(number) => Ok(Some(number)),
                None => self.refused(NO_NUMBER, column),
            },
            Some(Cell::Time(_) | Cell::Other) => self.refused(NO_NUMBER, column),
        }
    }

    /// The hour of a row and its civil time, or why not and in which column. The outer error is
    /// one of the whole file.
    fn hour(
        &self,
        file: &str,
        row: u64,
        cells: &[Cell],
        clock: &mut Clock,
        counts: &mut Counts,
    ) -> Result<Result<(Hour, i64), Refusal<'_>>, ReadError> {
        let id = cells.get(self.segment).map(Cell::text).unwrap_or_default();
        if id.is_empty() || id == "-1" {
            return Ok(self.refused(NO_SEGMENT, self.segment));
        }
        let segment = SegmentId(id);
        let written = match cells.get(self.time) {
            Some(Cell::Time(ms)) => Ok(Written::Civil(*ms)),
            Some(Cell::Text(text)) => written_time::parse(text, None),
            _ => Err(NO_TIME),
        };
        let written = match written {
            Ok(Written::Civil(ms)) if self.is_utc => Written::Instant(Instant(ms)),
            Ok(written) => written,
            Err(why) => return Ok(self.refused(why, self.time)),
        };
        let civil = match written {
            Written::Civil(ms) | Written::Instant(Instant(ms)) => ms,
        };
        if civil.rem_euclid(15 * MINUTE_MS) != 0 {
            return Ok(self.refused(OTHER_INTERVAL, self.time));
        }
        let name = self.names.get(self.time).map_or("", String::as_str);
        let start = match clock.instant(&segment, written) {
            None => {
                return Err(ReadError::Undeclared {
                    file: file.to_owned(),
                    place: Place::cell(row, name),
                    found: "a time without an offset".to_owned(),
                    expected: "zone = \"Europe/Brussels\" or the like".to_owned(),
                });
            }
            Some(Err(why)) => return Ok(self.refused(why, self.time)),
            Some(Ok(read)) => {
                if read.is_ambiguous {
                    counts.report.warn(AMBIGUOUS, Place::cell(row, name));
                }
                read.instant
            }
        };
        let mut hour = Hour::empty(segment, start);
        let values = self.values(cells, &mut hour);
        if let Ok(true) = values {
            counts.report.warn(PARTS_DIFFER, Place::row(row));
        }
        let text = |column: Option<usize>| {
            let cell = column.and_then(|i| cells.get(i));
            cell.map(Cell::text).unwrap_or_default()
        };
        let site = Site {
            name: text(self.street),
            municipality: text(self.municipality),
            ..Site::default()
        };
        if values.is_ok() && site != Site::default() {
            counts.describe(&hour.segment, &site);
        }
        Ok(values.map(|_| (hour, civil)))
    }

    /// Fills the hour; whether the kinds disagree with their modes.
    fn values(&self, cells: &[Cell], hour: &mut Hour) -> Result<bool, Refusal<'_>> {
        let mut night = None;
        let mut has_night = false;
        for (mode, side, column) in &self.volumes {
            let value = self.number(cells, *column)?;
            hour.set_volume(*mode, *side, value);
            if (*mode, *side) == (Mode::Night, Side::Both) {
                has_night = true;
                night = value;
            }
        }
        let mut differ = false;
        for ((mode, side), columns) in &self.parts {
            let mut sum = Some(0.0);
            for column in columns {
                let part = self.number(cells, *column)?;
                sum = sum.zip(part).map(|(sum, part)| sum + part);
            }
            let is_column = |v: &&(Mode, Side, usize)| (v.0.index(), v.1.index()) == (*mode, *side);
            let cell = hour.volumes.get_mut(*mode).and_then(|m| m.get_mut(*side));
            let Some(cell) = cell else { continue };
            if self.volumes.iter().find(is_column).is_none() {
                *cell = sum;
            } else if let (Some(sum), Some(value)) = (sum, *cell) {
                // Each number is rounded by a half at most.
                let tolerance = 0.5 * (columns.len() + 1) as f64 + 1e-9;
                differ |= (sum - value).abs() > tolerance;
            }
        }
        let mut volumes = hour.volumes.iter().flatten().flatten();
        if volumes.all(|volume| volume.fract() == 0.0) {
            hour.sides_tolerance = ROUNDED_TOLERANCE;
        }
        hour.uptime = match self.uptime.and_then(|i| cells.get(i).map(|cell| (i, cell))) {
            // "Good uptime - 0.75": the words depend on the language, the number ends it.
            Some((i, Cell::Text(text))) => match text.split_whitespace().last() {
                None => None,
                Some(last) => match as_number(last) {
                    Some(uptime) => Some(uptime),
                    None => return self.refused(NO_NUMBER, i),
                },
            },
            Some((i, _)) => self.number(cells, i)?,
            None => None,
        };
        if let Some(column) = self.v85 {
            hour.v85 = self.number(cells, column)?;
        }
        hour.shares_5 = self.shares(cells, &self.shares_5)?;
        hour.shares_10 = self.shares(cells, &self.shares_10)?;
        // The kinds are those of the second generation, whose night is empty by day in some exports.
        hour.sensor = if self.parts.is_empty() {
            generation_by_night(has_night, night)
        } else {
            Some(SensorGeneration::S2)
        };
        Ok(differ)
    }

    fn shares(&self, cells: &[Cell], columns: &[usize]) -> Result<Option<Vec<f64>>, Refusal<'_>> {
        if columns.is_empty() {
            return Ok(None);
        }
        let shares = columns.iter().map(|i| self.number(cells, *i));
        shares.collect()
    }
}

fn as_number(text: &str) -> Option<f64> {
    let number: f64 = text.trim().replace(',', ".").parse().ok()?;
    number.is_finite().then_some(number)
}
