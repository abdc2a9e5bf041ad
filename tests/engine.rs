//! The engine against hosts of every kind: those that serve ranges, that ignore them,
//! that cut, mangle or lose files, and that fail once and then work.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unnecessary_wraps
)]

use std::collections::BTreeMap;
use std::ops::Range;

use bytes::Bytes;
use straatbeeld::catalog::{Dataset, License, Town};
use straatbeeld::domain::time::HOUR_MS;
use straatbeeld::domain::{
    Calendar, CivilDate, Instant, LonLat, Mode, Names, SegmentId, SensorGeneration, Side, Street,
    StreetId, StreetSegment,
};
use straatbeeld::engine::{Effect, Engine, Event, FetchError, Fetched, LARGEST_WHOLE};
use straatbeeld::publish::folder::{self, TownData};
use straatbeeld::publish::local::{ask, ask_with};
use straatbeeld::publish::records::Stated;
use straatbeeld::query::answer::{CountedAnswer, Trend};
use straatbeeld::query::data::unpack;
use straatbeeld::query::message::Reply;
use straatbeeld::query::plate::{Pairing, PlateAnswer, PlateQuestion, Verdict};
use straatbeeld::query::{Answer, Failure, PeriodChoice, Query, StreetQuestion};
use straatbeeld::table::{CountRow, CountTable};
use tempfile::TempDir;

/// 1 January 2024, 0:00 in Brussels.
const START_MS: i64 = 1_704_063_600_000;

fn names(text: &str) -> Names {
    Names {
        by_language: [("nl".to_owned(), text.to_owned())].into(),
        aliases: Vec::new(),
    }
}

fn street(id: &str, lon: f64) -> Street {
    Street {
        id: StreetId(id.into()),
        names: names(id),
        municipality: String::new(),
        road_class: "residential".into(),
        segments: vec![StreetSegment {
            id: SegmentId(format!("segment-{id}")),
            label: String::new(),
            lines: vec![vec![LonLat { lon, lat: 50.8 }, LonLat { lon, lat: 50.801 }]],
            length_m: Some(111.0),
            limit_kmh: Some(30.0),
            side_names: None,
        }],
    }
}

/// Two counted streets and one without counts, sixty days of 24 hours; `a` has 100 cars each hour, `b` 10.
fn town() -> TempDir {
    let mut table = CountTable::new();
    for (id, cars) in [("a", 100.0), ("b", 10.0)] {
        for hour in 0..60 * 24 {
            let mut row = CountRow::empty(
                SegmentId(format!("segment-{id}")),
                Instant(START_MS + hour * HOUR_MS),
            );
            row.uptime = Some(1.0);
            row.sensor = Some(SensorGeneration::S2);
            row.set_volume(Mode::Car, Side::Both, Some(cars));
            table.push(&row);
        }
    }
    published(table)
}

/// `a` was counted for five years, with numbers that do not pack well, by a sensor that does or does not tell what it
/// sees in the dark.
fn town_of_years(tells_night: bool) -> TempDir {
    let mut table = CountTable::new();
    let mut noise = 7_u32;
    for hour in 0..5 * 365 * 24 {
        let mut row = CountRow::empty(
            SegmentId("segment-a".into()),
            Instant(START_MS + hour * HOUR_MS),
        );
        row.uptime = Some(1.0);
        row.sensor = Some(SensorGeneration::S2);
        for mode in [Mode::Car, Mode::Bike] {
            noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            // Once nothing passed.
            let passed = if hour == 40_000 { 0 } else { noise >> 16 };
            row.set_volume(mode, Side::Both, Some(f64::from(passed)));
            for side in [Side::Left, Side::Right] {
                row.set_volume(mode, side, Some(f64::from(noise >> 17)));
            }
        }
        row.set_volume(Mode::Night, Side::Both, tells_night.then_some(0.0));
        row.speed_5 = Some(std::array::from_fn(|bin| f64::from((noise >> bin) & 255)));
        table.push(&row);
    }
    published(table)
}

fn published(table: CountTable) -> TempDir {
    let data = TownData {
        near: Vec::new(),
        town: Town {
            id: "test".into(),
            names: names("Teststad"),
            is_demonstration: true,
            zone: "Europe/Brussels".into(),
            languages: vec!["nl".into()],
            centre: LonLat {
                lon: 3.0,
                lat: 50.8,
            },
        },
        streets: vec![street("a", 3.0), street("b", 3.01), street("c", 3.001)],
        calendar: Calendar::default(),
        datasets: vec![Dataset {
            id: "telraam".into(),
            title: names("Tellingen"),
            description: names("Tellingen"),
            publisher: "Teststad".into(),
            publisher_url: String::new(),
            license: License {
                name: "CC0 1.0".into(),
                url: "https://creativecommons.org/publicdomain/zero/1.0/".into(),
            },
            attribution: String::new(),
            retrieved: None,
            device: None,
            accuracy: Names::default(),
            steps: Vec::new(),
            distributions: Vec::new(),
        }],
        counts: vec![("telraam".into(), table)],
        ready: Vec::new(),
        extra: Vec::new(),
        foreign: Vec::new(),
        theme: Vec::new(),
        stated: Stated::default(),
    };
    let dir = tempfile::tempdir().unwrap();
    folder::write(dir.path(), &data, &mut |_| {}).unwrap();
    dir
}

fn question(street: &str) -> Query {
    Query::Street(StreetQuestion {
        street: StreetId(street.into()),
        segment: None,
        period: PeriodChoice::LastYear,
        mode: Mode::Car,
    })
}

type Files = BTreeMap<String, Vec<u8>>;

fn files(dir: &TempDir) -> Files {
    [
        "catalog.jsonld",
        "streets.geojson",
        "calendar.json",
        "summary/segments.parquet",
        "counts/telraam.parquet",
        "street/a.json",
        "street/b.json",
        "street/c.json",
    ]
    .into_iter()
    .map(|path| {
        (
            path.to_owned(),
            std::fs::read(dir.path().join(path)).unwrap(),
        )
    })
    .collect()
}

/// A well-behaved host.
fn serve(files: &Files, path: &str, range: Option<Range<u64>>) -> Result<Fetched, FetchError> {
    let Some(bytes) = files.get(path) else {
        return Ok(Fetched {
            status: 404,
            content_range: None,
            bytes: Bytes::new(),
        });
    };
    let whole = bytes.len() as u64;
    Ok(match range {
        None => Fetched {
            status: 200,
            content_range: None,
            bytes: bytes.clone().into(),
        },
        Some(range) if range.start >= whole => Fetched {
            status: 416,
            content_range: None,
            bytes: Bytes::new(),
        },
        Some(range) => Fetched {
            status: 206,
            content_range: Some((range.start, whole)),
            bytes: bytes[usize::try_from(range.start).unwrap()
                ..usize::try_from(range.end.min(whole)).unwrap()]
                .to_vec()
                .into(),
        },
    })
}

#[test]
fn a_counted_street_is_answered_with_its_own_rows() {
    let dir = town();
    for (id, cars) in [("a", 2400.0), ("b", 240.0)] {
        let Answer::Street(answer) = ask(dir.path(), question(id)).unwrap() else {
            panic!("a street")
        };
        let counted = answer.counted.unwrap();
        assert_eq!(counted.scope.usable, 60 * 24);
        let total = counted.busy.by_day_type[0].total.unwrap().value;
        assert!((total - cars).abs() < 1e-9, "{id}: {total}");
        assert_eq!(answer.sources[0].rows, 60 * 24);
    }
}

#[test]
fn a_street_without_counts_shows_its_neighbours() {
    let dir = town();
    let Answer::Street(answer) = ask(dir.path(), question("c")).unwrap() else {
        panic!("a street")
    };
    assert!(answer.counted.is_none());
    let nearby: Vec<&str> = answer.nearby.iter().map(|n| n.id.0.as_str()).collect();
    assert_eq!(nearby, ["a", "b"]);
    assert_eq!(answer.nearby[0].distance_m, Some(70.0));
    assert!(answer.nearby[0].is_comparable);
}

#[test]
fn the_town_and_its_map_are_answered() {
    let dir = town();
    let Answer::Town(town) = ask(dir.path(), Query::Town).unwrap() else {
        panic!("a town")
    };
    assert_eq!((town.figures.streets, town.figures.counted_streets), (3, 2));
    assert_eq!(town.figures.usable_hours, 2 * 60 * 24);
    assert!(town.is_demonstration);
    let Answer::Map(map) = ask(dir.path(), Query::Map).unwrap() else {
        panic!("a map")
    };
    assert_eq!(map.geojson.matches("\"Feature\"").count(), 3);
    assert_eq!(map.bounds, Some([3.0, 50.8, 3.01, 50.801]));
}

#[test]
fn a_host_that_ignores_ranges_gives_the_same_answer() {
    let dir = town();
    let files = files(&dir);
    let honest = ask(dir.path(), question("b")).unwrap();
    let lazy = ask_with(question("b"), &mut |path, _| serve(&files, path, None)).unwrap();
    assert_eq!(honest, lazy);
}

#[test]
fn a_large_file_is_not_downloaded_whole_for_a_street() {
    let dir = town();
    let files = files(&dir);
    let failure = ask_with(question("b"), &mut |path, range| match range {
        Some(_) => Err(FetchError::TooMuch { bytes: 1 << 31 }),
        None => serve(&files, path, range),
    });
    assert_eq!(
        failure.unwrap_err(),
        Failure::NoRanges {
            file: "counts/telraam.parquet".into(),
            bytes: 1 << 31
        }
    );
}

#[test]
fn a_large_file_is_read_whole_once_the_reader_says_so() {
    let dir = town();
    let files = files(&dir);
    let honest = ask(dir.path(), question("b")).unwrap();
    // A host that ignores ranges, whose files all pass for large ones.
    let length = files.get("counts/telraam.parquet").unwrap().len() as u64;
    let mut allowed = 0;
    let mut engine = Engine::new();
    let mut counts_asked = 0;
    let mut drive = |engine: &mut Engine, event, allowed: u64| {
        let mut effects = engine.step(event);
        let mut reply = None;
        while let Some(effect) = (!effects.is_empty()).then(|| effects.remove(0)) {
            match effect {
                Effect::Fetch {
                    token,
                    path,
                    range,
                    most,
                    ..
                } => {
                    let is_large = path.starts_with("counts/");
                    assert!(!is_large || range.is_some());
                    assert_eq!(most, LARGEST_WHOLE.max(allowed));
                    counts_asked += u32::from(is_large && allowed > 0);
                    let outcome = if is_large && allowed == 0 {
                        // What it sends is packed, and longer than it says.
                        Err(FetchError::TooMuch { bytes: 1 })
                    } else {
                        serve(&files, &path, None)
                    };
                    effects.extend(engine.step(Event::Fetched { token, outcome }));
                }
                Effect::Reply(Reply::Progress { .. }) | Effect::Abort { .. } | Effect::Rest => {}
                Effect::Reply(other) => reply = Some(other),
            }
        }
        reply
    };
    let ask = |id| Event::Ask {
        id,
        query: question("b"),
    };
    let Some(Reply::Failure {
        failure: Failure::NoRanges { bytes, .. },
        ..
    }) = drive(&mut engine, ask(1), allowed)
    else {
        panic!("a large file was read");
    };
    assert_eq!(bytes, length, "the catalogue knows how long it is");
    allowed = 200 << 20;
    assert_eq!(
        drive(&mut engine, Event::AllowWhole { bytes: allowed }, allowed),
        None
    );
    let answered = drive(&mut engine, ask(2), allowed);
    assert_eq!(
        answered,
        Some(Reply::Answer {
            id: 2,
            answer: honest
        })
    );
    assert_eq!(counts_asked, 1, "the whole file was read more than once");
}

#[test]
fn a_part_that_no_browser_takes_is_read_out_of_the_whole_file() {
    let dir = town();
    let files = files(&dir);
    let honest = ask(dir.path(), question("b")).unwrap();
    let mut asked = 0;
    let packed = ask_with(question("b"), &mut |path, range| {
        asked += u32::from(path.starts_with("counts/"));
        match range {
            Some(_) => Err(FetchError::Unreachable),
            None => serve(&files, path, None),
        }
    });
    assert_eq!(packed, Ok(honest));
    assert_eq!(asked, 2);
    // A connection that broke, or is not there, is no reason to read all of a file.
    for (error, tries) in [(FetchError::Broken, 1), (FetchError::Unreachable, 2)] {
        let mut asked = 0;
        let failure = ask_with(question("b"), &mut |path, range| {
            if path.starts_with("counts/") {
                asked += 1;
                return Err(error);
            }
            serve(&files, path, range)
        });
        let file = "counts/telraam.parquet".to_owned();
        assert_eq!(
            (failure.unwrap_err(), asked),
            (Failure::Offline { file }, tries)
        );
    }
}

/// The first answer of a long count asks for two parts at once: a host that sends none is asked for the file once, and
/// what one that sends all in place of a part sent is used for both.
#[test]
fn two_parts_on_their_way_do_not_bring_a_file_twice() {
    let dir = town_of_years(true);
    let files = files(&dir);
    for (is_refused, expected) in [(true, [2, 1]), (false, [2, 1])] {
        let mut engine = Engine::new();
        let mut waiting = engine.step(Event::Ask {
            id: 1,
            query: question("a"),
        });
        // Parts, and whole files, of which the answer was waited for.
        let mut asked = [0, 0];
        let mut answer = None;
        let mut aborted = Vec::new();
        while !waiting.is_empty() {
            match waiting.remove(0) {
                Effect::Fetch {
                    token, path, range, ..
                } => {
                    let is_counts = path.starts_with("counts/");
                    if is_counts {
                        asked[usize::from(range.is_none() || asked[0] == 2)] += 1;
                    }
                    let outcome = match range {
                        Some(_) if is_counts && is_refused => Err(FetchError::Unreachable),
                        _ => serve(&files, &path, None),
                    };
                    waiting.extend(engine.step(Event::Fetched { token, outcome }));
                }
                Effect::Abort { token } => aborted.push(token),
                Effect::Reply(Reply::Answer { answer: given, .. }) => answer = Some(given),
                Effect::Reply(Reply::Failure { failure, .. }) => panic!("{failure:?}"),
                Effect::Reply(_) | Effect::Rest => {}
            }
        }
        assert_eq!(asked, expected, "refused: {is_refused}");
        assert_eq!(aborted.len(), usize::from(!is_refused));
        let honest = ask(dir.path(), question("a")).unwrap();
        assert_eq!(answer, Some(honest));
    }
}

#[test]
fn a_file_without_end_is_refused_by_name() {
    let dir = town();
    let files = files(&dir);
    for large in ["catalog.jsonld", "street/b.json", "calendar.json"] {
        let failure = ask_with(question("b"), &mut |path, range| {
            if path == large {
                Err(FetchError::TooMuch { bytes: 500 << 20 })
            } else {
                serve(&files, path, range)
            }
        });
        let expected = Failure::TooLarge {
            file: large.into(),
            bytes: 500 << 20,
        };
        assert_eq!(failure.unwrap_err(), expected);
    }
}

#[test]
fn what_a_host_does_wrong_is_said_with_the_file() {
    let dir = town();
    let good = files(&dir);
    let counts = "counts/telraam.parquet";
    let fail = |change: &dyn Fn(&mut Files)| {
        let mut files = good.clone();
        change(&mut files);
        ask_with(question("a"), &mut |path, range| serve(&files, path, range)).unwrap_err()
    };
    let wanted = ["catalog.jsonld", "calendar.json", counts, "street/a.json"];
    for path in wanted.map(str::to_owned) {
        let missing = fail(&|files| drop(files.remove(&path)));
        assert_eq!(
            missing,
            Failure::Missing {
                file: path.clone(),
                status: 404
            }
        );
    }
    let mut files = good.clone();
    files.get_mut("streets.geojson").unwrap().truncate(100);
    let cut = ask_with(Query::Town, &mut |path, range| serve(&files, path, range)).unwrap_err();
    let expected = good["streets.geojson"].len() as u64;
    assert_eq!(
        cut,
        Failure::Truncated {
            file: "streets.geojson".into(),
            expected,
            found: 100
        }
    );
    let cut = fail(&|files| files.get_mut(counts).unwrap().truncate(100));
    assert!(
        matches!(&cut, Failure::Truncated { file, .. } if file == counts),
        "{cut:?}"
    );
    let mangled = fail(&|files| files.get_mut(counts).unwrap()[50] ^= 1);
    assert!(
        matches!(&mangled, Failure::WrongHash { file, .. } if file == counts),
        "{mangled:?}"
    );
    let other = fail(&|files| {
        let catalog = files.get_mut("catalog.jsonld").unwrap();
        let text = String::from_utf8(catalog.clone()).unwrap();
        *catalog = text
            .replacen("streets.geojson", "streets.json", 2)
            .into_bytes();
    });
    assert!(
        matches!(&other, Failure::WrongHash { file, .. } if file == "street/a.json"),
        "a street of another publication: {other:?}"
    );
    let nonsense =
        fail(&|files| *files.get_mut("catalog.jsonld").unwrap() = b"{\n  \"a\": }".to_vec());
    assert!(
        matches!(&nonsense, Failure::Unreadable { file, place, .. } if file == "catalog.jsonld" && place.starts_with("line 2")),
        "{nonsense:?}"
    );
}

#[test]
fn an_unknown_street_and_an_unknown_segment_are_said() {
    let dir = town();
    assert_eq!(
        ask(dir.path(), question("nowhere")).unwrap_err(),
        Failure::UnknownStreet {
            street: StreetId("nowhere".into())
        }
    );
    let mut asked = question("a");
    if let Query::Street(street) = &mut asked {
        street.segment = Some(SegmentId("x".into()));
    }
    assert!(matches!(
        ask(dir.path(), asked).unwrap_err(),
        Failure::UnknownSegment { .. }
    ));
}

/// Drives an engine by hand, so that order and repetition can be seen.
struct Drive {
    engine: Engine,
    files: Files,
    fetched: Vec<(String, Option<Range<u64>>, bool)>,
    replies: Vec<Reply>,
    /// The engine would go on when nothing else is to be done.
    is_resting: bool,
}

impl Drive {
    fn new(files: Files) -> Self {
        Self {
            engine: Engine::new(),
            files,
            fetched: Vec::new(),
            replies: Vec::new(),
            is_resting: false,
        }
    }

    fn run(&mut self, event: Event) {
        let mut effects = self.engine.step(event);
        while !effects.is_empty() {
            let mut next = Vec::new();
            for effect in effects {
                match effect {
                    Effect::Fetch {
                        token,
                        path,
                        range,
                        is_fresh,
                        ..
                    } => {
                        self.fetched.push((path.clone(), range.clone(), is_fresh));
                        let outcome = serve(&self.files, &path, range);
                        next.extend(self.engine.step(Event::Fetched { token, outcome }));
                    }
                    Effect::Reply(reply) => self.replies.push(reply),
                    Effect::Abort { .. } => {}
                    Effect::Rest => {
                        assert!(!self.is_resting, "one at a time");
                        self.is_resting = true;
                    }
                }
            }
            effects = next;
        }
    }

    fn ask(&mut self, id: u32, query: Query) {
        self.run(Event::Ask { id, query });
    }

    /// A moment in which nothing else is to be done.
    fn rest_once(&mut self) {
        assert!(self.is_resting);
        self.is_resting = false;
        self.run(Event::Idle);
    }

    fn rest(&mut self) {
        while self.is_resting {
            self.rest_once();
        }
    }

    fn last(&self) -> &Reply {
        self.replies.last().unwrap()
    }
}

#[test]
fn what_was_fetched_is_not_fetched_again() {
    let dir = town();
    let mut drive = Drive::new(files(&dir));
    drive.ask(1, question("a"));
    assert!(matches!(drive.last(), Reply::Answer { id: 1, .. }));
    let before = drive.fetched.len();
    drive.ask(2, question("a"));
    assert_eq!(drive.fetched.len(), before);
    drive.ask(3, Query::Town);
    assert_eq!(drive.fetched.len(), before + 2, "streets and summary");
    assert!(matches!(drive.last(), Reply::Answer { id: 3, .. }));
}

#[test]
fn a_street_takes_two_rounds_of_requests() {
    let dir = town();
    let files = files(&dir);
    let mut engine = Engine::new();
    let mut effects = engine.step(Event::Ask {
        id: 1,
        query: question("a"),
    });
    let mut rounds = 0;
    while effects.iter().any(|e| matches!(e, Effect::Fetch { .. })) {
        rounds += 1;
        let mut next = Vec::new();
        for effect in effects {
            if let Effect::Fetch {
                token, path, range, ..
            } = effect
            {
                next.extend(engine.step(Event::Fetched {
                    token,
                    outcome: serve(&files, &path, range),
                }));
            }
        }
        effects = next;
    }
    // The catalogue and the street; calendar and rows.
    assert_eq!(rounds, 2);
}

fn street_of(answer: &Answer) -> CountedAnswer {
    match answer {
        Answer::Street(street) => street.counted.clone().unwrap(),
        other => panic!("{other:?}"),
    }
}

fn preview_of(drive: &Drive) -> Option<CountedAnswer> {
    drive.replies.iter().find_map(|reply| match reply {
        Reply::Preview { id: 1, answer } => Some(street_of(answer)),
        _ => None,
    })
}

/// What the mode needs of the last year comes first and is answered by itself; then come the rest and the trend.
#[test]
fn a_long_count_is_answered_from_its_last_year_first() {
    let dir = town_of_years(true);
    let mut drive = Drive::new(files(&dir));
    drive.ask(1, question("a"));
    let counts: Vec<&Range<u64>> = drive
        .fetched
        .iter()
        .filter(|(path, ..)| path == "counts/telraam.parquet")
        .filter_map(|(_, range, _)| range.as_ref())
        .collect();
    // Keys and cars of the last year, with the bicycles between them left out.
    let [keys, cars, rest @ ..] = &counts[..] else {
        panic!("two requests for counts and more, found {counts:?}");
    };
    let bytes = |range: &Range<u64>| range.end - range.start;
    let first = bytes(keys) + bytes(cars);
    let rest: u64 = rest.iter().map(|range| bytes(range)).sum();
    assert!(first * 30 < rest, "{first} of {counts:?}");

    let early = preview_of(&drive).expect("a preview");
    let Reply::Answer { id: 1, answer } = drive.last() else {
        panic!("{:?}", drive.last());
    };
    let mut whole = street_of(answer);
    assert_eq!(early.change.trend, Trend::Pending);
    assert_eq!(whole.change.months.len(), 60);
    assert!(whole.speed.is_some(), "{whole:?}");
    assert_ne!(whole.directions, early.directions);
    // All that is said of how busy it is, is the same, to the last digit.
    whole.change = early.change.clone();
    whole.speed = None;
    whole.split = early.split.clone();
    whole.peaks.d = early.peaks.d;
    whole.directions = early.directions.clone();
    whole.scope.hours_without_speed = early.scope.hours_without_speed;
    assert_eq!(early, whole);

    // The rows are there: another mode is answered at once.
    let before = drive.fetched.len();
    let Query::Street(mut bikes) = question("a") else {
        unreachable!()
    };
    bikes.mode = Mode::Bike;
    drive.ask(2, Query::Street(bikes));
    assert!(matches!(drive.last(), Reply::Answer { id: 2, .. }));
    assert_eq!(drive.fetched.len(), before);
}

/// Nothing of any mode in the dark is an empty street or a sensor that sees nothing: one mode does not tell.
#[test]
fn where_one_mode_does_not_say_how_sure_it_is_the_rest_is_waited_for() {
    let dir = town_of_years(false);
    let mut drive = Drive::new(files(&dir));
    drive.ask(1, question("a"));
    assert_eq!(preview_of(&drive), None);
    assert!(matches!(drive.last(), Reply::Answer { id: 1, .. }));
}

fn of_mode(street: &str, mode: Mode, period: PeriodChoice) -> Query {
    Query::Street(StreetQuestion {
        mode,
        period,
        ..street_question(street)
    })
}

#[test]
fn answers_made_ahead_are_those_that_are_computed_when_asked() {
    let dir = town_of_years(true);
    let mut drive = Drive::new(files(&dir));
    drive.ask(1, Query::Town);
    drive.ask(2, question("a"));
    assert_eq!(
        drive.engine.kept_answers(),
        1,
        "nobody waits for what is made ahead"
    );
    drive.rest();
    // Bikes, and all years.
    assert_eq!(drive.engine.kept_answers(), 3);
    let (fetched, replies) = (drive.fetched.len(), drive.replies.len());
    for (id, mode, period) in [
        (3, Mode::Bike, PeriodChoice::LastYear),
        (4, Mode::Car, PeriodChoice::All),
        (5, Mode::Car, PeriodChoice::LastYear),
    ] {
        let query = of_mode("a", mode, period);
        drive.ask(id, query.clone());
        let answer = ask(dir.path(), query).unwrap();
        assert_eq!(*drive.last(), Reply::Answer { id, answer });
    }
    assert_eq!(drive.engine.kept_answers(), 3, "they were there");
    assert_eq!(drive.fetched.len(), fetched, "nothing is fetched ahead");
    assert_eq!(drive.replies.len(), replies + 3);
}

#[test]
fn a_question_comes_before_what_would_be_made_ahead() {
    let dir = town_of_years(true);
    let mut drive = Drive::new(files(&dir));
    drive.ask(1, Query::Town);
    drive.ask(2, question("a"));
    assert!(drive.is_resting);
    // Asked while the engine rests: answered in the same step, one more is kept, and the plan is that of the newest.
    drive.ask(3, of_mode("a", Mode::Bike, PeriodChoice::All));
    assert!(matches!(drive.last(), Reply::Answer { id: 3, .. }));
    assert_eq!(drive.engine.kept_answers(), 2);
    drive.rest_once();
    assert_eq!(drive.engine.kept_answers(), 3, "one in each moment");
    // A question that waits for its bytes: nothing is made ahead meanwhile.
    let effects = drive.engine.step(Event::Ask {
        id: 4,
        query: question("c"),
    });
    assert!(
        matches!(effects[..], [Effect::Fetch { .. }, ..]),
        "{effects:?}"
    );
    assert_eq!(
        drive.engine.step(Event::Idle).len(),
        1,
        "how far it is, no more"
    );
    assert_eq!(drive.engine.kept_answers(), 3);
    // Given up, the engine goes on; looked at anew, everything is forgotten.
    let effects = drive.engine.step(Event::Cancel { id: 4 });
    assert!(effects.contains(&Effect::Rest), "{effects:?}");
    drive.engine.step(Event::Reload);
    assert_eq!(drive.engine.kept_answers(), 0);
    assert_eq!(drive.engine.step(Event::Idle), []);
}

#[test]
fn nothing_is_made_ahead_for_a_page_that_cannot_choose() {
    let dir = town_of_years(true);
    let mut drive = Drive::new(files(&dir));
    drive.ask(1, Query::About);
    drive.ask(2, question("a"));
    assert!(!drive.is_resting);
}

#[test]
fn a_street_needs_nothing_that_grows_with_the_town() {
    let dir = town();
    let mut drive = Drive::new(files(&dir));
    drive.ask(1, question("a"));
    let mut paths: Vec<&str> = drive
        .fetched
        .iter()
        .map(|(path, ..)| path.as_str())
        .collect();
    paths.sort_unstable();
    // Counts and speeds lie side by side: one request.
    assert_eq!(
        paths,
        [
            "calendar.json",
            "catalog.jsonld",
            "counts/telraam.parquet",
            "street/a.json"
        ]
    );
}

#[test]
fn who_waits_for_a_street_does_not_wait_for_the_list_of_all() {
    let dir = town();
    let files = files(&dir);
    let mut engine = Engine::new();
    let mut waiting = engine.step(Event::Ask {
        id: 1,
        query: Query::Town,
    });
    waiting.extend(engine.step(Event::Ask {
        id: 2,
        query: question("a"),
    }));
    let (mut order, mut fetched) = (Vec::new(), Vec::new());
    while !waiting.is_empty() {
        match waiting.remove(0) {
            Effect::Fetch {
                token, path, range, ..
            } => {
                let outcome = serve(&files, &path, range);
                fetched.push(path);
                waiting.extend(engine.step(Event::Fetched { token, outcome }));
            }
            Effect::Reply(Reply::Preview {
                id,
                answer: Answer::Town(town),
            }) => {
                assert_eq!(
                    (id, town.streets.len(), town.is_demonstration),
                    (1, 0, true)
                );
                order.push("preview");
            }
            Effect::Reply(Reply::Answer { id, .. }) => {
                order.push(if id == 2 { "street" } else { "town" });
            }
            _ => {}
        }
    }
    assert_eq!(order, ["preview", "street", "town"]);
    assert_eq!(
        fetched.iter().position(|path| path == "streets.geojson"),
        Some(4)
    );
}

#[test]
fn a_host_with_a_page_for_every_path_has_no_more_streets_for_it() {
    let dir = town();
    let files = files(&dir);
    let failure = ask_with(question("nowhere"), &mut |path, range| {
        if files.contains_key(path) {
            return serve(&files, path, range);
        }
        Ok(Fetched {
            status: 200,
            content_range: None,
            bytes: Bytes::from_static(b"<!doctype html>"),
        })
    });
    assert!(matches!(
        failure.unwrap_err(),
        Failure::UnknownStreet { .. }
    ));
}

#[test]
fn a_failure_is_tried_again_past_every_cache() {
    let dir = town();
    let good = files(&dir);
    let mut drive = Drive::new(good.clone());
    drive.files.get_mut("counts/telraam.parquet").unwrap()[50] ^= 1;
    drive.ask(1, question("a"));
    assert!(matches!(drive.last(), Reply::Failure { id: 1, .. }));
    drive.files = good;
    drive.fetched.clear();
    drive.ask(2, question("a"));
    assert!(matches!(drive.last(), Reply::Answer { id: 2, .. }));
    assert!(
        drive
            .fetched
            .iter()
            .all(|(path, _, fresh)| path == "counts/telraam.parquet" && *fresh)
    );
}

#[test]
fn a_failed_file_leaves_the_rest_working() {
    let dir = town();
    let mut drive = Drive::new(files(&dir));
    drive.files.remove("counts/telraam.parquet");
    drive.ask(1, question("a"));
    assert!(matches!(drive.last(), Reply::Failure { .. }));
    drive.ask(2, question("c"));
    assert!(matches!(drive.last(), Reply::Answer { id: 2, .. }));
}

#[test]
fn a_cancelled_question_aborts_what_only_it_wanted() {
    let mut engine = Engine::new();
    let effects = engine.step(Event::Ask {
        id: 1,
        query: Query::Town,
    });
    let Some(Effect::Fetch { token, .. }) = effects.first() else {
        panic!("{effects:?}")
    };
    let token = *token;
    engine.step(Event::Ask {
        id: 2,
        query: Query::Map,
    });
    assert_eq!(engine.step(Event::Cancel { id: 1 }), engine_progress(2));
    let effects = engine.step(Event::Cancel { id: 2 });
    assert_eq!(effects, vec![Effect::Abort { token }]);
    // What comes after all is passed over.
    let late = engine.step(Event::Fetched {
        token,
        outcome: Err(FetchError::Unreachable),
    });
    assert_eq!(late, vec![]);
}

fn engine_progress(id: u32) -> Vec<Effect> {
    vec![Effect::Reply(Reply::Progress {
        id,
        done: 0,
        total: 0,
    })]
}

#[test]
fn an_offline_host_is_said_once_per_question() {
    let failure = ask_with(Query::Town, &mut |_, _| Err(FetchError::Unreachable)).unwrap_err();
    assert_eq!(
        failure,
        Failure::Offline {
            file: "catalog.jsonld".into()
        }
    );
}

/// An answer of what an embed shows that is no chart.
fn plate(dir: &TempDir, question: &PlateQuestion) -> PlateAnswer {
    match ask(dir.path(), question.query()).unwrap() {
        Answer::Packed(bytes) => unpack(&bytes).unwrap(),
        other => panic!("{other:?}"),
    }
}

fn street_question(street: &str) -> StreetQuestion {
    match question(street) {
        Query::Street(question) => question,
        other => panic!("{other:?}"),
    }
}

#[test]
fn streets_are_compared_over_the_hours_that_all_of_them_counted() {
    let dir = town();
    let all = ["a", "b", "c"].map(street_question).to_vec();
    let PlateAnswer::Compare(told) = plate(&dir, &PlateQuestion::Compare(all)) else {
        panic!("another answer");
    };
    assert_eq!(told.pairing, Pairing::Instants);
    let [a, b, c] = &told.items[..] else {
        panic!("{told:?}");
    };
    // 100 and 10 cars each hour.
    assert_eq!(
        (a.value, b.value, c.value),
        (Some(2400.0), Some(240.0), None)
    );
    assert_eq!((a.hours, &c.segment), (b.hours, &None));
    let difference = b.difference.unwrap();
    assert_eq!(difference.verdict, Verdict::Fewer);
    assert!((difference.share + 0.9).abs() < 1e-12 && a.difference.is_none());
    assert_eq!(told.sources.len(), 1);
    let gone = [street_question("a"), street_question("nowhere")].to_vec();
    let failure = ask(dir.path(), PlateQuestion::Compare(gone).query()).unwrap_err();
    let street = StreetId("nowhere".into());
    assert_eq!(failure, Failure::UnknownStreet { street });
}

#[test]
fn periods_of_a_street_are_compared_by_month_or_by_hour() {
    let dir = town_of_years(true);
    let date = |text: &str| CivilDate::parse(text).unwrap();
    let between = |start: &str, end: &str| StreetQuestion {
        period: PeriodChoice::Between {
            start: date(start),
            end: date(end),
        },
        ..street_question("a")
    };
    let year = between("2025-01-01", "2026-01-01");
    for (other, expected) in [
        (between("2024-01-01", "2025-01-01"), Pairing::Months),
        (between("2024-01-01", "2024-07-01"), Pairing::HoursOfDay),
    ] {
        let asked = PlateQuestion::Compare(vec![year.clone(), other]);
        let PlateAnswer::Compare(told) = plate(&dir, &asked) else {
            panic!("another answer");
        };
        assert_eq!(told.pairing, expected);
        // Noise of one level in both years, and one counter: nothing to tell apart.
        let difference = told.items[1].difference.unwrap();
        assert_eq!(difference.verdict, Verdict::Alike, "{difference:?}");
        assert!(!difference.is_error_unknown);
    }
}

#[test]
fn a_street_is_shown_with_what_lies_around_it() {
    let dir = town();
    let near = |id: &str| match plate(&dir, &PlateQuestion::Map(StreetId(id.into()))) {
        PlateAnswer::Map(map) => map,
        other => panic!("{other:?}"),
    };
    // `c` lies 70 m from `a`, `b` 700 m: out of a map of 900 m.
    let map = near("a");
    assert_eq!(map.streets, 2);
    assert_eq!(map.stretches.len(), 2);
    assert!(map.stretches[1].is_here && map.stretches[1].level > 0);
    assert_eq!(map.stretches[0].level, 0);
    let counted: Vec<_> = map.counted.iter().map(|one| one.id.0.as_str()).collect();
    assert_eq!(counted, ["a"]);
    assert_eq!(map.counted[0].cars_per_working_day, Some(2400.0));
    assert!(map.sources.iter().any(|source| source.dataset == "telraam"));
    let asked = PlateQuestion::Map(StreetId("nowhere".into())).query();
    let street = StreetId("nowhere".into());
    let failure = ask(dir.path(), asked).unwrap_err();
    assert_eq!(failure, Failure::UnknownStreet { street });
}

#[test]
fn a_card_is_that_of_the_dataset_that_counts_here_or_of_the_one_that_is_named() {
    let dir = town();
    for (dataset, expected) in [
        (None, &["telraam"][..]),
        (Some("streets"), &["streets"]),
        (Some("none"), &[]),
    ] {
        let asked = PlateQuestion::Card {
            street: StreetId("a".into()),
            dataset: dataset.map(str::to_owned),
        };
        let PlateAnswer::Card { datasets, .. } = plate(&dir, &asked) else {
            panic!("another answer");
        };
        let ids: Vec<_> = datasets.cards.iter().map(|card| card.id.as_str()).collect();
        assert_eq!(ids, expected);
    }
    assert!(matches!(
        ask(dir.path(), Query::Plate("{".into())),
        Err(Failure::Unreadable { .. })
    ));
}
