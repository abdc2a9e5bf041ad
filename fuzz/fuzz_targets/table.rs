//! A target per reader: what is fuzzed, and what `tests/fuzz_targets.rs` feeds with every fixture.

use std::collections::BTreeMap;
use std::ops::Range;
use straatbeeld::catalog::jsonld;
use straatbeeld::domain::{Mode, Side, Zone};
use straatbeeld::publish::town_file;
use straatbeeld::query::permalink::Address;
use straatbeeld::read::awv_sites::AwvSites;
use straatbeeld::read::calendar_csv::CalendarColumns;
use straatbeeld::read::counts::Counts;
use straatbeeld::read::pieces::{Pieces, Wanted};
use straatbeeld::read::ranged::{Filter, Opened, Opening, Query, Reading, Step};
use straatbeeld::read::recorded::Recording;
use straatbeeld::read::site_list::SiteList;
use straatbeeld::read::streets_geojson::StreetColumns;
use straatbeeld::read::table_map::TableMap;
use straatbeeld::read::trips::TripColumns;
use straatbeeld::read::vehicles::aggregate::aggregate;
use straatbeeld::read::vehicles::declared::Declared;
use straatbeeld::read::vehicles::{Vehicles, int2, jamar, metrocount, muenster_loops, vbv};
use straatbeeld::read::{
    ReadError, ReadReport, awv, berlin_detection, berlin_sites, calendar_csv, declared_csv,
    eco_counter, events_csv, gbfs, gbfs_systems, gent, osm_pbf, published, recorded,
    segments_geojson, streets_geojson, telraam_csv, telraam_json, telraam_parquet, telraam_xlsx,
    trips,
};

pub type Reader = fn(&[u8]);

pub const READERS: &[(&str, Reader)] = &[
    ("telraam-json", |bytes| {
        counts(telraam_json::read("x", bytes))
    }),
    ("telraam-csv", |bytes| {
        counts(telraam_csv::read("x", bytes, zone()))
    }),
    ("telraam-parquet", |bytes| {
        counts(telraam_parquet::read("x", bytes, zone()))
    }),
    ("awv", |bytes| {
        let mut sites = AwvSites::read("s", b"1,1,3,50,a,b,c,d,e,15,f\n").unwrap_or_default();
        let _ = sites.read_directions("x", bytes);
        counts(awv::read("x", bytes, &sites, zone().unwrap()));
    }),
    ("eco-counter", |bytes| {
        let declared = eco_counter::Declared {
            zone: zone(),
            mode: Mode::Bike,
            minutes: Some(15),
        };
        counts(eco_counter::read("x", bytes, declared));
    }),
    ("gbfs", |bytes| {
        if let Ok(file) = gbfs::parse("x", bytes) {
            let _ = gbfs::discovery("x", &file, &["nl"]);
            let _ = gbfs::system_information("x", &file);
            let found = gbfs::vehicle_types("x", &file);
            account(found.map(|f| f.report));
            let found = gbfs::station_information("x", &file);
            account(found.map(|f| f.report));
            let found = gbfs::station_status("x", &file);
            account(found.map(|f| f.report));
            let found = gbfs::vehicle_status("x", &file);
            account(found.map(|f| f.report));
            let found = gbfs::geofencing_zones("x", &file);
            account(found.map(|f| f.report));
        }
    }),
    ("recorded-json", |bytes| {
        recorded(recorded::read_json, bytes)
    }),
    ("recorded-parquet", |bytes| {
        recorded(recorded::read_parquet, bytes)
    }),
    ("trips-csv", |bytes| {
        let columns = TripColumns::default();
        let mut vehicles = trips::Vehicles::default();
        let found = trips::read_csv("x", bytes, &columns, zone(), &mut vehicles);
        account(found.map(|f| f.report));
    }),
    ("trips-citylab", |bytes| {
        let found = trips::read_citylab("x", bytes, &mut trips::Vehicles::default());
        account(found.map(|f| f.report));
    }),
    ("gbfs-systems", |bytes| {
        account(gbfs_systems::read("x", bytes).map(|f| f.report));
    }),
    ("gent-5min", |bytes| {
        counts(gent::read_csv("x", bytes, zone().unwrap()))
    }),
    ("gent-hourly", |bytes| {
        counts(gent::read_json("x", bytes, None, zone().unwrap()))
    }),
    ("berlin-detection", |bytes| {
        counts(berlin_detection::read("x", bytes, zone().unwrap()))
    }),
    ("berlin-sites", |bytes| drop(berlin_sites::read("x", bytes))),
    ("telraam-xlsx", |bytes| {
        counts(telraam_xlsx::read("x", bytes, zone()))
    }),
    ("muenster-loops", |bytes| {
        vehicles(|declared| muenster_loops::read("x", bytes, declared))
    }),
    ("vbv-1", |bytes| {
        vehicles(|declared| vbv::read("x", bytes, declared))
    }),
    ("metrocount", |bytes| {
        vehicles(|declared| metrocount::read("x", bytes, declared))
    }),
    ("int-2", |bytes| {
        with_declared(|declared| counts(int2::read("x", bytes, declared)))
    }),
    ("jamar", |bytes| {
        with_declared(|declared| match jamar::read("x", bytes, declared) {
            Ok(jamar::Read::Vehicles(found)) => counts(Ok(aggregate(vec![*found], declared.zone))),
            Ok(jamar::Read::Counts(found)) => counts(Ok(*found)),
            Err(_) => {}
        });
    }),
    ("site-list", |bytes| drop(SiteList::read("x", bytes))),
    ("declared-csv", |bytes| {
        let map = TableMap {
            minutes: 15,
            header: false,
            time: "1".to_owned(),
            segment: Some("2".to_owned()),
            value: Some("3".to_owned()),
            only_mode: "bike".to_owned().try_into().ok(),
            ..TableMap::default()
        };
        counts(declared_csv::read("x", bytes, &map, zone()));
    }),
    ("calendar-csv", |bytes| {
        if let Ok(found) = calendar_csv::read("x", bytes, &CalendarColumns::default()) {
            adds_up(&found.report);
        }
    }),
    ("events-csv", |bytes| {
        if let Ok(found) = events_csv::read("x", bytes) {
            adds_up(&found.report);
        }
    }),
    ("segments-geojson", |bytes| {
        with_wanted(|wanted| pieces(segments_geojson::read("x", bytes, wanted)))
    }),
    ("streets-geojson", |bytes| {
        with_wanted(|wanted| {
            pieces(streets_geojson::read(
                "x",
                bytes,
                &StreetColumns::default(),
                wanted,
            ))
        });
    }),
    ("osm-pbf", |bytes| {
        with_wanted(|wanted| pieces(osm_pbf::read("x", bytes, wanted)))
    }),
    ("published-footer", |bytes| drop(published::footer(bytes))),
    ("published-summary", |bytes| {
        drop(published::summary::decode(bytes))
    }),
    ("published-streets", |bytes| {
        drop(published::streets::decode(bytes))
    }),
    ("published-shared", |bytes| {
        drop(published::shared_near::decode(bytes))
    }),
    ("catalog", |bytes| drop(jsonld::decode(bytes))),
    ("ranged", |bytes| ranged(bytes)),
    ("texts", |bytes| {
        if let Ok(text) = std::str::from_utf8(bytes) {
            let _ = town_file::parse("x", text);
            let address = Address::parse(text);
            assert_eq!(Address::parse(&address.format()), address);
        }
    }),
];

fn counts(read: Result<Counts, ReadError>) {
    if let Ok(counts) = read {
        adds_up(&counts.report);
        assert_eq!(counts.table.len(), counts.row_numbers.len());
    }
}

fn recorded(
    read: impl Fn(&str, &[u8], &mut Recording) -> Result<ReadReport, ReadError>,
    bytes: &[u8],
) {
    let mut recording = Recording::default();
    if let Ok(mut report) = read("x", bytes, &mut recording) {
        let _ = recording.finish(&mut report);
        adds_up(&report);
    }
}

fn account(read: Result<ReadReport, ReadError>) {
    if let Ok(report) = read {
        adds_up(&report);
    }
}

fn with_declared(read: impl FnOnce(&Declared<'_>)) {
    let lanes = BTreeMap::from([("1".to_owned(), Side::Left), ("2".to_owned(), Side::Right)]);
    read(&Declared {
        zone: zone().unwrap(),
        segment: None,
        lanes: &lanes,
        mode: Some(Mode::Bike),
    });
}

/// Reads a file twice, as two files of a source.
fn vehicles(read: impl Fn(&Declared<'_>) -> Result<Vehicles, ReadError>) {
    with_declared(|declared| {
        if let (Ok(one), Ok(two)) = (read(declared), read(declared)) {
            counts(Ok(aggregate(vec![one, two], declared.zone)));
        }
    });
}

fn pieces(read: Result<Pieces, ReadError>) {
    if let Ok(pieces) = read {
        adds_up(&pieces.report);
    }
}

fn adds_up(report: &ReadReport) {
    assert_eq!(report.rows, report.kept + report.refused_rows());
}

fn zone() -> Option<Zone> {
    Zone::parse("Europe/Brussels")
}

fn with_wanted(read: impl FnOnce(Wanted<'_>)) {
    let zones = BTreeMap::new();
    read(Wanted {
        region: None,
        zones: &zones,
        languages: &[],
    });
}

/// Any bytes as a Parquet file on a host that serves ranges: every column that can be read, with a filter too.
fn ranged(bytes: &[u8]) {
    let length = bytes.len() as u64;
    let part = |range: &Range<u64>| -> Vec<u8> {
        let place = |at: u64| usize::try_from(at.min(length)).unwrap_or(0);
        bytes
            .get(place(range.start)..place(range.end))
            .unwrap_or_default()
            .to_vec()
    };
    let mut opening = Opening::new(64);
    let mut wanted = length.saturating_sub(opening.wanted())..length;
    let file = loop {
        match opening.give(wanted.start, length, part(&wanted)) {
            Ok(Opened::Fetch(more)) => wanted = more,
            Ok(Opened::File(file)) => break file,
            Err(_) => return,
        }
    };
    for field in &file.footer.fields {
        let filter = Filter {
            column: field.name.clone(),
            range: 0..=i64::MAX,
        };
        for filters in [vec![], vec![filter]] {
            let query = Query {
                columns: vec![field.name.clone()],
                filters,
            };
            let Ok(mut reading) = Reading::new(&file, &query, 2) else {
                continue;
            };
            while let Ok(step) = reading.step() {
                match step {
                    Step::Fetch(ranges) => {
                        for range in ranges {
                            if reading.give(&range, range.start, part(&range)).is_err() {
                                break;
                            }
                        }
                    }
                    Step::Rows(_) => {}
                    // Bytes that do not come are waited for without end.
                    Step::Wait | Step::Done => break,
                }
            }
        }
    }
}
