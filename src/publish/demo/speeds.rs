//! Speeds of cars: how they are distributed, and the histograms and V85 that Telraam makes of them.

use super::random::Random;
use crate::table::counts::{SPEED_BINS_5, SPEED_BINS_10};

/// Draws are looked up in a table of this many equal shares.
const SHARES: usize = 4096;
/// Share of cars that turn, park or queue.
const SLOW_SHARE: f64 = 0.07;

/// Speeds on one stretch in one condition: a normal distribution and a slow group at half its speed.
#[derive(Clone, Debug)]
pub struct Speeds {
    /// Bin of 5 km/h per share of cars.
    table: Vec<u8>,
    /// The 85th percentile of the distribution, km/h.
    pub v85: f64,
}

impl Speeds {
    pub fn new(mean: f64, spread: f64) -> Self {
        // Cumulative share in steps of 0.1 km/h up to 125.
        const STEP: f64 = 0.1;
        let density = |v: f64, m: f64, s: f64| (-((v - m) / s).powi(2) / 2.0).exp() / s;
        let mut speeds = Vec::new();
        let mut total = 0.0;
        let mut speed = 2.0;
        while speed < 125.0 {
            total += (1.0 - SLOW_SHARE) * density(speed, mean, spread)
                + SLOW_SHARE * density(speed, mean * 0.5, spread);
            speeds.push((speed, total));
            speed += STEP;
        }
        let mut table = Vec::with_capacity(SHARES);
        let mut at = speeds.iter().peekable();
        for share in 0..SHARES {
            let wanted = total * (share as f64 + 0.5) / SHARES as f64;
            while at.next_if(|(_, sum)| *sum < wanted).is_some() {}
            let speed = at.peek().map_or(124.0, |(speed, _)| *speed);
            table.push(bin_of(speed));
        }
        let v85 = speeds
            .iter()
            .find(|(_, sum)| *sum >= 0.85 * total)
            .map_or(mean, |(speed, _)| (*speed * 10.0).round() / 10.0);
        Self { table, v85 }
    }

    /// The number of cars per 5 km/h bin when so many cars pass.
    pub fn draw(&self, cars: f64, random: &mut Random) -> [f64; SPEED_BINS_5] {
        let mut bins = [0.0; SPEED_BINS_5];
        let mut left = 0;
        let mut bits = 0;
        let mut drawn = 0.0;
        while drawn < cars {
            if left == 0 {
                (bits, left) = (random.next(), 5);
            }
            let share = usize::try_from(bits % SHARES as u64).unwrap_or(0);
            bits /= SHARES as u64;
            left -= 1;
            drawn += 1.0;
            let bin = self.table.get(share).copied().unwrap_or(0);
            if let Some(count) = bins.get_mut(usize::from(bin)) {
                *count += 1.0;
            }
        }
        bins
    }
}

fn bin_of(speed: f64) -> u8 {
    let mut bin = 0;
    while bin < 24 && f64::from(bin + 1) * 5.0 <= speed {
        bin += 1;
    }
    bin
}

/// The bins of 10 km/h, the last open from 70: sums of the bins of 5 km/h.
pub fn coarse(fine: &[f64; SPEED_BINS_5]) -> [f64; SPEED_BINS_10] {
    let mut bins = [0.0; SPEED_BINS_10];
    for (i, value) in fine.iter().enumerate() {
        if let Some(sum) = bins.get_mut((i / 2).min(SPEED_BINS_10 - 1)) {
            *sum += value;
        }
    }
    bins
}

/// Telraam's 85th percentile (definitions 4.6): the multiple of 0.5 km/h whose interpolated
/// cumulative share is nearest to 85 %, the lowest of equals; the open bin counts as 120–125.
pub fn published_v85(fine: &[f64; SPEED_BINS_5]) -> Option<f64> {
    let total: f64 = fine.iter().sum();
    if total <= 0.0 {
        return None;
    }
    let mut best = (f64::INFINITY, 0.0);
    let (mut below, mut edge) = (0.0, 0.0);
    for share in fine.iter().map(|count| count / total * 100.0) {
        // The nearest value lies in a bin that reaches 85 % or at the upper edge of the one before.
        if below + share >= 70.0 {
            for step in 0..=10 {
                let distance = (below + share * f64::from(step) / 10.0 - 85.0).abs();
                if distance < best.0 - 1e-9 {
                    best = (distance, edge + f64::from(step) * 0.5);
                }
            }
        } else {
            let distance = 85.0 - below - share;
            if distance < best.0 - 1e-9 {
                best = (distance, edge + 5.0);
            }
        }
        below += share;
        edge += 5.0;
        if below > 99.999 {
            break;
        }
    }
    Some(best.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_v85_follows_telraams_rule() {
        let mut plateau = [0.0; SPEED_BINS_5];
        for (bin, share) in [
            (0, 30.88),
            (2, 23.09),
            (4, 7.76),
            (5, 15.31),
            (6, 7.65),
            (15, 7.65),
            (16, 7.65),
        ] {
            plateau[bin] = share;
        }
        assert_eq!(published_v85(&plateau), Some(35.0), "definitions 4.20");
        let mut plain = [0.0; SPEED_BINS_5];
        for (bin, share) in [5.7522, 10.1770, 19.6903, 24.5575, 18.1416, 11.0619, 10.6195]
            .iter()
            .enumerate()
        {
            plain[bin] = *share;
        }
        assert_eq!(published_v85(&plain), Some(28.0), "definitions 4.20");
        assert_eq!(published_v85(&[0.0; SPEED_BINS_5]), None);
    }

    #[test]
    fn many_cars_drive_as_they_were_asked_to() {
        let speeds = Speeds::new(48.0, 7.0);
        let bins = speeds.draw(200_000.0, &mut Random::new(7, 7));
        assert_eq!(bins.iter().sum::<f64>(), 200_000.0);
        let v85 = published_v85(&bins).unwrap();
        assert!((v85 - speeds.v85).abs() <= 0.5, "{v85} {}", speeds.v85);
        assert!((speeds.v85 - 55.0).abs() < 0.7, "{}", speeds.v85);
        assert_eq!(coarse(&bins).iter().sum::<f64>(), 200_000.0);
        assert_eq!(coarse(&bins)[7], bins[14..].iter().sum::<f64>());
    }
}
