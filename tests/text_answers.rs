//! The plain answers over hand-made streets, in every language.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "charts_samples/mod.rs"]
mod samples;

use std::fmt::Write as _;
use straatbeeld::domain::{Mode, State};
use straatbeeld::query::Failure;
use straatbeeld::query::answer::{CountedAnswer, MeanSpeed, PartSpeed, SplitPart, Trend, Unusual};
use straatbeeld::text::{Language, PlainAnswer, Words, answers, failure};

fn four(answer: &CountedAnswer, words: &Words) -> [PlainAnswer; 4] {
    [
        answers::busy(answer, words),
        answers::speed(answer, words),
        answers::change(answer, words),
        answers::who(answer, words),
    ]
}

fn print(text: &mut String, answer: &PlainAnswer) {
    writeln!(text, "{}\n  {}", answer.question, answer.sentence).unwrap();
    if let Some(certainty) = &answer.certainty {
        writeln!(text, "  ~ {certainty}").unwrap();
    }
    for note in &answer.notes {
        writeln!(text, "  - {note}").unwrap();
    }
}

#[test]
fn every_sample_street_is_answered_in_every_language() {
    for language in Language::ALL {
        let words = Words::new(language);
        let mut text = String::new();
        for (name, answer) in samples::all() {
            writeln!(text, "=== {name}").unwrap();
            for answer in four(&answer, &words) {
                print(&mut text, &answer);
            }
            let terms = answers::year(&answer, &words).into_iter();
            for term in terms.chain(answers::peaks(&answer, &words)) {
                writeln!(text, "{}: {}\n  {}", term.name, term.value, term.meaning).unwrap();
            }
        }
        writeln!(text, "=== not counted").unwrap();
        print(
            &mut text,
            &answers::not_counted(&samples::not_counted(), &words),
        );
        insta::assert_snapshot!(
            format!("answers_{}", language.tag()),
            text.replace('\u{a0}', " ")
        );
    }
}

/// A winter street where most passes in the dark: the number alone would mislead.
#[test]
fn a_total_that_misses_the_dark_says_so_in_its_own_sentence() {
    for (language, start) in [
        (
            Language::English,
            "On a working day, the sensor recognises about 22 cars here in 24 hours; in the dark about 1,200 more",
        ),
        (
            Language::Dutch,
            "Op een werkdag herkent de sensor hier in 24 uur ongeveer 22 auto’s; in het donker kon hij nog ongeveer 1.200",
        ),
    ] {
        let (_, mut answer) = samples::all().into_iter().next().unwrap();
        for day in &mut answer.busy.by_day_type {
            if let Some(total) = &mut day.total {
                total.value = 22.0;
                total.interval = Some((14.0, 31.0));
            }
        }
        answer.busy.night_per_working_day = Some(1203.0);
        let words = Words::new(language);
        let said = answers::busy(&answer, &words);
        assert!(
            said.sentence.replace('\u{a0}', " ").starts_with(start),
            "{}",
            said.sentence
        );
        // Said once: not in a note again.
        assert!(
            !said.notes.iter().any(|note| note.contains("200")),
            "{:?}",
            said.notes
        );
    }
}

/// The texts of the term with this name in English.
fn term(terms: Vec<answers::Term>, name: &str) -> Option<answers::Term> {
    terms.into_iter().find(|term| term.name.contains(name))
}

#[test]
fn what_is_counted_by_daylight_or_for_less_than_a_year_is_never_called_a_year() {
    let words = Words::new(Language::English);
    let mut answer = samples::daylight();
    answer.annual.fhwa = None;
    answer.annual.interval = None;
    answer.annual.simple = None;
    answer.annual.valid_days = 0;
    answer.peaks.k = None;
    for (days, why) in [(300, "shorter than a year"), (365, "around the clock")] {
        answer.annual.days = days;
        let aadt = term(answers::year(&answer, &words), "AADT").unwrap();
        assert!(!aadt.is_known && aadt.value.contains(why), "{}", aadt.value);
        let adt = term(answers::year(&answer, &words), "ADT)").unwrap();
        assert!(!adt.is_known && adt.value.starts_with("no figure"));
    }
    let k = term(answers::peaks(&answer, &words), "K").unwrap();
    assert!(!k.is_known && k.value.contains("without an average day"));
    answer.scope.coverage = 0.2;
    assert!(answers::year(&answer, &words).is_empty());
    assert!(answers::peaks(&answer, &words).is_empty());
}

#[test]
fn figures_without_the_dark_say_so() {
    let words = Words::new(Language::English);
    let mut answer = samples::rich();
    assert_eq!(answers::terms_note(&answer, &words), None);
    answer.busy.night_per_working_day = Some(900.0);
    assert!(answers::terms_note(&answer, &words).is_some());
}

#[test]
fn three_hours_are_named_of_those_that_are_unusual() {
    let words = Words::new(Language::English);
    let mut answer = samples::rich();
    assert_eq!(answers::unusual(&answer, &words), None);
    answer.week.unusual_hours = 12;
    answer.week.unusual = (1..=5)
        .map(|day| Unusual {
            date: samples::date(&format!("2026-01-0{day}")),
            hour: 8,
            value: 310.0,
            median: 119.5,
            z: 9.0,
        })
        .collect();
    let said = answers::unusual(&answer, &words).unwrap();
    assert!(
        said.sentence.starts_with("12 hours were"),
        "{}",
        said.sentence
    );
    assert_eq!(said.hours.len(), 3);
    assert_eq!(
        said.hours[0].replace('\u{a0}', " "),
        "Thursday 1 January 2026, 8:00–9:00: 310 cars instead of the usual 120."
    );
}

#[test]
fn speeds_of_bicycles_are_told_as_such() {
    for (language, bikes, cars) in [
        (Language::English, "bikes", "car"),
        (Language::Dutch, "fietsen", "auto"),
    ] {
        let words = Words::new(language);
        let mut answer = samples::rich();
        if let Some(speed) = &mut answer.speed {
            speed.mode = Mode::Bike;
            speed.publisher_v85_median = None;
        }
        for v85 in [Some(23.4), None] {
            if let Some(speed) = &mut answer.speed {
                speed.v85_kmh = v85;
            }
            let said = answers::speed(&answer, &words);
            assert!(said.sentence.contains(bikes), "{}", said.sentence);
            let all = format!("{} {:?} {:?}", said.sentence, said.certainty, said.notes);
            assert!(!all.contains(cars), "{all}");
        }
    }
}

#[test]
fn where_only_a_mean_speed_is_known_nothing_is_said_of_the_fast_ones() {
    let words = Words::new(Language::English);
    let mut answer = samples::rich();
    answer.speed = None;
    answer.mean_speed = Some(MeanSpeed {
        mean_kmh: 42.4,
        cars: 9000.0,
        hours: 200,
    });
    let said = answers::speed(&answer, &words);
    assert_eq!(
        said.sentence.replace('\u{a0}', " "),
        "We cannot tell: only the mean speed of the cars is published. It is about 42 km/h, and says nothing \
         about the fast ones."
    );
    assert_eq!(said.certainty, None);
    assert!(said.notes[0].contains("30"), "{:?}", said.notes);
    answer.mean_speed = None;
    let said = answers::speed(&answer, &words).sentence;
    assert!(said.contains("no speeds are published"), "{said}");
}

#[test]
fn where_the_chosen_mode_is_not_counted_another_may_be() {
    let words = Words::new(Language::English);
    let mut answer = samples::nothing();
    answer.split.parts = samples::rich().split.parts;
    answer.split.parts.truncate(1);
    answer.split.coverage = 0.9;
    let said = answers::busy(&answer, &words).sentence;
    assert!(said.contains("cars were not counted here"), "{said}");
    let said = answers::who(&answer, &words).sentence;
    assert!(said.starts_with("Only people on foot are"), "{said}");
}

#[test]
fn each_direction_has_its_own_v85_where_the_source_tells_them_apart() {
    let words = Words::new(Language::English);
    let mut answer = samples::rich();
    let part = |v85: Option<f64>, state| PartSpeed {
        observed: 100.0,
        v50_kmh: None,
        v85_kmh: v85,
        above_limit_share: None,
        state,
    };
    for (sides, expected) in [
        (
            vec![
                part(Some(38.2), State::Measured),
                part(Some(41.0), State::Partial),
            ],
            Some("V85 per direction: To the station 38 km/h, To the ring road 41 km/h."),
        ),
        (
            vec![
                part(None, State::Missing),
                part(Some(41.0), State::Measured),
            ],
            Some(
                "V85 per direction: To the station unknown (too few seen), To the ring road 41 km/h.",
            ),
        ),
        (
            vec![part(None, State::Missing), part(None, State::Missing)],
            None,
        ),
        (Vec::new(), None),
    ] {
        answer.speed.as_mut().unwrap().sides = sides;
        let notes = answers::speed(&answer, &words).notes.join("|");
        let notes = notes.replace('\u{a0}', " ");
        match expected {
            Some(expected) => assert!(notes.contains(expected), "{notes}"),
            None => assert!(!notes.contains("per direction"), "{notes}"),
        }
    }
}

#[test]
fn one_kind_alone_does_not_say_who_uses_the_street() {
    let words = Words::new(Language::English);
    let mut answer = samples::rich();
    answer.split.parts = vec![SplitPart {
        mode: Mode::Bike,
        passages: 900.0,
        share: None,
    }];
    answer.split.heavy_share = None;
    let said = answers::who(&answer, &words);
    assert_eq!(
        said.sentence,
        "Only bikes are counted here: we cannot tell who else uses the street."
    );
    assert!(said.notes.is_empty() && said.certainty.is_none());
}

#[test]
fn a_total_of_a_source_without_the_dark_says_so() {
    let (_, mut answer) = samples::all().into_iter().next().unwrap();
    answer.busy.night_per_working_day = None;
    answer.scope.night_hours = 0;
    answer.scope.blind_hours = answer.scope.usable / 3;
    let said = answers::busy(&answer, &Words::new(Language::English));
    assert!(
        said.sentence.contains("not in the published file"),
        "{}",
        said.sentence
    );
    assert!(
        said.notes.iter().any(|note| note.contains("empty or dark")),
        "{:?}",
        said.notes
    );
}

#[test]
fn no_certainty_is_claimed_without_an_interval() {
    for language in Language::ALL {
        let words = Words::new(language);
        for (name, mut answer) in samples::all() {
            for day in &mut answer.busy.by_day_type {
                if let Some(total) = &mut day.total {
                    total.interval = None;
                }
            }
            if let Some(speed) = &mut answer.speed {
                speed.v85_interval = None;
            }
            answer.change.trend = Trend::TooShort { months: 5 };
            for plain in four(&answer, &words) {
                assert_eq!(plain.certainty, None, "{name}: {}", plain.sentence);
            }
        }
    }
}

#[test]
fn an_interval_around_nothing_is_no_clear_change() {
    let words = Words::new(Language::English);
    let mut answer = samples::rich();
    for (interval, expected) in [
        ((-0.03, 0.05), "There is no clear change"),
        ((0.0, 0.05), "There is no clear change"),
        ((-0.006, 0.004), "Hardly"),
        ((0.02, 0.05), "Yes, it is getting busier"),
    ] {
        answer.change.trend = Trend::Slope {
            per_year: f64::midpoint(interval.0, interval.1),
            interval,
            months: 30,
        };
        let sentence = answers::change(&answer, &words).sentence;
        assert!(sentence.starts_with(expected), "{interval:?}: {sentence}");
    }
}

#[test]
fn a_daylight_street_is_never_told_in_24_hours() {
    for language in Language::ALL {
        let words = Words::new(language);
        let busy = answers::busy(&samples::daylight(), &words);
        assert!(!busy.sentence.contains("24"), "{}", busy.sentence);
        for hour in [7, 18] {
            let clock = words.clock(hour);
            assert!(busy.sentence.contains(&clock), "{}", busy.sentence);
        }
    }
}

/// The numbers in a text, as the language writes them.
fn numbers(text: &str, language: Language) -> Vec<f64> {
    let style = language.number_style();
    let mut found = Vec::new();
    let mut digits = String::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let next_is_digit = letters.peek().is_some_and(char::is_ascii_digit);
        if letter.is_ascii_digit() {
            digits.push(letter);
        } else if letter == style.decimal && next_is_digit && !digits.is_empty() {
            digits.push('.');
        } else if letter == style.group && next_is_digit && !digits.is_empty() {
        } else if !digits.is_empty() {
            found.push(digits.parse().unwrap());
            digits.clear();
        }
    }
    if !digits.is_empty() {
        found.push(digits.parse().unwrap());
    }
    found
}

#[test]
fn a_sentence_has_no_number_that_the_answer_does_not_have() {
    for language in Language::ALL {
        let words = Words::new(language);
        for (name, answer) in samples::all() {
            // What the rules themselves name: percent of coverage, cars, months, the 85th percentile, its 100.
            let mut exact: Vec<f64> = vec![25.0, 50.0, 24.0, 85.0, 100.0];
            // Numbers of the answer, which may be rounded to two digits.
            let mut near: Vec<f64> = Vec::new();
            exact.extend(answer.limit_kmh);
            exact.extend(
                (0..=24)
                    .filter(|h| {
                        answer.busy.hours_of_day.contains(h)
                            || (*h > 0 && answer.busy.hours_of_day.contains(&(h - 1)))
                    })
                    .map(f64::from),
            );
            // Clock times print minutes.
            exact.push(0.0);
            exact.push(answer.busy.hours_of_day.len() as f64);
            if let Some(peak) = answer.busy.peak
                && peak.mean > 0.0
            {
                near.extend([3600.0 / peak.mean, 60.0 / peak.mean]);
            }
            near.extend(
                answer
                    .busy
                    .by_day_type
                    .iter()
                    .filter_map(|d| d.total)
                    .map(|t| t.value),
            );
            near.push(answer.scope.coverage * 100.0);
            near.push(answer.split.coverage * 100.0);
            near.extend(
                answer
                    .split
                    .parts
                    .iter()
                    .filter_map(|p| Some(p.share? * 100.0)),
            );
            let mut share = None;
            if let Some(speed) = &answer.speed {
                near.push(speed.observed_cars);
                near.extend(speed.v85_kmh);
                share = speed.above_limit_share;
                near.extend(share.map(|s| s * 100.0));
            }
            match answer.change.trend {
                Trend::Pending => {}
                Trend::TooShort { months } => exact.push(f64::from(months)),
                Trend::Slope { per_year, .. } => near.push((per_year * 100.0).abs()),
            }
            for plain in four(&answer, &words) {
                let mut found = numbers(&plain.sentence, language);
                // "About 3 in 5 cars" is the share itself.
                if let (Some(share), [a, b, ..]) = (share, found.as_slice())
                    && (a / b - share).abs() < 0.05
                {
                    found.drain(0..2);
                }
                for number in found {
                    let is_known = exact.contains(&number)
                        || near
                            .iter()
                            .any(|v| (v - number).abs() <= (v.abs() * 0.05).max(0.5) + 1e-9);
                    assert!(is_known, "{name}: {number} in {:?}", plain.sentence);
                }
            }
        }
    }
}

#[test]
fn every_failure_says_what_happened_and_what_to_do() {
    let file = || "counts/part-0.parquet".to_owned();
    let failures = [
        Failure::Offline { file: file() },
        Failure::Missing {
            file: file(),
            status: 404,
        },
        Failure::Truncated {
            file: file(),
            expected: 1_400_000,
            found: 820_000,
        },
        Failure::WrongHash {
            file: file(),
            at_byte: 0,
        },
        Failure::Unreadable {
            file: file(),
            place: "byte 12".into(),
            expected: "PAR1".into(),
        },
        Failure::UnknownStreet {
            street: straatbeeld::domain::StreetId("nergens".into()),
        },
        Failure::UnknownSegment {
            street: straatbeeld::domain::StreetId("kerkstraat".into()),
            segment: "12".into(),
        },
        Failure::EmptyPeriod,
        Failure::WorkerGone { detail: "x".into() },
    ];
    let mut text = String::new();
    for language in Language::ALL {
        let words = Words::new(language);
        for one in &failures {
            let said = failure::failure(one, &words);
            writeln!(text, "{}\n  {}\n  > {}", said.title, said.text, said.action).unwrap();
        }
    }
    assert!(!text.contains('['), "a message is missing: {text}");
    insta::assert_snapshot!("failures", text.replace('\u{a0}', " "));
}
