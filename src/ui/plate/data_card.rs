//! The card of a dataset in short: what it is, whose, what one may do with it, since when, and how much.

use super::{elsewhere, head};
use crate::domain::Names;
use crate::domain::card::{Card, plain};
use crate::query::data::list::entries;
use crate::query::data::{Catalogs, Datasets};
use crate::query::place::{Place, Subject};
use crate::text::Words;
use crate::ui::html::Html;

/// Says what it is called.
pub fn write(html: &mut Html, datasets: &Datasets, town: &Names, words: &Words) -> String {
    let language = words.language().tag();
    let title = words.get("plate-card-title");
    let entry = entries(datasets, &Catalogs::default(), town, language).pop();
    let (Some(card), Some(entry)) = (datasets.cards.first(), entry) else {
        head(html, &title, "", &words.get("plate-card-nothing"));
        return title;
    };
    head(html, &entry.title, "", &title);
    html.wrapped("<p class='embed-sentence'>", &entry.description, "</p>");
    html.raw("<dl class='plate-facts'>");
    let mut fact = |key: &str, text: &str| {
        if !text.is_empty() {
            html.wrapped("<div><dt>", &words.get(key), "</dt>");
            html.wrapped("<dd>", text, "</dd></div>");
        }
    };
    fact("plate-card-publisher", &entry.publisher);
    let kinds: Vec<&str> = entry.licences.iter().map(String::as_str).collect();
    fact("plate-card-licence", &kinds.join(", "));
    if let Some((first, last)) = entry.covers {
        fact("plate-card-period", &words.period(first, last.plus_days(1)));
    }
    if let Some(rows) = rows(card) {
        fact("plate-card-rows", &words.whole(rows));
    }
    html.raw("</dl>");
    let whole = Place {
        language: Some(language.to_owned()),
        subject: Subject::dataset(&card.id),
    };
    elsewhere(html, &whole.format(), &words.get("plate-card-whole"), words);
    entry.title
}

/// Of all its files; `None` where none says.
fn rows(card: &Card) -> Option<f64> {
    let files = card.items("dcat:distribution").iter();
    files
        .filter_map(|file| plain(file.rows(), "sb:rows")?.parse::<f64>().ok())
        .reduce(|all, more| all + more)
}
