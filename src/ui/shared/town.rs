//! Each operator in the whole town: departures between bounds, municipalities, months, parking, trips, and who it is.

use super::offer::LOOK;
use super::say;
use crate::domain::State;
use crate::domain::shared_report::TripFigures;
use crate::query::shared_page::{FleetPart, MunicipalityHere, SystemPart};
use crate::text::Words;
use crate::text::ledger::TableText;
use crate::ui::html::Html;
use crate::ui::reader::reader;
use leptos::prelude::*;

#[component]
pub fn Town(systems: Vec<SystemPart>) -> impl IntoView {
    let reader = reader();
    let html = systems_html(&systems, &reader.words());
    view! {
        <section class="shared is-town" aria-labelledby="shared-title">
            <h2 id="shared-title">{reader.say("shared-town-title")}</h2>
            <div inner_html=html></div>
        </section>
    }
}

/// A block that opens for each operator or file of trips.
pub fn systems_html(systems: &[SystemPart], words: &Words) -> String {
    let mut html = Html::default();
    for system in systems {
        html.raw("<details class='shared-system'><summary>");
        let operator = system.operator.in_language(words.language().tag());
        html.text(&words.with("shared-system", &[("operator", operator.into())]));
        html.raw("</summary>");
        recorded(&mut html, system, words);
        for fleet in &system.fleets {
            fleet_html(&mut html, system, fleet, words);
        }
        if let Some(bytes) = system.unread_bytes {
            let text = words.with(
                "shared-unread",
                &[
                    ("bytes", words.bytes(bytes).into()),
                    ("file", system.source.path.as_str().into()),
                ],
            );
            html.wrapped("<p>", &text, "</p>");
        }
        if let Some(trips) = &system.trips {
            trips_html(&mut html, trips, words);
        }
        source(&mut html, system, words);
        html.raw("</details>");
    }
    html.finish()
}

/// When it was recorded, and what was left out of it.
fn recorded(html: &mut Html, system: &SystemPart, words: &Words) {
    let Some((first, last)) = system.first.zip(system.last) else {
        return;
    };
    let period = ("period", words.period(first, last.plus_days(1)).into());
    let text = if system.snapshots > 0 {
        words.with(
            "shared-snapshots",
            &[
                period,
                ("snapshots", f64::from(system.snapshots).into()),
                ("faulty", words.whole(f64::from(system.faulty)).into()),
            ],
        )
    } else {
        words.with("shared-recorded", &[period])
    };
    html.wrapped("<p>", &text, "</p>");
}

fn fleet_html(html: &mut Html, system: &SystemPart, fleet: &FleetPart, words: &Words) {
    let title = say::fleet(fleet.form, &system.operator, words);
    html.wrapped("<h3>", &title, "</h3>");
    let mut lines = Vec::new();
    if let Some(known) = fleet.all.available {
        lines.push(words.with(
            "shared-fleet",
            &[
                ("what", say::count(fleet.form, known.mean, words).into()),
                ("least", words.whole(f64::from(known.least)).into()),
                ("most", words.whole(f64::from(known.most)).into()),
                ("coverage", words.percent_down(known.coverage).into()),
            ],
        ));
        for (share, key) in [
            (known.empty_share, "shared-offer-empty"),
            (known.full_share, "shared-offer-full"),
        ] {
            if let Some(share) = say::share(share, words) {
                lines.push(words.with(key, &[("share", share.into())]));
            }
        }
    }
    lines.push(departures(fleet, words));
    if let Some(share) = fleet.idle_share_at_most {
        let share = words.percent(share);
        lines.push(words.with("shared-idle", &[("share", share.into())]));
    }
    html.list("<ul class='answer-notes'>", &lines);
    let missing = words.state(State::Missing);
    html.table(LOOK, &months(fleet, &title, words), &missing);
    let places = municipalities(fleet, &title, words);
    if !places.rows.is_empty() {
        html.table(LOOK, &places, &missing);
    }
    let k = ("k", words.whole(system.k as f64).into());
    html.wrapped(
        "<p class='quiet'>",
        &words.with("shared-hidden-why", &[k]),
        "</p>",
    );
}

/// How many left, between two bounds, and why no number is known.
fn departures(fleet: &FleetPart, words: &Words) -> String {
    let [low, high] = say::bounds(fleet.departures, words);
    let coverage = (
        "coverage",
        words.percent_down(fleet.departures_coverage).into(),
    );
    let is_shown = fleet.departures.is_some_and(|found| found.low.is_some());
    let said = match (low, high) {
        (Some(low), Some(high)) if is_shown => words.with(
            "shared-departures",
            &[("low", low.into()), ("high", high.into()), coverage],
        ),
        (Some(low), None) => {
            words.with("shared-departures-least", &[("low", low.into()), coverage])
        }
        (Some(_), Some(_)) => words.get("shared-departures-hidden"),
        (None, _) => words.get("shared-departures-unknown"),
    };
    let why = words.get(if fleet.has_stations {
        "shared-reason-stations"
    } else {
        "shared-reason-vehicles"
    });
    format!("{said} {why}")
}

fn months(fleet: &FleetPart, what: &str, words: &Words) -> TableText {
    let is_parked = fleet.months.iter().any(|month| month.parked.is_some());
    let mut columns = vec![
        words.get("chart-month"),
        words.get("shared-column-available"),
        words.get("shared-column-known"),
        words.get("shared-column-low"),
        words.get("shared-column-high"),
    ];
    if is_parked {
        columns.extend(["shared-column-parked", "shared-column-no-parking"].map(|k| words.get(k)));
    }
    let rows = fleet.months.iter().map(|month| {
        let [low, high] = say::bounds(month.departures, words);
        let mut row = vec![
            Some(words.month(month.month)),
            say::range(&month.moments, words),
            Some(words.percent_down(month.moments.coverage)),
            low,
            high,
        ];
        if is_parked {
            let longer = month.parked.and_then(|p| p.longer_than.first().copied());
            row.push(say::share(longer.flatten(), words));
            row.push(say::share(
                month.parked.and_then(|p| p.in_no_parking),
                words,
            ));
        }
        row
    });
    TableText {
        caption: words.with("shared-months-caption", &[("what", what.into())]),
        rows: rows.collect(),
        columns,
    }
}

/// Which columns the table of municipalities has: one that no row fills is left out.
fn municipalities(fleet: &FleetPart, what: &str, words: &Words) -> TableText {
    let places = &fleet.municipalities;
    let has_people = places.iter().any(|place| place.inhabitants.is_some());
    let has_high = places
        .iter()
        .any(|p| p.departures.is_some_and(|d| d.high.is_some()));
    let of_months = places.iter().map(|p| p.months.len()).max().unwrap_or(0);
    let has_trend = of_months > 1;
    let mut columns = vec![
        words.get("shared-column-municipality"),
        words.get("shared-column-available"),
    ];
    if has_trend {
        columns.push(words.get("shared-column-trend"));
    }
    if has_people {
        columns.push(words.get("shared-column-thousand"));
    }
    columns.push(words.get("shared-column-low"));
    if has_high {
        columns.push(words.get("shared-column-high"));
    }
    let rows = places.iter().map(|place| {
        let [low, high] = say::bounds(place.departures, words);
        let name = if place.name.is_empty() {
            words.get("shared-outside")
        } else {
            place.name.clone()
        };
        let mut row = vec![Some(name), say::range(&place.moments, words)];
        if has_trend {
            row.push(trend(place, words));
        }
        if has_people {
            let of_people = place.deployed_per_thousand;
            row.push(of_people.map(|vehicles| words.decimal(vehicles, 2)));
        }
        row.push(low);
        if has_high {
            row.push(high);
        }
        row
    });
    TableText {
        caption: words.with("shared-places-caption", &[("what", what.into())]),
        rows: rows.collect(),
        columns,
    }
}

/// The means of the first and the last month; two months are no trend, so nothing more is said of them.
fn trend(place: &MunicipalityHere, words: &Words) -> Option<String> {
    let of = |found: Option<&(crate::domain::CivilDate, crate::query::shared_page::Moments)>| {
        let (month, moments) = found?;
        let mean = words.decimal(moments.available?.mean, 1);
        Some((words.month(*month), mean))
    };
    let (start, first) = of(place.months.first())?;
    let (end, last) = of(place.months.last())?;
    Some(words.with(
        "shared-trend",
        &[
            ("start", start.into()),
            ("first", first.into()),
            ("end", end.into()),
            ("last", last.into()),
        ],
    ))
}

fn trips_html(html: &mut Html, trips: &TripFigures, words: &Words) {
    let mut lines = Vec::new();
    for (value, key) in [
        (trips.trips_per_day, "shared-trips-day"),
        (
            trips.trips_per_active_vehicle_and_day,
            "shared-trips-vehicle",
        ),
        (trips.median_minutes, "shared-trips-minutes"),
    ] {
        if let Some(value) = value {
            let value = words.decimal(value, 1);
            lines.push(words.with(key, &[("value", value.into())]));
        }
    }
    if let Some(metres) = trips.median_metres {
        let value = words.length(metres.round());
        lines.push(words.with("shared-trips-length", &[("value", value.into())]));
    }
    if lines.is_empty() {
        let k = ("k", words.whole(trips.k as f64).into());
        lines.push(words.with("shared-hidden-why", &[k]));
    }
    html.list("<ul class='answer-notes'>", &lines);
}

/// Who it is and what may be done with it; an address that is none of the web is no link.
fn source(html: &mut Html, system: &SystemPart, words: &Words) {
    let source = &system.source;
    html.raw("<p class='answer-source'>");
    html.text(source.title.in_language(words.language().tag()));
    html.raw(" · ");
    link(html, &source.publisher, &system.publisher_url);
    html.raw(" · ");
    link(html, &source.license, &source.license_url);
    html.raw("</p>");
}

fn link(html: &mut Html, text: &str, url: &str) {
    if url.starts_with("https://") || url.starts_with("http://") {
        html.raw("<a rel='noopener' href='");
        html.text(url);
        html.wrapped("'>", text, "</a>");
    } else {
        html.text(text);
    }
}
