//! Two hundred ledgers of random views: their statements, run by DuckDB in the published folder, give
//! the numbers that the ledger says. The statements share no code with the measures.
//!
//! Needs Python with `duckdb` (`STRAATBEELD_PYTHON`, else `build/venv`); where it is missing the test says
//! that it is skipped, and fails if `CI_REQUIRE_ORACLE=1`. Towns of the shared data join in where these are:
//! read from the folders of `STRAATBEELD_PUBLISHED`, which `tools/test.sh` publishes once for all that ask, else published here.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

#[path = "../oracle/python.rs"]
mod python;

#[path = "../oracle/skip.rs"]
mod skip;

use python::python_with;
use serde_json::{Value, json};
use skip::or_skip;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use straatbeeld::analysis::random::SplitMix64;
use straatbeeld::domain::{CivilDate, Mode, StreetId};
use straatbeeld::publish::local;
use straatbeeld::query::ledger::{Origin, Unit};
use straatbeeld::query::{
    Answer, Failure, Figure, Ledger, LedgerQuestion, PackedLedger, PeriodChoice, Query,
    StreetQuestion,
};

const VIEWS: usize = 200;
const TOLERANCE: f64 = 1e-9;

#[test]
fn the_statement_of_a_ledger_gives_its_numbers() {
    let Some(python) = or_skip(python_with("duckdb", "STRAATBEELD_PYTHON")) else {
        return;
    };
    let out = tempfile::tempdir().unwrap();
    let folders = towns(out.path());
    let mut random = SplitMix64::seeded(20_261_124);
    let mut views: Vec<(PathBuf, LedgerQuestion)> = Vec::new();
    let streets: Vec<Vec<Counted>> = folders
        .iter()
        .map(|folder| counted_streets(folder))
        .collect();
    while views.len() < VIEWS {
        let town = random.below(folders.len());
        let counted = &streets[town][random.below(streets[town].len())];
        let mode = Mode::CLASSED[random.below(4)];
        let question = LedgerQuestion {
            street: StreetQuestion {
                street: counted.street.clone(),
                segment: None,
                period: period(&mut random, counted.first, counted.last),
                mode: counted.only.unwrap_or(mode),
            },
            figure: Figure::ALL[random.below(Figure::ALL.len())],
        };
        views.push((folders[town].clone(), question));
    }
    let ledgers: Vec<(&Path, Ledger)> = std::thread::scope(|scope| {
        let parts: Vec<_> = views
            .chunks(VIEWS.div_ceil(2))
            .map(|part| scope.spawn(|| part.iter().filter_map(ask).collect::<Vec<_>>()))
            .collect();
        parts
            .into_iter()
            .flat_map(|part| part.join().unwrap())
            .collect()
    });
    assert!(ledgers.len() > VIEWS * 9 / 10, "{} views", ledgers.len());
    let answers = run(&python, &ledgers);
    let (mut compared, mut figures) = (0, BTreeSet::new());
    let mut by_town: BTreeMap<&Path, u32> = BTreeMap::new();
    for ((folder, ledger), found) in ledgers.iter().zip(&answers) {
        assert!(found.get("error").is_none(), "{found}\n{}", ledger.sql);
        for result in ledger.results.iter().filter(|r| r.origin == Origin::Sql) {
            let value = found.get(&result.key).and_then(Value::as_f64);
            let agrees = match (result.value, value) {
                (None, None) => true,
                (Some(ours), Some(theirs)) => {
                    // A share of change may be next to nothing.
                    let scale = if result.unit == Unit::SharePerYear {
                        1.0
                    } else {
                        ours.abs()
                    };
                    (ours - theirs).abs() <= TOLERANCE * scale.max(1e-9)
                }
                _ => false,
            };
            assert!(
                agrees,
                "{} {:?} {} {} to {}: {} is {:?} here and {value:?} by SQL\n{}",
                folder.display(),
                ledger.figure,
                ledger.street,
                ledger.start,
                ledger.end,
                result.key,
                result.value,
                ledger.sql
            );
            compared += u32::from(result.value.is_some());
            *by_town.entry(folder).or_default() += u32::from(result.value.is_some());
            figures.insert(ledger.figure);
        }
        let account = &ledger.account;
        let left_out: u32 = account.left_out.iter().map(|left| left.hours).sum();
        assert_eq!(account.hours, account.used + left_out + account.absent);
    }
    assert_eq!(figures.len(), Figure::ALL.len());
    println!("{} ledgers, {compared} numbers equal SQL", ledgers.len());
    assert!(compared > 800, "{compared}");
    for folder in &folders {
        let own = by_town.get(folder.as_path()).copied().unwrap_or(0);
        println!("{}: {own} numbers", folder.display());
        assert!(own > 100, "{}: {own}", folder.display());
    }
}

/// The demonstration and the towns whose data are there, published through the command line
/// unless that was done already.
fn towns(out: &Path) -> Vec<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let shared = std::env::var_os("STRAATBEELD_SHARED")
        .map_or_else(|| here.join("../shared"), PathBuf::from)
        .join("data");
    let mut folders = vec![out.join("demo")];
    straatbeeld(&["demo", "--out"], &folders[0]);
    let published = std::env::var_os("STRAATBEELD_PUBLISHED").map(PathBuf::from);
    for town in ["kortrijk", "berlin", "muenster"] {
        let ready = published.as_ref().map(|folder| folder.join(town));
        if let Some(ready) = ready.filter(|ready| ready.join("catalog.jsonld").is_file()) {
            folders.push(ready);
            continue;
        }
        if !shared.is_dir() {
            eprintln!("skipped: {town}, because {} is not there", shared.display());
            continue;
        }
        let file = here.join(format!("towns/{town}.toml"));
        let folder = out.join(town);
        let file = file.display().to_string();
        let root = shared.display().to_string();
        straatbeeld(&["publish", &file, "--data-root", &root, "--out"], &folder);
        folders.push(folder);
    }
    folders
}

fn straatbeeld(arguments: &[&str], out: &Path) {
    let run = Command::new(env!("CARGO_BIN_EXE_straatbeeld"))
        .args(arguments)
        .arg(out)
        .output()
        .unwrap();
    assert!(
        run.status.success(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
}

/// A street and the days that were counted there.
struct Counted {
    street: StreetId,
    first: CivilDate,
    last: CivilDate,
    /// Where loops in a bicycle path count, every other mode has no figure to compare.
    only: Option<Mode>,
}

fn counted_streets(folder: &Path) -> Vec<Counted> {
    let Answer::Town(town) = local::ask(folder, Query::Town).unwrap() else {
        panic!("a town was asked for");
    };
    town.streets
        .into_iter()
        .filter_map(|street| {
            let counted = street.counted?;
            let has_bikes_only =
                counted.cars_per_working_day.is_none() && counted.bikes_per_working_day.is_some();
            Some(Counted {
                street: street.id,
                first: counted.first,
                last: counted.last,
                only: has_bikes_only.then_some(Mode::Bike),
            })
        })
        .collect()
}

/// The last year, all of it, or any days of what was counted.
fn period(random: &mut SplitMix64, first: CivilDate, last: CivilDate) -> PeriodChoice {
    match random.below(3) {
        0 => PeriodChoice::LastYear,
        1 => PeriodChoice::All,
        _ => {
            let days = usize::try_from(last.days() - first.days()).unwrap_or(0) + 1;
            let from = i32::try_from(random.below(days)).unwrap();
            let start = first.plus_days(from);
            let length = random.below(days) + 1;
            PeriodChoice::Between {
                start,
                end: start.plus_days(i32::try_from(length).unwrap()),
            }
        }
    }
}

/// `None` where the period holds no usable hour.
fn ask((folder, question): &(PathBuf, LedgerQuestion)) -> Option<(&Path, Ledger)> {
    match local::ask(folder, Query::Ledger(question.clone())) {
        Ok(Answer::Ledger(packed)) => {
            let ledger = PackedLedger::unpack(&packed.bytes).unwrap();
            Some((folder.as_path(), ledger))
        }
        Err(Failure::EmptyPeriod) => None,
        other => panic!("{question:?}: {other:?}"),
    }
}

fn run(python: &Path, ledgers: &[(&Path, Ledger)]) -> Vec<Value> {
    let statements: Vec<Value> = ledgers
        .iter()
        .map(|(folder, ledger)| {
            // Nothing to state is a statement without a row.
            let sql = if ledger.sql.is_empty() {
                "SELECT '' AS key, 0 AS value WHERE false"
            } else {
                &ledger.sql
            };
            json!({ "folder": folder, "sql": sql })
        })
        .collect();
    let mut child = Command::new(python)
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracle_ledger/statements.py"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin
        .write_all(Value::Array(statements).to_string().as_bytes())
        .unwrap();
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).unwrap()
}
