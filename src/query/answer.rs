//! Answers: numbers with their ground, no words. `text` makes sentences of them
//! and `chart` draws them; neither computes.

pub use super::annual::{Annual, HighHour, MonthCells, PeakMean, Peaks};
use super::ledger::PackedLedger;
use crate::domain::{
    CivilDate, DayType, Device, Estimate, Event, LonLat, Mode, Names, SegmentId, SensorGeneration,
    State, StreetId,
};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Answer {
    Town(TownAnswer),
    Map(MapAnswer),
    Months(MonthsAnswer),
    Street(Box<StreetAnswer>),
    /// Packed, because the program that shows sums is not the one that asks for them.
    Ledger(PackedLedger),
    /// An answer as JSON text, written in the worker: the page carries no code for that.
    Json(String),
    /// An answer in bytes that the program which asked reads: others carry no code for it.
    Packed(Vec<u8>),
}

// ---- Town ------------------------------------------------------------------

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TownAnswer {
    /// Per language tag.
    pub names: Names,
    /// A generated town that does not exist: said on every page.
    pub is_demonstration: bool,
    pub zone: String,
    /// Languages of the street names, first the usual one.
    pub languages: Vec<String>,
    pub centre: LonLat,
    /// Sorted by name in the town's first language.
    pub streets: Vec<StreetEntry>,
    pub figures: TownFigures,
    pub sources: Vec<SourceLine>,
}

/// What the search, the list and the map's tooltip know of a street.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StreetEntry {
    pub id: StreetId,
    pub names: Names,
    #[serde(default)]
    pub municipality: String,
    /// Middle of the street; `None` where no geometry is published.
    #[serde(default)]
    pub centre: Option<LonLat>,
    /// `None` on a street where nothing was counted.
    #[serde(default)]
    pub counted: Option<CountedSummary>,
}

/// From the summary file: over the twelve months up to the segment's last counted day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CountedSummary {
    /// The segment with most usable hours.
    pub segment: SegmentId,
    pub first: CivilDate,
    /// Last day with a usable hour.
    pub last: CivilDate,
    /// Cars on a working day, over `hours_of_day`.
    pub cars_per_working_day: Option<f64>,
    /// How many of the 24 hours enter: 24, or fewer by daylight.
    pub hours_of_day: u8,
    pub bikes_per_working_day: Option<f64>,
    /// km/h, pooled; `None` under 50 cars.
    pub v85_kmh: Option<f64>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TownFigures {
    pub streets: u32,
    pub counted_streets: u32,
    pub counted_segments: u32,
    /// Hours in the published counts that are usable.
    pub usable_hours: u64,
    pub first: Option<CivilDate>,
    pub last: Option<CivilDate>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MapAnswer {
    /// GeoJSON FeatureCollection of MultiLineStrings, and Points where a place has no line: `street`, `segment`, `name`, and where counted
    /// `cars` (per working day), `level` (0 not counted, 1 to 5 by `breaks`).
    pub geojson: String,
    /// Lower bounds of levels 2 to 5, cars per working day.
    pub breaks: [f64; 4],
    /// West, south, east, north; `None` where nothing has geometry.
    pub bounds: Option<[f64; 4]>,
    /// Counted streets without geometry: not on the map, in the list.
    pub without_geometry: u32,
}

// ---- Months ----------------------------------------------------------------

/// Who passed at all counters together that know all classed modes; passages, not people and not trips.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MonthsAnswer {
    /// By time. A month without such a counter is not in the list.
    pub months: Vec<TownMonth>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TownMonth {
    /// Its first day.
    pub month: CivilDate,
    /// Counters with at least a quarter of the month's hours.
    pub counters: u32,
    /// Hours in which all modes have a value, of all counters together.
    pub hours: u64,
    /// In the order of `Mode::CLASSED`.
    pub parts: Vec<SplitPart>,
}

// ---- Street ----------------------------------------------------------------

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StreetAnswer {
    pub header: StreetHeader,
    /// Counted segments of this street, in the order of the file. Empty where nothing is counted.
    pub sections: Vec<SectionEntry>,
    /// What is known here, and since when.
    pub availability: Vec<Availability>,
    /// `None` where nothing is counted here.
    pub counted: Option<CountedAnswer>,
    /// Counted streets near by, comparable ones among them, nearest first; filled where nothing is counted here.
    pub nearby: Vec<NearbyStreet>,
    pub sources: Vec<SourceLine>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StreetHeader {
    pub id: StreetId,
    pub names: Names,
    pub municipality: String,
    pub road_class: String,
    /// All limits found along the street, km/h, lowest first; empty where unknown.
    pub limits_kmh: Vec<f64>,
    pub length_m: Option<f64>,
    pub centre: Option<LonLat>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SectionEntry {
    pub segment: SegmentId,
    pub label: String,
    pub limit_kmh: Option<f64>,
    pub length_m: Option<f64>,
    pub first: CivilDate,
    pub last: CivilDate,
    pub usable_hours: u32,
}

/// One row of the matrix of what is known here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Availability {
    pub topic: Topic,
    /// `None`: never measured here.
    pub since: Option<CivilDate>,
    pub until: Option<CivilDate>,
    /// Usable hours over all time.
    pub hours: u32,
    /// Index into `StreetAnswer::sources`.
    pub source: Option<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Topic {
    Pedestrian,
    Bike,
    Car,
    Heavy,
    Night,
    Speed,
    Directions,
    Limit,
}

/// Everything that is computed from the counts of one segment over one period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CountedAnswer {
    pub segment: SegmentId,
    pub mode: Mode,
    /// What counted here, each once.
    pub devices: Vec<Device>,
    pub limit_kmh: Option<f64>,
    /// Civil days, `end` excluded.
    pub start: CivilDate,
    pub end: CivilDate,
    /// First and last (included) counted day over all time, for the period control.
    pub first: CivilDate,
    pub last: CivilDate,
    pub scope: Scope,
    pub busy: Busy,
    pub annual: Annual,
    pub peaks: Peaks,
    /// `None` where no distribution of speeds is published.
    pub speed: Option<Speed>,
    /// Where a source publishes the mean speed of cars and no distribution.
    pub mean_speed: Option<MeanSpeed>,
    pub change: Change,
    pub split: ModalSplit,
    pub profile: DayProfile,
    pub week: WeekMap,
    pub directions: Directions,
    /// What is known to have happened here while the months of `change` went by, by time.
    pub events: Vec<Event>,
    /// What looks odd in the hours of the period; none of it is left out for that.
    pub suspicions: Vec<OddHours>,
}

impl CountedAnswer {
    /// The last day of the period, included.
    #[must_use]
    pub fn last_day(&self) -> CivilDate {
        self.end.plus_days(-1)
    }
}

/// Hours that a quality rule points at (definitions 4.11, Q3 to Q6 and Q12).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OddHours {
    /// `Q3`
    pub rule: String,
    pub first: CivilDate,
    pub first_hour: u8,
    /// Included.
    pub last: CivilDate,
    pub last_hour: u8,
    /// What was counted, and what is usual.
    pub value: f64,
    pub typical: Option<f64>,
}

/// The hours of the period and what became of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scope {
    /// Civil hours in the period (a day has 23, 24 or 25).
    pub hours: u32,
    /// Hours that entered the averages: uptime at least 0.5.
    pub usable: u32,
    /// Of those, hours under the generation's good uptime (0.7 or 0.9).
    pub partial: u32,
    /// Hours in the file that were left out, by reason; with `usable` and `absent` they add up to `hours`.
    pub left_out: Vec<LeftOut>,
    /// Hours of the period without a row in the file.
    pub absent: u32,
    /// `usable / hours`.
    pub coverage: f64,
    /// Generations that counted in the period, in order of appearance.
    pub sensors: Vec<SensorGeneration>,
    /// Hours in which movements were seen in the dark without a class.
    pub night_hours: u32,
    /// Hours in which a second-generation sensor reports nothing of any class and its source leaves out
    /// what moved in the dark: empty and dark look the same.
    pub blind_hours: u32,
    /// Usable hours with cars but without speed classes: none were published, or the quality rules refused them.
    pub hours_without_speed: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct LeftOut {
    pub reason: LeftOutReason,
    pub hours: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LeftOutReason {
    /// `uptime = 0`: the sensor was off.
    Off,
    /// Uptime under 0.5.
    LowUptime,
    /// Usable, but this mode has no value.
    NoValue,
    /// The sensor is known to have been faulty.
    Incident,
}

/// How busy is it?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Busy {
    /// Mean total of the chosen mode by day type: the sum over `hours_of_day` of the mean of each hour
    /// (hourly method, definitions 4.2). `None` where a day type has an hour without any value.
    /// Under a quarter of coverage the state is `Missing`: say so and do not show the value.
    pub by_day_type: Vec<DayTotal>,
    /// The hours of the day (0–23) that enter every total: those with at least
    /// `MIN_VALUES_PER_HOUR` usable values on working days.
    pub hours_of_day: Vec<u8>,
    /// Hours outside `hours_of_day` exist because the sensor sees by daylight only.
    pub is_daylight_only: bool,
    /// The working-day hour with the highest mean.
    pub peak: Option<PeakHour>,
    /// Passages in the dark without a class on a working day; `None` where never published.
    pub night_per_working_day: Option<f64>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DayTotal {
    pub day_type: DayType,
    pub total: Option<Estimate>,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PeakHour {
    /// 0–23: the hour begins.
    pub hour: u8,
    pub mean: f64,
}

/// Do people drive too fast? From pooled histograms (definitions 4.6).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Speed {
    /// Cars; bicycles where only their speed is measured.
    pub mode: Mode,
    /// km/h per bin: 5 or 10. The last bin is open.
    pub bin_kmh: f64,
    /// Cars per bin, scaled to whole hours.
    pub bins: Vec<f64>,
    /// Cars as seen (count × uptime), the base of the interval.
    pub observed_cars: f64,
    pub hours: u32,
    /// km/h; `None` under 50 observed cars. Grey (`Partial`) under 200.
    pub v50_kmh: Option<f64>,
    pub v85_kmh: Option<f64>,
    /// Order-statistic 95 % interval, km/h, without the ±10 % of the device.
    pub v85_interval: Option<(f64, f64)>,
    pub mean_kmh: Option<f64>,
    /// 0–1. `None` where the limit is unknown or cars are too few.
    pub above_limit_share: Option<f64>,
    pub above_limit_10_share: Option<f64>,
    /// The limit does not fall on a bin edge: the shares are interpolated inside a bin.
    pub is_interpolated: bool,
    pub state: State,
    /// Median of the publisher's own hourly v85 over the same hours, km/h, shown beside ours.
    pub publisher_v85_median: Option<f64>,
    /// 24 entries, hour 0 to 23, each pooled by itself.
    pub by_hour: Vec<PartSpeed>,
    /// Left and right, where the source tells speeds by direction; empty otherwise.
    pub sides: Vec<PartSpeed>,
}

/// Speeds of one hour of the day, or of one direction.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PartSpeed {
    /// Vehicles as seen.
    pub observed: f64,
    /// km/h; `None` under 50 vehicles as seen. Grey (`Partial`) under 200.
    pub v50_kmh: Option<f64>,
    pub v85_kmh: Option<f64>,
    /// 0–1.
    pub above_limit_share: Option<f64>,
    pub state: State,
}

/// Mean speed of cars from hourly means, each weighed by its cars. It says nothing of the fast ones.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct MeanSpeed {
    pub mean_kmh: f64,
    pub cars: f64,
    pub hours: u32,
}

/// Is it changing?
/// The months begin with the first counted day and end with the period, also where the period is the
/// last year: a year alone has no trend. Only a chosen period (`Between`) is kept as it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    pub months: Vec<MonthPoint>,
    /// The hours of the day that every month of the series has in common.
    pub hours_of_day: Vec<u8>,
    pub trend: Trend,
}

/// Mean day of a month over `Change::hours_of_day`, weekdays weighted as they occur in the month.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct MonthPoint {
    /// First day of the month.
    pub month: CivilDate,
    /// `None`: a weekday of the month has an hour without any value, or coverage is under a quarter.
    /// Estimated, and not in the trend, where the like of a weekday stands in for up to a tenth of it.
    pub value: Option<f64>,
    pub coverage: f64,
    pub state: State,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trend {
    /// The years before the period are still on their way: there are no months yet. Only in a preview.
    Pending,
    /// Fewer than 24 months with a value.
    TooShort { months: u32 },
    /// Theil–Sen slope on months compared with the same month of other years, share of the level per year (0.03 = +3 %).
    Slope {
        per_year: f64,
        interval: (f64, f64),
        months: u32,
    },
}

/// Who uses it? Share of the passages on this cross-section, same hours for all modes, `night` left out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ModalSplit {
    pub parts: Vec<SplitPart>,
    /// Heavy vehicles as a share (0–1) of motor traffic, car + heavy; `None` where neither passed.
    pub heavy_share: Option<f64>,
    /// Hours in which all of the modes of `parts` have a value.
    pub hours: u32,
    pub coverage: f64,
    pub state: State,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct SplitPart {
    pub mode: Mode,
    pub passages: f64,
    /// 0–1; `None` where nothing passed at all.
    pub share: Option<f64>,
}

/// The mean of one cell, with what it rests on.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    pub mean: f64,
    /// Usable hours that entered.
    pub hours: u32,
    /// Of those, hours under good uptime.
    pub partial: u32,
    /// Of those, hours in which unclassified movements were seen in the dark.
    pub night: u32,
    pub state: State,
}

/// Mean per hour of the day by day type.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DayProfile {
    pub rows: Vec<ProfileRow>,
    /// The same for `Mode::Night`; empty where never published.
    pub night: Vec<ProfileRow>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProfileRow {
    pub day_type: DayType,
    /// 24 cells, hour 0 to 23; `None` is missing.
    pub cells: Vec<Option<Cell>>,
}

/// Mean per weekday and hour; public holidays left out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WeekMap {
    /// 7 rows (Monday first) of 24 cells.
    pub rows: Vec<Vec<Option<Cell>>>,
    /// 168 cells, Monday 0 o'clock first: what is usual.
    pub typical: Vec<Option<Typical>>,
    /// How many usable hours are unusual for their weekday and hour.
    pub unusual_hours: u32,
    /// The most unusual of them, most unusual first.
    pub unusual: Vec<Unusual>,
}

/// The middle of a weekday's hour and how far its values usually lie from it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Typical {
    pub median: f64,
    /// Median absolute deviation.
    pub mad: f64,
    pub hours: u32,
}

/// An hour that is not like its weekday and hour: |robust z| above 3 (definitions 4.5).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Unusual {
    pub date: CivilDate,
    pub hour: u8,
    pub value: f64,
    pub median: f64,
    pub z: f64,
}

/// Totals of the chosen mode per side over the same hours.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Directions {
    /// `None` where the source does not tell directions apart.
    pub totals: Option<SideTotals>,
    /// What left and right mean, where the publisher says.
    pub side_names: Option<(String, String)>,
    /// Working-day mean per hour, left and right: 24 cells each; empty where not told apart.
    pub left: Vec<Option<Cell>>,
    pub right: Vec<Option<Cell>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct SideTotals {
    pub left: f64,
    pub right: f64,
    pub hours: u32,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NearbyStreet {
    pub id: StreetId,
    pub names: Names,
    /// `None` where one of the two has no published geometry.
    #[serde(default)]
    pub distance_m: Option<f64>,
    /// Same road class and limit: comparable rather than only near.
    pub is_comparable: bool,
    pub counted: CountedSummary,
}

/// Where numbers come from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SourceLine {
    /// The dataset's id in the catalogue.
    pub dataset: String,
    pub title: Names,
    pub publisher: String,
    /// Short name: `CC BY 4.0`.
    pub license: String,
    pub license_url: String,
    /// The published file, relative to the folder.
    pub path: String,
    /// SHA-256 of that file, hex.
    pub sha256: String,
    /// Rows of that file that this answer read.
    pub rows: u32,
    /// What counted; `None` for files that are no counts.
    pub device: Option<Device>,
}
