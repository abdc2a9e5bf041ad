//! One figure on another site, in a program of its own: `embed.html`. It runs in a frame without an origin, keeps
//! nothing, and says nothing to the host but its height.

mod around;
mod figure;
mod host;
mod plate;

use super::chart::{FixedHeight, OpenTables, changing_theme};
use super::client::Client;
use super::reader::Reader;
use super::spoken::{LanguageNotice, Spoken};
use crate::chart::Theme;
use crate::query::embed::{EmbedAddress, EmbedShow};
use crate::query::permalink::Address;
use crate::text::{EMBED, EVERYWHERE, Group};
pub use figure::chart_of;
use figure::{EmbeddedFigure, Misunderstood};
use host::Wishes;
use leptos::prelude::*;
use plate::EmbeddedPlate;

/// The texts of this program.
const GROUPS: &[&Group] = &[&EVERYWHERE, &EMBED];

#[component]
pub fn Embed() -> impl IntoView {
    let query = window().location().search().unwrap_or_default();
    let address = EmbedAddress::parse(&query);
    // Said also where the rest is not understood: that is told in the reader's language.
    let language = RwSignal::new(Address::parse(&query).language);
    let theme = changing_theme();
    provide_context(Signal::<Theme>::from(theme));
    provide_context(Client::new());
    let mut open = Vec::new();
    if let Ok(address) = &address {
        if address.show == EmbedShow::Table {
            open.push(chart_of(address.figure).name());
        }
        provide_context(FixedHeight(address.height.map(f64::from)));
    }
    host::meet(EmbedAddress::id_of(&query), Wishes { language, theme });
    provide_context(OpenTables(RwSignal::new(open)));
    let spoken = Spoken::new(move || language.get(), GROUPS);
    let address = StoredValue::new(address);
    move || {
        let reader = Reader::new(spoken.words()?);
        provide_context(reader);
        let figure = match address.get_value() {
            Ok(address) if address.plate.is_some() => {
                view! { <EmbeddedPlate address=address /> }.into_any()
            }
            Ok(address) => view! { <EmbeddedFigure address=address /> }.into_any(),
            Err(what) => view! { <Misunderstood what=what /> }.into_any(),
        };
        Some(view! {
            <LanguageNotice spoken=spoken />
            {figure}
        })
    }
}
