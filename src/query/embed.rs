//! Addresses of one figure on another site: `embed.html?street=molenstraat&figure=speeds&theme=dark`. What is asked
//! is said as in the app's own addresses (`permalink`); this adds which figure, and how it looks.

use super::permalink::{Address, Page};
use super::question::StreetQuestion;
use form_urlencoded::Serializer;

/// What an embed shows. Parsing gives this or what was not understood.
#[derive(Clone, Debug, PartialEq)]
pub struct EmbedAddress {
    /// `None` leaves the choice to the browser.
    pub language: Option<String>,
    pub question: StreetQuestion,
    pub figure: EmbedFigure,
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
        Ok(Self {
            language: address.language,
            question,
            figure: chosen("figure", get("figure"), EmbedFigure::parse)?,
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
        if self.figure != EmbedFigure::default() {
            more.append_pair("figure", self.figure.name());
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
        out
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
        ] {
            assert_eq!(EmbedAddress::parse(query), Err(what.to_owned()), "{query}");
        }
        let longest = "x".repeat(65);
        assert!(EmbedAddress::parse(&format!("?street=a&id={longest}")).is_err());
    }

    proptest! {
        #[test]
        fn what_is_formatted_is_parsed_back(
            figure in 0..6_usize, show in 0..3_usize, theme in 0..3_usize,
            height in proptest::option::of(120..=1200_u16), id in "[a-zA-Z0-9_-]{0,64}",
            street in "[a-z]{1,12}", language in proptest::option::of("[a-z]{2}"),
        ) {
            let base = EmbedAddress::parse(&format!("street={street}")).expect("an address");
            let address = EmbedAddress {
                language,
                figure: EmbedFigure::ALL[figure],
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
