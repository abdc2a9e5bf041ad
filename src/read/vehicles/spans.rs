//! When a counter was up, as far as its files show.
//!
//! - A file covers the time from its first to its last record, or from its stated start to its stated end
//!   where these lie within a day of a record.
//! - A day without a record is not covered: no counter stays where nobody passes.
//! - Of an hour that occurs twice and is told once the second is not covered: it is not known what became of it.
//! - Between two files of a site up to six hours are covered, where neither states its end or start: the
//!   memory was read out in between. Longer is missing.

use super::{QUARTER_MS, Vehicles};
use std::collections::BTreeMap;

const HOUR_MS: i64 = 3_600_000;
const LONGEST_SILENCE_MS: i64 = 24 * HOUR_MS;
const LONGEST_GAP_MS: i64 = 6 * HOUR_MS;
/// Files that follow one another may overlap by so much: stated times are whole minutes.
pub(super) const OVERLAP_MS: i64 = 120_000;

/// A time that is covered, milliseconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    /// Index of the file; `None` between two files.
    pub file: Option<usize>,
    pub from: i64,
    pub to: i64,
    is_from_stated: bool,
    is_to_stated: bool,
}

/// What one file covers.
pub(super) fn of_file(file: usize, vehicles: &Vehicles) -> Vec<Span> {
    let mut spans = with_stated(file, vehicles);
    for hour in vehicles.clock.not_told() {
        let parts = spans.into_iter().flat_map(|span| {
            let before = Span {
                to: span.to.min(hour),
                ..span
            };
            let after = Span {
                from: span.from.max(hour + HOUR_MS),
                ..span
            };
            [before, after]
                .into_iter()
                .filter(|part| part.from <= part.to)
        });
        spans = parts.collect();
    }
    spans
}

fn with_stated(file: usize, vehicles: &Vehicles) -> Vec<Span> {
    let stated = vehicles.stated.map(|(start, end)| (start.0, end.0));
    let span = |from, to| Span {
        file: Some(file),
        from,
        to,
        is_from_stated: false,
        is_to_stated: false,
    };
    let mut spans: Vec<Span> = Vec::new();
    for quarter in vehicles.quarters.values() {
        match spans.last_mut() {
            Some(last) if quarter.first.0 - last.to <= LONGEST_SILENCE_MS => {
                last.to = last.to.max(quarter.last.0);
            }
            _ => spans.push(span(quarter.first.0, quarter.last.0)),
        }
    }
    let Some((start, end)) = stated else {
        return spans;
    };
    if spans.is_empty() && end - start <= LONGEST_SILENCE_MS {
        spans.push(span(start, end));
    }
    if let Some(first) = spans
        .first_mut()
        .filter(|s| s.from - start <= LONGEST_SILENCE_MS)
    {
        first.from = first.from.min(start);
        first.is_from_stated = true;
    }
    if let Some(last) = spans
        .last_mut()
        .filter(|s| end - s.to <= LONGEST_SILENCE_MS)
    {
        last.to = last.to.max(end);
        last.is_to_stated = true;
    }
    spans
}

/// What all files of a site cover, with the short times between them.
pub(super) fn joined(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_by_key(|span| (span.from, span.to, span.file));
    let mut between = Vec::new();
    let mut latest: Option<Span> = None;
    for span in &spans {
        if let Some(before) = latest {
            let gap = span.from - before.to;
            let is_open = !before.is_to_stated && !span.is_from_stated;
            if gap > 0 && gap <= LONGEST_GAP_MS && is_open && before.file != span.file {
                between.push(Span {
                    file: None,
                    from: before.to,
                    to: span.from,
                    ..*span
                });
            }
        }
        if latest.is_none_or(|before| before.to < span.to) {
            latest = Some(*span);
        }
    }
    spans.extend(between);
    spans
}

/// Spans cut at the quarters of an hour.
pub(super) fn by_quarter(spans: &[Span]) -> BTreeMap<i64, Vec<Span>> {
    let mut quarters: BTreeMap<i64, Vec<Span>> = BTreeMap::new();
    for span in spans {
        for quarter in span.from.div_euclid(QUARTER_MS)..=span.to.div_euclid(QUARTER_MS) {
            let start = quarter * QUARTER_MS;
            let part = Span {
                from: span.from.max(start),
                to: span.to.min(start + QUARTER_MS),
                ..*span
            };
            quarters.entry(quarter).or_default().push(part);
        }
    }
    quarters
}

/// Milliseconds that are covered, each once.
pub(super) fn covered(spans: &[Span]) -> i64 {
    let mut sorted: Vec<(i64, i64)> = spans.iter().map(|span| (span.from, span.to)).collect();
    sorted.sort_unstable();
    let (mut sum, mut reached) = (0, i64::MIN);
    for (from, to) in sorted {
        sum += (to - from.max(reached)).max(0);
        reached = reached.max(to);
    }
    sum
}

/// Drops spans of files that tell of the same time as a later file: the later one stays.
pub(super) fn without_repeats(spans: &mut Vec<Span>) {
    let all = std::mem::take(spans);
    let mut files: Vec<usize> = all.iter().filter_map(|span| span.file).collect();
    files.sort_unstable();
    files.dedup();
    for file in files.into_iter().rev() {
        let own: Vec<Span> = all
            .iter()
            .filter(|s| s.file == Some(file))
            .copied()
            .collect();
        let mut both = spans.clone();
        both.extend(&own);
        if covered(spans) + covered(&own) - covered(&both) <= OVERLAP_MS {
            spans.extend(own);
        }
    }
    spans.extend(all.iter().filter(|span| span.file.is_none()));
}
