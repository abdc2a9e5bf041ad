//! The small-number rule to try: numbers that the reader changes, and what may be shown of them. The worker applies
//! the rule that `publish` applies.

use super::Told;
use crate::query::Query;
use crate::query::ethics::{EthicsAnswer, EthicsQuestion, Hidden, HiddenPart};
use crate::ui::failure_notice::InquiryFailure;
use crate::ui::inquiry::Inquiry;
use crate::ui::reader::{Reader, reader};
use leptos::prelude::*;

/// One of them is small, so that a second one has to be hidden.
const FIRST: [u32; 6] = [16, 31, 52, 22, 18, 4];
/// What a field takes: enough to try.
const MOST: u32 = 9_999;

#[component]
pub fn SmallNumbers() -> impl IntoView {
    let reader = reader();
    let parts = RwSignal::new(FIRST);
    let inquiry = Inquiry::new(move || {
        let parts = parts.get().to_vec();
        Query::Ethics(EthicsQuestion::Hide { parts })
    });
    // What was shown stays until the next answer is there.
    let hidden = RwSignal::new(None::<Hidden>);
    Effect::new(move || {
        if let Some(told) = inquiry.reception.with(Told::of)
            && let EthicsAnswer::Hide(answer) = told.get()
        {
            hidden.set(Some(answer.clone()));
        }
    });
    let part = move |place: usize| {
        hidden.with(|hidden| hidden.as_ref().and_then(|h| h.parts.get(place).copied()))
    };
    let total = move || {
        hidden.with(|hidden| {
            hidden.as_ref().map(|hidden| {
                if hidden.is_total_shown {
                    reader.words().whole(hidden.total as f64)
                } else {
                    reader.say("ethics-small-hidden")
                }
            })
        })
    };
    let row = move |place: usize| {
        let name = reader.say(&format!("ethics-small-place-{}", place + 1));
        let label = format!("{} {name}", reader.say("ethics-small-to"));
        view! {
            <tr class:is-hidden=move || !matches!(part(place), Some(HiddenPart::Shown(_)) | None)>
                <th scope="row">{name}</th>
                <td>
                    <input
                        type="number"
                        min="0"
                        max=MOST
                        step="1"
                        inputmode="numeric"
                        aria-label=label
                        prop:value=move || {
                            parts.with(|parts| parts.get(place).copied().unwrap_or_default()).to_string()
                        }
                        on:change=move |event| {
                            let typed = event_target_value(&event).trim().parse::<u32>();
                            parts
                                .update(|parts| {
                                    if let (Some(part), Ok(typed)) = (parts.get_mut(place), typed) {
                                        *part = typed.min(MOST);
                                    }
                                });
                        }
                    />
                </td>
                <td>{move || part(place).map(|part| shown(part, reader))}</td>
            </tr>
        }
    };
    view! {
        <section class="block" id="small">
            <h2>{reader.say("ethics-small-title")}</h2>
            <p>{reader.say("ethics-small-text")}</p>
            <h3>{reader.say("ethics-small-try")}</h3>
            <InquiryFailure inquiry=inquiry />
            <table class="try">
                <caption>{reader.say("ethics-small-caption")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{reader.say("ethics-small-to")}</th>
                        <th scope="col">{reader.say("ethics-small-counted")}</th>
                        <th scope="col">{reader.say("ethics-small-shown")}</th>
                    </tr>
                </thead>
                <tbody>{(0..FIRST.len()).map(row).collect_view()}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{reader.say("ethics-small-total")}</th>
                        <td>
                            {move || hidden.with(|h| h.as_ref().map(|h| reader.words().whole(h.total as f64)))}
                        </td>
                        <td>{total}</td>
                    </tr>
                </tfoot>
            </table>
            <p class="said" role="status">
                {move || hidden.with(|hidden| hidden.as_ref().map(|hidden| told(hidden, reader)))}
            </p>
            <button type="button" class="button" on:click=move |_| parts.set(FIRST)>
                {reader.say("ethics-small-reset")}
            </button>
        </section>
    }
}

/// What stands in the published table, and why.
fn shown(part: HiddenPart, reader: Reader) -> String {
    let why = match part {
        HiddenPart::Shown(count) => return reader.words().whole(count as f64),
        HiddenPart::Small => "ethics-small-why-small",
        HiddenPart::Companion => "ethics-small-why-companion",
        HiddenPart::WithTotal => "ethics-small-why-total",
    };
    format!(
        "{} – {}",
        reader.say("ethics-small-hidden"),
        reader.say(why)
    )
}

/// What a reader of the published table can find out.
fn told(hidden: &Hidden, reader: Reader) -> String {
    if !hidden.is_total_shown {
        return reader.say("ethics-small-all");
    }
    if hidden.hidden_parts == 0 {
        return reader.say("ethics-small-none");
    }
    let words = reader.words();
    let number = |n: u64| words.whole(n as f64).into();
    let mut said = reader.say_with(
        "ethics-small-left",
        &[
            ("total", number(hidden.total)),
            ("left", number(hidden.left)),
            ("count", hidden.hidden_parts.into()),
        ],
    );
    if let Some(alone) = hidden.alone {
        said.push(' ');
        said.push_str(&reader.say_with("ethics-small-naive", &[("left", number(alone))]));
    }
    said
}
