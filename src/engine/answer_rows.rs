//! The rows behind the figures of a street's page, as a Parquet file of their own.

use super::answer_street::{here, section};
use super::answer_town::by_segment;
use super::segment_rows;
use super::store::{Need, Store};
use crate::query::data::pack;
use crate::query::rows::StreetRows;
use crate::query::{Failure, StreetQuestion};
use crate::read::published::rows_file;

pub(super) fn answer(store: &mut Store, question: &StreetQuestion) -> Result<Vec<u8>, Need> {
    let (opened, file) = here(store, &question.street)?;
    let counted = by_segment(&file.summary);
    let section = section(&file.street, &counted, question)?;
    let section = section.ok_or_else(|| Need::from(Failure::EmptyPeriod))?;
    let rows = segment_rows::all(store, &opened, &file, &section.id)?;
    let times = &rows.table.start;
    let (Some(first), Some(last)) = (times.first(), times.last()) else {
        return Err(Failure::EmptyPeriod.into());
    };
    let mut about = vec![
        ("street".to_owned(), question.street.0.clone()),
        ("zone".to_owned(), opened.catalog.town.zone.clone()),
    ];
    for file in &rows.files {
        let source = &file.source;
        for (key, value) in [
            ("source", &source.path),
            ("sha256", &source.sha256),
            ("publisher", &source.publisher),
            ("license", &source.license),
            ("license_url", &source.license_url),
        ] {
            about.push((key.to_owned(), value.clone()));
        }
    }
    let encoded = rows_file::encode(&rows.table, about);
    Ok(pack(&StreetRows {
        segment: section.id.clone(),
        parquet: encoded.bytes,
        rows: u32::try_from(rows.table.len()).unwrap_or(u32::MAX),
        first: opened.zone.local(*first).date,
        last: opened.zone.local(*last).date,
        columns: encoded.columns,
        files: rows.files.clone(),
    }))
}
