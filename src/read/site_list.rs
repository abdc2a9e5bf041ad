//! Lists of count sites as JSON beside the counts: Eco-Counter's own (`id`, `name`, `latitude`, …), the
//! short list of Münster (`name`, `channels`), and Ghent's posts (`fields` with `naam`, `code`, `lat`, `long`).

use super::counts::{Counts, Site};
use super::error::ReadError;
use super::place::Place;
use crate::domain::fold::fold;
use crate::domain::{LonLat, SegmentId};
use serde_json::Value;
use std::collections::BTreeMap;

const EXPECTED: &str = "a list of sites, each with a number or code and a name";

/// Sites by id, and the ids of their names.
#[derive(Clone, Debug, Default)]
pub struct SiteList {
    by_id: BTreeMap<SegmentId, Site>,
    by_name: BTreeMap<String, SegmentId>,
}

impl SiteList {
    /// Reads a list; an entry without an id is an error that names it.
    pub fn read(file: &str, bytes: &[u8]) -> Result<Self, ReadError> {
        let value: Value =
            serde_json::from_slice(bytes).map_err(|e| ReadError::json(file, &e, EXPECTED))?;
        let Some(entries) = value.as_array().or_else(|| value.get("data")?.as_array()) else {
            return Err(ReadError::malformed(file, Place::File, "no list", EXPECTED));
        };
        let mut sites = Self::default();
        for (entry, row) in entries.iter().zip(1..) {
            let fields = entry.get("fields").unwrap_or(entry);
            let id = text(fields, &["code", "id"]).or_else(|| {
                let first = fields.get("channels")?.get(0)?;
                as_text(first.get(0).unwrap_or(first))
            });
            let Some(id) = id.or_else(|| text(fields, &["directory"])) else {
                return Err(ReadError::malformed(
                    file,
                    Place::row(row),
                    "a site without a number or code",
                    EXPECTED,
                ));
            };
            let number = |keys: &[&str]| text(fields, keys)?.parse::<f64>().ok();
            let position = number(&["lon", "long", "longitude"])
                .zip(number(&["lat", "latitude"]))
                .map(|(lon, lat)| LonLat { lon, lat })
                .filter(|p| p.lon.abs() <= 180.0 && p.lat.abs() <= 90.0);
            let site = Site {
                name: text(fields, &["naam", "name"]).unwrap_or_default(),
                position,
                ..Site::default()
            };
            let id = SegmentId(id);
            sites.by_name.insert(fold(&site.name), id.clone());
            sites.by_id.insert(id, site);
        }
        Ok(sites)
    }

    /// The id of a site by its name, whatever its case and punctuation.
    #[must_use]
    pub fn id_of(&self, name: &str) -> Option<&SegmentId> {
        self.by_name.get(&fold(name))
    }

    /// Tells counts what the list knows of their sites; it goes before what the file says.
    pub fn describe(&self, counts: &mut Counts) {
        for segment in counts.table.segments.clone() {
            let Some(site) = self.by_id.get(&segment) else {
                continue;
            };
            let mut known = site.clone();
            if let Some(own) = counts.sites.get(&segment) {
                known.complete(own);
            }
            counts.sites.insert(segment, known);
        }
    }
}

impl From<BTreeMap<SegmentId, Site>> for SiteList {
    fn from(by_id: BTreeMap<SegmentId, Site>) -> Self {
        let name = |(id, site): (&SegmentId, &Site)| (fold(&site.name), id.clone());
        Self {
            by_name: by_id.iter().map(name).collect(),
            by_id,
        }
    }
}

fn text(fields: &Value, keys: &[&str]) -> Option<String> {
    keys.iter().find_map(|key| as_text(fields.get(key)?))
}

fn as_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
