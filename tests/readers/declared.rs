//! CSV files that only the town file explains, and collections of odd CSV files.

use super::{fixture, shared};
use serde_json::Value;
use std::fs;
use straatbeeld::domain::{Mode, SegmentId, Side, Zone};
use straatbeeld::read::counts::Counts;
use straatbeeld::read::dialect::{self, Header};
use straatbeeld::read::table_map::TableMap;
use straatbeeld::read::{
    Place, ReadError, declared_csv, encoding, gathered, local_time, telraam, telraam_csv,
};

fn map(text: &str) -> TableMap {
    let map: TableMap = toml::from_str(text).unwrap();
    map.check().unwrap();
    map
}

fn read(file: &str, declared: &str, zone: Option<&str>) -> Result<Counts, ReadError> {
    let zone = zone.map(|name| Zone::parse(name).unwrap());
    let counts = declared_csv::read(file, &fixture(file), &map(declared), zone)?;
    let report = &counts.report;
    assert_eq!(report.rows, report.kept + report.refused_rows());
    Ok(counts)
}

const WIDE: &str = r#"
minutes = 15
segment = "Zählstelle"
name = "Straße"
date = "Datum"
time = "Uhrzeit"
counts = { "Rad ein" = "bike left", "Rad aus" = "bike right", "Fuß" = "pedestrian" }
uptime = "Betrieb %"
uptime_unit = "percent"
missing = ["-1", "NA"]
side_names = ["Innenstadt", "Hafen"]
"#;

#[test]
fn a_wide_table_is_read_as_declared_and_the_rest_is_found_out() {
    let counts = read("csv-wide-semicolon-latin1.csv", WIDE, Some("Europe/Berlin")).unwrap();
    assert_eq!((counts.report.rows, counts.report.kept), (9, 5));
    let row = |i: usize| counts.table.row(i).unwrap();
    let bikes =
        |i: usize| [Side::Both, Side::Left, Side::Right].map(|s| row(i).volume(Mode::Bike, s));
    assert_eq!(row(0).start.to_string(), "2024-04-30T22:00:00Z");
    assert_eq!((row(0).minutes, row(0).uptime), (15, Some(1.0)));
    assert_eq!(bikes(0), [Some(20.0), Some(12.5), Some(7.5)]);
    assert_eq!(
        row(0).volume(Mode::Pedestrian, Side::Both),
        None,
        "-1 is missing"
    );
    assert_eq!(bikes(1), [None, Some(3.0), None], "NA is missing");
    assert_eq!(row(1).uptime, Some(0.5));
    assert_eq!(bikes(2), [None; 3], "uptime 0");
    let autumn = [row(3), row(4)].map(|r| r.start.to_string());
    assert_eq!(autumn, ["2024-10-27T00:15:00Z", "2024-10-27T01:15:00Z"]);
    let first = |why: &str| {
        let tally = counts.report.refused.iter().find(|t| t.what == why);
        tally.map(|t| t.first.clone())
    };
    for (why, place) in [
        (telraam::NO_SEGMENT, Place::cell(8, "Zählstelle")),
        (local_time::IN_GAP, Place::cell(9, "Uhrzeit")),
        (telraam_csv::OTHER_WIDTH, Place::row(10)),
        (telraam::NO_NUMBER, Place::cell(11, "Rad ein")),
    ] {
        assert_eq!(first(why), Some(place), "{why}");
    }
    let site = &counts.sites[&SegmentId("A 1".into())];
    assert_eq!(site.name, "Königsallee");
    assert_eq!(site.side_names, Some(("Innenstadt".into(), "Hafen".into())));
}

const LONG: &str = r#"
minutes = 60
segment = "site"
time = "when"
value = "n"
mode = "kind"
modes = { velo = "bike", auto = "car" }
side = "dir"
sides = { N = "left", S = "right" }
"#;

#[test]
fn a_long_table_is_gathered_by_interval() {
    let counts = read("csv-long.csv", LONG, None).unwrap();
    assert_eq!((counts.report.rows, counts.report.kept), (8, 4));
    for why in [
        declared_csv::OTHER_MODE,
        declared_csv::OTHER_SIDE,
        declared_csv::NO_VALUE,
        gathered::SAME_AGAIN,
    ] {
        assert_eq!(counts.report.refused_for(why), 1, "{why}");
    }
    assert_eq!(counts.table.len(), 2);
    let volumes = |i: usize, mode| {
        let row = counts.table.row(i).unwrap();
        [Side::Both, Side::Left, Side::Right].map(|side| row.volume(mode, side))
    };
    assert_eq!(volumes(0, Mode::Bike), [Some(7.0), Some(3.0), Some(4.0)]);
    assert_eq!(volumes(0, Mode::Car), [Some(30.0), Some(30.0), None]);
    assert_eq!(volumes(1, Mode::Bike), [None, Some(5.0), None]);
}

#[test]
fn american_dates_and_miles_are_read_below_a_heading() {
    let declared = r#"
minutes = 60
segment_id = "7"
date = "Date"
time = "Time"
counts = { Cars = "car" }
v85 = "V85"
mean_speed = "Mean"
speed_unit = "mph"
"#;
    let counts = read("csv-us-dates-mph.csv", declared, Some("UTC")).unwrap();
    let rows = [0, 1].map(|i| counts.table.row(i).unwrap());
    let starts = rows.each_ref().map(|row| row.start.to_string());
    // The second date shows that the month comes first.
    assert_eq!(starts, ["2024-05-01T00:00:00Z", "2024-05-13T13:00:00Z"]);
    // 30, 25.5 and 20 miles of 1.609344 km.
    let near = |a: Option<f64>, b: f64| (a.unwrap() - b).abs() < 1e-9;
    assert!(near(rows[0].v85, 48.280_32) && near(rows[0].mean_kmh, 41.038_272));
    assert!(rows[1].v85.is_none() && near(rows[1].mean_kmh, 32.186_88));
    assert_eq!(counts.row_numbers, [5, 6]);
}

#[test]
fn what_only_the_publisher_knows_is_asked_for() {
    let plain = "minutes = 60\nsegment_id = \"7\"\ntime = \"date\"\ncounts = { n = \"bike\" }\n";
    let error =
        |file: &str, declared: &str, zone| read(file, declared, zone).unwrap_err().to_string();
    for (file, declared, zone, begin, end) in [
        (
            "csv-wide-semicolon-latin1.csv",
            WIDE,
            None,
            ", row 2, column Uhrzeit: the time \"0:00\" without an offset",
            "zone = \"Europe/Brussels\" or the like",
        ),
        (
            "csv-open-dates.csv",
            plain,
            Some("UTC"),
            ", row 2, column date: the date \"01/02/2024 10:00\"",
            "date_order = \"dmy\" or \"mdy\"",
        ),
        (
            "csv-orders-mixed.csv",
            plain,
            Some("UTC"),
            ", row 3, column date: the date \"03/14/2024 11:00\" in another order",
            "one order of day and month",
        ),
        (
            "csv-open-number.csv",
            plain,
            Some("UTC"),
            ", row 3, column n: the number \"1.234\"",
            "decimal = \".\" or \",\"",
        ),
        (
            "csv-open-number.csv",
            "minutes = 60\nsegment_id = \"7\"\ntime = \"date\"\ncounts = { bikes = \"bike\" }\n",
            Some("UTC"),
            ":1:1: there is no column \"bikes\" among date, n",
            "a table as the town file declares it",
        ),
    ] {
        let said = error(file, declared, zone);
        assert!(said.starts_with(&format!("{file}{begin}")), "{said}");
        assert!(said.ends_with(end), "{said}");
    }
    let declared = format!("date_order = \"dmy\"\n{plain}");
    let counts = read("csv-open-dates.csv", &declared, Some("UTC")).unwrap();
    assert_eq!(counts.table.start[0].to_string(), "2024-02-01T10:00:00Z");
    let declared = format!("decimal = \",\"\n{plain}");
    let counts = read("csv-open-number.csv", &declared, Some("UTC")).unwrap();
    assert_eq!(counts.table.volume(Mode::Bike, Side::Both, 1), Some(1234.0));
}

#[test]
fn a_table_without_header_is_read_by_numbers() {
    let declared = "header = false\nminutes = 60\nsegment_id = \"7\"\ntime = \"1\"\ncounts = { 2 = \"bike\" }\n";
    let counts = read("csv-no-header.csv", declared, Some("UTC")).unwrap();
    assert_eq!(
        (counts.report.kept, counts.row_numbers.as_slice()),
        (2, [1, 2].as_slice())
    );
    assert_eq!(counts.table.volume(Mode::Bike, Side::Both, 0), Some(3.0));
}

#[test]
fn a_declaration_that_contradicts_itself_is_told() {
    let base = "minutes = 60\ntime = \"t\"\n";
    let counts = "counts = { n = \"bike\" }\n";
    for (text, expected) in [
        ("segment_id = \"7\"\n".to_owned(), "`counts`"),
        (counts.to_owned(), "`segment`"),
        (
            format!("segment_id = \"7\"\n{counts}value = \"n\"\n"),
            "not both",
        ),
        (
            format!("segment_id = \"7\"\n{counts}mode = \"m\"\n"),
            "left out",
        ),
        (
            "segment_id = \"7\"\nvalue = \"n\"\n".to_owned(),
            "`only_mode`",
        ),
        (
            "segment_id = \"7\"\nvalue = \"n\"\nmode = \"m\"\n".to_owned(),
            "`modes`",
        ),
        (format!("segment_id = \"7\"\n{counts}v85 = \"v\"\n"), "km/h"),
    ] {
        let map: TableMap = toml::from_str(&format!("{base}{text}")).unwrap();
        let message = map.check().unwrap_err();
        assert!(message.contains(expected), "{message}");
    }
    let wrong = format!("{base}segment_id = \"7\"\ncounts = {{ n = \"bike up\" }}\n");
    let error = toml::from_str::<TableMap>(&wrong).unwrap_err().to_string();
    assert!(error.contains("\"bike up\" is no mode"), "{error}");
    let wrong = base.replace("60", "7") + "segment_id = \"7\"\n" + counts;
    let map: TableMap = toml::from_str(&wrong).unwrap();
    assert!(map.check().unwrap_err().contains("part of an hour"));
}

/// Header and rows of a file, as the dialect finds them.
fn table(file: &str, bytes: &[u8]) -> Result<Vec<Vec<String>>, ReadError> {
    let text = encoding::text_of(file, bytes, None)?;
    let Some(mut sheet) = dialect::open(file, &text, None, Header::Sniffed)? else {
        return Ok(Vec::new());
    };
    let cells = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect();
    let mut rows = vec![cells(&sheet.header)];
    let mut record = csv::StringRecord::new();
    while sheet.next(&mut record)?.is_some() {
        rows.push(cells(&record));
    }
    Ok(rows)
}

#[test]
fn the_collection_of_edge_cases_is_read_as_its_authors_expect() {
    let Some(root) = shared("csv-spectrum") else {
        return;
    };
    let mut seen = 0;
    for entry in fs::read_dir(root.join("csvs")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let rows = table(&name, &fs::read(&path).unwrap()).unwrap();
        let json = fs::read_to_string(root.join(format!("json/{name}.json"))).unwrap();
        let expected: Value = serde_json::from_str(&json).unwrap();
        if name == "location_coordinates" {
            // Its JSON holds another telephone number and no list: only the place is compared.
            assert_eq!(rows[1][1], expected["Location Coordinates"]);
            assert_eq!(rows.len(), 2);
        } else {
            let expected = expected.as_array().unwrap();
            assert_eq!(rows.len() - 1, expected.len(), "{name}");
            for (row, object) in rows.iter().skip(1).zip(expected) {
                assert_eq!(rows[0].len(), object.as_object().unwrap().len(), "{name}");
                for (column, cell) in rows[0].iter().zip(row) {
                    // In the collection as it is stored, line ends within cells lost their CR.
                    let wanted = object[column].as_str().unwrap().replace("\r\n", "\n");
                    assert_eq!(*cell, wanted, "{name}");
                }
            }
        }
        seen += 1;
    }
    assert_eq!(seen, 12);
}

#[test]
fn messy_tables_give_a_table_or_an_error_with_a_place() {
    let Some(root) = shared("frictionless-csv") else {
        return;
    };
    // Rows below the header and columns, as Python's csv counts them without empty lines.
    let tables = [
        ("accent.csv", 2, 17),
        ("ascii-notvalid.csv", 1, 3),
        ("blank-cells.csv", 5, 2),
        ("blank-headers.csv", 2, 3),
        ("blank-rows-multiple.csv", 13, 3),
        ("blank-rows-no-fields.csv", 2, 3),
        ("bom.csv", 2, 2),
        ("defective-rows.csv", 2, 3),
        ("delimiter.csv", 2, 2),
        ("doublequote.csv", 5, 17),
        ("duplicate-headers.csv", 2, 5),
        ("duplicate-rows.csv", 3, 3),
        ("encoding-issue-274.csv", 507, 17),
        ("escaping.csv", 3, 2),
        ("floats.csv", 5, 1),
        ("invalid.csv", 3, 4),
        ("issue-1009-comma.csv", 1, 2),
        ("issue-1009-semicolon.csv", 1, 2),
        ("issue-1105-timezone.csv", 2, 2),
        ("latin1.csv", 2, 2),
        ("leading-zeros.csv", 3, 1),
        ("matrix-with-comment.csv", 4, 4),
        ("nested-invalid.csv", 5, 3),
        ("number-test.csv", 13, 6),
        ("skip-rows-before-headers.csv", 2, 2),
        ("structure-errors.csv", 4, 3),
        ("table-unicode-headers.csv", 2, 2),
        ("timezone-with-id.csv", 4, 3),
        ("timezone.csv", 4, 2),
        ("vix.csv", 2, 5),
        ("wide.csv", 3, 9_074),
        ("without-headers.csv", 2, 2),
        ("without-rows.csv", 0, 2),
    ];
    for (name, rows, columns) in tables {
        let found = table(name, &fs::read(root.join(name)).unwrap()).unwrap();
        assert_eq!((found.len() - 1, found[0].len()), (rows, columns), "{name}");
    }
    let latin = table("l", &fs::read(root.join("latin1.csv")).unwrap()).unwrap();
    assert_eq!(latin[2][1], "©");
    let mut others = 0;
    for entry in fs::read_dir(&root).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        match table(&name, &fs::read(&path).unwrap()) {
            Ok(_) => assert!(
                name == "PROVENANCE.md" || tables.iter().any(|t| t.0 == name),
                "{name}"
            ),
            Err(error) => {
                let is_placed = error.to_string().starts_with(&format!("{name}:"));
                assert!(is_placed, "{error}");
                let no_text = [
                    "empty.csv",
                    "table.csv.bz2",
                    "table.csv.xz",
                    "table-infer-iso-8859-7.csv",
                ];
                assert!(no_text.contains(&name.as_str()), "{error}");
                others += 1;
            }
        }
    }
    assert_eq!(others, 4);
}
