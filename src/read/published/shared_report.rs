//! `shared/<dataset>.json`: a system of shared vehicles, or a file of trips.

use super::PublishedError;
use crate::domain::shared_report::{SystemReport, TripFigures};

/// Which of the two a file is shows in what it holds.
#[derive(Clone, Debug, PartialEq)]
pub enum SharedReport {
    System(Box<SystemReport>),
    Trips(TripFigures),
}

pub fn decode(bytes: &[u8]) -> Result<SharedReport, PublishedError> {
    let system = serde_json::from_slice(bytes).map(|it| SharedReport::System(Box::new(it)));
    system
        .or_else(|cause| {
            let trips = serde_json::from_slice(bytes).map(SharedReport::Trips);
            trips.map_err(|_| cause)
        })
        .map_err(|cause| {
            PublishedError::new(
                format!("line {}, column {}", cause.line(), cause.column()),
                format!("what can be shared in the town, as JSON ({cause})"),
            )
        })
}
