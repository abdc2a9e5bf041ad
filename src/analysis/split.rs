//! Modal split by passage: passages of a mode / all passages on this cross-section,
//! same hours for all modes (definitions 4.5). `night` is left out. Not the share of trips.

use super::hours::Hours;
use crate::domain::{Mode, Side, State};
use crate::query::answer::{ModalSplit, SplitPart};

/// Over the usable hours in which every mode that is ever counted in the period has a value; coverage is
/// their share of the period's `civil_hours`. A mode that no counter here knows is no part: a counter of
/// bicycles does not say that nobody drives, and one mode alone has no share.
#[must_use]
pub fn modal_split(hours: Hours<'_>, civil_hours: u32) -> ModalSplit {
    let value = |mode, row| hours.table.volume(mode, Side::Both, row);
    let is_counted = |mode: &Mode| hours.usable().any(|hour| value(*mode, hour.row).is_some());
    let modes: Vec<Mode> = Mode::CLASSED.into_iter().filter(is_counted).collect();
    let mut passages = [0.0; 4];
    let mut entered = 0_u32;
    for hour in hours.usable() {
        let mut values = [0.0; 4];
        let is_complete = values.iter_mut().zip(&modes).all(|(sum, mode)| {
            let counted = value(*mode, hour.row);
            *sum = counted.unwrap_or_default();
            counted.is_some()
        });
        if is_complete && !modes.is_empty() {
            entered += 1;
            for (sum, value) in passages.iter_mut().zip(values) {
                *sum += value;
            }
        }
    }
    let all: f64 = passages.iter().sum();
    let of = |wanted: Mode| {
        let mut parts = modes.iter().zip(passages);
        parts.find_map(|(mode, passages)| (*mode == wanted).then_some(passages))
    };
    let motor = of(Mode::Car).zip(of(Mode::Heavy));
    let coverage = super::scope::share(entered, civil_hours);
    ModalSplit {
        parts: modes
            .iter()
            .zip(passages)
            .map(|(mode, passages)| SplitPart {
                mode: *mode,
                passages,
                share: (all > 0.0 && modes.len() > 1).then(|| passages / all),
            })
            .collect(),
        heavy_share: motor
            .filter(|(cars, heavy)| cars + heavy > 0.0)
            .map(|(cars, heavy)| heavy / (cars + heavy)),
        hours: entered,
        coverage,
        state: State::of_coverage(coverage),
    }
}
