//! What the worker packs for the part of a page that shows shared vehicles, over a folder that `publish` wrote.

use super::published::{raw, run};
use std::fs;
use std::path::Path;
use straatbeeld::domain::shared::FormFactor;
use straatbeeld::domain::shared_profile::SharedNear;
use straatbeeld::domain::{DayType, StreetId};
use straatbeeld::publish::local::ask;
use straatbeeld::query::shared_page::SharedPage;
use straatbeeld::query::{Answer, Failure, Query};

fn packed(out: &Path, street: Option<&str>) -> Result<Vec<u8>, Failure> {
    let street = street.map(|id| StreetId(id.to_owned()));
    match ask(out, Query::Shared(street))? {
        Answer::Packed(bytes) => Ok(bytes),
        other => panic!("{other:?}"),
    }
}

fn page(out: &Path, street: Option<&str>) -> SharedPage {
    SharedPage::decode(&packed(out, street).unwrap()).unwrap()
}

#[test]
fn a_street_has_what_is_near_it_and_each_operator_of_the_town() {
    let folder = tempfile::tempdir().unwrap();
    raw(folder.path());
    let town = folder.path().join("town.toml").display().to_string();
    let out = folder.path().join("out");
    run(&["publish", &town, "--out", &out.display().to_string()]);

    let found = page(&out, Some("markt"));
    let street = found.street.as_ref().unwrap();
    assert_eq!((street.within_m, street.lines.len()), (300.0, 1));
    let [bikes, scooters] = street.offers.as_slice() else {
        panic!("{street:?}");
    };
    let eight = bikes.at(DayType::Working, 8).unwrap();
    // 150 vehicle-minutes in 60 known ones.
    assert_eq!((eight.mean, eight.least, eight.most), (2.5, 2, 3));
    assert_eq!(
        (
            bikes.at(DayType::Working, 9),
            bikes.at(DayType::Saturday, 8)
        ),
        (None, None)
    );
    // One of six is reserved.
    assert_eq!(scooters.all.deployed, Some(6.0));
    assert!(scooters.stations.is_empty());
    // Six in a square are fewer than ten.
    assert!(scooters.squares.is_empty());
    let [bikes, scooters, trips] = found.systems.as_slice() else {
        panic!("{:?}", found.systems);
    };
    assert_eq!(bikes.k, 10);
    assert_eq!(bikes.fleets[0].form, FormFactor::Bicycle);
    let place = &scooters.fleets[0].municipalities[0];
    // Six for 2,000 people.
    assert_eq!(place.deployed_per_thousand, Some(3.0));
    let figures = trips.trips.as_ref().unwrap();
    assert_eq!((figures.days, figures.trips_per_day), (1, Some(40.0)));
    assert!(trips.fleets.is_empty());
    assert_eq!(trips.source.license, "CC0 1.0");

    let town = page(&out, None);
    assert_eq!((town.street, town.systems.len()), (None, 3));
    let unknown = packed(&out, Some("nergens"));
    assert!(matches!(unknown, Err(Failure::UnknownStreet { .. })));
}

#[test]
fn a_street_without_a_file_has_nothing_near_and_one_of_another_publication_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    raw(folder.path());
    let town = folder.path().join("town.toml").display().to_string();
    let out = folder.path().join("out");
    run(&["publish", &town, "--out", &out.display().to_string()]);
    let path = out.join("shared/near/markt.json");
    let bytes = fs::read(&path).unwrap();
    let mut near: SharedNear = serde_json::from_slice(&bytes).unwrap();
    near.version = "another".to_owned();
    fs::write(&path, serde_json::to_vec(&near).unwrap()).unwrap();
    assert!(matches!(
        packed(&out, Some("markt")),
        Err(Failure::WrongHash { .. })
    ));
    fs::write(&path, "<html>").unwrap();
    assert!(matches!(
        packed(&out, Some("markt")),
        Err(Failure::Unreadable { .. })
    ));
    fs::remove_file(&path).unwrap();
    assert!(page(&out, Some("markt")).street.unwrap().offers.is_empty());
    fs::write(out.join("shared/bikes.json"), "{}").unwrap();
    assert!(packed(&out, Some("markt")).is_err());
}
