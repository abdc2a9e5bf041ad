//! `shared/near/<street>.json`: what can be shared near one street.

use super::PublishedError;
use crate::domain::shared_profile::SharedNear;

pub fn decode(bytes: &[u8]) -> Result<SharedNear, PublishedError> {
    serde_json::from_slice(bytes).map_err(|cause| {
        PublishedError::new(
            format!("line {}, column {}", cause.line(), cause.column()),
            format!("what can be shared near a street, as JSON ({cause})"),
        )
    })
}
