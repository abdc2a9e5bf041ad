//! From bytes to tables. Readers are pure: they take bytes and the file's name for
//! messages, and give rows with an account of what was refused and why.
//! Words used throughout: an *hour* is what a source publishes, a *row* what is kept of it.

pub mod counts;
pub mod duplicates;
pub mod error;
pub mod local_time;
pub mod pieces;
pub mod place;
pub mod published;
pub mod ranged;
pub mod report;
pub mod speed_limit;
pub mod telraam;
pub mod telraam_json;
pub mod thrift_bounds;
mod thrift_shapes;

#[cfg(not(target_arch = "wasm32"))]
pub mod arrow_batches;
#[cfg(not(target_arch = "wasm32"))]
pub mod awv;
#[cfg(not(target_arch = "wasm32"))]
pub mod awv_sites;
#[cfg(not(target_arch = "wasm32"))]
pub mod berlin_detection;
#[cfg(not(target_arch = "wasm32"))]
pub mod berlin_sites;
#[cfg(not(target_arch = "wasm32"))]
pub mod calendar_csv;
#[cfg(not(target_arch = "wasm32"))]
pub mod declared_columns;
#[cfg(not(target_arch = "wasm32"))]
pub mod declared_csv;
#[cfg(not(target_arch = "wasm32"))]
mod declared_rows;
#[cfg(not(target_arch = "wasm32"))]
pub mod dialect;
#[cfg(not(target_arch = "wasm32"))]
pub mod eco_channels;
#[cfg(not(target_arch = "wasm32"))]
pub mod eco_counter;
#[cfg(not(target_arch = "wasm32"))]
pub mod eco_steps;
#[cfg(not(target_arch = "wasm32"))]
pub mod eco_sums;
#[cfg(not(target_arch = "wasm32"))]
pub mod encoding;
#[cfg(not(target_arch = "wasm32"))]
pub mod events_csv;
#[cfg(not(target_arch = "wasm32"))]
pub mod features;
#[cfg(not(target_arch = "wasm32"))]
pub mod foreign;
#[cfg(not(target_arch = "wasm32"))]
pub mod gathered;
#[cfg(not(target_arch = "wasm32"))]
pub mod gent;
#[cfg(not(target_arch = "wasm32"))]
pub mod osm_pbf;
#[cfg(not(target_arch = "wasm32"))]
pub mod parquet_cells;
#[cfg(not(target_arch = "wasm32"))]
pub mod plain_lines;
#[cfg(not(target_arch = "wasm32"))]
pub mod segments_geojson;
#[cfg(not(target_arch = "wasm32"))]
pub mod site_list;
#[cfg(not(target_arch = "wasm32"))]
pub mod streets_geojson;
#[cfg(not(target_arch = "wasm32"))]
pub mod table_map;
#[cfg(not(target_arch = "wasm32"))]
pub mod telraam_csv;
#[cfg(not(target_arch = "wasm32"))]
pub mod telraam_parquet;
#[cfg(not(target_arch = "wasm32"))]
pub mod telraam_titles;
#[cfg(not(target_arch = "wasm32"))]
pub mod telraam_xlsx;
#[cfg(not(target_arch = "wasm32"))]
pub mod vehicles;
#[cfg(not(target_arch = "wasm32"))]
pub mod workbook;
#[cfg(not(target_arch = "wasm32"))]
pub mod workers;
#[cfg(not(target_arch = "wasm32"))]
pub mod written_number;
#[cfg(not(target_arch = "wasm32"))]
pub mod written_time;
#[cfg(not(target_arch = "wasm32"))]
pub mod zero_days;

pub use error::ReadError;
pub use place::Place;
pub use report::{ReadReport, Tally};
