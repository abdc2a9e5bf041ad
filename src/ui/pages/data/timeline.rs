//! From when to when a dataset has data, on the axis of all of them: drawn, and said beside it in words.

use crate::domain::CivilDate;
use crate::ui::html::Html;

/// Whole years around all periods; `None` where nothing has one.
pub fn span(
    periods: impl Iterator<Item = (CivilDate, CivilDate)>,
) -> Option<(CivilDate, CivilDate)> {
    let around = |all: Option<(CivilDate, CivilDate)>, (first, last): (CivilDate, CivilDate)| {
        let (low, high) = all.unwrap_or((first, last));
        Some((low.min(first), high.max(last)))
    };
    let (first, last) = periods.fold(None, around)?;
    let (start, end) = (first.year(), last.year() + 1);
    Some((CivilDate::new(start, 1, 1)?, CivilDate::new(end, 1, 1)?))
}

const WIDTH: f64 = 1000.0;

/// The bar of a period on an axis, with a line at each turn of the year and a mark at each of `marks`.
pub fn bar(
    html: &mut Html,
    axis: (CivilDate, CivilDate),
    (first, last): (CivilDate, CivilDate),
    marks: &[CivilDate],
) {
    let whole = f64::from((axis.1.days() - axis.0.days()).max(1));
    let at = |day: CivilDate| {
        let share = f64::from(day.days() - axis.0.days()) / whole;
        (share * WIDTH).clamp(0.0, WIDTH)
    };
    html.raw("<svg class='timeline' viewBox='0 0 1000 20' preserveAspectRatio='none' aria-hidden='true'>");
    rect(
        html,
        "<rect class='timeline-axis' y='8' height='4' x='",
        0.0,
        WIDTH,
    );
    let (start, end) = (at(first), at(last.plus_days(1)));
    rect(
        html,
        "<rect class='timeline-bar' y='4' height='12' x='",
        start,
        (end - start).max(3.0),
    );
    for year in axis.0.year()..=axis.1.year() {
        if let Some(day) = CivilDate::new(year, 1, 1) {
            let x = at(day).min(WIDTH - 2.0);
            rect(
                html,
                "<rect class='timeline-year' y='0' height='20' x='",
                x,
                2.0,
            );
        }
    }
    for day in marks {
        rect(
            html,
            "<rect class='timeline-mark' y='0' height='20' x='",
            at(*day).min(WIDTH - 5.0),
            5.0,
        );
    }
    html.raw("</svg>");
    html.raw("<p class='timeline-ends' aria-hidden='true'><span>");
    html.text(&axis.0.year().to_string());
    html.wrapped("</span><span>", &axis.1.year().to_string(), "</span></p>");
}

fn rect(html: &mut Html, open: &'static str, x: f64, width: f64) {
    html.wrapped(open, &format!("{x:.0}"), "' width='");
    html.wrapped("", &format!("{width:.0}"), "'/>");
}
