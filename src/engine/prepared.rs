//! Answers about streets that were given, and those that are asked for next: made while nobody waits.
//!
//! Who reads a street's page changes the mode or the period. Both are computed before they are asked for, one answer
//! at a time, as long as nothing else is to be done.

use crate::domain::Mode;
use crate::query::answer::{StreetAnswer, Topic};
use crate::query::{PeriodChoice, StreetQuestion};
use std::collections::VecDeque;

/// An answer takes some 30 kB, a long count twice that: a few megabytes.
pub const KEPT_ANSWERS: usize = 64;

#[derive(Debug, Default)]
pub(super) struct Prepared {
    /// What was used last comes last.
    kept: Vec<Kept>,
    next: VecDeque<StreetQuestion>,
}

#[derive(Debug)]
struct Kept {
    question: StreetQuestion,
    answer: StreetAnswer,
    /// Somebody read it.
    is_given: bool,
}

impl Prepared {
    /// The answer, if it is there; what may be asked next is planned.
    pub fn give(&mut self, question: &StreetQuestion) -> Option<StreetAnswer> {
        let place = self.place(question)?;
        let mut kept = self.kept.remove(place);
        kept.is_given = true;
        let answer = kept.answer.clone();
        self.kept.push(kept);
        self.plan(question, &answer);
        Some(answer)
    }

    /// Keeps what was given just now.
    pub fn given(&mut self, question: &StreetQuestion, answer: &StreetAnswer) {
        self.keep(question.clone(), answer.clone(), true);
        self.plan(question, answer);
    }

    /// Keeps what nobody has asked for yet.
    pub fn made(&mut self, question: StreetQuestion, answer: StreetAnswer) {
        self.keep(question, answer, false);
    }

    /// What to make ready next.
    pub fn next(&mut self) -> Option<StreetQuestion> {
        while let Some(question) = self.next.pop_front() {
            if self.place(&question).is_none() {
                return Some(question);
            }
        }
        None
    }

    pub fn has_next(&self) -> bool {
        let mut next = self.next.iter();
        next.any(|question| self.place(question).is_none())
    }

    pub fn len(&self) -> usize {
        self.kept.len()
    }

    pub fn clear(&mut self) {
        self.kept.clear();
        self.next.clear();
    }

    fn place(&self, question: &StreetQuestion) -> Option<usize> {
        self.kept.iter().position(|kept| kept.question == *question)
    }

    fn keep(&mut self, question: StreetQuestion, answer: StreetAnswer, is_given: bool) {
        if let Some(place) = self.place(&question) {
            self.kept.remove(place);
        }
        self.kept.push(Kept {
            question,
            answer,
            is_given,
        });
        if self.kept.len() > KEPT_ANSWERS {
            // What nobody read of other streets goes first, then what was not read for longest.
            let here = self.kept.last().map(|kept| kept.question.street.clone());
            let is_idle =
                |kept: &Kept| !kept.is_given && Some(&kept.question.street) != here.as_ref();
            let unread = self.kept.iter().position(is_idle);
            self.kept.remove(unread.unwrap_or(0));
        }
    }

    /// The other modes that are counted here, and the other period. Plans for another question are dropped.
    fn plan(&mut self, question: &StreetQuestion, answer: &StreetAnswer) {
        self.next.clear();
        if answer.counted.is_none() {
            return;
        }
        let is_counted = |mode: &Mode| {
            let topic = match mode {
                Mode::Pedestrian => Topic::Pedestrian,
                Mode::Bike => Topic::Bike,
                Mode::Car => Topic::Car,
                Mode::Heavy => Topic::Heavy,
                Mode::Night => Topic::Night,
            };
            let mut known = answer.availability.iter();
            known.any(|known| known.topic == topic && known.hours > 0)
        };
        let of_mode = |mode| StreetQuestion {
            mode,
            ..question.clone()
        };
        let of_period = |period| StreetQuestion {
            period,
            ..question.clone()
        };
        // What was seen in the dark is no choice of the page.
        let modes = Mode::CLASSED.into_iter().filter(is_counted).map(of_mode);
        let periods = [PeriodChoice::LastYear, PeriodChoice::All].map(of_period);
        let others = modes.chain(periods).filter(|other| other != question);
        self.next = others.collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Names, StreetId};
    use crate::query::answer::StreetHeader;

    fn question(street: usize, mode: Mode) -> StreetQuestion {
        StreetQuestion {
            street: StreetId(street.to_string()),
            segment: None,
            period: PeriodChoice::LastYear,
            mode,
        }
    }

    fn answer(street: usize) -> StreetAnswer {
        StreetAnswer {
            header: StreetHeader {
                id: StreetId(street.to_string()),
                names: Names::default(),
                municipality: String::new(),
                road_class: String::new(),
                limits_kmh: Vec::new(),
                length_m: None,
                centre: None,
            },
            sections: Vec::new(),
            availability: Vec::new(),
            counted: None,
            nearby: Vec::new(),
            sources: Vec::new(),
        }
    }

    #[test]
    fn after_a_hundred_streets_the_last_ones_are_kept_and_no_more() {
        let mut prepared = Prepared::default();
        for street in 0..100 {
            prepared.given(&question(street, Mode::Car), &answer(street));
            for mode in [Mode::Bike, Mode::Heavy, Mode::Pedestrian] {
                prepared.made(question(street, mode), answer(street));
            }
            assert!(prepared.len() <= KEPT_ANSWERS);
        }
        assert_eq!(prepared.len(), KEPT_ANSWERS);
        assert_eq!(prepared.give(&question(99, Mode::Bike)), Some(answer(99)));
        // What was read outlives what was only made.
        assert_eq!(prepared.give(&question(50, Mode::Car)), Some(answer(50)));
        assert_eq!(prepared.give(&question(50, Mode::Bike)), None);
        assert_eq!(prepared.give(&question(0, Mode::Car)), None);
    }
}
