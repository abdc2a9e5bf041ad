//! What an answer about a segment leaves for the next one: another mode has the same civil days and speeds, another
//! period the same days of hours and months. The engine keeps it beside the rows that it was made of.

use super::block_totals::KeptDraws;
use super::cell::DaySums;
use super::change::change;
use super::civil::{CivilDay, civil_days};
use super::days::{DayHours, between, days_of};
use super::hours::{Hours, SegmentCounts};
use super::period::Days;
use super::profile::day_sums;
use super::speed::{mean_speed, speed};
use super::split::modal_split;
use crate::domain::Mode;
use crate::query::answer::{Change, MeanSpeed, ModalSplit, Speed};
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

/// Periods that are kept, the newest last, and series of months.
const PERIODS: usize = 4;
const CHANGES: usize = 2 * Mode::ALL.len();

#[derive(Clone, Debug, Default)]
pub struct Kept {
    pub draws: KeptDraws,
    days: [OnceCell<Rc<[DayHours]>>; Mode::ALL.len()],
    periods: RefCell<Vec<Rc<OfPeriod>>>,
    changes: RefCell<Vec<(Mode, Days, Change)>>,
}

/// What is the same for every mode.
#[derive(Debug)]
pub struct OfPeriod {
    days: Days,
    limit_kmh: Option<f64>,
    pub civil: Vec<CivilDay>,
    pub civil_hours: u32,
    /// Movements that got no class, by day type.
    pub night: [DaySums; 3],
    pub speed: Option<Speed>,
    pub mean_speed: Option<MeanSpeed>,
    pub split: ModalSplit,
}

impl Kept {
    /// The days of `hours`, which are all hours of the segment.
    pub fn days(&self, hours: Hours<'_>, mode: Mode) -> Rc<[DayHours]> {
        let made = || Rc::from(days_of(hours, mode));
        match self.days.get(mode.index()) {
            Some(cell) => Rc::clone(cell.get_or_init(made)),
            None => made(),
        }
    }

    pub fn period(
        &self,
        counts: &SegmentCounts<'_>,
        hours: Hours<'_>,
        days: Days,
        limit_kmh: Option<f64>,
    ) -> Rc<OfPeriod> {
        let mut periods = self.periods.borrow_mut();
        let known = periods
            .iter()
            .find(|known| known.days == days && known.limit_kmh == limit_kmh);
        if let Some(known) = known {
            return Rc::clone(known);
        }
        let civil = civil_days(counts.zone, counts.calendar, days);
        let civil_hours = civil.iter().map(CivilDay::hours).sum();
        let in_days = hours.between(days.start, days.end);
        let night = self.days(hours, Mode::Night);
        let made = Rc::new(OfPeriod {
            days,
            limit_kmh,
            civil,
            civil_hours,
            night: day_sums(between(&night, days.start, days.end)),
            speed: speed(in_days, limit_kmh),
            mean_speed: mean_speed(in_days),
            split: modal_split(in_days, civil_hours),
        });
        if periods.len() >= PERIODS {
            periods.remove(0);
        }
        periods.push(Rc::clone(&made));
        made
    }

    /// The months of these days: the same for the last year and for all years.
    pub fn change(
        &self,
        counts: &SegmentCounts<'_>,
        with_values: &[DayHours],
        mode: Mode,
        days: Days,
    ) -> Change {
        let mut changes = self.changes.borrow_mut();
        let known = changes
            .iter()
            .find(|(of, months, _)| *of == mode && *months == days);
        if let Some((_, _, known)) = known {
            return known.clone();
        }
        let made = change(counts, with_values, days);
        if changes.len() >= CHANGES {
            changes.remove(0);
        }
        changes.push((mode, days, made.clone()));
        made
    }
}
