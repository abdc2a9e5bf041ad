//! Everything that is computed from the counts of one segment over one period.

use super::annual::{annual_interval, annual_of};
use super::availability::{Extent, extent};
use super::busy::busy;
use super::daily::valid_days;
use super::days::{DayHours, between};
use super::directions::directions;
use super::hours::{Hours, SegmentCounts, prepare};
use super::kept::{Kept, OfPeriod};
use super::oddities::oddities;
use super::peaks::peaks;
use super::period::{Days, NoAnswer, Period};
use super::profile::{day_profile, day_sums};
use super::scope::scope;
use super::week::week_map;
use crate::domain::order::put_in_order;
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
    measured(counts, choice, &extent, |kept, days, months| {
        kept.change(counts, days, choice.mode, months)
    })
}

/// The same from the rows of the period alone, before those of other years are there: the trend is pending.
/// `extent` is what all rows would say.
pub fn counted_early(
    counts: &SegmentCounts<'_>,
    choice: &Choice,
    extent: &Extent,
) -> Result<CountedAnswer, NoAnswer> {
    measured(counts, choice, extent, |_, _, _| Change {
        months: Vec::new(),
        hours_of_day: Vec::new(),
        trend: Trend::Pending,
    })
}

fn measured(
    counts: &SegmentCounts<'_>,
    choice: &Choice,
    extent: &Extent,
    change: impl FnOnce(&Kept, &[DayHours], Days) -> Change,
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
    let new = Kept::default();
    let kept = counts.ready.map_or(&new, |ready| &ready.kept);
    let of_period = kept.period(counts, all, days, choice.limit_kmh);
    let OfPeriod { civil, night, .. } = &*of_period;
    let all_days = kept.days(all, choice.mode);
    let with_values = between(&all_days, days.start, days.end);
    let scope = scope(hours, choice.mode, of_period.civil_hours);
    let sums = day_sums(with_values);
    let valid = valid_days(with_values, civil);
    let mut annual = annual_of(with_values, civil, &valid);
    annual.interval = annual_interval(with_values, civil, annual.fhwa, &kept.draws);
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
        busy: busy(
            with_values,
            choice.mode,
            &sums,
            night,
            civil,
            &scope.sensors,
            &kept.draws,
        ),
        annual,
        peaks,
        scope,
        speed: of_period.speed.clone(),
        mean_speed: of_period.mean_speed,
        change: change(kept, &all_days, months),
        split: of_period.split.clone(),
        profile: day_profile(&sums, night),
        week: week_map(hours, choice.mode, with_values),
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
    let place = |event: &Event| (event.start, event.end, event.kind);
    put_in_order(&mut events, &|a, b| place(a).cmp(&place(b)));
    events
}
