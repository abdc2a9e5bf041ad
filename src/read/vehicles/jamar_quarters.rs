//! JAMAR's sums by 15 minutes: `Number, Date, Time, Channel 1, Channel 2`, a column for each channel. The
//! two numbers above the header are the publisher's, one for each channel; the site is the file's name.

use super::civil::CivilClock;
use super::declared::Declared;
use super::jamar::{cells, civil_ms, usual_side};
use crate::domain::{SegmentId, Side};
use crate::read::counts::Counts;
use crate::read::error::ReadError;
use crate::read::local_time::AMBIGUOUS;
use crate::read::place::Place;
use crate::read::telraam::{NO_NUMBER, NO_TIME};
use crate::read::telraam_csv::OTHER_WIDTH;
use crate::read::zero_days;
use crate::table::CountRow;

const STEP_MS: i64 = 15 * 60_000;

/// Reads the rows below the header, which is line `header` of the text.
pub(super) fn read(
    file: &str,
    text: &str,
    header: u64,
    columns: &[&str],
    declared: &Declared<'_>,
) -> Result<Counts, ReadError> {
    let Some(mode) = declared.mode else {
        return Err(ReadError::Undeclared {
            file: file.to_owned(),
            place: Place::Line {
                line: header,
                column: 1,
            },
            found: "sums that do not say what was counted".to_owned(),
            expected: "mode = \"car\" or \"bike\"".to_owned(),
        });
    };
    let sides: Vec<Option<Side>> = columns
        .iter()
        .skip(3)
        .map(|name| {
            let channel = name.trim_start_matches("Channel").trim();
            declared.side(channel, usual_side(channel.as_bytes()))
        })
        .collect();
    let mut counts = Counts::new(file);
    let segment = declared.segment("", file);
    let mut clock = CivilClock::new(declared.zone);
    for (line, row) in text.lines().zip(1_u64..).filter(|(_, row)| *row > header) {
        if line.trim().is_empty() {
            continue;
        }
        match interval(line, &sides, &segment, &mut clock) {
            Ok((sums, is_ambiguous)) => {
                let mut made = sums.row;
                for (side, value) in Side::ALL.into_iter().zip(sums.values) {
                    made.set_volume(mode, side, value);
                }
                if is_ambiguous {
                    counts.report.warn(AMBIGUOUS, Place::row(row));
                }
                counts.keep(&made, row);
            }
            Err(why) => counts.report.refuse(why, Place::row(row)),
        }
    }
    zero_days::note(&mut counts, declared.zone);
    Ok(counts)
}

struct Sums {
    row: CountRow,
    values: [Option<f64>; 3],
}

fn interval(
    line: &str,
    sides: &[Option<Side>],
    segment: &SegmentId,
    clock: &mut CivilClock,
) -> Result<(Sums, bool), &'static str> {
    let own = cells(line);
    let [_, date, time, channels @ ..] = own.as_slice() else {
        return Err(OTHER_WIDTH);
    };
    if channels.len() != sides.len() {
        return Err(OTHER_WIDTH);
    }
    let civil = civil_ms(date, time)?;
    if civil.rem_euclid(STEP_MS) != 0 {
        return Err(NO_TIME);
    }
    let mut found: Vec<(Option<Side>, Option<f64>)> = Vec::new();
    for (side, cell) in sides.iter().zip(channels) {
        let count = match *cell {
            "" => None,
            cell => Some(cell.parse::<u32>().map(f64::from).map_err(|_| NO_NUMBER)?),
        };
        found.push((*side, count));
    }
    let sum = |wanted: Option<Side>| {
        let of = found
            .iter()
            .filter(|(side, _)| wanted.is_none() || *side == wanted);
        let values: Option<Vec<f64>> = of.map(|(_, count)| *count).collect();
        values.filter(|v| !v.is_empty()).map(|v| v.iter().sum())
    };
    let has_sides = sides.iter().all(Option::is_some);
    let of_side = |side| sum(Some(side)).filter(|_| has_sides);
    let values = [sum(None), of_side(Side::Left), of_side(Side::Right)];
    let read = clock.instant(civil)?;
    let mut row = CountRow::empty(segment.clone(), read.instant);
    row.minutes = 15;
    Ok((Sums { row, values }, read.is_ambiguous))
}
