//! What a town file says of a CSV file of counts that no reader knows: `[source.table]`.

use super::encoding::Encoding;
use super::written_number::Decimal;
use super::written_time::DateOrder;
use crate::domain::{Mode, Side};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Which column is what. A column is called by its name, or by its number from 1 where `header` is false.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableMap {
    /// Found out where it is not said.
    pub separator: Option<Separator>,
    /// Found out where the bytes show it.
    pub encoding: Option<Encoding>,
    /// Needed where numbers leave it open.
    pub decimal: Option<Decimal>,
    /// Needed where dates leave it open.
    pub date_order: Option<DateOrder>,
    #[serde(default = "yes")]
    pub header: bool,
    /// Length of an interval: a whole part of an hour, in minutes.
    pub minutes: u16,
    /// The column of the site; or `segment_id`, where a file is of one site.
    pub segment: Option<String>,
    pub segment_id: Option<String>,
    /// The column of the site's or street's name.
    pub name: Option<String>,
    /// The column of the time, or of the time of day where `date` is a column of its own. The start of the interval.
    pub time: String,
    pub date: Option<String>,
    /// Wide layout: column → `bike`, `bike left`, `car right`.
    #[serde(default)]
    pub counts: BTreeMap<String, Passage>,
    /// Long layout: the column of the count …
    pub value: Option<String>,
    /// … the column of the mode, with what its values mean; what is not there is refused …
    pub mode: Option<String>,
    #[serde(default)]
    pub modes: BTreeMap<String, Passage>,
    /// … or the only mode, where there is no such column …
    pub only_mode: Option<Passage>,
    /// … and the column of the direction, with what its values mean.
    pub side: Option<String>,
    #[serde(default)]
    pub sides: BTreeMap<String, SideName>,
    /// What left and right mean: `["to the station", "to the park"]`.
    pub side_names: Option<[String; 2]>,
    pub uptime: Option<String>,
    #[serde(default)]
    pub uptime_unit: UptimeUnit,
    /// The column of the publisher's 85th percentile.
    pub v85: Option<String>,
    /// The column of the mean speed of cars.
    pub mean_speed: Option<String>,
    pub speed_unit: Option<SpeedUnit>,
    /// Cells that mean that nothing is known, beside the empty one: `["-1", "NA"]`.
    #[serde(default)]
    pub missing: Vec<String>,
}

const fn yes() -> bool {
    true
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Separator {
    #[serde(rename = ",")]
    Comma,
    #[serde(rename = ";")]
    Semicolon,
    #[serde(rename = "\t", alias = "tab")]
    Tab,
    #[serde(rename = "|")]
    Bar,
}

impl Separator {
    #[must_use]
    pub const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Bar => b'|',
        }
    }
}

/// A mode and, where it is not both, a side: `bike left`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Passage {
    pub mode: Mode,
    pub side: Side,
}

impl TryFrom<String> for Passage {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let (mode, side) = text.split_once(' ').unwrap_or((&text, "both"));
        let found = Mode::parse(mode).zip(SideName::try_from(side.trim().to_owned()).ok());
        found
            .map(|(mode, SideName(side))| Self { mode, side })
            .ok_or_else(|| {
                format!("{text:?} is no mode; expected pedestrian, bike, car, heavy or night, with left or right behind it where it is one direction")
            })
    }
}

/// `left`, `right` or `both`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct SideName(pub Side);

impl TryFrom<String> for SideName {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        match text.as_str() {
            "both" => Ok(Self(Side::Both)),
            "left" => Ok(Self(Side::Left)),
            "right" => Ok(Self(Side::Right)),
            _ => Err(format!("{text:?} is no side; expected left, right or both")),
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum UptimeUnit {
    /// 0 to 1.
    #[default]
    Share,
    /// 0 to 100.
    Percent,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum SpeedUnit {
    #[serde(rename = "km/h")]
    Kmh,
    #[serde(rename = "mph")]
    Mph,
}

impl SpeedUnit {
    /// km/h in one of it; the mile has 1.609344 km.
    #[must_use]
    pub const fn kmh(self) -> f64 {
        match self {
            Self::Kmh => 1.0,
            Self::Mph => 1.609_344,
        }
    }
}

impl TableMap {
    /// What contradicts itself, in words.
    pub fn check(&self) -> Result<(), String> {
        let fail = |message: &str| Err(message.to_owned());
        if self.minutes == 0 || !60_u16.is_multiple_of(self.minutes) {
            return fail(
                "`minutes` is not a whole part of an hour; expected 5, 15, 60 or the like",
            );
        }
        if self.segment.is_some() == self.segment_id.is_some() {
            return fail(
                "a file of counts is of some site; expected `segment` (a column) or `segment_id`",
            );
        }
        let is_long = self.value.is_some();
        if is_long != self.counts.is_empty() {
            return fail(
                "expected `counts` (a column for each count) or `value` (one column), not both",
            );
        }
        let has_long_keys = self.mode.is_some() || self.only_mode.is_some() || self.side.is_some();
        if !is_long && has_long_keys {
            return fail(
                "`mode`, `only_mode` and `side` go with `value`; expected them to be left out beside `counts`",
            );
        }
        if is_long && self.mode.is_some() == self.only_mode.is_some() {
            return fail("expected `mode` (a column) or `only_mode`");
        }
        if self.mode.is_some() == self.modes.is_empty() {
            return fail("`mode` and `modes` go together: which value means which mode?");
        }
        if self.side.is_some() == self.sides.is_empty() {
            return fail("`side` and `sides` go together: which value means which side?");
        }
        if (self.v85.is_some() || self.mean_speed.is_some()) != self.speed_unit.is_some() {
            return fail("speeds and `speed_unit` go together: \"km/h\" or \"mph\"?");
        }
        if is_long && (self.uptime.is_some() || self.speed_unit.is_some()) {
            return fail("uptime and speeds are read of files with a column for each count only");
        }
        Ok(())
    }

    /// The columns that must be there.
    #[must_use]
    pub fn columns(&self) -> Vec<&str> {
        let optional = [
            &self.segment,
            &self.name,
            &self.date,
            &self.value,
            &self.mode,
            &self.side,
            &self.uptime,
            &self.v85,
            &self.mean_speed,
        ];
        let mut columns = vec![self.time.as_str()];
        columns.extend(optional.into_iter().flatten().map(String::as_str));
        columns.extend(self.counts.keys().map(String::as_str));
        columns
    }
}
