//! Charts over hand-made streets: what they say, and what they draw.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "charts_samples/mod.rs"]
mod samples;

use std::fmt::Write as _;
use straatbeeld::chart::{Chart, ChartKind, Mark, Rgb, Size, Theme, hit, svg};
use straatbeeld::domain::State;
use straatbeeld::text::{Language, Words};

const WIDTHS: [f64; 3] = [288.0, 340.0, 720.0];

fn size(chart: &Chart, width: f64) -> Size {
    Size {
        width,
        height: chart.height(width),
        scale: 1.0,
    }
}

fn every_chart(language: Language) -> Vec<(String, Chart)> {
    let words = Words::new(language);
    let mut charts = Vec::new();
    for (name, answer) in samples::all() {
        for kind in ChartKind::ALL {
            if let Some(chart) = Chart::of(kind, &answer, &words) {
                charts.push((format!("{name}_{}", kind.name()), chart));
            }
        }
    }
    charts
}

#[test]
fn every_chart_says_the_same_in_words_and_in_a_table() {
    for language in Language::ALL {
        let mut text = String::new();
        for (name, chart) in every_chart(language) {
            writeln!(text, "=== {name}: {}\n{}", chart.title, chart.sentence).unwrap();
            writeln!(text, "[{}]", chart.table.caption).unwrap();
            writeln!(text, "{}", chart.table.columns.join(" | ")).unwrap();
            for row in chart.table.rows.iter().take(12) {
                writeln!(text, "{} | {}", row.header, row.cells.join(" | ")).unwrap();
            }
            for reading in chart.readings.iter().take(3) {
                writeln!(text, "> {}", reading.text()).unwrap();
            }
        }
        insta::assert_snapshot!(
            format!("words_{}", language.tag()),
            text.replace('\u{a0}', " ")
        );
    }
}

#[test]
fn drawings_keep_their_shape() {
    let words = Words::new(Language::English);
    for (theme_name, theme) in [("light", Theme::light()), ("dark", Theme::dark())] {
        for kind in ChartKind::ALL {
            let chart = Chart::of(kind, &samples::rich(), &words).unwrap();
            for width in [340.0, 720.0] {
                insta::assert_snapshot!(
                    format!("{}_{theme_name}_{width}", kind.name()),
                    svg::svg(&chart, &theme, width)
                );
            }
        }
    }
}

#[test]
fn a_table_has_a_value_for_every_point() {
    for (name, chart) in every_chart(Language::English) {
        let table = &chart.table;
        for row in &table.rows {
            assert_eq!(row.cells.len() + 1, table.columns.len(), "{name}");
        }
        if chart.name == ChartKind::WeekMap.name() {
            let values: usize = table.rows.iter().map(|row| row.cells.len()).sum();
            assert_eq!(values, chart.readings.len(), "{name}");
        } else {
            assert_eq!(table.rows.len(), chart.readings.len(), "{name}");
        }
        for width in WIDTHS {
            let points = chart.points(&Theme::light(), size(&chart, width));
            assert_eq!(points.len(), chart.readings.len(), "{name}");
        }
    }
}

#[test]
fn a_missing_value_is_never_a_zero() {
    let answer = samples::daylight();
    for language in Language::ALL {
        let words = Words::new(language);
        let no_data = words.state(State::Missing);
        let day = Chart::of(ChartKind::DayProfile, &answer, &words).unwrap();
        let week = Chart::of(ChartKind::WeekMap, &answer, &words).unwrap();
        for hour in [0, 3, 6, 18, 23] {
            for chart in [&day, &week] {
                for cell in &chart.table.rows[hour].cells {
                    assert_eq!(cell, &no_data, "{} at {hour}", chart.title);
                }
                assert_eq!(chart.readings[hour].state, State::Missing);
                assert!(chart.readings[hour].text().contains(&no_data));
            }
        }
        let months = Chart::of(ChartKind::Months, &answer, &words).unwrap();
        assert_eq!(months.table.rows[13].cells[0], no_data);
    }
}

mod properties {
    use super::samples;
    use proptest::prelude::*;
    use straatbeeld::chart::{Chart, ChartKind, Size, Theme};
    use straatbeeld::domain::State;
    use straatbeeld::query::answer::Cell;
    use straatbeeld::text::{Language, Words};

    fn cell() -> impl Strategy<Value = Option<Cell>> {
        proptest::option::of(
            (0.0..5000.0_f64, any::<bool>()).prop_map(|(mean, is_partial)| Cell {
                mean,
                hours: 9,
                partial: 0,
                night: 0,
                state: if is_partial {
                    State::Partial
                } else {
                    State::Measured
                },
            }),
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn gaps_are_words_and_values_are_numbers(
            day in proptest::collection::vec(cell(), 24),
            week in proptest::collection::vec(proptest::collection::vec(cell(), 24), 7),
            width in 288.0..900.0_f64,
        ) {
            let words = Words::new(Language::Dutch);
            let no_data = words.state(State::Missing);
            let mut answer = samples::rich();
            answer.profile.night.clear();
            answer.profile.rows.truncate(1);
            answer.profile.rows[0].cells.clone_from(&day);
            answer.week.rows.clone_from(&week);
            if let Some(chart) = Chart::of(ChartKind::DayProfile, &answer, &words) {
                for (hour, cell) in day.iter().enumerate() {
                    let text = &chart.table.rows[hour].cells[0];
                    prop_assert_eq!(text == &no_data, cell.is_none());
                    prop_assert_eq!(text.contains(|c: char| c.is_ascii_digit()), cell.is_some());
                }
                let size = Size { width, height: chart.height(width), scale: 1.0 };
                prop_assert_eq!(chart.points(&Theme::light(), size).len(), 24);
                let most = day.iter().flatten().map(|c| c.mean).fold(0.0, f64::max);
                prop_assert!(chart.sentence.contains(&words.count(most)));
            } else {
                prop_assert!(day.iter().all(Option::is_none));
            }
            if let Some(chart) = Chart::of(ChartKind::WeekMap, &answer, &words) {
                for (weekday, row) in week.iter().enumerate() {
                    for (hour, cell) in row.iter().enumerate() {
                        let text = &chart.table.rows[hour].cells[weekday];
                        prop_assert_eq!(text == &no_data, cell.is_none());
                        let reading = &chart.readings[weekday * 24 + hour];
                        prop_assert_eq!(reading.state == State::Missing, cell.is_none());
                    }
                }
            }
        }
    }
}

#[test]
fn a_measured_zero_is_drawn_and_said_as_zero() {
    let words = Words::new(Language::English);
    let chart = Chart::of(ChartKind::WeekMap, &samples::zero(), &words).unwrap();
    assert_eq!(chart.table.rows[5].cells[0], "0");
    assert_eq!(chart.readings[0].state, State::Measured);
}

#[test]
fn where_nothing_was_counted_there_is_no_chart() {
    let words = Words::new(Language::English);
    for kind in [
        ChartKind::DayProfile,
        ChartKind::WeekMap,
        ChartKind::Months,
        ChartKind::Split,
        ChartKind::Speeds,
        ChartKind::Directions,
    ] {
        let chart = Chart::of(kind, &samples::nothing(), &words);
        assert!(chart.is_none(), "{kind:?}");
    }
}

#[test]
fn a_sentence_names_the_maximum() {
    for language in Language::ALL {
        let words = Words::new(language);
        let answer = samples::rich();
        for (kind, expected) in [
            (ChartKind::DayProfile, words.count(151.0)),
            (ChartKind::WeekMap, words.count(151.0 * 1.06)),
            (ChartKind::Split, words.percents("76")),
            (ChartKind::Directions, words.count(151.0 * 0.55)),
            (ChartKind::Speeds, words.percents("28")),
        ] {
            let chart = Chart::of(kind, &answer, &words).unwrap();
            assert!(
                chart.sentence.contains(&expected),
                "{expected}: {}",
                chart.sentence
            );
        }
    }
}

#[test]
fn a_trend_line_needs_a_trend() {
    let words = Words::new(Language::English);
    let trend = |answer| {
        let chart = Chart::of(ChartKind::Months, &answer, &words).unwrap();
        let scene = chart.scene(&Theme::light(), size(&chart, 720.0));
        scene
            .marks
            .iter()
            .any(|mark| matches!(mark, Mark::Text { text, .. } if text == "Trend"))
    };
    assert!(trend(samples::rich()));
    assert!(!trend(samples::daylight()));
}

#[test]
fn every_mark_lies_inside_its_drawing_at_every_width() {
    for language in Language::ALL {
        for (name, chart) in every_chart(language) {
            for width in [288.0, 340.0, 480.0, 720.0, 900.0] {
                let size = size(&chart, width);
                let scene = chart.scene(&Theme::light(), size);
                let inside = |(x, y): (f64, f64)| {
                    x >= -0.5 && x <= width + 0.5 && y >= -0.5 && y <= size.height + 0.5
                };
                for mark in &scene.marks {
                    let is_inside = match mark {
                        Mark::Line { points, .. } | Mark::Area { points, .. } => {
                            points.iter().copied().all(inside)
                        }
                        Mark::Dot { at, .. } | Mark::Text { at, .. } => inside(*at),
                    };
                    assert!(is_inside, "{name} at {width}: {mark:?}");
                }
            }
        }
    }
}

/// A frame on another site is a few pixels wide while it is laid out.
#[test]
fn no_width_is_too_small_to_draw() {
    for (name, chart) in every_chart(Language::German) {
        for width in [0.0, 1.0, 8.0, 30.0, 60.0, 120.0, 226.0] {
            let scene = chart.scene(&Theme::light(), size(&chart, width));
            assert_eq!(scene.points.len(), chart.readings.len(), "{name} {width}");
        }
    }
}

#[test]
fn a_drawing_on_a_page_has_the_same_shapes_and_a_colour_for_the_dark() {
    let (light, dark) = (Theme::light(), Theme::dark());
    let own = svg::palette(&light, &dark);
    for (name, chart) in every_chart(Language::Dutch) {
        let mut mixed = svg::Mixed::new();
        let whole = svg::svg(&chart, &light, 400.0);
        let small = svg::element(&chart, (&light, &dark), 400.0, "title", &mut mixed);
        // Every pair of coordinates of a shape is there, in the same order.
        let points = |text: &str, starts: &[&str]| {
            let mut all: Vec<String> = Vec::new();
            for piece in text.split('<') {
                for start in starts {
                    if let Some((_, after)) = piece.split_once(start) {
                        let end = after.find(['"', '\'']).unwrap();
                        let numbers = after[..end].replace(['M', 'Z'], " ");
                        all.extend(numbers.split_whitespace().map(str::to_owned));
                    }
                }
            }
            all
        };
        assert_eq!(
            points(&small, &["points=\"", " d='"]),
            points(&whole, &["points=\""]),
            "{name}"
        );
        assert_eq!(
            small.matches("<circle").count(),
            whole.matches("<circle").count()
        );
        assert!(small.len() < whole.len(), "{name}");
        assert!(!small.contains("style="), "{name}");
        // A colour is the theme's own, or its element has a class that says which it is in the dark.
        for piece in small.split('<').filter(|piece| piece.contains('#')) {
            let colour = piece
                .split('#')
                .nth(1)
                .map(|after| format!("#{}", &after[..6]));
            let has_class = piece.contains("class='f") || piece.contains("class='s");
            assert!(
                has_class || own.contains_key(&colour.unwrap()),
                "{name}: {piece}"
            );
        }
    }
}

#[test]
fn a_point_is_hit_at_its_own_place() {
    for (name, chart) in every_chart(Language::English) {
        let points = chart.points(&Theme::light(), size(&chart, 340.0));
        for (index, point) in points.iter().enumerate() {
            let (x, y) = (
                point.left + point.width / 2.0,
                point.top + point.height / 2.0,
            );
            assert_eq!(hit(&points, x, y), Some(index), "{name}");
        }
    }
}

#[test]
fn a_dense_screen_draws_the_same_twice_as_large() {
    let words = Words::new(Language::English);
    let chart = Chart::of(ChartKind::Speeds, &samples::rich(), &words).unwrap();
    let once = size(&chart, 340.0);
    let twice = Size { scale: 2.0, ..once };
    assert_eq!(
        chart.points(&Theme::light(), once),
        chart.points(&Theme::light(), twice)
    );
}

/// Relative luminance and contrast of WCAG 2.2.
fn contrast(one: Rgb, other: Rgb) -> f64 {
    let luminance = |Rgb(r, g, b): Rgb| {
        let channel = |value: u8| {
            let share = f64::from(value) / 255.0;
            if share <= 0.04045 {
                share / 12.92
            } else {
                ((share + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b)
    };
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn text_and_graphics_stand_out_in_both_themes() {
    for theme in [Theme::light(), Theme::dark()] {
        for text in [
            theme.text,
            theme.muted,
            theme.accent,
            theme.second,
            theme.third,
            theme.warning,
        ] {
            let ratio = contrast(text, theme.background);
            assert!(ratio >= 4.5, "{text:?} {ratio:.2}");
        }
        let ratio = contrast(theme.line, theme.background);
        assert!(ratio >= 3.0, "line {ratio:.2}");
        let bars = theme.pale_accent();
        assert!(contrast(bars, theme.background) >= 3.0, "bars");
        assert!(contrast(bars, theme.text) >= 3.0, "trend over bars");
        let ratio = contrast(theme.heat.0, theme.heat.1);
        assert!(ratio >= 7.0, "heat {ratio:.2}");
    }
}

/// Writes a page with every chart into the folder of `STRAATBEELD_CHARTS`, for eyes.
#[test]
fn charts_can_be_looked_at() {
    let Ok(folder) = std::env::var("STRAATBEELD_CHARTS") else {
        eprintln!("skipped: STRAATBEELD_CHARTS names no folder");
        return;
    };
    for (theme_name, theme, ground) in [
        ("light", Theme::light(), "#fff"),
        ("dark", Theme::dark(), "#141a21"),
    ] {
        for width in WIDTHS {
            for (language, sample, answer) in [
                (Language::English, "rich", samples::rich()),
                (Language::Dutch, "daylight", samples::daylight()),
            ] {
                let words = Words::new(language);
                let mut page = format!(
                    "<!doctype html><meta charset=utf-8><body style='margin:16px;background:{ground};display:flex;flex-wrap:wrap;gap:24px'>"
                );
                for kind in ChartKind::ALL {
                    if let Some(chart) = Chart::of(kind, &answer, &words) {
                        page.push_str(&svg::svg(&chart, &theme, width));
                    }
                }
                let path = format!("{folder}/{sample}_{theme_name}_{width}.html");
                std::fs::write(path, page).unwrap();
            }
        }
    }
}
