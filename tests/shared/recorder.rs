//! The recorder against a server that misbehaves, and against kills: nothing that it had is lost, nothing is twice.

use arrow_array::cast::AsArray;
use arrow_array::types::{Int64Type, TimestampMillisecondType};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant as Steady};
use straatbeeld::domain::Instant;
use straatbeeld::publish::record::decide::{Effect, Event, Memory, Now, Pace, Recorder, Response};
use straatbeeld::read::gbfs::Kind;

/// 2 March 2026.
const BASE_S: u64 = 1_772_434_800;
const POLLS: u64 = 1_000;
const TIMEOUT: Duration = Duration::from_millis(200);
/// Longer than this it does not get on.
const MOST: Duration = Duration::from_secs(400);
const KILLED: &str = "/killed";

/// SplitMix64.
struct Random(u64);

impl Random {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % n
    }
}

/// What the server knows of what it sent.
struct Served {
    random: Random,
    /// Polls of the status so far, good or bad.
    polls: u64,
    /// The snapshot that is current.
    current: u64,
    /// The snapshot that was sent last, if the process that asked for it lives, and since when it may have asked.
    sent: Option<(u64, Steady)>,
    /// When the last request was done with.
    idle_since: Steady,
    /// Snapshots after which the same process asked on: it must have them.
    must_have: BTreeSet<u64>,
    may_have: BTreeSet<u64>,
    faults: BTreeMap<&'static str, u64>,
}

fn status(n: u64, version: u64) -> String {
    let at = BASE_S + n;
    if version == 3 {
        let time = Instant(i64::try_from(at).unwrap() * 1_000);
        format!(
            r#"{{"last_updated": "{time}", "ttl": 0, "version": "3.0", "data": {{"stations": [
            {{"station_id": "a", "num_vehicles_available": {n}, "is_installed": true, "is_renting": true, "is_returning": true, "last_reported": "{time}"}}]}}}}"#
        )
    } else {
        format!(
            r#"{{"last_updated": {at}, "ttl": 0, "version": "2.3", "data": {{"stations": [
            {{"station_id": "a", "num_bikes_available": {n}, "is_installed": true, "is_renting": true, "is_returning": true, "last_reported": {at}}}]}}}}"#
        )
    }
}

fn answer(stream: &mut TcpStream, head: &str, body: &str) -> bool {
    let text = format!(
        "HTTP/1.1 {head}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
    stream
        .write_all(text.as_bytes())
        .and_then(|()| stream.flush())
        .is_ok()
}

fn serve(stream: &mut TcpStream, address: &str, served: &Mutex<Served>) {
    let mut line = String::new();
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    if reader.read_line(&mut line).is_err() {
        return;
    }
    let mut header = String::new();
    while reader.read_line(&mut header).is_ok_and(|n| n > 2) {
        header.clear();
    }
    let mut served = served.lock().unwrap();
    let sent = served.sent.take();
    if line.contains(KILLED) {
        answer(stream, "200 OK", "");
        return;
    }
    // The same process asks again, and so soon that it cannot have given up waiting: it is done with what it got.
    if let Some((n, since)) = sent
        && since.elapsed() < TIMEOUT / 2
    {
        served.must_have.insert(n);
    }
    if line.contains("gbfs.json") {
        let fault = served.random.below(10);
        let body = match fault {
            0 => "{\"data\": {}}".to_owned(),
            _ => format!(
                r#"{{"last_updated": {BASE_S}, "ttl": 0, "version": "2.3", "data": {{"en": {{"feeds": [
                {{"name": "station_status", "url": "http://{address}/station_status"}},
                {{"name": "station_information", "url": "http://{address}/station_information"}}]}}}}}}"#
            ),
        };
        answer(
            stream,
            if fault == 1 { "503 Busy" } else { "200 OK" },
            &body,
        );
        return;
    }
    if line.contains("station_information") {
        let body = r#"{"version": "2.3", "data": {"stations": [{"station_id": "a", "name": "A", "lat": 50.8, "lon": 3.2}]}}"#;
        let body = if served.random.below(4) == 0 {
            "<html>"
        } else {
            body
        };
        answer(stream, "200 OK", body);
        return;
    }
    served.polls += 1;
    // Each snapshot is there for a while, and sometimes an older one comes back.
    if served.random.below(3) > 0 {
        served.current += 1;
    }
    let n = served.current;
    let version = 2 + served.random.below(2);
    let body = status(n, version);
    let kinds = [
        "500",
        "404",
        "429",
        "reset",
        "short",
        "cut",
        "html",
        "kind",
        "slow",
        "empty answer",
        "not utf-8",
        "gzip",
    ];
    let kind = usize::try_from(served.random.below(30)).unwrap();
    if let Some(kind) = kinds.get(kind) {
        *served.faults.entry(*kind).or_default() += 1;
        match *kind {
            "500" => drop(answer(stream, "500 Broken", &body)),
            "404" => drop(answer(stream, "404 Not Found", &body)),
            "429" => drop(answer(stream, "429 Slow Down\r\nRetry-After: 0", "")),
            "reset" => {}
            "short" => {
                let head = format!(
                    "HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n",
                    body.len() + 9
                );
                let _ = stream.write_all(format!("{head}{body}").as_bytes());
            }
            "cut" => drop(answer(stream, "200 OK", &body[..body.len() / 2])),
            "html" => drop(answer(stream, "200 OK", "<html>maintenance</html>")),
            "kind" => drop(answer(stream, "200 OK", r#"{"data": {"bikes": []}}"#)),
            "slow" => {
                drop(served);
                let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{");
                std::thread::sleep(TIMEOUT + Duration::from_millis(50));
            }
            "empty answer" => drop(answer(stream, "200 OK", "")),
            "not utf-8" => {
                let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n{\"\xff");
            }
            _ => drop(answer(stream, "200 OK\r\nContent-Encoding: gzip", &body)),
        }
        return;
    }
    let older = served.random.below(12) == 0 && n > 3;
    let n = if older {
        n - 1 - served.random.below(3)
    } else {
        n
    };
    served.may_have.insert(n);
    if answer(stream, "200 OK", &status(n, 2 + served.random.below(2))) {
        served.sent = Some((n, served.idle_since));
    }
}

/// Kills with SIGKILL, as `kill -9`, and tells the server: once all that was asked before is answered, since it may lag
/// behind.
fn kill(mut recorder: Child, address: &str) {
    recorder.kill().unwrap();
    recorder.wait().unwrap();
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "GET {KILLED} HTTP/1.1\r\n\r\n").unwrap();
    stream.read_to_end(&mut Vec::new()).unwrap();
}

fn record(url: &str, out: &Path, every: &str) -> Child {
    Command::new(env!("CARGO_BIN_EXE_straatbeeld"))
        .arg("record")
        .arg(format!("town={url}"))
        .args([
            "--every",
            every,
            "--slow-every",
            "150ms",
            "--timeout",
            &format!("{}ms", TIMEOUT.as_millis()),
        ])
        .arg("--out")
        .arg(out)
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// How often each snapshot is in the packed files.
fn packed(folder: &Path) -> BTreeMap<u64, u64> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        assert_eq!(path.extension().unwrap(), "parquet", "{}", path.display());
        let file = fs::File::open(&path).unwrap();
        let reader = ParquetRecordBatchReaderBuilder::try_new(file).unwrap();
        for batch in reader.build().unwrap() {
            let batch = batch.unwrap();
            let number = batch.column_by_name("num_bikes_available").unwrap();
            let number = number.as_primitive::<Int64Type>();
            let updated = batch.column_by_name("last_updated").unwrap();
            let updated = updated.as_primitive::<TimestampMillisecondType>();
            for i in 0..batch.num_rows() {
                let n = number.value(i) as u64;
                assert_eq!(updated.value(i) as u64, (BASE_S + n) * 1_000);
                *found.entry(n).or_default() += 1;
            }
        }
    }
    found
}

#[test]
fn nothing_is_lost_and_nothing_is_twice_over_a_thousand_polls_of_a_bad_server_and_many_kills() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let served = Arc::new(Mutex::new(Served {
        random: Random(11),
        polls: 0,
        current: 0,
        sent: None,
        idle_since: Steady::now(),
        must_have: BTreeSet::new(),
        may_have: BTreeSet::new(),
        faults: BTreeMap::new(),
    }));
    let of_server = Arc::clone(&served);
    let own = address.clone();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            serve(&mut stream.unwrap(), &own, &of_server);
            of_server.lock().unwrap().idle_since = Steady::now();
        }
    });
    let out = tempfile::tempdir().unwrap();
    let url = format!("http://{address}/gbfs.json");
    let mut random = Random(5);
    let mut kills = 0;
    let began = Steady::now();
    while served.lock().unwrap().polls < POLLS {
        assert!(began.elapsed() < MOST, "it does not get on");
        let child = record(&url, out.path(), "5ms");
        std::thread::sleep(Duration::from_millis(150 + random.below(900)));
        kill(child, &address);
        kills += 1;
        if kills % 6 == 0 {
            // A second process must not get in between.
            let before = served.lock().unwrap().polls;
            let first = record(&url, out.path(), "5ms");
            // It asks, so the folder is its own.
            while served.lock().unwrap().polls == before {
                assert!(began.elapsed() < MOST, "it does not ask");
                std::thread::sleep(Duration::from_millis(10));
            }
            let second = record(&url, out.path(), "5ms").wait().unwrap();
            assert!(!second.success());
            kill(first, &address);
        }
        if kills % 4 == 0 {
            pack(out.path());
        }
    }
    pack(out.path());
    let served = served.lock().unwrap();
    let found = packed(&out.path().join("town/station_status"));
    println!(
        "{} polls, {kills} kills, {} snapshots kept, {} that must be there; faults {:?}",
        served.polls,
        found.len(),
        served.must_have.len(),
        served.faults
    );
    assert!(
        kills > 10 && served.faults.len() == 12,
        "{kills} {:?}",
        served.faults
    );
    assert!(served.must_have.len() > 200, "{}", served.must_have.len());
    for n in &served.must_have {
        assert_eq!(found.get(n), Some(&1), "snapshot {n}");
    }
    for (n, times) in &found {
        assert!(served.may_have.contains(n), "snapshot {n} was never sent");
        assert_eq!(*times, 1, "snapshot {n}");
    }
    assert!(out.path().join("town/station_information.json").is_file());
    let left = fs::read_dir(out.path().join("town/journal"))
        .unwrap()
        .count();
    assert_eq!(left, 0);
}

/// Packs what is there. Some packings are killed too.
fn pack(out: &Path) {
    let run = || {
        Command::new(env!("CARGO_BIN_EXE_straatbeeld"))
            .arg("record")
            .arg("--out")
            .arg(out)
            .spawn()
            .unwrap()
    };
    let mut killed = run();
    std::thread::sleep(Duration::from_millis(20));
    let _ = killed.kill();
    killed.wait().unwrap();
    assert!(run().wait().unwrap().success());
}

const PACE: Pace = Pace {
    every_ms: 60_000,
    slow_ms: 3_600_000,
};

fn salted() -> Memory {
    Memory {
        salt: "s".to_owned(),
        ..Memory::default()
    }
}

fn list() -> Vec<u8> {
    br#"{"version":"3.0","data":{"feeds":[{"name":"station_status","url":"u"},{"name":"vehicle_types","url":"t"}]}}"#.to_vec()
}

#[allow(clippy::unnecessary_wraps)] // An outcome, as a request has it.
fn good(bytes: Vec<u8>) -> Result<Response, String> {
    Ok(Response {
        status: 200,
        retry_after_s: None,
        bytes,
    })
}

/// Answers every request of a tick; the snapshots that were kept.
fn tick(
    recorder: &mut Recorder,
    now: Now,
    mut answer: impl FnMut(Kind) -> Result<Response, String>,
    said: &mut Vec<String>,
) -> Vec<u32> {
    let mut kept = Vec::new();
    let mut effects: Vec<Effect> = recorder.step(Event::Tick, now);
    while !effects.is_empty() {
        let event = match effects.remove(0) {
            Effect::Fetch(request) => {
                let outcome = answer(request.kind);
                Event::Answer { request, outcome }
            }
            Effect::Keep(snapshot) => {
                let text = serde_json::to_value(&snapshot).unwrap();
                let first = text["rows"]["stations"][0]["vehicles"].as_u64();
                kept.push(first.unwrap_or(0) as u32);
                Event::Kept(snapshot.identity())
            }
            Effect::Say(text) => {
                said.push(text);
                continue;
            }
            Effect::Save { .. } => continue,
        };
        effects.extend(recorder.step(event, now));
    }
    kept
}

fn at(steady_ms: u64) -> Now {
    Now {
        wall: Instant(1_772_434_800_000 + steady_ms as i64),
        steady_ms,
    }
}

#[test]
fn an_outage_is_told_once_and_a_list_that_moved_is_read_again() {
    let mut recorder = Recorder::new("l", PACE, salted());
    let (mut said, mut lists) = (Vec::new(), 0);
    for minute in 0..20_u64 {
        let kept = tick(
            &mut recorder,
            at(minute * 60_000),
            |kind| match kind {
                Kind::Discovery => {
                    lists += 1;
                    good(list())
                }
                Kind::StationStatus if (5..15).contains(&minute) => Err("no answer".to_owned()),
                Kind::StationStatus => good(status(minute, 2).into_bytes()),
                _ => Err("none".to_owned()),
            },
            &mut said,
        );
        assert_eq!(kept.is_empty(), (5..15).contains(&minute), "{minute}");
    }
    // Of the vehicle types and of the status one each, and that the status is back.
    assert_eq!(said, ["t: none", "u: no answer", "u answers again"]);
    // At first, and after every third failure: of the types 20, of the status 10.
    assert_eq!(lists, 1 + 20 / 3 + 10 / 3);
}

#[test]
fn a_poll_that_was_slept_through_is_not_made_up_for_and_the_rhythm_stays() {
    let mut recorder = Recorder::new("l", PACE, salted());
    let mut said = Vec::new();
    let mut due = Vec::new();
    for ms in [1_000, 61_000, 130_000, 1_000_000] {
        tick(&mut recorder, at(ms), |_| good(list()), &mut said);
        due.push(recorder.next_ms());
    }
    assert_eq!(due, [61_000, 121_000, 181_000, 1_021_000]);
    // Before its time nothing happens, and a server may ask for patience, but not without end.
    assert_eq!(recorder.step(Event::Tick, at(1_000_500)), []);
    let busy = |seconds| {
        Ok(Response {
            status: 429,
            retry_after_s: Some(seconds),
            bytes: Vec::new(),
        })
    };
    tick(&mut recorder, at(1_021_000), |_| busy(200), &mut said);
    assert_eq!(recorder.next_ms(), 1_221_000);
    tick(&mut recorder, at(1_221_000), |_| busy(u64::MAX), &mut said);
    assert_eq!(recorder.next_ms(), 1_221_000 + 3_600_000);
}

#[test]
fn what_could_not_be_written_is_kept_at_the_next_poll() {
    let mut recorder = Recorder::new("l", PACE, salted());
    let request = |kind| straatbeeld::publish::record::decide::Request {
        kind,
        url: "u".to_owned(),
    };
    for _ in 0..2 {
        let event = Event::Answer {
            request: request(Kind::StationStatus),
            outcome: good(status(7, 2).into_bytes()),
        };
        // Never answered by `Kept`: the disk was full.
        let effects = recorder.step(event, at(0));
        assert!(
            matches!(effects.as_slice(), [Effect::Keep(_)]),
            "{effects:?}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, rng_seed: RngSeed::Fixed(9), failure_persistence: None, ..ProptestConfig::default() })]

    /// A wall clock that jumps by hours, forwards and back, at any poll: each snapshot once, polls once a minute.
    #[test]
    fn a_clock_that_jumps_loses_and_doubles_nothing(
        jumps in prop::collection::vec((0_u64..120, -7_200_000_i64..7_200_000), 0..6),
        repeats in prop::collection::vec(1_u64..4, 120),
        restarts in prop::collection::btree_set(0_usize..120, 0..4),
    ) {
        let mut recorder = Recorder::new("l", PACE, salted());
        let mut said = Vec::new();
        let mut kept = Vec::new();
        let (mut snapshot, mut left) = (0_u64, 1);
        for poll in 0..120_u64 {
            let by: i64 = jumps.iter().filter(|(at, _)| *at <= poll).map(|(_, ms)| ms).sum();
            let steady_ms = poll * 60_000;
            let now = Now { wall: Instant(1_772_434_800_000 + steady_ms as i64 + by), steady_ms };
            // The feed changes at its own pace: the same snapshot comes one to three times.
            left -= 1;
            if left == 0 {
                snapshot += 1;
                left = repeats[poll as usize];
            }
            if restarts.contains(&(poll as usize)) {
                recorder = Recorder::new("l", PACE, recorder.memory.clone());
            }
            let answer = |kind| match kind {
                Kind::Discovery => good(list()),
                Kind::StationStatus => good(status(snapshot, 2).into_bytes()),
                _ => Err("none".to_owned()),
            };
            kept.extend(tick(&mut recorder, now, answer, &mut said));
        }
        let expected: Vec<u32> = (1..=snapshot as u32).collect();
        prop_assert_eq!(kept, expected);
    }
}
