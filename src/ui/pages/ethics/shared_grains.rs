//! The same for shared vehicles, and for what no number shows: what stands below each other dilemma.

use super::grains::{Slider, Stop};
use crate::query::data::coverage::Coverage;
use crate::query::data::unpack;
use crate::query::shared_grains::{SharedGrains, at_night, departures};
use crate::query::{Answer, Query};
use crate::ui::client::Reception;
use crate::ui::inquiry::Inquiry;
use crate::ui::reader::{Reader, reader};
use leptos::prelude::*;

/// What is asked for them; all at once, so that nothing is fetched while the reader answers.
#[derive(Clone, Copy)]
pub struct SharedOf {
    shared: Inquiry,
    counted: Inquiry,
}

impl SharedOf {
    pub fn ask() -> Self {
        Self {
            shared: Inquiry::new(|| Query::Shared(None)),
            counted: Inquiry::new(|| Query::Coverage("summary".to_owned())),
        }
    }

    /// What can be shown of a dilemma without a street of its own; nothing of one that is not known.
    pub fn of(self, dilemma: &str) -> Option<AnyView> {
        let reader = reader();
        let shown = match dilemma {
            "trips-of-shared-bikes" => slider(
                self.shared,
                departures,
                ["dilemma-share-text", "dilemma-share-risk"],
            ),
            "scooters-at-night" => slider(
                self.shared,
                at_night,
                ["dilemma-night-text", "dilemma-night-risk"],
            ),
            "list-of-worst-streets" => on_the_list(self.counted, reader),
            "camera-that-could-more" | "who-is-missed" | "small-car-park" => {
                let text = reader.say(&format!("dilemma-nothing-{dilemma}"));
                view! { <p class="quiet">{text}</p> }.into_any()
            }
            _ => return None,
        };
        Some(shown)
    }
}

/// The bytes of an answer for this program.
fn packed(inquiry: Inquiry) -> Option<Vec<u8>> {
    match inquiry.reception.get() {
        Reception::Answered(answer) => match &*answer {
            Answer::Packed(bytes) => Some(bytes.clone()),
            _ => None,
        },
        _ => None,
    }
}

fn slider(
    inquiry: Inquiry,
    of: fn(&[u8]) -> Option<SharedGrains>,
    [text, risk]: [&'static str; 2],
) -> AnyView {
    let reader = reader();
    let shown = move || {
        let Some(grains) = of(&packed(inquiry)?) else {
            let text = reader.say("dilemma-share-missing");
            return Some(view! { <p class="quiet">{text}</p> }.into_any());
        };
        let words = reader.words();
        let args = [
            ("operator", reader.name_of(&grains.operator).into()),
            (
                "period",
                words.period(grains.first, grains.last.plus_days(1)).into(),
            ),
        ];
        let text = reader.say_with(text, &args);
        let stops = stops(&grains, risk, reader);
        Some(view! { <Slider text=text stops=stops picture="dilemma-share-picture" /> }.into_any())
    };
    shown.into_any()
}

fn stops(grains: &SharedGrains, risk: &str, reader: Reader) -> Vec<Stop> {
    let words = reader.words();
    let stop = |row: &crate::query::shared_grains::SharedGrain| {
        let share = f64::from(row.small) / f64::from(row.numbers.max(1));
        let detail = reader.say_with("dilemma-grain-detail", &[("count", row.numbers.into())]);
        let args = [
            ("count", row.small.into()),
            ("share", words.percent(share).into()),
            ("k", words.whole(grains.k as f64).into()),
        ];
        Stop {
            name: reader.say(&format!("dilemma-level-{}", row.level.name())),
            numbers: row.numbers,
            small: row.small,
            told: format!("{detail} {}", reader.say_with(risk, &args)),
        }
    };
    grains.rows.iter().map(stop).collect()
}

/// How many streets could be on a list at all.
fn on_the_list(inquiry: Inquiry, reader: Reader) -> AnyView {
    let shown = move || {
        let coverage: Coverage = unpack(&packed(inquiry)?)?;
        let count = u32::try_from(coverage.streets.len()).unwrap_or(u32::MAX);
        let args = [("count", count.into()), ("all", coverage.all.into())];
        let text = reader.say_with("dilemma-nothing-list-of-worst-streets", &args);
        Some(view! { <p class="quiet">{text}</p> })
    };
    shown.into_any()
}
