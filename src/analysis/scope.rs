//! The hours of a period and what became of them (definitions 4.1, rules Q1 and Q2 of 4.11).
//!
//! civil hours = usable + left out (off, low uptime, no value of the mode, known fault of the sensor) + absent.
//! coverage = usable / civil hours.

use super::hours::{Dark, Hours};
use crate::domain::{Mode, SensorGeneration, Side, State};
use crate::query::answer::{LeftOut, LeftOutReason, Scope};

/// `hours` are the rows of the period, `civil_hours` what the clock says that it has.
#[must_use]
pub fn scope(hours: Hours<'_>, mode: Mode, civil_hours: u32) -> Scope {
    let mut sensors: Vec<SensorGeneration> = Vec::new();
    let (mut usable, mut partial, mut night_hours, mut blind_hours, mut hours_without_speed) =
        (0, 0, 0, 0, 0);
    let (mut off, mut low_uptime, mut no_value, mut incident) = (0, 0, 0, 0);
    let mut rows = 0_u32;
    for hour in hours.list {
        rows += 1;
        if !hour.state.is_usable() {
            if hour.is_incident {
                incident += 1;
            } else if hour.is_off {
                off += 1;
            } else {
                low_uptime += 1;
            }
            continue;
        }
        if let Some(sensor) = hours.table.sensor(hour.row)
            && !sensors.contains(&sensor)
        {
            sensors.push(sensor);
        }
        night_hours += u32::from(hour.dark == Dark::Unnamed);
        blind_hours += u32::from(hour.dark == Dark::Blind);
        hours_without_speed += u32::from(super::speed::lacks_speeds(hours.table, hour.row));
        if hours.table.volume(mode, Side::Both, hour.row).is_some() {
            usable += 1;
            partial += u32::from(hour.state == State::Partial);
        } else {
            no_value += 1;
        }
    }
    let left_out = [
        (LeftOutReason::Off, off),
        (LeftOutReason::LowUptime, low_uptime),
        (LeftOutReason::NoValue, no_value),
        (LeftOutReason::Incident, incident),
    ];
    Scope {
        hours: civil_hours,
        usable,
        partial,
        left_out: left_out
            .into_iter()
            .filter(|&(_, hours)| hours > 0)
            .map(|(reason, hours)| LeftOut { reason, hours })
            .collect(),
        absent: civil_hours.saturating_sub(rows),
        coverage: share(usable, civil_hours),
        sensors,
        night_hours,
        blind_hours,
        hours_without_speed,
    }
}

/// `part / whole` as a share from 0 to 1; 0 where there is no whole.
#[must_use]
pub fn share(part: u32, whole: u32) -> f64 {
    if whole == 0 {
        0.0
    } else {
        (f64::from(part) / f64::from(whole)).min(1.0)
    }
}
