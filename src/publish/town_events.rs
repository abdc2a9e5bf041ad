//! Events that a town file tells itself: `[[event]]`.

use super::town_toml::{RawEvent, SegmentText};
use crate::domain::{CivilDate, Event, EventKind};
use crate::read::events_csv::{ENDS_EARLY, NO_END, NO_START, NO_TEXT, unknown_kind};
use std::ops::Range;

/// The event of a table, or what is wrong with it and where; `whole` is where the table stands.
pub(super) fn event(raw: RawEvent, whole: &Range<usize>) -> Result<Event, (Range<usize>, String)> {
    let fail = |span: Range<usize>, message: &str| Err((span, message.to_owned()));
    let Some(start) = CivilDate::parse(raw.start.get_ref()) else {
        return fail(raw.start.span(), NO_START);
    };
    let end = match &raw.end {
        None => None,
        Some(text) => match CivilDate::parse(text.get_ref()) {
            None => return fail(text.span(), NO_END),
            Some(end) if end <= start => return fail(text.span(), ENDS_EARLY),
            end => end,
        },
    };
    let Some(kind) = EventKind::parse(raw.kind.get_ref()) else {
        return Err((raw.kind.span(), unknown_kind(raw.kind.get_ref())));
    };
    let what = raw.text.names();
    if what.by_language.values().all(|text| text.trim().is_empty()) {
        return fail(whole.clone(), NO_TEXT);
    }
    Ok(Event {
        segment: raw.segment.map(SegmentText::id),
        start,
        end,
        kind,
        what,
    })
}
