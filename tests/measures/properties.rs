//! What holds for any table.

use crate::table::{answer, brussels, cars, date, try_answer};
use proptest::prelude::*;
use straatbeeld::analysis::{Choice, Period};
use straatbeeld::domain::time::HOUR_MS;
use straatbeeld::domain::{Mode, SegmentId, SensorGeneration, Side};
use straatbeeld::query::answer::{Cell, CountedAnswer};
use straatbeeld::table::{CountRow, SPEED_BINS_5};

/// Some hours of 120 days around both clock changes of 2025, by hour since the first one.
fn hours() -> impl Strategy<Value = Vec<CountRow>> {
    let day = prop_oneof![Just("2025-02-20"), Just("2025-09-20")];
    let hour = (
        0..120_i64 * 24,
        prop_oneof![
            1 => Just(Some(0.0)),
            1 => (0.01..0.5).prop_map(Some),
            4 => (0.5..1.0).prop_map(Some),
            1 => Just(None)
        ],
        prop::option::weighted(0.9, 0..300_u32),
        prop::option::weighted(0.3, 0..50_u32),
        any::<bool>(),
    );
    (day, prop::collection::vec(hour, 1..400)).prop_map(|(day, mut hours)| {
        hours.sort_by_key(|hour| hour.0);
        hours.dedup_by_key(|hour| hour.0);
        let first = brussels().start_of_day(date(day));
        hours
            .into_iter()
            .map(|(place, uptime, cars, night, has_speed)| {
                let start = first.plus_ms(place * HOUR_MS);
                let mut row = CountRow::empty(SegmentId("1".into()), start);
                row.uptime = uptime;
                row.sensor = Some(SensorGeneration::S2);
                row.set_volume(Mode::Car, Side::Both, cars.map(f64::from));
                row.set_volume(Mode::Night, Side::Both, night.map(f64::from));
                if let (Some(cars), true) = (cars, has_speed) {
                    let mut bins = [0.0; SPEED_BINS_5];
                    bins[(cars % 12) as usize] = f64::from(cars);
                    row.speed_5 = Some(bins);
                }
                row
            })
            .collect()
    })
}

fn chosen(start: i32, length: i32) -> Choice {
    let start = date("2025-02-10").plus_days(start);
    Choice {
        period: Period::Between {
            start,
            end: start.plus_days(length),
        },
        ..cars()
    }
}

fn cells(answer: &CountedAnswer) -> Vec<Option<Cell>> {
    let profile = answer.profile.rows.iter().flat_map(|row| &row.cells);
    profile
        .chain(answer.week.rows.iter().flatten())
        .copied()
        .collect()
}

/// The answer without what counts rows that were left out.
fn figures(mut answer: CountedAnswer) -> CountedAnswer {
    answer.scope.left_out.clear();
    answer.scope.absent = 0;
    answer
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20))]

    #[test]
    fn the_hours_of_any_period_add_up(hours in hours(), start in -10..360, length in 1..300) {
        if let Ok(answer) = try_answer(&hours, &chosen(start, length)) {
            let left_out: u32 = answer.scope.left_out.iter().map(|part| part.hours).sum();
            let scope = &answer.scope;
            prop_assert_eq!(scope.hours, scope.usable + left_out + scope.absent);
            let clock = (0..length).map(|day| brussels().hours_in_day(answer.start.plus_days(day)));
            prop_assert_eq!(scope.hours, clock.sum::<u32>());
            let in_profile = answer.profile.rows.iter().flat_map(|row| row.cells.iter().flatten());
            prop_assert_eq!(scope.usable, in_profile.map(|cell| cell.hours).sum::<u32>());
        }
    }

    #[test]
    fn hours_of_a_dead_sensor_change_nothing(hours in hours(), dead in prop::collection::vec(0..2880_usize, 1..50)) {
        let before = try_answer(&hours, &cars());
        let mut more = hours.clone();
        let first = hours[0].start;
        for place in dead {
            let mut row = CountRow::empty(hours[0].segment.clone(), first.plus_ms(i64::try_from(place).unwrap() * HOUR_MS));
            if hours.iter().all(|known| known.start != row.start) {
                row.uptime = Some(0.0);
                row.sensor = Some(SensorGeneration::V1);
                row.set_volume(Mode::Car, Side::Both, Some(0.0));
                row.speed_5 = Some([0.0; SPEED_BINS_5]);
                more.push(row);
            }
        }
        prop_assert_eq!(before.map(figures), try_answer(&more, &cars()).map(figures));
    }

    #[test]
    fn the_order_of_rows_does_not_matter(hours in hours()) {
        let mut shuffled = hours.clone();
        shuffled.reverse();
        let half = shuffled.len() / 2;
        shuffled.rotate_left(half);
        prop_assert_eq!(try_answer(&hours, &cars()), try_answer(&shuffled, &cars()));
    }

    #[test]
    fn rows_that_go_leave_gaps_and_no_zeros(hours in hours(), keep in 0..400_usize) {
        // Every hour left has at least one car, so a mean of 0 could only come from a gap.
        let mut left: Vec<CountRow> = hours.into_iter().skip(keep).collect();
        for row in &mut left {
            let cars = row.volume(Mode::Car, Side::Both).map(|cars| cars + 1.0);
            row.set_volume(Mode::Car, Side::Both, cars);
        }
        if let Ok(answer) = try_answer(&left, &cars()) {
            prop_assert!(cells(&answer).iter().flatten().all(|cell| cell.mean >= 1.0 && cell.hours > 0));
            prop_assert!(answer.change.months.iter().filter_map(|m| m.value).all(|value| value >= 1.0));
            let totals = answer.busy.by_day_type.iter().filter_map(|day| day.total);
            prop_assert!(totals.into_iter().all(|total| total.value >= 1.0));
        }
    }

    #[test]
    fn four_times_the_cars_are_four_times_the_means(hours in hours()) {
        let mut more = hours.clone();
        for row in &mut more {
            let cars = row.volume(Mode::Car, Side::Both).map(|cars| 4.0 * cars);
            row.set_volume(Mode::Car, Side::Both, cars);
        }
        if let Ok(once) = try_answer(&hours, &cars()) {
            // Exact: a factor that is a power of two does not touch the digits.
            let often = answer(&more, &cars());
            for (a, b) in cells(&once).into_iter().zip(cells(&often)) {
                prop_assert_eq!(a.map(|cell| cell.mean * 4.0), b.map(|cell| cell.mean));
            }
            for (a, b) in once.busy.by_day_type.iter().zip(&often.busy.by_day_type) {
                let scaled = a.total.map(|t| (t.value * 4.0, t.interval.map(|(l, h)| (l * 4.0, h * 4.0))));
                prop_assert_eq!(scaled, b.total.map(|t| (t.value, t.interval)));
            }
            prop_assert_eq!(once.speed, often.speed);
        }
    }
}
