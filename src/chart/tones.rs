//! A day for the ear: a tone for each hour, higher where more passed. An hour of which nothing is known has no tone;
//! a zero has the lowest one.

use crate::domain::{DayType, State};
use crate::query::answer::CountedAnswer;

/// Hertz of a zero and of the most of the day: two octaves, easily told apart on a small loudspeaker.
const LOWEST: f64 = 220.0;
const OCTAVES: f64 = 2.0;

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Tone {
    /// Hertz.
    Measured(f64),
    /// Only a part of the time was counted.
    Partial(f64),
    /// Nothing is known: not the same as a zero.
    Missing,
}

/// The kind of day that is heard, and its hours; `None` where no hour of any day is known.
#[must_use]
pub fn day(counted: &CountedAnswer) -> Option<(DayType, Vec<Tone>)> {
    let row = counted
        .profile
        .rows
        .iter()
        .find(|row| row.cells.iter().any(Option::is_some))?;
    let cells = row.cells.iter();
    let known = cells.map(|cell| cell.filter(|cell| cell.state != State::Missing));
    let most = known.clone().flatten().map(|cell| cell.mean);
    let most = most.fold(0.0, f64::max);
    let tones = known
        .map(|cell| match cell {
            None => Tone::Missing,
            Some(cell) if cell.state == State::Measured => Tone::Measured(hertz(cell.mean, most)),
            Some(cell) => Tone::Partial(hertz(cell.mean, most)),
        })
        .collect();
    Some((row.day_type, tones))
}

/// The ear hears equal ratios as equal steps.
fn hertz(value: f64, most: f64) -> f64 {
    let share = if most > 0.0 { value / most } else { 0.0 };
    LOWEST * (share.clamp(0.0, 1.0) * OCTAVES).exp2()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_the_lowest_tone_and_the_most_two_octaves_above_it() {
        assert_eq!(hertz(0.0, 100.0), 220.0);
        assert_eq!(hertz(50.0, 100.0), 440.0);
        assert_eq!(hertz(100.0, 100.0), 880.0);
        assert_eq!(hertz(0.0, 0.0), 220.0);
    }
}
