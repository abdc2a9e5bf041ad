//! What the pages about ethics ask: cards and labels of the datasets, dilemmas, and what finer numbers give away.

use crate::domain::{CivilDate, Device, Mode, Names, StreetId};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EthicsQuestion {
    /// The ethics card of each dataset, and whom to tell.
    Cards,
    Dilemmas,
    Label(LabelQuestion),
    /// What a year of one street tells by the month, and what by the hour.
    Grains {
        mode: Mode,
    },
    /// What may be shown of a total's parts.
    Hide {
        parts: Vec<u32>,
    },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum EthicsAnswer {
    Cards(Cards),
    Dilemmas(Dilemmas),
    Label(Box<Label>),
    /// `None` where no street has a year of counts of this mode.
    Grains(Option<Grains>),
    Hide(Hidden),
}

// ---- Cards -----------------------------------------------------------------

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cards {
    /// Who publishes the catalogue: the one to tell.
    pub publisher: Person,
    /// In the order of the catalogue, without streets, calendar and summary.
    pub datasets: Vec<Card>,
}

/// Whom to ask or to tell; what is not known is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    pub name: String,
    /// Without `mailto:`.
    pub email: String,
    /// `http` or `https`.
    pub url: String,
}

/// What people ask of a dataset before they ask for its numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Card {
    pub id: String,
    pub title: Names,
    pub device: Option<Device>,
    /// The contact that the record names, else its publisher.
    pub contact: Person,
    /// A name of a licence.
    pub license: String,
    /// The first and the last day with a count, both within.
    pub period: Option<(CivilDate, CivilDate)>,
    /// Questions and answers in the order of the card; questions without an answer are left out.
    pub answers: Vec<(String, Names)>,
    /// Questions without an answer.
    pub open: Vec<String>,
    /// The chain of its sensor's label, in order.
    pub label: Vec<LabelElement>,
}

/// An element of DTPR's chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LabelElement {
    pub category: String,
    pub element: String,
    pub title: Names,
    pub text: Names,
}

// ---- Label -----------------------------------------------------------------

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LabelQuestion {
    /// `None` takes the one that counts in the street, else the first that has a label.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dataset: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub street: Option<StreetId>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Label {
    /// `None` where no dataset has a label, or not this one.
    pub card: Option<Card>,
    pub publisher: Person,
    pub street: Option<LabelStreet>,
    /// All datasets that have a label.
    pub others: Vec<(String, Names)>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LabelStreet {
    pub id: StreetId,
    pub names: Names,
    pub municipality: String,
}

// ---- Dilemmas --------------------------------------------------------------

/// `dilemmas.json`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dilemmas {
    pub list: u32,
    /// What may be answered to each of them.
    pub answers: Vec<Choice>,
    pub dilemmas: Vec<Choice>,
    /// The town's id, which the file of answers names.
    #[serde(default)]
    pub town: String,
    /// Whom the answers may be sent to.
    #[serde(default)]
    pub publisher: Person,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    pub id: String,
    pub title: Names,
    #[serde(default)]
    pub text: Option<Names>,
}

/// What a year of one counted street gives away at each grain.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Grains {
    pub street: StreetId,
    pub names: Names,
    pub mode: Mode,
    /// Civil days, `end` excluded.
    pub start: CivilDate,
    pub end: CivilDate,
    /// From coarse to fine.
    pub grains: Vec<GrainRow>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Grain {
    Month,
    Week,
    Day,
    Hour,
}

/// Sums over the counted hours of each interval; an interval without a counted hour is not among them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GrainRow {
    pub grain: Grain,
    /// Numbers that would be published.
    pub numbers: u32,
    /// Of those, numbers of at least half a passage that round to fewer than `SMALL`.
    pub small: u32,
    /// Of those, numbers that round to one passage.
    pub single: u32,
    /// The lowest number above zero; `None` where all are zero.
    pub lowest: Option<f64>,
}

// ---- Small numbers ---------------------------------------------------------

/// A total with its parts, as it may be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hidden {
    /// Numbers under this are hidden.
    pub k: u32,
    pub total: u64,
    pub is_total_shown: bool,
    pub parts: Vec<HiddenPart>,
    /// How many parts are hidden, and their sum: the total less what is shown.
    pub hidden_parts: u32,
    pub left: u64,
    /// The one number under `k`, where there is one only: without a companion subtraction would tell it.
    pub alone: Option<u64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum HiddenPart {
    Shown(u64),
    /// Smaller than `k`.
    Small,
    /// Large enough, but it would give a small one away by subtraction.
    Companion,
    /// Its total is hidden already.
    WithTotal,
}
