//! Datasets, their files, licences and processing: DCAT-AP 3 in and out.

pub mod dataset;
pub mod jsonld;

pub use dataset::{Catalog, Dataset, Distribution, License, Town};
pub use jsonld::CatalogError;
