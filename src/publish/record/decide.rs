//! What to do next, without doing it: which address to fetch, which answer to keep. Time comes in with each event: the
//! wall clock labels snapshots and may jump; the steady clock, which may not, says when to poll.

use super::snapshot::{Identity, Snapshot};
use crate::domain::Instant;
use crate::read::gbfs::{self, Feed, Kind};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, VecDeque};

/// Both clocks at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    pub wall: Instant,
    /// Milliseconds since some moment; never goes back.
    pub steady_ms: u64,
}

/// How often.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// Milliseconds between polls of what changes by the minute, and of what hardly changes.
    pub every_ms: u64,
    pub slow_ms: u64,
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    pub kind: Kind,
    pub url: String,
}

/// What came of a request.
#[derive(Clone, Debug)]
pub struct Response {
    pub status: u16,
    /// Seconds that the server asks to wait.
    pub retry_after_s: Option<u64>,
    pub bytes: Vec<u8>,
}

#[derive(Debug)]
pub enum Event {
    /// It is time to see what is due.
    Tick,
    Answer {
        request: Request,
        /// Without an answer: why.
        outcome: Result<Response, String>,
    },
    /// A snapshot is on the disk.
    Kept(Identity),
}

#[derive(Debug, PartialEq)]
pub enum Effect {
    Fetch(Request),
    /// Write it to the journal, then say `Kept`.
    Keep(Box<Snapshot>),
    /// Write an answer as it is, where it differs from what is there.
    Save {
        kind: Kind,
        bytes: Vec<u8>,
    },
    /// Something that a person may want to know.
    Say(String),
}

/// What must outlive the process, beside the journal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Memory {
    /// The secret of the pseudonyms.
    pub salt: String,
    /// The last identities of each kind, the newest last.
    pub seen: BTreeMap<String, VecDeque<Identity>>,
}

/// Feeds behind several servers go back and forth between a few answers.
const REMEMBERED: usize = 32;
/// So many failures in a row of one address, and the list of addresses is read again.
const FAILURES: u32 = 3;
/// A clock that jumps by more than this is told.
const JUMP_MS: i64 = 5_000;
/// No server makes us wait for longer.
const LONGEST_WAIT_S: u64 = 3_600;

impl Memory {
    pub fn remember(&mut self, identity: Identity) {
        let seen = self.seen.entry(identity.kind.clone()).or_default();
        if !seen.contains(&identity) {
            seen.push_back(identity);
        }
        while seen.len() > REMEMBERED {
            seen.pop_front();
        }
    }

    fn has(&self, identity: &Identity) -> bool {
        let seen = self.seen.get(&identity.kind);
        seen.is_some_and(|seen| seen.contains(identity))
    }
}

/// One system that is recorded.
#[derive(Debug)]
pub struct Recorder {
    /// Of its `gbfs.json`.
    url: String,
    pace: Pace,
    pub memory: Memory,
    feeds: Vec<Feed>,
    list_due_ms: u64,
    slow_due_ms: BTreeMap<Kind, u64>,
    next_poll_ms: u64,
    /// Failures in a row, by kind.
    failures: BTreeMap<Kind, u32>,
    last: Option<Now>,
}

impl Recorder {
    #[must_use]
    pub fn new(url: &str, pace: Pace, memory: Memory) -> Self {
        Self {
            url: url.to_owned(),
            pace,
            memory,
            feeds: Vec::new(),
            list_due_ms: 0,
            slow_due_ms: BTreeMap::new(),
            next_poll_ms: 0,
            failures: BTreeMap::new(),
            last: None,
        }
    }

    /// When there is something to do again, by the steady clock.
    #[must_use]
    pub const fn next_ms(&self) -> u64 {
        self.next_poll_ms
    }

    pub fn step(&mut self, event: Event, now: Now) -> Vec<Effect> {
        let mut effects = Vec::new();
        effects.extend(self.jump(now).map(Effect::Say));
        match event {
            Event::Tick => self.tick(now, &mut effects),
            Event::Kept(identity) => self.memory.remember(identity),
            Event::Answer { request, outcome } => {
                let kind = request.kind;
                match self.answer(&request, outcome, now) {
                    Ok(found) => {
                        if self.failures.remove(&kind).is_some() {
                            effects.push(Effect::Say(format!("{} answers again", request.url)));
                        }
                        effects.extend(found);
                    }
                    Err(why) => effects.extend(self.failed(&request, &why, now)),
                }
                if kind == Kind::Discovery {
                    // Also after a failure: with the addresses that were known before.
                    self.fetch_due(now, &mut effects);
                }
            }
        }
        effects
    }

    /// Notes both clocks, and tells by how much the wall clock jumped.
    fn jump(&mut self, now: Now) -> Option<String> {
        let last = self.last.replace(now)?;
        let steady = i64::try_from(now.steady_ms.saturating_sub(last.steady_ms)).ok()?;
        let by = now.wall.0 - last.wall.0 - steady;
        (by.abs() > JUMP_MS).then(|| {
            let seconds = by as f64 / 1_000.0;
            format!("the clock of this computer jumped by {seconds:+.0} s; polls go on as before")
        })
    }

    fn tick(&mut self, now: Now, effects: &mut Vec<Effect>) {
        if now.steady_ms < self.next_poll_ms {
            return;
        }
        // The next beat of the same rhythm: beats that were slept through are not made up for.
        let every = self.pace.every_ms.max(1);
        let late = now.steady_ms - self.next_poll_ms;
        self.next_poll_ms = if self.next_poll_ms == 0 {
            now.steady_ms + every
        } else {
            self.next_poll_ms + (late / every + 1) * every
        };
        if now.steady_ms >= self.list_due_ms {
            self.list_due_ms = now.steady_ms + self.pace.slow_ms;
            effects.push(Effect::Fetch(Request {
                kind: Kind::Discovery,
                url: self.url.clone(),
            }));
        } else {
            self.fetch_due(now, effects);
        }
    }

    fn fetch_due(&mut self, now: Now, effects: &mut Vec<Effect>) {
        for feed in &self.feeds {
            if !is_fast(feed.kind) {
                let due = self.slow_due_ms.entry(feed.kind).or_default();
                if now.steady_ms < *due {
                    continue;
                }
                *due = now.steady_ms + self.pace.slow_ms;
            }
            effects.push(Effect::Fetch(Request {
                kind: feed.kind,
                url: feed.url.clone(),
            }));
        }
    }

    fn answer(
        &mut self,
        request: &Request,
        outcome: Result<Response, String>,
        now: Now,
    ) -> Result<Vec<Effect>, String> {
        let response = outcome?;
        if response.status != 200 {
            if let Some(seconds) = response.retry_after_s {
                let wait = now.steady_ms + seconds.min(LONGEST_WAIT_S) * 1_000;
                self.next_poll_ms = self.next_poll_ms.max(wait);
            }
            return Err(format!("status {}; expected 200", response.status));
        }
        let bytes = response.bytes;
        let kind = request.kind;
        if is_fast(kind) {
            let salt = &self.memory.salt;
            let snapshot = Snapshot::read(&request.url, &bytes, kind, now.wall, salt)
                .map_err(|e| e.to_string())?;
            if self.memory.has(&snapshot.identity()) {
                return Ok(Vec::new());
            }
            return Ok(vec![Effect::Keep(Box::new(snapshot))]);
        }
        let parsed = gbfs::parse(&request.url, &bytes).map_err(|e| e.to_string())?;
        if kind == Kind::Discovery {
            self.feeds = gbfs::discovery(&request.url, &parsed, &[]).map_err(|e| e.to_string())?;
            return Ok(Vec::new());
        }
        // Only a file of its kind takes the place of the one that is there.
        if parsed.kind() != Some(kind) {
            return Err(format!("{}: it is no {}", request.url, kind.name()));
        }
        Ok(vec![Effect::Save { kind, bytes }])
    }

    fn failed(&mut self, request: &Request, why: &str, now: Now) -> Option<Effect> {
        let failures = self.failures.entry(request.kind).or_default();
        *failures += 1;
        let (is_first, is_due) = (*failures == 1, (*failures).is_multiple_of(FAILURES));
        if request.kind == Kind::Discovery {
            // Not at once, and not only in an hour.
            self.list_due_ms = now.steady_ms + self.pace.every_ms;
        } else if is_due {
            self.list_due_ms = 0;
        }
        if !is_fast(request.kind) {
            self.slow_due_ms
                .insert(request.kind, now.steady_ms + self.pace.every_ms);
        }
        // An outage is told once, however long it lasts.
        is_first.then(|| Effect::Say(format!("{}: {why}", request.url)))
    }
}

/// Changes by the minute, and is kept snapshot by snapshot.
const fn is_fast(kind: Kind) -> bool {
    matches!(kind, Kind::StationStatus | Kind::VehicleStatus)
}
