//! Modal split by passage: passages of a mode / all passages on this cross-section,
//! same hours for all modes (definitions 4.5). `night` is left out. Not the share of trips.

use super::hours::Hours;
use crate::domain::{Mode, Side, State};
use crate::query::answer::{ModalSplit, SplitPart};

/// Over the usable hours in which all four classes have a value; coverage is their share of
/// the period's `civil_hours`.
#[must_use]
pub fn modal_split(hours: Hours<'_>, civil_hours: u32) -> ModalSplit {
    let mut passages = [0.0; 4];
    let mut entered = 0_u32;
    for hour in hours.usable() {
        let mut values = [0.0; 4];
        let is_complete = values.iter_mut().zip(Mode::CLASSED).all(|(value, mode)| {
            let counted = hours.table.volume(mode, Side::Both, hour.row);
            *value = counted.unwrap_or_default();
            counted.is_some()
        });
        if is_complete {
            entered += 1;
            for (sum, value) in passages.iter_mut().zip(values) {
                *sum += value;
            }
        }
    }
    let all: f64 = passages.iter().sum();
    let coverage = super::scope::share(entered, civil_hours);
    ModalSplit {
        parts: Mode::CLASSED
            .into_iter()
            .zip(passages)
            .map(|(mode, passages)| SplitPart {
                mode,
                passages,
                share: (all > 0.0).then(|| passages / all),
            })
            .collect(),
        hours: entered,
        coverage,
        state: State::of_coverage(coverage),
    }
}
