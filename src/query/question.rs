//! What can be asked of a published folder.

use super::ethics::EthicsQuestion;
use super::ledger::LedgerQuestion;
use crate::domain::{CivilDate, Mode, SegmentId, StreetId};
use serde::{Deserialize, Serialize};

/// One question. The same question over the same folder has the same answer, byte for byte.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Query {
    /// What the catalogue alone says of the town: its name and zone, its sources.
    About,
    /// Name, streets and figures of the town.
    Town,
    /// Streets as GeoJSON, with the volumes that colour them.
    Map,
    /// Who passed at all counters together, month by month.
    Months,
    /// Everything on one street's page.
    Street(StreetQuestion),
    /// The sum behind one figure of a street's page.
    Ledger(LedgerQuestion),
    /// The same as text, for a reader to keep: what `straatbeeld explain --json` prints.
    LedgerJson(LedgerQuestion),
    /// The rows behind all figures of a street's page, as a file.
    Rows(StreetQuestion),
    /// The datasets of the town, each with what a list says of it.
    Datasets,
    /// The card of one of them.
    Dataset(String),
    /// Where one of them has data, drawn on the town's streets.
    Coverage(String),
    /// The catalogues of others that the town lists.
    Catalogs,
    /// Cards, labels and dilemmas.
    Ethics(EthicsQuestion),
    /// What can be shared near a street, or in the town.
    Shared(Option<StreetId>),
    /// What an embed shows that is no chart: a `PlateQuestion` as text.
    Plate(String),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StreetQuestion {
    pub street: StreetId,
    /// Which counted stretch; `None` takes the one with most usable hours over all time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub segment: Option<SegmentId>,
    #[serde(default)]
    pub period: PeriodChoice,
    /// The mode of the volume charts. Speeds are always those of cars.
    pub mode: Mode,
}

/// Civil days, `start` included, `end` excluded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PeriodChoice {
    /// The twelve months up to the last counted day, or less where counting began later.
    #[default]
    LastYear,
    /// From the first counted day to the last.
    All,
    Between {
        start: CivilDate,
        end: CivilDate,
    },
}
