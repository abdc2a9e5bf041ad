//! Everything that is computed from the counts of one segment over one period.

use super::annual::{annual, annual_interval};
use super::availability::{Extent, extent};
use super::busy::busy;
use super::change::change;
use super::civil::civil_days;
use super::daily::daily_totals;
use super::directions::directions;
use super::hours::{Hours, SegmentCounts, prepare};
use super::oddities::oddities;
use super::peaks::peaks;
use super::period::{Days, NoAnswer, Period};
use super::profile::{day_profile, sums_by_day_type};
use super::scope::scope;
use super::speed::{mean_speed, speed};
use super::split::modal_split;
use super::week::week_map;
use crate::domain::{Device, Event, Mode, SegmentId};
use crate::query::answer::{Change, CountedAnswer, Trend};

/// What is asked of a segment's counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// The mode of the volumes. Speeds are always those of cars.
    pub mode: Mode,
    pub period: Period,
    pub limit_kmh: Option<f64>,
    /// What counted, each once.
    pub devices: Vec<Device>,
    /// What left and right mean here, where the publisher says.
    pub side_names: Option<(String, String)>,
}

/// All measures over the chosen period. The months of `change` begin with the first counted day,
/// also where only the last year is asked for: a year alone has no trend.
pub fn counted(counts: &SegmentCounts<'_>, choice: &Choice) -> Result<CountedAnswer, NoAnswer> {
    let extent = extent(counts).ok_or(NoAnswer::NothingCounted)?;
    measured(counts, choice, &extent, |all, months| {
        change(counts, all, choice.mode, months)
    })
}

/// The same from the rows of the period alone, before those of other years are there: the trend is pending.
/// `extent` is what all rows would say.
pub fn counted_early(
    counts: &SegmentCounts<'_>,
    choice: &Choice,
    extent: &Extent,
) -> Result<CountedAnswer, NoAnswer> {
    measured(counts, choice, extent, |_, _| Change {
        months: Vec::new(),
        hours_of_day: Vec::new(),
        trend: Trend::Pending,
    })
}

fn measured(
    counts: &SegmentCounts<'_>,
    choice: &Choice,
    extent: &Extent,
    change: impl FnOnce(Hours<'_>, Days) -> Change,
) -> Result<CountedAnswer, NoAnswer> {
    let segment = counts.segment().ok_or(NoAnswer::NothingCounted)?.clone();
    let days = choice.period.resolve(extent)?;
    let list = prepare(counts);
    let all = Hours {
        table: counts.table,
        list: &list,
    };
    let hours = all.between(days.start, days.end);
    if hours.usable().next().is_none() {
        return Err(NoAnswer::EmptyPeriod);
    }
    let civil = civil_days(counts.zone, counts.calendar, days);
    let civil_hours = civil.iter().map(super::civil::CivilDay::hours).sum();
    let scope = scope(hours, choice.mode, civil_hours);
    let sums = sums_by_day_type(hours, choice.mode);
    let night = sums_by_day_type(hours, Mode::Night);
    let valid = daily_totals(hours, choice.mode, &civil);
    let mut annual = annual(hours, choice.mode, &civil, &valid);
    annual.interval = annual_interval(hours, choice.mode, &civil, annual.fhwa);
    let [working, ..] = &sums;
    let peaks = peaks(hours, counts, choice.mode, working, annual.fhwa);
    let months = match choice.period {
        Period::LastYear | Period::All => Days {
            start: extent.first,
            end: days.end,
        },
        Period::Between { .. } => days,
    };
    let events = events(counts, &segment, months);
    let suspicions = oddities(hours, choice.mode, &events, counts.calendar);
    Ok(CountedAnswer {
        segment,
        mode: choice.mode,
        devices: choice.devices.clone(),
        limit_kmh: choice.limit_kmh,
        start: days.start,
        end: days.end,
        first: extent.first,
        last: extent.last,
        busy: busy(hours, choice.mode, &sums, &night, &civil, &scope.sensors),
        annual,
        peaks,
        scope,
        speed: speed(hours, choice.limit_kmh),
        mean_speed: mean_speed(hours),
        change: change(all, months),
        split: modal_split(hours, civil_hours),
        profile: day_profile(&sums, &night),
        week: week_map(hours, choice.mode),
        directions: directions(hours, choice.mode, choice.side_names.clone()),
        events,
        suspicions,
    })
}
/// What is known to have happened at a segment in these days, by time.
fn events(counts: &SegmentCounts<'_>, segment: &SegmentId, days: Days) -> Vec<Event> {
    let in_days = |event: &Event| {
        let ends = if event.kind.lasts() {
            event.end
        } else {
            Some(event.end.unwrap_or_else(|| event.start.plus_days(1)))
        };
        event.start < days.end && ends.is_none_or(|end| end > days.start)
    };
    let mut events: Vec<Event> = counts
        .calendar
        .events
        .iter()
        .filter(|event| event.concerns(segment) && in_days(event))
        .cloned()
        .collect();
    events.sort_by_key(|event| (event.start, event.end, event.kind));
    events
}
