//! What is true of the demonstration town: the parameters behind its counts, for tests of the analyses.

use super::changes::{Intervention, OutageKind, interventions};
use super::counters::{Counter, Levels};
use super::counts::Outage;
use super::speeds::Speeds;
use crate::domain::{CivilDate, SegmentId, SensorGeneration};
use serde::Serialize;

/// Written to `demonstration/ground-truth.json`.
#[derive(Clone, Debug, Serialize)]
pub struct GroundTruth {
    pub note: &'static str,
    pub seed: u64,
    pub zone: String,
    pub first_day: CivilDate,
    pub last_day: CivilDate,
    pub segments: Vec<SegmentTruth>,
    pub interventions: Vec<InterventionTruth>,
    pub moved_sensors: Vec<MovedSensor>,
}

#[derive(Clone, Debug, Serialize)]
pub struct SegmentTruth {
    pub segment: SegmentId,
    pub street: String,
    pub used_for: String,
    pub sensors: Vec<SensorPeriod>,
    /// Expected passages of a working day outside school holidays, in a mean season and mean
    /// weather, at the first day of the demonstration and before any intervention.
    pub working_day: Levels,
    /// Compounding, from the first day of the demonstration.
    pub car_trend_percent_per_year: f64,
    pub heavy_trend_percent_per_year: f64,
    pub bike_trend_percent_per_year: f64,
    /// Of cars in free flow before any intervention; `null` where no cars pass.
    pub free_flow_v85_kmh: Option<f64>,
    pub left_share_before_noon: f64,
    pub left_share_after_noon: f64,
    pub outages: Vec<OutageTruth>,
}

#[derive(Clone, Debug, Serialize)]
pub struct SensorPeriod {
    pub generation: SensorGeneration,
    pub first_day: CivilDate,
    pub last_day: CivilDate,
}

#[derive(Clone, Debug, Serialize)]
pub struct OutageTruth {
    pub from: String,
    /// The first hour after it.
    pub to: String,
    pub kind: OutageKind,
}

#[derive(Clone, Debug, Serialize)]
pub struct InterventionTruth {
    pub segment: SegmentId,
    #[serde(flatten)]
    pub what: Intervention,
}

/// One sensor that hung on two segments, one after the other.
#[derive(Clone, Debug, Serialize)]
pub struct MovedSensor {
    pub from_segment: SegmentId,
    pub last_day: CivilDate,
    pub to_segment: SegmentId,
    pub first_day: CivilDate,
}

/// The truth of one counter.
pub fn segment(
    counter: &Counter,
    id: &SegmentId,
    outages: &[Outage],
    (first, last): (CivilDate, CivilDate),
) -> SegmentTruth {
    let from = counter.from.unwrap_or(first);
    let to = counter.to.map_or(last, |to| to.plus_days(-1));
    let period = |generation, first_day, last_day| SensorPeriod {
        generation,
        first_day,
        last_day,
    };
    let sensors = match counter.replaced {
        None => vec![period(counter.sensor, from, to)],
        Some(day) => vec![
            period(counter.sensor, from, day.plus_days(-1)),
            period(SensorGeneration::S2, day, to),
        ],
    };
    let (mean, spread) = counter.speed;
    SegmentTruth {
        segment: id.clone(),
        street: counter.street.0.clone(),
        used_for: format!("{:?}", counter.used_for).to_lowercase(),
        sensors,
        working_day: counter.level,
        car_trend_percent_per_year: counter.trend.0,
        heavy_trend_percent_per_year: counter.trend.0,
        bike_trend_percent_per_year: counter.trend.1,
        free_flow_v85_kmh: (counter.level.car > 0.0).then(|| Speeds::new(mean, spread).v85),
        left_share_before_noon: counter.left_share + counter.left_tilt,
        left_share_after_noon: counter.left_share - counter.left_tilt,
        outages: outages
            .iter()
            .map(|outage| OutageTruth {
                from: outage.from.to_string(),
                to: outage.to.to_string(),
                kind: outage.kind,
            })
            .collect(),
    }
}

/// The interventions with the segments on which their effect is counted.
pub fn interventions_on(placed: &[(Counter, SegmentId)]) -> Vec<InterventionTruth> {
    interventions()
        .into_iter()
        .filter_map(|what| {
            let (_, segment) = placed.iter().find(|(c, _)| c.street.0 == what.street)?;
            Some(InterventionTruth {
                segment: segment.clone(),
                what,
            })
        })
        .collect()
}

/// A sensor that was taken down is the one that was put up within the week after.
pub fn moved_sensors(placed: &[(Counter, SegmentId)]) -> Vec<MovedSensor> {
    let mut moved = Vec::new();
    for (old, from_segment) in placed {
        for (new, to_segment) in placed {
            if let (Some(end), Some(start)) = (old.to, new.from)
                && (0..7).contains(&(start.days() - end.days()))
            {
                moved.push(MovedSensor {
                    from_segment: from_segment.clone(),
                    last_day: end.plus_days(-1),
                    to_segment: to_segment.clone(),
                    first_day: start,
                });
            }
        }
    }
    moved
}
