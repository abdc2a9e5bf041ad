//! From the columns of an Eco-Counter export to modes and sides.
//!
//! The site is the sum of its flows. A row in which it is not is refused (definitions Q7). Where a flow
//! is blank that counts before and after, or one of two directions is, the published sum is a part:
//! then the total is missing and only the direction that is whole is kept.

use super::eco_channels::{Channel, Channels, Way};
use super::written_time::Written;
use crate::domain::{Mode, Side};
use crate::quality::sides::TOLERANCE;
use crate::table::CountRow;

pub const NOT_THE_SUM: &str = "the site is not the sum of its flows";
pub const NO_SITE: &str = "no value for the site, but for its flows";
/// Warned about: see above.
pub const PART: &str = "a flow is blank: the site is a part, the total missing";
pub const WITHOUT_FLOWS: &str = "a value for the site, none for its flows";
pub const BLANK: &str = "a blank row: values missing, not zero";

/// A row of the file, before any rule.
pub(super) struct Row {
    pub number: u64,
    pub time: Written,
    pub site: Option<f64>,
    pub flows: Vec<Option<f64>>,
    /// What is neither 0 nor, beside a blank value, blank; each once.
    pub statuses: Vec<String>,
}

/// How flows become modes and sides.
pub(super) struct Sums<'c> {
    channels: &'c Channels,
    usual: Mode,
    pub sides: Option<[(&'c Way, &'c str); 2]>,
    /// First and last row of each flow that has a value: within, a blank is a gap.
    spans: Vec<Option<(usize, usize)>>,
}

impl<'c> Sums<'c> {
    pub fn new(channels: &'c Channels, usual: Mode, rows: &[Row]) -> Self {
        let has = |flow: usize| move |row: &Row| row.flows.get(flow).is_some_and(Option::is_some);
        let spans = (0..channels.flows.len())
            .map(|flow| {
                rows.iter()
                    .position(has(flow))
                    .zip(rows.iter().rposition(has(flow)))
            })
            .collect::<Vec<_>>();
        let is_filled = |flow: &Channel| {
            let at = channels.flows.iter().position(|f| f.column == flow.column);
            at.and_then(|at| spans.get(at)).is_some_and(Option::is_some)
        };
        Self {
            channels,
            usual,
            sides: channels.sides(usual, usual, &is_filled),
            spans,
        }
    }

    /// Puts the values of row `at` into the table's row.
    pub fn fill(
        &self,
        made: &mut CountRow,
        at: usize,
        row: &Row,
        notes: &mut Vec<&'static str>,
    ) -> Result<(), &'static str> {
        let present: Vec<f64> = row.flows.iter().copied().flatten().collect();
        let Some(site) = row.site else {
            if present.is_empty() {
                notes.push(BLANK);
                return Ok(());
            }
            notes.push(NO_SITE);
            self.by_mode(made, at, row, None, notes);
            return Ok(());
        };
        if present.is_empty() {
            if !self.channels.flows.is_empty() {
                notes.push(WITHOUT_FLOWS);
            }
            made.set_volume(self.usual, Side::Both, Some(site));
            return Ok(());
        }
        let sum: f64 = present.iter().sum();
        // Of one flow only the site may have more: exports of a single direction exist.
        let is_sum = if self.channels.flows.len() > 1 {
            (sum - site).abs() <= TOLERANCE
        } else {
            sum <= site + TOLERANCE
        };
        if !is_sum && !self.is_part(at, row, self.usual) {
            return Err(NOT_THE_SUM);
        }
        self.by_mode(made, at, row, Some(site), notes);
        Ok(())
    }

    fn mode_of(&self, flow: usize) -> Mode {
        let channel = self.channels.flows.get(flow);
        channel.and_then(|c| c.mode).unwrap_or(self.usual)
    }

    /// Whether flows of a mode are missing: blank between their first and last value, or all of a direction.
    fn is_part(&self, at: usize, row: &Row, mode: Mode) -> bool {
        let own = || (0..row.flows.len()).filter(|flow| self.mode_of(*flow) == mode);
        let value = |flow: usize| row.flows.get(flow).copied().flatten();
        let has_gap = own().any(|flow| value(flow).is_none() && self.is_within(flow, at));
        let lacks_side = self
            .sides
            .filter(|_| mode == self.usual)
            .is_some_and(|sides| {
                sides.iter().any(|(way, _)| {
                    !own().any(|flow| self.goes(flow, way) && value(flow).is_some())
                })
            });
        has_gap || lacks_side
    }

    fn is_within(&self, flow: usize, at: usize) -> bool {
        let span = self.spans.get(flow).copied().flatten();
        span.is_some_and(|(first, last)| (first..=last).contains(&at))
    }

    fn goes(&self, flow: usize, way: &Way) -> bool {
        self.channels.flows.get(flow).is_some_and(|c| c.way == *way)
    }

    /// The values of a row that has flows.
    fn by_mode(
        &self,
        made: &mut CountRow,
        at: usize,
        row: &Row,
        site: Option<f64>,
        notes: &mut Vec<&'static str>,
    ) {
        let value = |flow: usize| row.flows.get(flow).copied().flatten();
        let is_mixed = (0..row.flows.len())
            .any(|flow| value(flow).is_some() && self.mode_of(flow) != self.usual);
        for mode in Mode::CLASSED {
            let own = || (0..row.flows.len()).filter(|flow| self.mode_of(*flow) == mode);
            if !own().any(|flow| value(flow).is_some()) {
                continue;
            }
            let is_part = self.is_part(at, row, mode);
            if is_part {
                notes.push(PART);
            }
            let total = if is_mixed || mode != self.usual {
                Some(own().filter_map(value).sum())
            } else {
                site
            };
            made.set_volume(mode, Side::Both, total.filter(|_| !is_part));
            let Some(sides) = self.sides.filter(|_| mode == self.usual) else {
                continue;
            };
            for ((way, _), side) in sides.iter().zip([Side::Left, Side::Right]) {
                let of_side = || own().filter(|flow| self.goes(*flow, way));
                let has_gap =
                    of_side().any(|flow| value(flow).is_none() && self.is_within(flow, at));
                if of_side().any(|flow| value(flow).is_some()) && !has_gap {
                    let sum = of_side().filter_map(value).sum();
                    made.set_volume(mode, side, Some(sum));
                }
            }
        }
    }
}
