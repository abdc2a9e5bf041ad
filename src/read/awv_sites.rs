//! The lists beside the Flemish bicycle counts: `sites.csv` and `richtingen.csv`, both without a header.

use super::counts::Site;
use super::dialect::{self, Header};
use super::encoding::text_of;
use super::error::ReadError;
use super::place::Place;
use crate::domain::LonLat;
use csv::StringRecord;
use std::collections::BTreeMap;

/// A counter, and what its two directions are called.
#[derive(Clone, Debug, Default)]
pub struct AwvSite {
    pub name: String,
    pub municipality: String,
    pub position: Option<LonLat>,
    /// 15 or 60; 0 is a test site; `None` where the list gives none or one that is no part of an hour.
    pub minutes: Option<u16>,
    into: Option<String>,
    out: Option<String>,
}

impl AwvSite {
    /// Whether the list of directions has both.
    #[must_use]
    pub fn is_two_way(&self) -> bool {
        self.into.is_some() && self.out.is_some()
    }

    #[must_use]
    pub fn described(&self) -> Site {
        Site {
            name: self.name.clone(),
            municipality: self.municipality.clone(),
            position: self.position,
            side_names: self.into.clone().zip(self.out.clone()),
        }
    }
}

/// Sites by their id (not the number of the device).
#[derive(Debug, Default)]
pub struct AwvSites {
    by_id: BTreeMap<String, AwvSite>,
}

impl AwvSites {
    /// Reads `sites.csv`: id, device, longitude, latitude, name, owner, road, district, municipality,
    /// minutes, since when.
    pub fn read(file: &str, bytes: &[u8]) -> Result<Self, ReadError> {
        let mut sites = Self::default();
        each(
            file,
            bytes,
            10,
            "a list of sites with at least 10 columns",
            |cells| {
                let number = |i| cells.get(i).parse::<f64>().ok();
                let position = number(2)
                    .zip(number(3))
                    .map(|(lon, lat)| LonLat { lon, lat });
                let minutes = cells.get(9).parse::<u16>().ok();
                let site = AwvSite {
                    name: blanks_joined(cells.get(4)),
                    municipality: cells.get(8).to_owned(),
                    position: position.filter(|p| p.lon.abs() <= 180.0 && p.lat.abs() <= 90.0),
                    minutes: minutes.filter(|m| *m == 0 || 60_u16.is_multiple_of(*m)),
                    into: None,
                    out: None,
                };
                sites.by_id.insert(cells.get(0).to_owned(), site);
            },
        )?;
        Ok(sites)
    }

    /// Reads `richtingen.csv`: id, direction, name.
    pub fn read_directions(&mut self, file: &str, bytes: &[u8]) -> Result<(), ReadError> {
        each(
            file,
            bytes,
            3,
            "a list of directions with 3 columns",
            |cells| {
                let Some(site) = self.by_id.get_mut(cells.get(0)) else {
                    return;
                };
                let name = Some(blanks_joined(cells.get(2)));
                match cells.get(1).to_ascii_uppercase().as_str() {
                    "IN" => site.into = name,
                    "OUT" => site.out = name,
                    _ => {}
                }
            },
        )
    }

    #[must_use]
    pub fn get(&self, id: &str) -> Option<&AwvSite> {
        self.by_id.get(id)
    }
}

fn blanks_joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

struct Cells<'r>(&'r StringRecord);

impl Cells<'_> {
    fn get(&self, i: usize) -> &str {
        self.0.get(i).unwrap_or("").trim()
    }
}

/// Calls `take` with the cells of each row that begins with a number; any other row is an error.
fn each(
    file: &str,
    bytes: &[u8],
    width: usize,
    expected: &str,
    mut take: impl FnMut(&Cells<'_>),
) -> Result<(), ReadError> {
    let text = text_of(file, bytes, None)?;
    let Some(mut sheet) = dialect::open(file, &text, Some(b','), Header::None)? else {
        return Ok(());
    };
    let mut record = StringRecord::new();
    while let Some(row) = sheet.next(&mut record)? {
        let id = record.get(0).unwrap_or("").trim();
        if id.parse::<u64>().is_err() || record.len() < width {
            let found = format!("{} columns, the first {id:?}", record.len());
            return Err(ReadError::malformed(file, Place::row(row), found, expected));
        }
        take(&Cells(&record));
    }
    Ok(())
}
