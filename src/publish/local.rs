//! Answers a question from a folder on disk, with the same engine that the browser's worker runs.

use crate::engine::{Effect, Engine, Event, FetchError, Fetched};
use crate::query::message::Reply;
use crate::query::{Answer, Failure, Query};
use bytes::Bytes;
use std::collections::VecDeque;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;
use std::path::Path;

/// The answer to `query` over the published folder `dir`.
pub fn ask(dir: &Path, query: Query) -> Result<Answer, Failure> {
    Asker::new(dir).ask(query)
}

/// Asks one folder again and again; the catalogue is read once.
#[derive(Debug)]
pub struct Asker<'a> {
    dir: &'a Path,
    engine: Engine,
}

impl<'a> Asker<'a> {
    #[must_use]
    pub fn new(dir: &'a Path) -> Self {
        let engine = Engine::patient();
        Self { dir, engine }
    }

    pub fn ask(&mut self, query: Query) -> Result<Answer, Failure> {
        let dir = self.dir;
        drive(
            &mut self.engine,
            query,
            &mut |path, range| match read(&dir.join(path), range) {
                Ok(fetched) => Ok(fetched),
                Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Fetched {
                    status: 404,
                    content_range: None,
                    bytes: Bytes::new(),
                }),
                Err(_) => Err(FetchError::Unreachable),
            },
        )
    }
}

/// Gets a file, or a range of it.
pub type Fetch<'a> = dyn FnMut(&str, Option<Range<u64>>) -> Result<Fetched, FetchError> + 'a;

/// The same with any way of getting bytes.
pub fn ask_with(query: Query, fetch: &mut Fetch<'_>) -> Result<Answer, Failure> {
    drive(&mut Engine::patient(), query, fetch)
}

fn drive(engine: &mut Engine, query: Query, fetch: &mut Fetch<'_>) -> Result<Answer, Failure> {
    let mut effects: VecDeque<Effect> = engine.step(Event::Ask { id: 0, query }).into();
    while let Some(effect) = effects.pop_front() {
        match effect {
            Effect::Fetch {
                token, path, range, ..
            } => {
                let outcome = fetch(&path, range);
                effects.extend(engine.step(Event::Fetched { token, outcome }));
            }
            Effect::Reply(Reply::Answer { answer, .. }) => return Ok(answer),
            Effect::Reply(Reply::Failure { failure, .. }) => return Err(failure),
            Effect::Reply(_) | Effect::Abort { .. } | Effect::Rest => {}
        }
    }
    Err(Failure::WorkerGone {
        detail: "the engine stopped without an answer".into(),
    })
}

fn read(path: &Path, range: Option<Range<u64>>) -> io::Result<Fetched> {
    let mut file = File::open(path)?;
    let mut bytes = Vec::new();
    let Some(range) = range else {
        file.read_to_end(&mut bytes)?;
        return Ok(Fetched {
            status: 200,
            content_range: None,
            bytes: bytes.into(),
        });
    };
    let whole = file.metadata()?.len();
    if range.start >= whole {
        return Ok(Fetched {
            status: 416,
            content_range: Some((0, whole)),
            bytes: bytes.into(),
        });
    }
    file.seek(SeekFrom::Start(range.start))?;
    file.take(range.end - range.start).read_to_end(&mut bytes)?;
    Ok(Fetched {
        status: 206,
        content_range: Some((range.start, whole)),
        bytes: bytes.into(),
    })
}
