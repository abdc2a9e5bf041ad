//! What the colours of the map mean, and what it leaves out.

use crate::query::answer::MapAnswer;
use crate::ui::reader::reader;
use leptos::prelude::*;

#[component]
pub fn MapLegend(map: MapAnswer) -> impl IntoView {
    let reader = reader();
    let words = reader.words();
    let [second, third, fourth, fifth] = map.breaks.map(|bound| words.count(bound));
    let range = |from: &str, to: &str| {
        reader.say_with(
            "ui-legend-range",
            &[("from", from.into()), ("to", to.into())],
        )
    };
    let lines = [
        (
            "level-1",
            reader.say_with("ui-legend-under", &[("to", second.clone().into())]),
        ),
        ("level-2", range(&second, &third)),
        ("level-3", range(&third, &fourth)),
        ("level-4", range(&fourth, &fifth)),
        (
            "level-5",
            reader.say_with("ui-legend-over", &[("from", fifth.into())]),
        ),
        ("level-0", reader.say("ui-not-counted")),
    ];
    view! {
        <div class="legend">
            <p class="legend-title">{reader.say("ui-legend-title")}</p>
            <ul>
                {lines
                    .into_iter()
                    .map(|(class, text)| {
                        view! {
                            <li>
                                <span class=format!("legend-line {class}") aria-hidden="true"></span>
                                {text}
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
            {(map.without_geometry > 0)
                .then(|| {
                    view! {
                        <p class="quiet">
                            {reader
                                .say_with(
                                    "ui-legend-without",
                                    &[("count", map.without_geometry.into())],
                                )}
                        </p>
                    }
                })}
        </div>
    }
}
