//! A street: what is known, the controls, four answers with their charts.

mod answers;
mod controls;
mod in_turn;
mod known;
mod ledger;
mod period;
mod sign;
mod sources;
mod sum;
mod take_along;
mod uncounted;

use super::chart::{OpenTables, follow_theme};
use super::client::Reception;
use super::failure_notice::InquiryFailure;
use super::frame::entitle;
use super::home::search_box::{SearchBox, page_of};
use super::inquiry::Inquiry;
use super::navigation::Navigation;
use super::progress::Progress;
use super::shared_part::SharedPart;
use super::street_name;
use super::town::{KnownTown, town};
use crate::domain::{Names, StreetId};
use crate::query::permalink::Page;
use crate::query::{Answer, Failure, Query, StreetAnswer, StreetQuestion};
use answers::{Answers, AnswersWaiting};
use controls::Controls;
use in_turn::InTurn;
use known::what_is_known;
use leptos::prelude::*;
use sign::Sign;
use sources::Sources;
use std::sync::Arc;
use std::time::Duration;
use sum::OpenSum;
use uncounted::uncounted;

/// How long an early answer waits for the whole one.
const PATIENCE: Duration = Duration::from_millis(100);

/// What the page has below its controls.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Body {
    Waiting,
    Nothing,
    Counted,
    Uncounted,
}

/// The last answer about this street; it stays while the next one is on its way.
#[derive(Clone)]
pub struct Shown {
    answer: Arc<Answer>,
    /// The rest of it is on its way.
    pub is_early: bool,
}

impl PartialEq for Shown {
    /// Whether it is the very same.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.answer, &other.answer)
    }
}

impl Shown {
    fn of(answer: Arc<Answer>, is_early: bool) -> Option<Self> {
        matches!(*answer, Answer::Street(_)).then_some(Self { answer, is_early })
    }

    pub fn get(&self) -> Option<&StreetAnswer> {
        match &*self.answer {
            Answer::Street(street) => Some(street),
            _ => None,
        }
    }
}

#[component]
pub fn StreetPage(street: StreetId) -> impl IntoView {
    let navigation = expect_context::<Navigation>();
    let town = town();
    let own = StoredValue::new(street);
    // When the page is left the address is another's already; the last question stands until then.
    let question = Memo::new(
        move |before: Option<&StreetQuestion>| match navigation.page() {
            Page::Street(question) if own.with_value(|own| *own == question.street) => question,
            _ => before.cloned().unwrap_or_else(|| usual(own.get_value())),
        },
    );
    let inquiry = Inquiry::new(move || Query::Street(question.get()));
    let shown = RwSignal::new(None::<Shown>);
    let sum = OpenSum::new(question);
    let in_turn = InTurn::new(shown, navigation.sum_untracked().is_some());
    provide_context(sum);
    let is_waiting = Memo::new(move |_| {
        let reception = inquiry.reception.get();
        matches!(
            reception,
            Reception::Waiting { .. } | Reception::Previewed(_)
        )
    });
    Effect::new(move || match inquiry.reception.get() {
        Reception::Answered(answer) => shown.set(Shown::of(answer, false)),
        // Where the rest comes at once the page is drawn once.
        Reception::Previewed(_) => set_timeout(
            move || {
                if let Some(Reception::Previewed(answer)) = inquiry.reception.try_get_untracked() {
                    shown.set(Shown::of(answer, true));
                }
            },
            PATIENCE,
        ),
        Reception::Waiting { .. } | Reception::Failed(_) => {}
    });
    provide_context(OpenTables(RwSignal::new(Vec::new())));
    provide_context(follow_theme());

    let names = Memo::new(move |_| {
        let from_answer = shown.with(|shown| {
            shown
                .as_ref()
                .and_then(Shown::get)
                .map(|answer| answer.header.names.clone())
        });
        from_answer.or_else(|| names_in(town.known.get()?.get()?, &own.get_value()))
    });
    let languages = Memo::new(move |_| {
        town.named
            .with(|k| k.as_ref().map(KnownTown::languages).unwrap_or_default())
    });
    Effect::new(move || {
        let name = names
            .get()
            .map(|names| street_name::first(&names, &languages.get()).1);
        entitle(&[name.unwrap_or_default()]);
    });
    sum.lead_to_it(shown, in_turn);
    let is_unknown = Memo::new(move |_| {
        matches!(
            inquiry.reception.get(),
            Reception::Failed(Failure::UnknownStreet { .. })
        )
    });
    let body = Memo::new(move |_| {
        let is_counted = shown.with(|shown| {
            let answer = shown.as_ref().and_then(Shown::get);
            answer.map(|answer| answer.counted.is_some())
        });
        match is_counted {
            Some(true) => Body::Counted,
            Some(false) => Body::Uncounted,
            None if is_waiting.get() => Body::Waiting,
            None => Body::Nothing,
        }
    });
    let is_busy = move || is_waiting.get() || !in_turn.is_done();

    let is_shown = Signal::derive(move || shown.with(Option::is_some));

    view! {
        <Sign names=names town_languages=languages shown=shown is_unknown=is_unknown />
        <Show when=move || body.get() == Body::Counted>
            <Controls question=question shown=shown />
        </Show>
        <InquiryFailure inquiry=inquiry />
        <Show when=move || is_unknown.get()>
            <SearchBox />
        </Show>
        <Progress reception=inquiry.reception />
        <div class="street-body" aria-busy=move || is_busy().to_string()>
            {move || match body.get() {
                Body::Waiting => view! { <AnswersWaiting /> }.into_any(),
                Body::Nothing => ().into_any(),
                Body::Counted => view! { <Answers in_turn=in_turn /> }.into_any(),
                Body::Uncounted => {
                    let shown = shown.get();
                    shown.as_ref().and_then(Shown::get).map(uncounted).into_any()
                }
            }}
            // It stays while the answers change: it has no period and no mode.
            <SharedPart street=Some(own.get_value()) is_wanted=is_shown />
            {move || {
                let shown = in_turn.below().get()?;
                let answer = shown.get()?;
                Some(view! {
                    {answer.counted.is_some().then(|| view! { <Take /> })}
                    {(!answer.availability.is_empty()).then(|| what_is_known(answer))}
                    <Sources sources=answer.sources.clone() />
                })
            }}
        </div>
    }
}

/// Opens what a reader may take along: a program of its own.
#[component]
fn Take() -> impl IntoView {
    let reader = super::reader::reader();
    let place = NodeRef::<leptos::html::Div>::new();
    let open = move |_| {
        let Some(place) = place.get_untracked() else {
            return;
        };
        leptos::task::spawn_local(async move {
            let language = reader.language().tag();
            if let Err(error) = super::boot::open_part("take", &place, &[], language).await {
                super::boot::report(&error);
            }
        });
    };
    view! {
        <button type="button" class="button take-open" on:click=open>
            {reader.say("ui-take")}
        </button>
        <div node_ref=place></div>
    }
}

fn usual(street: StreetId) -> StreetQuestion {
    match page_of(street.clone()) {
        Page::Street(question) => question,
        _ => StreetQuestion {
            street,
            segment: None,
            period: crate::query::PeriodChoice::LastYear,
            mode: crate::query::permalink::USUAL_MODE,
        },
    }
}

fn names_in(town: &crate::query::TownAnswer, street: &StreetId) -> Option<Names> {
    town.streets
        .iter()
        .find(|entry| entry.id == *street)
        .map(|entry| entry.names.clone())
}
