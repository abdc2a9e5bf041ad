//! The way from the sensor to a chart, step by step: who, when, with which program, how many rows went in and out,
//! and what was left out and why. With a figure its way is lit, and its own sum is the last step.

use super::facts::Sayer;
use super::files::size;
use crate::domain::card::{Card, Item, Row, items, plain};
use crate::query::Ledger;
use crate::query::answer::LeftOutReason;
use crate::text::ledger::title;
use crate::ui::html::Html;

/// Raw files that are listed before the rest is folded away.
const SHOWN: usize = 12;

/// A figure whose way is shown.
pub struct Lit<'a> {
    pub ledger: &'a Ledger,
    /// The sum on the street's page.
    pub back: String,
}

/// What has a place in the chain of each step; the rest of a step follows below.
const OF_STEP: [&str; 8] = [
    "sb:position",
    "sb:kind",
    "rdfs:label",
    "dct:date",
    "prov:wasAssociatedWith",
    "sb:rowsIn",
    "sb:rowsOut",
    "sb:leftOut",
];

/// The chain as an ordered list; nothing where the record knows of no step.
pub fn chain(html: &mut Html, card: &Card, lit: Option<&Lit<'_>>, say: &Sayer) {
    let lit = lit.filter(|lit| {
        let mut files = lit.ledger.files.iter();
        files.any(|file| file.source.dataset == card.id)
    });
    html.raw(if lit.is_some() {
        "<ol class='chain is-lit'>"
    } else {
        "<ol class='chain'>"
    });
    sensor(html, card, say);
    raw(html, card, say);
    let steps = card.items("prov:wasGeneratedBy");
    for step in steps {
        done(html, step.rows(), say);
    }
    published(html, card, lit, say);
    if let Some(lit) = lit {
        figure(html, card, lit, say);
    }
    html.raw("</ol>");
}

/// Begins a step: what opens it is its name and, beside it, the most important number.
fn open(html: &mut Html, kind: &'static str, is_open: bool, name: &str, number: &str) {
    html.raw("<li class='chain-step' data-step='");
    html.raw(kind);
    html.raw(if is_open {
        "'><details open><summary><span class='chain-name'>"
    } else {
        "'><details><summary><span class='chain-name'>"
    });
    html.wrapped("", name, "</span> ");
    html.wrapped(
        "<span class='chain-number'>",
        number,
        "</span></summary><dl class='facts-list'>",
    );
}

fn close(html: &mut Html) {
    html.raw("</dl></details></li>");
}

fn fact(html: &mut Html, say: &Sayer, key: &str, value: &str) {
    if !value.is_empty() {
        html.wrapped("<div><dt>", &say.say(key), "</dt>");
        html.wrapped("<dd>", value, "</dd></div>");
    }
}

/// A number of rows or hours, marked for who reads the page with a program.
fn counted(html: &mut Html, label: &str, name: &'static str, number: u32, say: &Sayer) {
    html.wrapped("<div><dt>", label, "</dt><dd><data data-count='");
    html.raw(name);
    html.wrapped("' value='", &number.to_string(), "'>");
    html.wrapped(
        "",
        &say.words.whole(f64::from(number)),
        "</data></dd></div>",
    );
}

fn number(rows: &[Row], property: &str) -> Option<u32> {
    plain(rows, property)?.parse().ok()
}

fn rows_text(rows: Option<u32>, say: &Sayer) -> String {
    rows.map(|rows| say.words.with("data-rows", &[("rows", rows.into())]))
        .unwrap_or_default()
}

fn name_of<'a>(card: &'a Card, property: &str) -> &'a str {
    let agent = card.items(property).first().map_or(&[][..], Item::rows);
    plain(agent, "foaf:name").unwrap_or_default()
}

/// A date as the card has it, in words.
fn date(rows: &[Row], property: &str, say: &Sayer) -> String {
    let day = plain(rows, property).and_then(crate::domain::CivilDate::parse);
    day.map(|day| say.words.date(day)).unwrap_or_default()
}

fn sensor(html: &mut Html, card: &Card, say: &Sayer) {
    let Some(device) = plain(&card.rows, "sb:device") else {
        return;
    };
    let device = super::facts::term(device, &say.words).unwrap_or_else(|| device.to_owned());
    open(
        html,
        "sensor",
        false,
        &say.say("data-chain-sensor"),
        &device,
    );
    let owner = name_of(card, "dct:rightsHolder");
    let owner = if owner.is_empty() {
        name_of(card, "dct:publisher")
    } else {
        owner
    };
    fact(html, say, "data-chain-who", owner);
    if let Some(period) = card.items("dct:temporal").first() {
        let (start, end) = (
            date(period.rows(), "dcat:startDate", say),
            date(period.rows(), "dcat:endDate", say),
        );
        let period = [("start", start.into()), ("end", end.into())];
        fact(
            html,
            say,
            "data-chain-when",
            &say.words.with("common-period", &period),
        );
    }
    let incidents = card.items("sb:incident");
    if !incidents.is_empty() {
        let count = u32::try_from(incidents.len()).unwrap_or(u32::MAX);
        let text = say
            .words
            .with("data-chain-incidents", &[("count", count.into())]);
        fact(html, say, "data-chain-known", &text);
    }
    close(html);
}

fn raw(html: &mut Html, card: &Card, say: &Sayer) {
    let files = card.items("prov:wasDerivedFrom");
    if files.is_empty() {
        return;
    }
    let count = u32::try_from(files.len()).unwrap_or(u32::MAX);
    let number = say
        .words
        .with("data-chain-files", &[("count", count.into())]);
    open(html, "raw", false, &say.say("data-chain-raw"), &number);
    fact(html, say, "data-chain-who", name_of(card, "dct:publisher"));
    fact(
        html,
        say,
        "data-chain-fetched",
        &date(&card.rows, "sb:retrieved", say),
    );
    html.wrapped("<div><dt>", &say.say("data-chain-these"), "</dt><dd>");
    let (first, more) = files.split_at(files.len().min(SHOWN));
    raw_list(html, first, say);
    if !more.is_empty() {
        let count = (
            "count",
            u32::try_from(more.len()).unwrap_or(u32::MAX).into(),
        );
        html.wrapped(
            "<details class='data-more'><summary>",
            &say.words.with("data-chain-more-files", &[count]),
            "</summary>",
        );
        raw_list(html, more, say);
        html.raw("</details>");
    }
    html.raw("</dd></div>");
    close(html);
}

fn raw_list(html: &mut Html, files: &[Item], say: &Sayer) {
    html.raw("<ul class='facts-values'>");
    for file in files {
        let rows = file.rows();
        html.wrapped(
            "<li><span class='data-path'>",
            plain(rows, "rdfs:label").unwrap_or_default(),
            "</span>",
        );
        say.facts(html, &super::facts::rest(rows, &["rdfs:label"]));
        html.raw("</li>");
    }
    html.raw("</ul>");
}

/// A step of the processing: what it is in the reader's words, and what the program wrote about it.
fn done(html: &mut Html, step: &[Row], say: &Sayer) {
    let (rows_in, rows_out) = (number(step, "sb:rowsIn"), number(step, "sb:rowsOut"));
    let label = plain(step, "rdfs:label").unwrap_or_default();
    html.raw("<li class='chain-step' data-step='done'><details><summary><span class='chain-name'>");
    let kind = plain(step, "sb:kind").and_then(|kind| super::facts::term(kind, &say.words));
    html.text(&kind.unwrap_or_else(|| say.say("data-chain-done")));
    html.raw("</span> ");
    let number = rows_text(rows_out, say);
    html.wrapped(
        "<span class='chain-number'>",
        &number,
        "</span></summary><dl class='facts-list'>",
    );
    html.wrapped("<div><dt>", &say.say("data-chain-words"), "</dt>");
    html.wrapped("<dd class='chain-words' lang='en'>", label, "</dd></div>");
    if let Some(software) = items(step, "prov:wasAssociatedWith").first() {
        let of = software.rows();
        fact(html, say, "data-chain-who", runner(of));
        let name = plain(of, "foaf:name").unwrap_or_default();
        let version = plain(of, "sb:version").unwrap_or_default();
        fact(
            html,
            say,
            "data-chain-software",
            &format!("{name} {version}"),
        );
    }
    fact(html, say, "data-chain-when", &date(step, "dct:date", say));
    if let Some(rows) = rows_in {
        counted(html, &say.say("data-chain-in"), "in", rows, say);
    }
    if let Some(rows) = rows_out {
        counted(html, &say.say("data-chain-out"), "out", rows, say);
    }
    let left_out = items(step, "sb:leftOut");
    for left in left_out {
        let reason = plain(left.rows(), "rdfs:label").unwrap_or_default();
        html.wrapped(
            "<div><dt>",
            &say.say("data-chain-left"),
            "</dt><dd><span lang='en'>",
        );
        let rows = number_of(left, "sb:rows");
        html.wrapped("", reason, "</span>: <data data-count='left-out' value='");
        html.wrapped("", &rows.to_string(), "'>");
        let rows = say.words.with("data-rows", &[("rows", rows.into())]);
        html.wrapped("", &rows, "</data></dd></div>");
    }
    if left_out.is_empty() && rows_in.is_some() && rows_in == rows_out {
        fact(
            html,
            say,
            "data-chain-left",
            &say.say("data-chain-nothing-left"),
        );
    }
    html.raw("</dl>");
    say.facts(html, &super::facts::rest(step, &OF_STEP));
    html.raw("</details></li>");
}

/// The organisation for which a program ran.
fn runner(software: &[Row]) -> &str {
    let who = items(software, "prov:actedOnBehalfOf").first();
    let who = who.map_or(&[][..], Item::rows);
    plain(who, "foaf:name").unwrap_or_default()
}

fn number_of(item: &Item, property: &str) -> u32 {
    number(item.rows(), property).unwrap_or_default()
}

fn published(html: &mut Html, card: &Card, lit: Option<&Lit<'_>>, say: &Sayer) {
    let files = card.items("dcat:distribution");
    if files.is_empty() {
        return;
    }
    let rows = files
        .iter()
        .filter_map(|file| number(file.rows(), "sb:rows"));
    let rows = rows.reduce(u32::saturating_add);
    let shown = rows_text(rows, say);
    open(
        html,
        "published",
        false,
        &say.say("data-chain-published"),
        &shown,
    );
    let when = card
        .modified
        .map(|day| say.words.date(day))
        .unwrap_or_default();
    let by = card.items("prov:wasGeneratedBy").iter();
    let by = by.filter_map(|step| items(step.rows(), "prov:wasAssociatedWith").first());
    fact(
        html,
        say,
        "data-chain-who",
        by.map(|by| runner(by.rows()))
            .next_back()
            .unwrap_or_default(),
    );
    fact(html, say, "data-chain-when", &when);
    let steps = card.items("prov:wasGeneratedBy").iter();
    let before = steps
        .filter_map(|step| number(step.rows(), "sb:rowsOut"))
        .next_back();
    if let (Some(before), Some(rows)) = (before, rows) {
        counted(html, &say.say("data-chain-in"), "in", before, say);
        counted(html, &say.say("data-chain-out"), "out", rows, say);
    }
    for file in files {
        let path = plain(file.rows(), "dcat:downloadURL").unwrap_or_default();
        let is_lit = lit.is_some_and(|lit| {
            let mut files = lit.ledger.files.iter();
            files.any(|one| one.source.path == path)
        });
        html.raw(if is_lit {
            "<div class='is-lit'><dt>"
        } else {
            "<div><dt>"
        });
        html.wrapped(
            "",
            &say.say("data-chain-file"),
            "</dt><dd><span class='data-path'>",
        );
        say.link(html, path, None);
        html.wrapped(
            "</span> <span class='quiet'>",
            &size(file, say),
            "</span></dd></div>",
        );
    }
    close(html);
}

/// What became of the rows of one counter: the same numbers as in the sum on the street's page.
fn figure(html: &mut Html, card: &Card, lit: &Lit<'_>, say: &Sayer) {
    let ledger = lit.ledger;
    let (account, words) = (&ledger.account, &say.words);
    let used = words.with("data-chain-hours", &[("hours", account.used.into())]);
    open(html, "figure", true, &title(ledger.figure, words), &used);
    let about = [
        ledger.names.in_language(words.language().tag()).to_owned(),
        ledger.segment.0.clone(),
        words.mode(ledger.mode),
        words.period(ledger.start, ledger.end),
    ];
    fact(html, say, "data-chain-about", &about.join(" · "));
    fact(html, say, "data-chain-method", &ledger.method);
    for file in ledger
        .files
        .iter()
        .filter(|file| file.source.dataset == card.id)
    {
        let rows = [
            ("first", words.whole(file.first_row as f64).into()),
            ("last", words.whole(file.last_row as f64).into()),
            ("file", file.source.path.clone().into()),
        ];
        fact(
            html,
            say,
            "data-chain-in",
            &words.with("data-chain-part", &rows),
        );
    }
    counted(html, &say.say("data-chain-rows"), "rows", account.rows, say);
    counted(
        html,
        &say.say("data-chain-outside"),
        "outside",
        account.outside,
        say,
    );
    counted(
        html,
        &say.say("data-chain-of-period"),
        "hours",
        account.hours,
        say,
    );
    counted(html, &say.say("data-chain-used"), "used", account.used, say);
    for left in &account.left_out {
        let (key, name) = match left.reason {
            LeftOutReason::Off => ("data-chain-off", "off"),
            LeftOutReason::LowUptime => ("data-chain-low-uptime", "low-uptime"),
            LeftOutReason::NoValue => ("data-chain-no-value", "no-value"),
            LeftOutReason::Incident => ("data-chain-incident", "incident"),
        };
        counted(html, &say.say(key), name, left.hours, say);
    }
    counted(
        html,
        &say.say("data-chain-absent"),
        "absent",
        account.absent,
        say,
    );
    fact(html, say, "data-chain-adds-up", &sum(ledger, say));
    html.wrapped("</dl><p class='chain-back'><a href=\"", &lit.back, "\">");
    html.wrapped("", &say.say("data-chain-back"), "</a></p></details></li>");
}

/// `8,411 + 120 + 229 = 8,760`: used, left out by reason, without a row.
fn sum(ledger: &Ledger, say: &Sayer) -> String {
    let account = &ledger.account;
    let whole = |hours: u32| say.words.whole(f64::from(hours));
    let mut parts = vec![whole(account.used)];
    parts.extend(account.left_out.iter().map(|left| whole(left.hours)));
    if account.absent > 0 {
        parts.push(whole(account.absent));
    }
    format!("{} = {}", parts.join(" + "), whole(account.hours))
}
