//! Berlin's list of detectors ("Stammdaten"): several detectors of one cross-section, a lane each.

use super::counts::Site;
use super::error::ReadError;
use super::place::Place;
use super::workbook::{self, Cell};
use crate::domain::fold::fold;
use crate::domain::{LonLat, SegmentId};
use std::collections::BTreeMap;
use std::ops::ControlFlow;

const EXPECTED: &str = "Berlin's list of detectors (XLSX)";
const NAME: &str = "MQ_KURZNAME";
/// Columns in the order of `Columns`; folded, because editions differ in their case.
const COLUMNS: [&str; 4] = [NAME, "STRASSE", "LÄNGE (WGS84)", "BREITE (WGS84)"];

/// Reads the list. Of the detectors of a cross-section the first one that says something is taken:
/// they hang above the same road.
pub fn read(file: &str, bytes: &[u8]) -> Result<BTreeMap<SegmentId, Site>, ReadError> {
    let mut sites: BTreeMap<SegmentId, Site> = BTreeMap::new();
    let mut columns: Option<[usize; 4]> = None;
    workbook::rows(file, bytes, EXPECTED, &mut |row, cells| {
        let Some([name, street, lon, lat]) = columns else {
            columns = Some(found(file, row, cells)?);
            return Ok(ControlFlow::Continue(()));
        };
        let text = |i: usize| cells.get(i).map(Cell::text).unwrap_or_default();
        let id = text(name);
        if !id.is_empty() {
            let number = |i: usize| match cells.get(i) {
                Some(Cell::Number(number)) => Some(*number),
                // Numbers that were typed as text, perhaps with a comma.
                Some(Cell::Text(text)) => text.trim().replace(',', ".").parse().ok(),
                _ => None,
            };
            let position = number(lon)
                .zip(number(lat))
                .map(|(lon, lat)| LonLat { lon, lat })
                .filter(|p| p.lon.abs() <= 180.0 && p.lat.abs() <= 90.0)
                .filter(|p| (p.lon, p.lat) != (0.0, 0.0));
            let site = Site {
                name: text(street),
                position,
                ..Site::default()
            };
            sites.entry(SegmentId(id)).or_default().complete(&site);
        }
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(sites)
}

fn found(file: &str, row: u64, cells: &[Cell]) -> Result<[usize; 4], ReadError> {
    let titles: Vec<String> = cells.iter().map(|cell| fold(&cell.text())).collect();
    let mut columns = [0; 4];
    for (place, column) in columns.iter_mut().zip(COLUMNS) {
        let wanted = fold(column);
        *place = titles
            .iter()
            .position(|title| *title == wanted)
            .ok_or_else(|| ReadError::MissingColumn {
                file: file.to_owned(),
                place: Place::row(row),
                column: column.to_owned(),
                found: cells.iter().map(Cell::text).collect::<Vec<_>>().join(", "),
                expected: EXPECTED,
            })?;
    }
    Ok(columns)
}
