//! Counters that write a line for each vehicle. A format reads a file into `Vehicles`, which adds every
//! vehicle to its quarter of an hour at once: no time, length or number of a single vehicle is kept.
//! When all files of a source are read, `aggregate` makes rows of them.
//!
//! Which quarters were counted is not in the files. The counter is taken to have been up from the first to
//! the last record of a file, or from its stated start to its stated end; a quarter without a vehicle is 0
//! there. `spans` says what breaks this.

pub mod aggregate;
pub mod civil;
pub mod declared;
pub mod golden_river;
pub mod int2;
pub mod jamar;
pub mod jamar_quarters;
pub mod metrocount;
pub mod muenster_loops;
pub mod quarter;
pub mod spans;
pub mod vbv;

use super::counts::Site;
use super::place::Place;
use super::report::ReadReport;
use crate::domain::{Instant, Mode, SegmentId, Side};
use civil::CivilClock;
use declared::Declared;
use quarter::Quarter;
use std::collections::BTreeMap;

pub const MOTORCYCLE: &str = "a motorcycle: neither bicycle nor car";
pub const UNKNOWN_CLASS: &str = "a class that is not known";
pub const FAR_OFF: &str = "more than ten years from the first record of the file";
/// Warned about: the vehicle is counted, its speed is left out.
pub const NO_SPEED: &str = "a speed of 0: counted without its speed";
pub const TOO_FAST: &str = "a speed above 250 km/h: counted without its speed";
/// Warned about: both may be one cyclist over two loops.
pub const SAME_SECOND: &str = "kept, but in the same second and direction as another record";

/// Milliseconds of a quarter of an hour.
pub const QUARTER_MS: i64 = 900_000;
const TEN_YEARS_MS: i64 = 3_653 * 86_400_000;
/// km/h; no vehicle in a town is faster.
const FASTEST: f64 = 250.0;

/// One record, as a format understands it.
#[derive(Clone, Copy, Debug)]
pub struct Vehicle {
    /// Civil time as if it were UTC, milliseconds since 1970.
    pub civil_ms: i64,
    /// `None` where the file does not tell directions apart.
    pub side: Option<Side>,
    pub mode: Mode,
    pub speed_kmh: Option<f64>,
    /// Line of the file.
    pub row: u64,
}

/// The vehicles of one file by quarter of an hour. Its report has what was refused; what is kept is
/// only known when all files are there.
#[derive(Debug)]
pub struct Vehicles {
    pub segment: SegmentId,
    pub site: Site,
    /// What this counter counts: of these, nothing seen is 0. Others are missing.
    pub modes: Vec<Mode>,
    /// The direction of a file that holds one of two.
    pub only_side: Option<Side>,
    /// What the file says of its start and end.
    pub stated: Option<(Instant, Instant)>,
    pub report: ReadReport,
    /// By quarters of an hour since 1970.
    quarters: BTreeMap<i64, Quarter>,
    clock: CivilClock,
    first: Option<Instant>,
    /// Second of the last record of a direction, and whether it was noted.
    last_second: Option<[(i64, bool); 3]>,
}

impl Vehicles {
    #[must_use]
    pub fn new(file: &str, segment: SegmentId, modes: &[Mode], declared: &Declared<'_>) -> Self {
        Self {
            segment,
            site: Site::default(),
            modes: modes.to_vec(),
            only_side: declared.side_of_file(file),
            stated: None,
            report: ReadReport::new(file),
            quarters: BTreeMap::new(),
            clock: CivilClock::new(declared.zone),
            first: None,
            last_second: None,
        }
    }

    /// Notes records that share their second and direction with another one.
    #[must_use]
    pub fn noting_same_second(mut self) -> Self {
        self.last_second = Some([(i64::MIN, false); 3]);
        self
    }

    pub fn refuse(&mut self, why: &str, row: u64) {
        self.report.refuse(why, Place::row(row));
    }

    /// Takes what the file says of its start and end, as civil times. Without a meaning it is passed over.
    pub fn state(&mut self, start: i64, end: i64) {
        let instants = self
            .clock
            .first_meaning(start)
            .zip(self.clock.last_meaning(end));
        self.stated = instants.filter(|(start, end)| start <= end);
    }

    /// Adds a vehicle to its quarter of an hour, or refuses it.
    pub fn take(&mut self, vehicle: &Vehicle) {
        let place = || Place::row(vehicle.row);
        let read = match self.clock.instant(vehicle.civil_ms) {
            Ok(read) => read,
            Err(why) => return self.report.refuse(why, place()),
        };
        let first = *self.first.get_or_insert(read.instant);
        if read.instant.0.abs_diff(first.0) > TEN_YEARS_MS.unsigned_abs() {
            return self.report.refuse(FAR_OFF, place());
        }
        if read.is_ambiguous {
            self.report.warn(super::local_time::AMBIGUOUS, place());
        }
        let side = self.only_side.or(vehicle.side).unwrap_or(Side::Both);
        self.note_same_second(vehicle, side);
        let speed = match vehicle.speed_kmh {
            Some(speed) if speed <= 0.0 => {
                self.report.warn(NO_SPEED, place());
                None
            }
            Some(speed) if speed > FASTEST => {
                self.report.warn(TOO_FAST, place());
                None
            }
            speed => speed,
        };
        self.quarters
            .entry(read.instant.0.div_euclid(QUARTER_MS))
            .or_insert_with(|| Quarter::new(read.instant, vehicle.row))
            .add(read.instant, side, vehicle.mode, speed);
    }

    /// Vehicles of a mode by side, whatever becomes of them; `Side::Both` is those without a direction.
    #[must_use]
    pub fn seen(&self, mode: Mode, side: Side) -> f64 {
        let quarters = self.quarters.values();
        quarters.map(|quarter| quarter.count(mode, side)).sum()
    }

    fn note_same_second(&mut self, vehicle: &Vehicle, side: Side) {
        let Some(last) = self
            .last_second
            .as_mut()
            .and_then(|l| l.get_mut(side.index()))
        else {
            return;
        };
        let second = vehicle.civil_ms.div_euclid(1_000);
        if last.0 == second {
            let times = if last.1 { 1 } else { 2 };
            last.1 = true;
            for _ in 0..times {
                self.report.warn(SAME_SECOND, Place::row(vehicle.row));
            }
        } else {
            *last = (second, false);
        }
    }
}
