//! Sums of many voices, with the small-number rule: what fewer than ten people said is not told, and cannot be found
//! by subtraction either.

use super::dilemmas::{ANSWERS, DILEMMAS};
use super::voice_file::Voice;
use serde::Serialize;
use std::collections::BTreeMap;

/// Below this a number is not told.
pub const K: usize = 10;

/// All that may be told. `None` is a number that is kept back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VoiceSums {
    pub format: &'static str,
    pub k: usize,
    pub town: String,
    /// Files that were counted.
    pub voices: Option<usize>,
    pub dilemmas: Vec<DilemmaSums>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DilemmaSums {
    pub id: &'static str,
    pub answered: Option<usize>,
    pub answers: BTreeMap<&'static str, Option<usize>>,
}

/// Adds up the voices of one town.
#[must_use]
pub fn sums(town: &str, voices: &[Voice]) -> VoiceSums {
    let all = voices.len();
    let dilemmas = DILEMMAS.map(|id| {
        let counts = ANSWERS.map(|answer| {
            voices
                .iter()
                .filter(|voice| voice.answers.get(id).is_some_and(|given| given == answer))
                .count()
        });
        let answered: usize = counts.iter().sum();
        // Who did not answer is the difference to the number of voices: a group as well.
        let silent = all - answered;
        let tells_total = answered >= K && (silent == 0 || silent >= K);
        let told = if answered >= K {
            kept_back(counts)
        } else {
            [None; ANSWERS.len()]
        };
        DilemmaSums {
            id,
            answered: Some(answered).filter(|_| tells_total),
            answers: ANSWERS.into_iter().zip(told).collect(),
        }
    });
    VoiceSums {
        format: "straatbeeld-voice-sums-1",
        k: K,
        town: town.to_owned(),
        voices: Some(all).filter(|n| *n >= K),
        dilemmas: dilemmas.into(),
    }
}

/// Numbers below ten are kept back, none at all among them. While what is kept back is one number, or fewer than ten
/// people together, the smallest number that is left is kept back too: else the total would give it away.
fn kept_back<const N: usize>(counts: [usize; N]) -> [Option<usize>; N] {
    let mut told = counts.map(|count| Some(count).filter(|n| *n >= K));
    loop {
        let hidden: Vec<usize> = counts
            .iter()
            .zip(&told)
            .filter(|(_, told)| told.is_none())
            .map(|(count, _)| *count)
            .collect();
        let is_safe = hidden.is_empty() || (hidden.len() > 1 && hidden.iter().sum::<usize>() >= K);
        let smallest = told.iter_mut().filter(|told| told.is_some()).min();
        match smallest {
            Some(smallest) if !is_safe => *smallest = None,
            _ => return told,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn small_numbers_are_kept_back_and_cannot_be_subtracted() {
        for (counts, expected) in [
            ([30, 25, 12, 11], [Some(30), Some(25), Some(12), Some(11)]),
            // 3 and 0 are small, and 3 together: 25 goes with them.
            ([30, 25, 3, 0], [Some(30), None, None, None]),
            // 9 alone would be the total less the rest.
            ([30, 25, 12, 9], [Some(30), Some(25), None, None]),
            ([30, 25, 8, 7], [Some(30), Some(25), None, None]),
            ([10, 0, 0, 0], [None, None, None, None]),
            ([5, 5, 5, 5], [None, None, None, None]),
        ] {
            assert_eq!(kept_back(counts), expected, "{counts:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_kept_back_is_never_one_number_nor_fewer_than_ten_people(counts: [u8; 4]) {
            let counts = counts.map(|n| usize::from(n % 40));
            let told = kept_back(counts);
            let hidden: Vec<usize> = counts.iter().zip(&told).filter(|(_, t)| t.is_none()).map(|(c, _)| *c).collect();
            let all: usize = counts.iter().sum();
            prop_assert!(hidden.is_empty() || hidden.len() > 1);
            prop_assert!(hidden.is_empty() || all < K || hidden.iter().sum::<usize>() >= K);
            for (count, told) in counts.iter().zip(&told) {
                prop_assert!(told.is_none_or(|told| told == *count && told >= K));
            }
        }
    }
}
