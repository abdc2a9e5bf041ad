//! How busy is it?

use super::{
    Certainty, PlainAnswer, counted, coverage_note, happened, hidden, nothing_counted, outwards,
    window,
};
use crate::domain::{DayType, Device, Estimate, Mode, State};
use crate::query::answer::{CountedAnswer, PeakHour, Scope};
use crate::text::number::{step_of_interval, step_of_value, to_step};
use crate::text::words::Words;

/// The mean working day of the chosen mode, its busiest hour as a rhythm, and its certainty.
#[must_use]
pub fn busy(answer: &CountedAnswer, words: &Words) -> PlainAnswer {
    let question = words.get("question-busy");
    if let Some(sentence) = nothing_counted(answer, words) {
        return PlainAnswer::cannot(question, sentence);
    }
    let Some(total) = total_of(answer, DayType::Working) else {
        let sentence =
            hidden(answer.scope.coverage, words).unwrap_or_else(|| words.get("busy-cannot-gaps"));
        return PlainAnswer::cannot(question, sentence);
    };
    if let Some(sentence) = hidden(total.coverage, words) {
        return PlainAnswer::cannot(question, sentence);
    }
    let mut notes = Vec::new();
    notes.extend(weekend(answer, words));
    notes.extend(coverage_note(total.coverage, words));
    if answer.busy.is_daylight_only {
        notes.push(words.get("note-daylight"));
    }
    notes.extend(dark(answer, total, words));
    if is_blind(answer) {
        let share = f64::from(answer.scope.blind_hours) / f64::from(answer.scope.usable.max(1));
        notes.push(words.with("note-blind", &[("percent", words.percent(share).into())]));
    }
    if total.interval.is_none() {
        notes.push(words.get("note-no-interval"));
    }
    notes.extend(happened::unlike_other_days(answer, words));
    notes.extend(happened::odd_hours(answer, words));
    notes.extend(device_errors(answer, words));
    if answer.mode == Mode::Bike {
        notes.push(words.get("note-bike"));
    }
    PlainAnswer {
        question,
        sentence: sentence(answer, total, words),
        certainty: certainty(total, words),
        notes,
    }
}

fn total_of(answer: &CountedAnswer, day_type: DayType) -> Option<Estimate> {
    answer
        .busy
        .by_day_type
        .iter()
        .find(|day| day.day_type == day_type)?
        .total
}

/// Passages in the dark without a name, where they are so many (over a tenth, as for the state of
/// the total) that the number alone would mislead: it says only what was recognised, and the sentence says so.
fn unnamed(answer: &CountedAnswer, total: Estimate) -> Option<f64> {
    let night = answer
        .busy
        .night_per_working_day
        .filter(|_| answer.mode != Mode::Night)?;
    (night >= 1.0 && night > total.value * 0.1).then_some(night)
}

/// So much passes in the dark without a name that a figure of recognised passages says too little.
pub(super) fn misses_the_dark(answer: &CountedAnswer) -> bool {
    let total = total_of(answer, DayType::Working);
    is_blind(answer) || total.is_some_and(|total| unnamed(answer, total).is_some())
}

/// In a tenth of the hours or more, empty and dark look the same.
fn is_blind(answer: &CountedAnswer) -> bool {
    let Scope {
        blind_hours,
        usable,
        ..
    } = answer.scope;
    answer.mode != Mode::Night && blind_hours > 0 && blind_hours * 10 >= usable
}

/// `22 cars`
fn recognised(mode: Mode, count: f64, words: &Words) -> String {
    let key = match mode {
        Mode::Pedestrian => "recognised-pedestrian",
        Mode::Bike => "recognised-bike",
        Mode::Heavy => "recognised-heavy",
        Mode::Car | Mode::Night => "recognised-car",
    };
    words.with(key, &[("count", count.into())])
}

/// Two digits of the interval, else two digits of the value; whole passages.
fn rounded(total: Estimate) -> f64 {
    let step = total.interval.map_or_else(
        || step_of_value(total.value),
        |interval| step_of_interval(interval, 1.0),
    );
    to_step(total.value, step)
}

fn sentence(answer: &CountedAnswer, total: Estimate, words: &Words) -> String {
    let window = window(&answer.busy.hours_of_day, words);
    let things = words.mode_inline(answer.mode);
    if let Some(night) = unnamed(answer, total) {
        let night = to_step(night, step_of_value(night)).into();
        if total.value < 1.0 {
            return words.with(
                "busy-dark-few",
                &[("things", things.into()), ("night", night)],
            );
        }
        let counted = recognised(answer.mode, rounded(total), words);
        return words.with(
            "busy-dark",
            &[
                ("counted", counted.into()),
                ("window", window.into()),
                ("night", night),
            ],
        );
    }
    if is_blind(answer) && total.value >= 1.0 {
        let counted = recognised(answer.mode, rounded(total), words);
        return words.with(
            "busy-blind",
            &[("counted", counted.into()), ("window", window.into())],
        );
    }
    if total.value <= 0.0 {
        return words.with(
            "busy-none",
            &[("things", things.into()), ("window", window.into())],
        );
    }
    let count = rounded(total);
    if count < 1.0 {
        return words.with(
            "busy-few",
            &[("things", things.into()), ("window", window.into())],
        );
    }
    let counted = counted(answer.mode, count, words);
    match answer.busy.peak {
        Some(peak) if peak.mean > 0.0 => words.with(
            "busy-sentence-peak",
            &[
                ("counted", counted.into()),
                ("window", window.into()),
                ("hour", words.hour(peak.hour).into()),
                ("rate", rate(peak, answer.mode, words).into()),
            ],
        ),
        _ => words.with(
            "busy-sentence",
            &[("counted", counted.into()), ("window", window.into())],
        ),
    }
}

/// Passages per hour as a rhythm that people can feel: `a car every 25 seconds`.
fn rate(peak: PeakHour, mode: Mode, words: &Words) -> String {
    let one = words.mode_one(mode);
    let seconds = 3600.0 / peak.mean;
    if seconds < 52.5 {
        let step = if seconds < 20.0 { 1.0 } else { 5.0 };
        let seconds = to_step(seconds, step);
        if seconds > 1.0 {
            return words.with(
                "rate-seconds",
                &[("one", one.into()), ("seconds", seconds.into())],
            );
        }
        return words.with("rate-second", &[("one", one.into())]);
    }
    if seconds < 90.0 {
        return words.with("rate-minute", &[("one", one.into())]);
    }
    let minutes = seconds / 60.0;
    if minutes < 47.5 {
        let step = if minutes < 20.0 { 1.0 } else { 5.0 };
        return words.with(
            "rate-minutes",
            &[
                ("one", one.into()),
                ("minutes", to_step(minutes, step).into()),
            ],
        );
    }
    if peak.mean >= 0.75 {
        words.get("rate-hour")
    } else {
        words.get("rate-less")
    }
}

fn certainty(total: Estimate, words: &Words) -> Option<String> {
    let interval = total.interval.filter(|_| total.value > 0.0)?;
    let (low, high) = outwards(interval, 1.0);
    let args = [
        ("low", words.whole(low.max(0.0)).into()),
        ("high", words.whole(high).into()),
    ];
    Some(match Certainty::of(interval, total.value, total.state) {
        Certainty::High => words.with("certainty-high", &args),
        Certainty::Medium => words.with("certainty-medium", &args),
        Certainty::Low => words.with("certainty-low", &args),
    })
}

/// Saturdays and Sundays beside the working day, where they are known well enough.
fn weekend(answer: &CountedAnswer, words: &Words) -> Option<String> {
    let mut parts = Vec::new();
    for (day_type, key) in [
        (DayType::Saturday, "busy-weekend-saturday"),
        (DayType::Sunday, "busy-weekend-sunday"),
    ] {
        let total = total_of(answer, day_type);
        if let Some(total) = total.filter(|t| t.state != State::Missing && rounded(*t) >= 1.0) {
            parts.push(words.with(key, &[("count", rounded(total).into())]));
        }
    }
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// What was seen in the dark and is not in the number.
fn dark(answer: &CountedAnswer, total: Estimate, words: &Words) -> Vec<String> {
    let mut notes = Vec::new();
    if let Some(night) = answer.busy.night_per_working_day
        && answer.mode != Mode::Night
        && night >= 0.5
        && unnamed(answer, total).is_none()
    {
        let count = to_step(night, step_of_value(night));
        notes.push(words.with("note-night", &[("count", count.into())]));
    }
    let usable = answer.scope.usable;
    if answer.scope.night_hours > 0 && usable > 0 && answer.mode != Mode::Night {
        let share = f64::from(answer.scope.night_hours) / f64::from(usable);
        if share >= 0.1 {
            notes.push(words.with(
                "note-dark-hours",
                &[
                    ("percent", words.percent(share).into()),
                    ("things", words.mode_inline(answer.mode).into()),
                ],
            ));
        }
    }
    notes
}

/// The error of each kind of device, which does not shrink with time (definitions 4.3).
fn device_errors(answer: &CountedAnswer, words: &Words) -> Vec<String> {
    let things = || words.mode_inline(answer.mode);
    let note = |device: &Device| match device.error_percent(answer.mode) {
        Some((low, high)) => words.with(
            "note-device-error",
            &[
                ("device", words.device(*device).into()),
                ("low", u32::from(low).into()),
                ("high", u32::from(high).into()),
            ],
        ),
        None if *device == Device::Telraam => {
            words.with("note-sensor-other", &[("things", things().into())])
        }
        None => words.with(
            "note-device-unknown",
            &[("device", words.device(*device).into())],
        ),
    };
    answer.devices.iter().map(note).collect()
}
