//! What was fetched, parsed once; what is on its way; what failed.

use super::decoded::{Decoded, SegmentRows};
use super::piece::{Kind, Piece};
use super::verify::{verify, version};
use super::{Effect, FetchError, Fetched, LARGEST_WHOLE};
use crate::catalog::card::{self, Card};
use crate::catalog::{Catalog, jsonld};
use crate::domain::order::put_in_order;
use crate::domain::{Calendar, SegmentId, Street, Zone};
use crate::query::Failure;
use crate::query::data::Catalogs;
use crate::read::published::street_file::StreetFile;
use crate::read::published::{self, PublishedError};
use crate::table::SummaryRow;
use crate::table::months::MonthRow;
use bytes::Bytes;
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::rc::Rc;

/// Ranges of a file that lie nearer than this are fetched together: a request costs more than what lies between.
pub const NEAR: u64 = 16 * 1024;

/// Bytes of counts that are kept; the ones not used for longest go first.
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
    Months(Rc<Vec<MonthRow>>),
    Street(Rc<StreetFile>),
    Record(Rc<(String, Card)>),
    Catalogs(Rc<Catalogs>),
    Span(Bytes),
}

/// A catalogue whose zone is known.
#[derive(Debug)]
pub(super) struct Opened {
    pub catalog: Catalog,
    pub zone: Zone,
    /// Of this publication: what its files of streets must name.
    pub version: String,
}

#[derive(Debug)]
enum State {
    /// `start` is the first byte that was asked for.
    Pending {
        token: u32,
        start: u64,
        /// The whole file was asked for.
        is_whole: bool,
    },
    Ready {
        content: Content,
        used: u64,
    },
    Failed(Failure),
}

#[derive(Debug, Default)]
pub(super) struct Store {
    pieces: HashMap<Piece, State>,
    /// Pieces that failed or were cleared once: the next try passes by every cache.
    distrusted: Vec<String>,
    distrusts_all: bool,
    /// The host sent a whole file in place of a part: its parts are asked for at once.
    ignores_ranges: bool,
    /// Files of which no part could be had: they are asked for whole. Browsers refuse a part that a host packs.
    whole: Vec<String>,
    /// So long a file may be read whole.
    allowed: u64,
    next_token: u32,
    clock: u64,
    decoded: Decoded,
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

    /// Says what to fetch of pieces that are neither there nor on their way; pieces that lie near each other
    /// in a file are one request.
    pub fn request(&mut self, pieces: &[Piece]) -> Vec<Effect> {
        let mut new: Vec<&Piece> = Vec::new();
        for piece in pieces {
            if !self.pieces.contains_key(piece) && !new.contains(&piece) {
                new.push(piece);
            }
        }
        // What is asked for first stays first; parts of a file follow each other.
        let mut runs: Vec<(Option<Range<u64>>, Vec<&Piece>)> = Vec::new();
        for piece in new {
            let Some(range) = piece.range() else {
                runs.push((None, vec![piece]));
                continue;
            };
            let near = runs.iter_mut().find(|(known, run)| {
                let is_same = run.first().is_some_and(|first| first.path == piece.path);
                is_same
                    && known.as_ref().is_some_and(|known| {
                        self.ignores_ranges
                            || self.whole.contains(&piece.path)
                            || range.start <= known.end + NEAR && known.start <= range.end + NEAR
                    })
            });
            match near {
                Some((Some(known), run)) => {
                    *known = known.start.min(range.start)..known.end.max(range.end);
                    run.push(piece);
                }
                _ => runs.push((Some(range), vec![piece])),
            }
        }
        runs.into_iter()
            .filter_map(|(range, run)| {
                let token = self.next_token;
                self.next_token = self.next_token.wrapping_add(1);
                let path = run.first()?.path.clone();
                let range = range.filter(|_| !self.whole.contains(&path));
                let start = range.as_ref().map_or(0, |range| range.start);
                let is_whole = range.is_none();
                let wanted = run.iter().map(|piece| piece.bytes()).max();
                let most = self.allowed.max(LARGEST_WHOLE).max(wanted.unwrap_or(0));
                for piece in run {
                    let state = State::Pending {
                        token,
                        start,
                        is_whole,
                    };
                    self.pieces.insert(piece.clone(), state);
                }
                Some(Effect::Fetch {
                    token,
                    range,
                    is_fresh: self.distrusts_all || self.distrusted.contains(&path),
                    path,
                    most,
                })
            })
            .collect()
    }

    /// Files of so many bytes may be read whole from now on.
    pub fn allow_whole(&mut self, bytes: u64) {
        self.allowed = self.allowed.max(bytes);
    }

    /// How long the catalogue says that a file is.
    fn length_of(&self, path: &str) -> Option<u64> {
        let Some(State::Ready {
            content: Content::Catalog(opened),
            ..
        }) = self.pieces.get(&Piece::catalog())
        else {
            return None;
        };
        let datasets = &opened.catalog.datasets;
        let mut files = datasets.iter().flat_map(|d| &d.distributions);
        Some(files.find(|file| file.path == path)?.bytes)
    }

    /// The tokens of requests of which nothing is wanted any more.
    pub fn arrive(&mut self, token: u32, outcome: &Result<Fetched, FetchError>) -> Vec<u32> {
        // None where it was aborted before it came.
        let mut was_whole = false;
        let mut arrived: Vec<(Piece, u64)> = Vec::new();
        for (piece, state) in &self.pieces {
            if let State::Pending {
                token: t,
                start,
                is_whole,
            } = state
                && *t == token
            {
                was_whole = *is_whole;
                arrived.push((piece.clone(), *start));
            }
        }
        self.clock += 1;
        if matches!(outcome, Err(FetchError::Unreachable)) && self.asks_whole(&arrived, was_whole) {
            return Vec::new();
        }
        let mut unwanted = Vec::new();
        if matches!(outcome, Ok(fetched) if fetched.status == 200) {
            for (piece, start, token) in self.parts_on_their_way(&arrived) {
                arrived.push((piece, start));
                if !unwanted.contains(&token) {
                    unwanted.push(token);
                }
            }
        }
        for (piece, start) in arrived {
            self.ignores_ranges |= piece.range().is_some()
                && match outcome {
                    Ok(fetched) => fetched.status == 200,
                    Err(error) => matches!(error, FetchError::TooMuch { .. }),
                };
            let mut bytes = verify(&piece, outcome, start);
            // A host may pack what it sends, or not say how much it is.
            if let Err(Failure::NoRanges { bytes, .. }) = &mut bytes
                && let Some(length) = self.length_of(&piece.path)
            {
                *bytes = length.max(*bytes);
            }
            let state = match bytes.and_then(|bytes| parse(&piece, &bytes)) {
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
        unwanted
    }

    /// Other parts of a file of which all came in place of a part, each with its token.
    fn parts_on_their_way(&self, arrived: &[(Piece, u64)]) -> Vec<(Piece, u64, u32)> {
        let Some((first, _)) = arrived.first().filter(|(piece, _)| piece.range().is_some()) else {
            return Vec::new();
        };
        let others = self.pieces.iter().filter_map(|(piece, state)| match state {
            State::Pending { token, start, .. }
                if piece.path == first.path && !arrived.iter().any(|(one, _)| one == piece) =>
            {
                Some((piece.clone(), *start, *token))
            }
            _ => None,
        });
        others.collect()
    }

    /// Parts of which nothing came are asked for again, with the rest of their file, once; and with them other parts of
    /// it that are on their way.
    fn asks_whole(&mut self, arrived: &[(Piece, u64)], was_whole: bool) -> bool {
        let Some((first, _)) = arrived.first().filter(|(piece, _)| piece.range().is_some()) else {
            return false;
        };
        if was_whole {
            // Not this either: it was no fault of the range.
            self.whole.retain(|path| *path != first.path);
            return false;
        }
        if !self.whole.contains(&first.path) {
            self.whole.push(first.path.clone());
        }
        self.pieces.retain(|piece, state| {
            let is_part = matches!(
                state,
                State::Pending {
                    is_whole: false,
                    ..
                }
            );
            !is_part || piece.path != first.path
        });
        true
    }

    /// The host sends parts of this file, as far as is known.
    pub fn sends_parts(&self, path: &str) -> bool {
        !self.ignores_ranges && !self.whole.iter().any(|whole| whole == path)
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
        self.decoded.clear();
        let pending = self.pieces.drain().filter_map(|(_, state)| match state {
            State::Pending { token, .. } => Some(token),
            _ => None,
        });
        let tokens: BTreeSet<u32> = pending.collect();
        tokens.into_iter().collect()
    }

    /// Forgets what is on its way and wanted by nobody; the tokens of requests of which nothing is wanted.
    pub fn abandon(&mut self, wanted: &[&Piece]) -> Vec<u32> {
        let (mut unwanted, mut still) = (BTreeSet::new(), BTreeSet::new());
        for (piece, state) in &self.pieces {
            if let State::Pending { token, .. } = state {
                let tokens = if wanted.contains(&piece) {
                    &mut still
                } else {
                    &mut unwanted
                };
                tokens.insert(*token);
            }
        }
        let gone: Vec<u32> = unwanted.difference(&still).copied().collect();
        self.pieces.retain(
            |_, state| !matches!(state, State::Pending { token, .. } if gone.contains(token)),
        );
        gone
    }

    /// Lets go of counts above the budget, the longest unused first.
    pub fn evict(&mut self) {
        let mut groups: Vec<(u64, usize, Piece)> = self
            .pieces
            .iter()
            .filter_map(|(piece, state)| match state {
                State::Ready {
                    content: Content::Span(bytes),
                    used,
                } => Some((*used, bytes.len(), piece.clone())),
                _ => None,
            })
            .collect();
        let mut held: usize = groups.iter().map(|(_, bytes, _)| bytes).sum();
        put_in_order(&mut groups, &|a, b| a.0.cmp(&b.0));
        for (_, bytes, piece) in groups {
            if held <= MEMORY_BUDGET {
                break;
            }
            self.pieces.remove(&piece);
            held -= bytes;
        }
    }
}

impl Store {
    pub fn decoded(&mut self, segment: &SegmentId) -> Option<Rc<SegmentRows>> {
        self.decoded.get(segment)
    }

    pub fn keep(&mut self, segment: &SegmentId, rows: &Rc<SegmentRows>) {
        self.decoded.keep(segment, rows);
    }

    /// The bytes of a range.
    pub fn span(&mut self, piece: &Piece) -> Result<Bytes, Need> {
        match self.get(piece)? {
            Content::Span(bytes) => Ok(bytes),
            _ => Err(Need::Pieces(vec![piece.clone()])),
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
    months: Months -> Vec<MonthRow>;
    street: Street -> StreetFile;
    record: Record -> (String, Card);
    catalogs: Catalogs -> Catalogs;
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

fn parse(piece: &Piece, bytes: &Bytes) -> Result<Content, Failure> {
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
            let catalog = jsonld::decode(bytes).map_err(|e| {
                unreadable(format!("line {}, column {}", e.line, e.column), e.expected)
            })?;
            let zone = Zone::parse(&catalog.town.zone).ok_or_else(|| {
                unreadable(
                    "sb:zone".into(),
                    format!("a time zone, found {}", catalog.town.zone),
                )
            })?;
            let version = version(&catalog);
            Content::Catalog(Rc::new(Opened {
                catalog,
                zone,
                version,
            }))
        }
        Kind::Streets => Content::Streets(Rc::new(
            published::streets::decode(bytes).map_err(published)?,
        )),
        Kind::Calendar => Content::Calendar(Rc::new(serde_json::from_slice(bytes).map_err(json)?)),
        Kind::Summary => Content::Summary(Rc::new(
            published::summary::decode(bytes).map_err(published)?,
        )),
        Kind::Months => Content::Months(Rc::new(
            published::months::decode(bytes).map_err(published)?,
        )),
        Kind::Street => Content::Street(Rc::new(
            published::street_file::decode(bytes).map_err(published)?,
        )),
        Kind::Record => Content::Record(Rc::new(card::whole(bytes).ok_or_else(|| {
            unreadable("foaf:primaryTopic".into(), "the record of a dataset".into())
        })?)),
        Kind::Catalogs => Content::Catalogs(Rc::new(serde_json::from_slice(bytes).map_err(json)?)),
        Kind::Span => Content::Span(bytes.clone()),
    })
}
