//! Snapshots in which a feed says that its vehicles are gone, and they are not.

use crate::domain::Instant;
use crate::domain::time::HOUR_MS;

/// A fleet that is less than half of what it was and comes back within this time was never away.
const LONGEST_MS: i64 = 3 * HOUR_MS;
/// Smaller fleets halve by themselves.
const SMALLEST_FLEET: u32 = 20;

/// Which snapshots are faults of the feed: the fleet is under half of that of the last good snapshot, and back above half
/// within three hours. One that stays small is real: an operator that takes its vehicles in, or a season's end.
/// Found by looking ahead; `fleet` is the number of vehicles in each snapshot.
#[must_use]
pub fn faulty(polls: &[Instant], fleet: &[u32]) -> Vec<bool> {
    let mut is_faulty = vec![false; polls.len()];
    let mut good = 0_u32;
    let mut at = 0;
    while let (Some(now), Some(poll)) = (fleet.get(at), polls.get(at)) {
        let is_low = |n: u32| good >= SMALLEST_FLEET && n < good.div_ceil(2);
        if !is_low(*now) {
            good = *now;
            at += 1;
            continue;
        }
        let back = polls
            .iter()
            .zip(fleet)
            .skip(at)
            .take_while(|(then, _)| then.0 - poll.0 <= LONGEST_MS)
            .position(|(_, n)| !is_low(*n));
        if let Some(length) = back {
            for flag in is_faulty.iter_mut().skip(at).take(length) {
                *flag = true;
            }
            at += length;
        } else {
            good = *now;
            at += 1;
        }
    }
    is_faulty
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fleet_that_is_gone_for_a_while_is_a_fault_and_one_that_stays_away_is_not() {
        let polls: Vec<Instant> = (0..8).map(|i| Instant(i * HOUR_MS / 2)).collect();
        let short = faulty(&polls, &[40, 0, 3, 39, 40, 40, 21, 40]);
        assert_eq!(
            short,
            [false, true, true, false, false, false, false, false]
        );
        let long = faulty(&polls, &[40, 0, 0, 0, 0, 0, 0, 0]);
        assert_eq!(long, [false; 8]);
        let late: Vec<Instant> = (0..8).map(|i| Instant(i * HOUR_MS)).collect();
        assert_eq!(faulty(&late, &[40, 5, 5, 5, 5, 40, 40, 40]), [false; 8]);
        let small = faulty(&polls, &[10, 1, 10, 1, 10, 1, 10, 1]);
        assert_eq!(small, [false; 8]);
    }
}
