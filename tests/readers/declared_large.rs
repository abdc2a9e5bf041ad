//! Large CSV files are cut at their line ends and read in stretches, side by side. What is found is what the `csv`
//! crate finds, row after row.

use std::fmt::Write as _;
use straatbeeld::domain::Zone;
use straatbeeld::read::counts::Counts;
use straatbeeld::read::declared_csv;
use straatbeeld::read::local_time::{AMBIGUOUS, IN_GAP, THIRD_TIME};
use straatbeeld::read::table_map::TableMap;
use straatbeeld::read::telraam::{NEGATIVE, NO_NUMBER, NO_TIME};
use straatbeeld::read::telraam_csv::OTHER_WIDTH;
use straatbeeld::read::workers::Workers;

/// Workers without threads: the cuts are the same.
struct Cuts(usize);

impl Workers for Cuts {
    fn number(&self) -> usize {
        self.0
    }

    fn all<J: Send, R: Send>(&self, jobs: Vec<J>, work: impl Fn(J) -> R + Sync) -> Vec<R> {
        jobs.into_iter().map(work).collect()
    }
}

const DECLARED: &str = r#"
minutes = 60
segment = "site"
name = "street"
time = "time"
counts = { car = "car", in = "bike left", out = "bike right" }
uptime = "uptime"
missing = ["NA"]
"#;

fn read(text: &str, workers: usize) -> Result<Counts, String> {
    let map: TableMap = toml::from_str(DECLARED).unwrap();
    let zone = Zone::parse("Europe/Brussels");
    let read = declared_csv::read_with("f.csv", text.as_bytes(), &map, zone, &Cuts(workers));
    read.map_err(|error| error.to_string())
}

/// Hours from 1 January 2024 on at two sites, the second after the first, as the clocks showed them.
fn rows(hours: u64, date: impl Fn(u64, u64, u64) -> String) -> Vec<String> {
    let lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let days = lengths
        .iter()
        .zip(1_u64..)
        .flat_map(|(days, month)| (1..=*days).map(move |day| (month, day)));
    let days: Vec<(u64, u64)> = days.collect();
    let mut rows = Vec::new();
    for site in ["north", "south"] {
        for hour in 0..hours {
            let (month, day) = days[usize::try_from(hour / 24).unwrap()];
            let date = date(month, day, hour % 24);
            let (count, uptime) = (hour % 97, hour % 11);
            let half = hour % 2 * 5;
            rows.push(format!(
                "{site},Long Street of the {site} side of the town with a name that fills the line,{date},{count}.{half},{},{},0.{uptime}",
                count / 3,
                if hour % 50 == 0 { "NA".to_owned() } else { (count / 2).to_string() },
            ));
        }
    }
    rows
}

fn iso(month: u64, day: u64, hour: u64) -> String {
    format!("2024-{month:02}-{day:02} {hour:02}:00:00.000")
}

fn text(rows: &[String], first_cell_quoted: bool, line_end: &str) -> String {
    let mut text = format!("site,street,time,car,in,out,uptime{line_end}");
    for (number, row) in rows.iter().enumerate() {
        if first_cell_quoted && number == 0 {
            let (site, rest) = row.split_once(',').unwrap();
            write!(text, "\"{site}\",{rest}{line_end}").unwrap();
        } else {
            write!(text, "{row}{line_end}").unwrap();
        }
    }
    text
}

/// A file in one go by the `csv` crate, in one go by our own cuts, and in three and five stretches: all the same.
fn read_all_ways(rows: &[String]) -> Counts {
    let expected = read(&text(rows, true, "\n"), 1).unwrap();
    for (line_end, workers) in [("\n", 1), ("\n", 3), ("\r\n", 5), ("\n\r\n", 4)] {
        let text = text(rows, false, line_end);
        assert!(text.len() > 5 << 20, "{} bytes", text.len());
        let found = read(&text, workers).unwrap();
        assert_eq!(found.table.len(), expected.table.len());
        let lines_of_a_row = line_end.matches('\n').count() as u64;
        for at in 0..expected.table.len() {
            assert_eq!(found.table.row(at), expected.table.row(at), "row {at}");
            let number = (expected.row_numbers[at] - 1) * lines_of_a_row + 1;
            assert_eq!(found.row_numbers[at], number, "{line_end:?}");
        }
        assert_eq!(found.sites, expected.sites);
        if lines_of_a_row == 1 {
            assert_eq!(found.report, expected.report);
        }
        assert_eq!(found.report.kept, expected.report.kept);
    }
    expected
}

/// So many hours of two sites fill more than five stretches.
fn many(date: impl Fn(u64, u64, u64) -> String) -> Vec<String> {
    let year = rows(8_784, date);
    let mut rows = Vec::new();
    for copy in 0..3 {
        for row in &year {
            let (site, rest) = row.split_once(',').unwrap();
            rows.push(format!("{site} {copy},{rest}"));
        }
    }
    rows
}

#[test]
fn a_year_of_six_sites_is_the_same_in_stretches() {
    let mut rows = many(iso);
    let spoil = |rows: &mut Vec<String>, at: usize, from: &str, to: &str| {
        assert!(rows[at].contains(from), "{}", rows[at]);
        rows[at] = rows[at].replacen(from, to, 1);
    };
    for at in [7, 20_007, 45_001] {
        spoil(&mut rows, at, "2024-", "MMXXIV-");
        spoil(&mut rows, at + 1, ",0.", ",-0.");
        spoil(&mut rows, at + 2, ",0.", "x,0.");
        let cells: Vec<&str> = rows[at + 3].split(',').collect();
        rows[at + 3] = cells[..5].join(",");
    }
    let counts = read_all_ways(&rows);
    let report = &counts.report;
    assert_eq!(report.rows, rows.len() as u64);
    let of = |why| report.refused_for(why);
    assert_eq!([of(NO_TIME), of(OTHER_WIDTH)], [3, 3]);
    assert_eq!(of(NEGATIVE) + of(NO_NUMBER), 6);
    assert_eq!(of(IN_GAP), 6, "2 o'clock of 31 March");
    assert_eq!(report.warned_of(AMBIGUOUS), 6, "2 o'clock of 27 October");
}

#[test]
fn a_time_that_occurs_twice_is_told_apart_wherever_its_rows_stand() {
    let mut rows = many(iso);
    let twice = "2024-10-27 02:00:00.000";
    let first: Vec<String> = rows
        .iter()
        .filter(|row| row.contains(twice))
        .cloned()
        .collect();
    assert_eq!(first.len(), 6);
    rows.extend(first.iter().cloned());
    rows.push(first[0].clone());
    let counts = read_all_ways(&rows);
    assert_eq!(counts.report.warned_of(AMBIGUOUS), 12);
    assert_eq!(counts.report.refused_for(THIRD_TIME), 1);
    let last = counts.table.row(counts.table.len() - 1).unwrap();
    assert_eq!(last.start.to_string(), "2024-10-27T01:00:00Z");
}

#[test]
fn one_date_below_all_others_shows_the_order_of_day_and_month() {
    let american = |month, day, hour| format!("{month}/{}/2024 {hour}:00", day % 12 + 1);
    let mut rows = many(american);
    let error = read(&text(&rows, false, "\n"), 4).err().unwrap();
    assert!(
        error.contains("none in the file shows which is the day"),
        "{error}"
    );
    // A row that is refused for another reason shows it too.
    rows.push("north,Street,5/13/2024 12:00,1".to_owned());
    let counts = read_all_ways(&rows);
    assert_eq!(
        counts.table.row(24).unwrap().start.to_string(),
        "2024-01-02T23:00:00Z"
    );
    rows.push("north,Street,13/5/2024 12:00,1,1,1,1".to_owned());
    let error = read(&text(&rows, false, "\n"), 4).err().unwrap();
    assert!(
        error.contains("in another order than those above it"),
        "{error}"
    );
}
