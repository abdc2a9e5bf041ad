//! Do people drive too fast?

use super::{Certainty, PlainAnswer, coverage_note, hidden, nothing_counted, outwards};
use crate::domain::{Device, State};
use crate::query::answer::{CountedAnswer, Speed};
use crate::text::number::to_step;
use crate::text::words::Words;

/// The share of cars above the limit, or what is known where there is no limit.
#[must_use]
pub fn speed(answer: &CountedAnswer, words: &Words) -> PlainAnswer {
    let question = words.get("question-speed");
    if let Some(sentence) = nothing_counted(&answer.scope, words) {
        return PlainAnswer::cannot(question, sentence);
    }
    let Some(speed) = &answer.speed else {
        return PlainAnswer::cannot(question, words.get("speed-cannot-none"));
    };
    if let Some(sentence) = hidden(answer.scope.coverage, words) {
        return PlainAnswer::cannot(question, sentence);
    }
    let Some(v85) = speed.v85_kmh.filter(|_| speed.state != State::Missing) else {
        let cars = to_step(speed.observed_cars, 1.0);
        let sentence = words.with("speed-cannot-few", &[("cars", cars.into())]);
        return PlainAnswer::cannot(question, sentence);
    };
    PlainAnswer {
        question,
        sentence: sentence(answer.limit_kmh, speed, v85, words),
        certainty: certainty(speed, v85, words),
        notes: notes(answer, speed, v85, words),
    }
}

fn sentence(limit_kmh: Option<f64>, speed: &Speed, v85: f64, words: &Words) -> String {
    let Some((limit, share)) = limit_kmh.zip(speed.above_limit_share) else {
        return words.with("speed-no-limit", &[("speed", words.kmh(v85).into())]);
    };
    let limit = words.kmh(limit);
    if share <= 0.0 {
        return words.with("speed-share-none", &[("limit", limit.into())]);
    }
    if share >= 1.0 {
        return words.with("speed-share-all", &[("limit", limit.into())]);
    }
    let percent = words.percent(share);
    if !(0.015..=0.95).contains(&share) {
        let key = if share < 0.5 {
            "speed-share-few"
        } else {
            "speed-share-most"
        };
        return words.with(key, &[("percent", percent.into()), ("limit", limit.into())]);
    }
    let (a, b) = fraction(share);
    words.with(
        "speed-share",
        &[
            ("a", a.into()),
            ("b", b.into()),
            ("percent", percent.into()),
            ("limit", limit.into()),
        ],
    )
}

/// Fractions that people can picture.
const FRACTIONS: [(u32, u32); 18] = [
    (1, 2),
    (1, 3),
    (2, 3),
    (1, 4),
    (3, 4),
    (1, 5),
    (2, 5),
    (3, 5),
    (4, 5),
    (1, 6),
    (1, 8),
    (1, 10),
    (7, 10),
    (9, 10),
    (1, 15),
    (1, 20),
    (1, 30),
    (1, 50),
];

/// The nearest of them; the simpler of equals.
fn fraction(share: f64) -> (u32, u32) {
    let mut best = (1, 2);
    let mut least = f64::INFINITY;
    for (a, b) in FRACTIONS {
        let distance = (f64::from(a) / f64::from(b) - share).abs();
        if distance < least {
            best = (a, b);
            least = distance;
        }
    }
    best
}

/// By the width of the V85 interval: half of it up to 5 % of the speed is high, up to 12 % medium.
fn certainty(speed: &Speed, v85: f64, words: &Words) -> Option<String> {
    let interval = speed.v85_interval?;
    let (low, high) = outwards(interval, 1.0);
    let args = [
        ("low", words.kmh(low.max(0.0)).into()),
        ("high", words.kmh(high).into()),
    ];
    Some(match Certainty::of(interval, v85 / 2.0, speed.state) {
        Certainty::High => words.with("speed-certainty-high", &args),
        Certainty::Medium => words.with("speed-certainty-medium", &args),
        Certainty::Low => words.with("speed-certainty-low", &args),
    })
}

fn notes(answer: &CountedAnswer, speed: &Speed, v85: f64, words: &Words) -> Vec<String> {
    let mut notes = Vec::new();
    if speed.above_limit_share.is_some() {
        notes.push(words.with("speed-note-v85", &[("speed", words.kmh(v85).into())]));
    }
    if let Some(share) = speed.above_limit_10_share {
        notes.push(words.with(
            "speed-note-above-10",
            &[("percent", words.percent(share).into())],
        ));
    }
    if speed.state == State::Partial {
        let cars = to_step(speed.observed_cars, 1.0);
        notes.push(words.with("speed-note-few", &[("cars", cars.into())]));
    }
    notes.extend(coverage_note(answer.scope.coverage, words));
    if speed.is_interpolated && speed.above_limit_share.is_some() {
        notes.push(words.get("speed-note-interpolated"));
    }
    if let Some(publisher) = speed.publisher_v85_median {
        notes.push(words.with(
            "speed-note-publisher",
            &[("speed", words.kmh_exact(publisher).into())],
        ));
    }
    if speed.v85_interval.is_none() {
        notes.push(words.get("note-no-interval"));
    }
    let key = if answer.devices.contains(&Device::Telraam) {
        "speed-note-sensor"
    } else {
        "speed-note-device"
    };
    notes.push(words.get(key));
    notes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_becomes_the_nearest_fraction_that_people_can_picture() {
        for (share, expected) in [
            (0.26, (1, 4)),
            (0.5, (1, 2)),
            (0.02, (1, 50)),
            (0.64, (2, 3)),
            (0.93, (9, 10)),
            (0.105, (1, 10)),
            (0.38, (2, 5)),
        ] {
            assert_eq!(fraction(share), expected, "{share}");
        }
    }
}
