//! One operator's vehicles near the street: this hour, the day, the stations, the months.

use super::say;
use super::street::Asked;
use crate::chart::shared::{About, day as day_chart};
use crate::query::shared_page::OfferPart;
use crate::text::Words;
use crate::text::ledger::TableText;
use crate::ui::chart::ChartView;
use crate::ui::html::Html;
use crate::ui::reader::reader;
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn OfferView(place: usize, offer: OfferPart, within_m: f64, asked: Asked) -> impl IntoView {
    let reader = reader();
    let words = reader.words();
    let title = say::fleet(offer.form, &offer.operator, &words);
    let id = format!("shared-offer-{place}");
    // Of each chart for as long as the page is there, like the texts.
    let name: &'static str = Box::leak(format!("shared-day-{place}").into_boxed_str());
    let [months, stations] = tables(&offer, within_m, &words);
    let offer = Arc::new(offer);
    let of_hour = offer.clone();
    let heading = title.clone();
    let period = words.period(offer.first, offer.last.plus_days(1));
    view! {
        <section class="shared-offer" aria-labelledby=id.clone()>
            <div>
                <h3 id=id.clone()>{heading}</h3>
                <p>{move || at_hour(&of_hour, asked.day.get(), asked.hour.get(), &words)}</p>
                <div inner_html=months></div>
            </div>
            {move || {
                let about = About { name, title: &title, period: &period };
                day_chart(about, &offer.hours, asked.day.get(), &words)
                    .map(|chart| view! { <ChartView chart=chart /> })
            }}
            <div class="shared-stations" inner_html=stations></div>
        </section>
    }
}

/// The hour in a sentence or three.
fn at_hour(offer: &OfferPart, day: crate::domain::DayType, hour: u8, words: &Words) -> String {
    let when = [
        ("day", words.day_type(day).into()),
        ("hour", words.hour(hour).into()),
    ];
    let Some(known) = offer.at(day, hour) else {
        return words.with("shared-offer-unknown", &when);
    };
    let [day, hour] = when;
    let mut parts = vec![words.with(
        "shared-offer-hour",
        &[
            day,
            hour,
            ("what", say::count(offer.form, known.mean, words).into()),
            ("least", words.whole(f64::from(known.least)).into()),
            ("most", words.whole(f64::from(known.most)).into()),
        ],
    )];
    for (share, key) in [
        (known.empty_share, "shared-offer-empty"),
        (known.full_share, "shared-offer-full"),
    ] {
        if let Some(share) = say::share(share, words) {
            parts.push(words.with(key, &[("share", share.into())]));
        }
    }
    parts.join(" ")
}

/// The months; the stations with their distance.
fn tables(offer: &OfferPart, within_m: f64, words: &Words) -> [String; 2] {
    let (mut first, mut html) = (Html::default(), Html::default());
    let missing = words.state(crate::domain::State::Missing);
    if offer.stations.is_empty() {
        if !offer.squares.is_empty() {
            html.table(LOOK, &squares(offer, within_m, words), &missing);
        }
        first.wrapped(
            "<p class='quiet'>",
            &words.with("shared-free", &[("metres", words.length(within_m).into())]),
            "</p>",
        );
    } else {
        html.table(LOOK, &stations(offer, within_m, words), &missing);
    }
    first.table(LOOK, &months(offer, within_m, words), &missing);
    [first.finish(), html.finish()]
}

/// Scrolls on its own where it is wide.
pub const LOOK: &str =
    "<div class='chart-table shared-table' role='region' tabindex='0' aria-label='";

fn stations(offer: &OfferPart, within_m: f64, words: &Words) -> TableText {
    let has_docks = offer
        .stations
        .iter()
        .any(|s| s.all.available.is_some_and(|a| a.full_share.is_some()));
    let language = words.language();
    let mut columns = vec![
        words.get("shared-column-station"),
        words.get("shared-column-distance"),
        words.get("shared-column-capacity"),
        words.get("shared-column-available"),
        words.get("shared-column-empty"),
    ];
    if has_docks {
        columns.push(words.get("shared-column-full"));
    }
    columns.push(words.get("shared-column-known"));
    let rows = offer.stations.iter().map(|station| {
        let known = station.all.available;
        let name = station.names.in_language(language.tag());
        let mut row = vec![
            Some(name.to_owned()),
            Some(words.length(station.distance_m.round())),
            station.capacity.map(|n| words.whole(f64::from(n))),
            say::range(&station.all, words),
            say::share(known.and_then(|a| a.empty_share), words),
        ];
        if has_docks {
            row.push(say::share(known.and_then(|a| a.full_share), words));
        }
        row.push(Some(words.percent_down(station.all.coverage)));
        row
    });
    TableText {
        caption: words.with(
            "shared-stations-caption",
            &[
                (
                    "operator",
                    offer.operator.in_language(words.language().tag()).into(),
                ),
                ("metres", words.length(within_m).into()),
                (
                    "period",
                    words.period(offer.first, offer.last.plus_days(1)).into(),
                ),
            ],
        ),
        rows: rows.collect(),
        columns,
    }
}

/// They have no name: a number and the distance tell them apart.
fn squares(offer: &OfferPart, within_m: f64, words: &Words) -> TableText {
    let rows = offer.squares.iter().enumerate().map(|(place, square)| {
        vec![
            Some(words.whole(place as f64 + 1.0)),
            Some(words.length(square.distance_m.round())),
            say::range(&square.all, words),
            Some(words.percent_down(square.all.coverage)),
        ]
    });
    TableText {
        caption: words.with(
            "shared-squares-caption",
            &[
                (
                    "what",
                    say::fleet(offer.form, &offer.operator, words).into(),
                ),
                ("metres", words.length(within_m).into()),
            ],
        ),
        columns: vec![
            words.get("shared-column-square"),
            words.get("shared-column-distance"),
            words.get("shared-column-available"),
            words.get("shared-column-known"),
        ],
        rows: rows.collect(),
    }
}

fn months(offer: &OfferPart, within_m: f64, words: &Words) -> TableText {
    let all = (words.get("shared-all-months"), &offer.all);
    let months = offer.months.iter();
    let months = months.map(|(month, moments)| (words.month(*month), moments));
    let rows = months.chain([all]).map(|(name, moments)| {
        let known = moments.available;
        vec![
            Some(name),
            say::range(moments, words),
            say::share(known.and_then(|a| a.empty_share), words),
            Some(words.percent_down(moments.coverage)),
        ]
    });
    let is_docked = !offer.stations.is_empty();
    let mut table = TableText {
        caption: words.with(
            "shared-months-near-caption",
            &[
                (
                    "what",
                    say::fleet(offer.form, &offer.operator, words).into(),
                ),
                ("metres", words.length(within_m).into()),
            ],
        ),
        columns: vec![
            words.get("chart-month"),
            words.get("shared-column-available"),
            words.get("shared-column-empty"),
            words.get("shared-column-known"),
        ],
        rows: rows.collect(),
    };
    if !is_docked {
        // Only a station can be empty.
        table.columns.remove(2);
        for row in &mut table.rows {
            row.remove(2);
        }
    }
    table
}
