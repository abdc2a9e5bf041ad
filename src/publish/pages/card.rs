//! What another site needs to make a card of a page: oEmbed 1.0, in a file beside it.

use super::street::{About, full_page, name_of};
use crate::domain::Mode;
use crate::query::StreetAnswer;
use crate::query::embed::{EmbedAddress, EmbedFigure, EmbedShow, EmbedTheme, frame_code};
use crate::query::{PeriodChoice, StreetQuestion};
use crate::text::Words;
use serde_json::json;

/// Where a page's folder of documents is, as seen from the page: `data/page/<language>/`.
pub const UP: &str = "../../../";

/// So many folders up.
pub fn up(folders: usize) -> String {
    "../".repeat(folders)
}

/// The frame of a card, CSS pixels.
const SIZE: (u16, u16) = (600, 640);

/// The rich card of a street: its first figure, live. Without the site's address it is that from the page on.
#[must_use]
pub fn oembed(answer: &StreetAnswer, about: About<'_>, words: &Words) -> String {
    let title = name_of(answer, about, words);
    let address = EmbedAddress {
        language: Some(words.language().tag().to_owned()),
        question: StreetQuestion {
            street: answer.header.id.clone(),
            segment: None,
            period: PeriodChoice::LastYear,
            mode: Mode::Car,
        },
        figure: EmbedFigure::Day,
        plate: None,
        with: Vec::new(),
        dataset: None,
        show: EmbedShow::Chart,
        theme: EmbedTheme::Auto,
        height: None,
        id: String::new(),
    };
    let folder = about.site.unwrap_or(UP);
    let card = json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": "Straatbeeld",
        "provider_url": full_page(None, about),
        "cache_age": 86_400,
        "width": SIZE.0,
        "height": SIZE.1,
        "html": frame_code(&address, folder, &title, (&SIZE.0.to_string(), SIZE.1)),
    });
    card.to_string()
}
