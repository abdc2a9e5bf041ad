//! Percentiles and shares of speeds that are known by bins (definitions 4.6).
//!
//! Bin k holds speeds from k·w to (k + 1)·w km/h. Inside a bin speeds are taken as evenly spread;
//! the open last bin is treated as one more bin of the same width (120–125, or 70–80).

/// V_p = L + w · (p − F) / f: L lower edge, F cumulative share below it, f share of the bin.
/// `p` from 0 to 1; `None` where no car is in any bin.
#[must_use]
pub fn percentile(bins: &[f64], width: f64, p: f64) -> Option<f64> {
    let total: f64 = bins.iter().sum();
    if total <= 0.0 {
        return None;
    }
    let wanted = p.clamp(0.0, 1.0) * total;
    let mut below = 0.0;
    let mut lower = 0.0;
    let mut last = None;
    for &cars in bins {
        if cars > 0.0 {
            if below + cars >= wanted {
                return Some(lower + width * (wanted - below) / cars);
            }
            // Rounding can leave the wanted rank a hair above the sum.
            last = Some(lower + width);
        }
        below += cars;
        lower += width;
    }
    last
}

/// Share (0–1) of cars faster than `speed` km/h: 1 − F(speed), linear inside the bin.
#[must_use]
pub fn share_above(bins: &[f64], width: f64, speed: f64) -> Option<f64> {
    let total: f64 = bins.iter().sum();
    if total <= 0.0 {
        return None;
    }
    let mut above = 0.0;
    let mut lower = 0.0;
    for &cars in bins {
        let part = ((lower + width - speed) / width).clamp(0.0, 1.0);
        above += cars * part;
        lower += width;
    }
    Some((above / total).min(1.0))
}

/// Mean speed, every car at the middle of its bin.
#[must_use]
pub fn mean(bins: &[f64], width: f64) -> Option<f64> {
    let total: f64 = bins.iter().sum();
    let mut sum = 0.0;
    let mut middle = width / 2.0;
    for &cars in bins {
        sum += cars * middle;
        middle += width;
    }
    (total > 0.0).then(|| sum / total)
}

/// `speed` is the edge of a bin, so that no share has to be interpolated.
#[must_use]
pub fn is_edge(bins: usize, width: f64, speed: f64) -> bool {
    let mut edge = 0.0;
    for _ in 0..=bins {
        if edge == speed {
            return true;
        }
        edge += width;
    }
    false
}

/// Telraam's own rule for `v85`, as recovered from its data (definitions 4.6): of the multiples of
/// 0.5 km/h the one whose interpolated cumulative share is nearest to 85 %, the lowest of equals
/// (of two neighbours that are equally near the publisher's rounding takes one or the other).
/// For comparison with what the publisher says; ours is [`percentile`].
#[must_use]
pub fn telraam_v85(bins: &[f64], width: f64) -> Option<f64> {
    let top = width * bins.len() as f64;
    let mut best: Option<(f64, f64)> = None;
    let mut speed = 0.0;
    while speed <= top {
        let distance = (0.15 - share_above(bins, width, speed)?).abs();
        // A hair of tolerance, so that a plateau counts as one value.
        if best.is_none_or(|(nearest, _)| distance < nearest - 1e-9) {
            best = Some((distance, speed));
        }
        speed += 0.5;
    }
    best.map(|(_, speed)| speed)
}

/// Order-statistic 95 % interval of V_p for `n` cars as seen: the ranks n·p ± 1.96·√(n·p·(1 − p)),
/// read off the pooled distribution (definitions 4.6). Without the ±10 % of the device.
#[must_use]
pub fn percentile_interval(bins: &[f64], width: f64, p: f64, n: f64) -> Option<(f64, f64)> {
    if n <= 0.0 {
        return None;
    }
    let spread = 1.96 * (n * p * (1.0 - p)).sqrt();
    Some((
        percentile(bins, width, (n * p - spread) / n)?,
        percentile(bins, width, (n * p + spread) / n)?,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FINE: [f64; 7] = [5.7522, 10.1770, 19.6903, 24.5575, 18.1416, 11.0619, 10.6195];
    const COARSE: [f64; 4] = [15.9292, 44.2478, 29.2035, 10.6195];

    fn at(places: &[(usize, f64)]) -> [f64; 25] {
        let mut bins = [0.0; 25];
        for &(bin, share) in places {
            bins[bin] = share;
        }
        bins
    }

    fn plateau() -> [f64; 25] {
        at(&[
            (0, 30.88),
            (2, 23.09),
            (4, 7.76),
            (5, 15.31),
            (6, 7.65),
            (15, 7.65),
            (16, 7.65),
        ])
    }

    #[track_caller]
    fn assert_near(found: Option<f64>, expected: f64, within: f64) {
        let found = found.unwrap();
        assert!(
            (found - expected).abs() <= within,
            "{found} is not {expected} ± {within}"
        );
    }

    /// The vectors of definitions 4.20.
    #[test]
    fn v85_from_bins_is_that_of_the_definitions() {
        assert_near(percentile(&FINE, 5.0, 0.85), 28.02, 0.005);
        assert_near(percentile(&COARSE, 10.0, 0.85), 28.50, 0.005);
        assert_near(percentile(&plateau(), 5.0, 0.85), 75.2, 0.05);
        let open = at(&[(4, 83.3), (24, 16.7)]);
        assert_near(percentile(&open, 5.0, 0.85), 120.5, 0.05);
        assert_eq!(percentile(&[0.0; 25], 5.0, 0.85), None, "no car, no speed");
    }

    #[test]
    fn percentiles_of_an_even_spread_are_those_by_hand() {
        let bins = [10.0, 0.0, 10.0, 20.0];
        for (p, expected) in [
            (0.0, 0.0),
            (0.125, 2.5),
            (0.25, 5.0),
            (0.5, 15.0),
            (0.75, 17.5),
            (1.0, 20.0),
        ] {
            assert_eq!(percentile(&bins, 5.0, p), Some(expected), "{p}");
        }
    }

    #[test]
    fn telraam_takes_the_low_end_of_a_plateau() {
        assert_eq!(telraam_v85(&plateau(), 5.0), Some(35.0));
        assert_eq!(telraam_v85(&FINE, 5.0), Some(28.0));
        assert_eq!(telraam_v85(&[0.0; 25], 5.0), None);
    }

    #[test]
    fn a_limit_inside_a_bin_is_interpolated() {
        let bins = [10.0, 20.0, 30.0, 40.0];
        for (limit, expected, is_on_edge) in [
            (0.0, 1.0, true),
            (10.0, 0.9, true),
            (15.0, 0.8, false),
            (20.0, 0.7, true),
            (37.5, 0.1, false),
            (40.0, 0.0, true),
            (55.0, 0.0, false),
        ] {
            assert_near(share_above(&bins, 10.0, limit), expected, 1e-12);
            assert_eq!(is_edge(4, 10.0, limit), is_on_edge, "{limit}");
        }
    }

    #[test]
    fn the_mean_puts_cars_in_the_middle_of_their_bin() {
        assert_eq!(mean(&[1.0, 1.0], 10.0), Some(10.0));
        assert_eq!(mean(&[3.0, 0.0, 1.0], 10.0), Some(10.0));
        assert_eq!(mean(&at(&[(24, 2.0)]), 5.0), Some(122.5));
        assert_eq!(mean(&[0.0, 0.0], 10.0), None);
    }

    #[test]
    fn the_interval_is_read_at_the_ranks_by_hand() {
        // 100 cars evenly over 0–100 km/h: ranks 85 ± 1.96·√12.75 = 85 ± 6.9985.
        let bins = [10.0; 10];
        let (low, high) = percentile_interval(&bins, 10.0, 0.85, 100.0).unwrap();
        assert_near(Some(low), 78.0015, 1e-3);
        assert_near(Some(high), 91.9985, 1e-3);
        // With few cars the upper rank lies beyond the last car.
        let (_, high) = percentile_interval(&bins, 10.0, 0.85, 10.0).unwrap();
        assert_eq!(high, 100.0);
        assert_eq!(percentile_interval(&bins, 10.0, 0.85, 0.0), None);
    }
}
