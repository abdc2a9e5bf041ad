//! What happens in the town: interventions of known effect, and planned outages of counters.

use crate::domain::CivilDate;
use serde::Serialize;

/// A change of a street on one day, and what it does to one counter from that day on.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Intervention {
    pub id: &'static str,
    pub description_en: &'static str,
    pub description_nl: &'static str,
    pub date: CivilDate,
    /// Address of the street and place along it, as in the table of counters.
    pub street: &'static str,
    pub factor_pedestrian: f64,
    pub factor_bike: f64,
    pub factor_car: f64,
    pub factor_heavy: f64,
    /// Added to every car's speed, so to V85 too.
    pub speed_change_kmh: f64,
    pub limit_before_kmh: Option<f64>,
    pub limit_after_kmh: Option<f64>,
}

impl Intervention {
    /// In the order of `Mode::CLASSED`.
    pub const fn by_mode(&self) -> [f64; 4] {
        [
            self.factor_pedestrian,
            self.factor_bike,
            self.factor_car,
            self.factor_heavy,
        ]
    }
}

fn date(year: i32, month: u8, day: u8) -> CivilDate {
    CivilDate::new(year, month, day).unwrap_or(CivilDate::from_days(0))
}

pub fn interventions() -> Vec<Intervention> {
    let knip = Intervention {
        id: "knip-noordkaai",
        description_en: "Traffic filter: no through traffic by car on this street",
        description_nl: "Knip: geen doorgaand autoverkeer meer in deze straat",
        date: date(2025, 3, 17),
        street: "noordkaai",
        factor_pedestrian: 1.0,
        factor_bike: 1.15,
        factor_car: 0.55,
        factor_heavy: 0.55,
        speed_change_kmh: 0.0,
        limit_before_kmh: Some(30.0),
        limit_after_kmh: Some(30.0),
    };
    let parallel = Intervention {
        description_en: "Parallel to the traffic filter: takes over part of its cars",
        description_nl: "Evenwijdig met de knip: neemt een deel van de auto's over",
        street: "schipperstraat",
        factor_bike: 1.0,
        factor_car: 1.12,
        factor_heavy: 1.12,
        ..knip
    };
    let cycle_street = Intervention {
        id: "fietsstraat-campuslaan",
        description_en: "Cycle street with a limit of 30 km/h (50 before)",
        description_nl: "Fietsstraat met 30 km/u (voordien 50)",
        date: date(2025, 9, 1),
        street: "campuslaan",
        factor_pedestrian: 1.0,
        factor_bike: 1.2,
        factor_car: 0.9,
        factor_heavy: 0.9,
        speed_change_kmh: -6.0,
        limit_before_kmh: Some(50.0),
        limit_after_kmh: Some(30.0),
    };
    vec![knip, parallel, cycle_street]
}

/// How an outage shows in the published rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OutageKind {
    /// No rows at all.
    RowsAbsent,
    /// Rows with uptime 0.
    UptimeZero,
    /// Rows with an uptime too low to use.
    UptimeLow,
}

/// The outages that are the same for every seed: street, first day, first day after it, kind.
pub fn planned_outages() -> Vec<(&'static str, CivilDate, CivilDate, OutageKind)> {
    use OutageKind::{RowsAbsent, UptimeLow, UptimeZero};
    vec![
        (
            "dorpsstraat",
            date(2025, 6, 2),
            date(2025, 9, 1),
            RowsAbsent,
        ),
        (
            "oostersteenweg",
            date(2024, 2, 12),
            date(2024, 2, 26),
            UptimeZero,
        ),
        ("rozenlaan", date(2026, 3, 2), date(2026, 3, 23), RowsAbsent),
        ("ringlaan", date(2024, 10, 5), date(2024, 10, 8), UptimeZero),
        (
            "brugstraat",
            date(2025, 2, 3),
            date(2025, 2, 10),
            RowsAbsent,
        ),
        (
            "westersteenweg",
            date(2024, 8, 26),
            date(2024, 9, 2),
            RowsAbsent,
        ),
        (
            "schoolstraat",
            date(2026, 6, 8),
            date(2026, 6, 19),
            UptimeLow,
        ),
        (
            "noordkaai",
            date(2024, 6, 10),
            date(2024, 6, 13),
            RowsAbsent,
        ),
        (
            "hoogstraat",
            date(2023, 12, 18),
            date(2024, 1, 8),
            UptimeZero,
        ),
    ]
}
