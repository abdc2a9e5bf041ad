//! The sum behind a figure: everything that is needed to do it again elsewhere.

use super::answer::{LeftOut, SourceLine};
use super::question::StreetQuestion;
use crate::domain::{
    CivilDate, DayType, Event, Mode, Names, SegmentId, Side, State, StreetId, Weekday,
};
use serde::{Deserialize, Serialize};

/// A sum on its way: what the page needs to place it, and the rest as postcard bytes, which the program `sum` reads.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PackedLedger {
    pub figure: Figure,
    /// Empty where there is nothing to state.
    pub sql: String,
    pub bytes: Vec<u8>,
}

impl PackedLedger {
    #[must_use]
    pub fn of(ledger: &Ledger) -> Self {
        Self {
            figure: ledger.figure,
            sql: ledger.sql.clone(),
            // Fails only on a value that no sum holds.
            bytes: postcard::to_allocvec(ledger).unwrap_or_default(),
        }
    }

    /// `None` for bytes of another build.
    #[must_use]
    pub fn unpack(bytes: &[u8]) -> Option<Ledger> {
        postcard::from_bytes(bytes).ok()
    }
}

/// A figure of a street's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Figure {
    /// Mean day by day type, and the day profile.
    Day,
    /// AADT by three methods.
    Annual,
    /// Peak hours, K, D, PHF.
    Peaks,
    /// The typical week and the hours that are unlike it.
    Week,
    /// Both directions.
    Directions,
    /// Percentiles and shares of speeds.
    Speeds,
    /// Months and trend.
    Months,
    /// Modal split by passage.
    Split,
}

impl Figure {
    pub const ALL: [Self; 8] = [
        Self::Day,
        Self::Annual,
        Self::Peaks,
        Self::Week,
        Self::Directions,
        Self::Speeds,
        Self::Months,
        Self::Split,
    ];

    /// The name in addresses and messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Annual => "annual",
            Self::Peaks => "peaks",
            Self::Week => "week",
            Self::Directions => "directions",
            Self::Speeds => "speeds",
            Self::Months => "months",
            Self::Split => "split",
        }
    }

    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|figure| figure.name() == name)
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LedgerQuestion {
    pub street: StreetQuestion,
    pub figure: Figure,
}

/// The sum behind one figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ledger {
    pub figure: Figure,
    /// Name and version of the method: `aadt-fhwa-hourly/1`. Raised when a change of the method changes numbers.
    pub method: String,
    pub street: StreetId,
    pub names: Names,
    pub segment: SegmentId,
    pub mode: Mode,
    /// What left and right mean, where the publisher says.
    pub side_names: Option<(String, String)>,
    /// Civil days of the town, `end` excluded.
    pub start: CivilDate,
    pub end: CivilDate,
    pub zone: String,
    pub files: Vec<LedgerFile>,
    pub account: Account,
    /// Public holidays of the period: they count as Sundays.
    pub holidays: Vec<CivilDate>,
    /// What is known to have happened here, by time; faults of the sensor are left out of the figure.
    pub events: Vec<Event>,
    /// In symbols, a line each.
    pub formula: Vec<String>,
    pub tables: Vec<LedgerTable>,
    pub results: Vec<LedgerResult>,
    /// A statement for DuckDB, run in the published folder: columns `key` and `value`, a row per result that SQL
    /// can state.
    pub sql: String,
}

impl Ledger {
    /// The dataset that gave most of its rows: the one to show the way from.
    #[must_use]
    pub fn dataset(&self) -> Option<&str> {
        let rows = |file: &&LedgerFile| file.last_row.saturating_sub(file.first_row);
        let most = self.files.iter().max_by_key(rows)?;
        Some(&most.source.dataset)
    }
}

/// A published file of which rows entered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LedgerFile {
    pub source: SourceLine,
    pub bytes: u64,
    /// The first row of the segment in the file, counted from 0, and the last, included.
    pub first_row: u64,
    pub last_row: u64,
    /// What was done to the raw files before they were published, a line each.
    pub steps: Vec<String>,
}

/// What became of the rows: read = outside + intervals that make the hours; hours = used + left out + absent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Account {
    /// Rows of the segment in the files.
    pub rows: u32,
    /// Of those, rows outside the period.
    pub outside: u32,
    /// Minutes per row, where they are not hours already; 60 otherwise.
    pub shortest_minutes: u16,
    /// Hours of the period by the clock.
    pub hours: u32,
    /// Hours that were used.
    pub used: u32,
    /// Of those, hours under good uptime.
    pub partial: u32,
    pub left_out: Vec<LeftOut>,
    /// Hours without a row.
    pub absent: u32,
}

/// An intermediate table; `key` and the names of the columns are keys of messages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LedgerTable {
    pub key: String,
    pub columns: Vec<String>,
    pub rows: Vec<Vec<LedgerCell>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LedgerCell {
    /// Not known; never 0.
    Missing,
    Number(f64),
    Count(u32),
    /// 0–1.
    Share(f64),
    Date(CivilDate),
    /// First day of a month of a year.
    YearMonth(CivilDate),
    /// 1–12.
    Month(u8),
    /// 0–23: the hour begins.
    Hour(u8),
    Weekday(Weekday),
    DayType(DayType),
    Mode(Mode),
    Side(Side),
    State(State),
    /// km/h from and to; an open end has none.
    Bin(f64, Option<f64>),
}

impl LedgerCell {
    /// A number, or missing.
    #[must_use]
    pub fn number(value: Option<f64>) -> Self {
        value.map_or(Self::Missing, Self::Number)
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LedgerResult {
    /// The key in the statement's rows and of the message that names it, with what varies after a colon: `madt:3`.
    pub key: String,
    pub value: Option<f64>,
    pub unit: Unit,
    pub origin: Origin,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Passages in a day, an hour or the period.
    Passages,
    Kmh,
    /// 0–1.
    Share,
    /// Share of the level per year.
    SharePerYear,
    /// Neither: K, PHF, a number of hours.
    Number,
}

/// How a result can be computed again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// By the statement.
    Sql,
    /// By drawing weeks or months with a fixed seed: only by this program.
    Resampling,
}
