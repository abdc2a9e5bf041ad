//! Cards, labels and dilemmas; what finer numbers give away, and what the small-number rule hides.

use super::answer_street::{calendar, here};
use super::answer_town::{overview, with_usual};
use super::piece::Piece;
use super::segment_rows;
use super::store::{Gather, Need, Opened, Store};
use crate::analysis::grain::grains;
use crate::analysis::hours::{Hours, prepare};
use crate::analysis::shared::small_numbers::{self, K, Node};
use crate::analysis::{SegmentCounts, a_year_before};
use crate::catalog::concerns::Concerns;
use crate::catalog::record_parts::{Agent, Contact, Reference};
use crate::catalog::{Dataset, EthicsCard, Record};
use crate::domain::{Mode, StreetId};
use crate::query::Failure;
use crate::query::ethics::{
    Card, Cards, Dilemmas, EthicsAnswer, EthicsQuestion, Grains, Hidden, HiddenPart, Label,
    LabelElement, LabelQuestion, LabelStreet, Person,
};
use crate::table::SummaryRow;

/// A street is taken for the grains from so many usable hours on: about a month.
const ENOUGH_HOURS: u64 = 700;
/// And where so many pass on a working day: a path without cars says nothing about cars.
const ENOUGH_PASSAGES: f64 = 24.0;
const DILEMMAS: &str = "dilemmas.json";

pub(super) fn answer(store: &mut Store, question: &EthicsQuestion) -> Result<EthicsAnswer, Need> {
    match question {
        EthicsQuestion::Cards => cards(store).map(EthicsAnswer::Cards),
        EthicsQuestion::Dilemmas => dilemmas(store).map(EthicsAnswer::Dilemmas),
        EthicsQuestion::Label(asked) => {
            label(store, asked).map(|label| EthicsAnswer::Label(Box::new(label)))
        }
        EthicsQuestion::Grains { mode } => finer(store, *mode).map(EthicsAnswer::Grains),
        EthicsQuestion::Hide { parts } => Ok(EthicsAnswer::Hide(hide(parts))),
    }
}

fn cards(store: &mut Store) -> Result<Cards, Need> {
    let opened = store.catalog()?;
    let mut gather = Gather::default();
    let mut datasets = Vec::new();
    for dataset in told(&opened) {
        datasets.extend(gather.take(card(store, &opened, dataset))?);
    }
    if !gather.is_complete() {
        return Err(gather.missing());
    }
    Ok(Cards {
        publisher: person(&opened.catalog.publisher),
        datasets,
    })
}

/// Datasets of a source; what `publish` makes of all of them together has no card of its own.
fn told(opened: &Opened) -> impl Iterator<Item = &Dataset> {
    let datasets = opened.catalog.datasets.iter();
    datasets.filter(|dataset| !matches!(dataset.id.as_str(), "streets" | "calendar" | "summary"))
}

fn card(store: &mut Store, opened: &Opened, dataset: &Dataset) -> Result<Card, Need> {
    let (path, _) = Record::paths(&dataset.id);
    let bytes = store.span(&Piece::unvouched(path.clone()))?;
    let record = Concerns::decode(&bytes).map_err(|error| Failure::Unreadable {
        file: path.clone(),
        place: format!("line {}, column {}", error.line, error.column),
        expected: error.expected,
    })?;
    if record.publication != opened.version {
        return Err(Failure::WrongHash {
            file: path,
            at_byte: 0,
        }
        .into());
    }
    let of = record.dataset;
    let answers = EthicsCard::QUESTIONS.into_iter().filter_map(|question| {
        let answer = of.ethics.answer(question)?;
        (!answer.by_language.is_empty()).then(|| (question.to_owned(), answer.clone()))
    });
    let label = of.label.into_iter().map(|element| LabelElement {
        category: element.category,
        element: element.element,
        title: element.title,
        text: element.description,
    });
    Ok(Card {
        id: dataset.id.clone(),
        title: dataset.title.clone(),
        device: dataset.device,
        contact: of
            .contact
            .as_ref()
            .map_or_else(|| person(&of.publisher), contact),
        license: dataset.license.name.clone(),
        period: of.temporal.map(|period| (period.start, period.end)),
        answers: answers.collect(),
        open: of
            .ethics
            .unanswered()
            .into_iter()
            .map(str::to_owned)
            .collect(),
        label: label.collect(),
    })
}

fn person(agent: &Agent) -> Person {
    Person {
        name: agent.name.clone(),
        email: email(agent.mailbox.as_ref()),
        url: web(agent.homepage.as_ref()),
    }
}

fn contact(contact: &Contact) -> Person {
    Person {
        name: contact.name.clone(),
        email: email(contact.email.as_ref()),
        url: web(contact.url.as_ref()),
    }
}

/// The address without its scheme; what is no plain address is left out.
fn email(found: Option<&Reference>) -> String {
    let address = found.and_then(|found| found.id.strip_prefix("mailto:"));
    let is_plain = |address: &&str| {
        address.contains('@')
            && address
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '@' | '.' | '-' | '_' | '+'))
    };
    address.filter(is_plain).unwrap_or_default().to_owned()
}

fn web(found: Option<&Reference>) -> String {
    let is_web = |id: &&String| id.starts_with("https://") || id.starts_with("http://");
    let found = found.map(|found| &found.id);
    found.filter(is_web).cloned().unwrap_or_default()
}

fn dilemmas(store: &mut Store) -> Result<Dilemmas, Need> {
    let mut gather = Gather::default();
    let opened = gather.take(store.catalog())?;
    let bytes = gather.take(store.span(&Piece::unvouched(DILEMMAS.to_owned())))?;
    let (Some(opened), Some(bytes)) = (opened, bytes) else {
        return Err(gather.missing());
    };
    let list: Dilemmas = serde_json::from_slice(&bytes).map_err(|error| Failure::Unreadable {
        file: DILEMMAS.to_owned(),
        place: format!("line {}, column {}", error.line(), error.column()),
        expected: error.to_string(),
    })?;
    Ok(Dilemmas {
        town: opened.catalog.town.id.clone(),
        publisher: person(&opened.catalog.publisher),
        ..list
    })
}

pub(super) fn label(store: &mut Store, asked: &LabelQuestion) -> Result<Label, Need> {
    let opened = store.catalog()?;
    let catalog = &opened.catalog;
    let (mut street, mut counted) = (None, None);
    if let Some(id) = &asked.street {
        let (_, file) = here(store, id)?;
        street = Some(LabelStreet {
            id: id.clone(),
            names: with_usual(&file.street.names, &catalog.town.languages),
            municipality: file.street.municipality.clone(),
        });
        counted = file.summary.first().map(|row| row.dataset.clone());
    }
    let labelled: Vec<&Dataset> = told(&opened).filter(|d| d.device.is_some()).collect();
    let is_wanted = |dataset: &&&Dataset| match (&asked.dataset, &counted, &asked.street) {
        (Some(id), _, _) | (None, Some(id), _) => dataset.id == *id,
        // Nothing counts in this street.
        (None, None, Some(_)) => false,
        (None, None, None) => true,
    };
    let card = match labelled.iter().find(is_wanted) {
        Some(dataset) => Some(card(store, &opened, dataset)?),
        None => None,
    };
    let others = labelled.iter().map(|d| (d.id.clone(), d.title.clone()));
    Ok(Label {
        card,
        publisher: person(&catalog.publisher),
        street,
        others: others.collect(),
    })
}

/// Of the quietest street that was counted long enough: there the small numbers are.
fn finer(store: &mut Store, mode: Mode) -> Result<Option<Grains>, Need> {
    let found = overview(store)?;
    let level = |row: &SummaryRow| match mode {
        Mode::Bike => row.bikes_per_working_day,
        _ => row.cars_per_working_day.or(row.bikes_per_working_day),
    };
    let mut rows: Vec<(f64, &SummaryRow)> = found
        .summary
        .iter()
        .filter(|row| row.usable_hours >= ENOUGH_HOURS)
        .filter_map(|row| Some((level(row)?, row)))
        .filter(|(level, _)| *level >= ENOUGH_PASSAGES)
        .collect();
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    let quietest = rows.iter().find_map(|(_, row)| {
        let mut streets = found.streets.iter();
        let street = streets.find(|street| street.segments.iter().any(|s| s.id == row.segment))?;
        Some((street.id.clone(), *row))
    });
    match quietest {
        Some((street, row)) => of_year(store, &street, row, mode),
        None => Ok(None),
    }
}

fn of_year(
    store: &mut Store,
    street: &StreetId,
    row: &SummaryRow,
    mode: Mode,
) -> Result<Option<Grains>, Need> {
    let (opened, file) = here(store, street)?;
    let end = row.last.plus_days(1);
    let start = row.first.max(a_year_before(end));
    let zone = opened.zone;
    let instants = zone.start_of_day(start)..zone.start_of_day(end);
    let mut gather = Gather::default();
    let calendar = gather.take(calendar(store, &opened))?;
    let rows = segment_rows::within(store, &opened, &file, &row.segment, instants);
    let (Some(calendar), Some(rows)) = (calendar, gather.take(rows)?) else {
        return Err(gather.missing());
    };
    let counts = SegmentCounts::of_parts(&rows.hours, &rows.table, zone, &calendar);
    let list = prepare(&counts);
    let hours = Hours {
        table: &rows.hours,
        list: &list,
    };
    let grains = grains(hours.between(start, end), mode);
    Ok((!grains.is_empty()).then(|| Grains {
        street: street.clone(),
        names: with_usual(&file.street.names, &opened.catalog.town.languages),
        mode,
        start,
        end,
        grains,
    }))
}

/// By the rule that `publish` follows; each part with why it is hidden.
fn hide(parts: &[u32]) -> Hidden {
    let leaves = parts.iter().map(|n| Node::leaf("", u64::from(*n)));
    let tree = Node::sum("", leaves.collect());
    let shown = small_numbers::shown(&tree, K);
    let is_total_shown = shown.trips.is_some();
    let mut small = parts.iter().copied().filter(|n| u64::from(*n) < K);
    let alone = small.next().filter(|_| small.next().is_none());
    let shown_parts = shown.parts.iter().filter_map(|part| part.trips);
    let (count, sum) = shown_parts.fold((0, 0), |(count, sum), trips| (count + 1, sum + trips));
    Hidden {
        k: u32::try_from(K).unwrap_or(u32::MAX),
        total: tree.trips,
        is_total_shown,
        hidden_parts: u32::try_from(parts.len() - count).unwrap_or(u32::MAX),
        left: tree.trips - sum,
        alone: alone.map(u64::from),
        parts: shown
            .parts
            .iter()
            .zip(parts)
            .map(|(shown, count)| match shown.trips {
                Some(trips) => HiddenPart::Shown(trips),
                None if u64::from(*count) < K => HiddenPart::Small,
                None if is_total_shown => HiddenPart::Companion,
                None => HiddenPart::WithTotal,
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use HiddenPart::{Companion, Shown, Small};

    #[test]
    fn each_part_says_why_it_is_hidden_and_what_subtraction_would_tell() {
        let found = hide(&[16, 31, 4]);
        assert_eq!(found.parts, [Companion, Shown(31), Small]);
        assert_eq!((found.total, found.left), (51, 20));
        assert_eq!((found.hidden_parts, found.alone), (2, Some(4)));
        // 14 and 4 are as much as two small numbers can be: both would be known.
        assert_eq!(hide(&[14, 31, 4]).parts, [Companion, Companion, Small]);
        let found = hide(&[10, 30, 0]);
        assert_eq!(found.parts, [Companion, Shown(30), Small]);
        assert_eq!(hide(&[10, 30]).hidden_parts, 0);
        let found = hide(&[3, 4]);
        assert_eq!(found.parts, [Small, Small]);
        assert!(!found.is_total_shown);
        assert_eq!((hide(&[]).total, hide(&[]).hidden_parts), (0, 0));
    }

    #[test]
    fn an_address_that_is_none_is_no_link() {
        let email = |id: &str| email(Some(&Reference::new(id)));
        assert_eq!(email("mailto:data@town.example"), "data@town.example");
        assert_eq!(email("mailto:a@b.example?bcc=c@d.example"), "");
        assert_eq!(email("javascript:alert(1)"), "");
        let web = |id: &str| web(Some(&Reference::new(id)));
        assert_eq!(web("https://town.example"), "https://town.example");
        assert_eq!(web("javascript:alert(1)"), "");
    }
}
