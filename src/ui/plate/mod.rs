//! The program `plate`: what an embed shows that is no chart. It stands still, so it is written as HTML, without
//! Leptos; embeds of charts carry nothing of it.

mod compare;
mod data_card;
mod label;
mod near;

use super::html::Html;
use super::{boot, spoken};
use crate::domain::Names;
use crate::query::answer::SourceLine;
use crate::query::data::unpack;
use crate::query::plate::PlateAnswer;
use crate::text::{EMBED, EVERYWHERE, Group, Language, PAGES, PLATE, Words};
use wasm_bindgen::JsValue;
use web_sys::Element;

/// The texts of this program; those of the embed are there already.
const GROUPS: &[&Group] = &[&EVERYWHERE, &EMBED, &PLATE];
/// The words of a label are those of its page.
const OF_LABELS: &[&Group] = &[&EVERYWHERE, &EMBED, &PLATE, &PAGES];

/// Writes what is answered into `element`, and the window's title.
///
/// # Errors
/// Texts that cannot be fetched, and bytes of another build.
pub async fn show(element: &Element, bytes: &[u8], language: &str) -> Result<(), JsValue> {
    let answer: PlateAnswer = unpack(bytes).ok_or("an answer of another build")?;
    let language = Language::parse(language).unwrap_or_default();
    let groups = match answer {
        PlateAnswer::Label(_) => OF_LABELS,
        _ => GROUPS,
    };
    let words = spoken::fetch(language, groups, false).await?;
    let mut html = Html::default();
    let title = match &answer {
        PlateAnswer::Map(map) => near::write(&mut html, map, &words),
        PlateAnswer::Compare(comparison) => compare::write(&mut html, comparison, &words),
        PlateAnswer::Label(label) => label::write(&mut html, label, &words),
        PlateAnswer::Card { datasets, town } => data_card::write(&mut html, datasets, town, &words),
    };
    element.set_inner_html(&html.finish());
    if let Some(document) = element.owner_document() {
        document.set_title(&format!("{title} · Straatbeeld"));
    }
    Ok(())
}

/// Whose it is, and what is shown.
fn head(html: &mut Html, name: &str, place: &str, title: &str) {
    html.wrapped("<h1 class='embed-street'><span>", name, "</span>");
    if !place.is_empty() {
        html.wrapped("<span class='embed-place'>", place, "</span>");
    }
    html.raw("</h1>");
    html.wrapped("<h2 class='embed-question'>", title, "</h2>");
}

fn name_of(names: &Names, words: &Words) -> String {
    names.in_language(words.language().tag()).to_owned()
}

/// Title, publisher and licence of each dataset.
fn sources(html: &mut Html, sources: &[SourceLine], words: &Words) {
    html.wrapped(
        "<ul class='embed-sources' aria-label='",
        &words.get("ui-sources-title"),
        "'>",
    );
    for source in sources {
        html.raw("<li>");
        let title = name_of(&source.title, words);
        html.text(&format!("{title} · {} · ", source.publisher));
        let url = &source.license_url;
        if url.starts_with("https://") || url.starts_with("http://") {
            html.link("<a rel='license noopener'", url, &source.license);
        } else {
            html.text(&source.license);
        }
        html.raw("</li>");
    }
    html.raw("</ul>");
}

/// A page of the same folder, in a window of its own.
fn elsewhere(html: &mut Html, page: &str, text: &str, words: &Words) {
    let address = boot::FOLDER.with(|folder| format!("{folder}{page}"));
    html.raw("<p class='embed-more'><a target='_blank' rel='noopener' href='");
    html.text(&address);
    html.wrapped("'>", text, " ");
    html.wrapped(
        "<span class='visually-hidden'>",
        &words.get("embed-new-window"),
        "</span></a></p>",
    );
}
