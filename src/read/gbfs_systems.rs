//! The catalogue of shared-mobility systems that MobilityData keeps (`systems.csv`), and lists of its shape.

use super::dialect::{self, Header, has_width};
use super::error::ReadError;
use super::place::Place;
use super::report::ReadReport;
use csv::StringRecord;

pub const OTHER_WIDTH: &str = "a row of another width than the header";
pub const NO_SYSTEM: &str = "a system without an id or an address";
const EXPECTED: &str = "a list of GBFS systems";
const COLUMNS: [&str; 4] = ["Country Code", "Name", "System ID", "Auto-Discovery URL"];

/// A system that publishes GBFS.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedSystem {
    pub country: String,
    pub name: String,
    /// Towns, in the list's own words.
    pub location: String,
    pub id: String,
    /// Of its `gbfs.json`.
    pub url: String,
    pub versions: Vec<String>,
    /// Its feeds need a key.
    pub needs_key: bool,
}

#[derive(Debug, Default)]
pub struct Systems {
    pub systems: Vec<ListedSystem>,
    pub report: ReadReport,
}

pub fn read(file: &str, bytes: &[u8]) -> Result<Systems, ReadError> {
    let text = std::str::from_utf8(bytes).map_err(|e| ReadError::encoding(file, bytes, &e))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let place = Place::Line { line: 1, column: 1 };
    let sheet = dialect::open(file, text, Some(b','), Header::Sniffed)?;
    let mut sheet = sheet
        .ok_or_else(|| ReadError::malformed(file, place.clone(), "an empty file", EXPECTED))?;
    let column = |name: &str| sheet.header.iter().position(|cell| cell.trim() == name);
    for name in COLUMNS {
        if column(name).is_none() {
            return Err(ReadError::MissingColumn {
                file: file.to_owned(),
                place,
                column: name.to_owned(),
                found: sheet.columns(),
                expected: EXPECTED,
            });
        }
    }
    let [country, name, id, url] = COLUMNS.map(column);
    let location = column("Location").or_else(|| column("City"));
    let versions = column("Supported Versions");
    let key = column("Authentication Type");
    let width = sheet.header.len();
    let mut found = Systems {
        report: ReadReport::new(file),
        ..Systems::default()
    };
    let mut record = StringRecord::new();
    while let Some(row) = sheet.next(&mut record)? {
        if !has_width(&record, width) {
            found.report.refuse(OTHER_WIDTH, Place::row(row));
            continue;
        }
        let cell = |column: Option<usize>| {
            let cell = column.and_then(|at| record.get(at));
            cell.unwrap_or_default().trim().to_owned()
        };
        let system = ListedSystem {
            country: cell(country),
            name: cell(name),
            location: cell(location),
            id: cell(id),
            url: cell(url),
            versions: cell(versions)
                .split(';')
                .map(|version| version.trim().to_owned())
                .filter(|version| !version.is_empty())
                .collect(),
            needs_key: !matches!(cell(key).as_str(), "" | "0"),
        };
        if system.id.is_empty() || system.url.is_empty() {
            found.report.refuse(NO_SYSTEM, Place::row(row));
            continue;
        }
        found.systems.push(system);
        found.report.keep();
    }
    Ok(found)
}
