//! The rows behind the figures of a street's page.

use super::answer_street::{here, section};
use super::answer_town::by_segment;
use super::segment_rows;
use super::store::{Need, Store};
use crate::query::data::pack;
use crate::query::rows::StreetRows;
use crate::query::{Failure, StreetQuestion};
use crate::table::named;

pub(super) fn answer(store: &mut Store, question: &StreetQuestion) -> Result<Vec<u8>, Need> {
    let (opened, file) = here(store, &question.street)?;
    let counted = by_segment(&file.summary);
    let section = section(&file.street, &counted, question)?;
    let section = section.ok_or_else(|| Need::from(Failure::EmptyPeriod))?;
    let rows = segment_rows::all(store, &opened, &file, &section.id)?;
    let table = &rows.table;
    let (Some(first), Some(last)) = (table.start.first(), table.start.last()) else {
        return Err(Failure::EmptyPeriod.into());
    };
    let (numbers, lists) = named(table);
    Ok(pack(&StreetRows {
        street: question.street.clone(),
        segment: section.id.clone(),
        zone: opened.catalog.town.zone.clone(),
        first: opened.zone.local(*first).date,
        last: opened.zone.local(*last).date,
        starts: table.start.iter().map(|start| start.0).collect(),
        minutes: table.minutes.clone(),
        sensors: table.sensor.clone(),
        numbers,
        lists,
        files: rows.files.clone(),
    }))
}
