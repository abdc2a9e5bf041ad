//! Does what `decide` says, for one system in one folder:
//!
//! ```text
//! DIR/station_status/2026-03-02T18-41-00Z-000001.parquet
//! DIR/vehicle_status/…
//! DIR/station_information.json and the like, as they came last
//! DIR/journal/000002.journal, what is not packed yet
//! DIR/recorder.state, DIR/recorder.lock
//! ```

use super::decide::{Effect, Event, Memory, Now, Pace, Recorder};
use super::fetch::Fetcher;
use super::snapshot::{Rows, Snapshot};
use super::{journal, pack};
use crate::domain::Instant;
use std::collections::VecDeque;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::hash::{BuildHasher, Hasher};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant as Steady, SystemTime, UNIX_EPOCH};

const JOURNALS: &str = "journal";
const STATE: &str = "recorder.state";
const LOCK: &str = "recorder.lock";
/// A journal is packed when it is this large, or a day old.
const PACK_BYTES: u64 = 64 << 20;
const PACK_AFTER: Duration = Duration::from_hours(24);

/// How to record.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    pub pace: Pace,
    pub timeout: Duration,
    /// `None`: until it is stopped.
    pub lasts: Option<Duration>,
}

#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RecordError {
    #[error("{path}: {cause}")]
    Io { path: PathBuf, cause: io::Error },
    #[error("{path}: another process records here; expected a folder of its own for each")]
    Locked { path: PathBuf },
    #[error("{path}: the state of an earlier recording cannot be read: {cause}; expected JSON")]
    State { path: PathBuf, cause: String },
    #[error("{path}: cannot be packed: {cause}")]
    Pack { path: PathBuf, cause: String },
}

fn io_of(path: &Path) -> impl FnOnce(io::Error) -> RecordError + use<> {
    let path = path.to_owned();
    move |cause| RecordError::Io { path, cause }
}

/// Records a system until its time is over. What can be mended by waiting is told on standard error and waited for.
pub fn record(name: &str, url: &str, dir: &Path, settings: &Settings) -> Result<(), RecordError> {
    let mut folder = Folder::open(name, dir)?;
    let mut recorder = Recorder::new(url, settings.pace, folder.memory.clone());
    let fetcher = Fetcher::new(settings.timeout);
    let began = Steady::now();
    let now = || Now {
        wall: Instant(wall_ms()),
        steady_ms: u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX),
    };
    let is_over = || settings.lasts.is_some_and(|lasts| began.elapsed() >= lasts);
    while !is_over() {
        let mut effects: VecDeque<Effect> = recorder.step(Event::Tick, now()).into();
        while let Some(effect) = effects.pop_front() {
            let event = match effect {
                Effect::Fetch(request) => {
                    let outcome = fetcher.get(&request.url);
                    Some(Event::Answer { request, outcome })
                }
                Effect::Keep(snapshot) => match folder.keep(&snapshot) {
                    Ok(()) => Some(Event::Kept(snapshot.identity())),
                    // It was not kept, so the next poll brings it again.
                    Err(error) => {
                        say(name, &error.to_string());
                        None
                    }
                },
                Effect::Save { kind, bytes } => {
                    let path = dir.join(format!("{}.json", kind.name()));
                    if let Err(error) = save_if_new(&path, &bytes) {
                        say(name, &error.to_string());
                    }
                    None
                }
                Effect::Say(text) => {
                    say(name, &text);
                    None
                }
            };
            if let Some(event) = event {
                // What follows from an answer comes before the rest.
                for effect in recorder.step(event, now()).into_iter().rev() {
                    effects.push_front(effect);
                }
            }
        }
        folder.memory = recorder.memory.clone();
        if folder.is_due()
            && let Err(error) = folder.pack()
        {
            say(name, &error.to_string());
        }
        let wait = recorder.next_ms().saturating_sub(now().steady_ms);
        let left = settings
            .lasts
            .map(|lasts| lasts.saturating_sub(began.elapsed()));
        let wait = Duration::from_millis(wait);
        thread::sleep(left.map_or(wait, |left| wait.min(left)));
    }
    folder.pack()
}

/// Packs what earlier recordings left in the journal.
pub fn pack_all(name: &str, dir: &Path) -> Result<(), RecordError> {
    Folder::open(name, dir)?.pack()
}

fn say(name: &str, text: &str) {
    eprintln!("{} {name}: {text}", Instant(wall_ms()));
}

fn wall_ms() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| {
        i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
    })
}

/// The folder of a system, which one process holds.
struct Folder {
    name: String,
    dir: PathBuf,
    memory: Memory,
    /// Held as long as the folder is.
    _lock: File,
    /// The journal that is written: its number, file and beginning.
    open: Option<(u64, File, Steady)>,
    last_number: u64,
}

impl Folder {
    fn open(name: &str, dir: &Path) -> Result<Self, RecordError> {
        let journals = dir.join(JOURNALS);
        fs::create_dir_all(&journals).map_err(io_of(&journals))?;
        let path = dir.join(LOCK);
        let lock = File::create(&path).map_err(io_of(&path))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(RecordError::Locked { path }),
            Err(TryLockError::Error(cause)) => return Err(RecordError::Io { path, cause }),
        }
        let mut folder = Self {
            name: name.to_owned(),
            dir: dir.to_owned(),
            memory: memory(&dir.join(STATE))?,
            _lock: lock,
            open: None,
            last_number: 0,
        };
        for (number, path) in folder.journals()? {
            folder.last_number = folder.last_number.max(number);
            let bytes = fs::read(&path).map_err(io_of(&path))?;
            for snapshot in journal::snapshots(&bytes).0 {
                folder.memory.remember(snapshot.identity());
            }
        }
        folder.last_number = folder.last_number.max(folder.packed_number());
        // The salt must be on the disk before anything is named by it.
        folder.write_memory()?;
        Ok(folder)
    }

    /// Unpacked journals by number.
    fn journals(&self) -> Result<Vec<(u64, PathBuf)>, RecordError> {
        let folder = self.dir.join(JOURNALS);
        let mut found = Vec::new();
        for entry in fs::read_dir(&folder).map_err(io_of(&folder))? {
            let path = entry.map_err(io_of(&folder))?.path();
            let is_journal = path.extension().is_some_and(|e| e == "journal");
            let number = path
                .file_stem()
                .and_then(|stem| stem.to_str()?.parse().ok());
            if let Some(number) = number.filter(|_| is_journal) {
                found.push((number, path));
            }
        }
        found.sort();
        Ok(found)
    }

    /// The highest number of a packed journal.
    fn packed_number(&self) -> u64 {
        let files = ["station_status", "vehicle_status"]
            .into_iter()
            .filter_map(|kind| fs::read_dir(self.dir.join(kind)).ok())
            .flatten()
            .filter_map(Result::ok);
        let numbers = files.filter_map(|entry| {
            let name = entry.file_name();
            let stem = name.to_str()?.strip_suffix(".parquet")?.to_owned();
            stem.rsplit_once('-')?.1.parse().ok()
        });
        numbers.max().unwrap_or(0)
    }

    /// The snapshot is on the disk when this returns.
    fn keep(&mut self, snapshot: &Snapshot) -> Result<(), RecordError> {
        let number = self.last_number + 1;
        let of = |number: u64| self.dir.join(JOURNALS).join(format!("{number:06}.journal"));
        if self.open.is_none() {
            let path = of(number);
            let file = OpenOptions::new()
                .create_new(true)
                .append(true)
                .open(&path)
                .map_err(io_of(&path))?;
            sync_folder(&self.dir.join(JOURNALS))?;
            self.open = Some((number, file, Steady::now()));
            self.last_number = number;
        }
        let Some((number, file, _)) = &mut self.open else {
            return Ok(());
        };
        let path = of(*number);
        let written = file.write_all(&journal::frame(snapshot));
        let written = written.and_then(|()| file.sync_data());
        if written.is_err() {
            // What comes next begins a file of its own.
            self.open = None;
        }
        written.map_err(io_of(&path))
    }

    fn is_due(&self) -> bool {
        self.open.as_ref().is_some_and(|(_, file, began)| {
            let bytes = file.metadata().map_or(0, |metadata| metadata.len());
            bytes >= PACK_BYTES || began.elapsed() >= PACK_AFTER
        })
    }

    /// Packs all journals. Each step can be done again: a kill at any point leaves nothing lost and nothing twice.
    fn pack(&mut self) -> Result<(), RecordError> {
        self.open = None;
        for (number, path) in self.journals()? {
            let bytes = fs::read(&path).map_err(io_of(&path))?;
            let (snapshots, lost) = journal::snapshots(&bytes);
            if lost > 0 {
                say(
                    &self.name,
                    &format!("{}: {lost} bytes of broken frames", path.display()),
                );
            }
            let failed = |cause| RecordError::Pack {
                path: path.clone(),
                cause,
            };
            let is_station = |s: &&Snapshot| matches!(s.rows, Rows::Stations(_));
            for (kind, packed, first) in [
                (
                    "station_status",
                    pack::stations(&self.name, &snapshots).map_err(failed)?,
                    snapshots
                        .iter()
                        .filter(is_station)
                        .map(|s| s.fetched_at)
                        .min(),
                ),
                (
                    "vehicle_status",
                    pack::vehicles(&self.name, &snapshots).map_err(failed)?,
                    snapshots
                        .iter()
                        .filter(|s| !is_station(s))
                        .map(|s| s.fetched_at)
                        .min(),
                ),
            ] {
                if let Some((bytes, first)) = packed.zip(first) {
                    let stamp = first.to_string().replace(':', "-");
                    let file = self
                        .dir
                        .join(kind)
                        .join(format!("{stamp}-{number:06}.parquet"));
                    save(&file, &bytes)?;
                }
            }
            self.write_memory()?;
            fs::remove_file(&path).map_err(io_of(&path))?;
        }
        sync_folder(&self.dir.join(JOURNALS))
    }

    fn write_memory(&self) -> Result<(), RecordError> {
        let bytes = serde_json::to_vec(&self.memory).unwrap_or_default();
        save(&self.dir.join(STATE), &bytes)
    }
}

fn memory(path: &Path) -> Result<Memory, RecordError> {
    match fs::read(path) {
        Ok(bytes) => serde_json::from_slice(&bytes).map_err(|e| RecordError::State {
            path: path.to_owned(),
            cause: e.to_string(),
        }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Memory {
            salt: salt(),
            ..Memory::default()
        }),
        Err(cause) => Err(RecordError::Io {
            path: path.to_owned(),
            cause,
        }),
    }
}

/// A secret from the keys that the standard library draws from the system for its hash maps.
fn salt() -> String {
    let draw = || {
        let mut hasher = std::hash::RandomState::new().build_hasher();
        hasher.write_i64(wall_ms());
        hasher.finish()
    };
    format!("{:016x}{:016x}", draw(), draw())
}

fn save_if_new(path: &Path, bytes: &[u8]) -> Result<(), RecordError> {
    if fs::read(path).is_ok_and(|known| known == bytes) {
        return Ok(());
    }
    save(path, bytes)
}

/// Writes a whole file or none: beside its place, onto the disk, then into its place.
fn save(path: &Path, bytes: &[u8]) -> Result<(), RecordError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(io_of(folder))?;
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    let beside = PathBuf::from(beside);
    let mut file = File::create(&beside).map_err(io_of(&beside))?;
    file.write_all(bytes)
        .and_then(|()| file.sync_all())
        .map_err(io_of(&beside))?;
    fs::rename(&beside, path).map_err(io_of(path))?;
    sync_folder(folder)
}

/// A new name in a folder is on the disk when the folder is.
fn sync_folder(folder: &Path) -> Result<(), RecordError> {
    if cfg!(unix) {
        File::open(folder)
            .and_then(|folder| folder.sync_all())
            .map_err(io_of(folder))?;
    }
    Ok(())
}
