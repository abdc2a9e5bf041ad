//! CSV files of counts that no reader knows, read as the town file declares them (definitions 4.16,
//! generic CSV). What is not declared is found out where that is safe, and refused where only the
//! publisher knows: the zone, the order of day and month, the mark of decimals.

use super::counts::{Counts, Site};
use super::declared_columns::{Columns, open, order_of};
use super::declared_rows::{Order, Reading, Stopped};
use super::encoding::text_of;
use super::error::ReadError;
use super::plain_lines::{Line, Lines, is_plain, line_ends, stretches};
use super::table_map::TableMap;
use super::workers::{Alone, Workers};
use crate::domain::Zone;
use csv::StringRecord;

pub use super::declared_rows::{NO_VALUE, OTHER_MODE, OTHER_SIDE};

/// A stretch of a file that is worth a worker of its own.
const STRETCH_BYTES: usize = 1 << 20;

/// Reads a file. `zone` is that of times without an offset.
pub fn read(
    file: &str,
    bytes: &[u8],
    map: &TableMap,
    zone: Option<Zone>,
) -> Result<Counts, ReadError> {
    read_with(file, bytes, map, zone, &Alone)
}

/// The same, with help: a large file is read in stretches, side by side. What is found does not depend on it.
pub fn read_with(
    file: &str,
    bytes: &[u8],
    map: &TableMap,
    zone: Option<Zone>,
    workers: &impl Workers,
) -> Result<Counts, ReadError> {
    let text = text_of(file, bytes, map.encoding)?;
    let source = Source {
        file,
        text: &text,
        map,
        zone,
    };
    let declared = map
        .date_order
        .map_or(Order::Unknown, |order| Order::Known(Some(order)));
    // Most files put the year first: then no date needs an order, and none is looked for beforehand.
    let read = match source.read(declared, workers) {
        Err(Stopped::OrderNeeded) => {
            let sheet = open(file, &text, map)?;
            let columns = Columns::of(file, &sheet, map)?;
            let order = order_of(file, &text, map, &columns)?;
            source.read(Order::Known(order), workers)
        }
        read => read,
    };
    let mut counts = read.map_err(|stopped| stopped.into_error(file))?;
    if let Some([left, right]) = &map.side_names {
        for segment in counts.table.segments.clone() {
            let side_names = Some((left.clone(), right.clone()));
            counts.describe(
                &segment,
                &Site {
                    side_names,
                    ..Site::default()
                },
            );
        }
    }
    Ok(counts)
}

struct Source<'t> {
    file: &'t str,
    text: &'t str,
    map: &'t TableMap,
    zone: Option<Zone>,
}

impl<'t> Source<'t> {
    /// Reads all rows, as far as the order of day and month is known or no date needs it.
    fn read(&self, order: Order, workers: &impl Workers) -> Result<Counts, Stopped> {
        let mut sheet = open(self.file, self.text, self.map)?;
        let columns = Columns::of(self.file, &sheet, self.map)?;
        let separator = sheet.separator;
        let reading = || {
            Reading::new(
                self.file,
                self.map,
                columns.clone(),
                separator,
                order,
                self.zone,
            )
        };
        let rows = self.text.split_at_checked(sheet.start_of_rows());
        let (above, rows) = rows.unwrap_or((self.text, ""));
        // In the long layout rows from all over the file make one row.
        let number = if self.map.value.is_some() {
            1
        } else {
            workers.number().min(rows.len() / STRETCH_BYTES)
        };
        let stretches = stretches(rows, number);
        let ends = workers.all(stretches.clone(), |stretch| {
            is_plain(stretch).then(|| line_ends(stretch))
        });
        let Some(ends) = ends.into_iter().collect::<Option<Vec<u64>>>() else {
            let mut reading = reading();
            let mut record = StringRecord::new();
            while let Some(row) = sheet.next(&mut record)? {
                reading.take(&record, row)?;
            }
            return Ok(reading.finish());
        };
        let above = line_ends(above);
        let read = |(stretch, above): (&'t str, u64)| {
            let mut reading = reading();
            let mut lines = Lines::new(stretch, separator, above);
            let mut line = Line::default();
            while let Some(row) = lines.next(&mut line) {
                reading.take(&line, row)?;
            }
            Ok(reading)
        };
        if stretches.len() > 1 {
            let aboves = ends.iter().scan(above, |above, ends| {
                let own = *above;
                *above += ends;
                Some(own)
            });
            let jobs = stretches.into_iter().zip(aboves).collect();
            let read: Vec<Reading<'t>> = workers
                .all(jobs, read)
                .into_iter()
                .collect::<Result<_, Stopped>>()?;
            if let Some(counts) = Reading::put_together(read) {
                return Ok(counts);
            }
        }
        read((rows, above)).map(Reading::finish)
    }
}
