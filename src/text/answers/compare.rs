//! Streets or periods beside each other, in words that claim no more than the interval of their difference.

use super::{HIDDEN_UNDER, WARNED_UNDER, outwards, window};
use crate::domain::Names;
use crate::query::plate::{Compared, Comparison, Difference, Pairing, Verdict};
use crate::text::number::{step_of_interval, step_of_value, to_step};
use crate::text::words::{Arg, Words};

/// A comparison as it is told.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparisonText {
    /// `Cars on a working day`
    pub title: String,
    /// One for each of the others, or one that says why there is nothing to compare.
    pub sentences: Vec<String>,
    /// Which hours are the same.
    pub ground: String,
    pub notes: Vec<String>,
    /// In the order of the address.
    pub rows: Vec<ComparedText>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ComparedText {
    pub label: String,
    /// `about 1,230`; `None` where nothing can be said.
    pub value: Option<String>,
    /// `1,180 to 1,290`
    pub interval: Option<String>,
    pub hours: u32,
    /// The same for a drawing: value, low, high, in passages.
    pub bar: Option<(f64, Option<(f64, f64)>)>,
}

#[must_use]
pub fn compare(answer: &Comparison, words: &Words) -> ComparisonText {
    let rows: Vec<ComparedText> = answer
        .items
        .iter()
        .map(|item| row(item, label(item, answer, words), words))
        .collect();
    ComparisonText {
        title: words.with(
            "plate-compare-title",
            &[("mode", words.mode(answer.mode).into())],
        ),
        sentences: sentences(answer, &rows, words),
        ground: ground(answer, words),
        notes: notes(answer, words),
        rows,
    }
}

/// The street where there are several, the days where these differ, both where both do.
fn label(item: &Compared, answer: &Comparison, words: &Words) -> String {
    let name = |names: &Names| names.in_language(words.language().tag()).to_owned();
    let first = answer.items.first();
    let is_one_street = answer
        .items
        .iter()
        .all(|other| first.is_some_and(|first| first.street == other.street));
    let is_one_period = answer
        .items
        .iter()
        .filter(|other| other.days.is_some())
        .all(|other| item.days.is_none() || item.days == other.days);
    let street = name(&item.names);
    match item.days {
        Some((start, end)) if !is_one_period => {
            let days = words.period(start, end);
            if is_one_street {
                days
            } else {
                format!("{street}, {days}")
            }
        }
        _ => street,
    }
}

/// Of too few of the hours nothing is shown (definitions 4.1).
fn known(item: &Compared) -> Option<f64> {
    item.value
        .filter(|_| coverage(item).is_some_and(|share| share >= HIDDEN_UNDER))
}

fn coverage(item: &Compared) -> Option<f64> {
    (item.civil_hours > 0).then(|| f64::from(item.hours) / f64::from(item.civil_hours))
}

fn row(item: &Compared, label: String, words: &Words) -> ComparedText {
    let value = known(item);
    let interval = item.interval.filter(|_| value.is_some());
    ComparedText {
        label,
        value: value.map(|value| {
            let step = interval.map_or_else(
                || step_of_value(value),
                |interval| step_of_interval(interval, 1.0),
            );
            words.whole(to_step(value, step))
        }),
        interval: interval.map(|interval| {
            let (low, high) = outwards(interval, 1.0);
            words.with(
                "ui-legend-range",
                &[
                    ("from", words.whole(low.max(0.0)).into()),
                    ("to", words.whole(high).into()),
                ],
            )
        }),
        hours: item.hours,
        bar: value.map(|value| (value, interval)),
    }
}

fn sentences(answer: &Comparison, rows: &[ComparedText], words: &Words) -> Vec<String> {
    let named: Vec<(&Compared, &str)> = answer
        .items
        .iter()
        .zip(rows.iter().map(|row| row.label.as_str()))
        .collect();
    let Some((first, others)) = named.split_first() else {
        return Vec::new();
    };
    if let Some(sentence) = nothing(*first, words) {
        return vec![sentence];
    }
    let things = words.mode_inline(answer.mode);
    let one = |(item, label): &(&Compared, &str)| {
        if let Some(sentence) = nothing((*item, *label), words) {
            return sentence;
        }
        let args = [
            ("other", (*label).into()),
            ("first", first.1.into()),
            ("things", things.as_str().into()),
        ];
        match item.difference {
            None => words.with("plate-compare-weeks", &args),
            Some(difference) => told(difference, &args, words),
        }
    };
    others.iter().map(one).collect()
}

/// Why nothing is said of one of them.
fn nothing((item, label): (&Compared, &str), words: &Words) -> Option<String> {
    let other = [("other", label.into())];
    if item.segment.is_none() {
        return Some(words.with("plate-compare-uncounted", &other));
    }
    known(item)
        .is_none()
        .then(|| words.with("plate-compare-few", &other))
}

fn told(difference: Difference, args: &[(&str, Arg)], words: &Words) -> String {
    let (low, high) = difference.interval;
    // Whole percents, rounded outwards; less than nothing is not left.
    let percents = |number: f64| words.percents(&words.whole(number));
    let (low, high) = ((low * 100.0).floor().max(-100.0), (high * 100.0).ceil());
    let key = match difference.verdict {
        Verdict::More => "plate-compare-more",
        Verdict::Fewer => "plate-compare-fewer",
        Verdict::Alike => "plate-compare-alike",
        Verdict::Unclear => "plate-compare-unclear",
    };
    let (from, to) = match difference.verdict {
        Verdict::Fewer => (-high, -low),
        _ => (low, high),
    };
    let most = low.abs().max(high.abs());
    let mut args = args.to_vec();
    args.extend([
        ("percent", words.percent(difference.share.abs()).into()),
        ("low", percents(from).into()),
        ("high", percents(to).into()),
        ("most", percents(most).into()),
    ]);
    words.with(key, &args)
}

fn ground(answer: &Comparison, words: &Words) -> String {
    let window = ("window", window(&answer.hours_of_day, words).into());
    let measured = answer.items.iter().filter(|item| item.segment.is_some());
    match answer.pairing {
        Pairing::Instants => {
            let hours = measured.map(|item| item.hours).max().unwrap_or(0);
            let days = answer.items.iter().find_map(|item| item.days);
            let period = days.map_or_else(String::new, |(start, end)| words.period(start, end));
            words.with(
                "plate-compare-instants",
                &[("hours", hours.into()), window, ("period", period.into())],
            )
        }
        Pairing::Months => words.with("plate-compare-months", &[window]),
        Pairing::HoursOfDay => words.with("plate-compare-hours", &[window]),
    }
}

fn notes(answer: &Comparison, words: &Words) -> Vec<String> {
    let mut notes = Vec::new();
    let shown = || answer.items.iter().filter(|item| known(item).is_some());
    let least = shown().filter_map(coverage).fold(1.0, f64::min);
    if least < WARNED_UNDER {
        let percent = ("percent", words.percent_down(least).into());
        notes.push(words.with("plate-compare-coverage", &[percent]));
    }
    let differences = || answer.items.iter().filter_map(|item| item.difference);
    let things = ("things", words.mode_inline(answer.mode).into());
    let first = answer
        .items
        .first()
        .and_then(|first| first.segment.as_ref());
    let is_two = answer
        .items
        .iter()
        .any(|item| item.difference.is_some() && item.segment.as_ref() != first);
    if differences().any(|one| one.is_error_unknown) {
        notes.push(words.with("plate-compare-error-unknown", &[things]));
    } else if is_two {
        notes.push(words.get("plate-compare-error"));
    }
    if answer.pairing == Pairing::HoursOfDay && answer.items.len() > 1 {
        notes.push(words.get("plate-compare-season"));
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{CivilDate, Mode, SegmentId, StreetId};
    use crate::text::Language;

    fn item(name: &str, value: Option<f64>, difference: Option<(f64, f64, Verdict)>) -> Compared {
        let day = |text| CivilDate::parse(text).expect("a day");
        Compared {
            street: StreetId(name.to_lowercase()),
            names: Names {
                by_language: [("und".to_owned(), name.to_owned())].into(),
                aliases: Vec::new(),
            },
            segment: value.map(|_| SegmentId(name.into())),
            days: Some((day("2024-01-01"), day("2025-01-01"))),
            hours: 5_000,
            civil_hours: 6_000,
            value,
            interval: value.map(|value| (value - 30.0, value + 33.0)),
            difference: difference.map(|(low, high, verdict)| Difference {
                share: f64::midpoint(low, high),
                interval: (low, high),
                verdict,
                is_error_unknown: false,
            }),
        }
    }

    fn comparison(items: Vec<Compared>) -> Comparison {
        Comparison {
            mode: Mode::Car,
            pairing: Pairing::Instants,
            hours_of_day: (0..24).collect(),
            items,
            sources: Vec::new(),
        }
    }

    #[test]
    fn a_sentence_claims_what_its_interval_does() {
        let words = Words::new(Language::English);
        let answer = comparison(vec![
            item("Mill Street", Some(1000.0), None),
            item(
                "Long Street",
                Some(1400.0),
                Some((0.142, 0.713, Verdict::More)),
            ),
            item(
                "Short Street",
                Some(600.0),
                Some((-0.512, -0.305, Verdict::Fewer)),
            ),
            item(
                "Side Street",
                Some(1050.0),
                Some((-0.13, 0.29, Verdict::Unclear)),
            ),
        ]);
        let told = compare(&answer, &words);
        assert_eq!(
            told.sentences,
            [
                "Long Street: about 43% more cars than Mill Street (most likely 14% to 72% more).",
                "Short Street: about 41% fewer cars than Mill Street (most likely 30% to 52% fewer).",
                "Side Street: the counts do not say whether there are more or fewer cars than in Mill Street.",
            ]
        );
        assert_eq!(told.rows[0].value.as_deref(), Some("1,000"));
        assert_eq!(told.rows[0].interval.as_deref(), Some("970 to 1,033"));
        assert!(told.ground.contains("5,000 hours"), "{}", told.ground);
        assert_eq!(told.notes.len(), 1);
    }

    #[test]
    fn what_is_not_known_is_said_and_drawn_as_nothing() {
        let words = Words::new(Language::English);
        let mut few = item("Long Street", Some(900.0), Some((0.2, 0.3, Verdict::More)));
        few.hours = 1_000;
        let answer = comparison(vec![
            item("Mill Street", Some(1000.0), None),
            item("No Street", None, None),
            few,
            item("New Street", Some(1000.0), None),
        ]);
        let told = compare(&answer, &words);
        assert_eq!(
            told.sentences,
            [
                "No Street: nothing is counted there.",
                "Long Street: too few of the same hours were counted to say anything.",
                "New Street: too few weeks were counted to compare it with Mill Street.",
            ]
        );
        assert_eq!((&told.rows[1].bar, &told.rows[2].value), (&None, &None));
        let first = compare(
            &comparison(vec![
                item("No Street", None, None),
                item("A", Some(1.0), None),
            ]),
            &words,
        );
        assert_eq!(first.sentences, ["No Street: nothing is counted there."]);
    }

    #[test]
    fn periods_of_one_street_are_named_by_their_days() {
        let words = Words::new(Language::English);
        let mut before = item("Mill Street", Some(1000.0), None);
        let after = item(
            "Mill Street",
            Some(1010.0),
            Some((-0.02, 0.04, Verdict::Alike)),
        );
        before.days = before
            .days
            .map(|(start, end)| (start.plus_days(-365), end.plus_days(-366)));
        let told = compare(
            &Comparison {
                pairing: Pairing::Months,
                ..comparison(vec![before, after])
            },
            &words,
        );
        let plain = |text: &str| text.replace('\u{a0}', " ");
        assert_eq!(
            plain(&told.rows[1].label),
            "1 January 2024 to 31 December 2024"
        );
        assert_eq!(
            plain(&told.sentences[0]),
            "1 January 2024 to 31 December 2024: about as many cars as 1 January 2023 to 31 December 2023 (the difference is 4% at most)."
        );
        assert_eq!(told.notes, Vec::<String>::new());
    }
}
