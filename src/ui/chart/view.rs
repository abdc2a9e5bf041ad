//! One chart: title, drawing with values on hover, touch and arrow keys, sentence, table.

use super::canvas::{FixedHeight, known_or_likely, paint, size_of, width_of};
use super::table::chart_table;
use crate::chart::{Chart, Point, Reading, Step, Theme, hit};
use crate::ui::reader::reader;
use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// Which charts the reader turned into tables; kept while period and mode change.
#[derive(Clone, Copy)]
pub struct OpenTables(pub RwSignal<Vec<&'static str>>);

#[component]
pub fn ChartView(chart: Chart) -> impl IntoView {
    let reader = reader();
    let open = expect_context::<OpenTables>().0;
    let name = chart.name;
    let is_table = Memo::new(move |_| open.read().contains(&name));
    let toggle = move |_| {
        open.update(|open| match open.iter().position(|one| *one == name) {
            Some(place) => drop(open.remove(place)),
            None => open.push(name),
        });
    };
    let title = chart.title.clone();
    let title_id = format!("chart-{name}");
    let chart = Arc::new(chart);
    view! {
        <figure class=format!("chart chart-{}", name) aria-labelledby=title_id.clone()>
            <div class="chart-head">
                <h3 id=title_id.clone()>{title}</h3>
                <button
                    type="button"
                    class="button chart-toggle"
                    aria-pressed=move || is_table.get().to_string()
                    aria-describedby=format!("chart-{name}")
                    on:click=toggle
                >
                    {reader.say("ui-chart-table")}
                </button>
            </div>
            {move || {
                if is_table.get() {
                    view! { <div inner_html=chart_table(&chart.table)></div> }.into_any()
                } else {
                    view! { <Drawing chart=chart.clone() /> }.into_any()
                }
            }}
        </figure>
    }
}

#[component]
fn Drawing(chart: Arc<Chart>) -> impl IntoView {
    let reader = reader();
    let theme = expect_context::<Signal<Theme>>();
    let frame = NodeRef::<leptos::html::Div>::new();
    let canvas = NodeRef::<leptos::html::Canvas>::new();
    let width = width_of(frame);
    let fixed = use_context::<FixedHeight>().and_then(|height| height.0);
    let active = RwSignal::new(None::<usize>);
    let said = RwSignal::new(String::new());
    let name = chart.name;

    let points = {
        let chart = chart.clone();
        Memo::new(move |_| {
            let width = width.get();
            if width < 1.0 {
                return Arc::new(Vec::<Point>::new());
            }
            Arc::new(chart.points(&theme.read(), size_of(&chart, width, fixed)))
        })
    };
    let drawn = chart.clone();
    Effect::new(move || {
        if let Some(canvas) = canvas.get()
            && width.get() >= 1.0
        {
            let size = size_of(&drawn, width.get(), fixed);
            let (drawn, theme) = (drawn.clone(), theme.get());
            // A task of its own: between two charts the page can answer.
            set_timeout(move || paint(&canvas, &drawn, &theme, size), Duration::ZERO);
        }
    });
    let height = {
        let chart = chart.clone();
        move || {
            format!(
                "{}px",
                size_of(&chart, known_or_likely(width.get()), fixed).height
            )
        }
    };
    let keyed = chart.clone();
    let on_key = move |event: KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowLeft" => Step::Left,
            "ArrowRight" => Step::Right,
            "ArrowUp" => Step::Up,
            "ArrowDown" => Step::Down,
            "Home" => Step::First,
            "End" => Step::Last,
            "Escape" => {
                active.set(None);
                return;
            }
            _ => return,
        };
        event.prevent_default();
        let next = match active.get_untracked() {
            Some(from) => keyed.step(from, step),
            None if step == Step::Last => keyed.readings.len().saturating_sub(1),
            None => 0,
        };
        active.set(Some(next));
        said.set(
            keyed
                .readings
                .get(next)
                .map(Reading::text)
                .unwrap_or_default(),
        );
    };
    let on_point = move |event: PointerEvent| {
        let (x, y) = (f64::from(event.offset_x()), f64::from(event.offset_y()));
        active.set(hit(&points.read_untracked(), x, y));
    };
    let at = move || active.get().and_then(|i| points.read().get(i).copied());
    let labelled = chart.clone();
    let read_out = chart.clone();

    view! {
        <div class="chart-frame" node_ref=frame style:height=height>
            <canvas
                node_ref=canvas
                class="chart-canvas"
                role="img"
                tabindex="0"
                aria-label=labelled.title.clone()
                aria-describedby=format!("chart-{name}-says chart-{name}-keys")
                on:keydown=on_key
                on:blur=move |_| active.set(None)
                on:pointermove=on_point
                on:pointerdown=on_point
                on:pointerleave=move |event| {
                    // A finger that is lifted leaves its reading; a mouse takes it along.
                    if event.pointer_type() == "mouse" {
                        active.set(None);
                    }
                }
            ></canvas>
            <div
                class="chart-cursor"
                hidden=move || at().is_none()
                style:left=move || px(at().map(|p| p.left))
                style:top=move || px(at().map(|p| p.top))
                style:width=move || px(at().map(|p| p.width))
                style:height=move || px(at().map(|p| p.height))
            ></div>
            {move || {
                let reading = read_out.readings.get(active.get()?)?.clone();
                let point = at()?;
                let is_right = point.x > width.get() / 2.0;
                Some(
                    view! {
                        <div
                            class="chart-tip"
                            class:is-right=is_right
                            aria-hidden="true"
                            style:left=px(Some(point.x))
                            style:top=px(Some(point.y))
                        >
                            <strong>{reading.heading}</strong>
                            {reading
                                .lines
                                .into_iter()
                                .map(|line| view! { <span>{line}</span> })
                                .collect_view()}
                        </div>
                    },
                )
            }}
        </div>
        <figcaption id=format!("chart-{name}-says") class="chart-sentence">
            {chart.sentence.clone()}
        </figcaption>
        <p id=format!("chart-{name}-keys") class="chart-keys">{reader.say("ui-chart-keys")}</p>
        <p class="visually-hidden" role="status">{said}</p>
    }
}

fn px(length: Option<f64>) -> String {
    format!("{}px", length.unwrap_or(0.0))
}
