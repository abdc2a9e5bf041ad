//! Where the vehicles of a system stood, snapshot by snapshot; kept as runs, because a parked vehicle stays as it is.

use crate::domain::distance::distance_m;
use crate::domain::shared::{FormFactor, SeenVehicle, VehicleNumber};
use crate::domain::{Instant, LonLat};
use std::collections::{BTreeMap, HashMap};

/// A parked vehicle whose position moves by no more than this has not moved: satellites are seldom more exact in
/// a street.
pub const JITTER_M: f64 = 50.0;

/// The snapshots of one system. A failed poll is no snapshot.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VehicleSeries {
    pub polls: Vec<Instant>,
    /// By vehicle, then by time.
    pub runs: Vec<Run>,
}

/// A vehicle that was in snapshots `first` to `last`, at one place and in one state.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Run {
    pub vehicle: VehicleNumber,
    pub form: FormFactor,
    pub first: u32,
    pub last: u32,
    pub at: LonLat,
    pub is_available: bool,
    pub is_docked: bool,
}

impl VehicleSeries {
    /// From snapshots in any order; of two of one instant the last stays.
    #[must_use]
    pub fn from_snapshots(snapshots: BTreeMap<Instant, Vec<SeenVehicle>>) -> Self {
        let mut open: HashMap<VehicleNumber, Run> = HashMap::new();
        let mut runs = Vec::new();
        let mut polls = Vec::new();
        for (poll, (at, vehicles)) in (0_u32..).zip(snapshots) {
            polls.push(at);
            for seen in vehicles {
                let run = Run {
                    vehicle: seen.vehicle,
                    form: seen.form,
                    first: poll,
                    last: poll,
                    at: seen.at,
                    is_available: seen.is_available(),
                    is_docked: seen.is_docked,
                };
                match open.get_mut(&seen.vehicle) {
                    // Twice in one snapshot: the first sighting stays.
                    Some(known) if known.last == poll => {}
                    Some(known) if known.last + 1 == poll && is_same(known, &run) => {
                        known.last = poll;
                    }
                    Some(known) => runs.push(std::mem::replace(known, run)),
                    None => {
                        open.insert(seen.vehicle, run);
                    }
                }
            }
        }
        runs.extend(open.into_values());
        runs.sort_by_key(|run| (run.vehicle, run.first));
        Self { polls, runs }
    }

    /// The runs of each vehicle.
    pub fn by_vehicle(&self) -> impl Iterator<Item = &[Run]> {
        self.runs.chunk_by(|a, b| a.vehicle == b.vehicle)
    }
}

fn is_same(a: &Run, b: &Run) -> bool {
    a.is_available == b.is_available
        && a.is_docked == b.is_docked
        && a.form == b.form
        && distance_m(a.at, b.at) <= JITTER_M
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parked_vehicle_is_one_run_and_a_gap_makes_two() {
        let at = |lat: f64| LonLat { lon: 3.0, lat };
        let seen = |vehicle, lat, is_reserved| SeenVehicle {
            vehicle: VehicleNumber(vehicle),
            at: at(lat),
            form: FormFactor::ScooterStanding,
            is_reserved,
            is_disabled: false,
            is_docked: false,
        };
        // 0.0001° of latitude is 11 m, 0.001° is 111 m.
        let snapshots = BTreeMap::from([
            (Instant(0), vec![seen(1, 51.0, false), seen(2, 51.0, false)]),
            (
                Instant(60),
                vec![seen(1, 51.000_1, false), seen(2, 51.0, true)],
            ),
            (Instant(120), vec![seen(2, 51.001, true)]),
            (
                Instant(180),
                vec![seen(1, 51.0, false), seen(2, 51.001, true)],
            ),
        ]);
        let series = VehicleSeries::from_snapshots(snapshots);
        let shape: Vec<_> = series
            .runs
            .iter()
            .map(|r| (r.vehicle.0, r.first, r.last, r.is_available))
            .collect();
        assert_eq!(
            shape,
            [
                (1, 0, 1, true),
                (1, 3, 3, true),
                (2, 0, 0, true),
                (2, 1, 1, false),
                (2, 2, 3, false)
            ]
        );
        assert_eq!(series.by_vehicle().count(), 2);
        assert_eq!(series.polls.len(), 4);
    }
}
