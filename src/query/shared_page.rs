//! What the part of a page that shows shared vehicles is made of: numbers with their ground, no words. It travels as
//! bytes through the page, which does not read them.

use super::answer::SourceLine;
use super::shared::Available;
use crate::domain::shared::FormFactor;
use crate::domain::shared_profile::{Offer, Profile, SharedNear, Tally};
use crate::domain::shared_report::{
    Departures, MunicipalityPart, ParkedMonth, Part, ShownBounds, SystemReport, TripFigures,
};
use crate::domain::{CivilDate, DayType, LonLat, Names, State};
use serde::{Deserialize, Serialize};

/// Of a street, or of the town.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SharedPage {
    /// `None` for the town.
    pub street: Option<StreetPart>,
    /// In the order of the catalogue; those of a street's offers come from here.
    pub systems: Vec<SystemPart>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StreetPart {
    /// The street itself, for the map.
    pub lines: Vec<Vec<LonLat>>,
    /// Metres as the crow flies within which is near.
    pub within_m: f64,
    /// Empty where nothing was ever near.
    pub offers: Vec<OfferPart>,
}

/// What one operator had near a street, of one form factor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OfferPart {
    pub dataset: String,
    pub operator: Names,
    pub form: FormFactor,
    pub first: CivilDate,
    pub last: CivilDate,
    /// By distance; empty where vehicles stand free.
    pub stations: Vec<StationHere>,
    /// Squares of some 200 m in which at least ten vehicles stood, by distance; empty where there are stations.
    pub squares: Vec<SquareHere>,
    /// By `DayType::index`, then by hour.
    pub hours: Vec<Vec<Option<Available>>>,
    pub months: Vec<(CivilDate, Moments)>,
    pub all: Moments,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StationHere {
    pub names: Names,
    pub at: LonLat,
    pub distance_m: f64,
    pub capacity: Option<u32>,
    /// Over the whole recording.
    pub all: Moments,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SquareHere {
    /// Its middle.
    pub at: LonLat,
    pub distance_m: f64,
    /// Over the whole recording.
    pub all: Moments,
}

/// Over some time: `available` is `None` where nothing is known of it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Moments {
    pub available: Option<Available>,
    /// Vehicles in public space, whatever their state: at least so many, on average.
    pub deployed: Option<f64>,
    /// Share (0–1) of the minutes of which something is known.
    pub coverage: f64,
}

/// An operator, or a file of trips, in the whole town.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SystemPart {
    pub source: SourceLine,
    /// The publisher's page; empty where the catalogue names none.
    pub publisher_url: String,
    pub operator: Names,
    pub first: Option<CivilDate>,
    pub last: Option<CivilDate>,
    /// Snapshots, and those that were taken for faults of the feed and left out.
    pub snapshots: u32,
    pub faulty: u32,
    /// Under this no number of trips or departures is shown.
    pub k: u64,
    pub fleets: Vec<FleetPart>,
    pub trips: Option<TripFigures>,
    /// The bytes of a file that is too long to be read for a page: all else is empty then.
    pub unread_bytes: Option<u64>,
}

/// The stations of an operator, or its free vehicles of one form factor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FleetPart {
    pub form: FormFactor,
    pub has_stations: bool,
    pub all: Moments,
    pub departures: Option<ShownBounds>,
    /// Share (0–1) of the time of which departures are known.
    pub departures_coverage: f64,
    pub months: Vec<FleetMonth>,
    pub municipalities: Vec<MunicipalityHere>,
    /// Share (0–1) of the time in which a vehicle stood, at most.
    pub idle_share_at_most: Option<f64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct FleetMonth {
    /// Its first day.
    pub month: CivilDate,
    pub moments: Moments,
    pub departures: Option<ShownBounds>,
    /// Only of vehicles that stand free; the first share is that of longer than 24 hours.
    pub parked: Option<ParkedMonth>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MunicipalityHere {
    /// Empty: outside all.
    pub name: String,
    pub moments: Moments,
    pub inhabitants: Option<u32>,
    pub deployed_per_thousand: Option<f64>,
    pub departures: Option<ShownBounds>,
    /// By the first day of the month.
    pub months: Vec<(CivilDate, Moments)>,
}

/// The lines of a street, the metres that count as near where no file says it, and the file of what is near it.
pub type PackedStreet = (Vec<Vec<LonLat>>, f64, Option<Vec<u8>>);

/// The page on its way: the published files as they are, which the worker has held against their hashes. The program
/// that shows them reads them, so that the worker carries no code for it.
#[derive(Debug, Serialize, Deserialize)]
pub struct PackedPage {
    pub street: Option<PackedStreet>,
    pub systems: Vec<PackedSystem>,
}

/// The file of an operator, or of trips.
#[derive(Debug, Serialize, Deserialize)]
pub struct PackedSystem {
    pub source: SourceLine,
    pub publisher_url: String,
    /// Bytes of the file.
    pub length: u64,
    /// `None` for a file that is too long to be read for a page.
    pub file: Option<Vec<u8>>,
}

impl PackedPage {
    /// Fails only on a value that no page holds; then there is nothing to show.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        postcard::to_allocvec(self).unwrap_or_default()
    }
}

impl SharedPage {
    /// From the bytes of a `PackedPage`. `None` for bytes of another build, and for a file of what is near that cannot
    /// be read.
    #[must_use]
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let packed: PackedPage = postcard::from_bytes(bytes).ok()?;
        let street = match packed.street {
            None => None,
            Some((lines, usual_m, None)) => Some(StreetPart::of(lines, None, usual_m)),
            Some((lines, usual_m, Some(file))) => {
                let near = serde_json::from_slice(&file).ok()?;
                Some(StreetPart::of(lines, Some(near), usual_m))
            }
        };
        Some(Self {
            street,
            systems: packed.systems.into_iter().map(system).collect(),
        })
    }
}

/// A file that cannot be read is told as one that was not.
fn system(packed: PackedSystem) -> SystemPart {
    let PackedSystem {
        source,
        publisher_url,
        length,
        file,
    } = packed;
    let file = file.as_deref().unwrap_or_default();
    if let Ok(report) = serde_json::from_slice::<SystemReport>(file) {
        return SystemPart::of_system(source, publisher_url, &report);
    }
    match serde_json::from_slice::<TripFigures>(file) {
        Ok(trips) => SystemPart::of_trips(source, publisher_url, trips),
        Err(_) => SystemPart::unread(source, publisher_url, length),
    }
}

impl Moments {
    #[must_use]
    pub fn of(tally: &Tally) -> Self {
        Self {
            available: Available::of(tally),
            deployed: tally.deployed(),
            coverage: tally.coverage(),
        }
    }
}

impl StreetPart {
    /// `near` is what is published of the street, if anything was ever near.
    #[must_use]
    pub fn of(lines: Vec<Vec<LonLat>>, near: Option<SharedNear>, usual_m: f64) -> Self {
        Self {
            lines,
            within_m: near.as_ref().map_or(usual_m, |near| near.within_m),
            offers: near
                .map(|near| near.offers.into_iter().map(offer).collect())
                .unwrap_or_default(),
        }
    }
}

impl OfferPart {
    /// What was there at an hour of a kind of day; `None` under a quarter of its time, which is as good as nothing
    /// (definitions 4.1).
    #[must_use]
    pub fn at(&self, day: DayType, hour: u8) -> Option<Available> {
        let hours = self.hours.get(day.index())?;
        let known = hours.get(usize::from(hour)).copied().flatten()?;
        (State::of_coverage(known.coverage) != State::Missing).then_some(known)
    }
}

fn offer(offer: Offer) -> OfferPart {
    OfferPart {
        hours: DayType::ALL
            .iter()
            .map(|day| {
                let of = |hour| offer.profile.hour(*day, hour).and_then(Available::of);
                (0..24).map(of).collect()
            })
            .collect(),
        months: months(&offer.profile),
        all: Moments::of(&offer.profile.all),
        squares: offer
            .squares
            .iter()
            .map(|square| SquareHere {
                at: square.at,
                distance_m: square.distance_m,
                all: Moments::of(&square.all),
            })
            .collect(),
        dataset: offer.dataset,
        operator: offer.operator,
        form: offer.form,
        first: offer.first,
        last: offer.last,
        stations: offer
            .stations
            .into_iter()
            .map(|station| StationHere {
                names: station.names,
                at: station.at,
                distance_m: station.distance_m,
                capacity: station.capacity,
                all: Moments::of(&station.all),
            })
            .collect(),
    }
}

fn months(profile: &Profile) -> Vec<(CivilDate, Moments)> {
    let months = profile.months.iter();
    months
        .map(|(month, tally)| (*month, Moments::of(tally)))
        .collect()
}

impl SystemPart {
    #[must_use]
    pub fn of_system(source: SourceLine, publisher_url: String, report: &SystemReport) -> Self {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self {
            source,
            publisher_url,
            operator: report.operator.clone(),
            first: Some(report.first),
            last: Some(report.last),
            snapshots: count(report.snapshots),
            faulty: count(report.faulty),
            k: report.k,
            fleets: report.parts.iter().map(fleet).collect(),
            trips: None,
            unread_bytes: None,
        }
    }

    #[must_use]
    pub fn of_trips(source: SourceLine, publisher_url: String, trips: TripFigures) -> Self {
        Self {
            source,
            publisher_url,
            operator: trips.operator.clone(),
            first: trips.first,
            last: trips.last,
            snapshots: 0,
            faulty: 0,
            k: trips.k,
            fleets: Vec::new(),
            trips: Some(trips),
            unread_bytes: None,
        }
    }

    /// One whose file is too long.
    #[must_use]
    pub fn unread(source: SourceLine, publisher_url: String, bytes: u64) -> Self {
        Self {
            operator: source.title.clone(),
            source,
            publisher_url,
            first: None,
            last: None,
            snapshots: 0,
            faulty: 0,
            k: 0,
            fleets: Vec::new(),
            trips: None,
            unread_bytes: Some(bytes),
        }
    }
}

fn fleet(part: &Part) -> FleetPart {
    let departures = &part.departures;
    FleetPart {
        form: part.form,
        has_stations: part.has_stations,
        all: Moments::of(&part.town.all),
        departures: departures.all,
        departures_coverage: departures.coverage,
        months: part
            .town
            .months
            .iter()
            .map(|(month, tally)| FleetMonth {
                month: *month,
                moments: Moments::of(tally),
                departures: departures.months.get(month).copied(),
                parked: part
                    .parked
                    .as_ref()
                    .and_then(|parked| parked.months.get(month).copied()),
            })
            .collect(),
        municipalities: part
            .municipalities
            .iter()
            .map(|place| municipality(place, departures))
            .collect(),
        idle_share_at_most: part
            .parked
            .as_ref()
            .and_then(|parked| parked.idle_share_at_most),
    }
}

fn municipality(place: &MunicipalityPart, departures: &Departures) -> MunicipalityHere {
    MunicipalityHere {
        name: place.name.clone(),
        moments: Moments::of(&place.profile.all),
        inhabitants: place.inhabitants,
        deployed_per_thousand: place.deployed_per_thousand,
        departures: departures.municipalities.get(&place.name).copied(),
        months: months(&place.profile),
    }
}
