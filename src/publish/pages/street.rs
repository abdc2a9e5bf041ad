//! The page of one street in one language.

use super::card::UP;
use super::preview;
use crate::catalog::Town;
use crate::chart::svg::{Mixed, element};
use crate::chart::{Chart, ChartKind, Theme};
use crate::query::StreetAnswer;
use crate::query::answer::{CountedAnswer, SourceLine};
use crate::text::html::Html;
use crate::text::ledger::TableText;
use crate::text::{Language, PlainAnswer, Words, answers as plain, published};

/// What all pages of a folder share.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    pub town: &'a Town,
    /// Which publication the pages are of.
    pub publication: &'a str,
    pub languages: &'a [Language],
    /// Where the app will be, ending in `/`; `None` where that is not known.
    pub site: Option<&'a str>,
    /// Light and dark.
    pub themes: &'a (Theme, Theme),
    /// Whether there are pictures beside the pages.
    pub has_previews: bool,
}

impl About<'_> {
    /// The chart that the picture beside a page is of.
    pub fn preview(self, counted: &CountedAnswer, words: &Words) -> Option<Chart> {
        let chart = || preview::chart(counted, words);
        self.has_previews.then(chart).flatten()
    }
}

/// CSS pixels for which the drawings are made; a page shows two beside each other where there is room.
const WIDTH: f64 = 400.0;

/// The address of the app's page of a street, or of its first page.
pub fn full_page(street: Option<(&StreetAnswer, &Words)>, about: About<'_>) -> String {
    let folder = about.site.unwrap_or(UP);
    match street {
        None => folder.to_owned(),
        // Ids are plain letters: only such have a page.
        Some((answer, words)) => format!(
            "{folder}?lang={}&street={}",
            words.language().tag(),
            answer.header.id.0
        ),
    }
}

/// `Stationsstraat, Wolkenbrugge`.
pub fn name_of(answer: &StreetAnswer, about: About<'_>, words: &Words) -> String {
    let tag = words.language().tag();
    let name = answer.header.names.in_language(tag);
    let place = match answer.header.municipality.as_str() {
        "" => about.town.names.in_language(tag),
        place => place,
    };
    if place.is_empty() || place == name {
        name.to_owned()
    } else {
        format!("{name}, {place}")
    }
}

/// A page; `mixed` collects the drawings' colours for the style sheet.
pub fn page(
    answer: &StreetAnswer,
    counted: &CountedAnswer,
    about: About<'_>,
    words: &Words,
    mixed: &mut Mixed,
) -> String {
    let mut out = Html::default();
    let busy = plain::busy(counted, words);
    let picture = about.preview(counted, words);
    head(&mut out, answer, &busy, picture.as_ref(), about, words);
    out.raw("<main>");
    if about.town.is_demonstration {
        out.wrapped(
            "<p class='demonstration'>",
            &say("page-demonstration", words),
            "</p>",
        );
    }
    sign(&mut out, answer, words);
    let period = words.period(counted.start, counted.end);
    let coverage = plain::coverage_line(counted.scope.usable, counted.scope.hours, words);
    out.wrapped(
        "<p class='quiet'>",
        &format!("{period}. {coverage}"),
        "</p>",
    );
    out.wrapped(
        "<p><a class='whole' href='",
        &full_page(Some((answer, words)), about),
        "'>",
    );
    out.wrapped("", &say("page-whole", words), "</a></p>");
    let cards: [(&'static str, PlainAnswer, &[ChartKind]); 4] = [
        (
            "busy",
            busy,
            &[
                ChartKind::DayProfile,
                ChartKind::WeekMap,
                ChartKind::Directions,
            ],
        ),
        ("speed", plain::speed(counted, words), &[ChartKind::Speeds]),
        (
            "change",
            plain::change(counted, words),
            &[ChartKind::Months],
        ),
        ("who", plain::who(counted, words), &[ChartKind::Split]),
    ];
    for (name, said, kinds) in cards {
        let charts: Vec<Chart> = kinds
            .iter()
            .filter_map(|kind| Chart::of(*kind, counted, words))
            .collect();
        // A single drawing stands beside its answer where there is room.
        let open = if charts.len() == 1 {
            "<section class='one' aria-labelledby='"
        } else {
            "<section aria-labelledby='"
        };
        out.wrapped(open, name, "'><div>");
        out.wrapped("<h2 id='", name, "'>");
        out.wrapped("", &said.question, "</h2>");
        out.wrapped("<p class='answer'>", &said.sentence, "</p>");
        if let Some(line) = &said.certainty {
            out.wrapped("<p class='certainty'>", line, "</p>");
        }
        if !said.notes.is_empty() {
            out.list("<ul class='notes'>", &said.notes);
        }
        out.raw("</div>");
        if !charts.is_empty() {
            out.raw("<div class='charts'>");
            for chart in &charts {
                figure(&mut out, chart, about, words, mixed);
            }
            out.raw("</div>");
        }
        out.raw("</section>");
    }
    sources(&mut out, &answer.sources, words);
    out.raw("</main></body></html>\n");
    out.finish()
}

pub fn say(key: &str, words: &Words) -> String {
    published::text(key)
        .in_language(words.language().tag())
        .to_owned()
}

fn head(
    out: &mut Html,
    answer: &StreetAnswer,
    busy: &PlainAnswer,
    picture: Option<&Chart>,
    about: About<'_>,
    words: &Words,
) {
    let tag = words.language().tag();
    let file = format!("{}.html", answer.header.id.0);
    let name = name_of(answer, about, words);
    out.wrapped(
        "<!DOCTYPE html>\n<html lang='",
        tag,
        "'><head><meta charset='utf-8'>",
    );
    out.raw("<meta name='viewport' content='width=device-width, initial-scale=1'>");
    out.raw("<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'\">");
    out.raw("<meta name='color-scheme' content='light dark'><meta name='referrer' content='no-referrer'>");
    out.wrapped(
        "<meta name='straatbeeld-publication' content='",
        about.publication,
        "'>",
    );
    out.wrapped("<title>", &name, " · Straatbeeld</title>");
    out.wrapped("<meta name='description' content='", &busy.sentence, "'>");
    out.raw("<meta property='og:type' content='article'><meta property='og:site_name' content='Straatbeeld'>");
    out.wrapped("<meta property='og:title' content='", &name, "'>");
    out.wrapped(
        "<meta property='og:description' content='",
        &busy.sentence,
        "'>",
    );
    out.wrapped("<meta property='og:locale' content='", tag, "'>");
    if let Some(site) = about.site {
        let address = format!("{site}data/page/{tag}/{file}");
        out.wrapped("<link rel='canonical' href='", &address, "'>");
        out.wrapped("<meta property='og:url' content='", &address, "'>");
    }
    preview_of(out, answer, picture, &name, about, tag);
    for other in about.languages {
        out.wrapped(
            "<link rel='alternate' hreflang='",
            other.tag(),
            "' href='../",
        );
        out.wrapped("", other.tag(), "/");
        out.wrapped("", &file, "'>");
    }
    out.wrapped(
        "<link rel='alternate' type='application/json+oembed' href='",
        &answer.header.id.0,
        ".oembed.json' title='",
    );
    out.wrapped("", &name, "'>");
    out.raw("<link rel='icon' href='data:,'><link rel='stylesheet' href='../page.css'><link rel='stylesheet' href='../../theme.css'></head><body><header><p>Straatbeeld</p>");
    if about.languages.len() > 1 {
        out.wrapped("<nav aria-label='", &say("page-languages", words), "'>");
        for other in about.languages {
            let tag = other.tag();
            out.wrapped("<a lang='", tag, "' hreflang='");
            out.wrapped("", tag, "' href='../");
            out.wrapped("", tag, "/");
            out.wrapped("", &file, "'");
            if *other == words.language() {
                out.raw(" aria-current='page'");
            }
            out.wrapped(">", other.own_name(), "</a>");
        }
        out.raw("</nav>");
    }
    out.raw("</header>");
}

/// The picture beside the page. Without the site's address it is named from the page on, as all its links are.
fn preview_of(
    out: &mut Html,
    answer: &StreetAnswer,
    picture: Option<&Chart>,
    name: &str,
    about: About<'_>,
    tag: &str,
) {
    let Some(chart) = picture else {
        out.raw("<meta name='twitter:card' content='summary'>");
        return;
    };
    let file = format!("{}.png", answer.header.id.0);
    let address = about.site.map_or_else(
        || file.clone(),
        |site| format!("{site}data/page/{tag}/{file}"),
    );
    let alt = preview::said(chart, name);
    out.wrapped("<meta property='og:image' content='", &address, "'>");
    out.raw("<meta property='og:image:type' content='image/png'>");
    let (width, height) = (preview::WIDTH.to_string(), preview::HEIGHT.to_string());
    out.wrapped("<meta property='og:image:width' content='", &width, "'>");
    out.wrapped("<meta property='og:image:height' content='", &height, "'>");
    out.wrapped("<meta property='og:image:alt' content='", &alt, "'>");
    out.raw("<meta name='twitter:card' content='summary_large_image'>");
    out.wrapped("<meta name='twitter:image:alt' content='", &alt, "'>");
}

fn sign(out: &mut Html, answer: &StreetAnswer, words: &Words) {
    let header = &answer.header;
    let tag = words.language().tag();
    out.raw("<div class='sign'><h1");
    // The name's own language, where it is not that of the page.
    let own = header
        .names
        .by_language
        .iter()
        .find(|(_, name)| name.as_str() == header.names.in_language(tag));
    if let Some((own, _)) = own
        && own != tag
        && own != "und"
    {
        out.wrapped(" lang='", own, "'");
    }
    out.wrapped(">", header.names.in_language(tag), "</h1>");
    let limits: Vec<String> = header
        .limits_kmh
        .iter()
        .map(|limit| words.kmh(*limit))
        .collect();
    let mut facts = vec![header.municipality.clone()];
    if !limits.is_empty() {
        facts.push(format!(
            "{}: {}",
            say("page-limit", words),
            words.list(&limits)
        ));
    }
    facts.retain(|fact| !fact.is_empty());
    out.wrapped("<p>", &facts.join(" · "), "</p></div>");
}

pub fn figure(out: &mut Html, chart: &Chart, about: About<'_>, words: &Words, mixed: &mut Mixed) {
    let name = chart.name;
    let label = format!("chart-{name}");
    out.wrapped("<figure id='", name, "'><h3 id='");
    out.wrapped("", &label, "'>");
    out.wrapped("", &chart.title, "</h3>");
    let (light, dark) = about.themes;
    out.drawn(&element(chart, (light, dark), WIDTH, &label, mixed));
    out.wrapped("<figcaption>", &chart.sentence, "</figcaption>");
    out.wrapped(
        "<details><summary>",
        &say("page-table", words),
        "</summary>",
    );
    let rows = chart.table.rows.iter().map(|row| {
        let cells = std::iter::once(&row.header).chain(&row.cells);
        cells.cloned().map(Some).collect()
    });
    let table = TableText {
        caption: chart.table.caption.clone(),
        columns: chart.table.columns.clone(),
        rows: rows.collect(),
    };
    out.table(
        "<div class='table' role='region' tabindex='0' aria-label='",
        &table,
        "",
    );
    out.raw("</details></figure>");
}

fn sources(out: &mut Html, sources: &[SourceLine], words: &Words) {
    out.wrapped(
        "<section class='sources' aria-labelledby='sources'><h2 id='sources'>",
        &say("page-sources", words),
        "</h2><ul>",
    );
    for one in sources {
        source(out, one, words);
    }
    out.wrapped("</ul><p>", &say("page-note", words), "</p></section>");
}

/// Title, publisher and licence of a dataset.
pub fn source(out: &mut Html, source: &SourceLine, words: &Words) {
    let tag = words.language().tag();
    out.wrapped("<li>", source.title.in_language(tag), " · ");
    out.wrapped("", &source.publisher, " · ");
    let is_web = ["http://", "https://"]
        .iter()
        .any(|start| source.license_url.starts_with(start));
    if is_web {
        out.wrapped(
            "<a rel='license noopener' href='",
            &source.license_url,
            "'>",
        );
        out.wrapped("", &source.license, "</a></li>");
    } else {
        out.wrapped("", &source.license, "</li>");
    }
}
