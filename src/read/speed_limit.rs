//! OpenStreetMap's `maxspeed` as kilometres per hour.

use std::collections::BTreeMap;

const KM_PER_MILE: f64 = 1.609_344;

/// What a `maxspeed` says.
#[derive(Clone, Debug, PartialEq)]
pub enum Limit {
    Kmh(f64),
    /// Walking pace, or no limit at all: a limit that is no number.
    NoNumber,
    /// A zone such as `BE:urban` that the town file does not declare, or a text that is not understood.
    Unknown,
}

/// `30`, `30 km/h`, `30 mph`, `walk`, `none`, `BE:urban` (through `zones`).
/// Several limits in one text (`30;50`) or list are unknown: they do not say where which one holds.
#[must_use]
pub fn parse(text: &str, zones: &BTreeMap<String, f64>) -> Limit {
    let text = text.trim();
    if let Some(limit) = zones.get(text) {
        return Limit::Kmh(*limit);
    }
    let (number, factor) = if let Some(miles) = text.strip_suffix("mph") {
        (miles, KM_PER_MILE)
    } else {
        (text.strip_suffix("km/h").unwrap_or(text), 1.0)
    };
    // `BE:30` is a 30 zone by Belgian rules.
    let number = number.split_once(':').map_or(number, |(_, rest)| rest);
    match number.trim().parse::<f64>() {
        Ok(value) if value > 0.0 && value <= 300.0 => Limit::Kmh(value * factor),
        _ if matches!(text, "walk" | "none" | "signals" | "variable")
            || text.ends_with(":walk") =>
        {
            Limit::NoNumber
        }
        _ => Limit::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_read_as_openstreetmap_spells_them() {
        let zones = BTreeMap::from([("BE:urban".to_owned(), 50.0)]);
        for (text, expected) in [
            ("30", Limit::Kmh(30.0)),
            (" 50 km/h", Limit::Kmh(50.0)),
            ("30 mph", Limit::Kmh(48.280_32)),
            ("BE:urban", Limit::Kmh(50.0)),
            ("BE:30", Limit::Kmh(30.0)),
            ("DE:rural", Limit::Unknown),
            ("walk", Limit::NoNumber),
            ("DE:walk", Limit::NoNumber),
            ("none", Limit::NoNumber),
            ("30;50", Limit::Unknown),
            ("-5", Limit::Unknown),
            ("0", Limit::Unknown),
            ("nan", Limit::Unknown),
        ] {
            assert_eq!(parse(text, &zones), expected, "{text}");
        }
    }
}
