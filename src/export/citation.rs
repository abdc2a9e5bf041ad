//! How to cite a figure: as text, for BibTeX, and for programs that read CSL-JSON.

use super::Taken;
use super::describe::Origin;
use crate::text::Words;
use serde_json::json;
use std::fmt::Write as _;

/// Digits of the file's hash that tell a version.
const DIGITS: usize = 12;

impl Taken<'_> {
    /// Who counted; each once, in the order of the sources.
    fn publishers(&self) -> Vec<&str> {
        let mut found: Vec<&str> = Vec::new();
        let counts = self.street.sources.iter().filter(|s| s.device.is_some());
        for source in counts {
            if !source.publisher.is_empty() && !found.contains(&source.publisher.as_str()) {
                found.push(&source.publisher);
            }
        }
        if found.is_empty() {
            found.push("Straatbeeld");
        }
        found
    }

    /// Which data: the first digits of the hash of the file with the counts.
    pub(super) fn version(&self) -> String {
        let counts = self.street.sources.iter().find(|s| s.device.is_some());
        counts
            .map(|source| source.sha256.chars().take(DIGITS).collect())
            .unwrap_or_default()
    }

    fn license(&self) -> &str {
        let counts = self.street.sources.iter().find(|s| s.device.is_some());
        counts.map_or("", |source| &source.license)
    }

    fn year(&self) -> i32 {
        self.counted.last_day().year()
    }

    /// In the reader's language.
    #[must_use]
    pub fn citation(&self, origin: &Origin, words: &Words) -> String {
        let period = words.period(self.counted.start, self.counted.end);
        words.with(
            "take-citation",
            &[
                ("publisher", self.publishers().join("; ").into()),
                // As text: a year has no thousands.
                ("year", self.year().to_string().into()),
                ("title", origin.title.clone().into()),
                ("period", period.into()),
                ("version", self.version().into()),
                ("license", self.license().into()),
                ("link", origin.permalink.clone().into()),
                ("accessed", origin.accessed.clone().into()),
            ],
        )
    }

    /// An entry of the kind `misc`, which every style has.
    #[must_use]
    pub fn bibtex(&self, origin: &Origin) -> String {
        let authors: Vec<String> = self
            .publishers()
            .iter()
            .map(|name| format!("{{{}}}", tex(name)))
            .collect();
        let counted = self.counted;
        let note = format!(
            "Data set, {} to {}, version {}, {}",
            counted.start,
            counted.last_day(),
            self.version(),
            self.license()
        );
        let fields = [
            ("author", authors.join(" and ")),
            ("title", format!("{{{}}}", tex(&origin.title))),
            ("year", self.year().to_string()),
            ("url", origin.permalink.replace(['{', '}', '\\'], "")),
            ("urldate", origin.accessed.clone()),
            ("version", self.version()),
            ("note", tex(&note)),
        ];
        let mut out = format!("@misc{{{},\n", self.name());
        for (name, value) in fields {
            // Writing to a String does not fail.
            let _ = writeln!(out, "  {name} = {{{value}}},");
        }
        out.push_str("}\n");
        out
    }

    /// One item of CSL-JSON, in the list that programs expect.
    #[must_use]
    pub fn csl(&self, origin: &Origin) -> String {
        let authors: Vec<_> = self
            .publishers()
            .iter()
            .map(|name| json!({ "literal": name }))
            .collect();
        let parts = |date: &str| -> Vec<i64> {
            date.split('-')
                .filter_map(|part| part.parse().ok())
                .collect()
        };
        let last = self.counted.last_day().to_string();
        let text = serde_json::to_string_pretty(&json!([{
            "id": self.name(),
            "type": "dataset",
            "title": origin.title,
            "author": authors,
            "publisher": "Straatbeeld",
            "issued": { "date-parts": [parts(&last)] },
            "accessed": { "date-parts": [parts(&origin.accessed)] },
            "version": self.version(),
            "URL": origin.permalink,
            "language": origin.language,
            "note": format!("{}/{}; {}", self.counted.start, last, self.license()),
        }]));
        text.unwrap_or_default()
    }
}

/// What TeX would take for its own is written as text.
fn tex(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '&' | '%' | '$' | '#' | '_' => {
                out.push('\\');
                out.push(letter);
            }
            '{' | '}' | '\\' => {}
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            other => out.push(other),
        }
    }
    out
}
