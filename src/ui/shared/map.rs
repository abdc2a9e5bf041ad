//! The street, what is near it, and the stations by how much can be taken there. Vehicles that stand free are on no map:
//! only how many stood near the street is published.

use super::say;
use crate::domain::LonLat;
use crate::query::shared_page::{Moments, OfferPart};
use crate::ui::boot;
use crate::ui::reader::{Reader, reader};
use leptos::prelude::*;
use std::fmt::Write as _;
use std::sync::Arc;
use wasm_bindgen::prelude::*;

/// Lower bounds of levels 2 to 5: vehicles on average.
const BREAKS: [f64; 4] = [1.0, 3.0, 6.0, 10.0];

#[component]
pub fn NearMap(
    lines: Vec<Vec<LonLat>>,
    offers: Arc<Vec<OfferPart>>,
    within_m: f64,
) -> impl IntoView {
    let reader = reader();
    let words = reader.words();
    let container = NodeRef::<leptos::html::Div>::new();
    let is_broken = RwSignal::new(false);
    let take_down = StoredValue::new_local(None::<js_sys::Function>);
    let stations = marks(&offers, reader);
    let has_free = offers.iter().any(|offer| offer.stations.is_empty());
    if lines.iter().all(Vec::is_empty) {
        return ().into_any();
    }
    let metres = words.length(within_m);
    let legend = legend(reader, !stations.is_empty());
    let bounds = bounds(&lines, &stations, within_m);
    let geojson = geojson(&lines, &stations, within_m);
    let labels: Vec<String> = stations.iter().map(|mark| mark.label.clone()).collect();

    Effect::new(move || {
        let Some(container) = container.get() else {
            return;
        };
        let labels = labels.clone();
        let label = Closure::<dyn Fn(String) -> String>::new(move |station: String| {
            let place = station.parse::<usize>().ok();
            let label = place.and_then(|place| labels.get(place).cloned());
            label.unwrap_or_default()
        });
        // A station is chosen in the table, which says the same.
        let pick = Closure::<dyn Fn(String)>::new(|_| {});
        let options = options(bounds, reader, label.as_ref());
        let geojson = geojson.clone();
        leptos::task::spawn_local(async move {
            let opened = boot::open_map(
                &container,
                &geojson,
                &options,
                pick.as_ref().unchecked_ref(),
            )
            .await;
            match opened {
                Ok(close) => {
                    let close = close.unchecked_into::<js_sys::Function>();
                    if take_down.try_set_value(Some(close.clone())).is_some() {
                        let _ = close.call0(&JsValue::NULL);
                    }
                    // Both live as long as the map, which lives until the page is left.
                    pick.forget();
                    label.forget();
                }
                Err(_) => {
                    let _ = is_broken.try_set(true);
                }
            }
        });
    });
    on_cleanup(move || {
        if let Some(close) = take_down.try_get_value().flatten() {
            let _ = close.call0(&JsValue::NULL);
        }
    });
    view! {
        <section class="map" aria-labelledby="shared-map-title">
            <h3 id="shared-map-title">{reader.say("shared-map-title")}</h3>
            <p class="quiet">
                {reader.say_with("shared-map-hint", &[("metres", metres.into())])}
                {has_free.then(|| format!(" {}", reader.say("shared-map-free")))}
            </p>
            <div class="map-box">
                <div class="map-canvas" node_ref=container></div>
                {move || {
                    is_broken
                        .get()
                        .then(|| view! { <p class="map-broken">{reader.say("ui-map-broken")}</p> })
                }}
            </div>
            <div class="legend" inner_html=legend></div>
        </section>
    }
    .into_any()
}

/// What the colours mean.
fn legend(reader: Reader, has_stations: bool) -> String {
    let mut html = crate::ui::html::Html::default();
    if !has_stations {
        return html.finish();
    }
    let words = reader.words();
    html.wrapped(
        "<p class='legend-title'>",
        &words.get("shared-legend-title"),
        "</p><ul>",
    );
    crate::ui::legend::levels(&mut html, BREAKS, &words);
    html.raw("</ul>");
    html.finish()
}

/// A station, or a square of vehicles that stand free.
struct Mark {
    at: LonLat,
    all: Moments,
    label: String,
    is_square: bool,
}

fn marks(offers: &[OfferPart], reader: Reader) -> Vec<Mark> {
    let words = reader.words();
    let labelled = |name: &str, all: &Moments| match all.available {
        Some(known) => words.with(
            "shared-map-label",
            &[
                ("name", name.into()),
                ("mean", words.decimal(known.mean, 1).into()),
            ],
        ),
        None => format!("{name} · {}", words.state(crate::domain::State::Missing)),
    };
    let mut marks = Vec::new();
    for offer in offers {
        let fleet = say::fleet(offer.form, &offer.operator, &words);
        marks.extend(offer.squares.iter().map(|square| Mark {
            at: square.at,
            all: square.all,
            label: labelled(&fleet, &square.all),
            is_square: true,
        }));
    }
    // After the squares, so that they lie above them.
    for station in offers.iter().flat_map(|offer| &offer.stations) {
        let name = station.names.in_language(words.language().tag());
        marks.push(Mark {
            at: station.at,
            all: station.all,
            label: labelled(name, &station.all),
            is_square: false,
        });
    }
    marks
}

fn level(mark: &Mark) -> usize {
    match mark.all.available {
        None => 0,
        Some(known) => 1 + BREAKS.iter().filter(|bound| known.mean >= **bound).count(),
    }
}

/// Numbers and places only, so there is nothing to escape.
fn geojson(lines: &[Vec<LonLat>], stations: &[Mark], within_m: f64) -> String {
    let mut text = String::from(r#"{"type":"FeatureCollection","features":["#);
    let pair = |p: &LonLat| format!("[{},{}]", p.lon, p.lat);
    for line in lines {
        let points = line.iter().map(pair).collect::<Vec<_>>().join(",");
        let (kind, points) = match line.as_slice() {
            [] => continue,
            [_] => ("Point", points),
            _ => ("LineString", format!("[{points}]")),
        };
        // Writing into a text does not fail.
        let _ = write!(
            text,
            r#"{{"type":"Feature","properties":{{"near":{within_m}}},"geometry":{{"type":"{kind}","coordinates":{points}}}}},"#
        );
    }
    for (place, station) in stations.iter().enumerate() {
        let _ = write!(
            text,
            r#"{{"type":"Feature","properties":{{"street":"{place}","level":{},"square":{}}},"geometry":{{"type":"Point","coordinates":{}}}}},"#,
            level(station),
            station.is_square,
            pair(&station.at)
        );
    }
    if text.ends_with(',') {
        text.pop();
    }
    text.push_str("]}");
    text
}

/// West, south, east, north: all that is near.
fn bounds(lines: &[Vec<LonLat>], stations: &[Mark], within_m: f64) -> [f64; 4] {
    let points = lines.iter().flatten().copied();
    let all = points.chain(stations.iter().map(|station| station.at));
    let [west, south, east, north] = all.fold(
        [180.0_f64, 90.0_f64, -180.0_f64, -90.0_f64],
        |[w, s, e, n], p| [w.min(p.lon), s.min(p.lat), e.max(p.lon), n.max(p.lat)],
    );
    // A degree of latitude is 111 km; of longitude less, and in Europe at least half of that.
    let up = within_m / 111_000.0;
    [west - up * 1.6, south - up, east + up * 1.6, north + up]
}

/// As `map.js` reads them.
fn options(bounds: [f64; 4], reader: Reader, label: &JsValue) -> JsValue {
    let options = js_sys::Object::new();
    let set = |on: &js_sys::Object, key: &str, value: &JsValue| {
        let _ = js_sys::Reflect::set(on, &key.into(), value);
    };
    let bounds: js_sys::Array = bounds.iter().map(|v| JsValue::from_f64(*v)).collect();
    set(&options, "bounds", &bounds);
    set(&options, "isLazy", &JsValue::TRUE);
    set(&options, "label", label);
    let locale = js_sys::Object::new();
    for (key, word) in [
        ("NavigationControl.ZoomIn", "ui-map-zoom-in"),
        ("NavigationControl.ZoomOut", "ui-map-zoom-out"),
        ("AttributionControl.ToggleAttribution", "ui-footer-sources"),
        ("Map.Title", "ui-map-canvas"),
        (
            "CooperativeGesturesHandler.WindowsHelpText",
            "ui-map-gesture-keys",
        ),
        (
            "CooperativeGesturesHandler.MacHelpText",
            "ui-map-gesture-keys-mac",
        ),
        (
            "CooperativeGesturesHandler.MobileHelpText",
            "ui-map-gesture-touch",
        ),
    ] {
        set(&locale, key, &reader.say(word).into());
    }
    set(&options, "locale", &locale);
    options.into()
}
