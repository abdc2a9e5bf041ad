//! The heart of the worker and of `straatbeeld explain`: events in, effects out.
//!
//! `step` never waits and never reads: it says which bytes are needed (`Effect::Fetch`),
//! and goes on when they come (`Event::Fetched`). A question is tried again after each
//! arrival; it either has all it needs and is answered, or says what is missing.

mod answer_coverage;
mod answer_data;
mod answer_ethics;
mod answer_map;
mod answer_months;
mod answer_near;
mod answer_plate;
mod answer_rows;
mod answer_shared;
mod answer_street;
mod answer_town;
mod decoded;
mod geometry;
mod piece;
mod prepared;
mod segment_rows;
mod store;
mod verify;

pub use piece::Piece;
pub use prepared::KEPT_ANSWERS;
pub use store::{MEMORY_BUDGET, NEAR};
pub use verify::{Hash, sha256, version};

use crate::query::data::pack;
use crate::query::message::Reply;
use crate::query::{Answer, Failure, PackedLedger, Query, StreetQuestion};
use bytes::Bytes;
use prepared::Prepared;
use std::ops::Range;
use store::{Need, Store};

/// What happened.
#[derive(Debug)]
pub enum Event {
    Ask {
        id: u32,
        query: Query,
    },
    /// The answer to `id` is no longer wanted.
    Cancel {
        id: u32,
    },
    /// Forget everything: the folder is looked at anew.
    Reload,
    /// The reader wants a file of so many bytes, of which the host sends no part, to be read whole.
    AllowWhole {
        bytes: u64,
    },
    Fetched {
        token: u32,
        outcome: Result<Fetched, FetchError>,
    },
    /// Nothing else is to be done at the moment.
    Idle,
}

/// What a host sent.
#[derive(Debug)]
pub struct Fetched {
    pub status: u16,
    /// First byte and length of the whole file, as `Content-Range` says on a 206.
    pub content_range: Option<(u64, u64)>,
    pub bytes: Bytes,
}

/// Why nothing came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FetchError {
    /// No answer from the host that the browser would take.
    Unreachable,
    /// The connection broke while it sent.
    Broken,
    /// The host began to send more than was to be read: so many bytes, or at least so many.
    TooMuch { bytes: u64 },
}

/// A host that ignores ranges may send a file of this many bytes in place of a part of it; more would be a
/// download that nobody asked for. No file of which nobody said how long it is, is longer either.
pub const LARGEST_WHOLE: u64 = 64 * 1024 * 1024;

/// What is to be done.
#[derive(Debug, PartialEq)]
pub enum Effect {
    Fetch {
        token: u32,
        /// Relative to the folder.
        path: String,
        /// Bytes of the file; `None` for all of it.
        range: Option<Range<u64>>,
        /// Pass by every cache: what a cache held was wrong or is to be looked at anew.
        is_fresh: bool,
        /// More bytes than these are not to be read, whatever the host sends.
        most: u64,
    },
    /// The bytes are no longer wanted.
    Abort {
        token: u32,
    },
    Reply(Reply),
    /// Something can be made ready: `Event::Idle` is wanted once, when there is nothing else to do.
    Rest,
}

/// What becomes of a question.
type Answers = fn(&mut Store, &Query) -> Result<Answer, Need>;

/// State of a conversation about one published folder.
#[derive(Debug)]
pub struct Engine {
    store: Store,
    answers: Answers,
    waiting: Vec<Waiting>,
    prepared: Prepared,
    /// Nobody looks at previews.
    is_patient: bool,
    /// The page lists the town's streets: its reader can choose. The reader of an embed cannot, and nothing is made
    /// ready for one.
    has_choice: bool,
    /// `Event::Idle` is on its way.
    is_resting: bool,
}

#[derive(Debug)]
struct Waiting {
    id: u32,
    query: Query,
    /// Bytes asked for on its behalf, for the progress bar.
    pieces: Vec<Piece>,
    has_preview: bool,
}

impl Default for Engine {
    fn default() -> Self {
        Self::new()
    }
}

impl Engine {
    /// One that answers every question.
    #[must_use]
    pub fn new() -> Self {
        Self::with(answer)
    }

    /// One that answers what pages of streets and of the town ask: a smaller program.
    #[must_use]
    pub fn of_streets() -> Self {
        Self::with(answer_of_streets)
    }

    fn with(answers: Answers) -> Self {
        Self {
            store: Store::default(),
            answers,
            waiting: Vec::new(),
            prepared: Prepared::default(),
            is_patient: false,
            has_choice: false,
            is_resting: false,
        }
    }

    /// One that gives whole answers only.
    #[must_use]
    pub fn patient() -> Self {
        Self {
            is_patient: true,
            ..Self::new()
        }
    }

    /// Takes in what happened and says what is to be done, in order.
    pub fn step(&mut self, event: Event) -> Vec<Effect> {
        let mut effects = Vec::new();
        match event {
            Event::Ask { id, query } => {
                // A new question is a new try at what failed before.
                self.store.forget_failures();
                self.has_choice |= matches!(query, Query::Town);
                self.waiting.push(Waiting {
                    id,
                    query,
                    pieces: Vec::new(),
                    has_preview: false,
                });
            }
            Event::Cancel { id } => {
                self.waiting.retain(|waiting| waiting.id != id);
                let wanted: Vec<&Piece> = self.waiting.iter().flat_map(|w| &w.pieces).collect();
                effects.extend(
                    self.store
                        .abandon(&wanted)
                        .into_iter()
                        .map(|token| Effect::Abort { token }),
                );
            }
            Event::Reload => {
                self.prepared.clear();
                effects.extend(
                    self.store
                        .clear()
                        .into_iter()
                        .map(|token| Effect::Abort { token }),
                );
                for waiting in &mut self.waiting {
                    waiting.pieces.clear();
                }
            }
            Event::AllowWhole { bytes } => {
                self.store.allow_whole(bytes);
                return effects;
            }
            Event::Fetched { token, outcome } => {
                let unwanted = self.store.arrive(token, &outcome);
                effects.extend(unwanted.into_iter().map(|token| Effect::Abort { token }));
            }
            Event::Idle => {
                self.is_resting = false;
                self.prepare();
            }
        }
        self.try_all(&mut effects);
        if self.can_prepare() && !self.is_resting {
            self.is_resting = true;
            effects.push(Effect::Rest);
        }
        effects
    }

    /// How many answers are kept, at most [`KEPT_ANSWERS`].
    #[must_use]
    pub fn kept_answers(&self) -> usize {
        self.prepared.len()
    }

    fn can_prepare(&self) -> bool {
        let is_wanted = self.has_choice && !self.is_patient;
        is_wanted && self.waiting.is_empty() && self.prepared.has_next()
    }

    /// Makes one answer ready, of what is in memory: nothing is fetched that nobody asked for.
    fn prepare(&mut self) {
        if !self.can_prepare() {
            return;
        }
        if let Some(question) = self.prepared.next()
            && let Ok(answer) = answer_street::answer(&mut self.store, &question)
        {
            self.prepared.made(question, answer);
        }
    }

    fn try_all(&mut self, effects: &mut Vec<Effect>) {
        let (streets, towns): (Vec<Waiting>, Vec<Waiting>) = std::mem::take(&mut self.waiting)
            .into_iter()
            .partition(|waiting| !is_of_the_town(&waiting.query));
        self.try_each(streets, effects);
        // A reader who waits for a street does not wait for the list of all streets as well.
        if self.waiting.is_empty() {
            self.try_each(towns, effects);
        } else {
            for mut waiting in towns {
                self.preview(&mut waiting, effects);
                self.waiting.push(waiting);
            }
        }
        self.store.evict();
    }

    /// What can be said before the rest is there: name and zone of the town, as soon as the catalogue is, or a street
    /// from the rows of its period.
    fn preview(&mut self, waiting: &mut Waiting, effects: &mut Vec<Effect>) {
        if waiting.has_preview || self.is_patient {
            return;
        }
        let answer = match &waiting.query {
            Query::Town => answer_town::preview(&mut self.store).ok().map(Answer::Town),
            Query::Street(question) => answer_street::early_answer(&mut self.store, question)
                .map(|street| Answer::Street(Box::new(street))),
            _ => None,
        };
        if let Some(answer) = answer {
            waiting.has_preview = true;
            let id = waiting.id;
            effects.push(Effect::Reply(Reply::Preview { id, answer }));
        }
    }

    /// A question whose answer is kept; the command line asks each of its questions once.
    fn of_a_page<'q>(&self, query: &'q Query) -> Option<&'q StreetQuestion> {
        match query {
            Query::Street(question) if !self.is_patient => Some(question),
            _ => None,
        }
    }

    fn answer(&mut self, query: &Query) -> Result<Answer, Need> {
        let Some(question) = self.of_a_page(query) else {
            return (self.answers)(&mut self.store, query);
        };
        if let Some(known) = self.prepared.give(question) {
            return Ok(Answer::Street(Box::new(known)));
        }
        let answer = answer_street::answer(&mut self.store, question)?;
        self.prepared.given(question, &answer);
        Ok(Answer::Street(Box::new(answer)))
    }

    fn try_each(&mut self, tried: Vec<Waiting>, effects: &mut Vec<Effect>) {
        for mut waiting in tried {
            match self.answer(&waiting.query) {
                Ok(answer) => effects.push(Effect::Reply(Reply::Answer {
                    id: waiting.id,
                    answer,
                })),
                Err(Need::Failed(failure)) => {
                    effects.push(Effect::Reply(Reply::Failure {
                        id: waiting.id,
                        failure,
                    }));
                }
                Err(Need::Pieces(pieces)) => {
                    effects.extend(self.store.request(&pieces));
                    for piece in pieces {
                        if !waiting.pieces.contains(&piece) {
                            waiting.pieces.push(piece);
                        }
                    }
                    let total = waiting.pieces.iter().map(Piece::bytes).sum();
                    let there = waiting
                        .pieces
                        .iter()
                        .filter(|piece| !self.store.is_pending(piece));
                    let done = there.map(Piece::bytes).sum();
                    effects.push(Effect::Reply(Reply::Progress {
                        id: waiting.id,
                        done,
                        total,
                    }));
                    if !is_of_the_town(&waiting.query) {
                        self.preview(&mut waiting, effects);
                    }
                    self.waiting.push(waiting);
                }
            }
        }
    }
}

fn is_of_the_town(query: &Query) -> bool {
    matches!(query, Query::Town | Query::Map | Query::Months)
}

/// Every question. What is not of streets is named here alone, so that a program without it has nothing of it.
fn answer(store: &mut Store, query: &Query) -> Result<Answer, Need> {
    match query {
        Query::Datasets => answer_data::list(store).map(Answer::Packed),
        Query::Coverage(id) => answer_coverage::answer(store, id).map(Answer::Packed),
        Query::Dataset(id) => answer_data::card(store, id).map(Answer::Packed),
        Query::Catalogs => answer_data::catalogs(store).map(Answer::Packed),
        Query::Ethics(question) => {
            answer_ethics::answer(store, question).map(|answer| Answer::Packed(pack(&answer)))
        }
        Query::Plate(asked) => {
            answer_plate::answer(store, asked).map(|answer| Answer::Packed(pack(&answer)))
        }
        of_streets => answer_of_streets(store, of_streets),
    }
}

fn answer_of_streets(store: &mut Store, query: &Query) -> Result<Answer, Need> {
    match query {
        Query::About => answer_town::preview(store).map(Answer::Town),
        Query::Town => answer_town::answer(store).map(Answer::Town),
        Query::Map => answer_map::answer(store).map(Answer::Map),
        Query::Months => answer_months::answer(store).map(Answer::Months),
        Query::Street(question) => {
            answer_street::answer(store, question).map(|street| Answer::Street(Box::new(street)))
        }
        Query::Ledger(question) => answer_street::ledger(store, question)
            .map(|ledger| Answer::Ledger(PackedLedger::of(&ledger))),
        Query::LedgerJson(question) => answer_street::ledger(store, question).map(|ledger| {
            // As the whole answer is written, without the code that writes all the others.
            let json = serde_json::to_string(&ledger).unwrap_or_default();
            Answer::Json(format!("{{\"ledger\":{json}}}\n"))
        }),
        Query::Rows(question) => answer_rows::answer(store, question).map(Answer::Packed),
        Query::Shared(street) => answer_shared::answer(store, street.as_ref()).map(Answer::Packed),
        Query::Datasets
        | Query::Coverage(_)
        | Query::Dataset(_)
        | Query::Catalogs
        | Query::Ethics(_)
        | Query::Plate(_) => Err(Failure::WorkerGone {
            detail: "a question for the other worker".to_owned(),
        }
        .into()),
    }
}

impl From<Failure> for Need {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}
