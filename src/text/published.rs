//! Texts that stand in published files in all four languages, whatever the page speaks. The page carries none of them.

use crate::domain::Names;

include!(concat!(env!("OUT_DIR"), "/published.rs"));

/// The languages of the texts.
pub const LANGUAGES: [&str; 4] = ["de", "en", "fr", "nl"];

/// A text in all languages; a key that is not there gives itself in brackets.
#[must_use]
pub fn text(key: &str) -> Names {
    let found = PUBLISHED
        .binary_search_by(|(known, _)| known.cmp(&key))
        .ok()
        .and_then(|at| PUBLISHED.get(at));
    let by_language = match found {
        Some((_, texts)) => texts
            .iter()
            .map(|(tag, text)| ((*tag).to_owned(), (*text).to_owned()))
            .collect(),
        None => [("und".to_owned(), format!("[{key}]"))].into(),
    };
    Names {
        by_language,
        aliases: Vec::new(),
    }
}

#[must_use]
pub fn has(key: &str) -> bool {
    PUBLISHED
        .binary_search_by(|(known, _)| known.cmp(&key))
        .is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_text_is_there_in_four_languages_and_the_keys_are_sorted() {
        assert!(PUBLISHED.len() > 60);
        assert!(PUBLISHED.is_sorted_by_key(|(key, _)| key));
        for (key, texts) in PUBLISHED {
            let tags: Vec<&str> = texts.iter().map(|(tag, _)| *tag).collect();
            assert_eq!(tags, LANGUAGES, "{key}");
            assert!(
                texts.iter().all(|(_, text)| !text.trim().is_empty()),
                "{key}"
            );
            let names = text(key);
            assert_eq!(names.by_language.len(), 4);
        }
        assert_eq!(text("no-such-text").in_language("nl"), "[no-such-text]");
    }
}
