//! The rows of a declared CSV file, one after the other (`declared_csv`).

use super::counts::Counts;
use super::declared_columns::{Column, Columns, cell};
use super::dialect::{Cells, has_width};
use super::error::ReadError;
use super::gathered::{Gathered, Value};
use super::local_time::AMBIGUOUS;
use super::place::Place;
use super::table_map::{Passage, SpeedUnit, TableMap, UptimeUnit};
use super::telraam::{NEGATIVE, NO_SEGMENT, kept_of};
use super::telraam_csv::OTHER_WIDTH;
use super::written_number::{AMBIGUOUS_NUMBER, number, plain};
use super::written_time::{AMBIGUOUS_DATE, Clock, DateOrder, LastDate, order_shown, parse};
use crate::domain::{Instant, SegmentId, Side, Zone};
use crate::quality::sides::TOLERANCE;
use std::collections::BTreeSet;

pub const OTHER_MODE: &str = "a mode that the town file does not name";
pub const OTHER_SIDE: &str = "a direction that the town file does not name";
/// In the long layout, a row without a count says nothing.
pub const NO_VALUE: &str = "no count in the row";

/// The order of day and month in the dates of a file.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Order {
    /// Nobody has looked for it yet.
    Unknown,
    /// Declared or looked for; `None` where no date shows one, and none needs it.
    Known(Option<DateOrder>),
}

impl Order {
    const fn known(self) -> Option<DateOrder> {
        match self {
            Self::Unknown => None,
            Self::Known(order) => order,
        }
    }
}

/// Why reading stops before the end.
pub(super) enum Stopped {
    /// A date shows, or needs, an order of day and month, and nobody has looked for it yet.
    OrderNeeded,
    Error(Box<ReadError>),
}

impl Stopped {
    pub fn into_error(self, file: &str) -> ReadError {
        match self {
            Self::Error(error) => *error,
            Self::OrderNeeded => ReadError::Undeclared {
                file: file.to_owned(),
                place: Place::File,
                found: "dates that do not show which is the day".to_owned(),
                expected: "date_order = \"dmy\" or \"mdy\"".to_owned(),
            },
        }
    }
}

impl From<ReadError> for Stopped {
    fn from(error: ReadError) -> Self {
        Self::Error(Box::new(error))
    }
}

/// Why a row is refused, and its column where one is to blame.
type Refused<'m> = (&'static str, Option<&'m str>);

/// Why a row is not kept.
enum Left<'m> {
    Refused(Refused<'m>),
    Stopped(Stopped),
}

impl<'m> From<Refused<'m>> for Left<'m> {
    fn from(refused: Refused<'m>) -> Self {
        Self::Refused(refused)
    }
}

impl From<Stopped> for Left<'_> {
    fn from(stopped: Stopped) -> Self {
        Self::Stopped(stopped)
    }
}

/// The rows that were read so far, and what is remembered from one to the next.
pub(super) struct Reading<'m> {
    file: &'m str,
    map: &'m TableMap,
    order: Order,
    separator: u8,
    columns: Columns<'m>,
    clock: Clock,
    counts: Counts,
    gathered: Gathered,
    /// The declared values of the mode column, in order.
    kinds: Vec<&'m str>,
    /// The marks of what is missing.
    missing: Vec<&'m str>,
    /// Modes that have a column for both directions together.
    has_total: [bool; 5],
    /// The columns of the table that may have a value.
    filled: Vec<usize>,
    /// The site of the row before, and its place in the table: most rows share them.
    segment: SegmentId,
    place: Option<u32>,
    is_named: bool,
    /// The stream of rows (site, mode and direction) of the row before.
    stream: SegmentId,
    last_date: LastDate,
    /// Date and time of a row, where they are columns of their own.
    both: String,
}

impl<'m> Reading<'m> {
    pub fn new(
        file: &'m str,
        map: &'m TableMap,
        columns: Columns<'m>,
        separator: u8,
        order: Order,
        zone: Option<Zone>,
    ) -> Self {
        let mut has_total = [false; 5];
        let mut filled = BTreeSet::new();
        for (_, mode, side) in &columns.counts {
            if let Some(known) = has_total.get_mut(mode.index()) {
                *known |= *side == Side::Both;
            }
            // Directions make a total where the file has none.
            filled.extend([side.index(), Side::Both.index()].map(|side| mode.index() * 3 + side));
        }
        Self {
            file,
            map,
            order,
            separator,
            columns,
            clock: Clock::new(zone),
            counts: Counts::new(file),
            gathered: Gathered::default(),
            kinds: map.modes.keys().map(|kind| kind.trim()).collect(),
            missing: map.missing.iter().map(|mark| mark.trim()).collect(),
            has_total,
            filled: filled.into_iter().collect(),
            segment: SegmentId(String::new()),
            place: None,
            is_named: false,
            stream: SegmentId(String::new()),
            last_date: LastDate::default(),
            both: String::new(),
        }
    }

    /// Keeps a row, or refuses it in the report.
    pub fn take(&mut self, record: &impl Cells, row: u64) -> Result<(), Stopped> {
        let is_too_short = |width| !has_width(record, width);
        let left = if self.columns.width.is_some_and(is_too_short) {
            Left::Refused((OTHER_WIDTH, None))
        } else {
            match self.kept(record, row) {
                Ok(()) => return Ok(()),
                Err(left) => left,
            }
        };
        match left {
            Left::Stopped(stopped) => Err(stopped),
            Left::Refused((why, column)) => {
                // A row that is refused may be the one that shows the order.
                if self.order == Order::Unknown && self.shows_order(record) {
                    return Err(Stopped::OrderNeeded);
                }
                let place = column.map_or(Place::row(row), |name| Place::cell(row, name));
                self.counts.report.refuse(why, place);
                Ok(())
            }
        }
    }

    /// All rows.
    pub fn finish(self) -> Counts {
        let mut counts = self.counts;
        self.gathered.finish(&mut counts, &|_| false);
        counts
    }

    /// The rows of stretches of one file, in its order. `None` where they cannot be told apart: a civil time that
    /// occurs twice is the first or the second by what stands above it, in whichever stretch that is.
    pub fn put_together(stretches: Vec<Self>) -> Option<Counts> {
        let mut clocks = stretches.iter().map(|reading| &reading.clock);
        let mut known = clocks.next()?.clone();
        for clock in clocks {
            if !known.absorb(clock) {
                return None;
            }
        }
        let mut all = stretches.into_iter().map(Self::finish);
        let mut counts = all.next()?;
        for other in all {
            counts.table.append(&other.table);
            counts.row_numbers.extend(other.row_numbers);
            counts.report.absorb(&other.report);
            for (segment, site) in &other.sites {
                counts.describe(segment, site);
            }
        }
        Some(counts)
    }

    fn kept(&mut self, record: &impl Cells, row: u64) -> Result<(), Left<'m>> {
        let map = self.map;
        let id = match (self.columns.segment, &map.segment_id) {
            (Some(column), _) => cell(record, column),
            (None, id) => id.as_deref().unwrap_or_default(),
        };
        if id.is_empty() {
            return Err((NO_SEGMENT, self.columns.segment.map(|c| c.name)).into());
        }
        if self.segment.0 != id {
            id.clone_into(&mut self.segment.0);
            self.place = None;
            self.is_named = false;
        }
        let start = self.start(record, row)?;
        if let Some(column) = self.columns.name.filter(|_| !self.is_named) {
            let name = cell(record, column);
            self.counts.name_street(&self.segment, name);
            self.is_named = !name.is_empty();
        }
        match self.columns.value {
            None => self.wide(record, row, start),
            Some(value) => self.long(record, row, start, value),
        }
    }

    fn start(&mut self, record: &impl Cells, row: u64) -> Result<Instant, Left<'m>> {
        let time = self.columns.time;
        let text = match self.columns.date {
            None => cell(record, time),
            Some(date) => {
                self.both.clear();
                self.both.push_str(cell(record, date));
                self.both.push(' ');
                self.both.push_str(cell(record, time));
                self.both.as_str()
            }
        };
        let written = match self.last_date.plain(text) {
            Some(written) => Ok(written),
            None if self.order == Order::Unknown && self.shows_order(record) => {
                return Err(Stopped::OrderNeeded.into());
            }
            None => parse(text, self.order.known()),
        };
        let written = written.map_err(|why| (why, Some(time.name)))?;
        let long = [self.columns.mode, self.columns.side];
        let stream = if long.iter().all(Option::is_none) {
            &self.segment
        } else {
            let long = long
                .into_iter()
                .flatten()
                .map(|column| cell(record, column));
            let parts = || std::iter::once(self.segment.0.as_str()).chain(long.clone());
            if !is_joined(&self.stream.0, parts()) {
                self.stream = SegmentId(parts().collect::<Vec<_>>().join(" "));
            }
            &self.stream
        };
        match self.clock.instant(stream, written) {
            None => Err(Stopped::from(self.undeclared_zone(record, row)).into()),
            Some(Err(why)) => Err((why, Some(time.name)).into()),
            Some(Ok(read)) => {
                if read.is_ambiguous {
                    let place = Place::cell(row, time.name);
                    self.counts.report.warn(AMBIGUOUS, place);
                }
                Ok(read.instant)
            }
        }
    }

    /// Whether the date of a row shows the order of day and month, or needs it.
    fn shows_order(&self, record: &impl Cells) -> bool {
        let column = self.columns.date.unwrap_or(self.columns.time);
        order_shown(cell(record, column)).is_some()
            || self.columns.written(record, None) == Err(AMBIGUOUS_DATE)
    }

    fn wide(&mut self, record: &impl Cells, row: u64, start: Instant) -> Result<(), Left<'m>> {
        let mut volumes = [[None; 3]; 5];
        for (column, mode, side) in &self.columns.counts {
            let value = self.number(record, row, *column)?;
            let sides: Option<&mut [_; 3]> = volumes.get_mut(mode.index());
            if let Some(cell) = sides.and_then(|sides| sides.get_mut(side.index())) {
                *cell = value;
            }
        }
        for (has_total, [total, left, right]) in self.has_total.iter().zip(&mut volumes) {
            if let (false, Some(left), Some(right)) = (has_total, *left, *right) {
                *total = Some(left + right);
            }
        }
        let scaled = |column: Option<Column<'m>>, factor: f64| match column {
            None => Ok(None),
            Some(column) => self
                .number(record, row, column)
                .map(|value| value.map(|v| v * factor)),
        };
        let uptime = match self.map.uptime_unit {
            UptimeUnit::Share => 1.0,
            UptimeUnit::Percent => 0.01,
        };
        let speed = self.map.speed_unit.map_or(1.0, SpeedUnit::kmh);
        let uptime = scaled(self.columns.uptime, uptime)?;
        let v85 = scaled(self.columns.v85, speed)?;
        let mean_kmh = scaled(self.columns.mean_speed, speed)?;
        let Counts {
            report,
            table,
            row_numbers,
            ..
        } = &mut self.counts;
        let mut warn = |what: &str| report.warn(what, Place::row(row));
        let kept = kept_of(&volumes, uptime, v85, TOLERANCE, &mut warn);
        let kept = kept.map_err(|why| (why, None))?;
        if mean_kmh.is_some_and(|v| v < 0.0) {
            return Err((NEGATIVE, None).into());
        }
        let segment = self
            .place
            .get_or_insert_with(|| table.intern(&self.segment));
        let at = table.push_blank(*segment, start, self.map.minutes);
        table.uptime.set(at, kept.uptime);
        if !kept.is_off {
            for i in &self.filled {
                let value = volumes.as_flattened().get(*i).copied().flatten();
                if let Some(column) = table.volumes.get_mut(*i) {
                    column.set(at, value);
                }
            }
            table.v85.set(at, v85);
        }
        if kept.uptime != Some(0.0) {
            table.mean_kmh.set(at, mean_kmh);
        }
        row_numbers.push(row);
        report.keep();
        Ok(())
    }

    fn long(
        &mut self,
        record: &impl Cells,
        row: u64,
        start: Instant,
        column: Column<'m>,
    ) -> Result<(), Left<'m>> {
        let (kind, passage) = match self.columns.mode {
            None => (0, self.map.only_mode),
            Some(mode) => {
                let text = cell(record, mode);
                let mut kinds = self.kinds.iter().zip(self.map.modes.values()).enumerate();
                let known = kinds.find(|(_, (kind, _))| **kind == text);
                let Some((kind, (_, passage))) = known else {
                    return Err((OTHER_MODE, Some(mode.name)).into());
                };
                (kind, Some(*passage))
            }
        };
        let Some(Passage { mode, side }) = passage else {
            return Err((OTHER_MODE, None).into());
        };
        let side = match self.columns.side {
            None => side,
            Some(column) => match self.map.sides.get(cell(record, column)) {
                Some(declared) => declared.0,
                None => return Err((OTHER_SIDE, Some(column.name)).into()),
            },
        };
        let count = match self.number(record, row, column)? {
            Some(count) if count < 0.0 => return Err((NEGATIVE, Some(column.name)).into()),
            Some(count) => count,
            None => return Err((NO_VALUE, Some(column.name)).into()),
        };
        let value = Value {
            kind,
            mode,
            side,
            count,
        };
        let minutes = self.map.minutes;
        let taken = self
            .gathered
            .take(&self.segment, start, minutes, row, value);
        taken.map_err(|why| (why, None))?;
        self.counts.report.keep();
        Ok(())
    }

    fn number(
        &self,
        record: &impl Cells,
        row: u64,
        column: Column<'m>,
    ) -> Result<Option<f64>, Left<'m>> {
        let text = cell(record, column);
        if self.missing.contains(&text) {
            return Ok(None);
        }
        if let Some(plain) = plain(text, self.map.decimal, self.separator) {
            return Ok(Some(plain));
        }
        match number(text, self.map.decimal, self.separator) {
            Err(AMBIGUOUS_NUMBER) => Err(Stopped::from(ReadError::Undeclared {
                file: self.file.to_owned(),
                place: Place::cell(row, column.name),
                found: format!("the number {text:?}, which may have thousands or decimals"),
                expected: "decimal = \".\" or \",\"".to_owned(),
            })
            .into()),
            Err(why) => Err((why, Some(column.name)).into()),
            Ok(value) => Ok(value),
        }
    }

    fn undeclared_zone(&self, record: &impl Cells, row: u64) -> ReadError {
        let column = self.columns.time;
        ReadError::Undeclared {
            file: self.file.to_owned(),
            place: Place::cell(row, column.name),
            found: format!("the time {:?} without an offset", cell(record, column)),
            expected: "zone = \"Europe/Brussels\" or the like".to_owned(),
        }
    }
}

/// Whether a text is its parts with a space between.
fn is_joined<'p>(text: &str, parts: impl Iterator<Item = &'p str>) -> bool {
    let mut rest = Some(text);
    for (i, part) in parts.enumerate() {
        rest = rest
            .and_then(|rest| {
                if i == 0 {
                    Some(rest)
                } else {
                    rest.strip_prefix(' ')
                }
            })
            .and_then(|rest| rest.strip_prefix(part));
    }
    rest == Some("")
}
