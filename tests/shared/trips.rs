//! Trip files: each rule by a small file, and the published ones whole.

use super::{fixture, shared, unzipped};
use straatbeeld::domain::Zone;
use straatbeeld::domain::shared::FormFactor;
use straatbeeld::read::local_time::{AMBIGUOUS, IN_GAP};
use straatbeeld::read::trips::{self, TripColumns, Trips, Vehicles, read_citylab, read_csv};
use straatbeeld::read::written_time::DateOrder;

fn dutch() -> TripColumns {
    let own = str::to_owned;
    TripColumns {
        start: own("begin"),
        end: own("einde"),
        from_lon: own("van_x"),
        from_lat: own("van_y"),
        to_lon: own("naar_x"),
        to_lat: own("naar_y"),
        vehicle: own("fiets"),
        distance_m: own("meters"),
        form: FormFactor::CargoBicycle,
        date_order: Some(DateOrder::Dmy),
    }
}

fn add_up(found: &Trips) {
    let report = &found.report;
    assert_eq!(report.rows, report.kept + report.refused_rows());
    assert_eq!(report.kept, found.trips.len() as u64);
}

#[test]
fn any_table_of_trips_is_read_as_it_is_declared() {
    let zone = Zone::parse("Europe/Brussels");
    let mut vehicles = Vehicles::default();
    let bytes = fixture("trips-dutch.csv");
    let found = read_csv("t.csv", &bytes, &dutch(), zone, &mut vehicles).unwrap();
    add_up(&found);
    assert_eq!((found.report.rows, found.report.kept), (8, 2));
    for why in [
        trips::ENDS_EARLY,
        trips::TOO_LONG,
        trips::NO_PLACE,
        trips::NO_START,
        trips::OTHER_WIDTH,
        IN_GAP,
    ] {
        assert_eq!(found.report.refused_for(why), 1, "{why}");
    }
    assert_eq!(found.report.warned_of(trips::NOWHERE), 1);
    assert_eq!(found.report.warned_of(AMBIGUOUS), 1);
    let first = found.trips[0];
    assert_eq!(first.start.to_string(), "2026-03-02T07:00:00Z");
    assert_eq!(first.end.0 - first.start.0, 12 * 60_000);
    assert_eq!((first.from.lat, first.to.lon), (50.8279, 3.2640));
    assert_eq!(
        (first.distance_m, first.form),
        (None, FormFactor::CargoBicycle)
    );
    // The same bicycle, by a number that is not its own.
    assert_eq!(first.vehicle, found.trips[1].vehicle);
    let shown = format!("{found:?} {vehicles:?}");
    assert!(!shown.contains("geheim"), "{shown}");
}

#[test]
fn what_only_the_publisher_knows_must_be_said() {
    let read = |columns: &TripColumns, zone: Option<Zone>| {
        let bytes = fixture("trips-dutch.csv");
        let read = read_csv("t.csv", &bytes, columns, zone, &mut Vehicles::default());
        read.unwrap_err().to_string()
    };
    let without_zone = read(&dutch(), None);
    assert!(without_zone.starts_with("t.csv, row 2, column begin: a time without an offset"));
    let other = read(&TripColumns::default(), None);
    assert!(other.starts_with("t.csv:1:1: there is no column \"start_time\" among begin, einde"));
}

#[test]
fn the_trips_of_a_day_in_giessen_are_read_whole() {
    let Some(root) = shared("giessen-nextbike-2026") else {
        return;
    };
    let bytes = unzipped(&root.join("467_trips_2026-06-09.csv.gz"));
    let zone = Zone::parse("Europe/Berlin");
    let columns = TripColumns::default();
    let found = read_csv("g", &bytes, &columns, zone, &mut Vehicles::default()).unwrap();
    add_up(&found);
    assert_eq!((found.report.rows, found.report.kept), (1_515, 1_515));
    let vehicles: std::collections::BTreeSet<_> =
        found.trips.iter().filter_map(|trip| trip.vehicle).collect();
    assert_eq!(vehicles.len(), 345);
    assert_eq!(found.trips[0].start.to_string(), "2026-06-08T22:00:57Z");
    assert_eq!(found.trips[0].distance_m, Some(672.608));
}

#[test]
fn a_week_of_trips_in_berlin_is_read_whole() {
    let Some(root) = shared("berlin-bikesharing-2019") else {
        return;
    };
    let mut vehicles = Vehicles::default();
    let mut rows = 0;
    for (day, expected) in (8..15).zip([2_048, 2_428, 2_882, 3_001, 3_270, 2_617, 1_019]) {
        let bytes = unzipped(&root.join(format!("2019-07-{day:02}-trails.json.gz")));
        let found = read_citylab("b", &bytes, &mut vehicles).unwrap();
        add_up(&found);
        assert_eq!(found.report.rows, expected);
        assert!(
            found
                .trips
                .iter()
                .all(|t| t.from.lat > 52.0 && t.from.lon < 14.0)
        );
        rows += found.report.rows;
    }
    assert_eq!(rows, 17_265);
    let bytes = unzipped(&root.join("2019-07-08-districts.json.gz"));
    let error = read_citylab("districts.json", &bytes, &mut vehicles).unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("districts.json: JSON that is no list")
    );
}
