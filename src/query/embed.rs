//! Addresses of one figure on another site: `embed.html?street=molenstraat&figure=speeds&theme=dark`. What is asked
//! is said as in the app's own addresses (`permalink`); this adds which figure, and how it looks.

use super::permalink::{Address, Page};
use super::plate::{Other, Plate, PlateQuestion};
use super::question::StreetQuestion;
use form_urlencoded::Serializer;

/// What an embed shows. Parsing gives this or what was not understood.
#[derive(Clone, Debug, PartialEq)]
pub struct EmbedAddress {
    /// `None` leaves the choice to the browser.
    pub language: Option<String>,
    pub question: StreetQuestion,
    pub figure: EmbedFigure,
    /// What is shown in place of a chart.
    pub plate: Option<Plate>,
    /// What a comparison compares with; at least one where there is a comparison, else none.
    pub with: Vec<Other>,
    /// The dataset of a card; `None` takes the one that counts in the street.
    pub dataset: Option<String>,
    pub show: EmbedShow,
    pub theme: EmbedTheme,
    /// CSS pixels of the drawing; `None` takes what suits the width.
    pub height: Option<u16>,
    /// Returned in every message to the host, so that it knows which of its frames speaks.
    pub id: String,
}

/// The figures that stand alone, by the names of the charts of a street's page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EmbedFigure {
    #[default]
    Day,
    Week,
    Directions,
    Speeds,
    Months,
    Split,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EmbedShow {
    #[default]
    Chart,
    /// The same values as a table, at once.
    Table,
    /// The answer in words alone.
    Number,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EmbedTheme {
    /// As the reader's system.
    #[default]
    Auto,
    Light,
    Dark,
}

/// The drawing's height, CSS pixels.
pub const HEIGHTS: std::ops::RangeInclusive<u16> = 120..=1200;
/// Letters, digits, `-` and `_`.
const LONGEST_ID: usize = 64;

impl EmbedFigure {
    pub const ALL: [Self; 6] = [
        Self::Day,
        Self::Week,
        Self::Directions,
        Self::Speeds,
        Self::Months,
        Self::Split,
    ];

    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Directions => "directions",
            Self::Speeds => "speeds",
            Self::Months => "months",
            Self::Split => "split",
        }
    }

    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

impl EmbedShow {
    pub const ALL: [Self; 3] = [Self::Chart, Self::Table, Self::Number];

    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Chart => "chart",
            Self::Table => "table",
            Self::Number => "number",
        }
    }

    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

impl EmbedTheme {
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

impl EmbedAddress {
    /// Parses a query string, with or without its question mark.
    ///
    /// # Errors
    /// What was not understood: `figure=pie`. A key that is not known is passed over.
    pub fn parse(query: &str) -> Result<Self, String> {
        let query = query.strip_prefix('?').unwrap_or(query);
        let get = |wanted: &str| value_of(query, wanted);
        let address = Address::parse(query);
        let question = match address.page {
            Page::Street(question) => question,
            Page::Home => return Err("street=".to_owned()),
            Page::Unknown(what) => return Err(what),
        };
        let plate = get("figure").and_then(|name| Plate::parse(&name));
        let figure = get("figure").filter(|_| plate.is_none());
        Ok(Self {
            language: address.language,
            question,
            figure: chosen("figure", figure, EmbedFigure::parse)?,
            plate,
            with: match (plate, get("with")) {
                (Some(Plate::Compare), Some(text)) => chosen("with", Some(text), Other::parse_all)?,
                // A comparison with nothing is none.
                (Some(Plate::Compare), None) => return Err("with=".to_owned()),
                _ => Vec::new(),
            },
            dataset: get("dataset").filter(|_| plate == Some(Plate::Card)),
            show: chosen("show", get("show"), EmbedShow::parse)?,
            theme: chosen("theme", get("theme"), EmbedTheme::parse)?,
            height: chosen("height", get("height"), |text| {
                text.parse()
                    .ok()
                    .filter(|height| HEIGHTS.contains(height))
                    .map(Some)
            })?,
            id: chosen("id", get("id"), id)?,
        })
    }

    /// The id alone, also where the rest is not understood; empty where it is none.
    #[must_use]
    pub fn id_of(query: &str) -> String {
        let query = query.strip_prefix('?').unwrap_or(query);
        let found = value_of(query, "id").and_then(|text| id(&text));
        found.unwrap_or_default()
    }

    /// The query string with its question mark; what is usual is left out.
    #[must_use]
    pub fn format(&self) -> String {
        let mut out = self.page().format();
        let mut more = Serializer::new(String::new());
        match self.plate {
            Some(plate) => {
                more.append_pair("figure", plate.name());
            }
            None if self.figure != EmbedFigure::default() => {
                more.append_pair("figure", self.figure.name());
            }
            None => {}
        }
        if let Some(dataset) = &self.dataset {
            more.append_pair("dataset", dataset);
        }
        if self.show != EmbedShow::default() {
            more.append_pair("show", self.show.name());
        }
        if self.theme != EmbedTheme::default() {
            more.append_pair("theme", self.theme.name());
        }
        if let Some(height) = self.height {
            more.append_pair("height", &height.to_string());
        }
        if !self.id.is_empty() {
            more.append_pair("id", &self.id);
        }
        let more = more.finish();
        if !more.is_empty() {
            out.push('&');
            out.push_str(&more);
        }
        // Plain letters and signs by the rule of others: what a serializer would make of the commas nobody can read.
        for (at, other) in self.with.iter().enumerate() {
            out.push_str(if at == 0 { "&with=" } else { "," });
            out.push_str(&other.format());
        }
        out
    }

    /// What is asked for in place of a street's counts; `None` of a chart.
    #[must_use]
    pub fn plate_question(&self) -> Option<PlateQuestion> {
        let dataset = self.dataset.as_deref();
        Some(PlateQuestion::of(
            self.plate?,
            &self.question,
            &self.with,
            dataset,
        ))
    }

    /// The whole page that this figure is of.
    #[must_use]
    pub fn page(&self) -> Address {
        Address {
            language: self.language.clone(),
            page: Page::Street(self.question.clone()),
            sum: None,
        }
    }
}

/// The code that a site puts into its page: a frame without an origin, cookies, a referrer or a way out but links
/// that the reader follows. `folder` is the address of the documents, which ends in `/`.
#[must_use]
pub fn frame_code(
    address: &EmbedAddress,
    folder: &str,
    title: &str,
    (width, height): (&str, u16),
) -> String {
    let mut code = String::from("<iframe src=\"");
    escape(
        &mut code,
        &format!("{folder}embed.html{}", address.format()),
    );
    code.push_str("\" title=\"");
    escape(&mut code, title);
    code.push_str("\" width=\"");
    escape(&mut code, width);
    code.push_str("\" height=\"");
    code.push_str(&height.to_string());
    code.push('"');
    if !address.id.is_empty() {
        // Plain letters, by the rule of ids.
        code.push_str(" data-straatbeeld=\"");
        code.push_str(&address.id);
        code.push('"');
    }
    code.push_str(" loading=\"lazy\" referrerpolicy=\"no-referrer\" sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\"></iframe>");
    code
}

impl EmbedAddress {
    /// What makes this figure once and for all, for who has the published folder: run beside `data/`. `site` is the
    /// address of the documents, which ends in `/`.
    #[must_use]
    pub fn freeze_command(&self, site: &str) -> String {
        // Of a frozen figure the drawing is the same for every theme, show and frame.
        let address = Self {
            show: EmbedShow::Chart,
            theme: EmbedTheme::Auto,
            height: None,
            id: String::new(),
            ..self.clone()
        };
        format!(
            "straatbeeld freeze {} --data data --out frozen --site {}",
            quoted(&address.format()),
            quoted(site)
        )
    }
}

/// The code for a figure that stays as it is: a frame that allows nothing but links. `address` is that of its page.
#[must_use]
pub fn frozen_frame_code(address: &str, title: &str) -> String {
    let mut code = String::from("<iframe src=\"");
    escape(&mut code, address);
    code.push_str("\" title=\"");
    escape(&mut code, title);
    code.push_str("\" width=\"100%\" height=\"700\" loading=\"lazy\" referrerpolicy=\"no-referrer\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\"></iframe>");
    code
}

/// For a shell: nothing in single quotes means anything.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}

fn escape(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            other => out.push(other),
        }
    }
}

fn value_of(query: &str, wanted: &str) -> Option<String> {
    form_urlencoded::parse(query.as_bytes())
        .find(|(key, value)| key == wanted && !value.is_empty())
        .map(|(_, value)| value.into_owned())
}

fn chosen<T: Default>(
    key: &str,
    value: Option<String>,
    parse: impl Fn(&str) -> Option<T>,
) -> Result<T, String> {
    let Some(value) = value else {
        return Ok(T::default());
    };
    parse(&value).ok_or_else(|| format!("{key}={value}"))
}

fn id(text: &str) -> Option<String> {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter);
    (text.len() <= LONGEST_ID && text.chars().all(is_plain)).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_usual_need_not_be_said() {
        let address = EmbedAddress::parse("?street=molenstraat").expect("an address");
        assert_eq!(address.figure, EmbedFigure::Day);
        assert_eq!(address.theme, EmbedTheme::Auto);
        assert_eq!(address.height, None);
        assert_eq!(address.format(), "?street=molenstraat");
    }

    #[test]
    fn what_is_not_understood_is_named() {
        for (query, what) in [
            ("", "street="),
            ("?street=a&figure=pie", "figure=pie"),
            ("?street=a&theme=sepia", "theme=sepia"),
            ("?street=a&show=map", "show=map"),
            ("?street=a&height=20", "height=20"),
            ("?street=a&height=1e3", "height=1e3"),
            ("?street=a&mode=horse", "mode=horse"),
            ("?street=a&id=a%20b", "id=a b"),
            ("?street=a&id=%3Cscript%3E", "id=<script>"),
            ("?street=a&figure=compare", "with="),
            ("?street=a&figure=compare&with=B", "with=B"),
            ("?street=a&figure=compare&with=b,c,d,e", "with=b,c,d,e"),
        ] {
            assert_eq!(EmbedAddress::parse(query), Err(what.to_owned()), "{query}");
        }
        let longest = "x".repeat(65);
        assert!(EmbedAddress::parse(&format!("?street=a&id={longest}")).is_err());
    }

    #[test]
    fn a_command_freezes_what_is_shown_and_quotes_it() {
        let address =
            EmbedAddress::parse("?lang=nl&street=a&figure=speeds&show=table&theme=dark&id=x")
                .expect("an address");
        assert_eq!(
            address.freeze_command("https://a.example/it's/"),
            "straatbeeld freeze '?lang=nl&street=a&figure=speeds' --data data --out frozen --site 'https://a.example/it'\\''s/'"
        );
        let code = frozen_frame_code("https://a.example/frozen/a.html", "A \"b\"");
        assert!(code.starts_with(
            "<iframe src=\"https://a.example/frozen/a.html\" title=\"A &quot;b&quot;\" "
        ));
        assert!(!code.contains("allow-scripts"));
    }

    proptest! {
        #[test]
        fn what_is_formatted_is_parsed_back(
            figure in 0..6_usize, show in 0..3_usize, theme in 0..3_usize,
            height in proptest::option::of(120..=1200_u16), id in "[a-zA-Z0-9_-]{0,64}",
            street in "[a-z]{1,12}", language in proptest::option::of("[a-z]{2}"),
            plate in proptest::option::of(0..4_usize), with in "[a-z0-9-]{1,9}(,[a-z]{1,9}:2024-01-01\\.\\.2025-01-01){0,2}",
            dataset in proptest::option::of("[a-z&= ]{1,9}"),
        ) {
            let base = EmbedAddress::parse(&format!("street={street}")).expect("an address");
            let plate = plate.map(|at| Plate::ALL[at]);
            let address = EmbedAddress {
                language,
                figure: if plate.is_some() { EmbedFigure::Day } else { EmbedFigure::ALL[figure] },
                plate,
                with: if plate == Some(Plate::Compare) { Other::parse_all(&with).expect("others") } else { Vec::new() },
                dataset: dataset.filter(|_| plate == Some(Plate::Card)),
                show: EmbedShow::ALL[show],
                theme: EmbedTheme::ALL[theme],
                height,
                id,
                ..base
            };
            prop_assert_eq!(EmbedAddress::parse(&address.format()), Ok(address));
        }

        #[test]
        fn any_text_is_parsed_or_refused(text in ".{0,80}") {
            let _ = EmbedAddress::parse(&text);
        }
    }
}
