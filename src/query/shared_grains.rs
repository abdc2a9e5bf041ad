//! What published sums of shared vehicles give away as they become finer: how many numbers there are of each fineness, and
//! how many of them are small. From the files as the worker passes them on.

use super::shared_page::PackedPage;
use crate::domain::shared::FormFactor;
use crate::domain::shared_profile::{Profile, Tally};
use crate::domain::shared_report::ShownBounds;
use crate::domain::{CivilDate, DayType, Names};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Hours that begin in these are night.
const NIGHT: std::ops::Range<u8> = 0..5;

/// What a system publishes, from coarse to fine.
#[derive(Clone, Debug, PartialEq)]
pub struct SharedGrains {
    pub operator: Names,
    pub first: CivilDate,
    pub last: CivilDate,
    /// Numbers under this are small.
    pub k: u64,
    pub rows: Vec<SharedGrain>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SharedGrain {
    pub level: Level,
    /// Numbers that there are.
    pub numbers: u32,
    /// Of those, numbers that are hidden, or under `k`.
    pub small: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    Town,
    Month,
    Municipality,
    Station,
    /// Of the town by the hour and the kind of day.
    Hour,
    /// Of a municipality by the hour and the kind of day.
    MunicipalityHour,
}

impl Level {
    /// The name in messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Town => "town",
            Self::Month => "month",
            Self::Municipality => "municipality",
            Self::Station => "station",
            Self::Hour => "hour",
            Self::MunicipalityHour => "municipality-hour",
        }
    }
}

/// As much of a system's file as this needs.
#[derive(Deserialize)]
struct System {
    operator: Names,
    first: CivilDate,
    last: CivilDate,
    k: u64,
    parts: Vec<Fleet>,
}

#[derive(Deserialize)]
struct Fleet {
    form: FormFactor,
    has_stations: bool,
    town: Profile,
    municipalities: Vec<Place>,
    departures: Departures,
}

#[derive(Deserialize)]
struct Place {
    profile: Profile,
}

#[derive(Deserialize)]
struct Departures {
    all: Option<ShownBounds>,
    #[serde(default)]
    months: BTreeMap<CivilDate, ShownBounds>,
    #[serde(default)]
    municipalities: BTreeMap<String, ShownBounds>,
    #[serde(default)]
    stations: BTreeMap<String, ShownBounds>,
}

/// Departures of the fleet of bicycles with the finest numbers, and how many of them are hidden. `None` where the town
/// has none.
#[must_use]
pub fn departures(page: &[u8]) -> Option<SharedGrains> {
    let is_bike =
        |fleet: &Fleet| matches!(fleet.form, FormFactor::Bicycle | FormFactor::CargoBicycle);
    of_systems(page, &|system| {
        let bikes = system.parts.iter().filter(|fleet| is_bike(fleet));
        let all = bikes.map(|fleet| {
            let of = &fleet.departures;
            rows(&[
                (Level::Town, bounds(of.all.iter())),
                (Level::Month, bounds(of.months.values())),
                (Level::Municipality, bounds(of.municipalities.values())),
                (Level::Station, bounds(of.stations.values())),
            ])
        });
        all.max_by_key(|rows| finest(rows))
    })
}

/// Vehicles that stood free at night, scooters where there are any, and how many of the means are small.
#[must_use]
pub fn at_night(page: &[u8]) -> Option<SharedGrains> {
    let of = |wanted: &dyn Fn(&Fleet) -> bool| {
        of_systems(page, &|system| {
            let free = system.parts.iter().filter(|fleet| !fleet.has_stations);
            let all = free.filter(|fleet| wanted(fleet)).map(|fleet| {
                let places = || fleet.municipalities.iter().map(|place| &place.profile);
                let k = system.k;
                rows(&[
                    (Level::Town, means([night(&fleet.town)], k)),
                    (Level::Hour, means(hours(&fleet.town), k)),
                    (Level::Municipality, means(places().map(night), k)),
                    (Level::MunicipalityHour, means(places().flat_map(hours), k)),
                ])
            });
            all.max_by_key(|rows| finest(rows))
        })
    };
    let scooter = |fleet: &Fleet| {
        use FormFactor::{Moped, ScooterSeated, ScooterStanding};
        matches!(fleet.form, ScooterStanding | ScooterSeated | Moped)
    };
    of(&scooter).or_else(|| of(&|_| true))
}

/// Of the system with the finest numbers.
fn of_systems(
    page: &[u8],
    rows: &dyn Fn(&System) -> Option<Vec<SharedGrain>>,
) -> Option<SharedGrains> {
    let packed: PackedPage = postcard::from_bytes(page).ok()?;
    let systems = packed.systems.iter().filter_map(|system| {
        // A file of trips, or one that is too long, is none.
        let system: System = serde_json::from_slice(system.file.as_deref()?).ok()?;
        let rows = rows(&system)?;
        (rows.len() > 1).then_some(SharedGrains {
            operator: system.operator,
            first: system.first,
            last: system.last,
            k: system.k,
            rows,
        })
    });
    systems.max_by_key(|found| finest(&found.rows))
}

fn finest(rows: &[SharedGrain]) -> u32 {
    rows.iter().map(|row| row.numbers).max().unwrap_or_default()
}

/// Numbers and the small ones among them, of what is published at each level; a level that tells no more than the one
/// before is left out.
fn rows(levels: &[(Level, (u32, u32))]) -> Vec<SharedGrain> {
    let mut rows: Vec<SharedGrain> = Vec::new();
    for &(level, (numbers, small)) in levels {
        let before = rows.last().map_or(0, |row| row.numbers);
        if numbers > before {
            rows.push(SharedGrain {
                level,
                numbers,
                small,
            });
        }
    }
    rows
}

fn bounds<'a>(all: impl Iterator<Item = &'a ShownBounds>) -> (u32, u32) {
    all.fold((0, 0), |(numbers, hidden), bounds| {
        (numbers + 1, hidden + u32::from(bounds.low.is_none()))
    })
}

/// What is not known is no number; what rounds to none is not small.
fn means(all: impl IntoIterator<Item = Option<f64>>, k: u64) -> (u32, u32) {
    let known = all.into_iter().flatten();
    known.fold((0, 0), |(numbers, small), mean| {
        let is_small = mean >= 0.5 && mean < k as f64 - 0.5;
        (numbers + 1, small + u32::from(is_small))
    })
}

/// Vehicles in public space in the mean of all nights.
fn night(profile: &Profile) -> Option<f64> {
    let mut all = Tally::default();
    for day in DayType::ALL {
        for tally in NIGHT.filter_map(|hour| profile.hour(day, hour)) {
            all.merge(tally);
        }
    }
    all.deployed()
}

fn hours(profile: &Profile) -> Vec<Option<f64>> {
    let days = DayType::ALL.into_iter();
    let of = |day| NIGHT.map(move |hour| profile.hour(day, hour)?.deployed());
    days.flat_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::answer::SourceLine;
    use crate::query::shared_page::PackedSystem;
    use serde_json::{Value, json};

    fn page(parts: &Value) -> Vec<u8> {
        let file = json!({
            "operator": {}, "first": "2026-01-01", "last": "2026-02-01", "snapshots": 1, "faulty": 0, "k": 10, "parts": parts,
        });
        let system = |file: Option<Vec<u8>>| PackedSystem {
            source: SourceLine {
                dataset: String::new(),
                title: Names::default(),
                publisher: String::new(),
                license: String::new(),
                license_url: String::new(),
                path: String::new(),
                sha256: String::new(),
                rows: 0,
                device: None,
            },
            publisher_url: String::new(),
            length: 1,
            file,
        };
        let systems = vec![system(None), system(Some(file.to_string().into_bytes()))];
        PackedPage {
            street: None,
            systems,
        }
        .encode()
    }

    fn profile(deployed: &[(u8, u64)]) -> Value {
        let mut profile = Profile::default();
        for (hour, vehicles) in deployed {
            let tally = Tally {
                minutes: 60,
                known: 60,
                deployed_minutes: vehicles * 60,
                ..Tally::default()
            };
            let date = CivilDate::new(2026, 1, 5).unwrap();
            profile.add(DayType::ALL[0], *hour, date, &tally);
        }
        serde_json::to_value(profile).unwrap()
    }

    fn told(found: &SharedGrains) -> Vec<(Level, u32, u32)> {
        let rows = found.rows.iter();
        rows.map(|row| (row.level, row.numbers, row.small))
            .collect()
    }

    #[test]
    fn finer_sums_are_more_numbers_and_more_of_them_are_small() {
        let shown = json!({ "low": 12, "high": 20 });
        let hidden = json!({ "low": null, "high": null });
        let told_of = json!({ "coverage": 1.0, "all": shown, "months": { "2026-01-01": shown, "2026-02-01": shown },
            "municipalities": { "a": shown, "b": hidden }, "stations": { "1": shown, "2": hidden, "3": hidden } });
        let none = json!({ "coverage": 0.0, "all": null });
        // Hour 12 is no night: it changes nothing.
        let towns = [profile(&[(3, 30), (4, 2), (12, 900)]), profile(&[(3, 0)])];
        let bytes = page(&json!([
            { "form": "bicycle", "has_stations": true, "town": profile(&[]), "municipalities": [], "departures": told_of },
            { "form": "scooter_standing", "has_stations": false, "town": towns[0], "departures": none,
              "municipalities": [{ "profile": towns[0] }, { "profile": towns[1] }, { "profile": profile(&[(3, 4)]) }] },
        ]));
        let bikes = departures_of(&bytes);
        // Two municipalities tell no more numbers than two months.
        assert_eq!(
            bikes,
            [
                (Level::Town, 1, 0),
                (Level::Month, 2, 0),
                (Level::Station, 3, 2)
            ]
        );
        let night = at_night(&bytes).unwrap();
        assert_eq!(
            told(&night),
            [
                (Level::Town, 1, 0),
                (Level::Hour, 2, 1),
                (Level::Municipality, 3, 1),
                (Level::MunicipalityHour, 4, 2)
            ]
        );
        assert_eq!(night.k, 10);
        assert_eq!(at_night(&page(&json!([]))), None);
        assert_eq!(departures(&[1, 2]), None);
    }

    fn departures_of(bytes: &[u8]) -> Vec<(Level, u32, u32)> {
        told(&departures(bytes).unwrap())
    }
}
