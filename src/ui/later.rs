//! What is made in a task of its own, after what stands above it: a page is put together piece by piece, and a press is
//! answered in between.

use leptos::prelude::*;
use std::time::Duration;

/// Several of these are made one after the other, in their order on the page. `is_now`: in this very task.
#[component]
pub fn Later(is_now: bool, children: Children) -> impl IntoView {
    let children = StoredValue::new_local(Some(children));
    let is_time = RwSignal::new(is_now);
    if !is_now {
        set_timeout(
            move || {
                // The page may be gone by now.
                let _ = is_time.try_set(true);
            },
            Duration::ZERO,
        );
    }
    move || {
        let children = || children.try_update_value(Option::take).flatten();
        is_time.get().then(children).flatten().map(|make| make())
    }
}
