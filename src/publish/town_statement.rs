//! What a town file states for the records: who, how often, on which roads, and the ethics card.

use super::records::{STREETS_THEME, StatedCatalog, StatedDataset};
use super::town_file::{DeclaredCatalog, Format};
use super::town_toml::{Keywords, RawAgent, RawCatalogue, RawEthics, RawSource, RawTown, Text};
use crate::catalog::record_parts::{Agent, Contact, Link, Reference};
use crate::catalog::texts::Text as InLanguage;
use crate::catalog::{EthicsCard, terms};
use crate::domain::CivilDate;
use crate::read::Place;
use std::ops::Range;
use toml::Spanned;

/// What is wrong, and where.
type Wrong = (Range<usize>, String);

/// What `[town]` says of the catalogue.
pub(super) fn catalog(raw: &RawTown) -> Result<StatedCatalog, Wrong> {
    Ok(StatedCatalog {
        description: raw.description.clone().names(),
        publisher: raw.publisher.as_ref().map(agent).transpose()?,
        homepage: url(raw.homepage.as_ref())?,
        created: date(raw.created.as_ref())?,
    })
}

/// What a `[[catalogue]]` says.
pub(super) fn foreign(
    raw: &RawCatalogue,
    place: impl Fn(&Range<usize>) -> Place,
) -> Result<DeclaredCatalog, Wrong> {
    if raw.paths.is_empty() {
        return Err((
            raw.id.span(),
            "the catalogue has no files; expected `paths`".to_owned(),
        ));
    }
    let paths = raw
        .paths
        .iter()
        .map(|path| (path.get_ref().clone(), place(&path.span())));
    Ok(DeclaredCatalog {
        id: raw.id.get_ref().clone(),
        paths: paths.collect(),
        title: raw.title.clone().names(),
        publisher: raw.publisher.clone(),
        url: url(raw.url.as_ref())?,
        retrieved: date(raw.retrieved.as_ref())?,
    })
}

fn date(raw: Option<&Spanned<String>>) -> Result<Option<CivilDate>, Wrong> {
    let Some(text) = raw else {
        return Ok(None);
    };
    let found = CivilDate::parse(text.get_ref());
    let message = || {
        format!(
            "{:?} is not a date; expected \"YYYY-MM-DD\"",
            text.get_ref()
        )
    };
    found.map(Some).ok_or_else(|| (text.span(), message()))
}

/// What a `[[source]]` says for its record.
pub(super) fn dataset(raw: &RawSource) -> Result<StatedDataset, Wrong> {
    if !raw.url.is_empty() && !is_url(&raw.url) {
        return Err((raw.id.span(), not_a_url(&raw.url)));
    }
    let frequency = match &raw.frequency {
        Some(name) if terms::frequency(name.get_ref()).is_none() => {
            let known: Vec<&str> = terms::FREQUENCIES.iter().map(|(known, _)| *known).collect();
            return Err((name.span(), unknown("frequency", name.get_ref(), &known)));
        }
        Some(name) => name.get_ref().clone(),
        None => String::new(),
    };
    for network in &raw.networks {
        if !terms::NETWORKS.contains(&network.get_ref().as_str()) {
            let message = unknown("network", network.get_ref(), &terms::NETWORKS);
            return Err((network.span(), message));
        }
    }
    let mut used_by = Vec::new();
    for user in &raw.used_by {
        used_by.push(Link {
            url: url(Some(&user.url))?,
            title: user.title.clone().names(),
        });
    }
    let is_map = matches!(
        raw.format,
        Format::TelraamSegments | Format::StreetGeojson | Format::OsmPbf
    );
    Ok(StatedDataset {
        email: email(raw.email.as_ref())?,
        owner: raw.owner.as_ref().map(agent).transpose()?,
        contact: raw.contact.as_ref().map(contact).transpose()?,
        used_by,
        keywords: raw.keywords.as_ref().map(keywords).unwrap_or_default(),
        frequency,
        networks: raw
            .networks
            .iter()
            .map(|name| name.get_ref().clone())
            .collect(),
        ethics: ethics(&raw.ethics),
        theme: if is_map {
            STREETS_THEME.to_owned()
        } else {
            String::new()
        },
        ..StatedDataset::default()
    })
}

fn agent(raw: &RawAgent) -> Result<Agent, Wrong> {
    Ok(Agent::new(
        raw.name.get_ref(),
        &url(raw.url.as_ref())?,
        &email(raw.email.as_ref())?,
    ))
}

/// A contact can be reached.
fn contact(raw: &RawAgent) -> Result<Contact, Wrong> {
    let agent = agent(raw)?;
    if agent.mailbox.is_none() && agent.homepage.is_none() {
        return Err((
            raw.name.span(),
            "nobody can be reached by a name alone; expected `email` or `url` too".to_owned(),
        ));
    }
    Ok(Contact {
        name: agent.name,
        email: agent.mailbox,
        url: agent.homepage.map(|page| Reference::new(page.id)),
    })
}

fn keywords(raw: &Keywords) -> Vec<InLanguage> {
    let word = |language: &str, value: &String| InLanguage {
        value: value.clone(),
        language: language.to_owned(),
    };
    match raw {
        Keywords::Same(words) => words.iter().map(|value| word("und", value)).collect(),
        Keywords::ByLanguage(all) => all
            .iter()
            .flat_map(|(language, words)| words.iter().map(|value| word(language, value)))
            .collect(),
    }
}

fn ethics(raw: &RawEthics) -> EthicsCard {
    let names = |text: &Text| {
        let mut names = text.clone().names();
        names.by_language.retain(|_, text| !text.trim().is_empty());
        names
    };
    EthicsCard {
        why: names(&raw.why),
        seen: names(&raw.seen),
        missed: names(&raw.missed),
        findable: names(&raw.findable),
        consent: names(&raw.consent),
        errors: names(&raw.errors),
        decides: names(&raw.decides),
        objection: names(&raw.objection),
        results: names(&raw.results),
        until: names(&raw.until),
        responsible: names(&raw.responsible),
    }
}

fn email(raw: Option<&Spanned<String>>) -> Result<String, Wrong> {
    let Some(text) = raw else {
        return Ok(String::new());
    };
    let is_address = text
        .get_ref()
        .split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
        && is_iri_text(text.get_ref());
    if is_address {
        Ok(text.get_ref().clone())
    } else {
        Err((
            text.span(),
            format!(
                "{:?} is not an e-mail address; expected \"name@town.example\"",
                text.get_ref()
            ),
        ))
    }
}

fn url(raw: Option<&Spanned<String>>) -> Result<String, Wrong> {
    match raw {
        None => Ok(String::new()),
        Some(text) if is_url(text.get_ref()) => Ok(text.get_ref().clone()),
        Some(text) => Err((text.span(), not_a_url(text.get_ref()))),
    }
}

fn is_url(text: &str) -> bool {
    ["http://", "https://"]
        .iter()
        .any(|scheme| text.starts_with(scheme))
        && is_iri_text(text)
}

/// No character that an IRI cannot have.
fn is_iri_text(text: &str) -> bool {
    !text.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c))
}

fn not_a_url(text: &str) -> String {
    format!(
        "{text:?} is not the address of a page; expected one that begins with http:// or https:// and has no blanks"
    )
}

fn unknown(what: &str, found: &str, known: &[&str]) -> String {
    format!(
        "the {what} {found:?} is not known; expected one of {}",
        known.join(", ")
    )
}
