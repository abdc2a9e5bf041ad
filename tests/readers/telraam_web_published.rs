//! Telraam's web exports as they were published, read in place. Figures by openpyxl.

use super::shared;
use straatbeeld::domain::{Mode, SegmentId, Side, Zone};
use straatbeeld::read::{Place, telraam, telraam_xlsx};

/// The place is Montréal, whose zone is not among those that are compiled in: its times are read as if
/// they were UTC. So the hour that occurs twice on 3 November 2024 is not told apart here: all rows are
/// kept, and joining would drop the first of two with the same time.
const ZONE: &str = "UTC";

/// File, rows, minutes, cells with a value (without 11 quarters of uptime 0) and their
/// sum: both, left, right of each mode; rows with speeds.
type Figures = (
    &'static str,
    &'static str,
    usize,
    u16,
    [[(usize, f64); 3]; 5],
    usize,
);

const FILES: [Figures; 2] = [
    (
        "raw-data-2024East60.xlsx",
        "10045",
        2_230,
        60,
        [
            [(2_230, 47_588.0), (2_230, 23_984.0), (2_230, 23_602.0)],
            [(2_230, 20_642.0), (2_230, 9_298.0), (2_230, 11_345.0)],
            [(2_230, 106_901.0), (2_230, 105_641.0), (2_230, 1_256.0)],
            [(2_230, 6_369.0), (2_230, 6_133.0), (2_230, 236.0)],
            [(2_230, 38_865.0), (2_230, 36_212.0), (2_230, 2_648.0)],
        ],
        1_039,
    ),
    (
        "raw-data-2024West15.xlsx",
        "9794",
        12_582,
        15,
        [
            [(12_571, 38_228.0), (12_571, 19_794.0), (12_571, 18_434.0)],
            [(12_571, 27_169.0), (12_571, 13_512.0), (12_571, 13_656.0)],
            [(12_571, 43_159.0), (12_571, 918.0), (12_571, 42_240.0)],
            [(12_571, 1_840.0), (12_571, 184.0), (12_571, 1_655.0)],
            [(12_434, 21_298.0), (12_434, 2_627.0), (12_434, 18_669.0)],
        ],
        5_693,
    ),
];

#[test]
fn both_exports_of_rue_de_terrebonne_have_the_cells_of_their_workbooks() {
    let Some(folder) = shared("terrebonne-telraam") else {
        return;
    };
    for (file, segment, rows, minutes, figures, with_speeds) in FILES {
        let bytes = std::fs::read(folder.join(file)).unwrap();
        let counts = telraam_xlsx::read(file, &bytes, Zone::parse(ZONE)).unwrap();
        let (table, report) = (&counts.table, &counts.report);
        assert_eq!(
            (report.rows, report.kept),
            (rows as u64, rows as u64),
            "{file}"
        );
        assert_eq!(table.segments, [SegmentId(segment.into())]);
        assert!((0..rows).all(|i| table.row(i).unwrap().minutes == minutes));
        for (mode, expected) in Mode::ALL.into_iter().zip([0, 1, 2, 3, 4]) {
            let found = [Side::Both, Side::Left, Side::Right].map(|side| {
                let values = (0..rows).filter_map(|i| table.volume(mode, side, i));
                values.fold((0, 0.0), |(n, sum), value| (n + 1, sum + value))
            });
            assert_eq!(found, figures[expected], "{file} {mode:?}");
        }
        let speeds = (0..rows).filter(|i| table.row(*i).unwrap().speed_10.is_some());
        assert_eq!(speeds.count(), with_speeds, "{file}");
        assert_eq!(report.warned_of(telraam::SHARES_OFF), 0, "{file}");
        assert_eq!(counts.sites[&SegmentId(segment.into())].name, "Terrebonne");
        // Eleven quarters have uptime 0 and eleven others more than 1; no column is unknown.
        let eleven = if minutes == 15 { 11 } else { 0 };
        let known = [
            telraam::UPTIME_ZERO,
            telraam::UPTIME_ABOVE_ONE,
            telraam_xlsx::PARTS_DIFFER,
        ];
        assert_eq!(report.warned_of(known[0]), eleven, "{file}");
        assert_eq!(report.warned_of(known[1]), eleven, "{file}");
        let mut noted = report.warnings.iter().map(|t| t.what.as_str());
        assert!(noted.all(|what| known.contains(&what)), "{file}");
    }
}

#[test]
fn the_permanent_counter_of_rue_de_terrebonne_is_no_export_of_telraam() {
    let Some(folder) = shared("terrebonne-telraam") else {
        return;
    };
    let file = "Comptage_permanent_Terrebonne_26072025_15112025.xlsx";
    let bytes = std::fs::read(folder.join(file)).unwrap();
    let error = telraam_xlsx::read(file, &bytes, Zone::parse(ZONE)).unwrap_err();
    let text = error.to_string();
    assert!(
        text.starts_with(&format!(
            "{file}{}: no row of titles; the first row is \"Période\"",
            Place::row(1)
        )),
        "{text}"
    );
}
