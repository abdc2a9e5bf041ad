//! The same total over blocks that are drawn anew, a thousand times in a bootstrap.
//!
//! total = Σ over cells of weight × (Σ of the cell's values / how many there are). Cells that have as many values as
//! each other in every block share their denominator, so their sums are added once and not in each draw: what a draw
//! costs grows with the gaps and not with the cells. Four draws go through the blocks together, since a chain of
//! additions waits for each of them.

use super::days::DayHours;
use super::random::SplitMix64;
use crate::domain::CivilDate;
use std::cell::RefCell;
use std::rc::Rc;

/// Sums and numbers of values of one block, by cell.
#[derive(Clone, Debug)]
pub struct Block {
    /// Of the week that it is, or is in.
    pub monday: CivilDate,
    pub sums: Vec<f64>,
    pub counts: Vec<u32>,
}

impl Block {
    /// Adds a day, of a list of days by time, to its week among `weeks`: to the 24 of its `cells` from `first` on.
    pub fn add_day(weeks: &mut Vec<Self>, day: &DayHours, cells: usize, first: usize) {
        let monday = day.date.monday();
        if weeks.last().is_none_or(|week| week.monday != monday) {
            weeks.push(Self::empty(monday, cells));
        }
        let row = weeks.last_mut().and_then(|week| week.day_mut(first));
        if let Some((sums, counts)) = row {
            day.add_to(sums, counts);
        }
    }

    fn empty(monday: CivilDate, cells: usize) -> Self {
        Self {
            monday,
            sums: vec![0.0; cells],
            counts: vec![0; cells],
        }
    }

    /// The 24 cells from `first` on.
    fn day_mut(&mut self, first: usize) -> Option<(&mut [f64], &mut [u32])> {
        let range = first..first + 24;
        Some((
            self.sums.get_mut(range.clone())?,
            self.counts.get_mut(range)?,
        ))
    }
}

/// How often each of so many blocks was drawn, draw by draw: four draws beside each other, block by block.
#[derive(Clone, Debug, Default)]
pub struct Draws {
    blocks: usize,
    count: usize,
    times: Vec<[u8; 4]>,
}

impl Draws {
    #[must_use]
    pub fn none(blocks: usize) -> Self {
        Self {
            blocks,
            ..Self::default()
        }
    }

    /// Draws of each list of blocks, by turns, so many of each.
    #[must_use]
    pub fn all(seed: u64, blocks: &[usize], draws: usize) -> Vec<Self> {
        let mut random = SplitMix64::seeded(seed);
        let mut lists: Vec<Self> = blocks.iter().map(|blocks| Self::none(*blocks)).collect();
        for _ in 0..draws {
            for list in &mut lists {
                list.draw(&mut random);
            }
        }
        lists
    }

    /// Draws as many blocks as there are, with replacement.
    pub fn draw(&mut self, random: &mut SplitMix64) {
        let (place, lane) = (self.count / 4 * self.blocks, self.count % 4);
        if lane == 0 {
            self.times.resize(place + self.blocks, [0; 4]);
        }
        self.count += 1;
        let times = self.times.get_mut(place..).unwrap_or_default();
        for _ in 0..self.blocks {
            let drawn = times.get_mut(random.below(self.blocks));
            if let Some(n) = drawn.and_then(|lanes| lanes.get_mut(lane)) {
                // One block 256 times in one draw is not to be expected.
                *n = n.saturating_add(1);
            }
        }
    }

    /// How often each block was drawn in one of the draws.
    pub fn times(&self, draw: usize) -> impl Iterator<Item = u32> {
        let rows = self.times.iter().skip(draw / 4 * self.blocks);
        rows.take(self.blocks)
            .filter_map(move |lanes| lanes.get(draw % 4).map(|n| u32::from(*n)))
    }
}

/// Draws that were made before: as many blocks are drawn alike for another mode, and another day type.
#[derive(Clone, Debug, Default)]
pub struct KeptDraws(RefCell<Vec<Known>>);

#[derive(Clone, Debug)]
struct Known {
    seed: u64,
    blocks: Vec<usize>,
    draws: Rc<[Draws]>,
}

/// Two measures over two periods.
const KEPT: usize = 4;

impl KeptDraws {
    /// `Draws::all`.
    pub fn get(&self, seed: u64, blocks: &[usize], draws: usize) -> Rc<[Draws]> {
        let mut all = self.0.borrow_mut();
        let known = all
            .iter()
            .find(|known| known.seed == seed && known.blocks == blocks);
        if let Some(known) = known {
            return Rc::clone(&known.draws);
        }
        let draws: Rc<[Draws]> = Draws::all(seed, blocks, draws).into();
        if all.len() >= KEPT {
            all.remove(0);
        }
        all.push(Known {
            seed,
            blocks: blocks.to_vec(),
            draws: Rc::clone(&draws),
        });
        draws
    }
}

#[derive(Clone, Debug, Default)]
pub struct BlockTotals {
    groups: Vec<Group>,
}

/// Cells that share their numbers of values.
#[derive(Clone, Debug)]
struct Group {
    /// Block by block, over all its cells.
    sums: Vec<f64>,
    /// The most values that a block has of each cell.
    most: u32,
    /// The blocks that have fewer, and how many fewer.
    fewer: Vec<(usize, u32)>,
}

impl BlockTotals {
    /// `cells`: each cell that enters, once, with its weight.
    #[must_use]
    pub fn new(blocks: &[Block], cells: impl IntoIterator<Item = (usize, f64)>) -> Self {
        let mut groups: Vec<Group> = Vec::new();
        let mut counts: Vec<u32> = Vec::new();
        for (cell, weight) in cells {
            let of_cell = |block: &Block| block.counts.get(cell).copied().unwrap_or(0);
            counts.clear();
            counts.extend(blocks.iter().map(of_cell));
            let most = counts.iter().copied().max().unwrap_or(0);
            let by_block = counts.iter().map(|count| most - count).enumerate();
            let fewer = by_block.filter(|(_, fewer)| *fewer > 0);
            let sums = blocks.iter().map(|block| {
                let sum = block.sums.get(cell).copied().unwrap_or(0.0);
                weight * sum
            });
            let is_alike =
                |group: &Group| group.most == most && fewer.clone().eq(group.fewer.iter().copied());
            match groups.iter_mut().find(|group| is_alike(group)) {
                Some(group) => {
                    for (all, sum) in group.sums.iter_mut().zip(sums) {
                        *all += sum;
                    }
                }
                None => groups.push(Group {
                    sums: sums.collect(),
                    most,
                    fewer: fewer.collect(),
                }),
            }
        }
        Self { groups }
    }

    /// The total of each draw; `None` where a cell has no value then.
    #[must_use]
    pub fn totals(&self, draws: &Draws) -> Vec<Option<f64>> {
        let mut totals = Vec::with_capacity(draws.count + 3);
        for times in draws.times.chunks_exact(draws.blocks.max(1)) {
            let mut all = [Some(0.0); 4];
            let mut add = |sums: [f64; 4], group: &Group| {
                for ((total, sum), count) in all.iter_mut().zip(sums).zip(group.counts(times)) {
                    *total = total
                        .filter(|_| count > 0)
                        .map(|total| total + sum / f64::from(count));
                }
            };
            for pair in self.groups.chunks(2) {
                if let [first, second] = pair {
                    let [of_first, of_second] = products(&first.sums, &second.sums, times);
                    add(of_first, first);
                    add(of_second, second);
                } else if let [last] = pair {
                    let [of_last, _] = products(&last.sums, &last.sums, times);
                    add(of_last, last);
                }
            }
            totals.extend(all);
        }
        totals.truncate(draws.count);
        totals
    }
}

impl Group {
    /// How many values of each cell four draws have. As many blocks are drawn as there are.
    fn counts(&self, times: &[[u8; 4]]) -> [u32; 4] {
        let all = self.most * u32::try_from(times.len()).unwrap_or(0);
        let (mut less_a, mut less_b, mut less_c, mut less_d) = (0, 0, 0, 0);
        for &(block, fewer) in &self.fewer {
            let Some(&[a, b, c, d]) = times.get(block) else {
                continue;
            };
            less_a += fewer * u32::from(a);
            less_b += fewer * u32::from(b);
            less_c += fewer * u32::from(c);
            less_d += fewer * u32::from(d);
        }
        [all - less_a, all - less_b, all - less_c, all - less_d]
    }
}

/// The sums of two groups over four draws. Each by its name, so that it stays in a register: the program for the page
/// is built for its size, and loops over four draws would stay loops.
fn products(first: &[f64], second: &[f64], times: &[[u8; 4]]) -> [[f64; 4]; 2] {
    let (mut first_a, mut first_b, mut first_c, mut first_d) = (0.0, 0.0, 0.0, 0.0);
    let (mut second_a, mut second_b, mut second_c, mut second_d) = (0.0, 0.0, 0.0, 0.0);
    for ((&x, &y), &[a, b, c, d]) in first.iter().zip(second).zip(times) {
        let (a, b, c, d) = (f64::from(a), f64::from(b), f64::from(c), f64::from(d));
        first_a += a * x;
        first_b += b * x;
        first_c += c * x;
        first_d += d * x;
        second_a += a * y;
        second_b += b * y;
        second_c += c * y;
        second_d += d * y;
    }
    [
        [first_a, first_b, first_c, first_d],
        [second_a, second_b, second_c, second_d],
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::random::SplitMix64;

    /// As the formula says it, cell by cell.
    fn plain(blocks: &[Block], cells: &[(usize, f64)], times: &[u32]) -> Option<f64> {
        let mut total = 0.0;
        for &(cell, weight) in cells {
            let of = |value: &dyn Fn(&Block) -> f64| -> f64 {
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
            let blocks: Vec<Block> = (0..4)
                .map(|_| Block {
                    monday: CivilDate::from_days(0),
                    sums: (0..6).map(|_| random.below(100) as f64).collect(),
                    counts: (0..6).map(|_| u32::from(random.below(4) > 0)).collect(),
                })
                .collect();
            let cells: Vec<(usize, f64)> = (0..5)
                .map(|cell| (cell, 1.0 + random.below(3) as f64))
                .collect();
            let mut draws = Draws::none(4);
            for _ in 0..5 {
                draws.draw(&mut random);
            }
            let found = BlockTotals::new(&blocks, cells.iter().copied()).totals(&draws);
            assert_eq!(found.len(), 5);
            for (draw, found) in found.into_iter().enumerate() {
                let times: Vec<u32> = draws.times(draw).collect();
                assert_eq!((times.len(), times.iter().sum()), (4, 4));
                if let Some(expected) = plain(&blocks, &cells, &times) {
                    known += 1;
                    assert!((found.unwrap() - expected).abs() < 1e-9 * expected.abs().max(1.0));
                } else {
                    unknown += 1;
                    assert_eq!(found, None);
                }
            }
        }
        assert!(known > 50 && unknown > 50, "{known} {unknown}");
    }

    #[test]
    fn no_cells_are_a_total_of_nothing() {
        let mut draws = Draws::none(1);
        draws.draw(&mut SplitMix64::seeded(1));
        assert_eq!(BlockTotals::default().totals(&draws), [Some(0.0)]);
    }
}
