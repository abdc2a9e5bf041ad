//! What became of the rows of a file: read = kept + refused.

use super::place::Place;

/// Rows with something in common, and the first of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// In words: "lft + rgt is not the total".
    pub what: String,
    pub rows: u64,
    pub first_file: String,
    pub first: Place,
}

/// The account of one file, or of all files of a source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadReport {
    pub file: String,
    pub rows: u64,
    pub kept: u64,
    /// By reason, in order of first appearance.
    pub refused: Vec<Tally>,
    /// Rows that were kept with something remarkable about them, and columns that are not known.
    pub warnings: Vec<Tally>,
}

impl ReadReport {
    #[must_use]
    pub fn new(file: &str) -> Self {
        Self {
            file: file.to_owned(),
            ..Self::default()
        }
    }

    pub fn keep(&mut self) {
        self.rows += 1;
        self.kept += 1;
    }

    pub fn refuse(&mut self, why: &str, place: Place) {
        self.rows += 1;
        tally(&mut self.refused, why, &self.file, place, 1);
    }

    pub fn warn(&mut self, what: &str, place: Place) {
        tally(&mut self.warnings, what, &self.file, place, 1);
    }

    /// A row that was kept at first turns out to be one too many.
    pub fn withdraw(&mut self, why: &str, file: &str, place: Place) {
        self.kept = self.kept.saturating_sub(1);
        tally(&mut self.refused, why, file, place, 1);
    }

    /// Adds the account of a further file.
    pub fn absorb(&mut self, other: &Self) {
        self.rows += other.rows;
        self.kept += other.kept;
        for t in &other.refused {
            tally(
                &mut self.refused,
                &t.what,
                &t.first_file,
                t.first.clone(),
                t.rows,
            );
        }
        for t in &other.warnings {
            tally(
                &mut self.warnings,
                &t.what,
                &t.first_file,
                t.first.clone(),
                t.rows,
            );
        }
    }

    #[must_use]
    pub fn refused_rows(&self) -> u64 {
        self.refused.iter().map(|t| t.rows).sum()
    }

    /// Rows refused for a reason, 0 where there are none.
    #[must_use]
    pub fn refused_for(&self, why: &str) -> u64 {
        rows_of(&self.refused, why)
    }

    #[must_use]
    pub fn warned_of(&self, what: &str) -> u64 {
        rows_of(&self.warnings, what)
    }
}

fn rows_of(tallies: &[Tally], what: &str) -> u64 {
    tallies
        .iter()
        .filter(|t| t.what == what)
        .map(|t| t.rows)
        .sum()
}

fn tally(tallies: &mut Vec<Tally>, what: &str, file: &str, first: Place, rows: u64) {
    if let Some(t) = tallies.iter_mut().find(|t| t.what == what) {
        t.rows += rows;
    } else {
        tallies.push(Tally {
            what: what.to_owned(),
            rows,
            first_file: file.to_owned(),
            first,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_place_of_a_reason_is_kept_and_the_sum_adds_up() {
        let mut report = ReadReport::new("a.csv");
        report.keep();
        report.keep();
        report.refuse("late", Place::row(3));
        report.refuse("late", Place::row(9));
        report.withdraw("twice", "a.csv", Place::row(1));
        assert_eq!((report.rows, report.kept, report.refused_rows()), (4, 1, 3));
        assert_eq!(report.refused_for("late"), 2);
        assert_eq!(report.refused[0].first, Place::row(3));
        let mut all = ReadReport::default();
        all.absorb(&report);
        all.absorb(&report);
        assert_eq!(all.rows, all.kept + all.refused_rows());
        assert_eq!(all.refused_for("late"), 4);
    }
}
