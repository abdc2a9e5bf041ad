//! GBFS, the General Bikeshare Feed Specification, versions 1.0 to 3.0 (definitions 4.17): one file a module.
//!
//! What differs between versions is read by what stands in the file, not by the version that it claims: feeds that
//! say 2.3 and write 3.0's fields are common. An entry that cannot be read is refused with its place in its list; the
//! others stay.

mod discovery;
mod fields;
mod file;
mod stations;
mod system;
mod vehicles;
mod zones;

pub use discovery::{Feed, discovery};
pub use file::{Feedfile, Header, KINDS, Kind, kind_of_name, parse};
pub use stations::{Stations, StatusRow, StatusRows, station_information, station_status};
pub use system::{SystemInformation, VehicleTypes, system_information, vehicle_types};
pub use vehicles::{FeedVehicle, Vehicles, vehicle_status};
pub use zones::{Zones, geofencing_zones};

pub const NO_ID: &str = "an entry without an id";
pub const NO_PLACE: &str = "neither a position in degrees nor a station";
pub const NO_COUNT: &str = "no number of vehicles";
pub const BAD_COUNT: &str = "a number of vehicles or docks that is not a whole number of 0 or more";
pub const TWICE: &str = "the same id again";
pub const NO_OBJECT: &str = "an entry that is no object";
pub const NO_SHAPE: &str = "no polygons";
