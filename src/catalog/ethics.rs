//! The ethics card of a dataset: what a town owes an answer to before it publishes (definitions 4.19).

use super::texts;
use crate::domain::Names;
use crate::domain::card::ETHICS_QUESTIONS;
use serde::{Deserialize, Serialize};

/// One answer a question; an empty one was not given. The same names stand in the town file, in kebab case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "@type", rename = "sb:EthicsCard")]
pub struct EthicsCard {
    /// Why these data and no others.
    #[serde(
        rename = "sb:why",
        with = "texts",
        default,
        skip_serializing_if = "texts::is_empty"
    )]
    pub why: Names,
    #[serde(
        rename = "sb:seen",
        with = "texts",
        default,
        skip_serializing_if = "texts::is_empty"
    )]
    pub seen: Names,
    #[serde(
        rename = "sb:missed",
        with = "texts",
        default,
        skip_serializing_if = "texts::is_empty"
    )]
    pub missed: Names,
    /// Whether a person could be found in them.
    #[serde(
        rename = "sb:findable",
        with = "texts",
        default,
        skip_serializing_if = "texts::is_empty"
    )]
    pub findable: Names,
    /// Where they come from, and who agreed.
    #[serde(
        rename = "sb:consent",
        with = "texts",
        default,
        skip_serializing_if = "texts::is_empty"
    )]
    pub consent: Names,
    #[serde(
        rename = "sb:errors",
        with = "texts",
        default,
        skip_serializing_if = "texts::is_empty"
    )]
    pub errors: Names,
    #[serde(
        rename = "sb:decides",
        with = "texts",
        default,
        skip_serializing_if = "texts::is_empty"
    )]
    pub decides: Names,
    /// Who may object, and how.
    #[serde(
        rename = "sb:objection",
        with = "texts",
        default,
        skip_serializing_if = "texts::is_empty"
    )]
    pub objection: Names,
    /// What happens with what comes out.
    #[serde(
        rename = "sb:results",
        with = "texts",
        default,
        skip_serializing_if = "texts::is_empty"
    )]
    pub results: Names,
    /// When it ends, or is looked at again.
    #[serde(
        rename = "sb:until",
        with = "texts",
        default,
        skip_serializing_if = "texts::is_empty"
    )]
    pub until: Names,
    #[serde(
        rename = "sb:responsible",
        with = "texts",
        default,
        skip_serializing_if = "texts::is_empty"
    )]
    pub responsible: Names,
}

impl EthicsCard {
    /// The questions, in the order of the card.
    pub const QUESTIONS: [&str; 11] = ETHICS_QUESTIONS;

    /// The answer to one of `QUESTIONS`.
    #[must_use]
    pub fn answer(&self, question: &str) -> Option<&Names> {
        let found = match question {
            "why" => &self.why,
            "seen" => &self.seen,
            "missed" => &self.missed,
            "findable" => &self.findable,
            "consent" => &self.consent,
            "errors" => &self.errors,
            "decides" => &self.decides,
            "objection" => &self.objection,
            "results" => &self.results,
            "until" => &self.until,
            "responsible" => &self.responsible,
            _ => return None,
        };
        Some(found)
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.unanswered().len() == Self::QUESTIONS.len()
    }

    /// Questions without an answer.
    #[must_use]
    pub fn unanswered(&self) -> Vec<&'static str> {
        let is_open = |question: &&str| self.answer(question).is_none_or(texts::is_empty);
        Self::QUESTIONS.into_iter().filter(is_open).collect()
    }
}
