//! The demonstration's own random numbers, so that a town of a seed never changes with a library.

/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
#[derive(Clone, Debug)]
pub struct Random {
    state: u64,
    /// The second of a pair of normal deviates.
    spare: Option<f64>,
}

impl Random {
    /// The numbers of one `stream` (a counter, the weather) of a seed.
    pub fn new(seed: u64, stream: u64) -> Self {
        let mut start = Self {
            state: seed ^ stream.wrapping_mul(0xd134_2543_de82_ef95),
            spare: None,
        };
        start.state = start.next() ^ stream;
        start
    }

    pub fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Uniform, above 0 and below 1.
    pub fn unit(&mut self) -> f64 {
        ((self.next() >> 11) as f64 + 0.5) / 9_007_199_254_740_992.0
    }

    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    /// Standard normal (Box and Muller, 1958).
    pub fn normal(&mut self) -> f64 {
        if let Some(spare) = self.spare.take() {
            return spare;
        }
        let radius = (-2.0 * self.unit().ln()).sqrt();
        let (sin, cos) = (std::f64::consts::TAU * self.unit()).sin_cos();
        self.spare = Some(radius * sin);
        radius * cos
    }

    /// Gamma with mean 1 and the given shape of 1 or more (Marsaglia and Tsang, 2000).
    pub fn gamma(&mut self, shape: f64) -> f64 {
        let d = shape - 1.0 / 3.0;
        let c = 1.0 / (9.0 * d).sqrt();
        loop {
            let x = self.normal();
            let v = (1.0 + c * x) * (1.0 + c * x) * (1.0 + c * x);
            if v > 0.0 && self.unit().ln() < 0.5 * x * x + d - d * v + d * v.ln() {
                return d * v / shape;
            }
        }
    }

    /// A Poisson count, by inversion; from a mean of 60 by the nearest normal.
    pub fn poisson(&mut self, mean: f64) -> f64 {
        if mean <= 0.0 {
            return 0.0;
        }
        if mean >= 60.0 {
            return (mean + mean.sqrt() * self.normal()).round().max(0.0);
        }
        let mut left = self.unit();
        let mut share = (-mean).exp();
        let mut count = 0.0;
        while left > share && count < 300.0 {
            left -= share;
            count += 1.0;
            share *= mean / count;
        }
        count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mean_and_variance(mut draw: impl FnMut() -> f64) -> (f64, f64) {
        let values: Vec<f64> = (0..40_000).map(|_| draw()).collect();
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        let squares: f64 = values.iter().map(|v| (v - mean) * (v - mean)).sum();
        (mean, squares / values.len() as f64)
    }

    #[test]
    fn the_first_numbers_are_those_of_splitmix64() {
        let mut random = Random {
            state: 1_234_567,
            spare: None,
        };
        let first = [random.next(), random.next(), random.next()];
        assert_eq!(
            first,
            [
                6_457_827_717_110_365_317,
                3_203_168_211_198_807_973,
                9_817_491_932_198_370_423
            ]
        );
    }

    #[test]
    fn a_poisson_count_has_its_mean_and_variance() {
        let mut random = Random::new(1, 1);
        for expected in [0.3, 4.0, 59.0, 61.0, 400.0] {
            let (mean, variance) = mean_and_variance(|| random.poisson(expected));
            assert!((mean / expected - 1.0).abs() < 0.03, "{expected}: {mean}");
            assert!(
                (variance / expected - 1.0).abs() < 0.05,
                "{expected}: {variance}"
            );
        }
    }

    #[test]
    fn a_gamma_factor_has_mean_one_and_variance_one_over_its_shape() {
        let mut random = Random::new(2, 1);
        let (mean, variance) = mean_and_variance(|| random.gamma(20.0));
        assert!((mean - 1.0).abs() < 0.005, "{mean}");
        assert!((variance * 20.0 - 1.0).abs() < 0.05, "{variance}");
    }
}
