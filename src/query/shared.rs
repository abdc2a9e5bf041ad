//! What can I share near here? The question, and its answer as plain data.

use crate::domain::shared::FormFactor;
use crate::domain::shared_profile::{NearStation, Offer, SharedNear, Tally};
use crate::domain::{CivilDate, DayType, Names, StreetId};
use serde::{Deserialize, Serialize};

/// Near a street, at an hour of a kind of day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SharedQuestion {
    pub street: StreetId,
    pub day: DayType,
    /// 0–23.
    pub hour: u8,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SharedAnswer {
    pub question: SharedQuestion,
    /// Metres as the crow flies within which is near.
    pub within_m: f64,
    /// In the order of the sources; empty where nothing was ever near.
    pub offers: Vec<OfferAnswer>,
}

/// What one operator had, of one form factor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OfferAnswer {
    pub dataset: String,
    pub operator: Names,
    pub form: FormFactor,
    /// The days that were recorded.
    pub first: CivilDate,
    pub last: CivilDate,
    /// By distance; empty where vehicles stand free.
    pub stations: Vec<NearStation>,
    /// `None` where the hour of the question was not recorded, or the feed was down whenever it was.
    pub available: Option<Available>,
}

/// Vehicles that could be taken.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Available {
    pub mean: f64,
    pub least: u32,
    pub most: u32,
    /// Share (0–1) of the time of the stations without a vehicle, and without a free dock.
    pub empty_share: Option<f64>,
    pub full_share: Option<f64>,
    /// Share (0–1) of the minutes of which something is known.
    pub coverage: f64,
}

/// The answer, from the file of the street.
#[must_use]
pub fn answer(near: SharedNear, question: SharedQuestion) -> SharedAnswer {
    let of = |offer: Offer| OfferAnswer {
        available: available(&offer, &question),
        dataset: offer.dataset,
        operator: offer.operator,
        form: offer.form,
        first: offer.first,
        last: offer.last,
        stations: offer.stations,
    };
    SharedAnswer {
        within_m: near.within_m,
        offers: near.offers.into_iter().map(of).collect(),
        question,
    }
}

impl Available {
    /// `None` where nothing is known of the time.
    #[must_use]
    pub fn of(tally: &Tally) -> Option<Self> {
        Some(Self {
            mean: tally.mean()?,
            least: tally.least?,
            most: tally.most?,
            empty_share: tally.empty_share(),
            full_share: tally.full_share(),
            coverage: tally.coverage(),
        })
    }
}

fn available(offer: &Offer, question: &SharedQuestion) -> Option<Available> {
    let tally = offer.profile.hour(question.day, question.hour)?;
    Available::of(tally)
}
