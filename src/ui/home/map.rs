//! The map of the town's streets. Its code is fetched only here, after the first answer.

use super::map_legend::MapLegend;
use super::search_box::page_of;
use crate::domain::StreetId;
use crate::query::answer::MapAnswer;
use crate::query::{Answer, Query};
use crate::ui::boot;
use crate::ui::client::Reception;
use crate::ui::failure_notice::InquiryFailure;
use crate::ui::inquiry::Inquiry;
use crate::ui::navigation::Navigation;
use crate::ui::reader::{Reader, reader};
use crate::ui::street_name;
use crate::ui::town::{KnownTown, town};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

#[component]
pub fn TownMap() -> impl IntoView {
    let reader = reader();
    let known = town().known;
    view! {
        <section class="map" aria-labelledby="map-title">
            <h2 id="map-title">{reader.say("ui-map-title")}</h2>
            <p class="quiet">{reader.say("ui-map-hint")}</p>
            // The town first: the map must not take its bytes.
            {move || match known.get() {
                Some(known) => view! { <Drawing known=known /> }.into_any(),
                None => view! { <div class="map-box is-waiting"></div> }.into_any(),
            }}
        </section>
    }
}

#[component]
fn Drawing(known: KnownTown) -> impl IntoView {
    let reader = reader();
    let navigation = expect_context::<Navigation>();
    let inquiry = Inquiry::new(|| Query::Map);
    let container = NodeRef::<leptos::html::Div>::new();
    let map = RwSignal::new(None::<MapAnswer>);
    let is_broken = RwSignal::new(false);
    let take_down = StoredValue::new_local(None::<js_sys::Function>);
    let is_gone = StoredValue::new(false);

    Effect::new(move || {
        if let Reception::Answered(answer) = inquiry.reception.get()
            && let Answer::Map(answer) = &*answer
        {
            map.set(Some(answer.clone()));
        }
    });
    Effect::new(move || {
        let (Some(answer), Some(container)) = (map.get(), container.get()) else {
            return;
        };
        let pick = Closure::<dyn Fn(String)>::new(move |street: String| {
            navigation.go(page_of(StreetId(street)));
        });
        let town = known.clone();
        let label = Closure::<dyn Fn(String) -> String>::new(move |street: String| {
            // A map that is taken down may still ask.
            let is_here = is_gone.try_get_value() == Some(false);
            let text = is_here.then(|| label_of(&street, &town, reader)).flatten();
            text.unwrap_or_default()
        });
        let options = options(&answer, &known, reader, &label);
        leptos::task::spawn_local(async move {
            let function = pick.as_ref().unchecked_ref();
            match boot::open_map(&container, &answer.geojson, &options, function).await {
                Ok(close) => {
                    let close = close.unchecked_into::<js_sys::Function>();
                    if is_gone.try_get_value() == Some(false) {
                        take_down.set_value(Some(close));
                        // Both live as long as the map, which lives until the page is left.
                        pick.forget();
                        label.forget();
                    } else {
                        let _ = close.call0(&JsValue::NULL);
                    }
                }
                Err(_) => {
                    let _ = is_broken.try_set(true);
                }
            }
        });
    });
    on_cleanup(move || {
        is_gone.set_value(true);
        if let Some(close) = take_down.try_get_value().flatten() {
            let _ = close.call0(&JsValue::NULL);
        }
    });

    view! {
        <InquiryFailure inquiry=inquiry />
        <div class="map-box">
            <div class="map-canvas" node_ref=container></div>
            {move || {
                is_broken
                    .get()
                    .then(|| view! { <p class="map-broken">{reader.say("ui-map-broken")}</p> })
            }}
        </div>
        {move || map.get().map(|map| view! { <MapLegend map=map /> })}
    }
}

/// What the label of a street on the map says; made when it is asked for, as a town has many.
fn label_of(street: &str, known: &KnownTown, reader: Reader) -> Option<String> {
    let town = known.get()?;
    let street = town.streets.iter().find(|known| known.id.0 == street)?;
    let names = street_name::in_order_for(reader, &street.names, &town.languages);
    let name = names.into_iter().next().unwrap_or_default().1;
    Some(
        match street.counted.as_ref().map(|c| c.cars_per_working_day) {
            Some(Some(cars)) => {
                let cars = reader.words().count(cars);
                reader.say_with(
                    "ui-map-label",
                    &[("name", name.into()), ("cars", cars.into())],
                )
            }
            Some(None) => format!("{name} · {}", reader.say("ui-too-little")),
            None => format!("{name} · {}", reader.say("ui-not-counted")),
        },
    )
}

/// The map's options as `map.js` reads them.
fn options(
    answer: &MapAnswer,
    known: &KnownTown,
    reader: Reader,
    label: &Closure<dyn Fn(String) -> String>,
) -> JsValue {
    let options = js_sys::Object::new();
    let set = |key: &str, value: &JsValue| {
        let _ = js_sys::Reflect::set(&options, &key.into(), value);
    };
    let numbers = |values: &[f64]| -> JsValue {
        values
            .iter()
            .map(|v| JsValue::from_f64(*v))
            .collect::<js_sys::Array>()
            .into()
    };
    if let Some(bounds) = answer.bounds {
        set("bounds", &numbers(&bounds));
    }
    if let Some(town) = known.get() {
        set("centre", &numbers(&[town.centre.lon, town.centre.lat]));
        let mut publishers: Vec<String> = Vec::new();
        for source in &town.sources {
            if !publishers.contains(&source.publisher) {
                publishers.push(source.publisher.clone());
            }
        }
        set("attribution", &escape(&publishers.join(", ")).into());
    }
    set("label", label.as_ref());
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
        let _ = js_sys::Reflect::set(&locale, &key.into(), &reader.say(word).into());
    }
    set("locale", &locale);
    options.into()
}

/// The map shows its attribution as HTML; a publisher's name is text.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
