//! The files that a figure rests on: where they are, how to know them, what was done to them.

use crate::query::ledger::{Ledger, LedgerFile};
use crate::text::words::Words;

/// A published file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileText {
    /// Relative to the published folder.
    pub path: String,
    pub facts: Vec<Fact>,
    /// Heads `steps`.
    pub steps_title: String,
    /// What was done before it was published; in English, as the catalogue has it.
    pub steps: Vec<String>,
}

/// A labelled value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fact {
    pub label: String,
    pub value: String,
    /// Where the value leads to, `http` or `https`.
    pub link: Option<String>,
    /// A name that machines compare: in letters of one width, and it may break anywhere.
    pub is_code: bool,
}

pub(super) fn files(ledger: &Ledger, words: &Words) -> Vec<FileText> {
    ledger.files.iter().map(|one| file(one, words)).collect()
}

fn file(file: &LedgerFile, words: &Words) -> FileText {
    let source = &file.source;
    let fact = |label: &str, value: String| Fact {
        label: words.get(label),
        value,
        ..Fact::default()
    };
    let title = source.title.in_language(words.language().tag());
    let url = &source.license_url;
    let is_web = url.starts_with("https://") || url.starts_with("http://");
    let rows = words.with(
        "ledger-file-rows",
        &[
            ("first", words.whole(file.first_row as f64).into()),
            ("last", words.whole(file.last_row as f64).into()),
        ],
    );
    let size = words.with(
        "ledger-file-bytes",
        &[("bytes", words.whole(file.bytes as f64).into())],
    );
    FileText {
        path: source.path.clone(),
        facts: vec![
            fact("ledger-file-title", title.to_owned()),
            fact("ledger-file-publisher", source.publisher.clone()),
            Fact {
                link: is_web.then(|| url.clone()),
                ..fact("ledger-file-licence", source.license.clone())
            },
            fact("ledger-file-read", rows),
            fact("ledger-file-size", size),
            Fact {
                is_code: true,
                ..fact("ledger-file-hash", source.sha256.clone())
            },
        ],
        steps_title: words.get("ledger-file-steps"),
        steps: file.steps.clone(),
    }
}
