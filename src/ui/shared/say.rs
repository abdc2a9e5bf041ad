//! Words for vehicles, bounds and shares, used all over this part.

use crate::domain::Names;
use crate::domain::shared::FormFactor;
use crate::domain::shared_report::ShownBounds;
use crate::query::shared_page::Moments;
use crate::text::Words;

/// `Bicycles`.
pub fn form(form: FormFactor, words: &Words) -> String {
    words.get(match form {
        FormFactor::Bicycle => "shared-form-bicycle",
        FormFactor::CargoBicycle => "shared-form-cargo",
        FormFactor::Car => "shared-form-car",
        FormFactor::Moped => "shared-form-moped",
        FormFactor::ScooterStanding | FormFactor::ScooterSeated => "shared-form-scooter",
        FormFactor::Other => "shared-form-other",
    })
}

/// `Bicycles of Blue Bike`.
pub fn fleet(of: FormFactor, operator: &Names, words: &Words) -> String {
    let operator = operator.in_language(words.language().tag());
    words.with(
        "shared-offer",
        &[
            ("form", form(of, words).into()),
            ("operator", operator.into()),
        ],
    )
}

/// `3.2 bicycles`.
pub fn count(form: FormFactor, mean: f64, words: &Words) -> String {
    let key = match form {
        FormFactor::Bicycle => "shared-count-bicycle",
        FormFactor::CargoBicycle => "shared-count-cargo",
        FormFactor::Car => "shared-count-car",
        FormFactor::Moped => "shared-count-moped",
        FormFactor::ScooterStanding | FormFactor::ScooterSeated => "shared-count-scooter",
        FormFactor::Other => "shared-count-other",
    };
    words.with(key, &[("count", words.decimal(mean, 1).into())])
}

/// `3.2 (0–9)`.
pub fn range(moments: &Moments, words: &Words) -> Option<String> {
    let known = moments.available?;
    Some(words.with(
        "shared-range",
        &[
            ("mean", words.decimal(known.mean, 1).into()),
            ("least", words.whole(f64::from(known.least)).into()),
            ("most", words.whole(f64::from(known.most)).into()),
        ],
    ))
}

pub fn share(share: Option<f64>, words: &Words) -> Option<String> {
    share.map(|share| words.percent(share))
}

/// A bound, the word for a hidden one, or nothing where none can be told.
pub fn bounds(found: Option<ShownBounds>, words: &Words) -> [Option<String>; 2] {
    // Numbers of departures stay far below 2^52.
    let number = |n: u64| words.whole(n as f64);
    match found {
        None => [None, None],
        Some(ShownBounds { low: None, .. }) => {
            let hidden = words.get("shared-hidden");
            [Some(hidden.clone()), Some(hidden)]
        }
        Some(ShownBounds { low, high }) => [low.map(number), high.map(number)],
    }
}
