//! One file that is read or held, and what the page asks of it.

use crate::analysis::scan::{Run, runs};
use crate::own::{self, Own};
use crate::question::{Answer, BINS, MODES, Part, query};
use crate::read::ranged::{Batch, Opened, Opening, RangedError, Reading, Step};
use crate::table::TypedColumn;
use std::ops::Range;

#[derive(Default)]
pub struct Session {
    /// Room that the page asked for and has not given back filled.
    rooms: Vec<Vec<u8>>,
    pub out: Vec<f64>,
    months: Vec<i64>,
    question: u32,
    street: i64,
    ahead: usize,
    opening: Opening,
    reading: Option<Reading>,
    answer: Option<Answer>,
    held: Vec<Held>,
    own: Option<Own>,
}

/// A row group of a town that is held.
struct Held {
    runs: Vec<Run>,
    /// Modes, bins, and how long the sensor watched.
    columns: Vec<TypedColumn>,
}

impl Session {
    pub fn room(&mut self, length: usize) -> *mut u8 {
        let mut room = vec![0; length];
        let place = room.as_mut_ptr();
        self.rooms.push(room);
        place
    }

    /// A room that the page has filled.
    fn filled(&mut self, place: *const u8) -> Vec<u8> {
        let found = self.rooms.iter().position(|room| room.as_ptr() == place);
        found
            .map(|place| self.rooms.swap_remove(place))
            .unwrap_or_default()
    }

    pub fn months(&mut self, place: *const u8) {
        let bytes = self.filled(place);
        let numbers = bytes
            .chunks_exact(8)
            .filter_map(|bytes| bytes.try_into().ok());
        self.months = numbers
            .map(|bytes| f64::from_le_bytes(bytes) as i64)
            .collect();
    }

    pub fn begin(&mut self, question: u32, street: i64, guess: u64, ahead: usize) -> f64 {
        (self.question, self.street, self.ahead) = (question, street, ahead);
        self.opening = if guess > 0 {
            Opening::new(guess)
        } else {
            Opening::default()
        };
        self.answer = (question > 0).then(|| Answer::new(question, street, &self.months));
        self.held.clear();
        self.opening.wanted() as f64
    }

    fn failed(&mut self, error: &RangedError) -> i32 {
        self.out = error.to_string().bytes().map(f64::from).collect();
        -1
    }

    pub fn opened(&mut self, place: *const u8, start: u64, length: u64) -> i32 {
        let bytes = self.filled(place);
        match self.opening.give(start, length, bytes) {
            Ok(Opened::Fetch(range)) => {
                self.out = vec![range.start as f64, range.end as f64];
                1
            }
            Ok(Opened::File(file)) => {
                match Reading::new(&file, &query(self.question, self.street), self.ahead) {
                    Ok(reading) => {
                        self.reading = Some(reading);
                        0
                    }
                    Err(error) => self.failed(&error),
                }
            }
            Err(error) => self.failed(&error),
        }
    }

    pub fn give(&mut self, place: *const u8, asked: Range<u64>, start: u64) -> i32 {
        let bytes = self.filled(place);
        let Some(reading) = &mut self.reading else {
            return 0;
        };
        match reading.give(&asked, start, bytes) {
            Ok(()) => 0,
            Err(error) => self.failed(&error),
        }
    }

    pub fn step(&mut self) -> i32 {
        let Some(reading) = &mut self.reading else {
            return 3;
        };
        match reading.step() {
            Ok(Step::Wait) => 0,
            Ok(Step::Fetch(ranges)) => {
                let ends = ranges
                    .iter()
                    .flat_map(|range| [range.start as f64, range.end as f64]);
                self.out = ends.collect();
                1
            }
            Ok(Step::Rows(batch)) => {
                self.rows(batch);
                2
            }
            Ok(Step::Done) => {
                self.reading = None;
                3
            }
            Err(error) => self.failed(&error),
        }
    }

    // Kept apart, as the hot loops of the library are: the page compiles it anew sooner, and for less.
    #[inline(never)]
    fn rows(&mut self, batch: Batch) {
        let mut columns = batch.columns;
        let keys = if self.question == 4 { 1 } else { 2 };
        let numbers = columns.split_off(keys.min(columns.len()));
        let found = match columns.as_slice() {
            [street, time] => runs(Some(street), time, 0),
            [time] => runs(None, time, 0),
            _ => Vec::new(),
        };
        if let Some(answer) = &mut self.answer {
            let part = Part {
                runs: &found,
                first_row: 0,
                columns: numbers.iter().collect(),
            };
            answer.add(&part, &self.months);
        } else {
            self.held.push(Held {
                runs: found,
                columns: numbers,
            });
        }
    }

    pub fn answer(&mut self, question: u32, street: i64) {
        if let Some(answer) = &self.answer {
            self.out = answer.numbers();
            return;
        }
        let (modes, bins) = (MODES.len(), BINS.len());
        let mut answer = Answer::new(question, street, &self.months);
        for held in &self.held {
            let columns = held
                .columns
                .iter()
                .enumerate()
                .filter(|(place, _)| match question {
                    1 => *place < modes || *place == modes + bins,
                    2 => (modes..modes + bins).contains(place),
                    _ => *place < modes,
                });
            let part = Part {
                runs: &held.runs,
                first_row: 0,
                columns: columns.map(|(_, column)| column).collect(),
            };
            answer.add(&part, &self.months);
        }
        self.out = answer.numbers();
    }

    pub fn own_street(&mut self, place: *const u8, question: u32, street: i64) -> i32 {
        let bytes = self.filled(place);
        let own = Own::new(&bytes, question, street);
        self.done(own.map(|own| {
            let ranges = own.ranges().into_iter();
            let ends = ranges.flat_map(|range| [range.start as f64, range.end as f64]);
            (Some(own.clone()), ends.collect())
        }))
    }

    pub fn own_summary(&mut self, place: *const u8, question: u32) -> i32 {
        let bytes = self.filled(place);
        let numbers = own::summary(bytes, question).map_err(|cause| cause.to_string());
        self.done(numbers.map(|numbers| (None, numbers)))
    }

    pub fn own_give(&mut self, place: *const u8, index: usize) -> i32 {
        let bytes = self.filled(place);
        let given = self.own.as_mut().ok_or("no street".to_owned());
        match given.and_then(|own| own.give(index, bytes)) {
            Ok(()) => 0,
            Err(error) => self.done(Err(error)),
        }
    }

    pub fn own_answer(&mut self) -> i32 {
        let own = self.own.take().ok_or("no street".to_owned());
        let answer = own.and_then(|own| own.answer(&self.months));
        self.done(answer.map(|numbers| (None, numbers)))
    }

    fn done(&mut self, done: Result<(Option<Own>, Vec<f64>), String>) -> i32 {
        match done {
            Ok((own, numbers)) => {
                (self.own, self.out) = (own, numbers);
                0
            }
            Err(error) => {
                self.out = error.bytes().map(f64::from).collect();
                -1
            }
        }
    }
}
