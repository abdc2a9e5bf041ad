//! Datasets, their files, licences and processing: DCAT-AP 3 in and out.

pub mod dataset;

pub use dataset::{Dataset, Distribution, License, Town};
