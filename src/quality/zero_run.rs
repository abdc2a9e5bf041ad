//! Q3: nothing for six hours of daylight where there is always something: a suspected outage.

use std::ops::Range;

/// Daylight hours of 0 in a row that make an outage likely.
pub const LEAST_HOURS: usize = 6;
/// Usual passages an hour from which on an hour of 0 is remarkable.
pub const LEAST_TYPICAL: f64 = 5.0;

/// Runs of at least six consecutive daylight hours of 0 of a class that usually has 5 an hour or more.
///
/// The slices hold an hour each, in time order. An hour counts if it is light and its typical value is at
/// least 5. A missing hour neither breaks nor extends a run, and no more does a 0 in the dark or in an
/// hour that is usually quiet; any passage breaks it. So an outage that begins at four in the afternoon
/// goes on the next morning. A range begins and ends with an hour that counts.
#[must_use]
pub fn zero_runs(
    values: &[Option<f64>],
    is_daylight: &[bool],
    typical: &[Option<f64>],
) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut run: Option<Range<usize>> = None;
    let mut hours = 0;
    let mut close = |run: &mut Option<Range<usize>>, hours: &mut usize| {
        if let Some(run) = run.take().filter(|_| *hours >= LEAST_HOURS) {
            runs.push(run);
        }
        *hours = 0;
    };
    for (i, ((value, is_daylight), typical)) in
        values.iter().zip(is_daylight).zip(typical).enumerate()
    {
        match value {
            Some(value) if *value > 0.0 => close(&mut run, &mut hours),
            Some(_) if *is_daylight && typical.is_some_and(|usual| usual >= LEAST_TYPICAL) => {
                run = Some(run.map_or(i, |run| run.start)..i + 1);
                hours += 1;
            }
            _ => {}
        }
    }
    close(&mut run, &mut hours);
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    const Z: Option<f64> = Some(0.0);

    #[test]
    fn six_hours_of_nothing_are_a_run_and_five_are_not() {
        let usual = [Some(20.0); 9];
        let light = [true; 9];
        let six = [Some(8.0), Z, Z, Z, Z, Z, Z, Some(3.0), Z];
        assert_eq!(zero_runs(&six, &light, &usual), vec![1..7]);
        let five = [Some(8.0), Z, Z, Z, Z, Z, Some(1.0), Z, Z];
        assert!(zero_runs(&five, &light, &usual).is_empty());
    }

    #[test]
    fn missing_hours_and_the_night_neither_break_nor_extend_a_run() {
        // Three hours of the afternoon, a night with a missing hour, three of the morning.
        let values = [Z, Z, Z, Z, None, Z, Z, Z, Z];
        let light = [true, true, true, false, false, false, true, true, true];
        assert_eq!(zero_runs(&values, &light, &[Some(9.0); 9]), vec![0..9]);
        let with_gap = [Z, Z, Z, None, None, None, Z, Z, None];
        assert!(zero_runs(&with_gap, &[true; 9], &[Some(9.0); 9]).is_empty());
        assert!(zero_runs(&[None; 9], &[true; 9], &[Some(9.0); 9]).is_empty());
    }

    #[test]
    fn a_passage_in_the_dark_shows_that_the_sensor_works() {
        let values = [Z, Z, Z, Some(1.0), Z, Z, Z];
        let light = [true, true, true, false, true, true, true];
        assert!(zero_runs(&values, &light, &[Some(9.0); 7]).is_empty());
    }

    #[test]
    fn a_quiet_street_is_no_outage() {
        assert!(zero_runs(&[Z; 12], &[true; 12], &[Some(4.9); 12]).is_empty());
        assert_eq!(
            zero_runs(&[Z; 12], &[true; 12], &[Some(5.0); 12]),
            vec![0..12]
        );
        assert!(zero_runs(&[Z; 12], &[true; 12], &[None; 12]).is_empty());
        assert!(zero_runs(&[Z; 12], &[false; 12], &[Some(50.0); 12]).is_empty());
    }
}
