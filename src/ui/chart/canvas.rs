//! Paints a chart on its canvas, in the pixels of the screen, and follows its width.

use super::surface::CanvasSurface;
use crate::chart::{Chart, Size, Theme};
use leptos::prelude::*;
use plotters::prelude::IntoDrawingArea;
use std::cell::Cell;
use wasm_bindgen::prelude::*;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement, ResizeObserver};

/// A height that the page wants for every drawing, CSS pixels.
#[derive(Clone, Copy)]
pub struct FixedHeight(pub Option<f64>);

/// The chart's size at a width, on this screen.
pub fn size_of(chart: &Chart, width: f64, fixed: Option<f64>) -> Size {
    Size {
        width,
        height: fixed.unwrap_or_else(|| chart.height(width).round()),
        scale: window().device_pixel_ratio().max(1.0),
    }
}

/// Paints the chart; a canvas that refuses stays empty, and the table remains.
pub fn paint(canvas: &HtmlCanvasElement, chart: &Chart, theme: &Theme, size: Size) {
    let pixels = (
        pixels(size.width * size.scale),
        pixels(size.height * size.scale),
    );
    canvas.set_width(pixels.0);
    canvas.set_height(pixels.1);
    let context = canvas
        .get_context("2d")
        .ok()
        .flatten()
        .and_then(|context| context.dyn_into::<CanvasRenderingContext2d>().ok());
    if let Some(context) = context {
        let area = CanvasSurface::new(context, pixels).into_drawing_area();
        let _ = chart.draw(&area, theme, size);
    }
}

// A canvas is smaller than a u32.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn pixels(length: f64) -> u32 {
    length.round().max(1.0) as u32
}

thread_local! {
    /// Of the element that was measured last.
    static LAST_WIDTH: Cell<f64> = const { Cell::new(1.0) };
}

/// What a width will be, where it is not known yet: that of another element, so that little jumps.
pub fn known_or_likely(width: f64) -> f64 {
    if width < 1.0 { LAST_WIDTH.get() } else { width }
}

/// The width of an element in CSS pixels, whenever it is laid out anew; 0 before. To ask for it earlier would make the
/// browser lay out the page in the middle of a change.
pub fn width_of(element: NodeRef<leptos::html::Div>) -> Signal<f64> {
    let width = RwSignal::new(0.0);
    let watched = StoredValue::new_local(None::<(ResizeObserver, Closure<dyn FnMut()>)>);
    Effect::new(move || {
        let Some(element) = element.get() else { return };
        let element: HtmlElement = element.into();
        let seen = element.clone();
        let on_resize = Closure::<dyn FnMut()>::new(move || {
            let now = f64::from(seen.client_width());
            // Hidden elements have no width; they are drawn again when shown.
            if now <= 0.0 {
                return;
            }
            LAST_WIDTH.set(now);
            let before = width.try_get_untracked();
            if before.is_some_and(|before| (before - now).abs() >= 1.0) {
                let _ = width.try_set(now);
            }
        });
        if let Ok(observer) = ResizeObserver::new(on_resize.as_ref().unchecked_ref()) {
            observer.observe(&element);
            watched.set_value(Some((observer, on_resize)));
        }
    });
    on_cleanup(move || {
        if let Some(Some((observer, on_resize))) = watched.try_update_value(Option::take) {
            observer.disconnect();
            drop(on_resize);
        }
    });
    width.into()
}
