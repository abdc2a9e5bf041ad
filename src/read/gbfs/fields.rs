//! Fields of GBFS as versions and operators spell them.

use crate::domain::{Instant, LonLat, Names};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

pub type Object = Map<String, Value>;

/// An id: a text, or a number as some feeds have it. Empty ones are none.
pub fn id(object: &Object, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| match object.get(*name)? {
        Value::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
        Value::Number(number) => number.as_u64().map(|n| n.to_string()),
        _ => None,
    })
}

/// A whole number of 0 or more; `Ok(None)` where it is not there or null, `Err` where it is something else.
pub fn count(object: &Object, names: &[&str]) -> Result<Option<u32>, ()> {
    let found = names.iter().find_map(|name| object.get(*name));
    match found {
        None | Some(Value::Null) => Ok(None),
        Some(value) => whole(value).map(Some).ok_or(()),
    }
}

/// A number without a fraction; texts with such a number are as common as wrong.
pub fn whole(value: &Value) -> Option<u32> {
    let number = match value {
        Value::Number(number) => number.as_f64()?,
        Value::String(text) => text.trim().parse().ok()?,
        _ => return None,
    };
    if number.fract() != 0.0 || !(0.0..=1e6).contains(&number) {
        return None;
    }
    // Exact: a whole number of a million at most.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Some(number as u32)
}

pub fn number(object: &Object, name: &str) -> Option<f64> {
    match object.get(name)? {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
    .filter(|n| n.is_finite())
}

/// `true`, `1`, `"true"`; 1.x has numbers.
pub fn flag(object: &Object, name: &str) -> Option<bool> {
    match object.get(name)? {
        Value::Bool(flag) => Some(*flag),
        Value::Number(number) => number.as_f64().map(|n| n != 0.0),
        Value::String(text) => match text.trim().to_ascii_lowercase().as_str() {
            "true" | "1" | "yes" => Some(true),
            "false" | "0" | "no" => Some(false),
            _ => None,
        },
        _ => None,
    }
}

/// POSIX seconds (to 2.3), RFC 3339 (3.0), or milliseconds, which some feeds write. 0 means that nothing is known.
pub fn time(value: &Value) -> Option<Instant> {
    /// Seconds of the year 2100, below which milliseconds would be of January 1970.
    const LAST_SECOND: f64 = 4_102_444_800.0;
    let seconds = match value {
        Value::Number(number) => number.as_f64()?,
        Value::String(text) => match text.trim().parse::<f64>() {
            Ok(seconds) => seconds,
            Err(_) => return Instant::parse(text),
        },
        _ => return None,
    };
    let ms = if seconds > LAST_SECOND {
        seconds
    } else {
        seconds * 1_000.0
    };
    if !(1_000.0..=LAST_SECOND * 1_000.0).contains(&ms) {
        return None;
    }
    // Within the bounds above.
    #[allow(clippy::cast_possible_truncation)]
    Some(Instant(ms as i64))
}

/// A plain text (to 2.3) or a list of `{text, language}` (3.0).
pub fn names(value: Option<&Value>) -> Names {
    let mut by_language = BTreeMap::new();
    match value {
        Some(Value::String(text)) if !text.trim().is_empty() => {
            by_language.insert("und".to_owned(), text.trim().to_owned());
        }
        Some(Value::Array(texts)) => {
            for entry in texts.iter().filter_map(Value::as_object) {
                let language = entry.get("language").and_then(Value::as_str);
                let text = entry.get("text").and_then(Value::as_str);
                if let Some(text) = text.map(str::trim).filter(|t| !t.is_empty()) {
                    // `fr-CA` is French.
                    let language = language
                        .and_then(|tag| tag.split('-').next())
                        .filter(|tag| !tag.is_empty())
                        .unwrap_or("und");
                    let known = by_language.entry(language.to_lowercase());
                    known.or_insert_with(|| text.to_owned());
                }
            }
        }
        _ => {}
    }
    Names {
        by_language,
        aliases: Vec::new(),
    }
}

/// A position on earth. 0/0, which lies in the sea, is how feeds say that they do not know.
pub fn place(object: &Object) -> Option<LonLat> {
    let (lon, lat) = (number(object, "lon")?, number(object, "lat")?);
    let is_real = (-180.0..=180.0).contains(&lon)
        && (-90.0..=90.0).contains(&lat)
        && (lon != 0.0 || lat != 0.0);
    is_real.then_some(LonLat { lon, lat })
}

/// A point of GeoJSON.
pub fn point(value: &Value) -> Option<LonLat> {
    let [lon, lat, ..] = value.as_array()?.as_slice() else {
        return None;
    };
    let (lon, lat) = (lon.as_f64()?, lat.as_f64()?);
    ((-180.0..=180.0).contains(&lon) && (-90.0..=90.0).contains(&lat))
        .then_some(LonLat { lon, lat })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn times_of_all_versions_are_one_instant() {
        let expected = Instant::parse("2026-03-02T18:41:00Z");
        for value in [
            json!(1_772_476_860),
            json!(1_772_476_860.0),
            json!("1772476860"),
            json!(1_772_476_860_000_i64),
            json!("2026-03-02T19:41:00+01:00"),
        ] {
            assert_eq!(time(&value), expected, "{value}");
        }
        for value in [json!(0), json!(-5), json!(1e300), json!("soon"), json!([])] {
            assert_eq!(time(&value), None, "{value}");
        }
    }

    #[test]
    fn counts_are_whole_and_not_negative() {
        let object = json!({"a": 3, "b": "4", "c": null, "d": -1, "e": 1.5, "f": true});
        let object = object.as_object().unwrap();
        assert_eq!(count(object, &["a"]), Ok(Some(3)));
        assert_eq!(count(object, &["x", "b"]), Ok(Some(4)));
        assert_eq!(count(object, &["c"]), Ok(None));
        assert_eq!(count(object, &["x"]), Ok(None));
        for name in ["d", "e", "f"] {
            assert_eq!(count(object, &[name]), Err(()), "{name}");
        }
    }

    #[test]
    fn texts_of_both_kinds_are_names() {
        let plain = names(Some(&json!(" Markt ")));
        assert_eq!(plain.in_language("nl"), "Markt");
        let both =
            json!([{"text": "Markt", "language": "nl"}, {"text": "Place", "language": "fr-BE"}, 5]);
        let both = names(Some(&both));
        assert_eq!(both.in_language("fr"), "Place");
        assert_eq!(both.by_language.len(), 2);
        assert!(names(Some(&json!({"a": 1}))).by_language.is_empty());
    }
}
