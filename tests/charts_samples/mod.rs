//! Hand-made answers of streets that differ in what is known about them.
#![allow(dead_code)]

use straatbeeld::domain::{
    CivilDate, DayType, Device, Estimate, Mode, Names, SegmentId, SensorGeneration, Side, State,
    StreetId,
};
use straatbeeld::query::answer::{
    Annual, Busy, Cell, Change, CountedAnswer, CountedSummary, DayProfile, DayTotal, Directions,
    LeftOut, LeftOutReason, ModalSplit, MonthPoint, NearbyStreet, PeakHour, PeakMean, Peaks,
    ProfileRow, Scope, SideTotals, Speed, SplitPart, StreetAnswer, StreetHeader, Trend, WeekMap,
};

pub fn date(text: &str) -> CivilDate {
    CivilDate::parse(text).unwrap()
}

/// Cars per hour of a working day, a Saturday and a Sunday.
const WORKING: [f64; 24] = [
    8.0, 5.0, 3.0, 3.0, 6.0, 18.0, 52.0, 131.0, 142.0, 84.0, 70.0, 72.0, 80.0, 78.0, 81.0, 103.0,
    138.0, 151.0, 112.0, 74.0, 51.0, 36.0, 24.0, 14.0,
];
const SATURDAY: [f64; 24] = [
    15.0, 9.0, 6.0, 5.0, 5.0, 9.0, 19.0, 34.0, 58.0, 83.0, 101.0, 108.0, 104.0, 97.0, 101.0, 99.0,
    94.0, 88.0, 74.0, 55.0, 40.0, 31.0, 27.0, 21.0,
];
const SUNDAY: [f64; 24] = [
    18.0, 13.0, 9.0, 6.0, 4.0, 5.0, 9.0, 15.0, 27.0, 44.0, 62.0, 73.0, 70.0, 66.0, 72.0, 75.0,
    74.0, 70.0, 59.0, 45.0, 34.0, 25.0, 17.0, 11.0,
];

fn cell(mean: f64, state: State) -> Cell {
    let partial = if state == State::Partial { 30 } else { 2 };
    Cell {
        mean,
        hours: 48,
        partial,
        night: 0,
        state,
    }
}

fn cells(values: &[f64; 24], known: &[u8], partial: &[u8]) -> Vec<Option<Cell>> {
    (0_u8..24)
        .zip(values)
        .map(|(hour, value)| {
            let state = if partial.contains(&hour) {
                State::Partial
            } else {
                State::Measured
            };
            known.contains(&hour).then(|| cell(*value, state))
        })
        .collect()
}

fn total(value: f64, half: Option<f64>, coverage: f64) -> Estimate {
    Estimate {
        value,
        interval: half.map(|half| (value - half, value + half)),
        coverage,
        state: State::of_coverage(coverage),
        hours: 4000,
    }
}

fn months(first: &str, values: &[Option<f64>]) -> Vec<MonthPoint> {
    values
        .iter()
        .enumerate()
        .map(|(index, value)| MonthPoint {
            month: date(first).first_of_month_plus(i32::try_from(index).unwrap()),
            value: *value,
            coverage: if value.is_some() { 0.93 } else { 0.1 },
            state: match value {
                None => State::Missing,
                Some(_) if index % 9 == 4 => State::Partial,
                Some(_) => State::Measured,
            },
        })
        .collect()
}

fn three_years() -> Vec<Option<f64>> {
    (0..36)
        .map(|m| {
            let season = [
                0.94, 0.97, 1.02, 1.03, 1.05, 1.04, 0.88, 0.86, 1.05, 1.04, 1.02, 0.95,
            ];
            (m != 13 && m != 14).then(|| 1360.0 * season[m % 12] * (1.0 + 0.04 * m as f64 / 12.0))
        })
        .collect()
}

/// Cars per bin of 5 km/h; the last of 25 is open.
fn bins_5() -> Vec<f64> {
    let mut bins = vec![0.0; 25];
    for (bin, cars) in [
        120.0, 410.0, 1240.0, 4300.0, 12_400.0, 26_800.0, 31_900.0, 22_300.0, 9800.0, 3100.0,
        860.0, 240.0, 70.0, 18.0, 6.0, 2.0,
    ]
    .into_iter()
    .enumerate()
    {
        bins[bin] = cars;
    }
    bins
}

fn split(parts: [f64; 4], coverage: f64) -> ModalSplit {
    let all: f64 = parts.iter().sum();
    ModalSplit {
        parts: Mode::CLASSED
            .into_iter()
            .zip(parts)
            .map(|(mode, passages)| SplitPart {
                mode,
                passages,
                share: (all > 0.0).then(|| passages / all),
            })
            .collect(),
        heavy_share: Some(parts[3] / (parts[2] + parts[3])),
        hours: 8000,
        coverage,
        state: State::of_coverage(coverage),
    }
}

/// A second-generation sensor, three years, everything known.
pub fn rich() -> CountedAnswer {
    let all: Vec<u8> = (0..24).collect();
    let row = |day_type, values, partial: &[u8]| ProfileRow {
        day_type,
        cells: cells(values, &all, partial),
    };
    let night = [
        4.0, 3.0, 2.0, 2.0, 3.0, 9.0, 14.0, 6.0, 0.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 5.0,
        12.0, 17.0, 16.0, 14.0, 10.0, 7.0,
    ];
    let mut week: Vec<Vec<Option<Cell>>> = Vec::new();
    for day in 0..7 {
        let (values, factor) = match day {
            5 => (&SATURDAY, 1.0),
            6 => (&SUNDAY, 1.0),
            day => (&WORKING, 0.94 + 0.03 * f64::from(day)),
        };
        week.push(
            (0..24)
                .map(|hour| {
                    let is_gap = day == 2 && (1..5).contains(&hour);
                    (!is_gap).then(|| {
                        let state = if hour < 5 {
                            State::Partial
                        } else {
                            State::Measured
                        };
                        cell(values[hour] * factor, state)
                    })
                })
                .collect(),
        );
    }
    CountedAnswer {
        segment: SegmentId("9000001786".into()),
        mode: Mode::Car,
        limit_kmh: Some(30.0),
        start: date("2025-03-01"),
        end: date("2026-03-01"),
        first: date("2023-03-01"),
        last: date("2026-02-28"),
        scope: Scope {
            hours: 8760,
            usable: 8200,
            partial: 340,
            left_out: vec![
                LeftOut {
                    reason: LeftOutReason::Off,
                    hours: 300,
                },
                LeftOut {
                    reason: LeftOutReason::LowUptime,
                    hours: 40,
                },
            ],
            absent: 220,
            coverage: 8200.0 / 8760.0,
            sensors: vec![SensorGeneration::S2],
            night_hours: 1900,
            blind_hours: 0,
            hours_without_speed: 12,
        },
        busy: Busy {
            by_day_type: vec![
                DayTotal {
                    day_type: DayType::Working,
                    total: Some(total(1536.4, Some(62.3), 0.94)),
                },
                DayTotal {
                    day_type: DayType::Saturday,
                    total: Some(total(1283.0, Some(81.0), 0.92)),
                },
                DayTotal {
                    day_type: DayType::Sunday,
                    total: Some(total(903.0, Some(74.0), 0.95)),
                },
            ],
            hours_of_day: all.clone(),
            is_daylight_only: false,
            peak: Some(PeakHour {
                hour: 17,
                mean: 151.0,
            }),
            night_per_working_day: Some(125.5),
        },
        devices: vec![Device::Telraam],
        events: Vec::new(),
        suspicions: Vec::new(),
        annual: Annual {
            fhwa: Some(1180.0),
            interval: Some((1150.0, 1210.0)),
            aashto: Some(1184.0),
            simple: Some(1176.0),
            valid_days: 331,
            filled_days: 4,
            days: 365,
            state: State::Measured,
            months: Vec::new(),
        },
        peaks: Peaks {
            morning: Some(PeakMean {
                hour: 8,
                mean: 96.0,
                hours: 240,
            }),
            evening: Some(PeakMean {
                hour: 17,
                mean: 151.0,
                hours: 240,
            }),
            k: Some(0.16),
            highest: Vec::new(),
            d: Some((Side::Left, 0.58)),
            phf: None,
            phf_days: 0,
        },
        mean_speed: None,
        speed: Some(Speed {
            mode: Mode::Car,
            by_hour: Vec::new(),
            sides: Vec::new(),
            bin_kmh: 5.0,
            bins: bins_5(),
            observed_cars: 106_310.0,
            hours: 7400,
            v50_kmh: Some(31.2),
            v85_kmh: Some(38.7),
            v85_interval: Some((38.6, 38.8)),
            mean_kmh: Some(31.4),
            above_limit_share: Some(0.6017),
            above_limit_10_share: Some(0.124),
            is_interpolated: false,
            state: State::Measured,
            publisher_v85_median: Some(38.5),
        }),
        change: Change {
            months: months("2023-03-01", &three_years()),
            hours_of_day: all.clone(),
            trend: Trend::Slope {
                per_year: 0.041,
                interval: (0.021, 0.058),
                months: 34,
            },
        },
        split: split([38_000.0, 71_000.0, 402_000.0, 21_000.0], 0.93),
        profile: DayProfile {
            rows: vec![
                row(DayType::Working, &WORKING, &[0, 1, 2, 3, 4]),
                row(DayType::Saturday, &SATURDAY, &[]),
                row(DayType::Sunday, &SUNDAY, &[]),
            ],
            night: vec![row(DayType::Working, &night, &[])],
        },
        week: WeekMap {
            rows: week,
            typical: Vec::new(),
            unusual_hours: 0,
            unusual: Vec::new(),
        },
        directions: Directions {
            totals: Some(SideTotals {
                left: 181_000.0,
                right: 221_000.0,
                hours: 8100,
            }),
            side_names: Some(("To the station".into(), "To the ring road".into())),
            left: cells(&WORKING.map(|v| v * 0.45), &all, &[0, 1]),
            right: cells(&WORKING.map(|v| v * 0.55), &all, &[0, 1]),
        },
    }
}

/// A first-generation sensor: daylight, no passages in the dark, coarse bins, fourteen months.
pub fn daylight() -> CountedAnswer {
    let hours: Vec<u8> = (7..18).collect();
    let mut answer = rich();
    answer.limit_kmh = Some(50.0);
    answer.scope.sensors = vec![SensorGeneration::V1];
    answer.scope.night_hours = 0;
    answer.scope.coverage = 0.41;
    answer.scope.usable = 3590;
    answer.busy = Busy {
        by_day_type: vec![
            DayTotal {
                day_type: DayType::Working,
                total: Some(total(1163.0, Some(171.0), 0.68)),
            },
            DayTotal {
                day_type: DayType::Saturday,
                total: Some(total(967.0, None, 0.7)),
            },
            DayTotal {
                day_type: DayType::Sunday,
                total: None,
            },
        ],
        hours_of_day: hours.clone(),
        is_daylight_only: true,
        peak: Some(PeakHour {
            hour: 17,
            mean: 151.0,
        }),
        night_per_working_day: None,
    };
    if let Some(speed) = &mut answer.speed {
        speed.bin_kmh = 10.0;
        speed.bins = vec![
            530.0, 5540.0, 39_200.0, 54_200.0, 12_900.0, 1100.0, 88.0, 26.0,
        ];
        speed.above_limit_share = Some(0.0107);
        speed.above_limit_10_share = Some(0.001);
        speed.v85_kmh = Some(39.6);
        speed.v85_interval = Some((39.1, 40.1));
    }
    let mut values = three_years();
    values.truncate(14);
    answer.change = Change {
        months: months("2025-01-01", &values),
        hours_of_day: hours.clone(),
        trend: Trend::TooShort { months: 13 },
    };
    answer.profile = DayProfile {
        rows: vec![
            ProfileRow {
                day_type: DayType::Working,
                cells: cells(&WORKING, &hours, &[7, 17]),
            },
            ProfileRow {
                day_type: DayType::Saturday,
                cells: cells(&SATURDAY, &hours, &[]),
            },
            ProfileRow {
                day_type: DayType::Sunday,
                cells: cells(&SUNDAY, &[9, 10, 11, 14, 15, 16], &[16]),
            },
        ],
        night: Vec::new(),
    };
    for (day, row) in answer.week.rows.iter_mut().enumerate() {
        for (hour, cell) in row.iter_mut().enumerate() {
            if !(7..18).contains(&hour) || (day == 6 && hour == 12) {
                *cell = None;
            }
        }
    }
    answer.split = split([9000.0, 24_000.0, 61_000.0, 0.0], 0.41);
    answer.directions = none_of_directions();
    answer
}

fn none_of_directions() -> Directions {
    Directions {
        totals: None,
        side_names: None,
        left: Vec::new(),
        right: Vec::new(),
    }
}

/// Two weeks on a quiet street: no interval, under 50 cars with a speed.
pub fn few_cars() -> CountedAnswer {
    let mut answer = rich();
    let quiet = WORKING.map(|v| v / 130.0);
    answer.busy.by_day_type = vec![DayTotal {
        day_type: DayType::Working,
        total: Some(total(11.8, None, 0.9)),
    }];
    answer.busy.peak = Some(PeakHour {
        hour: 17,
        mean: 1.16,
    });
    answer.busy.night_per_working_day = Some(0.3);
    answer.profile.rows = vec![ProfileRow {
        day_type: DayType::Working,
        cells: cells(&quiet, &(0..24).collect::<Vec<u8>>(), &[]),
    }];
    if let Some(speed) = &mut answer.speed {
        speed.bins = vec![0.0; 25];
        speed.bins[5] = 20.0;
        speed.bins[6] = 14.0;
        speed.observed_cars = 34.0;
        speed.v50_kmh = None;
        speed.v85_kmh = None;
        speed.v85_interval = None;
        speed.mean_kmh = None;
        speed.above_limit_share = None;
        speed.above_limit_10_share = None;
        speed.state = State::Missing;
    }
    answer.change.months = months("2026-02-01", &[Some(11.8)]);
    answer.change.trend = Trend::TooShort { months: 1 };
    answer
}

pub fn limit_unknown() -> CountedAnswer {
    let mut answer = rich();
    answer.limit_kmh = None;
    if let Some(speed) = &mut answer.speed {
        speed.above_limit_share = None;
        speed.above_limit_10_share = None;
    }
    answer.change.trend = Trend::Slope {
        per_year: 0.01,
        interval: (-0.031, 0.049),
        months: 30,
    };
    answer
}

pub fn low_coverage() -> CountedAnswer {
    let mut answer = rich();
    answer.scope.usable = 1650;
    answer.scope.coverage = 0.188;
    answer.split = split([10.0, 20.0, 60.0, 10.0], 0.188);
    for day in &mut answer.busy.by_day_type {
        day.total = Some(total(1510.0, Some(300.0), 0.19));
    }
    answer.change.months = months("2025-11-01", &[Some(1400.0), None, Some(1500.0)]);
    answer.change.trend = Trend::TooShort { months: 2 };
    answer
}

/// The sensor was up all the time and saw no car.
pub fn zero() -> CountedAnswer {
    let mut answer = rich();
    let all: Vec<u8> = (0..24).collect();
    for day in &mut answer.busy.by_day_type {
        day.total = Some(total(0.0, Some(0.0), 0.99));
    }
    answer.busy.peak = Some(PeakHour { hour: 0, mean: 0.0 });
    answer.busy.night_per_working_day = None;
    answer.scope.night_hours = 0;
    answer.profile = DayProfile {
        rows: vec![ProfileRow {
            day_type: DayType::Working,
            cells: cells(&[0.0; 24], &all, &[]),
        }],
        night: Vec::new(),
    };
    for row in &mut answer.week.rows {
        *row = cells(&[0.0; 24], &all, &[]);
    }
    answer.speed = None;
    answer.split = split([0.0; 4], 0.99);
    answer.change.months = months("2026-01-01", &[Some(0.0), Some(0.0)]);
    answer.change.trend = Trend::TooShort { months: 2 };
    answer.directions = none_of_directions();
    answer
}

/// A busy cycle street that grows quieter for cars: the mode is bikes.
pub fn bikes() -> CountedAnswer {
    let mut answer = rich();
    answer.mode = Mode::Bike;
    answer.change.trend = Trend::Slope {
        per_year: -0.062,
        interval: (-0.101, -0.023),
        months: 36,
    };
    answer.scope.sensors = vec![SensorGeneration::V1, SensorGeneration::S2];
    answer.split = split([120_000.0, 260_000.0, 90_000.0, 2100.0], 0.6);
    answer.directions.side_names = None;
    answer
}

/// Nothing was counted in the period.
pub fn nothing() -> CountedAnswer {
    let mut answer = zero();
    answer.scope.usable = 0;
    answer.scope.coverage = 0.0;
    for day in &mut answer.busy.by_day_type {
        day.total = None;
    }
    answer.busy.peak = None;
    answer.busy.hours_of_day = Vec::new();
    answer.profile.rows = vec![ProfileRow {
        day_type: DayType::Working,
        cells: vec![None; 24],
    }];
    answer.week.rows = vec![vec![None; 24]; 7];
    answer.split.parts = Vec::new();
    answer.split.coverage = 0.0;
    answer.change.months = months("2026-01-01", &[None, None]);
    answer.change.trend = Trend::TooShort { months: 0 };
    answer
}

pub fn all() -> Vec<(&'static str, CountedAnswer)> {
    vec![
        ("rich", rich()),
        ("daylight", daylight()),
        ("few_cars", few_cars()),
        ("limit_unknown", limit_unknown()),
        ("low_coverage", low_coverage()),
        ("zero", zero()),
        ("bikes", bikes()),
        ("nothing", nothing()),
    ]
}

/// A street without counts, with two counted streets near by.
pub fn not_counted() -> StreetAnswer {
    let names = |text: &str| Names {
        by_language: [("nl".to_owned(), text.to_owned())].into(),
        aliases: Vec::new(),
    };
    let nearby = |name: &str, distance_m, is_comparable| NearbyStreet {
        id: StreetId(name.to_lowercase()),
        names: names(name),
        distance_m: Some(distance_m),
        is_comparable,
        counted: CountedSummary {
            segment: SegmentId("1".into()),
            first: date("2024-01-01"),
            last: date("2026-02-28"),
            cars_per_working_day: Some(1268.0),
            hours_of_day: 11,
            bikes_per_working_day: None,
            v85_kmh: None,
        },
    };
    StreetAnswer {
        header: StreetHeader {
            id: StreetId("molenweg".into()),
            names: names("Molenweg"),
            municipality: String::new(),
            road_class: "residential".into(),
            limits_kmh: vec![30.0],
            length_m: Some(310.0),
            centre: None,
        },
        sections: Vec::new(),
        availability: Vec::new(),
        counted: None,
        nearby: vec![
            nearby("Kerkstraat", 180.0, false),
            nearby("Lindelaan", 420.0, true),
        ],
        sources: Vec::new(),
    }
}
