//! What was fetched, parsed once; what is on its way; what failed.

use super::piece::{Kind, Piece};
use super::verify::verify;
use super::{Effect, FetchError, Fetched};
use crate::catalog::{Catalog, jsonld};
use crate::domain::{Calendar, Street, Zone};
use crate::query::Failure;
use crate::read::published::{self, Footer, PublishedError};
use crate::table::{CountIndex, SummaryRow};
use std::collections::HashMap;
use std::rc::Rc;

/// Bytes of row groups that are kept; the ones not used for longest go first.
pub const MEMORY_BUDGET: usize = 48 * 1024 * 1024;

/// Why there is no answer yet, or none at all.
#[derive(Debug)]
pub(super) enum Need {
    Pieces(Vec<Piece>),
    Failed(Failure),
}

#[derive(Clone, Debug)]
enum Content {
    Catalog(Rc<Opened>),
    Streets(Rc<Vec<Street>>),
    Calendar(Rc<Calendar>),
    Summary(Rc<Vec<SummaryRow>>),
    Index(Rc<CountIndex>),
    Footer(Rc<Footer>),
    RowGroup(Rc<Vec<u8>>),
}

/// A catalogue whose zone is known.
#[derive(Debug)]
pub(super) struct Opened {
    pub catalog: Catalog,
    pub zone: Zone,
}

#[derive(Debug)]
enum State {
    Pending { token: u32 },
    Ready { content: Content, used: u64 },
    Failed(Failure),
}

#[derive(Debug, Default)]
pub(super) struct Store {
    pieces: HashMap<Piece, State>,
    /// Pieces that failed or were cleared once: the next try passes by every cache.
    distrusted: Vec<String>,
    distrusts_all: bool,
    next_token: u32,
    clock: u64,
}

impl Store {
    pub fn catalog(&mut self) -> Result<Rc<Opened>, Need> {
        match self.get(&Piece::catalog())? {
            Content::Catalog(catalog) => Ok(catalog),
            _ => Err(Need::Pieces(Vec::new())),
        }
    }

    /// A parsed piece, by the getter of its kind below; otherwise what to do about it.
    fn get(&mut self, piece: &Piece) -> Result<Content, Need> {
        self.clock += 1;
        match self.pieces.get_mut(piece) {
            Some(State::Ready { content, used }) => {
                *used = self.clock;
                Ok(content.clone())
            }
            Some(State::Failed(failure)) => Err(Need::Failed(failure.clone())),
            Some(State::Pending { .. }) | None => Err(Need::Pieces(vec![piece.clone()])),
        }
    }

    /// Says what to fetch for a piece that is neither there nor on its way.
    pub fn request(&mut self, piece: &Piece) -> Option<Effect> {
        if self.pieces.contains_key(piece) {
            return None;
        }
        let token = self.next_token;
        self.next_token = self.next_token.wrapping_add(1);
        self.pieces.insert(piece.clone(), State::Pending { token });
        let part = piece.expected.as_ref().filter(|expected| expected.is_part);
        Some(Effect::Fetch {
            token,
            path: piece.path.clone(),
            range: part.map(|part| part.offset..part.offset + part.length),
            is_fresh: self.distrusts_all || self.distrusted.contains(&piece.path),
        })
    }

    pub fn arrive(&mut self, token: u32, outcome: Result<Fetched, FetchError>) {
        let pending = |state: &State| matches!(state, State::Pending { token: t } if *t == token);
        let Some(piece) = self
            .pieces
            .iter()
            .find(|(_, state)| pending(state))
            .map(|(piece, _)| piece.clone())
        else {
            // Aborted before it came.
            return;
        };
        self.clock += 1;
        let state = match verify(&piece, outcome).and_then(|bytes| parse(&piece, bytes)) {
            Ok(content) => State::Ready {
                content,
                used: self.clock,
            },
            Err(failure) => {
                if !self.distrusted.contains(&piece.path) {
                    self.distrusted.push(piece.path.clone());
                }
                State::Failed(failure)
            }
        };
        self.pieces.insert(piece, state);
    }

    pub fn is_pending(&self, piece: &Piece) -> bool {
        !matches!(self.pieces.get(piece), Some(State::Ready { .. }))
    }

    pub fn forget_failures(&mut self) {
        self.pieces
            .retain(|_, state| !matches!(state, State::Failed(_)));
    }

    /// Forgets everything; the tokens of what is on its way.
    pub fn clear(&mut self) -> Vec<u32> {
        self.distrusts_all = true;
        let pending = self.pieces.drain().filter_map(|(_, state)| match state {
            State::Pending { token } => Some(token),
            _ => None,
        });
        let mut tokens: Vec<u32> = pending.collect();
        tokens.sort_unstable();
        tokens
    }

    /// Forgets what is on its way and wanted by nobody; its tokens.
    pub fn abandon(&mut self, wanted: &[&Piece]) -> Vec<u32> {
        let mut tokens = Vec::new();
        self.pieces.retain(|piece, state| match state {
            State::Pending { token } if !wanted.contains(&piece) => {
                tokens.push(*token);
                false
            }
            _ => true,
        });
        tokens.sort_unstable();
        tokens
    }

    /// Lets go of row groups above the budget, the longest unused first.
    pub fn evict(&mut self) {
        let mut groups: Vec<(u64, usize, Piece)> = self
            .pieces
            .iter()
            .filter_map(|(piece, state)| match state {
                State::Ready {
                    content: Content::RowGroup(bytes),
                    used,
                } => Some((*used, bytes.len(), piece.clone())),
                _ => None,
            })
            .collect();
        let mut held: usize = groups.iter().map(|(_, bytes, _)| bytes).sum();
        groups.sort_by_key(|(used, _, _)| *used);
        for (_, bytes, piece) in groups {
            if held <= MEMORY_BUDGET {
                break;
            }
            self.pieces.remove(&piece);
            held -= bytes;
        }
    }
}

/// A getter per kind: the parsed piece, or `Need`.
macro_rules! getters {
    ($($name:ident: $variant:ident -> $type:ty;)*) => {
        impl Store {
            $(pub fn $name(&mut self, piece: &Piece) -> Result<Rc<$type>, Need> {
                match self.get(piece)? {
                    Content::$variant(content) => Ok(content),
                    _ => Err(Need::Pieces(vec![piece.clone()])),
                }
            })*
        }
    };
}

getters! {
    streets: Streets -> Vec<Street>;
    calendar: Calendar -> Calendar;
    summary: Summary -> Vec<SummaryRow>;
    index: Index -> CountIndex;
    footer: Footer -> Footer;
    row_group: RowGroup -> Vec<u8>;
}

/// Gathers what several lookups need, so that all of it is fetched at once.
#[derive(Default)]
pub(super) struct Gather(Vec<Piece>);

impl Gather {
    /// The value if it is there; notes what it needs otherwise. A failure ends the gathering.
    pub fn take<T>(&mut self, found: Result<T, Need>) -> Result<Option<T>, Need> {
        match found {
            Ok(value) => Ok(Some(value)),
            Err(Need::Pieces(pieces)) => {
                self.0.extend(pieces);
                Ok(None)
            }
            Err(failed @ Need::Failed(_)) => Err(failed),
        }
    }

    /// Everything that is missing.
    pub fn missing(self) -> Need {
        Need::Pieces(self.0)
    }

    pub fn is_complete(&self) -> bool {
        self.0.is_empty()
    }
}

fn parse(piece: &Piece, bytes: Vec<u8>) -> Result<Content, Failure> {
    let unreadable = |place: String, expected: String| Failure::Unreadable {
        file: piece.path.clone(),
        place,
        expected,
    };
    let published = |error: PublishedError| unreadable(error.place, error.expected);
    let json = |error: serde_json::Error| {
        unreadable(
            format!("line {}, column {}", error.line(), error.column()),
            error.to_string(),
        )
    };
    Ok(match piece.kind {
        Kind::Catalog => {
            let catalog = jsonld::decode(&bytes).map_err(|e| {
                unreadable(format!("line {}, column {}", e.line, e.column), e.expected)
            })?;
            let zone = Zone::parse(&catalog.town.zone).ok_or_else(|| {
                unreadable(
                    "sb:zone".into(),
                    format!("a time zone, found {}", catalog.town.zone),
                )
            })?;
            Content::Catalog(Rc::new(Opened { catalog, zone }))
        }
        Kind::Streets => Content::Streets(Rc::new(
            published::streets::decode(&bytes).map_err(published)?,
        )),
        Kind::Calendar => Content::Calendar(Rc::new(serde_json::from_slice(&bytes).map_err(json)?)),
        Kind::Summary => Content::Summary(Rc::new(
            published::summary::decode(&bytes).map_err(published)?,
        )),
        Kind::Index => Content::Index(Rc::new(serde_json::from_slice(&bytes).map_err(json)?)),
        Kind::Footer => Content::Footer(Rc::new(published::footer(&bytes).map_err(published)?)),
        Kind::RowGroup => Content::RowGroup(Rc::new(bytes)),
    })
}
