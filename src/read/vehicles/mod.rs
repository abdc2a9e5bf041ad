//! Counters that write a line per vehicle, and the quarters of an hour that become of them: no passage of
//! one vehicle, no length and no second leaves the reader.
//!
//! A counter was up from the first to the last moment that its file states, or else from its first to its
//! last record; a quarter of an hour in between without a vehicle is 0. Outside it is missing. A quarter that is
//! only partly inside carries its share as uptime and is scaled to the whole quarter, as all counts are; under half
//! of it, it has no value. All files of a site are taken together: a day may be split into two files.

pub mod int_2;
pub mod jamar;
pub mod metrocount;
pub mod muenster_loops;
pub mod vbv_1;

use super::counts::{Counts, Site};
use super::local_time::{AMBIGUOUS, IN_GAP};
use super::place::Place;
use super::report::ReadReport;
use super::telraam::NO_TIME;
use crate::domain::time::CivilMeaning;
use crate::domain::{CivilDate, Instant, Mode, SegmentId, Side, Zone};
use crate::table::{CountRow, SPEED_BINS_5};
use std::collections::BTreeMap;

pub const OTHER_CLASS: &str = "a class that is neither walking, bicycle, car nor heavy vehicle";
/// Neither bicycles nor cars (definitions 4.5): a classified counter does not add them to either.
pub const MOTORCYCLE: &str = "a motorcycle or moped, which is neither bicycle nor car";
pub const NOT_A_RECORD: &str = "a line that is no record";
pub const OTHER_SIDE: &str = "a direction that is neither of the two";
pub const NO_SPEED: &str = "counted without its speed: 0, or above 250 km/h";

/// Above this a speed is an error of the counter, km/h.
pub const MOST_KMH: f64 = 250.0;
pub const KMH_PER_MPH: f64 = 1.609_344;
const QUARTER_MS: i64 = 900_000;
const DAY_MS: i64 = 86_400_000;
/// In the hour that occurs twice, a clock that falls back by more than this has been put back.
const PUT_BACK_MS: i64 = 1_200_000;
/// More quarters of an hour than forty years have: a stated time must be wrong.
const MOST_QUARTERS: i64 = 1_500_000;

/// One passage.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Vehicle {
    /// Civil time as if it were UTC, ms since 1970.
    pub civil_ms: i64,
    pub side: Side,
    pub mode: Mode,
    pub speed_kmh: Option<f64>,
    pub row: u64,
}

/// The passages of one file.
#[derive(Debug)]
pub struct Vehicles {
    pub segment: SegmentId,
    pub site: Site,
    /// The modes that the counter tells: a quarter in which it was up has a value of each.
    pub modes: &'static [Mode],
    pub list: Vec<Vehicle>,
    /// Civil times at which counting began and ended, as the file states them.
    pub stated: (Option<i64>, Option<i64>),
    pub report: ReadReport,
}

impl Vehicles {
    #[must_use]
    pub fn new(file: &str, segment: &str, modes: &'static [Mode]) -> Self {
        Self {
            segment: SegmentId(segment.to_owned()),
            site: Site::default(),
            modes,
            list: Vec::new(),
            stated: (None, None),
            report: ReadReport::new(file),
        }
    }

    /// Keeps a passage; a speed that cannot be is left out, and noted.
    pub fn keep(&mut self, vehicle: Vehicle) {
        let possible = |speed: &f64| *speed > 0.0 && *speed <= MOST_KMH;
        if vehicle.speed_kmh.is_some_and(|speed| !possible(&speed)) {
            self.report.warn(NO_SPEED, Place::row(vehicle.row));
        }
        self.list.push(Vehicle {
            speed_kmh: vehicle.speed_kmh.filter(possible),
            ..vehicle
        });
        self.report.keep();
    }
}

/// What a file is called without folder and endings: `data/ctc10604.v00.gz` is `ctc10604`.
#[must_use]
pub fn stem(file: &str) -> &str {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.split('.').next().unwrap_or(name)
}

/// A civil time as if it were UTC; `None` where there is no such day or time.
#[must_use]
pub fn civil(year: i32, month: u8, day: u8, seconds_of_day: i64) -> Option<i64> {
    let date = CivilDate::new(year, month, day)?;
    (0..86_400)
        .contains(&seconds_of_day)
        .then(|| i64::from(date.days()) * DAY_MS + seconds_of_day * 1000)
}

/// Sums of one quarter of an hour.
#[derive(Clone, Debug, Default)]
struct Quarter {
    first_row: u64,
    volumes: [[f64; 3]; 5],
    cars: [[f64; SPEED_BINS_5]; 3],
    has_cars: [bool; 3],
    bikes: Option<[f64; SPEED_BINS_5]>,
}

impl Quarter {
    fn add(&mut self, vehicle: &Vehicle) {
        for side in [Side::Both, vehicle.side] {
            if let Some(sum) = self
                .volumes
                .get_mut(vehicle.mode.index())
                .and_then(|sides| sides.get_mut(side.index()))
            {
                *sum += 1.0;
            }
        }
        let Some(bin) = vehicle.speed_kmh.map(bin) else {
            return;
        };
        match vehicle.mode {
            Mode::Car => {
                for side in [Side::Both, vehicle.side] {
                    let at = side.index();
                    if let Some(slot) = self.cars.get_mut(at).and_then(|bins| bins.get_mut(bin)) {
                        *slot += 1.0;
                    }
                    if let Some(has) = self.has_cars.get_mut(at) {
                        *has = true;
                    }
                }
            }
            Mode::Bike => {
                let bins = self.bikes.get_or_insert([0.0; SPEED_BINS_5]);
                if let Some(slot) = bins.get_mut(bin) {
                    *slot += 1.0;
                }
            }
            _ => {}
        }
    }
}

/// The bin of 5 km/h; the last one is open.
fn bin(kmh: f64) -> usize {
    let mut bin = 0;
    while bin + 1 < SPEED_BINS_5 && kmh >= 5.0 * (bin + 1) as f64 {
        bin += 1;
    }
    bin
}

/// The quarters of an hour of all sites, a `Counts` each.
#[must_use]
pub fn aggregate(files: Vec<Vehicles>, zone: Zone) -> Vec<Counts> {
    let mut sites: BTreeMap<SegmentId, Vec<Vehicles>> = BTreeMap::new();
    for file in files {
        sites.entry(file.segment.clone()).or_default().push(file);
    }
    sites
        .into_iter()
        .map(|(segment, files)| of_site(&segment, files, zone))
        .collect()
}

fn of_site(segment: &SegmentId, files: Vec<Vehicles>, zone: Zone) -> Counts {
    let mut quarters: BTreeMap<i64, Quarter> = BTreeMap::new();
    let mut windows: Vec<(i64, i64)> = Vec::new();
    let mut modes: Vec<Mode> = Vec::new();
    let mut counts = Counts::default();
    let mut sides = [false; 3];
    for mut file in files {
        counts.describe(segment, &file.site);
        modes.extend(file.modes);
        let mut clock = Clock {
            zone,
            last: None,
            is_put_back: false,
        };
        let mut ends: Option<(i64, i64)> = None;
        for vehicle in &file.list {
            let instant = match clock.instant(vehicle.civil_ms) {
                Ok((instant, is_ambiguous)) => {
                    if is_ambiguous {
                        file.report.warn(AMBIGUOUS, Place::row(vehicle.row));
                    }
                    instant
                }
                Err(why) => {
                    let name = file.report.file.clone();
                    file.report.withdraw(why, &name, Place::row(vehicle.row));
                    continue;
                }
            };
            ends = Some(ends.map_or((instant, instant), |(first, last)| {
                (first.min(instant), last.max(instant))
            }));
            let quarter = quarters.entry(instant.div_euclid(QUARTER_MS)).or_default();
            if quarter.first_row == 0 {
                quarter.first_row = vehicle.row;
            }
            quarter.add(vehicle);
            if let Some(side) = sides.get_mut(vehicle.side.index()) {
                *side = true;
            }
        }
        let stated = |civil: Option<i64>| {
            let mut clock = Clock {
                zone,
                last: None,
                is_put_back: false,
            };
            civil
                .and_then(|ms| clock.instant(ms).ok())
                .map(|(instant, _)| instant)
        };
        let first = stated(file.stated.0).or(ends.map(|ends| ends.0));
        // The last record ends its own second.
        let last = stated(file.stated.1).or(ends.map(|ends| ends.1 + 1000));
        if let Some((first, last)) = first.zip(last)
            && first < last
        {
            windows.push((first, last));
        }
        counts.report.absorb(&file.report);
        if counts.report.file.is_empty() {
            counts.report.file.clone_from(&file.report.file);
        }
    }
    modes.sort_unstable();
    modes.dedup();
    let both_ways = sides.get(1..).is_some_and(|sides| !sides.contains(&false));
    for (quarter, share) in covered(windows) {
        let found = quarters.remove(&quarter).unwrap_or_default();
        let row = row_of(segment, quarter, share, &found, &modes, both_ways);
        counts.add(&row, found.first_row);
    }
    counts
}

/// Quarters of an hour of the windows together, with the share of each that was counted, by time.
fn covered(mut windows: Vec<(i64, i64)>) -> BTreeMap<i64, f64> {
    windows.sort_unstable();
    let mut joined: Vec<(i64, i64)> = Vec::new();
    for (start, end) in windows {
        match joined.last_mut() {
            Some(last) if start <= last.1 => last.1 = last.1.max(end),
            _ => joined.push((start, end)),
        }
    }
    let mut quarters = BTreeMap::new();
    for (start, end) in joined {
        let (first, last) = (
            start.div_euclid(QUARTER_MS),
            (end - 1).div_euclid(QUARTER_MS),
        );
        if last - first > MOST_QUARTERS {
            continue;
        }
        for quarter in first..=last {
            let from = start.max(quarter * QUARTER_MS);
            let to = end.min((quarter + 1) * QUARTER_MS);
            *quarters.entry(quarter).or_insert(0.0) += (to - from) as f64 / QUARTER_MS as f64;
        }
    }
    quarters
}

fn row_of(
    segment: &SegmentId,
    quarter: i64,
    share: f64,
    found: &Quarter,
    modes: &[Mode],
    both_ways: bool,
) -> CountRow {
    let mut row = CountRow::empty(segment.clone(), Instant(quarter * QUARTER_MS));
    row.minutes = 15;
    row.uptime = Some(share.min(1.0));
    if share < 0.5 {
        return row;
    }
    let scaled = |count: f64| count / share.min(1.0);
    for mode in modes {
        let sides = found.volumes.get(mode.index()).copied().unwrap_or_default();
        for (side, count) in Side::ALL.into_iter().zip(sides) {
            if side == Side::Both || both_ways {
                row.set_volume(*mode, side, Some(scaled(count)));
            }
        }
    }
    let [both, left, right] = found.cars.map(|bins| bins.map(scaled));
    let [has_both, has_left, has_right] = found.has_cars;
    row.speed_5 = has_both.then_some(both);
    if both_ways {
        row.speed_5_sides = [has_left.then_some(left), has_right.then_some(right)];
    }
    row.bike_speed_5 = found.bikes.map(|bins| bins.map(scaled));
    row
}

/// Civil times of one file, in file order: in the hour that occurs twice, the clock is seen to fall back.
struct Clock {
    zone: Zone,
    last: Option<i64>,
    is_put_back: bool,
}

impl Clock {
    /// Milliseconds since 1970, and whether it could have been an hour later as well.
    fn instant(&mut self, civil_ms: i64) -> Result<(i64, bool), &'static str> {
        let date = i32::try_from(civil_ms.div_euclid(DAY_MS))
            .map(CivilDate::from_days)
            .map_err(|_| NO_TIME)?;
        let minute_of_day = civil_ms.rem_euclid(DAY_MS) / 60_000;
        let hour = u8::try_from(minute_of_day / 60).unwrap_or(0);
        let minute = u8::try_from(minute_of_day % 60).unwrap_or(0);
        let beyond = civil_ms.rem_euclid(60_000);
        let falls_back = self.last.is_some_and(|last| civil_ms < last - PUT_BACK_MS);
        self.last = Some(civil_ms);
        match self.zone.meaning(date, hour, minute) {
            CivilMeaning::Gap => Err(IN_GAP),
            CivilMeaning::Once(instant) => {
                self.is_put_back = false;
                Ok((instant.0 + beyond, false))
            }
            CivilMeaning::Twice(summer, winter) => {
                self.is_put_back |= falls_back;
                let instant = if self.is_put_back { winter } else { summer };
                Ok((instant.0 + beyond, true))
            }
        }
    }
}
