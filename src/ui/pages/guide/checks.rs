//! The checklists, and the whole of them as a file to keep.

use super::Filling;
use crate::query::place::GuidePlace;
use crate::ui::reader::{Reader, reader};
use crate::ui::save;
use leptos::prelude::*;
use std::collections::BTreeSet;

const AREAS: [&str; 4] = ["org", "tech", "law", "ethics"];
/// Points of an area in a step.
const POINTS: [u32; 4] = [1, 2, 3, 4];

/// A point's key: `guide-check-plan-law-1`.
fn key(step: &str, area: &str, point: u32) -> String {
    format!("guide-check-{step}-{area}-{point}")
}

#[component]
pub fn Checks(step: &'static str) -> impl IntoView {
    let reader = reader();
    let filling = expect_context::<Filling>();
    let point = move |key: String| {
        let text = reader.say(&key);
        let is_done = filling
            .checks
            .with_untracked(|checks| checks.contains(&key));
        view! {
            <li>
                <label class="check-option">
                    <input
                        type="checkbox"
                        checked=is_done
                        on:change=move |event| {
                            filling
                                .checks
                                .update(|checks| {
                                    if event_target_checked(&event) {
                                        checks.insert(key.clone());
                                    } else {
                                        checks.remove(&key);
                                    }
                                });
                        }
                    />
                    <span>{text}</span>
                </label>
            </li>
        }
    };
    let area = move |area: &'static str| {
        view! {
            <fieldset>
                <legend>{reader.say(&format!("guide-area-{area}"))}</legend>
                <ul>{POINTS.map(|number| point(key(step, area, number))).collect_view()}</ul>
            </fieldset>
        }
    };
    view! { <div class="checks">{AREAS.map(area).collect_view()}</div> }
}

/// How far it is, and the list as Markdown.
#[component]
pub fn Export() -> impl IntoView {
    let reader = reader();
    let filling = expect_context::<Filling>();
    let all = GuidePlace::STEPS.len() * AREAS.len() * POINTS.len();
    let said = move || {
        let done = filling.checks.with(BTreeSet::len);
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX).into();
        let args = [("done", count(done)), ("all", count(all))];
        reader.say_with("guide-export-count", &args)
    };
    let download = move |_| {
        let town = filling
            .draft
            .with_untracked(|draft| draft.town.get("name").to_owned());
        let text = filling
            .checks
            .with_untracked(|checks| markdown(&town, checks, reader));
        save::text("straatbeeld-checklist.md", &text);
    };
    view! {
        <section class="block">
            <h2>{reader.say("guide-export-title")}</h2>
            <p>{said}</p>
            <p>
                <button type="button" class="button" on:click=download>
                    {reader.say("guide-export-download")}
                </button>
            </p>
        </section>
    }
}

fn markdown(town: &str, checks: &BTreeSet<String>, reader: Reader) -> String {
    let mut lines = vec![
        format!("# {} {town}", reader.say("guide-export-title"))
            .trim_end()
            .to_owned(),
    ];
    for step in GuidePlace::STEPS {
        lines.push(format!(
            "\n## {}",
            reader.say(&format!("guide-step-{step}"))
        ));
        for area in AREAS {
            lines.push(format!(
                "\n### {}\n",
                reader.say(&format!("guide-area-{area}"))
            ));
            for point in POINTS {
                let key = key(step, area, point);
                let mark = if checks.contains(&key) { "x" } else { " " };
                lines.push(format!("- [{mark}] {}", reader.say(&key)));
            }
        }
    }
    lines.push(String::new());
    lines.join("\n")
}
