//! The rows of one segment as civil hours, converted once for all measures.

use super::availability::{Extent, extent};
use super::kept::Kept;
use crate::domain::order::put_in_order;
use crate::domain::time::HOUR_MS;
use crate::domain::{
    Calendar, CivilDate, DayType, EventKind, Instant, LocalHour, Mode, SegmentId, SensorGeneration,
    Side, State, Weekday, Zone,
};
use crate::table::CountTable;
use std::borrow::Cow;
use std::ops::Range;

const DAY_MS: i64 = 24 * HOUR_MS;

/// The counts of one segment: rows of hours, in any order, in a table that may hold more.
#[derive(Clone, Debug)]
pub struct SegmentCounts<'a> {
    pub table: &'a CountTable,
    /// The rows to look at; rows of another segment than the first one are passed over.
    pub rows: Range<usize>,
    pub zone: Zone,
    pub calendar: &'a Calendar,
    /// The same counts of this segment in the intervals that were published, where these are shorter.
    pub parts: &'a CountTable,
    /// What was made of these rows before, so that another question about them does not begin anew.
    pub ready: Option<&'a Ready>,
}

/// What every measure of a segment begins with: the same whatever is asked.
#[derive(Clone, Debug)]
pub struct Ready {
    pub hours: Vec<Hour>,
    pub extent: Option<Extent>,
    /// What earlier answers left.
    pub kept: Kept,
}

impl Ready {
    #[must_use]
    pub fn of(counts: &SegmentCounts<'_>) -> Self {
        Self {
            hours: prepare(counts).into_owned(),
            extent: extent(counts),
            kept: Kept::default(),
        }
    }
}

impl<'a> SegmentCounts<'a> {
    /// All rows of a table of hours that holds one segment.
    #[must_use]
    pub fn whole(table: &'a CountTable, zone: Zone, calendar: &'a Calendar) -> Self {
        Self::of_parts(table, table, zone, calendar)
    }

    /// The hours of one segment (`whole_hours` of its `parts`), and the parts.
    #[must_use]
    pub fn of_parts(
        table: &'a CountTable,
        parts: &'a CountTable,
        zone: Zone,
        calendar: &'a Calendar,
    ) -> Self {
        Self {
            table,
            rows: 0..table.len(),
            zone,
            calendar,
            parts,
            ready: None,
        }
    }

    /// The segment of the first row; `None` where there is no row.
    #[must_use]
    pub fn segment(&self) -> Option<&'a SegmentId> {
        let index = *self.table.segment.get(self.rows.start)?;
        self.table.segments.get(usize::try_from(index).ok()?)
    }

    /// Start and row of each hour, by time, each hour once: of rows that begin in the same hour
    /// the last one is kept (rule Q9). Rows of another length than an hour are passed over.
    #[must_use]
    pub fn sorted(&self) -> Vec<(Instant, usize)> {
        let Some(segment) = self.table.segment.get(self.rows.start).copied() else {
            return Vec::new();
        };
        let mut rows: Vec<(Instant, usize)> = self
            .rows
            .clone()
            .filter(|&row| {
                self.table.segment.get(row) == Some(&segment)
                    && self.table.minutes.get(row) == Some(&60)
            })
            .filter_map(|row| Some((*self.table.start.get(row)?, row)))
            .collect();
        if !rows.is_sorted() {
            put_in_order(&mut rows, &Ord::cmp);
        }
        let hour = |t: Instant| t.0.div_euclid(HOUR_MS);
        rows.dedup_by(|later, kept| {
            let is_same = hour(later.0) == hour(kept.0);
            if is_same {
                *kept = *later;
            }
            is_same
        });
        rows
    }

    /// How far the hour of a row can be trusted (definitions 4.1).
    #[must_use]
    pub fn state(&self, row: usize) -> State {
        State::of_uptime(self.table.uptime.get(row), self.table.sensor(row))
    }
}

/// One row as an hour of the town's clock.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hour {
    pub row: usize,
    pub date: CivilDate,
    /// 0–23; hour 2 occurs twice on an autumn night.
    pub hour: u8,
    pub weekday: Weekday,
    pub day_type: DayType,
    pub is_public_holiday: bool,
    pub state: State,
    /// `uptime = 0`: the sensor was off (rule Q1).
    pub is_off: bool,
    /// What reported counts are multiplied with to get the counts as seen; 1 where no uptime is published.
    pub observed_share: f64,
    /// The sensor is known to have been faulty on this day: whatever it wrote is not used.
    pub is_incident: bool,
    pub dark: Dark,
}

/// What a second-generation sensor, which cannot tell classes apart in the dark, made of an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dark {
    /// Nothing says that it was dark.
    No,
    /// Movements without a class were seen.
    Unnamed,
    /// Nothing of any class is reported and the source leaves out what moved in the dark: an empty
    /// street and a dark one look the same.
    Blind,
}

/// Hours of one segment, by time.
#[derive(Clone, Copy, Debug)]
pub struct Hours<'a> {
    pub table: &'a CountTable,
    pub list: &'a [Hour],
}

impl<'a> Hours<'a> {
    /// The hours from `start` to before `end`.
    #[must_use]
    pub fn between(self, start: CivilDate, end: CivilDate) -> Self {
        let from = self.list.partition_point(|hour| hour.date < start);
        let to = self.list.partition_point(|hour| hour.date < end);
        Self {
            table: self.table,
            list: self.list.get(from..to.max(from)).unwrap_or_default(),
        }
    }

    /// Hours that may enter an average.
    pub fn usable(self) -> impl Iterator<Item = &'a Hour> {
        self.list.iter().filter(|hour| hour.state.is_usable())
    }

    /// Usable hours with a value of this mode and side.
    pub fn values(self, mode: Mode, side: Side) -> impl Iterator<Item = (&'a Hour, f64)> {
        self.usable()
            .filter_map(move |hour| Some((hour, self.table.volume(mode, side, hour.row)?)))
    }
}

/// The civil hours of all rows, by time.
#[must_use]
pub fn prepare<'a>(counts: &SegmentCounts<'a>) -> Cow<'a, [Hour]> {
    if let Some(ready) = counts.ready {
        return Cow::Borrowed(&ready.hours);
    }
    let mut clock = Clock::new(counts.zone);
    let faults = sensor_faults(counts);
    let mut day: Option<(CivilDate, DayType, bool, bool)> = None;
    let hours: Vec<Hour> = counts
        .sorted()
        .into_iter()
        .map(|(start, row)| {
            let local = clock.local(start);
            let (_, day_type, is_public_holiday, is_incident) = match day {
                Some(known) if known.0 == local.date => known,
                _ => *day.insert((
                    local.date,
                    counts.calendar.day_type(local.date),
                    counts.calendar.public_holidays.contains_key(&local.date),
                    faults.iter().any(|(start, end)| {
                        *start <= local.date && end.is_none_or(|end| local.date < end)
                    }),
                )),
            };
            let uptime = counts.table.uptime.get(row);
            Hour {
                row,
                date: local.date,
                hour: local.hour,
                weekday: local.date.weekday(),
                day_type,
                is_public_holiday,
                state: if is_incident {
                    State::Missing
                } else {
                    counts.state(row)
                },
                is_incident,
                is_off: uptime.is_some_and(|share| share <= 0.0),
                observed_share: uptime.unwrap_or(1.0),
                dark: dark(counts.table, row),
            }
        })
        .collect();
    Cow::Owned(hours)
}

/// First and last day (excluded) of the known faults of this segment's sensor.
#[must_use]
pub fn sensor_faults(counts: &SegmentCounts<'_>) -> Vec<(CivilDate, Option<CivilDate>)> {
    let Some(segment) = counts.segment() else {
        return Vec::new();
    };
    let events = counts.calendar.events.iter();
    events
        .filter(|event| event.kind == EventKind::SensorFault && event.concerns(segment))
        .map(|event| (event.start, event.end))
        .collect()
}

fn dark(table: &CountTable, row: usize) -> Dark {
    let is_zero = |mode| table.volume(mode, Side::Both, row) == Some(0.0);
    match table.volume(Mode::Night, Side::Both, row) {
        Some(movements) if movements > 0.0 => Dark::Unnamed,
        None if table.sensor(row) == Some(SensorGeneration::S2)
            && Mode::CLASSED.into_iter().all(is_zero) =>
        {
            Dark::Blind
        }
        _ => Dark::No,
    }
}

/// Civil time with one look at the zone per day: an offset that is the same at both
/// ends of a UTC day holds throughout it.
#[derive(Debug)]
struct Clock {
    zone: Zone,
    day: Option<i64>,
    offset_minutes: Option<i32>,
}

impl Clock {
    const fn new(zone: Zone) -> Self {
        Self {
            zone,
            day: None,
            offset_minutes: None,
        }
    }

    fn local(&mut self, instant: Instant) -> LocalHour {
        let day = instant.0.div_euclid(DAY_MS);
        if self.day != Some(day) {
            let midnight = Instant(day.saturating_mul(DAY_MS));
            let before = self.zone.local(midnight).offset_minutes;
            let after = self.zone.local(midnight.plus_ms(DAY_MS)).offset_minutes;
            self.day = Some(day);
            self.offset_minutes = (before == after).then_some(before);
        }
        self.offset_minutes
            .and_then(|minutes| shifted(instant, minutes))
            .unwrap_or_else(|| self.zone.local(instant))
    }
}

fn shifted(instant: Instant, offset_minutes: i32) -> Option<LocalHour> {
    let local = instant.0.checked_add(i64::from(offset_minutes) * 60_000)?;
    let minute_of_day = local.rem_euclid(DAY_MS) / 60_000;
    Some(LocalHour {
        date: CivilDate::from_days(i32::try_from(local.div_euclid(DAY_MS)).ok()?),
        hour: u8::try_from(minute_of_day / 60).ok()?,
        minute: u8::try_from(minute_of_day % 60).ok()?,
        offset_minutes,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quick_clock_agrees_with_the_zone_in_every_half_hour_of_three_years() {
        let start = Instant::parse("2023-12-31T22:00:00Z").unwrap().0;
        for name in ["Europe/Brussels", "Europe/London", "America/Toronto"] {
            let Some(zone) = Zone::parse(name) else {
                eprintln!("skipped: {name} is not compiled in");
                continue;
            };
            let mut clock = Clock::new(zone);
            for step in 0..3 * 366 * 48 {
                let instant = Instant(start + step * HOUR_MS / 2);
                assert_eq!(clock.local(instant), zone.local(instant), "{instant}");
            }
        }
    }
}
