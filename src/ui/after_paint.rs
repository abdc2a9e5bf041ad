//! Work that waits until what is seen now is painted.

use leptos::prelude::*;
use std::time::Duration;

/// Runs `then` after the next frame: a press is seen at once, whatever it sets off.
pub fn after_paint(then: impl FnOnce() + 'static) {
    request_animation_frame(move || set_timeout(then, Duration::ZERO));
}
