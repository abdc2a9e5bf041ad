//! A street's rows as a Parquet file of their own, with the columns of the published counts.

use crate::domain::{Mode, Side};
use crate::read::parquet_format::write::{self, Column, Values};
use crate::table::column::Histograms;
use crate::table::layout;
use crate::table::{CountTable, SPEED_BINS_5, SPEED_BINS_10};

/// A file and the names of its columns.
#[derive(Debug)]
pub struct RowsFile {
    pub bytes: Vec<u8>,
    pub columns: Vec<String>,
}

/// All rows of a table of one segment; a column in which nothing is known is left out, as in the published files.
/// `about` says what they are, and where from.
#[must_use]
pub fn encode(table: &CountTable, mut about: Vec<(String, String)>) -> RowsFile {
    let rows = table.len();
    let segment = table.segments.first().map(|id| id.0.clone());
    let mut columns = Vec::new();
    let mut add = |name: &str, values: Values| {
        columns.push(Column {
            name: name.to_owned(),
            values,
        });
    };
    add(
        layout::SEGMENT,
        Values::Text(segment.unwrap_or_default(), rows),
    );
    let times = table.start.iter().map(|start| start.0).collect();
    add(layout::START, Values::Times(times));
    let minutes = table.minutes.iter().map(|minutes| Some((*minutes).into()));
    add(layout::MINUTES, Values::Numbers(minutes.collect()));
    let sensor = (0..rows).map(|row| table.sensor(row).map(|one| one.number().into()));
    add(layout::SENSOR, Values::Numbers(sensor.collect()));
    let volumes = Mode::ALL
        .into_iter()
        .flat_map(|mode| Side::ALL.map(|side| layout::volume_column(mode, side)));
    let numbers = std::iter::once((layout::UPTIME.to_owned(), &table.uptime))
        .chain(volumes.zip(&table.volumes))
        .chain([
            (layout::MEAN.to_owned(), &table.mean_kmh),
            (layout::V85.to_owned(), &table.v85),
        ]);
    for (name, column) in numbers.filter(|(_, column)| column.has_any()) {
        let values = (0..rows).map(|row| column.get(row)).collect();
        add(&name, Values::Numbers(values));
    }
    let [left, right] = layout::SPEED_5_SIDES;
    let [of_left, of_right] = &table.speed_5_sides;
    for (name, bins) in [
        (layout::SPEED_5, &table.speed_5),
        (left, of_left),
        (right, of_right),
        (layout::BIKE_SPEED_5, &table.bike_speed_5),
    ] {
        if bins.has_any() {
            add(name, lists(bins, rows));
            about.push(edges(name, 5, SPEED_BINS_5));
        }
    }
    if table.speed_10.has_any() {
        add(layout::SPEED_10, lists(&table.speed_10, rows));
        about.push(edges(layout::SPEED_10, 10, SPEED_BINS_10));
    }
    RowsFile {
        bytes: write::file(rows, &columns, &about),
        columns: columns.into_iter().map(|column| column.name).collect(),
    }
}

fn lists<const N: usize>(bins: &Histograms<N>, rows: usize) -> Values {
    let lists = (0..rows).map(|row| bins.get(row).map(|bins| bins.to_vec()));
    Values::Lists(lists.collect())
}

/// Lower edges of the bins in km/h; the last one is open.
fn edges(column: &str, step: usize, bins: usize) -> (String, String) {
    let edges: Vec<String> = (0..bins).map(|bin| (bin * step).to_string()).collect();
    (format!("{column}{}", layout::EDGES_SUFFIX), edges.join(","))
}
