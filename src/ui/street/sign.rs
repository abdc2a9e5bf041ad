//! The head of a street's page: its name as on a street sign, and what it is like.

use super::Shown;
use crate::domain::Names;
use crate::query::answer::StreetHeader;
use crate::query::permalink::Page;
use crate::ui::navigation::Navigation;
use crate::ui::reader::reader;
use crate::ui::street_name::in_order;
use leptos::prelude::*;

#[component]
pub fn Sign(
    names: Memo<Option<Names>>,
    town_languages: Memo<Vec<String>>,
    shown: RwSignal<Option<Shown>>,
    is_unknown: Memo<bool>,
) -> impl IntoView {
    let reader = reader();
    let navigation = expect_context::<Navigation>();
    let header = Memo::new(move |_| {
        shown.with(|shown| {
            shown
                .as_ref()
                .and_then(Shown::get)
                .map(|a| a.header.clone())
        })
    });
    view! {
        <p class="back">
            <a href=move || navigation.href(Page::Home)>{reader.say("ui-street-back")}</a>
        </p>
        <div class="street-head">
            <div class="sign">
                <h1 tabindex="-1">
                    {move || {
                        let names = names.get().map(|names| in_order(&names, &town_languages.get()));
                        match names {
                            Some(names) => view! { <SignNames names=names /> }.into_any(),
                            None if is_unknown.get() => {
                                reader.say("ui-unknown-street-title").into_any()
                            }
                            None => {
                                view! {
                                    // The line's height, until the name is there.
                                    "\u{a0}"
                                    <span class="visually-hidden">
                                        {reader.say("ui-street-loading")}
                                    </span>
                                }
                                    .into_any()
                            }
                        }
                    }}
                </h1>
                <p class="sign-place">{move || header.get().map(|header| header.municipality)}</p>
            </div>
            <div class="facts">
                {move || header.get().map(|header| view! { <Facts header=header /> })}
            </div>
        </div>
    }
}

#[component]
fn SignNames(names: Vec<(String, String)>) -> impl IntoView {
    names
        .into_iter()
        .enumerate()
        .map(|(i, (tag, name))| {
            let class = if i == 0 {
                "sign-name"
            } else {
                "sign-name sign-also"
            };
            view! {
                // A blank for those who hear the name: the lines are apart for the eye only.
                {(i > 0).then_some(" ")}
                <span class=class lang=(!tag.is_empty()).then_some(tag)>{name}</span>
            }
        })
        .collect_view()
}

#[component]
fn Facts(header: StreetHeader) -> impl IntoView {
    let reader = reader();
    let words = reader.words();
    let limits: Vec<String> = header
        .limits_kmh
        .iter()
        .map(|limit| words.whole(*limit))
        .collect();
    let limit_text = match limits.as_slice() {
        [] => reader.say("ui-street-limit-unknown"),
        [one] => reader.say_with("ui-street-limit", &[("limit", one.as_str().into())]),
        several => reader.say_with(
            "ui-street-limit-several",
            &[("limits", several.join(", ").into())],
        ),
    };
    view! {
        <p class="limit">
            {limits
                .into_iter()
                .map(|limit| view! { <span class="limit-sign" aria-hidden="true">{limit}</span> })
                .collect_view()}
            <span>{limit_text}</span>
        </p>
        {header
            .length_m
            .map(|length| {
                view! {
                    <p class="length">
                        {reader
                            .say_with("ui-street-length", &[("length", words.length(length).into())])}
                    </p>
                }
            })}
    }
}
