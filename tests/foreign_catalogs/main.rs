//! Catalogues of others: what is read of them equals what rdflib reads, and what cannot be read says why.
//!
//! The comparison needs Python with `rdflib` (`STRAATBEELD_PYTHON`, else `build/venv`) and the shared data; where they
//! are missing it says that it is skipped, and fails if `CI_REQUIRE_ORACLE=1`.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

#[path = "../oracle/python.rs"]
mod python;

#[path = "../oracle/skip.rs"]
mod skip;

use python::python_with;
use serde_json::{Value, json};
use skip::or_skip;
use std::collections::HashSet;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use straatbeeld::catalog::foreign::{ForeignCatalogs, ForeignDataset};
use straatbeeld::dcat::datasets::datasets;
use straatbeeld::dcat::{opened, triples};
use straatbeeld::publish::{demo, folder};
use straatbeeld::query::data::Catalogs;
use straatbeeld::query::data::opened::{Opened, Problem};

fn shared() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let shared = std::env::var_os("STRAATBEELD_SHARED").map_or(beside, PathBuf::from);
    Some(shared.join("data")).filter(|data| data.is_dir())
}

fn bytes(path: &Path) -> Vec<u8> {
    let raw = std::fs::read(path).unwrap();
    if path.extension().is_none_or(|e| e != "gz") {
        return raw;
    }
    let mut unpacked = Vec::new();
    flate2::read::GzDecoder::new(raw.as_slice())
        .read_to_end(&mut unpacked)
        .unwrap();
    unpacked
}

#[test]
fn real_catalogues_have_the_datasets_and_distributions_that_rdflib_counts() {
    let ready = python_with("rdflib", "STRAATBEELD_PYTHON")
        .and_then(|python| Ok((python, shared().ok_or("no shared data")?)));
    let Some((python, data)) = or_skip(ready) else {
        return;
    };
    // Our own catalogue is Turtle and JSON-LD that is not ours to read for a foreign reader.
    let own = tempfile::tempdir().unwrap();
    let mut town = demo::generate(1).town;
    town.counts.clear();
    folder::write(own.path(), &town, &mut |_| {}).unwrap();
    let paths = [
        (data.join("antwerpen-dcat/dcat.xml.gz"), Some((491, 2884))),
        (
            data.join("belgium-dcat-samples/dcat-multilang.rdf"),
            Some((1, 1)),
        ),
        (
            data.join("flanders-oslo-mobility/mobility/Telraam/expanded.jsonld"),
            Some((1, 0)),
        ),
        (
            data.join("flanders-oslo-mobility/mobility/Fietstelpunten/expanded1.jsonld"),
            Some((1, 0)),
        ),
        (
            data.join("flanders-oslo-mobility/mobility/Verkeerscentrum/expanded.jsonld"),
            Some((0, 0)),
        ),
        (own.path().join("catalog.ttl"), None),
        (own.path().join("catalog.jsonld"), None),
    ];
    let counted = run(&python, paths.iter().map(|(path, _)| path));
    for ((path, expected), counted) in paths.iter().zip(&counted) {
        let shown = path.display().to_string();
        let triples = triples::read(&shown, &bytes(path)).unwrap();
        let distinct: HashSet<_> = triples.iter().collect();
        let found = datasets(&triples);
        let distributions: usize = found.iter().map(|dataset| dataset.distributions).sum();
        println!(
            "{shown}: {} triples, {} datasets, {distributions} distributions",
            distinct.len(),
            found.len()
        );
        assert_eq!(json!(found.len()), counted["datasets"], "{shown}");
        assert_eq!(json!(distributions), counted["distributions"], "{shown}");
        assert_eq!(json!(distinct.len()), counted["triples"], "{shown}");
        assert_eq!(titles(&found), counted["titles"], "{shown}");
        if let Some(expected) = expected {
            assert_eq!((found.len(), distributions), *expected, "{shown}");
        }
        let is_link = |page: &str| {
            page.is_empty() || page.starts_with("http://") || page.starts_with("https://")
        };
        assert!(
            found.iter().all(|dataset| is_link(&dataset.page)),
            "{shown}"
        );
    }
}

fn titles(found: &[ForeignDataset]) -> Value {
    let mut titles: Vec<(String, String)> = found
        .iter()
        .flat_map(|dataset| dataset.title.by_language.clone())
        .collect();
    titles.sort();
    json!(titles)
}

fn run<'a>(python: &Path, paths: impl Iterator<Item = &'a PathBuf>) -> Vec<Value> {
    let mut child = Command::new(python)
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/foreign_catalogs/count.py"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    for path in paths {
        writeln!(stdin, "{}", path.display()).unwrap();
    }
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

const TURTLE: &str = r#"@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
<https://town.example/d/1> a dcat:Dataset ; dct:title "Fietspaden"@nl, "Cycle paths"@en ;
  dct:description "<p>Alle&nbsp;paden</p>"@nl ; dct:publisher [ foaf:name "Stad" ] ; dcat:keyword "fiets", "pad" ;
  dct:modified "2026-02-03T04:05:06Z" ; dcat:landingPage <javascript:alert(1)>, <https://town.example/p> ;
  dcat:distribution [ dct:format <http://publications.europa.eu/resource/authority/file-type/CSV> ;
    dct:license <https://creativecommons.org/publicdomain/zero/1.0/> ; dcat:accessURL <https://town.example/1.csv> ] ."#;

const JSON: &str = r#"{"@context":{"dcat":"http://www.w3.org/ns/dcat#","dct":"http://purl.org/dc/terms/","foaf":"http://xmlns.com/foaf/0.1/"},
"@id":"https://town.example/d/1","@type":"dcat:Dataset",
"dct:title":[{"@value":"Fietspaden","@language":"nl"},{"@value":"Cycle paths","@language":"en"}],
"dct:description":{"@value":"<p>Alle&nbsp;paden</p>","@language":"nl"},"dct:publisher":{"foaf:name":"Stad"},
"dcat:keyword":["fiets","pad"],"dct:modified":"2026-02-03T04:05:06Z",
"dcat:landingPage":[{"@id":"javascript:alert(1)"},{"@id":"https://town.example/p"}],
"dcat:distribution":{"dct:format":{"@id":"http://publications.europa.eu/resource/authority/file-type/CSV"},
"dct:license":{"@id":"https://creativecommons.org/publicdomain/zero/1.0/"},"dcat:accessURL":{"@id":"https://town.example/1.csv"}}}"#;

const XML: &str = r#"<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:dct="http://purl.org/dc/terms/" xmlns:foaf="http://xmlns.com/foaf/0.1/">
<dcat:Dataset rdf:about="https://town.example/d/1"><dct:title xml:lang="nl">Fietspaden</dct:title>
<dct:title xml:lang="en">Cycle paths</dct:title><dct:description xml:lang="nl">&lt;p&gt;Alle&amp;nbsp;paden&lt;/p&gt;</dct:description>
<dct:publisher rdf:parseType="Resource"><foaf:name>Stad</foaf:name></dct:publisher><dcat:keyword>fiets</dcat:keyword>
<dcat:keyword>pad</dcat:keyword><dct:modified>2026-02-03T04:05:06Z</dct:modified>
<dcat:landingPage rdf:resource="javascript:alert(1)"/><dcat:landingPage rdf:resource="https://town.example/p"/>
<dcat:distribution rdf:parseType="Resource"><dct:format rdf:resource="http://publications.europa.eu/resource/authority/file-type/CSV"/>
<dct:license rdf:resource="https://creativecommons.org/publicdomain/zero/1.0/"/><dcat:accessURL rdf:resource="https://town.example/1.csv"/>
</dcat:distribution></dcat:Dataset></rdf:RDF>"#;

#[test]
fn the_same_dataset_is_the_same_in_three_syntaxes() {
    let one = datasets(&triples::read("a.ttl", TURTLE.as_bytes()).unwrap());
    let [dataset] = one.as_slice() else {
        panic!("{one:?}");
    };
    assert_eq!(dataset.id, "https://town.example/d/1");
    assert_eq!(dataset.title.in_language("en"), "Cycle paths");
    assert_eq!(dataset.description.in_language("nl"), "Alle paden");
    assert_eq!(dataset.publisher.in_language("nl"), "Stad");
    assert_eq!(dataset.keywords, ["fiets", "pad"]);
    assert_eq!(dataset.formats, ["CSV"]);
    assert_eq!(
        dataset.licenses,
        ["https://creativecommons.org/publicdomain/zero/1.0/"]
    );
    assert_eq!(dataset.page, "https://town.example/p");
    assert_eq!(dataset.modified.unwrap().to_string(), "2026-02-03");
    assert_eq!(dataset.distributions, 1);
    assert_eq!(datasets(&triples::read("a", JSON.as_bytes()).unwrap()), one);
    assert_eq!(datasets(&triples::read("a", XML.as_bytes()).unwrap()), one);
}

#[test]
fn what_is_no_catalogue_says_where_and_what_was_expected() {
    for (text, place, expected) in [
        (
            "{\n  \"a\": ,\n}",
            "x:2:",
            "DCAT-AP as JSON-LD, Turtle or RDF/XML",
        ),
        (
            r#"{"@context": "https://context.example/a.jsonld", "@id": "b"}"#,
            "x",
            "a context that stands in the file itself",
        ),
        (
            "@prefix a: <b> .\na:b a:c ;;; a:d",
            "x:2:",
            "DCAT-AP as JSON-LD",
        ),
        (
            "<?xml version=\"1.0\"?>\n<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n<a></rdf:RDF>",
            "x:",
            "DCAT-AP as JSON-LD",
        ),
        ("id,title\n1,a", "x:1:", "DCAT-AP as JSON-LD"),
        ("\u{0}", "x:1:", "DCAT-AP as JSON-LD"),
    ] {
        let error = triples::read("x", text.as_bytes()).unwrap_err().to_string();
        assert!(error.starts_with(place), "{error}");
        assert!(error.contains(expected), "{error}");
    }
    let latin = triples::read("x", b"@prefix a: <\xe9> .")
        .unwrap_err()
        .to_string();
    assert!(latin.contains("UTF-8"), "{latin}");
    for cut in 0..XML.len() {
        // Whatever is left of it: an error or triples, no panic.
        let _ = triples::read("x", &XML.as_bytes()[..cut]);
        let _ = triples::read("x", &JSON.as_bytes()[..cut.min(JSON.len())]);
    }
    let Some(data) = shared() else {
        eprintln!("skipped: no shared data");
        return;
    };
    // An ISO record is what some portals deliver in place of DCAT; the compact examples name contexts elsewhere.
    let iso = data.join("belgium-dcat-samples/brussels-dataset-example.xml.gz");
    let found = triples::read("iso.xml", &bytes(&iso)).map(|triples| datasets(&triples));
    assert!(found.as_ref().map_or(true, Vec::is_empty), "{found:?}");
}

/// The publisher wrote both forms of the same example: what the short one says by a context elsewhere, the long one says in full.
#[test]
fn the_short_form_of_flanders_says_what_the_long_form_says() {
    let Some(data) = shared() else {
        eprintln!("skipped: no shared data");
        return;
    };
    let folder = data.join("flanders-oslo-mobility/mobility");
    for (short, long) in [
        ("Telraam/compact.jsonld", "Telraam/expanded.jsonld"),
        (
            "Fietstelpunten/compact.jsonld",
            "Fietstelpunten/expanded1.jsonld",
        ),
    ] {
        let of = |name: &str| datasets(&triples::read(name, &bytes(&folder.join(name))).unwrap());
        let found = of(short);
        assert_eq!(found, of(long), "{short}");
        assert_eq!(found.len(), 1, "{short}");
        assert!(!found[0].keywords.is_empty() && !found[0].title.in_language("nl").is_empty());
    }
}

#[test]
fn a_context_elsewhere_is_known_refused_or_not_needed() {
    let of = |context: &str, dataset: &str| {
        format!(
            r#"{{"@context":[{context}],"@graph":[{{"@id":"https://a.example/1",{dataset}}}]}}"#
        )
    };
    let flanders = r#""https://data.vlaanderen.be/doc/applicatieprofiel/x/context/x.jsonld""#;
    let other = r#""https://context.example/a.jsonld""#;
    let aliased = r#""@type":"Dataset","Dataset.titel":{"@value":"T","@language":"nl"},"Dataset.distributie":"https://a.example/f""#;
    let prefixed = r#""@type":"dcat:Dataset","dct:title":{"@value":"T","@language":"nl"},"dcat:distribution":"https://a.example/f""#;
    for (context, dataset, is_read) in [
        (flanders.to_owned(), aliased, true),
        (flanders.to_owned(), prefixed, true),
        (other.to_owned(), prefixed, true),
        (other.to_owned(), aliased, false),
        (format!("{other},{flanders}"), aliased, true),
    ] {
        let text = of(&context, dataset);
        let read = triples::read("x", text.as_bytes()).map(|triples| datasets(&triples));
        match (read, opened(text.as_bytes())) {
            (Ok(found), Opened::Read(told)) if is_read => {
                assert_eq!(found[0].title.in_language("nl"), "T", "{text}");
                assert_eq!(
                    (found[0].distributions, told.datasets[0].distributions),
                    (1, 1)
                );
            }
            (Err(error), Opened::Not(Problem::Context)) if !is_read => {
                let error = error.to_string();
                assert!(
                    error.contains("https://context.example/a.jsonld"),
                    "{error}"
                );
            }
            other => panic!("{text}: {other:?}"),
        }
    }
}

#[test]
fn the_page_is_told_what_stands_in_a_file_or_why_it_cannot_be_listed() {
    let Opened::Read(told) = opened(
        br#"<https://a.example/c> a <http://www.w3.org/ns/dcat#Catalog> ; <http://purl.org/dc/terms/title> "Ours"@en .
            <https://a.example/1> a <http://www.w3.org/ns/dcat#Dataset> ; <http://purl.org/dc/terms/title> "<b>One</b>"@en ."#,
    ) else {
        panic!("a catalogue");
    };
    assert_eq!(told.title.in_language("en"), "Ours");
    assert_eq!(told.datasets[0].title.in_language("en"), "One");
    let not = |text: &str| match opened(text.as_bytes()) {
        Opened::Not(problem) => problem,
        Opened::Read(told) => panic!("{told:?}"),
    };
    assert_eq!(
        not("<https://a.example/1> a <https://b.example/T> ."),
        Problem::Empty
    );
    let Problem::Unreadable { at, found } = not("id,title\n1,a") else {
        panic!("a table");
    };
    assert_eq!(at.map(|(line, _)| line), Some(1));
    assert!(!found.is_empty());
}

#[test]
fn a_town_lists_the_catalogues_that_it_declares() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("c.ttl"), TURTLE).unwrap();
    std::fs::write(dir.path().join("broken.ttl"), "<").unwrap();
    std::fs::write(
        dir.path().join("days.csv"),
        "date,name\n2026-01-01,Nieuwjaar\n",
    )
    .unwrap();
    let town = |path: &str| {
        format!(
            r#"
[town]
id = "t"
names = {{ nl = "T" }}
zone = "Europe/Brussels"
languages = ["nl"]
centre = {{ lon = 3.2, lat = 50.8 }}
[[source]]
id = "days"
format = "public-holidays"
paths = ["days.csv"]
columns = {{ date = "date", name = "name" }}
publisher = "T"
licence = "CC0 1.0"
title = "Days"
[[catalogue]]
id = "town"
paths = ["{path}"]
title = {{ nl = "Stad" }}
publisher = "Stad"
url = "https://town.example/"
retrieved = "2026-02-04"
"#
        )
    };
    let publish = |path: &str, more: &[&str]| {
        let file = dir.path().join("t.toml");
        std::fs::write(&file, town(path)).unwrap();
        Command::new(env!("CARGO_BIN_EXE_straatbeeld"))
            .args([
                "publish".as_ref(),
                file.as_os_str(),
                "--out".as_ref(),
                dir.path().join("out").as_os_str(),
            ])
            .args(more)
            .output()
            .unwrap()
    };
    let done = publish("c.ttl", &[]);
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
    let text = std::fs::read(dir.path().join("out/catalogs.json")).unwrap();
    let found: ForeignCatalogs = serde_json::from_slice(&text).unwrap();
    assert_eq!(found.catalogs.len(), 1);
    assert_eq!(found.catalogs[0].datasets.len(), 1);
    assert_eq!(found.catalogs[0].files[0].0, "c.ttl");
    assert_eq!(found.catalogs[0].files[0].1.len(), 64);
    assert_eq!(found.publication.len(), 64);
    // What the page reads of the same file.
    let told: Catalogs = serde_json::from_slice(&text).unwrap();
    assert_eq!(told.publication, found.publication);
    let (theirs, ours) = (&told.catalogs[0], &found.catalogs[0]);
    assert_eq!(
        (&theirs.id, &theirs.title, &theirs.url),
        (&ours.id, &ours.title, &ours.url)
    );
    let (theirs, ours) = (&theirs.datasets[0], &ours.datasets[0]);
    assert_eq!(theirs.title, ours.title);
    assert_eq!(theirs.formats, ours.formats);
    assert_eq!(theirs.licenses, ours.licenses);
    assert_eq!(theirs.modified, ours.modified);
    assert_eq!(theirs.distributions as usize, ours.distributions);
    let stopped = publish("*.ttl", &[]);
    assert!(!stopped.status.success());
    assert!(String::from_utf8_lossy(&stopped.stderr).contains("broken.ttl"));
    let gone_on = publish("*.ttl", &["--keep-going"]);
    assert!(gone_on.status.success());
    let nowhere = publish("none.ttl", &[]);
    assert!(
        String::from_utf8_lossy(&nowhere.stderr).contains("t.toml:18:10: no file matches"),
        "{}",
        String::from_utf8_lossy(&nowhere.stderr)
    );
}
