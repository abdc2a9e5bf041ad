//! The quality rules Q1 to Q15 (definitions 4.11), a file each, and what they find in one series of hours.
//!
//! | rule | file | asks | action |
//! |---|---|---|---|
//! | Q1 | `missing` | was anything counted at all? | missing, never zero |
//! | Q2 | `low_uptime` | was enough of the interval counted? | left out of averages |
//! | Q3 | `zero_run` | nothing for hours in daylight, where there is always something? | suspect |
//! | Q4 | `stuck` | the same number again and again? | suspect |
//! | Q5 | `spike` | far above anything else? | flagged, kept |
//! | Q6 | `level_shift` | another level from one day to the next? | ask for the sensor's log |
//! | Q7 | `sides` | do left and right add up? | row rejected |
//! | Q8 | `histogram` | do the speed shares add up? | speeds left out |
//! | Q9 | `duplicates` | the same interval twice? | the one retrieved last stays |
//! | Q10 | `clock_change` | which of two 2 o'clocks? | read as summer, then winter time |
//! | Q11 | `calibration` | was the sensor changed inside the period? | series split |
//! | Q12 | `blind_side` | is one side never seen? | labelled, no modal split |
//! | Q13 | `stale` | when did it last say something? | badge |
//! | Q14 | `schema_drift` | is there a field that nobody knows? | accepted, noted |
//! | Q15 | `late_backfill` | did the publisher change the past? | versions kept |
//!
//! Readers apply Q1, Q7 to Q10 and Q14 row by row; `examine` looks for Q3 to Q6 in a whole series.

pub mod blind_side;
pub mod calibration;
pub mod clock_change;
pub mod daylight;
pub mod duplicates;
pub mod examine;
pub mod histogram;
pub mod late_backfill;
pub mod level_shift;
pub mod low_uptime;
pub mod missing;
pub mod robust;
pub mod schema_drift;
pub mod sides;
pub mod spike;
pub mod stale;
pub mod stuck;
pub mod typical;
pub mod zero_run;

pub use examine::{Series, Suspicion, examine};

use serde::{Deserialize, Serialize};

/// The rules in the order of definitions 4.11.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Rule {
    Q1MissingNotZero,
    Q2LowUptime,
    Q3ZeroRun,
    Q4Stuck,
    Q5Spike,
    Q6LevelShift,
    Q7Sides,
    Q8Histogram,
    Q9Duplicates,
    Q10ClockChange,
    Q11Calibration,
    Q12BlindSide,
    Q13Stale,
    Q14SchemaDrift,
    Q15LateBackfill,
}

/// What follows when a rule applies (the column *Action* of definitions 4.11).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Action {
    /// The value is missing.
    Missing,
    /// Left out of averages, drawn hatched, kept in the download.
    Exclude,
    /// Shown as a suspected fault; kept in the averages until somebody says so.
    Suspect,
    /// Marked, kept in averages and download.
    Flag,
    /// Somebody should look into the sensor's log.
    AskSensorLog,
    /// The row is refused.
    Reject,
    /// The speeds of the row are left out, the counts stay.
    DropSpeed,
    /// Of rows with one key the one retrieved last stays; the others are logged.
    KeepLast,
    /// Two equal civil hours are told apart.
    Interpret,
    /// The parts are shown and computed apart, never joined.
    Split,
    /// Labelled as an underestimate; no modal split.
    Label,
    /// A badge beside the figure.
    Badge,
    /// Accepted and noted.
    Warn,
    /// Both versions are kept.
    Version,
}

impl Rule {
    pub const ALL: [Self; 15] = [
        Self::Q1MissingNotZero,
        Self::Q2LowUptime,
        Self::Q3ZeroRun,
        Self::Q4Stuck,
        Self::Q5Spike,
        Self::Q6LevelShift,
        Self::Q7Sides,
        Self::Q8Histogram,
        Self::Q9Duplicates,
        Self::Q10ClockChange,
        Self::Q11Calibration,
        Self::Q12BlindSide,
        Self::Q13Stale,
        Self::Q14SchemaDrift,
        Self::Q15LateBackfill,
    ];

    /// `Q1` to `Q15`, as definitions 4.11 call them.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Q1MissingNotZero => "Q1",
            Self::Q2LowUptime => "Q2",
            Self::Q3ZeroRun => "Q3",
            Self::Q4Stuck => "Q4",
            Self::Q5Spike => "Q5",
            Self::Q6LevelShift => "Q6",
            Self::Q7Sides => "Q7",
            Self::Q8Histogram => "Q8",
            Self::Q9Duplicates => "Q9",
            Self::Q10ClockChange => "Q10",
            Self::Q11Calibration => "Q11",
            Self::Q12BlindSide => "Q12",
            Self::Q13Stale => "Q13",
            Self::Q14SchemaDrift => "Q14",
            Self::Q15LateBackfill => "Q15",
        }
    }

    #[must_use]
    pub const fn action(self) -> Action {
        match self {
            Self::Q1MissingNotZero => Action::Missing,
            Self::Q2LowUptime => Action::Exclude,
            Self::Q3ZeroRun | Self::Q4Stuck => Action::Suspect,
            Self::Q5Spike => Action::Flag,
            Self::Q6LevelShift => Action::AskSensorLog,
            Self::Q7Sides => Action::Reject,
            Self::Q8Histogram => Action::DropSpeed,
            Self::Q9Duplicates => Action::KeepLast,
            Self::Q10ClockChange => Action::Interpret,
            Self::Q11Calibration => Action::Split,
            Self::Q12BlindSide => Action::Label,
            Self::Q13Stale => Action::Badge,
            Self::Q14SchemaDrift => Action::Warn,
            Self::Q15LateBackfill => Action::Version,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ids_count_from_one_to_fifteen() {
        for (number, rule) in (1..).zip(Rule::ALL) {
            assert_eq!(rule.id(), format!("Q{number}"));
        }
        assert_eq!(Rule::ALL.len(), 15);
    }

    #[test]
    fn the_table_above_names_the_file_of_each_rule() {
        let own = include_str!("mod.rs");
        for rule in Rule::ALL {
            let row = format!("//! | {} | `", rule.id());
            let line = own.lines().find(|l| l.starts_with(&row)).unwrap();
            let file = line.split('`').nth(1).unwrap();
            assert!(
                own.contains(&format!("pub mod {file};")),
                "{line}: no such file"
            );
        }
    }
}
