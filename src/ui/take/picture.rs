//! A drawing to take along, with its title above and its source below: an SVG, or a PNG of twice the pixels.

use crate::chart::{Chart, Size, Theme, svg};
use crate::ui::chart::paint;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement};

const WIDTH: f64 = 760.0;

/// On paper and on other sites a picture is light.
fn theme() -> Theme {
    Theme::light()
}

pub fn svg(chart: &Chart, title: &str, source: &str) -> String {
    svg::document(chart, &theme(), WIDTH, title, source)
}

/// `done` gets the picture; a browser that draws none gives none.
pub fn png(chart: &Chart, title: &str, source: &str, done: impl FnOnce(&Blob) + 'static) {
    let scale = 2.0;
    let theme = theme();
    let size = Size {
        width: WIDTH,
        height: chart.height(WIDTH).round(),
        scale,
    };
    let (Some(inner), Some(whole)) = (canvas(), canvas()) else {
        return;
    };
    paint(&inner, chart, &theme, size);
    whole.set_width(inner.width());
    let (above, below) = (svg::ABOVE * scale, svg::BELOW * scale);
    whole.set_height(inner.height() + whole_pixels(above + below));
    let context = whole.get_context("2d").ok().flatten();
    let Some(context) = context.and_then(|c| c.dyn_into::<CanvasRenderingContext2d>().ok()) else {
        return;
    };
    let (width, height) = (f64::from(whole.width()), f64::from(whole.height()));
    context.set_fill_style_str("#ffffff");
    context.fill_rect(0.0, 0.0, width, height);
    let _ = context.draw_image_with_html_canvas_element(&inner, 0.0, above);
    context.set_fill_style_str("#1a232e");
    context.set_font(&format!("bold {}px {}", svg::TITLE * scale, theme.font));
    let room = width - 16.0 * scale;
    let _ = context.fill_text_with_max_width(title, 8.0 * scale, svg::TITLE * 1.5 * scale, room);
    context.set_fill_style_str("#55606d");
    context.set_font(&format!("{}px {}", svg::SOURCE * scale, theme.font));
    let line = height - svg::SOURCE * 0.8 * scale;
    let _ = context.fill_text_with_max_width(source, 8.0 * scale, line, room);
    let taken = Closure::once_into_js(move |blob: JsValue| {
        if let Ok(blob) = blob.dyn_into::<Blob>() {
            done(&blob);
        }
    });
    let _ = whole.to_blob(taken.unchecked_ref());
}

fn canvas() -> Option<HtmlCanvasElement> {
    document().create_element("canvas").ok()?.dyn_into().ok()
}

// Smaller than a u32.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn whole_pixels(length: f64) -> u32 {
    length.round() as u32
}
