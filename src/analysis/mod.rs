//! One measure a file, with its formula and source. An analysis does not fail:
//! it returns an estimate or says what it would need.
//!
//! `counted` answers everything about one segment over one period; `summary`
//! and `availability` are the small figures for the map and the matrix.
//! Only `+ - * /`, `sqrt` and comparisons are used, in a fixed order, so that
//! the worker and the command line get the same bytes.

pub mod annual;
pub mod assignment;
pub mod availability;
pub mod availability_of_vehicles;
pub mod block_totals;
pub mod bootstrap;
pub mod busy;
pub mod cell;
pub mod change;
pub mod civil;
pub mod compare;
pub mod counted;
pub mod daily;
pub mod days;
pub mod directions;
pub mod grain;
pub mod histogram;
pub mod hourly;
pub mod hours;
pub mod kept;
pub mod median;
pub mod oddities;
pub mod peaks;
pub mod period;
pub mod poisson;
pub mod profile;
pub mod random;
pub mod ratio_of_ratios;
pub mod scan;
pub mod scope;
pub mod shared;
pub mod speed;
pub mod split;
pub mod summary;
pub mod town_months;
pub mod trend;
pub mod unusual;
pub mod week;

pub use availability::{Extent, availability, extent};
pub use counted::{Choice, counted, counted_early};
pub use hourly::whole_hours;
pub use hours::SegmentCounts;
pub use period::{NoAnswer, Period, a_year_before};
pub use summary::summary;
pub use town_months::segment_months;
