//! The matrix of what is known here, and since when.

use crate::query::StreetAnswer;
use crate::text::known_table;
use crate::ui::reader::reader;
use leptos::prelude::*;

pub fn what_is_known(answer: &StreetAnswer) -> impl IntoView + use<> {
    let reader = reader();
    let table = known_table(answer, &reader.words());
    view! {
        <section class="known" aria-labelledby="known-title">
            <h2 id="known-title">{reader.say("ui-known-title")}</h2>
            <table class="known-table" inner_html=table></table>
        </section>
    }
}
