//! An answer for the parts of the page, one part after the other: each is made in a task of its own, so that the page
//! can answer a press in between.

use super::Shown;
use crate::ui::focused::Focused;
use leptos::prelude::*;
use std::time::Duration;
use web_sys::Element;

/// Four cards, and what stands below them.
const PARTS: usize = 5;

#[derive(Clone, Copy)]
pub struct InTurn {
    newest: RwSignal<Option<Shown>>,
    parts: [RwSignal<Option<Shown>>; PARTS],
}

impl InTurn {
    /// The first answer at once where an address leads to a place among the parts.
    pub fn new(newest: RwSignal<Option<Shown>>, is_first_at_once: bool) -> Self {
        let in_turn = Self {
            newest,
            parts: std::array::from_fn(|_| RwSignal::new(None)),
        };
        Effect::new(move || {
            let Some(shown) = newest.get() else { return };
            let is_first = in_turn.below().get_untracked().is_none();
            if is_first && is_first_at_once {
                for part in in_turn.parts {
                    part.set(Some(shown.clone()));
                }
            } else {
                in_turn.pass(0, shown, None);
            }
        });
        in_turn
    }

    /// What a part shows; `None` before its first turn.
    pub fn part(self, place: usize) -> RwSignal<Option<Shown>> {
        self.parts.get(place).copied().unwrap_or(self.newest)
    }

    /// What stands below the cards.
    pub fn below(self) -> RwSignal<Option<Shown>> {
        self.part(PARTS - 1)
    }

    /// Every part shows the newest.
    pub fn is_done(self) -> bool {
        self.below().get() == self.newest.get()
    }

    /// `focused`: what had the focus when the part before was made. What an early answer showed is made anew with the
    /// whole one, under who is in it.
    fn pass(self, place: usize, shown: Shown, focused: Option<(Focused, Element)>) {
        set_timeout(
            move || {
                if let Some((focused, page)) = focused {
                    focused.restore(&page);
                }
                // Gone with its page, or overtaken.
                let newest = self.newest.try_get_untracked().flatten();
                let is_newest = newest.as_ref() == Some(&shown);
                let Some(part) = self.parts.get(place).filter(|_| is_newest) else {
                    return;
                };
                let page = document().get_element_by_id("main");
                let focused = page.map(|page| (Focused::within(&page), page));
                part.set(Some(shown.clone()));
                self.pass(place + 1, shown, focused);
            },
            Duration::ZERO,
        );
    }
}
