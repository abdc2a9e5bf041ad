//! Addresses: a page, its question and the language, as the query string of the
//! app's one document. Any static host can serve that, under any path.
//!
//! `?lang=nl&street=molenstraat&from=2024-01-01&until=2025-01-01&mode=bike`

use super::ledger::Figure;
use super::question::{PeriodChoice, StreetQuestion};
use crate::domain::{CivilDate, Mode, SegmentId, StreetId};
use std::borrow::Cow;

/// What an address says. Parsing never fails: what it does not know is `Page::Unknown`.
#[derive(Clone, Debug, PartialEq)]
pub struct Address {
    /// `None` leaves the choice to the browser.
    pub language: Option<String>,
    pub page: Page,
    /// The figure of which the sum is open; only a street's page has figures.
    pub sum: Option<Figure>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Page {
    Home,
    Street(StreetQuestion),
    /// An address that leads nowhere; the text is what was not understood.
    Unknown(String),
}

/// The mode of an address that names none.
pub const USUAL_MODE: Mode = Mode::Car;

impl Address {
    /// Parses a query string, with or without its question mark.
    /// A key that is not known is passed over (links carry trackers); a value that is not understood is not.
    #[must_use]
    pub fn parse(query: &str) -> Self {
        let query = query.strip_prefix('?').unwrap_or(query);
        let mut raw = Raw::default();
        for (key, value) in form_urlencoded::parse(query.as_bytes()) {
            raw.set(&key, value);
        }
        let (language, sum) = (raw.lang.take(), raw.sum.take());
        let mut address = Self {
            language,
            page: raw.page(),
            sum: None,
        };
        if let (Some(name), Page::Street(_)) = (sum, &address.page) {
            match Figure::parse(&name) {
                Some(figure) => address.sum = Some(figure),
                None => address.page = Page::Unknown(format!("sum={name}")),
            }
        }
        address
    }

    /// The query string with its question mark; empty for the home page in no language.
    #[must_use]
    pub fn format(&self) -> String {
        let mut out = form_urlencoded::Serializer::new(String::new());
        if let Some(language) = &self.language {
            out.append_pair("lang", language);
        }
        match &self.page {
            Page::Home => {}
            Page::Unknown(text) => {
                out.append_pair("page", text);
            }
            Page::Street(question) => {
                out.append_pair("street", &question.street.0);
                if let Some(segment) = &question.segment {
                    out.append_pair("segment", &segment.0);
                }
                match question.period {
                    PeriodChoice::LastYear => {}
                    PeriodChoice::All => {
                        out.append_pair("period", "all");
                    }
                    PeriodChoice::Between { start, end } => {
                        out.append_pair("from", &start.to_string());
                        out.append_pair("until", &end.to_string());
                    }
                }
                if question.mode != USUAL_MODE {
                    out.append_pair("mode", question.mode.name());
                }
                if let Some(figure) = self.sum {
                    out.append_pair("sum", figure.name());
                }
            }
        }
        let text = out.finish();
        if text.is_empty() {
            text
        } else {
            format!("?{text}")
        }
    }
}

/// What the address literally says, before it means anything.
#[derive(Default)]
struct Raw {
    lang: Option<String>,
    page: Option<String>,
    street: Option<String>,
    segment: Option<String>,
    period: Option<String>,
    from: Option<String>,
    until: Option<String>,
    mode: Option<String>,
    sum: Option<String>,
}

impl Raw {
    fn set(&mut self, key: &str, value: Cow<'_, str>) {
        let slot = match key {
            "lang" => &mut self.lang,
            "page" => &mut self.page,
            "street" => &mut self.street,
            "segment" => &mut self.segment,
            "period" => &mut self.period,
            "from" => &mut self.from,
            "until" => &mut self.until,
            "mode" => &mut self.mode,
            "sum" => &mut self.sum,
            _ => return,
        };
        if !value.is_empty() {
            *slot = Some(value.into_owned());
        }
    }

    fn page(self) -> Page {
        match (self.page, self.street) {
            (None, None) => Page::Home,
            (Some(page), _) if page == "home" => Page::Home,
            (Some(page), _) => Page::Unknown(page),
            (None, Some(street)) => {
                let mode = match self.mode.as_deref() {
                    None => USUAL_MODE,
                    Some(name) => match Mode::parse(name).filter(|m| *m != Mode::Night) {
                        Some(mode) => mode,
                        None => return Page::Unknown(format!("mode={name}")),
                    },
                };
                let period = match period(
                    self.period.as_deref(),
                    self.from.as_deref(),
                    self.until.as_deref(),
                ) {
                    Ok(period) => period,
                    Err(what) => return Page::Unknown(what),
                };
                Page::Street(StreetQuestion {
                    street: StreetId(street),
                    segment: self.segment.map(SegmentId),
                    period,
                    mode,
                })
            }
        }
    }
}

fn period(
    name: Option<&str>,
    from: Option<&str>,
    until: Option<&str>,
) -> Result<PeriodChoice, String> {
    let date =
        |key: &str, text: &str| CivilDate::parse(text).ok_or_else(|| format!("{key}={text}"));
    match (name, from, until) {
        (None | Some("year"), None, None) => Ok(PeriodChoice::LastYear),
        (Some("all"), None, None) => Ok(PeriodChoice::All),
        (None, Some(from), Some(until)) => {
            let (start, end) = (date("from", from)?, date("until", until)?);
            if start < end {
                Ok(PeriodChoice::Between { start, end })
            } else {
                Err(format!("from={from}&until={until}"))
            }
        }
        (None, Some(from), None) => Err(format!("from={from}")),
        (None, None, Some(until)) => Err(format!("until={until}")),
        (Some(name), _, _) => Err(format!("period={name}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn street(text: &str) -> StreetQuestion {
        match Address::parse(text).page {
            Page::Street(question) => question,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn an_address_says_street_period_and_mode() {
        let question =
            street("?lang=nl&street=molenstraat&from=2024-01-01&until=2025-01-01&mode=bike");
        assert_eq!(question.street.0, "molenstraat");
        assert_eq!(question.mode, Mode::Bike);
        assert_eq!(
            question.period,
            PeriodChoice::Between {
                start: CivilDate::parse("2024-01-01").unwrap(),
                end: CivilDate::parse("2025-01-01").unwrap(),
            }
        );
        assert_eq!(
            street("street=a&utm_source=x").period,
            PeriodChoice::LastYear
        );
        assert_eq!(street("street=a&period=all").period, PeriodChoice::All);
    }

    #[test]
    fn an_address_that_is_not_understood_says_what() {
        for (text, what) in [
            ("?page=budget", "budget"),
            ("?street=a&mode=horse", "mode=horse"),
            ("?street=a&mode=night", "mode=night"),
            ("?street=a&from=2024-01-01", "from=2024-01-01"),
            (
                "?street=a&from=2024-13-01&until=2025-01-01",
                "from=2024-13-01",
            ),
            (
                "?street=a&from=2025-01-01&until=2024-01-01",
                "from=2025-01-01&until=2024-01-01",
            ),
            ("?street=a&period=week", "period=week"),
            ("?street=a&sum=money", "sum=money"),
        ] {
            assert_eq!(
                Address::parse(text).page,
                Page::Unknown(what.into()),
                "{text}"
            );
        }
    }

    #[test]
    fn an_empty_address_is_the_home_page() {
        for text in ["", "?", "?lang=", "?street="] {
            assert_eq!(
                Address::parse(text),
                Address {
                    language: None,
                    page: Page::Home,
                    sum: None
                },
                "{text}"
            );
        }
    }

    proptest! {
        #[test]
        fn what_is_formatted_is_parsed_back(
            lang in proptest::option::of("[a-z]{2}"),
            name in "[a-z0-9é &=?%-]{1,20}",
            segment in proptest::option::of("[0-9:/ ]{1,12}"),
            days in (0i32..30_000, 1i32..900),
            kind in 0..3u8,
            mode in 0usize..4,
            sum in proptest::option::of(0usize..8),
        ) {
            let start = CivilDate::from_days(days.0);
            let address = Address {
                language: lang,
                page: Page::Street(StreetQuestion {
                    street: StreetId(name),
                    segment: segment.map(SegmentId),
                    period: match kind {
                        0 => PeriodChoice::LastYear,
                        1 => PeriodChoice::All,
                        _ => PeriodChoice::Between { start, end: start.plus_days(days.1) },
                    },
                    mode: Mode::CLASSED[mode],
                }),
                sum: sum.map(|n| Figure::ALL[n]),
            };
            prop_assert_eq!(Address::parse(&address.format()), address);
        }

        #[test]
        fn no_text_makes_parsing_panic(text in ".*") {
            let _ = Address::parse(&text);
        }
    }
}
