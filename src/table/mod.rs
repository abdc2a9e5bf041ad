//! Tables of counts: one typed column per quantity, and the layout they are published in; series of snapshots of
//! shared vehicles.

pub mod column;
pub mod counts;
pub mod layout;
pub mod months;
pub mod named;
pub mod station_series;
pub mod summary;
pub mod typed;
pub mod vehicle_series;

pub use counts::{CoarseBins, CountRow, CountTable, FineBins, SPEED_BINS_5, SPEED_BINS_10};
pub use named::named;
pub use station_series::StationSeries;
pub use summary::SummaryRow;
pub use typed::{TypedColumn, Values};
pub use vehicle_series::VehicleSeries;
