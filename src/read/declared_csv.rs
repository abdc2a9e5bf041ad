//! CSV files of counts that no reader knows, read as the town file declares them (definitions 4.16,
//! generic CSV). What is not declared is found out where that is safe, and refused where only the
//! publisher knows: the zone, the order of day and month, the mark of decimals.

use super::counts::{Counts, Site};
use super::declared_columns::{Column, Columns, cell, open, order_of};
use super::dialect::has_width;
use super::encoding::text_of;
use super::error::ReadError;
use super::gathered::{Gathered, Value};
use super::local_time::AMBIGUOUS;
use super::place::Place;
use super::table_map::{SpeedUnit, TableMap, UptimeUnit};
use super::telraam::{Hour, NEGATIVE, NO_SEGMENT, row_of};
use super::telraam_csv::OTHER_WIDTH;
use super::written_number::{AMBIGUOUS_NUMBER, number};
use super::written_time::{Clock, DateOrder};
use crate::domain::{Instant, Mode, SegmentId, Side, Zone};
use csv::StringRecord;

pub const OTHER_MODE: &str = "a mode that the town file does not name";
pub const OTHER_SIDE: &str = "a direction that the town file does not name";

/// Reads a file. `zone` is that of times without an offset.
pub fn read(
    file: &str,
    bytes: &[u8],
    map: &TableMap,
    zone: Option<Zone>,
) -> Result<Counts, ReadError> {
    let text = text_of(file, bytes, map.encoding)?;
    let mut sheet = open(file, &text, map)?;
    let columns = Columns::of(file, &sheet, map)?;
    let order = match map.date_order {
        Some(order) => Some(order),
        None => order_of(file, &text, map, &columns)?,
    };
    let mut reading = Reading {
        file,
        map,
        order,
        separator: sheet.separator,
        columns,
        clock: Clock::new(zone),
        counts: Counts::new(file),
        gathered: Gathered::default(),
        kinds: map.modes.keys().map(String::as_str).collect(),
        segment: SegmentId(String::new()),
        stream: SegmentId(String::new()),
    };
    let mut record = StringRecord::new();
    while let Some(row) = sheet.next(&mut record)? {
        if reading
            .columns
            .width
            .is_some_and(|w| !has_width(&record, w))
        {
            reading.counts.report.refuse(OTHER_WIDTH, Place::row(row));
        } else if let Err((why, column)) = reading.take(&record, row)? {
            let place = column.map_or(Place::row(row), |name| Place::cell(row, name));
            reading.counts.report.refuse(why, place);
        }
    }
    let Reading {
        mut counts,
        gathered,
        ..
    } = reading;
    gathered.finish(&mut counts, &|_| false);
    if let Some([left, right]) = &map.side_names {
        for segment in counts.table.segments.clone() {
            let side_names = Some((left.clone(), right.clone()));
            counts.describe(
                &segment,
                &Site {
                    side_names,
                    ..Site::default()
                },
            );
        }
    }
    Ok(counts)
}

/// Why a row is refused, and its column where one is to blame.
type Refused<'m> = (&'static str, Option<&'m str>);

struct Reading<'m> {
    file: &'m str,
    map: &'m TableMap,
    order: Option<DateOrder>,
    separator: u8,
    columns: Columns<'m>,
    clock: Clock,
    counts: Counts,
    gathered: Gathered,
    /// The declared values of the mode column, in order.
    kinds: Vec<&'m str>,
    /// The site and the stream of rows (site, mode and direction) of the row before: most rows share them.
    segment: SegmentId,
    stream: SegmentId,
}

impl<'m> Reading<'m> {
    fn take(
        &mut self,
        record: &StringRecord,
        row: u64,
    ) -> Result<Result<(), Refused<'m>>, ReadError> {
        let id = match (self.columns.segment, &self.map.segment_id) {
            (Some(column), _) => cell(record, column),
            (None, id) => id.as_deref().unwrap_or_default(),
        };
        if id.is_empty() {
            return Ok(Err((NO_SEGMENT, self.columns.segment.map(|c| c.name))));
        }
        if self.segment.0 != id {
            self.segment = SegmentId(id.to_owned());
        }
        let long = [self.columns.mode, self.columns.side]
            .into_iter()
            .flatten()
            .map(|column| cell(record, column));
        let stream: String = std::iter::once(id)
            .chain(long)
            .collect::<Vec<_>>()
            .join(" ");
        if self.stream.0 != stream {
            self.stream = SegmentId(stream);
        }
        let time = self.columns.time.name;
        let start = match self.columns.written(record, self.order) {
            Err(why) => return Ok(Err((why, Some(time)))),
            Ok(written) => match self.clock.instant(&self.stream, written) {
                None => return Err(self.undeclared_zone(record, row)),
                Some(Err(why)) => return Ok(Err((why, Some(time)))),
                Some(Ok(read)) => {
                    if read.is_ambiguous {
                        self.counts.report.warn(AMBIGUOUS, Place::cell(row, time));
                    }
                    read.instant
                }
            },
        };
        if let Some(column) = self.columns.name {
            let segment = self.segment.clone();
            self.counts.name_street(&segment, cell(record, column));
        }
        match self.columns.value {
            None => self.wide(record, row, start),
            Some(value) => self.long(record, row, start, value),
        }
    }

    fn wide(
        &mut self,
        record: &StringRecord,
        row: u64,
        start: Instant,
    ) -> Result<Result<(), Refused<'m>>, ReadError> {
        let mut hour = Hour::empty(self.segment.clone(), start);
        hour.minutes = self.map.minutes;
        for i in 0..self.columns.counts.len() {
            let Some((column, mode, side)) = self.columns.counts.get(i).copied() else {
                continue;
            };
            match self.number(record, row, column)? {
                Ok(value) => hour.set_volume(mode, side, value),
                Err(why) => return Ok(Err((why, Some(column.name)))),
            }
        }
        let has_total: Vec<Mode> = self
            .columns
            .counts
            .iter()
            .filter(|(_, _, side)| *side == Side::Both)
            .map(|(_, mode, _)| *mode)
            .collect();
        for (mode, sides) in Mode::ALL.into_iter().zip(&mut hour.volumes) {
            let [total, left, right] = sides;
            if !has_total.contains(&mode)
                && let (Some(left), Some(right)) = (*left, *right)
            {
                *total = Some(left + right);
            }
        }
        let mut mean_kmh = None;
        for (column, slot, factor) in [
            (
                self.columns.uptime,
                &mut hour.uptime,
                match self.map.uptime_unit {
                    UptimeUnit::Share => 1.0,
                    UptimeUnit::Percent => 0.01,
                },
            ),
            (
                self.columns.v85,
                &mut hour.v85,
                self.map.speed_unit.map_or(1.0, SpeedUnit::kmh),
            ),
            (
                self.columns.mean_speed,
                &mut mean_kmh,
                self.map.speed_unit.map_or(1.0, SpeedUnit::kmh),
            ),
        ] {
            let Some(column) = column else { continue };
            match self.number(record, row, column)? {
                Ok(value) => *slot = value.map(|v| v * factor),
                Err(why) => return Ok(Err((why, Some(column.name)))),
            }
        }
        let report = &mut self.counts.report;
        match row_of(&hour, &mut |what| report.warn(what, Place::row(row))) {
            Ok(_) if mean_kmh.is_some_and(|v| v < 0.0) => Ok(Err((NEGATIVE, None))),
            Ok(mut kept) => {
                if kept.uptime != Some(0.0) {
                    kept.mean_kmh = mean_kmh;
                }
                self.counts.keep(&kept, row);
                Ok(Ok(()))
            }
            Err(why) => Ok(Err((why, None))),
        }
    }

    fn long(
        &mut self,
        record: &StringRecord,
        row: u64,
        start: Instant,
        column: Column<'m>,
    ) -> Result<Result<(), Refused<'m>>, ReadError> {
        let (kind, passage) = match self.columns.mode {
            None => (0, self.map.only_mode),
            Some(mode) => {
                let text = cell(record, mode);
                let Some(kind) = self.kinds.iter().position(|k| k.trim() == text) else {
                    return Ok(Err((OTHER_MODE, Some(mode.name))));
                };
                let declared = self.kinds.get(kind).and_then(|k| self.map.modes.get(*k));
                (kind, declared.copied())
            }
        };
        let Some(passage) = passage else {
            return Ok(Err((OTHER_MODE, None)));
        };
        let side = match self.columns.side {
            None => passage.side,
            Some(side) => match self.map.sides.get(cell(record, side)) {
                Some(declared) => declared.0,
                None => return Ok(Err((OTHER_SIDE, Some(side.name)))),
            },
        };
        let count = match self.number(record, row, column)? {
            Ok(Some(count)) if count < 0.0 => return Ok(Err((NEGATIVE, Some(column.name)))),
            Ok(Some(count)) => count,
            Ok(None) => return Ok(Err((NO_VALUE, Some(column.name)))),
            Err(why) => return Ok(Err((why, Some(column.name)))),
        };
        let value = Value {
            kind,
            mode: passage.mode,
            side,
            count,
        };
        let taken = self
            .gathered
            .take(&self.segment, start, self.map.minutes, row, value);
        if taken.is_ok() {
            self.counts.report.keep();
        }
        Ok(taken.map_err(|why| (why, None)))
    }

    fn number(
        &self,
        record: &StringRecord,
        row: u64,
        column: Column<'_>,
    ) -> Result<Result<Option<f64>, &'static str>, ReadError> {
        let text = cell(record, column);
        if self.map.missing.iter().any(|mark| mark.trim() == text) {
            return Ok(Ok(None));
        }
        match number(text, self.map.decimal, self.separator) {
            Err(AMBIGUOUS_NUMBER) => Err(ReadError::Undeclared {
                file: self.file.to_owned(),
                place: Place::cell(row, column.name),
                found: format!("the number {text:?}, which may have thousands or decimals"),
                expected: "decimal = \".\" or \",\"".to_owned(),
            }),
            read => Ok(read),
        }
    }

    fn undeclared_zone(&self, record: &StringRecord, row: u64) -> ReadError {
        let column = self.columns.time;
        ReadError::Undeclared {
            file: self.file.to_owned(),
            place: Place::cell(row, column.name),
            found: format!("the time {:?} without an offset", cell(record, column)),
            expected: "zone = \"Europe/Brussels\" or the like".to_owned(),
        }
    }
}

/// In the long layout, a row without a count says nothing.
pub const NO_VALUE: &str = "no count in the row";
