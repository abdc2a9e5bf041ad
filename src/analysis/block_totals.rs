//! The same total over blocks that are drawn anew, a thousand times in a bootstrap.
//!
//! total = Σ over cells of weight × (Σ of the cell's values / how many there are). Cells that have as many values as
//! each other in every block share their denominator, so their sums are added once and not in each draw: what a draw
//! costs grows with the gaps and not with the cells.

/// Sums and numbers of values of one block, by cell.
pub trait Block {
    fn sums(&self) -> &[f64];
    fn counts(&self) -> &[u32];
}

#[derive(Clone, Debug, Default)]
pub struct BlockTotals {
    /// Block by block the sums of all groups of cells and then their numbers of values: added up lane by lane, since a
    /// chain of additions waits for each of them.
    rows: Vec<f64>,
    groups: usize,
    /// The same of what was drawn last.
    drawn: Vec<f64>,
}

impl BlockTotals {
    /// `cells`: each cell that enters, once, with its weight.
    #[must_use]
    pub fn new(blocks: &[impl Block], cells: impl IntoIterator<Item = (usize, f64)>) -> Self {
        // By how many values each block has: few, so that looking through them is quick.
        let mut groups: Vec<(Vec<u32>, Vec<f64>)> = Vec::new();
        for (cell, weight) in cells {
            let count = |block: &_| Block::counts(block).get(cell).copied().unwrap_or(0);
            let sum = |block: &_| Block::sums(block).get(cell).copied().unwrap_or(0.0);
            let counts: Vec<u32> = blocks.iter().map(count).collect();
            let sums = blocks.iter().map(|block| weight * sum(block));
            match groups.iter_mut().find(|(known, _)| *known == counts) {
                Some((_, all)) => all.iter_mut().zip(sums).for_each(|(sum, one)| *sum += one),
                None => groups.push((counts, sums.collect())),
            }
        }
        let mut rows = Vec::with_capacity(2 * groups.len() * blocks.len());
        for block in 0..blocks.len() {
            rows.extend(groups.iter().filter_map(|(_, sums)| sums.get(block)));
            let counts = groups.iter().filter_map(|(counts, _)| counts.get(block));
            rows.extend(counts.map(|count| f64::from(*count)));
        }
        Self {
            rows,
            groups: groups.len(),
            drawn: vec![0.0; 2 * groups.len()],
        }
    }

    /// The total where each block is taken so many times; `None` where a cell has no value then.
    pub fn total(&mut self, times: &[u32]) -> Option<f64> {
        self.drawn.fill(0.0);
        if self.groups > 0 {
            for (row, &n) in self.rows.chunks_exact(2 * self.groups).zip(times) {
                if n > 0 {
                    let n = f64::from(n);
                    for (sum, value) in self.drawn.iter_mut().zip(row) {
                        *sum += n * value;
                    }
                }
            }
        }
        let (sums, counts) = self.drawn.split_at_checked(self.groups)?;
        let parts = sums.iter().zip(counts);
        parts
            .map(|(sum, &count)| (count > 0.0).then_some(sum / count))
            .sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::random::SplitMix64;

    struct Made {
        sums: [f64; 6],
        counts: [u32; 6],
    }

    impl Block for Made {
        fn sums(&self) -> &[f64] {
            &self.sums
        }

        fn counts(&self) -> &[u32] {
            &self.counts
        }
    }

    /// As the formula says it, cell by cell.
    fn plain(blocks: &[Made], cells: &[(usize, f64)], times: &[u32]) -> Option<f64> {
        let mut total = 0.0;
        for &(cell, weight) in cells {
            let of = |value: &dyn Fn(&Made) -> f64| -> f64 {
                let each = blocks.iter().zip(times);
                each.map(|(b, n)| f64::from(*n) * value(b)).sum()
            };
            let count = of(&|block| f64::from(block.counts[cell]));
            if count == 0.0 {
                return None;
            }
            total += weight * of(&|block| block.sums[cell]) / count;
        }
        Some(total)
    }

    #[test]
    fn cells_together_have_the_total_of_cells_one_by_one() {
        let mut random = SplitMix64::seeded(3);
        let (mut known, mut unknown) = (0, 0);
        for _ in 0..300 {
            // Values of few kinds, so that cells share their counts often and lack all of them now and then.
            let blocks: Vec<Made> = (0..4)
                .map(|_| Made {
                    sums: std::array::from_fn(|_| random.below(100) as f64),
                    counts: std::array::from_fn(|_| u32::from(random.below(4) > 0)),
                })
                .collect();
            let cells: Vec<(usize, f64)> = (0..5)
                .map(|cell| (cell, 1.0 + random.below(3) as f64))
                .collect();
            let times: [u32; 4] = std::array::from_fn(|_| u32::try_from(random.below(3)).unwrap());
            let found = BlockTotals::new(&blocks, cells.iter().copied()).total(&times);
            if let Some(expected) = plain(&blocks, &cells, &times) {
                known += 1;
                assert!((found.unwrap() - expected).abs() < 1e-9 * expected.abs().max(1.0));
            } else {
                unknown += 1;
                assert_eq!(found, None);
            }
        }
        assert!(known > 50 && unknown > 50, "{known} {unknown}");
    }

    #[test]
    fn no_cells_are_a_total_of_nothing() {
        assert_eq!(BlockTotals::default().total(&[1]), Some(0.0));
    }
}
