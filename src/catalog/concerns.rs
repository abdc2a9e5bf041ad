//! What of a dataset's record concerns the people that it counts: whom to tell, the ethics card, the sensor's label.
//! The rest of the record is passed over: it would be code in the worker.

use super::ethics::EthicsCard;
use super::record::RecordError;
use super::record_parts::{Agent, Contact, LabelElement, Period};
use serde::Deserialize;

#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Concerns {
    /// The publication that the record belongs to.
    #[serde(rename = "sb:publication")]
    pub publication: String,
    #[serde(rename = "foaf:primaryTopic")]
    pub dataset: DatasetConcerns,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct DatasetConcerns {
    #[serde(rename = "dct:publisher")]
    pub publisher: Agent,
    #[serde(rename = "dcat:contactPoint", default)]
    pub contact: Option<Contact>,
    #[serde(rename = "dct:temporal", default)]
    pub temporal: Option<Period>,
    #[serde(rename = "sb:ethics", default)]
    pub ethics: EthicsCard,
    #[serde(rename = "sb:sensorLabel", default)]
    pub label: Vec<LabelElement>,
}

impl Concerns {
    pub fn decode(bytes: &[u8]) -> Result<Self, RecordError> {
        serde_json::from_slice(bytes).map_err(|cause| RecordError {
            line: cause.line(),
            column: cause.column(),
            expected: cause.to_string(),
        })
    }
}
