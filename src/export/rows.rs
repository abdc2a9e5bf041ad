//! A street's rows as a Parquet file of their own, with the columns of the published counts.

use super::parquet_file::{self, Column, Values};
use crate::query::rows::StreetRows;

#[derive(Debug)]
pub struct RowsFile {
    pub bytes: Vec<u8>,
    /// Their names.
    pub columns: Vec<String>,
}

/// The file says where its rows come from, under which licence, and the lower edges of bins, in its metadata.
#[must_use]
pub fn file(rows: &StreetRows) -> RowsFile {
    let count = rows.starts.len();
    let column = |name: &str, values: Values| Column {
        name: name.to_owned(),
        values,
    };
    let numbers = |values: &mut dyn Iterator<Item = Option<f64>>| Values::Numbers(values.collect());
    let mut columns = vec![
        column("segment", Values::Text(rows.segment.0.clone(), count)),
        column("start", Values::Times(rows.starts.clone())),
        column(
            "minutes",
            numbers(&mut rows.minutes.iter().map(|minutes| Some((*minutes).into()))),
        ),
        column(
            "sensor",
            numbers(
                &mut rows
                    .sensors
                    .iter()
                    .map(|sensor| Some((*sensor).into()).filter(|s| *s > 0.0)),
            ),
        ),
    ];
    for (name, values) in &rows.numbers {
        let known = &mut values
            .iter()
            .map(|value| Some(*value).filter(|v| !v.is_nan()));
        columns.push(column(name, numbers(known)));
    }
    let mut about = vec![
        ("street".to_owned(), rows.street.0.clone()),
        ("zone".to_owned(), rows.zone.clone()),
    ];
    for (name, size, step, values) in &rows.lists {
        let lists = values.chunks(usize::from(*size).max(1)).map(|bins| {
            let is_known = bins.iter().all(|bin| !bin.is_nan());
            is_known.then(|| bins.to_vec())
        });
        columns.push(column(name, Values::Lists(lists.collect())));
        let edges = (0..*size).map(|bin| (u32::from(bin) * u32::from(*step)).to_string());
        let edges: Vec<String> = edges.collect();
        about.push((format!("{name}_edges"), edges.join(",")));
    }
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
    RowsFile {
        bytes: parquet_file::file(count, &columns, &about),
        columns: columns.into_iter().map(|column| column.name).collect(),
    }
}
