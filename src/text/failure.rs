//! What went wrong, in the reader's words, and what to do about it.

use super::words::{Arg, Words};
use crate::query::Failure;

/// What went wrong, for a reader.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FailureText {
    pub title: String,
    /// What happened.
    pub text: String,
    /// What the reader can do.
    pub action: String,
}

#[must_use]
pub fn failure(failure: &Failure, words: &Words) -> FailureText {
    let (title, text, action) = match failure {
        Failure::Offline { .. } => (
            words.get("failure-offline-title"),
            words.get("failure-offline-text"),
            words.get("failure-offline-action"),
        ),
        Failure::Missing { file, status } => (
            words.get("failure-missing-title"),
            words.with(
                "failure-missing-text",
                &[("file", text(file)), ("status", status.to_string().into())],
            ),
            words.get("failure-missing-action"),
        ),
        Failure::Truncated {
            file,
            expected,
            found,
        } => (
            words.get("failure-truncated-title"),
            words.with(
                "failure-truncated-text",
                &[
                    ("file", text(file)),
                    ("found", words.bytes(*found).into()),
                    ("expected", words.bytes(*expected).into()),
                ],
            ),
            words.get("failure-truncated-action"),
        ),
        Failure::NoRanges { file, bytes } => (
            words.get("failure-ranges-title"),
            words.with(
                "failure-ranges-text",
                &[("file", text(file)), ("bytes", words.bytes(*bytes).into())],
            ),
            words.get("failure-ranges-action"),
        ),
        Failure::WrongHash { file, .. } => (
            words.get("failure-hash-title"),
            words.with("failure-hash-text", &[("file", text(file))]),
            words.get("failure-hash-action"),
        ),
        Failure::Unreadable {
            file,
            place,
            expected,
        } => (
            words.get("failure-unreadable-title"),
            words.with(
                "failure-unreadable-text",
                &[
                    ("file", text(file)),
                    ("place", text(place)),
                    ("expected", text(expected)),
                ],
            ),
            words.get("failure-unreadable-action"),
        ),
        Failure::UnknownStreet { street } => (
            words.get("failure-street-title"),
            words.with("failure-street-text", &[("street", text(&street.0))]),
            words.get("failure-street-action"),
        ),
        Failure::UnknownSegment { street, segment } => (
            words.get("failure-segment-title"),
            words.with(
                "failure-segment-text",
                &[("street", text(&street.0)), ("segment", text(segment))],
            ),
            words.get("failure-segment-action"),
        ),
        Failure::EmptyPeriod => (
            words.get("failure-period-title"),
            words.get("failure-period-text"),
            words.get("failure-period-action"),
        ),
        Failure::TooLarge { file, bytes } => (
            words.get("failure-large-title"),
            words.with(
                "failure-large-text",
                &[("file", text(file)), ("bytes", words.bytes(*bytes).into())],
            ),
            words.get("failure-unreadable-action"),
        ),
        Failure::WorkerGone { .. } => (
            words.get("failure-worker-title"),
            words.get("failure-worker-text"),
            words.get("failure-worker-action"),
        ),
    };
    FailureText {
        title,
        text,
        action,
    }
}

fn text(text: &str) -> Arg {
    Arg::from(text)
}
