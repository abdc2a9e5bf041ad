//! What the stations of a system said, snapshot by snapshot; kept as changes, because most snapshots change little.

use crate::domain::Instant;
use crate::domain::shared::{StationId, StationReading};
use std::collections::BTreeMap;

/// The snapshots of one system. A failed poll is no snapshot: nothing is known of its time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StationSeries {
    /// When each snapshot was taken, earliest first, each once.
    pub polls: Vec<Instant>,
    /// By id.
    pub stations: Vec<StationId>,
    /// Of each station, its changes in order.
    pub changes: Vec<Vec<Change>>,
}

/// What a station says from a snapshot on until its next change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Index of the snapshot.
    pub poll: u32,
    /// `None`: the station is not in the snapshot.
    pub reading: Option<StationReading>,
}

impl StationSeries {
    /// A station's position in `stations`.
    #[must_use]
    pub fn position(&self, station: &StationId) -> Option<usize> {
        self.stations.binary_search(station).ok()
    }

    /// What a station said in a snapshot; `None` where it was not in it.
    #[must_use]
    pub fn reading(&self, station: usize, poll: usize) -> Option<StationReading> {
        let changes = self.changes.get(station)?;
        let after = changes.partition_point(|change| change.poll as usize <= poll);
        changes.get(after.checked_sub(1)?)?.reading
    }
}

/// Gathers readings in any order.
#[derive(Clone, Debug, Default)]
pub struct StationSeriesBuilder {
    ids: BTreeMap<StationId, u32>,
    rows: Vec<(Instant, u32, Packed)>,
    /// Snapshots of which a row may be missing, such as those without any station.
    polls: Vec<Instant>,
    last: Option<Instant>,
}

/// A reading in eight bytes: recordings of months have tens of millions. Counts of 65,535 and more do not occur.
#[derive(Clone, Copy, Debug)]
struct Packed {
    vehicles: u16,
    disabled: u16,
    docks: u16,
    flags: u16,
}

const NONE: u16 = u16::MAX;

impl Packed {
    fn of(reading: StationReading) -> Self {
        let small = |n: u32| u16::try_from(n).unwrap_or(NONE - 1).min(NONE - 1);
        Self {
            vehicles: small(reading.vehicles),
            disabled: reading.disabled.map_or(NONE, small),
            docks: reading.docks.map_or(NONE, small),
            flags: u16::from(reading.is_renting) | u16::from(reading.is_returning) << 1,
        }
    }

    fn reading(self) -> StationReading {
        let some = |n: u16| (n != NONE).then_some(u32::from(n));
        StationReading {
            vehicles: u32::from(self.vehicles),
            disabled: some(self.disabled),
            docks: some(self.docks),
            is_renting: self.flags & 1 != 0,
            is_returning: self.flags & 2 != 0,
        }
    }
}

impl StationSeriesBuilder {
    /// A snapshot was taken, whatever is in it.
    pub fn poll(&mut self, at: Instant) {
        if self.last != Some(at) {
            self.polls.push(at);
            self.last = Some(at);
        }
    }

    pub fn push(&mut self, at: Instant, station: &StationId, reading: StationReading) {
        self.poll(at);
        let next = u32::try_from(self.ids.len()).unwrap_or(u32::MAX);
        let id = match self.ids.get(station) {
            Some(id) => *id,
            None => *self.ids.entry(station.clone()).or_insert(next),
        };
        self.rows.push((at, id, Packed::of(reading)));
    }

    pub fn absorb(&mut self, other: Self) {
        let names: BTreeMap<u32, &StationId> = other.ids.iter().map(|(id, n)| (*n, id)).collect();
        let mut to = BTreeMap::new();
        for (number, name) in names {
            let next = u32::try_from(self.ids.len()).unwrap_or(u32::MAX);
            to.insert(number, *self.ids.entry(name.clone()).or_insert(next));
        }
        let moved = other.rows.into_iter().filter_map(|(at, station, reading)| {
            let station = to.get(&station)?;
            Some((at, *station, reading))
        });
        self.rows.extend(moved);
        self.polls.extend(other.polls);
        self.last = self.polls.last().copied();
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.polls.is_empty()
    }

    /// The series, and how many readings were there again for the same station and snapshot: the last one stays.
    #[must_use]
    pub fn build(mut self) -> (StationSeries, u64) {
        self.polls.sort_unstable();
        self.polls.dedup();
        // The numbers of the stations in the order of their ids.
        let mut place = vec![0_usize; self.ids.len()];
        for (at, number) in self.ids.values().enumerate() {
            if let Some(slot) = place.get_mut(*number as usize) {
                *slot = at;
            }
        }
        // Stable: the last of equal ones is the one that was read last.
        self.rows.sort_by_key(|(at, station, _)| (*at, *station));
        let mut changes: Vec<Vec<Change>> = vec![Vec::new(); self.ids.len()];
        let mut last_seen: Vec<Option<u32>> = vec![None; self.ids.len()];
        let (mut poll, mut twice) = (0_usize, 0);
        for (at, station, packed) in self.rows {
            while self.polls.get(poll).is_some_and(|p| *p < at) {
                poll += 1;
            }
            let index = u32::try_from(poll).unwrap_or(u32::MAX);
            let at_station = place.get(station as usize).copied().unwrap_or_default();
            let (Some(own), Some(seen)) =
                (changes.get_mut(at_station), last_seen.get_mut(at_station))
            else {
                continue;
            };
            let reading = Some(packed.reading());
            if *seen == Some(index) {
                twice += 1;
                if own.last().is_some_and(|c| c.poll == index) {
                    own.pop();
                }
            } else if let Some(before) = *seen
                && before + 1 < index
            {
                own.push(Change {
                    poll: before + 1,
                    reading: None,
                });
            }
            *seen = Some(index);
            if own.last().is_none_or(|c| c.reading != reading) {
                own.push(Change {
                    poll: index,
                    reading,
                });
            }
        }
        let end = u32::try_from(self.polls.len()).unwrap_or(u32::MAX);
        for (own, seen) in changes.iter_mut().zip(last_seen) {
            if let Some(before) = seen
                && before + 1 < end
            {
                own.push(Change {
                    poll: before + 1,
                    reading: None,
                });
            }
        }
        let series = StationSeries {
            polls: self.polls,
            stations: self.ids.into_keys().collect(),
            changes,
        };
        (series, twice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(vehicles: u32) -> StationReading {
        StationReading {
            vehicles,
            disabled: None,
            docks: Some(3),
            is_renting: true,
            is_returning: false,
        }
    }

    #[test]
    fn rows_in_any_order_are_the_same_series_and_an_absent_station_is_absent() {
        let id = |name: &str| StationId(name.to_owned());
        let rows = [
            (0, "b", 4),
            (0, "a", 1),
            (60, "b", 4),
            (120, "b", 5),
            (120, "a", 1),
            (180, "b", 5),
        ];
        let build = |order: Vec<usize>| {
            let mut builder = StationSeriesBuilder::default();
            for i in order {
                let (at, station, n) = rows[i];
                builder.push(Instant(at), &id(station), reading(n));
            }
            builder.build()
        };
        let (series, twice) = build(vec![0, 1, 2, 3, 4, 5]);
        assert_eq!(twice, 0);
        assert_eq!(build(vec![5, 3, 1, 4, 0, 2]).0, series);
        assert_eq!(series.polls, [0, 60, 120, 180].map(Instant));
        let of = |station: &str| {
            let at = series.position(&id(station)).unwrap();
            let vehicles = |poll| series.reading(at, poll).map(|r| r.vehicles);
            [0, 1, 2, 3].map(vehicles)
        };
        assert_eq!(of("a"), [Some(1), None, Some(1), None]);
        assert_eq!(of("b"), [Some(4), Some(4), Some(5), Some(5)]);
        assert_eq!(series.reading(0, 0), Some(reading(1)));
        assert_eq!(series.position(&id("c")), None);
    }

    #[test]
    fn of_two_readings_in_one_snapshot_the_last_stays_and_a_snapshot_may_be_empty() {
        let mut builder = StationSeriesBuilder::default();
        let a = StationId("a".to_owned());
        builder.push(Instant(0), &a, reading(3));
        builder.push(Instant(5), &a, reading(4));
        builder.push(Instant(5), &a, reading(3));
        builder.poll(Instant(9));
        let mut both = StationSeriesBuilder::default();
        both.push(Instant(7), &StationId("0".to_owned()), reading(8));
        both.absorb(builder);
        let (series, twice) = both.build();
        assert_eq!((series.polls.len(), twice), (4, 1));
        let at = series.position(&a).unwrap();
        let of = |poll| series.reading(at, poll).map(|r| r.vehicles);
        assert_eq!([0, 1, 2, 3].map(of), [Some(3), Some(3), None, None]);
    }
}
