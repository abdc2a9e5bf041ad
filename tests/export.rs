//! What is taken along: a CSV that gives the same numbers again, its description, and citations that others read.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "charts_samples/mod.rs"]
mod samples;

#[path = "oracle/python.rs"]
mod python;
#[path = "oracle/skip.rs"]
mod skip;

use serde_json::Value;
use std::collections::BTreeMap;
use std::io::Write as _;
use std::process::{Command, Stdio};
use straatbeeld::chart::{Chart, ChartKind};
use straatbeeld::domain::{Device, Names, StreetId};
use straatbeeld::export::Taken;
use straatbeeld::export::describe::{COLUMNS, Origin};
use straatbeeld::export::report::Report;
use straatbeeld::query::StreetAnswer;
use straatbeeld::query::answer::{CountedAnswer, SourceLine, StreetHeader};
use straatbeeld::query::embed::EmbedFigure;
use straatbeeld::text::answers as plain;
use straatbeeld::text::html::Html;
use straatbeeld::text::{Language, Words};

fn street(counted: CountedAnswer, publisher: &str) -> StreetAnswer {
    let source = SourceLine {
        dataset: "counts".to_owned(),
        title: Names::default(),
        publisher: publisher.to_owned(),
        license: "CC BY 4.0".to_owned(),
        license_url: "https://creativecommons.org/licenses/by/4.0/".to_owned(),
        path: "counts/counts.parquet".to_owned(),
        sha256: "0123456789abcdef".repeat(4),
        rows: 1,
        device: Some(Device::Telraam),
    };
    StreetAnswer {
        header: StreetHeader {
            id: StreetId("molenstraat".to_owned()),
            names: Names::default(),
            municipality: "Wolkenbrugge".to_owned(),
            road_class: String::new(),
            limits_kmh: vec![30.0],
            length_m: None,
            centre: None,
        },
        sections: Vec::new(),
        availability: Vec::new(),
        counted: Some(counted),
        nearby: Vec::new(),
        sources: vec![source],
    }
}

fn origin(title: &str) -> Origin {
    Origin {
        title: title.to_owned(),
        permalink: "https://mobility.example.org/?lang=nl&street=molenstraat&from=2025-03-01&until=2026-03-01".to_owned(),
        accessed: "2026-11-26".to_owned(),
        language: "nl".to_owned(),
    }
}

/// The CSV as another reader gets it.
fn read(text: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader
        .deserialize()
        .collect::<Result<Vec<BTreeMap<String, String>>, _>>()
        .unwrap()
}

#[test]
fn a_csv_read_again_gives_the_same_numbers_and_a_gap_stays_a_gap() {
    let mut gaps = 0;
    for (name, counted) in samples::all() {
        let street = street(counted.clone(), "A town");
        for figure in EmbedFigure::ALL {
            let taken = Taken {
                street: &street,
                counted: &counted,
                figure,
            };
            let rows = read(&taken.csv());
            for row in &rows {
                assert_eq!(row["street"], "molenstraat");
                assert_eq!(row["from"], counted.start.to_string());
                assert_eq!(row["method"], taken.method());
                assert_eq!(
                    row["value"].is_empty(),
                    row["state"] == "missing",
                    "{name} {row:?}"
                );
                let coverage: f64 = row["coverage"].parse().unwrap();
                assert!((0.0..=1.0).contains(&coverage));
                gaps += u32::from(row["value"].is_empty());
            }
            let value = |series: &str, position: &str| -> Option<f64> {
                let found = rows.iter().find(|row| {
                    row["series"] == series && row["position"] == position && row["mode"] != "night"
                });
                found.and_then(|row| row["value"].parse().ok())
            };
            match figure {
                EmbedFigure::Day => {
                    for day in &counted.profile.rows {
                        for (hour, cell) in day.cells.iter().enumerate() {
                            let expected =
                                cell.filter(|c| c.state != straatbeeld::domain::State::Missing);
                            assert_eq!(
                                value(day.day_type.name(), &hour.to_string()),
                                expected.map(|c| c.mean),
                                "{name}"
                            );
                        }
                    }
                }
                EmbedFigure::Months => {
                    for month in &counted.change.months {
                        let expected = month
                            .value
                            .filter(|_| month.state != straatbeeld::domain::State::Missing);
                        assert_eq!(
                            value("mean-day", &month.month.to_string()[..7]),
                            expected,
                            "{name}"
                        );
                    }
                    assert_eq!(rows.len(), counted.change.months.len());
                }
                EmbedFigure::Speeds => {
                    let v85 = counted.speed.as_ref().and_then(|speed| speed.v85_kmh);
                    assert_eq!(value("v85", ""), v85, "{name}");
                }
                EmbedFigure::Week => assert_eq!(rows.len(), counted.week.rows.len() * 24),
                EmbedFigure::Directions | EmbedFigure::Split => {}
            }
        }
    }
    assert!(gaps > 0, "no sample has a gap");
}

#[test]
fn a_name_from_the_data_is_a_field_and_no_formula() {
    let (_, mut counted) = samples::all().swap_remove(0);
    counted.segment.0 = "=cmd|' /C calc'!A0,\"x\"\n".to_owned();
    let street = street(counted.clone(), "A town");
    let taken = Taken {
        street: &street,
        counted: &counted,
        figure: EmbedFigure::Split,
    };
    for row in read(&taken.csv()) {
        assert_eq!(row["segment"], "'=cmd|' /C calc'!A0,\"x\"\n");
    }
}

#[test]
fn the_description_names_each_column_of_the_file_in_its_order() {
    let (_, counted) = samples::all().swap_remove(0);
    let street = street(counted.clone(), "A town");
    let taken = Taken {
        street: &street,
        counted: &counted,
        figure: EmbedFigure::Day,
    };
    let described: Value = serde_json::from_str(&taken.description(&origin("Cars"))).unwrap();
    let names: Vec<&str> = described["tableSchema"]["columns"]
        .as_array()
        .unwrap()
        .iter()
        .map(|column| column["name"].as_str().unwrap())
        .collect();
    let csv = taken.csv();
    assert_eq!(csv.lines().next().unwrap(), names.join(","));
    assert_eq!(names.len(), COLUMNS.len());
    assert_eq!(described["url"], format!("{}.csv", taken.name()));
    assert_eq!(
        described["dc:source"][0]["schema:sha256"]
            .as_str()
            .unwrap()
            .len(),
        64
    );
    assert_eq!(described["schema:dateAccessed"], "2026-11-26");
}

/// The method of a figure is that of its sum.
#[test]
fn methods_are_those_of_the_sums() {
    let (_, counted) = samples::all().swap_remove(0);
    let street = street(counted.clone(), "A town");
    let sums = [
        (EmbedFigure::Day, include_str!("../src/ledger/day.rs")),
        (EmbedFigure::Week, include_str!("../src/ledger/week.rs")),
        (
            EmbedFigure::Directions,
            include_str!("../src/ledger/directions.rs"),
        ),
        (EmbedFigure::Speeds, include_str!("../src/ledger/speeds.rs")),
        (EmbedFigure::Months, include_str!("../src/ledger/months.rs")),
        (EmbedFigure::Split, include_str!("../src/ledger/split.rs")),
    ];
    for (figure, source) in sums {
        let method = Taken {
            street: &street,
            counted: &counted,
            figure,
        }
        .method();
        assert!(source.contains(&format!("\"{method}\"")), "{method}");
    }
}

#[test]
fn a_citation_says_who_when_what_which_version_and_where_in_every_language() {
    let (_, counted) = samples::all().swap_remove(0);
    let street = street(counted.clone(), "Stad Wolkenbrugge");
    let taken = Taken {
        street: &street,
        counted: &counted,
        figure: EmbedFigure::Day,
    };
    for language in Language::ALL {
        let text = taken.citation(&origin("Auto’s per uur"), &Words::new(language));
        let year = counted.last_day().year().to_string();
        for piece in [
            "Stad Wolkenbrugge",
            year.as_str(),
            "Auto’s per uur",
            "0123456789ab",
            "CC BY 4.0",
            "https://mobility.example.org/?lang=nl",
            "2026-11-26",
        ] {
            assert!(text.contains(piece), "{piece} is not in {text}");
        }
    }
}

const READER: &str = r#"
import json, sys
import bibtexparser
from citeproc.source.json import CiteProcJSON
given = json.load(sys.stdin)
entry, = bibtexparser.loads(given["bibtex"]).entries
item, = json.loads(given["csl"])
source = CiteProcJSON([item])
read = source[item["id"].lower()] if item["id"].lower() in source else source[item["id"]]
print(json.dumps({
    "kind": entry["ENTRYTYPE"], "key": entry["ID"], "author": entry["author"], "title": entry["title"], "year": entry["year"],
    "url": entry["url"], "urldate": entry["urldate"], "version": entry["version"],
    "csl_title": str(read.title), "csl_year": int(read.issued.year), "csl_url": str(read["URL"]), "csl_author": str(read.author[0].literal if hasattr(read.author[0], "literal") else read.author[0].get("literal")),
    "csl_accessed": [int(read.accessed.year), int(read.accessed.month), int(read.accessed.day)],
}))
"#;

#[test]
fn bibtex_and_csl_are_read_by_other_programs() {
    let found = python::python_with("bibtexparser, citeproc", "STRAATBEELD_PYTHON");
    let Some(python) = skip::or_skip(found) else {
        return;
    };
    let title = "100% cars & “bikes” in Rue_de l’Été #1";
    let (_, counted) = samples::all().swap_remove(0);
    let street = street(counted.clone(), "Stad & dorp");
    let taken = Taken {
        street: &street,
        counted: &counted,
        figure: EmbedFigure::Speeds,
    };
    let origin = origin(title);
    let given = serde_json::json!({ "bibtex": taken.bibtex(&origin), "csl": taken.csl(&origin) });
    let mut child = Command::new(python)
        .args(["-c", READER])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(given.to_string().as_bytes())
        .unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    let read: Value = serde_json::from_slice(&output.stdout).unwrap();
    let plain = |text: &Value| text.as_str().unwrap().replace(['{', '}', '\\'], "");
    assert_eq!(read["kind"], "misc");
    assert_eq!(plain(&read["key"]), taken.name());
    assert_eq!(plain(&read["author"]), "Stad & dorp");
    assert_eq!(plain(&read["title"]), title);
    assert_eq!(plain(&read["url"]), origin.permalink);
    assert_eq!(read["urldate"], "2026-11-26");
    assert_eq!(read["version"], "0123456789ab");
    assert_eq!(read["year"], counted.last_day().year().to_string());
    assert_eq!(read["csl_title"], title);
    assert_eq!(read["csl_year"], counted.last_day().year());
    assert_eq!(read["csl_url"], origin.permalink);
    assert_eq!(read["csl_author"], "Stad & dorp");
    assert_eq!(read["csl_accessed"], serde_json::json!([2026, 11, 26]));
}

fn escaped(text: &str) -> String {
    let mut html = Html::default();
    html.text(text);
    html.finish()
}

#[test]
fn a_report_has_all_that_the_page_says_in_every_language() {
    const KINDS: [ChartKind; 6] = [
        ChartKind::DayProfile,
        ChartKind::WeekMap,
        ChartKind::Directions,
        ChartKind::Speeds,
        ChartKind::Months,
        ChartKind::Split,
    ];
    let origin = origin("Molenstraat <b>");
    for (name, counted) in samples::all() {
        let street = street(counted.clone(), "Stad & Land");
        for language in Language::ALL {
            let words = Words::new(language);
            let report = |has_tables, is_demonstration| {
                let report = Report {
                    taken: Taken {
                        street: &street,
                        counted: &counted,
                        figure: EmbedFigure::Day,
                    },
                    origin: &origin,
                    town: ("Wolkenbrugge".to_owned(), is_demonstration),
                    qr: Some("<svg class='qr'></svg>".to_owned()),
                    has_tables,
                };
                report.html(&words)
            };
            let html = report(false, false);
            for said in [
                plain::busy(&counted, &words),
                plain::speed(&counted, &words),
                plain::change(&counted, &words),
                plain::who(&counted, &words),
            ] {
                for text in [&said.question, &said.sentence]
                    .into_iter()
                    .chain(&said.certainty)
                    .chain(&said.notes)
                {
                    assert!(html.contains(&escaped(text)), "{name}: {text}");
                }
            }
            let charts = KINDS
                .into_iter()
                .filter_map(|kind| Chart::of(kind, &counted, &words));
            let titles: Vec<String> = charts.map(|chart| escaped(&chart.title)).collect();
            assert_eq!(html.matches("<figure>").count(), titles.len(), "{name}");
            assert_eq!(html.matches("<svg viewBox").count(), titles.len(), "{name}");
            for part in titles.iter().map(String::as_str).chain([
                "Molenstraat &lt;b&gt;",
                "Stad &amp; Land",
                "CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)",
                "counts/counts.parquet",
                "0123456789ab",
                "<svg class='qr'>",
                &escaped(&origin.permalink),
            ]) {
                assert!(html.contains(part), "{name}: {part}");
            }
            assert!(!html.contains("[take-") && !html.contains("[ui-") && !html.contains("[term-"));
            assert!(
                !html.contains("report-warning") && report(false, true).contains("report-warning")
            );
            let tables = report(true, false)
                .matches("<div class='report-table'")
                .count();
            assert_eq!(tables, titles.len(), "{name}");
        }
    }
}
