//! The same hour in several files, or several times in one (definitions Q9).

use super::counts::{Counts, Site};
use super::place::Place;
use super::report::ReadReport;
use crate::domain::SegmentId;
use crate::quality::duplicates::{Repeat, by_retrieval, judge};
use crate::table::CountTable;
use std::collections::{BTreeMap, HashMap};

pub const IDENTICAL: &str = "the same row again";
pub const REPLACED: &str = "replaced by a row that was retrieved later";

/// All files of a source as one table.
#[derive(Debug, Default)]
pub struct Joined {
    pub table: CountTable,
    /// What was said last of a site stays.
    pub sites: BTreeMap<SegmentId, Site>,
    pub report: ReadReport,
}

/// Joins the files of a source. Of rows with the same segment and start the one
/// retrieved last stays: files that say when they were retrieved come in that
/// order and after those that do not, which keep the order in which they are given.
#[must_use]
pub fn join(mut files: Vec<Counts>) -> Joined {
    files.sort_by(|a, b| by_retrieval(a.retrieved, b.retrieved));
    let mut joined = Joined::default();
    for counts in &files {
        joined.report.absorb(&counts.report);
    }
    for (segment, site) in files.iter().rev().flat_map(|counts| &counts.sites) {
        let known = joined.sites.entry(segment.clone()).or_default();
        known.complete(site);
    }
    if !may_repeat(&files) {
        let mut tables = files.into_iter().map(|counts| counts.table);
        joined.table = tables.next().unwrap_or_default();
        tables.for_each(|table| joined.table.append(&table));
        return joined;
    }
    // Where the row that stays was found: file and row of its table.
    let mut stays: HashMap<(&SegmentId, i64), (usize, usize)> = HashMap::new();
    let mut left: Vec<Vec<bool>> = Vec::with_capacity(files.len());
    for (f, counts) in files.iter().enumerate() {
        left.push(vec![false; counts.table.len()]);
        for (i, start) in counts.table.start.iter().enumerate() {
            let Some(segment) = counts
                .table
                .segment
                .get(i)
                .and_then(|s| counts.table.segments.get(*s as usize))
            else {
                continue;
            };
            let Some((old_f, old_i)) = stays.insert((segment, start.0), (f, i)) else {
                continue;
            };
            let old = files.get(old_f);
            let old_row = old.and_then(|c| c.table.row(old_i));
            let why = match judge(&old_row, &counts.table.row(i)) {
                Repeat::Identical => IDENTICAL,
                Repeat::Replaced => REPLACED,
            };
            let place = old
                .and_then(|c| c.row_numbers.get(old_i))
                .map_or(Place::File, |row| Place::row(*row));
            let file = old.map_or("", |c| c.report.file.as_str());
            joined.report.withdraw(why, file, place);
            if let Some(flag) = left.get_mut(old_f).and_then(|rows| rows.get_mut(old_i)) {
                *flag = true;
            }
        }
    }
    for (counts, left) in files.iter().zip(&left) {
        for (i, is_left) in left.iter().enumerate() {
            if let Some(row) = counts.table.row(i).filter(|_| !is_left) {
                joined.table.push(&row);
            }
        }
    }
    joined
}

/// Whether a row may have the key of another: some segment's starts do not simply go up from row to row.
fn may_repeat(files: &[Counts]) -> bool {
    let mut latest: HashMap<&SegmentId, i64> = HashMap::new();
    for Counts { table, .. } in files {
        let before = |id: &SegmentId| latest.get(id).copied();
        let mut of_segment: Vec<Option<i64>> = table.segments.iter().map(before).collect();
        for (segment, start) in table.segment.iter().zip(&table.start) {
            let Some(known) = of_segment.get_mut(*segment as usize) else {
                return true;
            };
            if known.is_some_and(|known| known >= start.0) {
                return true;
            }
            *known = Some(start.0);
        }
        let found = table.segments.iter().zip(of_segment);
        latest.extend(found.filter_map(|(id, start)| Some((id, start?))));
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Instant, Mode, Side};
    use crate::read::telraam::Hour;

    fn file(name: &str, retrieved: Option<i64>, cars: &[(i64, f64)]) -> Counts {
        let mut counts = Counts::new(name);
        counts.retrieved = retrieved.map(Instant);
        for ((start, cars), number) in cars.iter().zip(1..) {
            let mut hour = Hour::empty(SegmentId("9".into()), Instant(*start));
            hour.set_volume(Mode::Car, Side::Both, Some(*cars));
            counts.take(&hour, number);
        }
        counts
    }

    #[test]
    fn the_row_retrieved_last_stays_whatever_the_order_of_the_files() {
        let late = file("late", Some(2), &[(0, 5.0), (1, 6.0)]);
        let early = file("early", Some(1), &[(0, 4.0), (1, 6.0), (2, 7.0)]);
        let joined = join(vec![late, early]);
        let mut cars: Vec<_> = (0..joined.table.len())
            .map(|i| {
                (
                    joined.table.start[i].0,
                    joined.table.volume(Mode::Car, Side::Both, i),
                )
            })
            .collect();
        cars.sort_by_key(|c| c.0);
        assert_eq!(cars, [(0, Some(5.0)), (1, Some(6.0)), (2, Some(7.0))]);
        let report = &joined.report;
        assert_eq!((report.rows, report.kept, report.refused_rows()), (5, 3, 2));
        assert_eq!(report.refused_for(REPLACED), 1);
        assert_eq!(report.refused_for(IDENTICAL), 1);
        assert_eq!(report.refused[0].first_file, "early");
    }

    #[test]
    fn files_that_follow_each_other_are_put_behind_each_other() {
        let first = file("first", None, &[(0, 4.0), (1, 5.0)]);
        let second = file("second", None, &[(3, 6.0), (7, 8.0)]);
        assert!(!may_repeat(&[first, second]));
        let first = || file("first", None, &[(0, 4.0), (3, 5.0)]);
        let second = || file("second", None, &[(3, 6.0), (7, 8.0)]);
        assert!(may_repeat(&[first(), second()]));
        let joined = join(vec![first(), second()]);
        assert_eq!((joined.table.len(), joined.report.refused_rows()), (3, 1));
        let joined = join(vec![first(), file("second", None, &[(4, 6.0)])]);
        let rows: Vec<_> = joined.table.start.iter().map(|start| start.0).collect();
        assert_eq!(rows, [0, 3, 4]);
    }
}
