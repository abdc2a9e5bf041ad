//! Datasets, their files, licences and processing: DCAT-AP 3 in and out.

pub mod card;
pub mod concerns;
pub mod dataset;
pub mod ethics;
pub mod foreign;
pub mod jsonld;
pub mod record;
pub mod record_parts;
pub mod terms;
pub mod texts;

pub use dataset::{Catalog, Dataset, Distribution, License, Town};
pub use ethics::EthicsCard;
pub use jsonld::CatalogError;
pub use record::{Record, RecordError};
