//! Addresses of the documents beside the app: the data, the ethics, the guide and the labels. Each document is a file of the
//! built folder, and what it shows is in its query string: `data.html?lang=nl&dataset=counts`.

use form_urlencoded::Serializer;

/// What an address beside the app says. Parsing never fails: what it does not know is `Subject::Unknown`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// `None` leaves the choice to the browser.
    pub language: Option<String>,
    pub subject: Subject,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    Data(DataPlace),
    Ethics(EthicsPlace),
    Guide(GuidePlace),
    Label(LabelPlace),
    /// A document that there is not; the text is its name.
    Unknown(String),
}

/// What the data page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DataPlace {
    /// The dataset of which the card is open.
    pub dataset: Option<String>,
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
            "data.html" => Subject::Data(DataPlace {
                dataset: get("dataset"),
            }),
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
        let mut put = |key: &str, value: &Option<String>| {
            if let Some(value) = value {
                out.append_pair(key, value);
            }
        };
        match &self.subject {
            Subject::Data(data) => put("dataset", &data.dataset),
            Subject::Ethics(ethics) => put("dilemma", &ethics.dilemma),
            Subject::Guide(guide) => put("step", &guide.step),
            Subject::Label(label) => {
                put("dataset", &label.dataset);
                put("street", &label.street);
            }
            Subject::Unknown(_) => {}
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
