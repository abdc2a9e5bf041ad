//! Below every page: where the data come from and what this is.

use super::boot;
use super::reader::{Reader, reader};
use super::town::{KnownTown, town};
use crate::query::answer::SourceLine;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn Footer() -> impl IntoView {
    let reader = reader();
    let town = town();
    let sources = move || {
        town.known.with(|known| {
            known
                .as_ref()
                .and_then(KnownTown::get)
                .map(|town| town.sources.clone())
                .unwrap_or_default()
        })
    };
    view! {
        <footer class="footer">
            <div class="footer-inner">
                <section>
                    <h2>{reader.say("ui-footer-sources")}</h2>
                    <ul class="footer-sources">
                        {move || {
                            sources()
                                .into_iter()
                                .map(|source| view! { <Source source=source /> })
                                .collect_view()
                        }}
                    </ul>
                </section>
                <section>
                    <h2>{reader.say("ui-footer-about")}</h2>
                    <p>{reader.say("ui-footer-about-text")}</p>
                    <p>{reader.say("ui-footer-privacy")}</p>
                    {keeping(reader)}
                    <p>
                        <a href=format!(
                            "{}accessibility.{}.html",
                            boot::FOLDER.with(Clone::clone),
                            reader.language().tag(),
                        )>{reader.say("ui-footer-accessibility")}</a>
                    </p>
                </section>
            </div>
        </footer>
    }
}

/// The choice to keep the app and the streets that are opened on the device; nothing where a browser cannot.
fn keeping(reader: Reader) -> Option<impl IntoView> {
    let is_kept = match boot::kept().as_str() {
        "yes" => true,
        "no" => false,
        _ => return None,
    };
    let is_busy = RwSignal::new(false);
    let said = RwSignal::new(String::new());
    let choose = move |_| {
        is_busy.set(true);
        spawn_local(async move {
            // Where it works the page is loaded anew.
            if let Err(error) = boot::keep(!is_kept).await {
                boot::report(&error);
                is_busy.set(false);
                said.set(reader.say("ui-offline-failed"));
            }
        });
    };
    let (about, action) = if is_kept {
        ("ui-offline-kept", "ui-offline-forget")
    } else {
        ("ui-offline-about", "ui-offline-keep")
    };
    Some(view! {
        <p>{reader.say(about)}</p>
        <p>
            <button type="button" class="button" disabled=is_busy on:click=choose>
                {reader.say(action)}
            </button>
            " "
            <span role="status">{said}</span>
        </p>
    })
}

/// Title, publisher and licence of one dataset, and a remark.
#[component]
pub fn Source(source: SourceLine, #[prop(optional)] remark: Option<String>) -> impl IntoView {
    let reader = reader();
    let title = reader.name_of(&source.title);
    let is_web =
        source.license_url.starts_with("https://") || source.license_url.starts_with("http://");
    let license = if is_web {
        view! { <a href=source.license_url.clone() rel="license noopener">{source.license}</a> }
            .into_any()
    } else {
        source.license.into_any()
    };
    view! {
        <li>
            {title} " · " {source.publisher} " · " {license}
            {remark.map(|remark| view! { <span class="source-remark">{remark}</span> })}
        </li>
    }
}
