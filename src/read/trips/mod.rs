//! Files of trips: where each began and ended, and when. Columns of riders are never read, and the ids of vehicles end
//! here: a trip holds a number of its own.

mod citylab;
mod declared;

pub use citylab::read_citylab;
pub use declared::{TripColumns, read_csv};

use super::report::ReadReport;
use crate::domain::shared::{Trip, VehicleNumber};
use std::collections::HashMap;

pub const NO_START: &str = "a trip without a start that is a time";
pub const NO_END: &str = "a trip without an end that is a time";
pub const ENDS_EARLY: &str = "a trip that ends before it starts";
pub const NO_PLACE: &str = "a trip without a place in degrees";
pub const NOWHERE: &str = "a trip that ends where it starts";
pub const TOO_LONG: &str = "a trip of more than a day";
pub const OTHER_WIDTH: &str = "a row of another width than the header";

/// Trips longer than this are vehicles that were lost and found, or taken away.
pub const LONGEST_MS: i64 = 24 * 3_600_000;

#[derive(Debug, Default)]
pub struct Trips {
    pub trips: Vec<Trip>,
    pub report: ReadReport,
}

/// Numbers in place of ids, over the files of a source.
#[derive(Default)]
pub struct Vehicles(HashMap<String, VehicleNumber>);

impl std::fmt::Debug for Vehicles {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} vehicles", self.0.len())
    }
}

impl Vehicles {
    fn number(&mut self, id: &str) -> VehicleNumber {
        if let Some(number) = self.0.get(id) {
            return *number;
        }
        let next = VehicleNumber(u32::try_from(self.0.len()).unwrap_or(u32::MAX));
        self.0.insert(id.to_owned(), next);
        next
    }
}

/// Keeps a trip, or says why not. One that goes nowhere is kept and noted: it may be a round trip.
fn checked(trip: &Trip) -> Result<bool, &'static str> {
    let ms = trip.end.0 - trip.start.0;
    if ms < 0 {
        return Err(ENDS_EARLY);
    }
    if ms > LONGEST_MS {
        return Err(TOO_LONG);
    }
    Ok(trip.from == trip.to)
}
