//! Dilemmas about publishing street data: which there are, and the file with which the page asks them.

use crate::domain::Names;
use crate::text::published;
use serde::Serialize;

/// The file in the folder.
pub const PATH: &str = "dilemmas.json";
/// Another list, another number: answers to an older list are not added to those of a newer one.
pub const LIST: u32 = 1;

/// In the order in which they are asked.
pub const DILEMMAS: [&str; 10] = [
    "dead-end-speeds",
    "scooters-at-night",
    "one-car-an-hour",
    "school-gate",
    "camera-that-could-more",
    "who-is-missed",
    "trips-of-shared-bikes",
    "place-of-worship",
    "small-car-park",
    "list-of-worst-streets",
];

/// What may be answered to each of them.
pub const ANSWERS: [&str; 4] = ["publish", "limit", "withhold", "unsure"];

#[derive(Serialize)]
struct Asked {
    list: u32,
    answers: Vec<Choice>,
    dilemmas: Vec<Choice>,
}

#[derive(Serialize)]
struct Choice {
    id: &'static str,
    title: Names,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<Names>,
}

/// The short name of a dilemma.
#[must_use]
pub fn title(dilemma: &str) -> Names {
    published::text(&format!("dilemma-{dilemma}"))
}

#[must_use]
pub fn answer(answer: &str) -> Names {
    published::text(&format!("dilemma-answer-{answer}"))
}

/// The bytes of the file: all texts in all languages.
#[must_use]
pub fn encode() -> Vec<u8> {
    let list = Asked {
        list: LIST,
        answers: ANSWERS
            .map(|id| Choice {
                id,
                title: answer(id),
                text: None,
            })
            .into(),
        dilemmas: DILEMMAS
            .map(|id| Choice {
                id,
                title: title(id),
                text: Some(published::text(&format!("dilemma-{id}-text"))),
            })
            .into(),
    };
    serde_json::to_vec(&list).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_dilemma_and_answer_has_its_texts_and_no_text_is_left_over() {
        for id in DILEMMAS {
            assert!(published::has(&format!("dilemma-{id}")), "{id}");
            assert!(published::has(&format!("dilemma-{id}-text")), "{id}");
        }
        for id in ANSWERS {
            assert!(published::has(&format!("dilemma-answer-{id}")), "{id}");
        }
        let list: serde_json::Value = serde_json::from_slice(&encode()).unwrap();
        assert_eq!(list["dilemmas"].as_array().unwrap().len(), 10);
        assert_eq!(
            list["dilemmas"][0]["text"]["by_language"]
                .as_object()
                .unwrap()
                .len(),
            4
        );
        assert!((8..=12).contains(&DILEMMAS.len()));
    }
}
