//! Addresses of the documents beside the app: the data, the ethics, the guide and the labels. Each document is a file of the
//! built folder, and what it shows is in its query string: `data.html?lang=nl&dataset=counts`.

use super::ledger::LedgerQuestion;
use super::permalink::{Address, Page};
use form_urlencoded::Serializer;

/// What an address beside the app says. Parsing never fails: what it does not know is `Subject::Unknown`.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// `None` leaves the choice to the browser.
    pub language: Option<String>,
    pub subject: Subject,
}

#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a page holds one of them")]
pub enum Subject {
    Data(DataPlace),
    Ethics(EthicsPlace),
    Guide(GuidePlace),
    Label(LabelPlace),
    /// A document that there is not; the text is its name.
    Unknown(String),
}

/// What the data page shows: the list, or a card; what is chosen of the list stays while a card is open.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DataPlace {
    /// The dataset of which the card is open.
    pub dataset: Option<String>,
    /// The address of a catalogue of others, which is listed in place of the town's.
    pub catalog: Option<String>,
    /// What was typed into the search.
    pub search: String,
    /// The value that is chosen of each facet, in the order of `Facet::ALL`.
    pub chosen: [Option<String>; 5],
    pub by_name: bool,
    /// The figure of which the way is shown in the open card.
    pub figure: Option<LedgerQuestion>,
}

/// By what the list of datasets can be narrowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    Publisher,
    Theme,
    Licence,
    Format,
    Catalog,
}

impl Facet {
    pub const ALL: [Self; 5] = [
        Self::Publisher,
        Self::Theme,
        Self::Licence,
        Self::Format,
        Self::Catalog,
    ];

    /// The name in addresses and messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Publisher => "publisher",
            Self::Theme => "theme",
            Self::Licence => "licence",
            Self::Format => "format",
            Self::Catalog => "catalogue",
        }
    }
}

impl DataPlace {
    #[must_use]
    pub fn chosen(&self, facet: Facet) -> Option<&str> {
        let (_, value) = Facet::ALL
            .iter()
            .zip(&self.chosen)
            .find(|(f, _)| **f == facet)?;
        value.as_deref()
    }

    /// The same with another value of a facet; `None`: any.
    #[must_use]
    pub fn with(&self, facet: Facet, value: Option<String>) -> Self {
        let mut place = self.clone();
        let slot = Facet::ALL
            .iter()
            .zip(&mut place.chosen)
            .find(|(f, _)| **f == facet);
        if let Some((_, slot)) = slot {
            *slot = value;
        }
        place
    }

    /// The same list with nothing searched or chosen.
    #[must_use]
    pub fn widened(&self) -> Self {
        Self {
            catalog: self.catalog.clone(),
            by_name: self.by_name,
            ..Self::default()
        }
    }

    fn parse(query: &str, get: &dyn Fn(&str) -> Option<String>) -> Self {
        // The figure is told as the app tells it, in its own words.
        let address = Address::parse(query);
        let figure = match (address.page, address.sum) {
            (Page::Street(street), Some(figure)) => Some(LedgerQuestion { street, figure }),
            _ => None,
        };
        Self {
            dataset: get("dataset"),
            catalog: get("catalog"),
            search: get("q").unwrap_or_default(),
            chosen: Facet::ALL.map(|facet| get(facet.name())),
            by_name: get("sort").is_some_and(|sort| sort == "name"),
            figure,
        }
    }

    fn write(&self, out: &mut Serializer<'_, String>) {
        let mut put = |key: &str, value: Option<&str>| {
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                out.append_pair(key, value);
            }
        };
        put("dataset", self.dataset.as_deref());
        put("catalog", self.catalog.as_deref());
        put("q", Some(&self.search));
        for (facet, value) in Facet::ALL.iter().zip(&self.chosen) {
            put(facet.name(), value.as_deref());
        }
        put("sort", self.by_name.then_some("name"));
        if let Some(figure) = &self.figure {
            for (key, value) in form_urlencoded::parse(address_of(figure).as_bytes()) {
                put(&key, Some(&value));
            }
        }
    }
}

/// The query string of the street's page with the sum of the figure open, without its question mark.
#[must_use]
pub fn address_of(figure: &LedgerQuestion) -> String {
    let address = Address {
        language: None,
        page: Page::Street(figure.street.clone()),
        sum: Some(figure.figure),
    };
    address.format().trim_start_matches('?').to_owned()
}

/// What the page about ethics shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EthicsPlace {
    /// The dilemma that is asked, or `END` for the answers; without one the page itself.
    pub dilemma: Option<String>,
}

impl EthicsPlace {
    pub const END: &'static str = "end";
}

/// What the guide shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GuidePlace {
    /// One of `STEPS`; without one the first.
    pub step: Option<String>,
}

impl GuidePlace {
    pub const STEPS: [&'static str; 4] = ["start", "plan", "do", "watch"];

    /// The step that is shown: what is not known is the first.
    #[must_use]
    pub fn shown(&self) -> &'static str {
        let mut steps = Self::STEPS.into_iter();
        let asked = self.step.as_deref();
        steps.find(|step| asked == Some(step)).unwrap_or("start")
    }
}

/// Which sensor's label.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LabelPlace {
    pub dataset: Option<String>,
    pub street: Option<String>,
}

impl Place {
    /// `document` is the file's name, `query` a query string with or without its question mark.
    /// A key that is not known is passed over: links carry trackers.
    #[must_use]
    pub fn parse(document: &str, query: &str) -> Self {
        let query = query.strip_prefix('?').unwrap_or(query);
        let get = |wanted: &str| {
            form_urlencoded::parse(query.as_bytes())
                .find(|(key, value)| key == wanted && !value.is_empty())
                .map(|(_, value)| value.into_owned())
        };
        let subject = match document {
            "data.html" => Subject::Data(DataPlace::parse(query, &get)),
            "ethics.html" => Subject::Ethics(EthicsPlace {
                dilemma: get("dilemma"),
            }),
            "guide.html" => Subject::Guide(GuidePlace { step: get("step") }),
            "label.html" => Subject::Label(LabelPlace {
                dataset: get("dataset"),
                street: get("street"),
            }),
            other => Subject::Unknown(other.to_owned()),
        };
        Self {
            language: get("lang"),
            subject,
        }
    }

    /// The address, from the folder of the documents.
    #[must_use]
    pub fn format(&self) -> String {
        let mut out = Serializer::new(String::new());
        if let Some(language) = &self.language {
            out.append_pair("lang", language);
        }
        if let Subject::Data(data) = &self.subject {
            data.write(&mut out);
        }
        let mut put = |key: &str, value: &Option<String>| {
            if let Some(value) = value {
                out.append_pair(key, value);
            }
        };
        match &self.subject {
            Subject::Ethics(ethics) => put("dilemma", &ethics.dilemma),
            Subject::Guide(guide) => put("step", &guide.step),
            Subject::Label(label) => {
                put("dataset", &label.dataset);
                put("street", &label.street);
            }
            Subject::Data(_) | Subject::Unknown(_) => {}
        }
        let query = out.finish();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{}{mark}{query}", self.subject.document())
    }
}

impl Subject {
    /// The card of a dataset.
    #[must_use]
    pub fn dataset(id: &str) -> Self {
        Self::Data(DataPlace {
            dataset: Some(id.to_owned()),
            ..DataPlace::default()
        })
    }

    /// The document's file name.
    #[must_use]
    pub fn document(&self) -> &str {
        match self {
            Self::Data(_) => "data.html",
            Self::Ethics(_) => "ethics.html",
            Self::Guide(_) => "guide.html",
            Self::Label(_) => "label.html",
            Self::Unknown(name) => name,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_formatted_is_parsed_back() {
        for address in [
            "data.html",
            "data.html?dataset=counts",
            "data.html?lang=nl&dataset=a%26b",
            "data.html?q=caf%C3%A9&publisher=Stad&theme=speed&licence=by&format=CSV&catalogue=own&sort=name",
            "data.html?lang=nl&dataset=counts&street=a&period=all&mode=bike&sum=speeds",
            "data.html?dataset=counts&street=a&segment=1&from=2024-01-01&until=2025-01-01&sum=day",
            "data.html?catalog=https%3A%2F%2Fa.example%2Fc.ttl%3Fb%3D1&q=fiets&catalogue=x",
            "data.html?street=a&sum=day",
            "ethics.html?lang=fr",
            "ethics.html?lang=fr&dilemma=school-gate",
            "guide.html",
            "guide.html?step=plan",
            "label.html?lang=de&dataset=telraam&street=grote-markt",
            "budget.html",
        ] {
            let (document, query) = address.split_once('?').unwrap_or((address, ""));
            assert_eq!(Place::parse(document, query).format(), address);
        }
    }

    #[test]
    fn a_figure_is_told_as_the_app_tells_it() {
        let place = Place::parse("data.html", "?street=a&sum=day&dataset=x");
        let Subject::Data(data) = place.subject else {
            panic!("data")
        };
        let figure = data.figure.unwrap();
        assert_eq!(address_of(&figure), "street=a&sum=day");
        assert_eq!(figure.figure.name(), "day");
        // Without a figure a street says nothing here.
        let place = Place::parse("data.html", "?street=a&dataset=x");
        assert_eq!(place.format(), "data.html?dataset=x");
    }

    #[test]
    fn a_facet_is_chosen_and_let_go() {
        let place = DataPlace::default().with(Facet::Format, Some("CSV".into()));
        assert_eq!(place.chosen(Facet::Format), Some("CSV"));
        assert_eq!(place.chosen(Facet::Theme), None);
        assert_eq!(place.with(Facet::Format, None), DataPlace::default());
    }

    #[test]
    fn trackers_are_passed_over() {
        let place = Place::parse("data.html", "?utm_source=x&dataset=&lang=de");
        assert_eq!(place.format(), "data.html?lang=de");
    }

    #[test]
    fn a_step_that_is_not_known_is_the_first() {
        for (query, shown) in [("", "start"), ("step=watch", "watch"), ("step=x", "start")] {
            let Subject::Guide(guide) = Place::parse("guide.html", query).subject else {
                panic!("{query}");
            };
            assert_eq!(guide.shown(), shown);
        }
    }
}
