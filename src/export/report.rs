//! A street's page as a report for paper: what is asked and answered with every drawing, what is known and what is
//! not, where it comes from, and the way back to the page.

use super::Taken;
use super::describe::Origin;
use crate::chart::svg::{Mixed, element};
use crate::chart::{Chart, ChartKind, Table, Theme};
use crate::domain::CivilDate;
use crate::query::answer::{CountedAnswer, SourceLine};
use crate::text::answers::{self as plain, Term, terms_html};
use crate::text::html::Html;
use crate::text::ledger::TableText;
use crate::text::{PlainAnswer, Words, known_table};

/// CSS pixels for which the drawings are made: as wide as the text on A4.
const WIDTH: f64 = 660.0;

/// What a report is made of, beside the answer.
#[derive(Debug)]
pub struct Report<'a> {
    /// Of any figure: a report has them all.
    pub taken: Taken<'a>,
    /// Its title is the street's name.
    pub origin: &'a Origin,
    /// The town's name, and whether it is a generated one.
    pub town: (String, bool),
    /// The permalink as a QR code, an SVG element.
    pub qr: Option<String>,
    /// All values follow as tables.
    pub has_tables: bool,
}

impl Report<'_> {
    /// What stands in the report's element; every text is escaped.
    #[must_use]
    pub fn html(&self, words: &Words) -> String {
        let counted = self.taken.counted;
        let mut out = Html::default();
        self.head(&mut out, words);
        let mut tables = Vec::new();
        for (said, coverage, kinds) in answers(counted, words) {
            out.wrapped(
                "<section class='report-answer'><h2>",
                &said.question,
                "</h2>",
            );
            out.wrapped("<p class='report-sentence'>", &said.sentence, "</p>");
            if let Some(line) = &said.certainty {
                out.wrapped("<p>", line, "</p>");
            }
            for kind in kinds {
                if let Some(chart) = Chart::of(*kind, counted, words) {
                    figure(&mut out, &chart);
                    tables.push(chart.table);
                }
                if *kind == ChartKind::WeekMap
                    && let Some(unusual) = plain::unusual(counted, words)
                {
                    out.wrapped("<p>", &unusual.sentence, "</p>");
                    out.list("<ul>", &unusual.hours);
                }
            }
            if kinds.contains(&ChartKind::DayProfile) {
                terms(
                    &mut out,
                    "term-year-title",
                    &plain::year(counted, words),
                    words,
                );
                terms(
                    &mut out,
                    "term-peaks-title",
                    &plain::peaks(counted, words),
                    words,
                );
            }
            if !said.notes.is_empty() {
                out.list("<ul>", &said.notes);
            }
            if let Some(hours) = coverage {
                let line = plain::coverage_line(hours, counted.scope.hours, words);
                out.wrapped("<p class='report-quiet'>", &line, "</p>");
            }
            out.raw("</section>");
        }
        out.wrapped(
            "<section class='report-known'><h2>",
            &words.get("ui-known-title"),
            "</h2><table>",
        );
        out.markup(&known_table(self.taken.street, words));
        out.raw("</table></section>");
        sources(&mut out, &self.taken.street.sources, words);
        self.way_back(&mut out, words);
        if self.has_tables {
            out.wrapped(
                "<section class='report-values'><h2>",
                &words.get("take-report-values"),
                "</h2>",
            );
            for table in tables {
                values(&mut out, table);
            }
            out.raw("</section>");
        }
        out.finish()
    }

    fn head(&self, out: &mut Html, words: &Words) {
        let Taken {
            street, counted, ..
        } = self.taken;
        let (town, is_demonstration) = &self.town;
        out.wrapped(
            "<p class='report-kind'>",
            &words.get("take-report-kind"),
            "</p>",
        );
        out.wrapped("<h1>", &self.origin.title, "</h1>");
        let mut facts = vec![street.header.municipality.clone(), town.clone()];
        facts.dedup();
        facts.push(limit(&street.header.limits_kmh, words));
        if let Some(length) = street.header.length_m {
            let length = words.length(length);
            facts.push(words.with("ui-street-length", &[("length", length.into())]));
        }
        let section = street
            .sections
            .iter()
            .find(|section| section.segment == counted.segment)
            .filter(|_| street.sections.len() > 1);
        facts.extend(section.map(|section| section.label.clone()));
        facts.retain(|fact| !fact.is_empty());
        out.wrapped("<p>", &facts.join(" · "), "</p>");
        let shown = [
            words.period(counted.start, counted.end),
            words.mode(counted.mode),
        ];
        out.wrapped("<p class='report-sentence'>", &shown.join(" · "), "</p>");
        let accessed = &self.origin.accessed;
        let day = CivilDate::parse(accessed).map(|day| words.date(day));
        let made = words.with(
            "take-report-made",
            &[
                ("date", day.unwrap_or_else(|| accessed.clone()).into()),
                ("version", self.taken.version().into()),
            ],
        );
        out.wrapped("<p class='report-quiet'>", &made, "</p>");
        if *is_demonstration {
            out.wrapped(
                "<p class='report-warning'><strong>",
                &words.get("ui-demonstration-label"),
                "</strong> ",
            );
            out.wrapped("", &words.get("ui-demonstration-text"), "</p>");
        }
    }

    fn way_back(&self, out: &mut Html, words: &Words) {
        out.wrapped(
            "<section class='report-link'><div><h2>",
            &words.get("take-report-web"),
            "</h2>",
        );
        out.wrapped("<p>", &words.get("take-report-sum"), "</p>");
        // A viewer of the PDF follows it.
        let link = &self.origin.permalink;
        out.raw("<p>");
        out.link("<a", link, link);
        out.raw("</p></div>");
        if let Some(code) = &self.qr {
            out.markup(code);
        }
        out.raw("</section>");
    }
}

type Asked = (PlainAnswer, Option<u32>, &'static [ChartKind]);

/// The four answers, with the hours that they rest on (of the months each has its own) and their drawings.
fn answers(counted: &CountedAnswer, words: &Words) -> [Asked; 4] {
    let speeds = counted.speed.as_ref().map(|speed| speed.hours);
    [
        (
            plain::busy(counted, words),
            Some(counted.scope.usable),
            &[
                ChartKind::DayProfile,
                ChartKind::WeekMap,
                ChartKind::Directions,
            ],
        ),
        (plain::speed(counted, words), speeds, &[ChartKind::Speeds]),
        (plain::change(counted, words), None, &[ChartKind::Months]),
        (
            plain::who(counted, words),
            Some(counted.split.hours),
            &[ChartKind::Split],
        ),
    ]
}

fn figure(out: &mut Html, chart: &Chart) {
    let label = format!("report-{}", chart.name);
    out.wrapped("<figure><h3 id='", &label, "'>");
    out.wrapped("", &chart.title, "</h3>");
    // Paper is light.
    let light = Theme::light();
    let drawn = element(chart, (&light, &light), WIDTH, &label, &mut Mixed::new());
    out.markup(&drawn);
    out.wrapped("<figcaption>", &chart.sentence, "</figcaption></figure>");
}

fn terms(out: &mut Html, title: &str, terms: &[Term], words: &Words) {
    if !terms.is_empty() {
        out.wrapped(
            "<div class='report-terms'><h3>",
            &words.get(title),
            "</h3><dl>",
        );
        out.markup(&terms_html(terms));
        out.raw("</dl></div>");
    }
}

fn limit(limits: &[f64], words: &Words) -> String {
    let limits: Vec<String> = limits.iter().map(|limit| words.whole(*limit)).collect();
    match limits.as_slice() {
        [] => words.get("ui-street-limit-unknown"),
        [one] => words.with("ui-street-limit", &[("limit", one.as_str().into())]),
        several => words.with(
            "ui-street-limit-several",
            &[("limits", several.join(", ").into())],
        ),
    }
}

/// On paper nobody follows a link to a licence: its address is printed.
fn sources(out: &mut Html, sources: &[SourceLine], words: &Words) {
    out.wrapped("<section><h2>", &words.get("ui-sources-title"), "</h2><ul>");
    for source in sources {
        let title = source.title.in_language(words.language().tag());
        let license = match source.license_url.as_str() {
            "" => source.license.clone(),
            url => format!("{} ({url})", source.license),
        };
        let line = format!("{title} · {} · {license}", source.publisher);
        out.wrapped("<li>", &line, "<br>");
        let read = words.with(
            "ui-sources-read",
            &[
                ("rows", source.rows.into()),
                ("file", source.path.clone().into()),
            ],
        );
        out.wrapped("<span class='report-quiet'>", &read, "</span></li>");
    }
    out.raw("</ul></section>");
}

fn values(out: &mut Html, table: Table) {
    let rows = table.rows.into_iter().map(|row| {
        let cells = std::iter::once(row.header).chain(row.cells);
        cells.map(Some).collect()
    });
    let text = TableText {
        caption: table.caption,
        columns: table.columns,
        rows: rows.collect(),
    };
    out.table("<div class='report-table' aria-label='", &text, "");
}
