//! The words of the field as types: street, segment, mode, hour, coverage.

pub mod calendar;
pub mod card;
pub mod date;
pub mod device;
pub mod distance;
pub mod event;
pub mod fold;
pub mod mode;
pub mod order;
pub mod sensor;
pub mod shared;
pub mod shared_profile;
pub mod shared_report;
pub mod state;
pub mod street;
pub mod time;

pub use calendar::{Calendar, DayType};
pub use date::{CivilDate, Weekday};
pub use device::Device;
pub use event::{Event, EventKind};
pub use mode::{Mode, Side};
pub use sensor::SensorGeneration;
pub use state::{Estimate, State};
pub use street::{LonLat, Names, SegmentId, Street, StreetId, StreetSegment};
pub use time::{Instant, LocalHour, Zone};
