//! Do people drive too fast?

use super::{Certainty, PlainAnswer, coverage_note, hidden, nothing_counted, outwards};
use crate::domain::{Device, Mode, State};
use crate::query::answer::{CountedAnswer, MeanSpeed, PartSpeed, Speed};
use crate::text::number::to_step;
use crate::text::words::{Arg, Words};

/// The share of cars above the limit, or what is known where there is no limit; of bicycles, where only
/// their speed is measured.
#[must_use]
pub fn speed(answer: &CountedAnswer, words: &Words) -> PlainAnswer {
    let question = words.get("question-speed");
    if let Some(sentence) = nothing_counted(answer, words) {
        return PlainAnswer::cannot(question, sentence);
    }
    let Some(speed) = &answer.speed else {
        return match answer.mean_speed {
            Some(mean) => mean_only(question, answer, mean, words),
            None => PlainAnswer::cannot(question, words.get("speed-cannot-none")),
        };
    };
    if let Some(sentence) = hidden(answer.scope.coverage, words) {
        return PlainAnswer::cannot(question, sentence);
    }
    let Some(v85) = speed.v85_kmh.filter(|_| speed.state != State::Missing) else {
        let sentence = words.with("speed-cannot-few", &[seen(speed), things(speed, words)]);
        return PlainAnswer::cannot(question, sentence);
    };
    PlainAnswer {
        question,
        sentence: sentence(answer.limit_kmh, speed, v85, words),
        certainty: certainty(speed, v85, words),
        notes: notes(answer, speed, v85, words),
    }
}

/// Where a mean is all there is: how many go too fast is not known.
fn mean_only(
    question: String,
    answer: &CountedAnswer,
    mean: MeanSpeed,
    words: &Words,
) -> PlainAnswer {
    if let Some(sentence) = hidden(answer.scope.coverage, words) {
        return PlainAnswer::cannot(question, sentence);
    }
    let sentence = words.with(
        "speed-mean-only",
        &[
            ("things", words.mode_inline(Mode::Car).into()),
            ("speed", words.kmh(mean.mean_kmh).into()),
        ],
    );
    let mut notes = Vec::new();
    if let Some(limit) = answer.limit_kmh {
        let limit = ("limit", words.kmh(limit).into());
        notes.push(words.with("speed-note-limit", &[limit]));
    }
    notes.push(words.get(device(answer)));
    PlainAnswer {
        question,
        sentence,
        certainty: None,
        notes,
    }
}

fn things(speed: &Speed, words: &Words) -> (&'static str, Arg) {
    ("things", words.mode_inline(speed.mode).into())
}

/// How many were seen with a speed.
fn seen(speed: &Speed) -> (&'static str, Arg) {
    ("count", to_step(speed.observed_cars, 1.0).into())
}

fn sentence(limit_kmh: Option<f64>, speed: &Speed, v85: f64, words: &Words) -> String {
    let things = || things(speed, words);
    let Some((limit, share)) = limit_kmh.zip(speed.above_limit_share) else {
        let v85 = ("speed", words.kmh(v85).into());
        return words.with("speed-no-limit", &[v85, things()]);
    };
    let limit = words.kmh(limit);
    if share <= 0.0 {
        return words.with("speed-share-none", &[("limit", limit.into()), things()]);
    }
    if share >= 1.0 {
        return words.with("speed-share-all", &[("limit", limit.into()), things()]);
    }
    let percent = words.percent(share);
    if !(0.015..=0.95).contains(&share) {
        let key = if share < 0.5 {
            "speed-share-few"
        } else {
            "speed-share-most"
        };
        return words.with(
            key,
            &[
                ("percent", percent.into()),
                ("limit", limit.into()),
                things(),
            ],
        );
    }
    let (a, b) = fraction(share);
    words.with(
        "speed-share",
        &[
            ("a", a.into()),
            ("b", b.into()),
            ("percent", percent.into()),
            ("limit", limit.into()),
            things(),
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
        things(speed, words),
    ];
    Some(match Certainty::of(interval, v85 / 2.0, speed.state) {
        Certainty::High => words.with("speed-certainty-high", &args),
        Certainty::Medium => words.with("speed-certainty-medium", &args),
        Certainty::Low => words.with("speed-certainty-low", &args),
    })
}

fn notes(answer: &CountedAnswer, speed: &Speed, v85: f64, words: &Words) -> Vec<String> {
    let things = || things(speed, words);
    let mut notes = Vec::new();
    if speed.above_limit_share.is_some() {
        let v85 = ("speed", words.kmh(v85).into());
        notes.push(words.with("speed-note-v85", &[v85, things()]));
    }
    if let Some(share) = speed.above_limit_10_share {
        let percent = ("percent", words.percent(share).into());
        notes.push(words.with("speed-note-above-10", &[percent, things()]));
    }
    notes.extend(sides(answer, speed, words));
    if speed.state == State::Partial {
        notes.push(words.with("speed-note-few", &[seen(speed), things()]));
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
    notes.push(words.get(device(answer)));
    notes
}

/// How exactly speeds are measured, as far as that is known.
fn device(answer: &CountedAnswer) -> &'static str {
    if answer.devices.contains(&Device::Telraam) {
        "speed-note-sensor"
    } else {
        "speed-note-device"
    }
}

/// V85 in each direction, where the source tells them apart and one of them is known.
fn sides(answer: &CountedAnswer, speed: &Speed, words: &Words) -> Option<String> {
    let [left, right] = speed.sides.as_slice() else {
        return None;
    };
    let known = |part: &PartSpeed| part.v85_kmh.filter(|_| part.state != State::Missing);
    known(left).or(known(right))?;
    let speed = |part: &PartSpeed| match known(part) {
        Some(v85) => words.kmh(v85),
        None => words.get("speed-side-few"),
    };
    let (left_name, right_name) = answer.directions.side_names.clone().unwrap_or_else(|| {
        (
            words.get("chart-directions-left"),
            words.get("chart-directions-right"),
        )
    });
    Some(words.with(
        "speed-note-sides",
        &[
            ("left", left_name.into()),
            ("leftspeed", speed(left).into()),
            ("right", right_name.into()),
            ("rightspeed", speed(right).into()),
        ],
    ))
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
