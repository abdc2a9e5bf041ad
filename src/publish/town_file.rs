//! The town file (TOML): the town, its sources and what the sources do not say.
//! Whatever is wrong in it is told with line and column.

pub use super::format::Format;
use super::licenses;
use super::public_holidays;
use super::records::{StatedCatalog, StatedDataset};
use super::theme::Theme;
use super::town_events;
use super::town_statement;
use super::town_toml::{
    RawDemonstration, RawEvent, RawKind, RawSource, RawStreet, RawTown, RawTownFile, SegmentText,
    Text,
};
use crate::catalog::{License, Town};
use crate::domain::fold::slug;
use crate::domain::{CivilDate, Device, Event, Mode, Names, SegmentId, Side, Zone};
use crate::read::Place;
use crate::read::calendar_csv::CalendarColumns;
use crate::read::pieces::Region;
use crate::read::streets_geojson::StreetColumns;
use crate::read::table_map::TableMap;
use crate::read::trips::TripColumns;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::{Path, PathBuf};
use toml::Spanned;

/// What is wrong in a town file, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}{place}: {message}")]
pub struct TownFileError {
    pub file: String,
    pub place: Place,
    pub message: String,
}

/// What a town file asks for.
#[derive(Debug)]
pub enum Plan {
    /// A town that does not exist, made from a seed.
    Demonstration {
        seed: u64,
    },
    Town(Box<TownFile>),
}

/// A town with sources.
#[derive(Debug)]
pub struct TownFile {
    pub town: Town,
    /// Where the sources' paths start, relative to the town file.
    pub data_root: Option<String>,
    /// A place of `public_holidays::KNOWN` whose holidays are computed.
    pub public_holidays: Option<String>,
    /// Limits of `BE:urban` and the like, km/h.
    pub limits: BTreeMap<String, f64>,
    /// By municipality.
    pub inhabitants: BTreeMap<String, u32>,
    pub sources: Vec<Source>,
    pub streets: Vec<StreetOverride>,
    /// Events that the town file tells itself, in its order.
    pub events: Vec<Event>,
    /// What the catalogue says of itself.
    pub stated: StatedCatalog,
    /// Catalogues of others.
    pub catalogs: Vec<DeclaredCatalog>,
    pub theme: Theme,
    /// Whether the streets' pages have preview pictures.
    pub has_previews: bool,
}

/// A catalogue of others that is listed and can be searched.
#[derive(Debug)]
pub struct DeclaredCatalog {
    pub id: String,
    pub paths: Vec<(String, Place)>,
    pub title: Names,
    pub publisher: String,
    pub url: String,
    pub retrieved: Option<CivilDate>,
}

#[derive(Debug)]
pub struct Source {
    pub id: String,
    pub format: Format,
    /// File names and globs, with the place of each in the town file.
    pub paths: Vec<(String, Place)>,
    pub publisher: String,
    pub url: String,
    pub license: License,
    pub attribution: String,
    pub title: Names,
    pub description: Names,
    pub accuracy: Names,
    pub notes: Names,
    pub retrieved: Option<CivilDate>,
    /// What counts, where it is not what the format says.
    pub device: Option<Device>,
    /// Zone of times without an offset.
    pub zone: Option<Zone>,
    pub region: Option<Region>,
    pub street_columns: StreetColumns,
    pub calendar_columns: CalendarColumns,
    /// Municipality of streets whose source names none.
    pub municipality: String,
    pub counter: CounterOptions,
    /// Of shared mobility; empty where its own files say it.
    pub operator: Names,
    /// The municipality in which its stations are places of the town, for a town whose streets are in no source.
    pub places_in: Option<String>,
    pub trip_columns: TripColumns,
    /// What only the record of the dataset says.
    pub stated: StatedDataset,
}

impl Source {
    /// Files of a source and the lists beside them.
    #[must_use]
    pub fn with_companions(&self, root: &Path, mut files: Vec<PathBuf>) -> Vec<PathBuf> {
        let lists = [&self.counter.sites, &self.counter.directions];
        files.extend(lists.into_iter().flatten().map(|(path, _)| root.join(path)));
        files
    }
}

/// What only counters' own formats need.
#[derive(Debug, Default)]
pub struct CounterOptions {
    /// The publisher's list of sites, and that of their directions.
    pub sites: Option<(String, Place)>,
    pub directions: Option<(String, Place)>,
    /// What is counted where the file does not say it.
    pub mode: Option<Mode>,
    /// Length of an interval where the file does not show it.
    pub minutes: Option<u16>,
    pub table: Option<TableMap>,
    /// The site of all files of a source, and the side of each lane, for counters of vehicles.
    pub segment: Option<String>,
    pub lanes: BTreeMap<String, Side>,
    /// Counts in the published layout are written again, one range of bytes for each street and year.
    pub rewrite: bool,
}

/// What a town knows of a street beyond its sources.
#[derive(Debug)]
pub struct StreetOverride {
    pub place: Place,
    pub names: Names,
    pub municipality: Option<String>,
    pub segments: Vec<SegmentId>,
    /// km/h, and who says so.
    pub limit: Option<(f64, String)>,
}

/// Reads a town file. `file` is only for messages.
pub fn parse(file: &str, text: &str) -> Result<Plan, TownFileError> {
    let check = Check { file, text };
    if let Some(format) = check.toml::<RawKind>()?.format {
        if format.get_ref() != "demonstration" {
            return Err(check.error(
                &format,
                format!(
                    "the town file has the format {:?}; expected \"demonstration\", or no format and sources",
                    format.get_ref()
                ),
            ));
        }
        let seed = check.toml::<RawDemonstration>()?.seed;
        return Ok(Plan::Demonstration { seed });
    }
    let raw: RawTownFile = check.toml()?;
    let town = check.town(&raw.town)?;
    let stated = town_statement::catalog(&raw.town);
    let stated = stated.map_err(|(span, message)| check.at_place(check.place(&span), message))?;
    let mut ids = BTreeSet::new();
    let mut sources = Vec::new();
    for source in raw.source {
        if !ids.insert(source.id.get_ref().clone()) {
            return Err(check.error(&source.id, "two sources have this id; expected a new one"));
        }
        sources.push(check.source(source)?);
    }
    let streets = raw
        .street
        .into_iter()
        .map(|street| check.street(street))
        .collect::<Result<_, _>>()?;
    let mut catalogs = Vec::new();
    for catalog in raw.catalogue {
        check.id(&catalog.id)?;
        if !ids.insert(catalog.id.get_ref().clone()) {
            return Err(check.error(
                &catalog.id,
                "a source or catalogue has this id; expected a new one",
            ));
        }
        let declared = town_statement::foreign(&catalog, |span| check.place(span));
        catalogs
            .push(declared.map_err(|(span, message)| check.at_place(check.place(&span), message))?);
    }
    let theme = raw.theme.as_ref().map(Theme::of).transpose();
    let theme = theme.map_err(|(span, message)| check.at_place(check.place(&span), message))?;
    let theme = theme.unwrap_or_default();
    let events = raw
        .event
        .into_iter()
        .map(|event| check.event(event))
        .collect::<Result<_, _>>()?;
    Ok(Plan::Town(Box::new(TownFile {
        town,
        data_root: raw.data_root,
        public_holidays: raw.town.public_holidays.map(Spanned::into_inner),
        limits: raw.limits,
        inhabitants: raw.inhabitants,
        sources,
        streets,
        events,
        stated,
        catalogs,
        theme,
        has_previews: raw.town.previews,
    })))
}

/// The rules that TOML itself does not know.
struct Check<'t> {
    file: &'t str,
    text: &'t str,
}

impl Check<'_> {
    fn toml<T: serde::de::DeserializeOwned>(&self) -> Result<T, TownFileError> {
        toml::from_str(self.text).map_err(|error| {
            let place = error.span().map_or(Place::File, |span| self.place(&span));
            self.at_place(place, error.message().trim().to_owned())
        })
    }

    fn at_place(&self, place: Place, message: String) -> TownFileError {
        TownFileError {
            file: self.file.to_owned(),
            place,
            message,
        }
    }

    fn place(&self, span: &Range<usize>) -> Place {
        Place::of_byte(self.text.as_bytes(), span.start)
    }

    fn error<T>(&self, value: &Spanned<T>, message: impl Into<String>) -> TownFileError {
        self.at_place(self.place(&value.span()), message.into())
    }

    fn town(&self, raw: &RawTown) -> Result<Town, TownFileError> {
        self.id(&raw.id)?;
        self.zone(&raw.zone)?;
        if raw.languages.get_ref().is_empty() {
            return Err(self.error(
                &raw.languages,
                "no language; expected at least one, such as \"nl\"",
            ));
        }
        let centre = *raw.centre.get_ref();
        if !(-180.0..=180.0).contains(&centre.lon) || !(-90.0..=90.0).contains(&centre.lat) {
            return Err(self.error(
                &raw.centre,
                "not a place on earth; expected { lon = degrees east, lat = degrees north }",
            ));
        }
        if let Some(place) = &raw.public_holidays
            && !public_holidays::KNOWN.contains(&place.get_ref().as_str())
        {
            let known = public_holidays::KNOWN.join(", ");
            return Err(self.error(
                place,
                format!("the holidays of {:?} are not known; expected one of {known}, or a source of format public-holidays", place.get_ref()),
            ));
        }
        Ok(Town {
            id: raw.id.get_ref().clone(),
            names: raw.names.clone().names(),
            is_demonstration: false,
            zone: raw.zone.get_ref().clone(),
            languages: raw.languages.get_ref().clone(),
            centre,
        })
    }

    fn id(&self, id: &Spanned<String>) -> Result<(), TownFileError> {
        let text = id.get_ref();
        if text.is_empty() || slug(text) != *text {
            return Err(self.error(
                id,
                format!("the id {text:?} cannot stand in addresses; expected lower-case letters, digits and hyphens"),
            ));
        }
        Ok(())
    }

    fn zone(&self, name: &Spanned<String>) -> Result<Zone, TownFileError> {
        Zone::parse(name.get_ref()).ok_or_else(|| {
            self.error(
                name,
                format!("the zone {:?} is not known; expected a European one such as \"Europe/Brussels\", or \"UTC\"", name.get_ref()),
            )
        })
    }

    fn source(&self, raw: RawSource) -> Result<Source, TownFileError> {
        self.id(&raw.id)?;
        let license = licenses::find(raw.licence.get_ref()).ok_or_else(|| {
            self.error(
                &raw.licence,
                format!(
                    "the licence {:?} is not known; expected one of: {}",
                    raw.licence.get_ref(),
                    licenses::known()
                ),
            )
        })?;
        if raw.paths.is_empty() {
            return Err(self.error(&raw.id, "the source has no files; expected `paths`"));
        }
        self.options_fit(&raw)?;
        let retrieved = match &raw.retrieved {
            None => None,
            Some(date) => Some(CivilDate::parse(date.get_ref()).ok_or_else(|| {
                self.error(
                    date,
                    format!(
                        "{:?} is not a date; expected \"YYYY-MM-DD\"",
                        date.get_ref()
                    ),
                )
            })?),
        };
        let counter = self.counter_options(&raw)?;
        let stated = town_statement::dataset(&raw);
        let stated = stated.map_err(|(span, message)| self.at_place(self.place(&span), message))?;
        let zone = raw.zone.as_ref().map(|zone| self.zone(zone)).transpose()?;
        let (mut street_columns, mut calendar_columns, mut trip_columns) = Default::default();
        if let Some(columns) = raw.columns {
            let place = self.place(&columns.span());
            let table = columns.into_inner();
            let fail = |error: toml::de::Error| {
                self.at_place(
                    place.clone(),
                    format!("columns: {}", error.message().trim()),
                )
            };
            match raw.format {
                Format::StreetGeojson => street_columns = table.try_into().map_err(fail)?,
                Format::TripsCsv => trip_columns = table.try_into().map_err(fail)?,
                _ => calendar_columns = table.try_into().map_err(fail)?,
            }
        }
        let paths = raw
            .paths
            .into_iter()
            .map(|path| {
                let place = self.place(&path.span());
                (path.into_inner(), place)
            })
            .collect();
        Ok(Source {
            id: raw.id.into_inner(),
            format: raw.format,
            paths,
            publisher: raw.publisher,
            url: raw.url,
            license,
            attribution: raw.attribution,
            title: raw.title.names(),
            description: raw.description.names(),
            accuracy: raw.accuracy.names(),
            notes: raw.notes.names(),
            retrieved,
            device: raw.device,
            zone,
            region: raw.region.map(Spanned::into_inner),
            street_columns,
            calendar_columns,
            municipality: raw
                .municipality
                .map(Spanned::into_inner)
                .unwrap_or_default(),
            counter,
            stated,
            operator: raw
                .operator
                .map(|o| o.into_inner().names())
                .unwrap_or_default(),
            places_in: raw.places_in.map(Spanned::into_inner),
            trip_columns,
        })
    }

    fn counter_options(&self, raw: &RawSource) -> Result<CounterOptions, TownFileError> {
        let path = |path: &Spanned<String>| (path.get_ref().clone(), self.place(&path.span()));
        if let Some(minutes) = &raw.minutes
            && (*minutes.get_ref() == 0 || !60_u16.is_multiple_of(*minutes.get_ref()))
        {
            return Err(self.error(
                minutes,
                "not a whole part of an hour; expected 5, 15, 60 or the like",
            ));
        }
        if let Some(table) = &raw.table {
            let checked = table.get_ref().check();
            checked.map_err(|message| self.error(table, message))?;
        }
        if raw.format == Format::Csv && raw.table.is_none() {
            return Err(self.error(
                &raw.id,
                "CSV can be anything; expected `[source.table]`, which says what its columns are",
            ));
        }
        if raw.format.is_vehicles() && raw.zone.is_none() {
            return Err(self.error(
                &raw.id,
                "times of vehicles have no offset; expected `zone`, such as \"Europe/Zurich\"",
            ));
        }
        if raw.format == Format::Awv && raw.sites.is_none() {
            return Err(self.error(
                &raw.id,
                "the length of the intervals is in the list of sites; expected `sites`",
            ));
        }
        Ok(CounterOptions {
            sites: raw.sites.as_ref().map(path),
            directions: raw.directions.as_ref().map(path),
            mode: raw.mode.as_ref().map(|mode| *mode.get_ref()),
            rewrite: raw
                .rewrite
                .as_ref()
                .is_some_and(|rewrite| *rewrite.get_ref()),
            minutes: raw.minutes.as_ref().map(|minutes| *minutes.get_ref()),
            table: raw.table.as_ref().map(|table| table.get_ref().clone()),
            segment: raw
                .segment
                .as_ref()
                .map(|segment| segment.get_ref().clone()),
            lanes: raw
                .lanes
                .as_ref()
                .map(|lanes| lanes.get_ref().clone())
                .unwrap_or_default(),
        })
    }

    /// An option that a format does not know is a mistake, not a wish.
    fn options_fit(&self, raw: &RawSource) -> Result<(), TownFileError> {
        let fits = |formats: &[Format]| formats.contains(&raw.format);
        let streets = [
            Format::TelraamSegments,
            Format::StreetGeojson,
            Format::OsmPbf,
        ];
        let counters = [
            Format::Csv,
            Format::Awv,
            Format::EcoCounterCsv,
            Format::Gent5Min,
            Format::GentHourlyJson,
            Format::BerlinDetection,
            Format::TelraamXlsx,
        ];
        let calendars = [Format::PublicHolidays, Format::SchoolHolidays];
        let is_vehicles = raw.format.is_vehicles();
        let has_columns = fits(&calendars) || fits(&[Format::StreetGeojson, Format::TripsCsv]);
        let options = [
            (
                "zone",
                raw.zone.as_ref().map(Spanned::span),
                fits(&[Format::TelraamCsv, Format::TelraamParquet, Format::TripsCsv])
                    || fits(&counters)
                    || is_vehicles,
            ),
            (
                "region",
                raw.region.as_ref().map(Spanned::span),
                fits(&streets),
            ),
            (
                "municipality",
                raw.municipality.as_ref().map(Spanned::span),
                fits(&streets)
                    || fits(&counters)
                    || fits(&[Format::PublishedCounts])
                    || is_vehicles,
            ),
            (
                "segment",
                raw.segment.as_ref().map(Spanned::span),
                is_vehicles,
            ),
            ("lanes", raw.lanes.as_ref().map(Spanned::span), is_vehicles),
            (
                "rewrite",
                raw.rewrite.as_ref().map(Spanned::span),
                fits(&[Format::PublishedCounts]),
            ),
            (
                "sites",
                raw.sites.as_ref().map(Spanned::span),
                fits(&counters) && !fits(&[Format::Csv, Format::TelraamXlsx]),
            ),
            (
                "directions",
                raw.directions.as_ref().map(Spanned::span),
                fits(&[Format::Awv]),
            ),
            (
                "mode",
                raw.mode.as_ref().map(Spanned::span),
                fits(&[Format::EcoCounterCsv, Format::Jamar]),
            ),
            (
                "minutes",
                raw.minutes.as_ref().map(Spanned::span),
                fits(&[Format::EcoCounterCsv]),
            ),
            (
                "table",
                raw.table.as_ref().map(Spanned::span),
                fits(&[Format::Csv]),
            ),
            (
                "operator",
                raw.operator.as_ref().map(Spanned::span),
                raw.format.is_shared(),
            ),
            (
                "places_in",
                raw.places_in.as_ref().map(Spanned::span),
                fits(&[Format::GbfsRecording]),
            ),
            (
                "columns",
                raw.columns.as_ref().map(Spanned::span),
                has_columns,
            ),
        ];
        for (name, span, is_known) in options {
            if let Some(span) = span.filter(|_| !is_known) {
                return Err(self.at_place(
                    self.place(&span),
                    format!("a source of this format has no `{name}`; expected it to be left out"),
                ));
            }
        }
        Ok(())
    }

    fn event(&self, raw: Spanned<RawEvent>) -> Result<Event, TownFileError> {
        let whole = raw.span();
        town_events::event(raw.into_inner(), &whole)
            .map_err(|(span, message)| self.at_place(self.place(&span), message))
    }

    fn street(&self, raw: Spanned<RawStreet>) -> Result<StreetOverride, TownFileError> {
        let place = self.place(&raw.span());
        let raw = raw.into_inner();
        let fail = |message: &str| Err(self.at_place(place.clone(), message.to_owned()));
        if raw.segments.is_empty() && raw.name.is_none() {
            return fail("a street without name and segments; expected `name`, `segments` or both");
        }
        let limit = match (raw.limit, raw.limit_source) {
            (None, None) => None,
            (Some(limit), Some(source)) if limit > 0.0 && limit <= 300.0 => Some((limit, source)),
            (Some(_), Some(_)) => return fail("a limit that no street has; expected km/h"),
            _ => {
                return fail(
                    "`limit` and `limit_source` belong together: who says that this is the limit?",
                );
            }
        };
        let mut names = raw.name.map(Text::names).unwrap_or_default();
        names.aliases = raw.aliases;
        Ok(StreetOverride {
            names,
            municipality: raw.municipality,
            segments: raw.segments.into_iter().map(SegmentText::id).collect(),
            limit,
            place,
        })
    }
}
