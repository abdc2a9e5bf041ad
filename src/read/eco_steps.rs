//! How long the intervals of a column of times are, when the file does not say: a counter may be set
//! from quarters of an hour to hours in the middle of a file.

/// So many equal steps in a row are an interval; fewer are gaps.
const FEWEST_STEPS: usize = 4;
const MINUTE_MS: i64 = 60_000;

/// Minutes of each interval, from civil times in file order. An interval that stands in no run of equal
/// steps is as long as those before it (else after it). `None` where there is no such run.
#[must_use]
pub fn minutes_of(civil_ms: &[i64]) -> Option<Vec<u16>> {
    let steps: Vec<Option<u16>> = civil_ms
        .iter()
        .zip(civil_ms.iter().skip(1))
        .map(|(a, b)| part_of_hour(b - a))
        .collect();
    let mut found: Vec<Option<u16>> = Vec::with_capacity(civil_ms.len());
    for run in steps.chunk_by(PartialEq::eq) {
        let minutes = run.first().copied().flatten();
        let minutes = minutes.filter(|_| run.len() >= FEWEST_STEPS);
        found.extend(run.iter().map(|_| minutes));
    }
    // The last time has no step of its own.
    found.push(None);
    let mut last = found.iter().copied().flatten().next()?;
    let filled = found
        .into_iter()
        .take(civil_ms.len())
        .map(|minutes| {
            last = minutes.unwrap_or(last);
            last
        })
        .collect();
    Some(filled)
}

fn part_of_hour(ms: i64) -> Option<u16> {
    let minutes = u16::try_from(ms / MINUTE_MS).ok()?;
    let fits = ms % MINUTE_MS == 0 && minutes > 0 && 60_u16.is_multiple_of(minutes);
    fits.then_some(minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minutes(times: &[i64]) -> Option<Vec<u16>> {
        minutes_of(&times.iter().map(|m| m * MINUTE_MS).collect::<Vec<_>>())
    }

    #[test]
    fn quarters_become_hours_where_hours_follow_one_another() {
        let times = [0, 15, 30, 45, 60, 120, 180, 240, 300];
        let expected = [15, 15, 15, 15, 60, 60, 60, 60, 60];
        assert_eq!(minutes(&times).unwrap(), expected);
    }

    #[test]
    fn a_gap_is_not_an_hour() {
        let times = [0, 15, 30, 45, 60, 120, 135, 150, 165, 180];
        assert_eq!(minutes(&times).unwrap(), [15; 10]);
        assert_eq!(minutes(&[0, 15, 30]), None);
        assert_eq!(minutes(&[0, 1440, 2880, 4320, 5760]), None, "days");
        assert_eq!(minutes(&[]), None);
    }
}
