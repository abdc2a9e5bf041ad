//! What the page makes of a reader's answers for the reader to keep: a file, and a letter that is not sent by itself.

use form_urlencoded::byte_serialize;
use serde::Serialize;
use std::collections::BTreeMap;

/// The format of a file of answers, `docs/voices.schema.json`.
pub const VOICE_FORMAT: &str = "straatbeeld-voice-1";

#[derive(Serialize)]
struct Voice<'a> {
    format: &'static str,
    list: u32,
    town: &'a str,
    answers: &'a BTreeMap<String, String>,
}

/// The text of a file of answers: dilemma by dilemma, those without an answer left out. No name, no date.
#[must_use]
pub fn voice(town: &str, list: u32, answers: &BTreeMap<String, String>) -> String {
    let voice = Voice {
        format: VOICE_FORMAT,
        list,
        town,
        answers,
    };
    let mut text = serde_json::to_string_pretty(&voice).unwrap_or_default();
    text.push('\n');
    text
}

/// A link that opens the reader's own mail program (RFC 6068); `None` without an address.
#[must_use]
pub fn mailto(address: &str, subject: &str, body: &str) -> Option<String> {
    let escape = |text: &str| {
        let escaped: String = byte_serialize(text.as_bytes()).collect();
        // Forms write a blank as a plus, letters do not.
        escaped.replace('+', "%20")
    };
    (!address.is_empty()).then(|| {
        format!(
            "mailto:{}?subject={}&body={}",
            escape(address).replace("%40", "@"),
            escape(subject),
            escape(body)
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_and_marks_survive_a_letter() {
        assert_eq!(
            mailto("data@town.example", "Antwoorden & meer", "één+twee\r\n"),
            Some(
                "mailto:data@town.example?subject=Antwoorden%20%26%20meer&body=%C3%A9%C3%A9n%2Btwee%0D%0A"
                    .to_owned()
            )
        );
        assert_eq!(mailto("", "x", "y"), None);
    }
}
