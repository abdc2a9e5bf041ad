//! What an embed shows that is no chart.

use super::answer_data::datasets;
use super::answer_ethics::label;
use super::answer_near::near;
use super::answer_street::{Found, devices, found, here, period, sources};
use super::answer_town::with_usual;
use super::store::{Gather, Need, Store};
use crate::analysis::civil::{CivilDay, civil_days};
use crate::analysis::compare::{Mean, Series, compare, pairing};
use crate::analysis::extent;
use crate::analysis::hours::{Hour, Hours, prepare};
use crate::analysis::period::Days;
use crate::domain::{Device, Mode, SegmentId};
use crate::query::answer::SourceLine;
use crate::query::ethics::LabelQuestion;
use crate::query::plate::{Compared, Comparison, MOST_OTHERS, PlateAnswer, PlateQuestion};
use crate::query::{Failure, StreetQuestion};
use crate::table::CountTable;
use std::borrow::Cow;

/// Days that streets must share to be compared hour by hour.
const LEAST_DAYS: i32 = 56;

pub(super) fn answer(store: &mut Store, asked: &str) -> Result<PlateAnswer, Need> {
    let question = PlateQuestion::parse(asked).ok_or_else(|| Failure::Unreadable {
        file: String::new(),
        place: String::new(),
        expected: "a question".to_owned(),
    })?;
    match question {
        PlateQuestion::Map(street) => near(store, &street).map(PlateAnswer::Map),
        PlateQuestion::Compare(all) => beside(store, &all).map(PlateAnswer::Compare),
        PlateQuestion::Label(street) => {
            let asked = LabelQuestion {
                dataset: None,
                street: Some(street),
            };
            label(store, &asked).map(|label| PlateAnswer::Label(Box::new(label)))
        }
        PlateQuestion::Card { street, dataset } => {
            let (opened, file) = here(store, &street)?;
            let counting = || file.summary.first().map(|row| row.dataset.clone());
            let datasets = match dataset.or_else(counting) {
                Some(id) => datasets(store, &id)?,
                None => crate::query::data::Datasets::default(),
            };
            Ok(PlateAnswer::Card {
                datasets,
                town: opened.catalog.town.names.clone(),
            })
        }
    }
}

/// Counts of one of them, ready to be measured.
struct Prepared<'a> {
    table: &'a CountTable,
    list: Cow<'a, [Hour]>,
    days: Days,
    segment: &'a SegmentId,
    devices: Vec<Device>,
    civil: Vec<CivilDay>,
}

fn beside(store: &mut Store, questions: &[StreetQuestion]) -> Result<Comparison, Need> {
    let mut gather = Gather::default();
    let mut all: Vec<(&StreetQuestion, Found)> = Vec::new();
    for question in questions.iter().take(1 + MOST_OTHERS) {
        let found = gather.take(found(store, question))?;
        all.extend(found.map(|found| (question, found)));
    }
    if !gather.is_complete() {
        return Err(gather.missing());
    }
    let mut ready: Vec<Option<Prepared<'_>>> = all.iter().map(|(q, f)| made_ready(q, f)).collect();
    let is_one_period = questions
        .windows(2)
        .all(|two| matches!(two, [a, b] if a.period == b.period));
    let shared = shared_days(ready.iter().flatten().map(|one| one.days));
    if let (true, Some(shared)) = (is_one_period, shared) {
        for one in ready.iter_mut().flatten() {
            one.days = shared;
        }
    }
    for (one, (_, found)) in ready.iter_mut().zip(&all) {
        if let Some(one) = one {
            one.civil = civil_days(found.opened.zone, &found.calendar, one.days);
        }
    }
    let days: Vec<Days> = ready.iter().flatten().map(|one| one.days).collect();
    let pairing = pairing(&days);
    let mode = questions
        .first()
        .map_or(Mode::Car, |question| question.mode);
    let series: Vec<Series<'_>> = ready.iter().flatten().map(series).collect();
    let (hours_of_day, means) = compare(&series, mode, pairing);
    let mut means = means.into_iter();
    let items = all.iter().zip(&ready).map(|((_, found), one)| {
        let mean = one.as_ref().and_then(|_| means.next());
        item(found, one.as_ref(), mean)
    });
    Ok(Comparison {
        mode,
        pairing,
        hours_of_day,
        items: items.collect(),
        sources: all_sources(&all),
    })
}

fn made_ready<'a>(question: &StreetQuestion, found: &'a Found) -> Option<Prepared<'a>> {
    let (segment, rows) = found.rows.as_ref()?;
    let counts = rows.counts(found.opened.zone, &found.calendar);
    let days = period(question.period).resolve(&extent(&counts)?).ok()?;
    Some(Prepared {
        list: prepare(&counts),
        table: &rows.hours,
        days,
        segment,
        devices: devices(&rows.files),
        civil: Vec::new(),
    })
}

fn series<'a>(one: &'a Prepared<'a>) -> Series<'a> {
    let hours = Hours {
        table: one.table,
        list: &one.list,
    };
    Series {
        hours: hours.between(one.days.start, one.days.end),
        civil: &one.civil,
        segment: one.segment,
        devices: &one.devices,
    }
}

/// The days that all of them have; `None` where these are too few to go by the hour.
fn shared_days(mut all: impl Iterator<Item = Days>) -> Option<Days> {
    let first = all.next()?;
    let shared = all.fold(first, |shared, days| Days {
        start: shared.start.max(days.start),
        end: shared.end.min(days.end),
    });
    (shared.start.plus_days(LEAST_DAYS) <= shared.end).then_some(shared)
}

fn item(found: &Found, one: Option<&Prepared<'_>>, mean: Option<Mean>) -> Compared {
    let street = &found.file.street;
    let mean = mean.unwrap_or_default();
    Compared {
        street: street.id.clone(),
        names: with_usual(&street.names, &found.opened.catalog.town.languages),
        segment: one.map(|one| one.segment.clone()),
        days: one.map(|one| (one.days.start, one.days.end)),
        hours: mean.hours,
        civil_hours: mean.civil_hours,
        value: mean.value,
        interval: mean.interval,
        difference: mean.difference,
    }
}

/// Each dataset once.
fn all_sources(all: &[(&StreetQuestion, Found)]) -> Vec<SourceLine> {
    let mut lines: Vec<SourceLine> = Vec::new();
    let files = all.iter().filter_map(|(_, found)| found.rows.as_ref());
    for source in files.flat_map(|(_, rows)| sources(&rows.files)) {
        if !lines.iter().any(|line| line.dataset == source.dataset) {
            lines.push(source);
        }
    }
    lines
}
