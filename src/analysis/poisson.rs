//! Exact interval of a small number of events (definitions 4.10).
//!
//! For x events: low = χ²_{α/2, 2x} / 2, high = χ²_{1−α/2, 2x+2} / 2, which are the means under which
//! x or more, and x or fewer, events have the probability α/2. Found by halving, with + − × ÷ only.
//! Source: Garwood, "Fiducial limits for the Poisson distribution", 1936.

/// Events beyond which the terms of the sum would underflow; counts of streets stay far below.
const MOST: u32 = 500;

/// 95 % interval of the mean behind `events`; `None` beyond 500 events, for which other intervals do.
#[must_use]
pub fn interval_95(events: u32) -> Option<(f64, f64)> {
    if events > MOST {
        return None;
    }
    let tail = 0.025;
    // P(X ≤ x) falls as the mean grows.
    let low = if events == 0 {
        0.0
    } else {
        mean_where(1.0 - tail, events - 1)
    };
    Some((low, mean_where(tail, events)))
}

/// The mean at which P(X ≤ `events`) is `probability`.
fn mean_where(probability: f64, events: u32) -> f64 {
    let (mut low, mut high) = (0.0, f64::from(events) * 2.0 + 20.0);
    for _ in 0..200 {
        let middle = f64::midpoint(low, high);
        if at_most(events, middle) > probability {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}

/// P(X ≤ `events`) = Σ mean^k / k! / e^mean, with e^mean = (e^(mean / n))^n by its series: no library
/// function, so that every machine gives the same bits.
fn at_most(events: u32, mean: f64) -> f64 {
    let mut steps = 1.0;
    let mut halvings = 0;
    while mean / steps > 0.5 {
        steps *= 2.0;
        halvings += 1;
    }
    let small = mean / steps;
    let (mut term, mut exponential) = (1.0, 1.0);
    for k in 1..20 {
        term *= small / f64::from(k);
        exponential += term;
    }
    // One over it, squared as often as the mean was halved: it may underflow to 0, never overflow.
    let mut first = 1.0 / exponential;
    for _ in 0..halvings {
        first *= first;
    }
    let (mut term, mut sum) = (first, first);
    for k in 1..=events {
        term *= mean / f64::from(k);
        sum += term;
    }
    sum.min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Definitions 4.20, and two rows of published tables of Garwood's limits.
    #[test]
    fn the_intervals_are_those_of_the_tables() {
        for (events, low, high) in [
            (0, 0.0, 3.69),
            (1, 0.03, 5.57),
            (3, 0.62, 8.77),
            (10, 4.80, 18.39),
            (100, 81.36, 121.63),
        ] {
            let (a, b) = interval_95(events).unwrap();
            assert!((a - low).abs() < 0.006, "{events}: {a}");
            assert!((b - high).abs() < 0.006, "{events}: {b}");
        }
        assert_eq!(interval_95(501), None);
    }
}
