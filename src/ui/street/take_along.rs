//! What a reader takes along from a sum: the statement on the clipboard or as a file, and the whole sum as JSON.

use crate::query::ledger::Figure;
use crate::query::permalink::Page;
use crate::query::{Answer, LedgerQuestion, Query};
use crate::ui::boot;
use crate::ui::client::{Client, Reception};
use crate::ui::navigation::Navigation;
use crate::ui::reader::Reader;
use crate::ui::save;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// The buttons at the end of a sum, which `ledger_html` writes.
#[derive(Clone, Copy)]
pub struct Actions {
    figure: Figure,
    reader: Reader,
    client: Client,
    navigation: Navigation,
    /// The sum as JSON comes from the worker, when it is asked for.
    json: RwSignal<Reception>,
}

impl Actions {
    pub fn new(figure: Figure, reader: Reader) -> Self {
        let actions = Self {
            figure,
            reader,
            client: expect_context(),
            navigation: expect_context(),
            json: RwSignal::new(Reception::BEGUN),
        };
        Effect::new(move || match actions.json.get() {
            Reception::Answered(answer) => {
                if let Answer::Json(text) = &*answer {
                    actions.save(text, "json");
                }
            }
            Reception::Failed(failure) => {
                say(&crate::text::failure::failure(&failure, &reader.words()).title);
            }
            Reception::Waiting { .. } | Reception::Previewed(_) => {}
        });
        actions
    }

    /// A click inside a sum: on one of its buttons, or on nothing of ours.
    pub fn click(self, event: &web_sys::MouseEvent, sql: &str) {
        let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        let action = target.and_then(|t| t.get_attribute("data-action"));
        say("");
        match action.as_deref() {
            Some("copy") => self.copy(sql.to_owned()),
            Some("sql") => self.save(sql, "sql"),
            Some("json") => {
                if let Page::Street(street) = self.navigation.page_untracked() {
                    let figure = self.figure;
                    let question = LedgerQuestion { street, figure };
                    self.client.ask(Query::LedgerJson(question), self.json);
                }
            }
            _ => {}
        }
    }

    fn copy(self, sql: String) {
        leptos::task::spawn_local(async move {
            let key = if boot::copy(&sql).await.is_ok() {
                "ui-sum-copied"
            } else {
                select();
                "ui-sum-selected"
            };
            say(&self.reader.say(key));
        });
    }

    /// `stationsstraat-day.sql`
    fn save(self, text: &str, kind: &str) {
        let Page::Street(question) = self.navigation.page_untracked() else {
            return;
        };
        let name = format!("{}-{}.{kind}", question.street.0, self.figure.name());
        save::text(&name, text);
    }
}

fn say(text: &str) {
    // The sum may be closed by now.
    if let Some(place) = document().get_element_by_id("sum-said") {
        place.set_text_content(Some(text));
    }
}

/// Where the clipboard is closed: the statement marked, ready for the reader's own keys.
fn select() {
    let Some(more) = document().get_element_by_id("sum-sql") else {
        return;
    };
    let _ = more.set_attribute("open", "");
    let selection = window().get_selection().ok().flatten();
    if let (Some(selection), Some(shown)) = (selection, more.last_element_child()) {
        let _ = selection.select_all_children(&shown);
    }
}
