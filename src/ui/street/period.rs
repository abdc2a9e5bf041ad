//! The period: the last year, everything, or from month to month.

use super::controls::Choices;
use crate::domain::CivilDate;
use crate::query::permalink::Page;
use crate::query::{PeriodChoice, StreetQuestion};
use crate::ui::navigation::Navigation;
use crate::ui::reader::reader;
use leptos::prelude::*;

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Year,
    All,
    Own,
}

impl Kind {
    const fn of(period: PeriodChoice) -> Self {
        match period {
            PeriodChoice::LastYear => Self::Year,
            PeriodChoice::All => Self::All,
            PeriodChoice::Between { .. } => Self::Own,
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Year => "ui-period-year",
            Self::All => "ui-period-all",
            Self::Own => "ui-period-own",
        }
    }
}

#[component]
pub fn PeriodControl(
    question: Memo<StreetQuestion>,
    choices: Memo<Option<Choices>>,
) -> impl IntoView {
    let reader = reader();
    let navigation = expect_context::<Navigation>();
    let kind = Memo::new(move |_| Kind::of(question.read().period));
    let set = move |period: PeriodChoice| {
        let question = question.get_untracked();
        navigation.go(Page::Street(StreetQuestion { period, ..question }));
    };
    let choose = move |kind: Kind| match kind {
        Kind::Year => set(PeriodChoice::LastYear),
        Kind::All => set(PeriodChoice::All),
        // An own choice begins with what is shown, in whole months.
        Kind::Own => {
            if let Some(choices) = choices.get_untracked() {
                set(months(choices.start, choices.end.plus_days(-1)));
            }
        }
    };
    view! {
        <fieldset class="choice">
            <legend>{reader.say("ui-period")}</legend>
            <div class="choice-options">
                {[Kind::Year, Kind::All, Kind::Own]
                    .into_iter()
                    .map(|own| {
                        view! {
                            <label class="choice-option">
                                <input
                                    type="radio"
                                    name="period"
                                    prop:checked=move || kind.get() == own
                                    on:change=move |_| choose(own)
                                />
                                <span>{reader.say(own.word())}</span>
                            </label>
                        }
                    })
                    .collect_view()}
            </div>
            <Show when=move || kind.get() == Kind::Own>
                <div class="choice-months">
                    <MonthSelect
                        label="ui-period-from"
                        question=question
                        choices=choices
                        is_end=false
                        on_choose=Callback::new(move |month| {
                            let (_, last) = chosen(question.get_untracked().period);
                            set(months(month, last.max(month)));
                        })
                    />
                    <MonthSelect
                        label="ui-period-until"
                        question=question
                        choices=choices
                        is_end=true
                        on_choose=Callback::new(move |month| {
                            let (first, _) = chosen(question.get_untracked().period);
                            set(months(first.min(month), month));
                        })
                    />
                </div>
            </Show>
        </fieldset>
    }
}

#[component]
fn MonthSelect(
    label: &'static str,
    question: Memo<StreetQuestion>,
    choices: Memo<Option<Choices>>,
    is_end: bool,
    on_choose: Callback<CivilDate>,
) -> impl IntoView {
    let reader = reader();
    let range = Memo::new(move |_| choices.with(|c| c.as_ref().map(|c| (c.first, c.last))));
    let now = Memo::new(move |_| {
        let (first, last) = chosen(question.read().period);
        if is_end { last } else { first }
    });
    view! {
        <label class="choice-select">
            <span class="choice-label">{reader.say(label)}</span>
            <select on:change=move |event| {
                if let Some(month) = CivilDate::parse(&event_target_value(&event)) {
                    on_choose.run(month);
                }
            }>
                {move || {
                    let words = reader.words();
                    let mut options = range
                        .get()
                        .map(|(first, last)| month_list(first, last))
                        .unwrap_or_default();
                    // An address may ask for more than was counted.
                    let now_at = options.partition_point(|month| *month < now.get());
                    if options.get(now_at) != Some(&now.get()) {
                        options.insert(now_at, now.get());
                    }
                    options
                        .into_iter()
                        .map(|month| {
                            view! {
                                <option
                                    value=month.to_string()
                                    prop:selected=move || now.get() == month
                                >
                                    {words.month(month)}
                                </option>
                            }
                        })
                        .collect_view()
                }}
            </select>
        </label>
    }
}

/// Months of an own choice: the first and, included, the last.
fn chosen(period: PeriodChoice) -> (CivilDate, CivilDate) {
    match period {
        PeriodChoice::Between { start, end } => {
            (start.first_of_month(), end.plus_days(-1).first_of_month())
        }
        _ => (CivilDate::from_days(0), CivilDate::from_days(0)),
    }
}

/// From the month of one day to that of another, both included.
fn months(first: CivilDate, last: CivilDate) -> PeriodChoice {
    PeriodChoice::Between {
        start: first.first_of_month(),
        end: last.first_of_month_plus(1),
    }
}

fn month_list(first: CivilDate, last: CivilDate) -> Vec<CivilDate> {
    let mut month = first.first_of_month();
    let mut list = Vec::new();
    // A hundred years are enough for any list.
    while month <= last && list.len() < 1200 {
        list.push(month);
        month = month.first_of_month_plus(1);
    }
    list
}
