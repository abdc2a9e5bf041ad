//! What the quality rules find in the hours of a period (definitions 4.11: Q3 to Q6, Q12).
//!
//! A rule accuses nobody: a fair and a fault look alike. Nothing is left out for it; it is told, so that
//! somebody looks. What is known to have happened explains a new level (Q6).

use super::hours::Hours;
use crate::domain::order::put_in_order;
use crate::domain::time::HOUR_MS;
use crate::domain::{Calendar, CivilDate, Event, Instant, Mode, Side};
use crate::quality::blind_side::{Declared, blind_side};
use crate::quality::level_shift::holiday_edges;
use crate::quality::{Rule, Series, Suspicion, examine};
use crate::query::answer::OddHours;

/// How many of each rule are told, the earliest first.
pub const MOST: usize = 5;

/// What looks odd in the hours of a mode.
#[must_use]
pub fn oddities(
    hours: Hours<'_>,
    mode: Mode,
    events: &[Event],
    calendar: &Calendar,
) -> Vec<OddHours> {
    let list = hours.list;
    let start: Vec<Instant> = list
        .iter()
        .filter_map(|hour| hours.table.start.get(hour.row))
        .map(|start| Instant(start.0.div_euclid(HOUR_MS) * HOUR_MS))
        .collect();
    let date: Vec<CivilDate> = list.iter().map(|hour| hour.date).collect();
    let hour_of_day: Vec<u8> = list.iter().map(|hour| hour.hour).collect();
    let values = |side| -> Vec<Option<f64>> {
        list.iter()
            .map(|hour| {
                let value = hours.table.volume(mode, side, hour.row);
                value.filter(|_| hour.state.is_usable())
            })
            .collect()
    };
    let value = values(Side::Both);
    let series = Series {
        start: &start,
        date: &date,
        hour: &hour_of_day,
        value: &value,
    };
    // The edges of school holidays bring a new level every year.
    let known: Vec<CivilDate> = events
        .iter()
        .flat_map(Event::changes)
        .chain(holiday_edges(calendar))
        .collect();
    let mut found = examine(&series, &known);
    // By rule, so that many of one kind do not push out the others; by time within.
    let place = |found: &Suspicion| (found.rule, found.first);
    put_in_order(&mut found, &|a, b| place(a).cmp(&place(b)));
    let mut told = [0_usize; Rule::ALL.len()];
    found.retain(|suspicion| {
        let count = told.get_mut(suspicion.rule as usize);
        count.is_some_and(|count| {
            *count += 1;
            *count <= MOST
        })
    });
    let mut odd: Vec<OddHours> = found
        .into_iter()
        .filter_map(|found| {
            let (first, last) = (list.get(found.first)?, list.get(found.last)?);
            Some(OddHours {
                rule: found.rule.id().to_owned(),
                first: first.date,
                first_hour: first.hour,
                last: last.date,
                last_hour: last.hour,
                value: found.value,
                typical: found.typical,
            })
        })
        .collect();
    let blind = blind_side(
        Declared::default(),
        &values(Side::Left),
        &values(Side::Right),
    );
    if let (Some(_), Some(first), Some(last)) = (blind, list.first(), list.last()) {
        odd.push(OddHours {
            rule: Rule::Q12BlindSide.id().to_owned(),
            first: first.date,
            first_hour: first.hour,
            last: last.date,
            last_hour: last.hour,
            value: 0.0,
            typical: None,
        });
    }
    odd
}
