//! "Show me the sum": the button of a figure, the place below it, and the one sum that is open.

use super::Shown;
use super::in_turn::InTurn;
use super::ledger::LedgerPanel;
use crate::query::ledger::Figure;
use crate::query::permalink::Address;
use crate::query::{Answer, LedgerQuestion, PackedLedger, Query, StreetQuestion};
use crate::ui::after_paint::after_paint;
use crate::ui::client::Reception;
use crate::ui::inquiry::Inquiry;
use crate::ui::navigation::Navigation;
use crate::ui::reader::reader;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The last ledger; it stays while period and mode change.
#[derive(Clone)]
pub struct ShownLedger(Arc<Answer>);

impl ShownLedger {
    /// The ledger, if it is that of this figure.
    pub fn of(&self, figure: Figure) -> Option<&PackedLedger> {
        match &*self.0 {
            Answer::Ledger(ledger) if ledger.figure == figure => Some(ledger),
            _ => None,
        }
    }
}

/// The sum that the address opens: asked for here, so that it outlives a change of the page around it.
#[derive(Clone, Copy)]
pub struct OpenSum {
    pub inquiry: Inquiry,
    pub shown: RwSignal<Option<ShownLedger>>,
}

impl OpenSum {
    pub fn new(question: Memo<StreetQuestion>) -> Self {
        let navigation = expect_context::<Navigation>();
        let inquiry = Inquiry::when(move || {
            let figure = navigation.sum()?;
            let street = question.get();
            Some(Query::Ledger(LedgerQuestion { street, figure }))
        });
        let shown = RwSignal::new(None);
        Effect::new(move || {
            if let Reception::Answered(answer) = inquiry.reception.get() {
                shown.set(Some(ShownLedger(answer)));
            }
        });
        // Focus that was inside a sum goes back to its button when the sum is closed.
        Effect::new(move |before: Option<Option<Figure>>| {
            let now = navigation.sum();
            if let Some(Some(closed)) = before
                && now != Some(closed)
            {
                request_animation_frame(move || {
                    if is_nothing_focused() {
                        focus(&button_id(closed));
                    }
                });
            }
            now
        });
        Self { inquiry, shown }
    }

    /// A link to a sum leads to it, once: to the heading, when the whole page around it is there, since what an early
    /// answer shows is made anew. Where both failed and the page came on a second try, so does the sum.
    pub fn lead_to_it(self, page: RwSignal<Option<Shown>>, in_turn: InTurn) {
        let navigation = expect_context::<Navigation>();
        let wanted = StoredValue::new(navigation.sum_untracked());
        Effect::new(move || {
            let (page, shown) = (page.get(), self.shown.get());
            let is_whole = page.as_ref().is_some_and(|page| !page.is_early) && in_turn.is_done();
            if page.is_some() {
                self.inquiry.ask_again();
            }
            let Some(figure) = wanted.get_value() else {
                return;
            };
            if !is_whole || shown.is_none_or(|shown| shown.of(figure).is_none()) {
                return;
            }
            wanted.set_value(None);
            // The drawings take their heights in the frame after they are put in.
            request_animation_frame(move || {
                request_animation_frame(move || {
                    if is_nothing_focused() {
                        focus(&title_id(figure));
                        if let Some(title) = document().get_element_by_id(&title_id(figure)) {
                            title.scroll_into_view();
                        }
                    }
                });
            });
        });
    }
}

pub fn title_id(figure: Figure) -> String {
    format!("sum-title-{}", figure.name())
}

fn button_id(figure: Figure) -> String {
    format!("sum-button-{}", figure.name())
}

/// Nobody is reading or working elsewhere: focus is on no control.
fn is_nothing_focused() -> bool {
    document()
        .active_element()
        .is_none_or(|element| matches!(element.tag_name().as_str(), "BODY" | "H1"))
}

fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// A figure with its button, the way to the data behind it, and the sum while it is open: apart, so that it may be wider than the figure. `of` is
/// the id of what it is the sum of. The button of a figure that this page does not show (`is_usual` false) is there
/// only while the address opens its sum.
#[component]
pub fn Sum(figure: Figure, of: String, is_usual: bool, children: Children) -> impl IntoView {
    let reader = reader();
    let navigation = expect_context::<Navigation>();
    let is_open = Memo::new(move |_| navigation.sum() == Some(figure));
    let toggle = Callback::new(move |()| {
        let before = top_of_button(figure);
        navigation.show_sum((!is_open.get_untracked()).then_some(figure));
        // Another sum that closes above must not move the button from under the finger; and the button
        // at the end of a sum leads back to the one before it.
        after_paint(move || {
            if let (Some(before), Some(now)) = (before, top_of_button(figure)) {
                window().scroll_by_with_x_and_y(0.0, now - before.max(8.0));
            }
            if is_nothing_focused() {
                focus(&button_id(figure));
            }
        });
    });
    let place = format!("sum-{}", figure.name());
    // The address of the open sum, read by the data page.
    let way = move || {
        let sum = Some(figure);
        let address = Address {
            sum,
            ..navigation.address()
        };
        format!("data.html{}", address.format())
    };
    view! {
        <div class="part" hidden=move || !is_usual && !is_open.get()>
            {children()}
            <button
                type="button"
                id=button_id(figure)
                class="button sum-button"
                aria-expanded=move || is_open.get().to_string()
                aria-controls=place.clone()
                aria-describedby=of.clone()
                on:click=move |_| toggle.run(())
            >
                {reader.say("ui-sum-show")}
            </button>
            <a class="sum-way" href=way aria-describedby=of>
                {reader.say("ui-sum-way")}
            </a>
        </div>
        <div id=place class="sum">
            {move || is_open.get().then(|| view! { <LedgerPanel figure=figure close=toggle /> })}
        </div>
    }
}

fn top_of_button(figure: Figure) -> Option<f64> {
    let button = document().get_element_by_id(&button_id(figure))?;
    Some(button.get_bounding_client_rect().top())
}
