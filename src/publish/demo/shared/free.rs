//! Scooters without docks: their ids change after each trip, a van moves some, the feed forgets and renames.

use super::super::random::Random;
use super::docked::wishes;
use super::{Fault, MINUTE_MS, TrueTrip, fault_at, faults, millis, pick, polls};
use crate::domain::distance::distance_m;
use crate::domain::shared::{FormFactor, SeenVehicle, VehicleNumber};
use crate::domain::{Instant, LonLat};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

/// What is simulated.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Where trips begin and end.
    pub places: Vec<LonLat>,
    pub fleet: u32,
    pub form: FormFactor,
    pub start: Instant,
    pub minutes: u32,
    /// Minutes between polls.
    pub every: u32,
    pub trips_per_day: f64,
    pub van_tours_per_day: f64,
    pub faults_per_day: f64,
}

#[derive(Clone, Debug, Default)]
pub struct Run {
    pub snapshots: BTreeMap<Instant, Vec<SeenVehicle>>,
    pub trips: Vec<TrueTrip>,
    /// Vehicles that a van took, and when.
    pub picked_up: Vec<(Instant, u32)>,
}

#[derive(Clone, Copy, Debug)]
struct Scooter {
    number: u32,
    at: LonLat,
    /// On the street, neither ridden nor in a van.
    is_out: bool,
    /// The feed does not show it until then.
    hidden_until: i64,
    is_reserved: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Happens {
    Wish,
    /// A scooter is put down at a place.
    Arrival(usize, usize),
    VanTakes,
    VanBrings(usize),
    /// The feed gives new ids to all.
    Renumber,
    Poll,
}

#[must_use]
pub fn run(plan: &Plan, seed: u64) -> Run {
    let random = &mut Random::new(seed, 0xf4ee);
    let begin = plan.start.0;
    let end = begin + i64::from(plan.minutes) * MINUTE_MS;
    let mut run = Run::default();
    if plan.places.is_empty() {
        return run;
    }
    let spot = |random: &mut Random, place: usize| {
        let base = plan
            .places
            .get(place)
            .copied()
            .unwrap_or(LonLat { lon: 0.0, lat: 0.0 });
        LonLat {
            lon: base.lon + random.between(-0.000_4, 0.000_4),
            lat: base.lat + random.between(-0.000_25, 0.000_25),
        }
    };
    let mut next_number = 0_u32;
    let mut number = || {
        next_number += 1;
        next_number
    };
    let mut scooters: Vec<Scooter> = (0..plan.fleet)
        .map(|_| {
            let place = pick(random, plan.places.len());
            Scooter {
                number: number(),
                at: spot(random, place),
                is_out: true,
                hidden_until: i64::MIN,
                is_reserved: false,
            }
        })
        .collect();
    let mut loads: Vec<Vec<usize>> = Vec::new();
    let mut queue: BinaryHeap<Reverse<(i64, Happens)>> = BinaryHeap::new();
    wishes(random, (begin, end), plan.trips_per_day, |at| {
        queue.push(Reverse((at, Happens::Wish)));
    });
    let days = f64::from(plan.minutes) / 1_440.0;
    for (what, per_day) in [
        (Happens::VanTakes, plan.van_tours_per_day),
        (Happens::Renumber, plan.faults_per_day / 3.0),
    ] {
        for _ in 0..millis(random.poisson(per_day * days)) {
            let at = begin + millis(random.between(0.0, (end - begin) as f64));
            queue.push(Reverse((at, what)));
        }
    }
    polls(random, (begin, end), plan.every, |at| {
        queue.push(Reverse((at, Happens::Poll)));
    });
    let faults = faults(random, (begin, end), plan.faults_per_day);
    let mut last: Vec<SeenVehicle> = Vec::new();
    while let Some(Reverse((at, what))) = queue.pop() {
        match what {
            Happens::Wish => {
                let out: Vec<usize> = positions(&scooters, |s| s.is_out);
                let chosen = out.get(pick(random, out.len().max(1))).copied();
                let Some((chosen, scooter)) = chosen.and_then(|i| Some((i, scooters.get_mut(i)?)))
                else {
                    continue;
                };
                scooter.is_out = false;
                let to = pick(random, plan.places.len());
                let goal = plan.places.get(to).copied().unwrap_or(scooter.at);
                let metres_per_minute = random.between(120.0, 300.0);
                let ride =
                    distance_m(scooter.at, goal) / metres_per_minute + random.between(1.0, 5.0);
                let back = at + millis(ride * MINUTE_MS as f64);
                run.trips.push(TrueTrip {
                    start: Instant(at),
                    end: Instant(back),
                    from_station: None,
                });
                queue.push(Reverse((back, Happens::Arrival(chosen, to))));
            }
            Happens::Arrival(scooter, to) => {
                let at = spot(random, to);
                if let Some(scooter) = scooters.get_mut(scooter) {
                    scooter.number = number();
                    scooter.at = at;
                    scooter.is_out = true;
                }
            }
            Happens::VanTakes => {
                // One here, one there, within the same quarter of an hour.
                let mut out = positions(&scooters, |s| s.is_out);
                let mut load = Vec::new();
                while load.len() < 6 && !out.is_empty() {
                    load.push(out.swap_remove(pick(random, out.len())));
                }
                for i in &load {
                    if let Some(scooter) = scooters.get_mut(*i) {
                        scooter.is_out = false;
                    }
                }
                let taken = u32::try_from(load.len()).unwrap_or(0);
                run.picked_up.push((Instant(at), taken));
                let later = at + millis(random.between(30.0, 150.0) * MINUTE_MS as f64);
                queue.push(Reverse((later, Happens::VanBrings(loads.len()))));
                loads.push(load);
            }
            Happens::VanBrings(load) => {
                let place = pick(random, plan.places.len());
                for i in loads.get(load).into_iter().flatten() {
                    let at = spot(random, place);
                    if let Some(scooter) = scooters.get_mut(*i) {
                        scooter.number = number();
                        scooter.at = at;
                        scooter.is_out = true;
                    }
                }
            }
            Happens::Renumber => {
                for scooter in &mut scooters {
                    scooter.number = number();
                }
            }
            Happens::Poll => {
                for scooter in &mut scooters {
                    // The feed forgets one for some minutes; someone reserves one and thinks better of it.
                    if random.unit() < 0.000_02 {
                        scooter.hidden_until =
                            at + millis(random.between(1.0, 20.0) * MINUTE_MS as f64);
                    }
                    if random.unit() < 0.001 {
                        scooter.is_reserved = !scooter.is_reserved;
                    }
                }
                let fault = fault_at(&faults, at);
                let seen = match fault {
                    Some(Fault::Outage) => continue,
                    Some(Fault::Stuck) => last.clone(),
                    Some(Fault::Empty) => Vec::new(),
                    None => seen(&scooters, at, plan.form, random),
                };
                if fault.is_none() {
                    last.clone_from(&seen);
                }
                run.snapshots.insert(Instant(at), seen);
            }
        }
    }
    run
}

fn positions(scooters: &[Scooter], is_it: impl Fn(&Scooter) -> bool) -> Vec<usize> {
    let all = scooters.iter().enumerate();
    all.filter(|(_, scooter)| is_it(scooter))
        .map(|(i, _)| i)
        .collect()
}

fn seen(scooters: &[Scooter], at: i64, form: FormFactor, random: &mut Random) -> Vec<SeenVehicle> {
    let shown = scooters.iter().filter(|s| s.is_out && s.hidden_until <= at);
    let mut seen = Vec::new();
    for scooter in shown {
        // A few metres of what satellites do.
        let jitter = 0.000_05;
        seen.push(SeenVehicle {
            vehicle: VehicleNumber(scooter.number),
            at: LonLat {
                lon: scooter.at.lon + random.between(-jitter, jitter),
                lat: scooter.at.lat + random.between(-jitter, jitter),
            },
            form,
            is_reserved: scooter.is_reserved,
            is_disabled: false,
            is_docked: false,
        });
    }
    seen
}
