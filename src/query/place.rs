//! Addresses of the documents beside the app: the data, the ethics and the guide. Each document is a file of the
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
    Ethics,
    Guide,
    /// A document that there is not; the text is its name.
    Unknown(String),
}

/// What the data page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DataPlace {
    /// The dataset of which the card is open.
    pub dataset: Option<String>,
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
            "ethics.html" => Subject::Ethics,
            "guide.html" => Subject::Guide,
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
        if let Subject::Data(data) = &self.subject
            && let Some(dataset) = &data.dataset
        {
            out.append_pair("dataset", dataset);
        }
        let query = out.finish();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{}{mark}{query}", self.subject.document())
    }
}

impl Subject {
    /// The document's file name.
    #[must_use]
    pub fn document(&self) -> &str {
        match self {
            Self::Data(_) => "data.html",
            Self::Ethics => "ethics.html",
            Self::Guide => "guide.html",
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
            "guide.html",
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
}
