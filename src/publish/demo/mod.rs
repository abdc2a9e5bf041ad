//! The demonstration town: Wolkenbrugge, which does not exist, with three years of generated counts
//! whose truth is known. Everything follows from a seed.

mod changes;
mod counters;
mod counts;
mod daylight;
mod events;
mod holidays;
mod hours;
mod junctions;
mod network;
mod plan;
mod profile;
mod random;
mod records;
mod shape;
pub mod shared;
mod speeds;
mod truth;

use super::assemble::report_file;
use super::folder::{ExtraFile, TownData};
use super::shared::{self as sharing, Town};
use crate::domain::{CivilDate, Zone};
use crate::table::CountTable;
use shared::operators::{INHABITANTS, SharedTruth, operators};
pub use truth::GroundTruth;

/// The seed of the town that everybody sees.
pub const SEED: u64 = 1;

const ZONE: &str = "Europe/Brussels";

/// A town and what is true of it.
#[derive(Debug)]
pub struct Demonstration {
    /// Holds the truth too, as the file `demonstration/ground-truth.json`.
    pub town: TownData,
    pub truth: GroundTruth,
    /// The same of shared vehicles: `demonstration/shared-ground-truth.json`.
    pub shared_truth: Vec<SharedTruth>,
}

/// Streets and calendar are the same for every seed; the counts are not.
#[must_use]
pub fn generate(seed: u64) -> Demonstration {
    let (first, last) = period();
    generate_until(seed, first, last)
}

fn generate_until(seed: u64, first: CivilDate, last: CivilDate) -> Demonstration {
    let mut calendar = holidays::calendar(2023, 2026);
    let mut streets = network::build();
    let placed = counters::placed(&streets);
    for (counter, _) in &placed {
        counter.name_sides(&mut streets);
    }
    let hours = Zone::parse(ZONE).map_or_else(Vec::new, |zone| {
        hours::hours(zone, first, last, &calendar, seed)
    });
    let mut table = CountTable::new();
    let mut segments = Vec::new();
    for (stream, (counter, id)) in (1..).zip(&placed) {
        let drawn = counts::rows(counter, id, &hours, seed, stream);
        for row in &drawn.rows {
            table.push(row);
        }
        segments.push(truth::segment(counter, id, &drawn.outages, (first, last)));
    }
    calendar.events = events::events(&placed);
    let truth = GroundTruth {
        note: "Generated, not measured: the parameters from which the counts of this town that does not exist were drawn.",
        seed,
        zone: ZONE.to_owned(),
        first_day: first,
        last_day: last,
        segments,
        interventions: truth::interventions_on(&placed),
        moved_sensors: truth::moved_sensors(&placed),
    };
    let inhabitants = INHABITANTS
        .map(|(name, people)| (name.to_owned(), people))
        .into();
    let (mut found, mut shared_truth) = (sharing::Shared::default(), Vec::new());
    if let Some(zone) = Zone::parse(ZONE) {
        let both = operators(&streets, zone, (first, last), seed);
        let (sources, truths): (Vec<_>, Vec<_>) = both.into_iter().unzip();
        let town = Town {
            streets: &streets,
            calendar: &calendar,
            zone,
            inhabitants: &inhabitants,
        };
        found = sharing::measured(&sources, town);
        shared_truth = truths;
    }
    let truth_file = |path: &str, bytes: Vec<u8>| ExtraFile {
        path: path.to_owned(),
        media_type: "application/json".to_owned(),
        dataset: records::TRUTH.to_owned(),
        bytes,
    };
    let mut extra = vec![
        truth_file(
            "demonstration/ground-truth.json",
            serde_json::to_vec_pretty(&truth).unwrap_or_default(),
        ),
        truth_file(
            "demonstration/shared-ground-truth.json",
            serde_json::to_vec_pretty(&shared_truth).unwrap_or_default(),
        ),
    ];
    extra.extend(found.reports.into_iter().map(report_file));
    let town = TownData {
        town: records::town(ZONE),
        streets,
        calendar,
        datasets: records::datasets(seed, table.len()),
        counts: vec![(records::COUNTS.to_owned(), table)],
        ready: Vec::new(),
        foreign: Vec::new(),
        theme: Vec::new(),
        stated: records::stated(last),
        near: found.near,
        extra,
    };
    Demonstration {
        town,
        truth,
        shared_truth,
    }
}

/// The first and the last day with counts.
fn period() -> (CivilDate, CivilDate) {
    let day = |year, month, day| CivilDate::new(year, month, day);
    let epoch = CivilDate::from_days(0);
    (
        day(2023, 11, 1).unwrap_or(epoch),
        day(2026, 10, 31).unwrap_or(epoch),
    )
}

#[cfg(test)]
mod tests;
