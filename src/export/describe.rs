//! What travels with a CSV: its columns, period, sources, licence and address, as CSV on the Web
//! (W3C, <https://www.w3.org/TR/tabular-metadata/>).

use super::Taken;
use serde_json::{Value, json};

#[derive(Clone, Copy, Debug)]
pub struct Column {
    pub name: &'static str,
    datatype: &'static str,
    description: &'static str,
}

const fn column(name: &'static str, datatype: &'static str, description: &'static str) -> Column {
    Column {
        name,
        datatype,
        description,
    }
}

pub const COLUMNS: [Column; 14] = [
    column("street", "string", "Id of the street in addresses"),
    column(
        "segment",
        "string",
        "The publisher's id of the counted stretch",
    ),
    column("figure", "string", "Which figure of the street's page"),
    column(
        "mode",
        "string",
        "Who is counted: pedestrian, bike, car, heavy, or night (seen in the dark without a class)",
    ),
    column(
        "from",
        "date",
        "First day of the period, civil time of the town",
    ),
    column("until", "date", "The day after the last day of the period"),
    column(
        "series",
        "string",
        "Kind of day, weekday, side of the road, class of speeds (position is its lower edge in km/h), or measure",
    ),
    column(
        "position",
        "string",
        "Hour of the day (0 is 0:00 to 1:00), lower edge of a class, or month; empty where there is one value",
    ),
    column(
        "value",
        "number",
        "The value with all its digits; empty where missing, which is not zero",
    ),
    column("unit", "string", "Unit of the value"),
    column(
        "state",
        "string",
        "measured, partial (a part of the time was counted), estimated, or missing",
    ),
    column("hours", "integer", "Hours of counts that entered"),
    column(
        "coverage",
        "number",
        "Share (0 to 1) of the time that was counted and used: of the period, or of the month",
    ),
    column(
        "method",
        "string",
        "Name and version of the method; the sum behind the figure on the page gives its formula",
    ),
];

/// Where and when a figure was taken along.
#[derive(Clone, Debug)]
pub struct Origin {
    pub title: String,
    /// The figure's page.
    pub permalink: String,
    /// `2026-11-26`
    pub accessed: String,
    pub language: String,
}

impl Taken<'_> {
    /// The description of the CSV, as JSON.
    #[must_use]
    pub fn description(&self, origin: &Origin) -> String {
        let columns: Vec<Value> = COLUMNS
            .iter()
            .map(|column| {
                json!({
                    "name": column.name,
                    "titles": column.name,
                    "datatype": column.datatype,
                    "dc:description": column.description,
                })
            })
            .collect();
        let sources: Vec<Value> = self
            .street
            .sources
            .iter()
            .map(|source| {
                json!({
                    "dc:title": source.title.in_language(&origin.language),
                    "dc:publisher": source.publisher,
                    "dc:license": source.license_url,
                    "dc:rights": source.license,
                    "schema:name": source.path,
                    "schema:sha256": source.sha256,
                })
            })
            .collect();
        let counted = self.counted;
        let text = serde_json::to_string_pretty(&json!({
            "@context": ["http://www.w3.org/ns/csvw", { "@language": origin.language }],
            "url": format!("{}.csv", self.name()),
            "dc:title": origin.title,
            "dc:identifier": origin.permalink,
            "dc:temporal": format!("{}/{}", counted.start, counted.last_day()),
            "dc:source": sources,
            "schema:dateAccessed": origin.accessed,
            "schema:measurementTechnique": self.method(),
            "dialect": { "header": true, "delimiter": ",", "encoding": "utf-8", "lineTerminators": ["\r\n"] },
            "tableSchema": { "columns": columns },
        }));
        text.unwrap_or_default()
    }
}
