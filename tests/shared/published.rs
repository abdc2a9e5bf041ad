//! What `publish` writes of shared mobility: no vehicle, no rider, no small number; and the same as the measures.

use super::shared;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use straatbeeld::domain::DayType;
use straatbeeld::domain::shared_profile::SharedNear;
use straatbeeld::query::shared::{SharedQuestion, answer};

const TOWN: &str = r#"
data_root = "."

[town]
id = "testdorp"
names = { nl = "Testdorp" }
zone = "Europe/Brussels"
languages = ["nl"]
centre = { lon = 3.26, lat = 50.82 }

[inhabitants]
Testdorp = 2000

[[source]]
id = "streets"
format = "street-geojson"
paths = ["streets.geojson"]
publisher = "x"
licence = "CC0 1.0"
title = "Streets"

[[source]]
id = "bikes"
format = "gbfs-recording"
paths = ["bikes/*.json"]
publisher = "x"
licence = "CC0 1.0"
title = "Bikes"

[[source]]
id = "scooters"
format = "gbfs-recording"
operator = "Step"
paths = ["scooters/*.json"]
publisher = "x"
licence = "CC0 1.0"
title = "Scooters"

[[source]]
id = "trips"
format = "trips-csv"
zone = "Europe/Brussels"
columns = { start = "van", end = "tot", from_lon = "x1", from_lat = "y1", to_lon = "x2", to_lat = "y2", vehicle = "voertuig" }
paths = ["trips.csv"]
publisher = "Deelfiets"
licence = "CC0 1.0"
title = "Trips"
"#;

/// Monday 2 March 2026, 8 o'clock in Brussels.
const START: i64 = 1_772_434_800;

fn write(folder: &Path, name: &str, value: &Value) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, value.to_string()).unwrap();
}

/// Two streets 1.4 km apart, an hour of two stations and of six scooters, and forty trips.
pub fn raw(folder: &Path) {
    let street = |name: &str, lat: f64| {
        json!({"type": "Feature", "properties": {"name": name, "municipality": "Testdorp"},
            "geometry": {"type": "LineString", "coordinates": [[3.26, lat], [3.261, lat]]}})
    };
    let streets = [street("Markt", 50.820), street("Verre weg", 50.833)];
    let value = json!({"type": "FeatureCollection", "features": streets});
    write(folder, "streets.geojson", &value);
    let station = |id: &str, lat: f64| json!({"station_id": id, "name": id, "lat": lat, "lon": 3.2605, "capacity": 10});
    let stations = [station("near", 50.821), station("far", 50.8331)];
    let value = json!({"version": "2.3", "data": {"stations": stations}});
    write(folder, "bikes/information.json", &value);
    let value = json!({"version": "2.3", "data": {"system_id": "b", "name": "Testfiets", "timezone": "Europe/Brussels"}});
    write(folder, "bikes/system.json", &value);
    let types = [
        json!({"vehicle_type_id": "s", "form_factor": "scooter_standing", "propulsion_type": "electric"}),
    ];
    let value = json!({"version": "2.3", "data": {"vehicle_types": types}});
    write(folder, "scooters/types.json", &value);
    for minute in 0..60 {
        let at = START + minute * 60;
        // 3 bicycles for half an hour, then 2: 150 vehicle-minutes.
        let vehicles = if minute < 30 { 3 } else { 2 };
        let status = |id: &str, n: i64| {
            json!({"station_id": id, "num_bikes_available": n, "num_docks_available": 10 - n,
                "is_installed": true, "is_renting": true, "is_returning": true})
        };
        let stations = [status("near", vehicles), status("far", 0)];
        let value = json!({"last_updated": at, "version": "2.3", "data": {"stations": stations}});
        write(folder, &format!("bikes/{minute}.json"), &value);
        let scooters: Vec<Value> = (0..6)
            .map(|i| {
                json!({"bike_id": format!("secret-bike-{i}"), "lat": 50.8201, "lon": 3.2601 + 0.0001 * f64::from(i),
                    "is_reserved": i == 5, "is_disabled": false, "vehicle_type_id": "s"})
            })
            .collect();
        let value = json!({"last_updated": at, "version": "2.3", "data": {"bikes": scooters}});
        write(folder, &format!("scooters/{minute}.json"), &value);
    }
    let mut trips = "van,tot,x1,y1,x2,y2,voertuig,klant\n".to_owned();
    for i in 0..40 {
        // 36 at 8 o'clock, 4 at 9; of the first ten go far.
        let hour = if i < 36 { 8 } else { 9 };
        let lat = if i < 10 { 50.833 } else { 50.8201 };
        trips.extend([format!(
            "2026-03-02 {hour:02}:{i:02},2026-03-02 {hour:02}:{:02},3.26,50.82,3.2605,{lat},geheim-{i},gebruiker-{i}\n",
            i + 12
        )]);
    }
    fs::write(folder.join("trips.csv"), trips).unwrap();
    fs::write(folder.join("town.toml"), TOWN).unwrap();
}

pub fn run(arguments: &[&str]) {
    let run = Command::new(env!("CARGO_BIN_EXE_straatbeeld"))
        .args(arguments)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    let out = String::from_utf8_lossy(&run.stdout).into_owned();
    assert!(run.status.success(), "{said}{out}");
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// Every number of trips that is shown, of a tree.
fn shown(node: &Value, found: &mut Vec<Option<u64>>) {
    found.push(node["trips"].as_u64());
    for part in node["parts"].as_array().into_iter().flatten() {
        shown(part, found);
    }
}

#[test]
fn a_published_folder_has_sums_and_neither_vehicles_nor_riders() {
    let folder = tempfile::tempdir().unwrap();
    raw(folder.path());
    let town = folder.path().join("town.toml").display().to_string();
    let out = folder.path().join("out");
    let data = out.display().to_string();
    run(&["publish", &town, "--out", &data]);
    run(&["check", &data]);
    let mut all = Vec::new();
    files(&out, &mut all);
    for path in &all {
        let text = String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned();
        for secret in [
            "secret-bike",
            "geheim",
            "gebruiker",
            "klant",
            "bike_id",
            "vehicle_id",
        ] {
            assert!(!text.contains(secret), "{secret} in {}", path.display());
        }
    }
    let near: SharedNear =
        serde_json::from_slice(&fs::read(out.join("shared/near/markt.json")).unwrap()).unwrap();
    let [bikes, scooters] = near.offers.as_slice() else {
        panic!("{near:?}");
    };
    assert_eq!(bikes.operator.in_language("nl"), "Testfiets");
    assert_eq!(bikes.stations.len(), 1);
    // 0.001° of latitude.
    assert!((bikes.stations[0].distance_m - 111.2).abs() < 0.2);
    let eight = bikes.profile.hour(DayType::Working, 8).unwrap();
    assert_eq!((eight.known, eight.vehicle_minutes), (60, 150));
    assert_eq!((eight.least, eight.most), (Some(2), Some(3)));
    assert_eq!(scooters.operator.in_language("nl"), "Step");
    // One of six is reserved.
    let eight = scooters.profile.hour(DayType::Working, 8).unwrap();
    assert_eq!((eight.mean(), eight.deployed()), (Some(5.0), Some(6.0)));
    let far: SharedNear =
        serde_json::from_slice(&fs::read(out.join("shared/near/verre-weg.json")).unwrap()).unwrap();
    assert_eq!(far.offers.len(), 1);
    assert_eq!(far.offers[0].profile.all.empty_share(), Some(1.0));

    let asked = SharedQuestion {
        street: near.street.clone(),
        day: DayType::Working,
        hour: 8,
    };
    let told = answer(near.clone(), asked.clone());
    let available = told.offers[0].available.unwrap();
    assert_eq!(
        (available.mean, available.least, available.coverage),
        (2.5, 2, 1.0)
    );
    // An hour that was not recorded has no number.
    let nine = SharedQuestion { hour: 9, ..asked };
    assert_eq!(answer(near.clone(), nine).offers[0].available, None);
    let explained = Command::new(env!("CARGO_BIN_EXE_straatbeeld"))
        .args(["explain", "?street=markt", "--data", &data])
        .output()
        .unwrap();
    let explained = String::from_utf8(explained.stdout).unwrap();
    for line in [
        "Testfiets (bicycle) 2026-03-02 – 2026-03-02",
        "  near, 111 m",
        "  working 08:00 2.5 (2–3), 0: 0%",
        "  working 12:00 –",
    ] {
        assert!(explained.contains(line), "{explained}");
    }

    let report = |name: &str| -> Value {
        serde_json::from_slice(&fs::read(out.join(format!("shared/{name}.json"))).unwrap()).unwrap()
    };
    let bikes = report("bikes");
    let part = &bikes["parts"][0];
    assert_eq!(part["municipalities"][0]["name"], "Testdorp");
    // 2.5 bicycles for 2,000 people.
    assert_eq!(part["municipalities"][0]["deployed_per_thousand"], 1.25);
    // One departure is under ten.
    assert_eq!(
        part["departures"]["all"],
        json!({"low": null, "high": null})
    );
    assert!(
        part["departures"]["reason"]
            .as_str()
            .unwrap()
            .contains("van")
    );
    let scooters = report("scooters");
    assert_eq!(scooters["parts"][0]["form"], "scooter_standing");
    assert_eq!(
        scooters["parts"][0]["parked"]["months"]["2026-03-01"]["most"],
        6
    );
    let trips = report("trips");
    assert_eq!(trips["operator"]["by_language"]["und"], "Deelfiets");
    assert_eq!(
        (&trips["k"], &trips["trips_per_day"]),
        (&json!(10), &json!(40.0))
    );
    let mut numbers = Vec::new();
    shown(&trips["hours"], &mut numbers);
    shown(&trips["flows"], &mut numbers);
    assert!(numbers.iter().flatten().all(|n| *n >= 10), "{numbers:?}");
    assert_eq!(numbers.iter().flatten().max(), Some(&40));
}

#[test]
fn lille_is_published_with_its_stations_and_neither_is_nor_was_a_street() {
    let Some(root) = shared("gbfs-france-2026") else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let town = format!(
        r#"
[town]
id = "lille"
names = {{ fr = "Lille" }}
zone = "Europe/Paris"
languages = ["fr"]
centre = {{ lon = 3.06, lat = 50.63 }}

[[source]]
id = "vlille"
format = "gbfs-recording"
operator = "V'Lille"
paths = ["{0}/status_snapshots/v_lille/*.parquet", "{0}/raw/v_lille/*.json.gz"]
publisher = "x"
licence = "ODbL 1.0"
title = "V'Lille"
"#,
        root.display()
    );
    let file = folder.path().join("town.toml");
    fs::write(&file, town).unwrap();
    let out = folder.path().join("out");
    let data = out.display().to_string();
    run(&["publish", &file.display().to_string(), "--out", &data]);
    run(&["check", &data]);
    let report = fs::read(out.join("shared/vlille.json")).unwrap();
    let report: Value = serde_json::from_slice(&report).unwrap();
    assert_eq!(
        (&report["first"], &report["last"]),
        (&json!("2026-03-02"), &json!("2026-03-03"))
    );
    assert_eq!(
        (&report["snapshots"], &report["faulty"]),
        (&json!(529), &json!(0))
    );
    let part = &report["parts"][0];
    assert_eq!(part["stations"].as_array().unwrap().len(), 267);
    let bounds = &part["departures"]["all"];
    let (low, high) = (
        bounds["low"].as_u64().unwrap(),
        bounds["high"].as_u64().unwrap(),
    );
    assert!(low > 500 && low < high && high < 4 * low, "{low} {high}");
    for station in part["departures"]["stations"].as_object().unwrap().values() {
        assert!(station["low"].as_u64().is_none_or(|n| n >= 10), "{station}");
    }
}
