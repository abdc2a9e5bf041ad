//! What an embed shows that is no chart – a map, a comparison, the label of a sensor, the card of a dataset –, how it
//! is asked for and what is answered. Answers travel as `Answer::Packed`: only the program `plate` reads them.

use super::answer::SourceLine;
use super::data::Datasets;
use super::ethics::Label;
use super::question::{PeriodChoice, Query, StreetQuestion};
use crate::domain::{CivilDate, LonLat, Mode, Names, SegmentId, StreetId};
use serde::{Deserialize, Serialize};

/// By the names of `figure=` in an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plate {
    /// Where the street lies, and what is counted around it.
    Map,
    /// Up to four streets or periods over the same hours.
    Compare,
    /// The label of the sensor that counts in the street.
    Label,
    /// The card of the dataset behind the street's figures, in short.
    Card,
}

impl Plate {
    pub const ALL: [Self; 4] = [Self::Map, Self::Compare, Self::Label, Self::Card];

    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::Compare => "compare",
            Self::Label => "label",
            Self::Card => "card",
        }
    }

    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// A street or a period to compare with: what is not said is that of the address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Other {
    pub street: Option<StreetId>,
    /// `start` included, `end` excluded.
    pub days: Option<(CivilDate, CivilDate)>,
}

/// How many others can stand beside the street of the address.
pub const MOST_OTHERS: usize = 3;

impl Other {
    /// `molenstraat`, `2024-01-01..2025-01-01`, or both with a colon between them.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (street, days) = match text.split_once(':') {
            Some((street, days)) => (Some(street), Some(days)),
            None if text.contains("..") => (None, Some(text)),
            None => (Some(text), None),
        };
        let is_id = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if street.is_some_and(|id| id.is_empty() || !id.chars().all(is_id)) {
            return None;
        }
        let days = match days {
            None => None,
            Some(days) => {
                let (start, end) = days.split_once("..")?;
                let (start, end) = (CivilDate::parse(start)?, CivilDate::parse(end)?);
                Some((start < end).then_some((start, end))?)
            }
        };
        Some(Self {
            street: street.map(|id| StreetId(id.to_owned())),
            days,
        })
    }

    /// All of `with=`, in order; `None` for none, too many, or one that is not understood.
    #[must_use]
    pub fn parse_all(text: &str) -> Option<Vec<Self>> {
        let others: Vec<Self> = text.split(',').map(Self::parse).collect::<Option<_>>()?;
        (1..=MOST_OTHERS).contains(&others.len()).then_some(others)
    }

    #[must_use]
    pub fn format(&self) -> String {
        let mut text = String::new();
        if let Some(street) = &self.street {
            text.push_str(&street.0);
        }
        if let Some((start, end)) = self.days {
            if self.street.is_some() {
                text.push(':');
            }
            text.push_str(&start.to_string());
            text.push_str("..");
            text.push_str(&end.to_string());
        }
        text
    }

    /// What is asked of it beside the street of the address.
    fn question(&self, base: &StreetQuestion) -> StreetQuestion {
        let mut question = base.clone();
        if let Some(street) = &self.street {
            question.segment = question.segment.filter(|_| *street == base.street);
            question.street = street.clone();
        }
        if let Some((start, end)) = self.days {
            question.period = PeriodChoice::Between { start, end };
        }
        question
    }
}

#[derive(Clone, Debug, PartialEq)]
pub enum PlateQuestion {
    Map(StreetId),
    /// The first is the one that the others are compared with.
    Compare(Vec<StreetQuestion>),
    Label(StreetId),
    Card {
        street: StreetId,
        /// `None` takes the one that counts in the street.
        dataset: Option<String>,
    },
}

impl PlateQuestion {
    #[must_use]
    pub fn of(
        plate: Plate,
        base: &StreetQuestion,
        others: &[Other],
        dataset: Option<&str>,
    ) -> Self {
        let street = base.street.clone();
        match plate {
            Plate::Map => Self::Map(street),
            Plate::Label => Self::Label(street),
            Plate::Card => Self::Card {
                street,
                dataset: dataset.map(str::to_owned),
            },
            Plate::Compare => {
                let mut all = vec![base.clone()];
                all.extend(others.iter().map(|other| other.question(base)));
                Self::Compare(all)
            }
        }
    }

    /// As lines of text, of which a street's question is JSON as everywhere: programs which do not ask it carry no
    /// code for it, and the worker no more than it has.
    #[must_use]
    pub fn query(&self) -> Query {
        let mut lines: Vec<String> = Vec::new();
        match self {
            Self::Map(street) => lines.extend(["map".to_owned(), street.0.clone()]),
            Self::Label(street) => lines.extend(["label".to_owned(), street.0.clone()]),
            Self::Card { street, dataset } => {
                lines.extend(["card".to_owned(), street.0.clone()]);
                lines.extend(dataset.clone());
            }
            Self::Compare(all) => {
                lines.push("compare".to_owned());
                let json = |question| serde_json::to_string(question).unwrap_or_default();
                lines.extend(all.iter().map(json));
            }
        }
        Query::Plate(lines.join("\n"))
    }

    /// `None` for a text that is no question.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut lines = text.split('\n');
        let plate = Plate::parse(lines.next()?)?;
        if plate == Plate::Compare {
            let mut all = Vec::new();
            for line in lines {
                all.push(serde_json::from_str(line).ok()?);
            }
            return Some(Self::Compare(all));
        }
        let street = StreetId(lines.next()?.to_owned());
        Some(match plate {
            Plate::Map => Self::Map(street),
            Plate::Label => Self::Label(street),
            Plate::Card | Plate::Compare => Self::Card {
                street,
                dataset: lines.next().map(str::to_owned),
            },
        })
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum PlateAnswer {
    Map(NearMap),
    Compare(Comparison),
    Label(Box<Label>),
    /// One card, or none where there is no such dataset; and the names of the town, of which a title may speak.
    Card {
        datasets: Datasets,
        town: Names,
    },
}

// ---- Map -------------------------------------------------------------------

/// A street and what lies around it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NearMap {
    pub id: StreetId,
    pub names: Names,
    pub municipality: String,
    /// West, south, east, north of what is drawn; `None` where the street has no published place.
    pub bounds: Option<[f64; 4]>,
    /// Metres of a degree of longitude and of latitude here.
    pub degree_m: (f64, f64),
    /// Stretches within the bounds; those of the street itself last, to be drawn on top.
    pub stretches: Vec<NearStretch>,
    /// Counted streets within the bounds, the street itself first where it is counted, then most cars first.
    pub counted: Vec<NearCounted>,
    /// Streets within the bounds, counted or not.
    pub streets: u32,
    /// Lower bounds of levels 2 to 5, cars per working day.
    pub breaks: [f64; 4],
    pub sources: Vec<SourceLine>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NearStretch {
    pub lines: Vec<Vec<LonLat>>,
    /// 0 where nothing is counted, 1 to 5 by `breaks`.
    pub level: u8,
    pub is_here: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NearCounted {
    pub id: StreetId,
    pub names: Names,
    pub cars_per_working_day: Option<f64>,
    /// How many of the 24 hours enter.
    pub hours_of_day: u8,
    pub is_here: bool,
}

// ---- Compare ---------------------------------------------------------------

/// Mean working days over the same hours.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    pub mode: Mode,
    pub pairing: Pairing,
    /// The hours of the day (0–23) that enter every mean.
    pub hours_of_day: Vec<u8>,
    pub items: Vec<Compared>,
    pub sources: Vec<SourceLine>,
}

/// Which hours are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Pairing {
    /// The same hours of the same days: what was not counted in one street is left out of all.
    Instants,
    /// The same hours of the day in the same months of the year, of other years.
    Months,
    /// The same hours of the day: the periods cover other months.
    HoursOfDay,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Compared {
    pub street: StreetId,
    pub names: Names,
    /// `None` where nothing is counted.
    pub segment: Option<SegmentId>,
    /// Civil days, `end` excluded; `None` where nothing is counted.
    pub days: Option<(CivilDate, CivilDate)>,
    /// Hours that entered, and the civil hours of working days at the same hours of the day.
    pub hours: u32,
    pub civil_hours: u32,
    /// Passages on a working day within `Comparison::hours_of_day`.
    pub value: Option<f64>,
    /// 95 %, from the spread between weeks; `None` where there are too few weeks to say.
    pub interval: Option<(f64, f64)>,
    /// Beside the first; `None` of the first, and where one of the two has no interval.
    pub difference: Option<Difference>,
}

/// How much more than the first, as a share of the first.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Difference {
    pub share: f64,
    /// 95 %, from the spread between weeks, widened by the error of the counters where there are two.
    pub interval: (f64, f64),
    pub verdict: Verdict,
    /// There are two counters, and of one of them it is not known how exact it is.
    pub is_error_unknown: bool,
}

/// By the one rule of all comparisons (definitions 4.7), with a margin of 5 %.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verdict {
    More,
    Fewer,
    Alike,
    Unclear,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn base() -> StreetQuestion {
        StreetQuestion {
            street: StreetId("a".into()),
            segment: Some(SegmentId("1".into())),
            period: PeriodChoice::LastYear,
            mode: Mode::Bike,
        }
    }

    #[test]
    fn others_are_streets_or_periods_or_both() {
        for text in [
            "molenstraat",
            "2024-01-01..2025-01-01",
            "molenstraat:2024-01-01..2025-01-01",
            "b,c,d",
            "b,2024-01-01..2025-01-01",
        ] {
            let others = Other::parse_all(text).expect(text);
            let again: Vec<String> = others.iter().map(Other::format).collect();
            assert_eq!(again.join(","), text);
        }
        for text in [
            "",
            "a,",
            "A",
            "a:b",
            "2025-01-01..2024-01-01",
            "2024-01-01..",
            "b,c,d,e",
            ":2024-01-01..2025-01-01",
        ] {
            assert_eq!(Other::parse_all(text), None, "{text}");
        }
    }

    #[test]
    fn a_period_keeps_the_counter_and_another_street_does_not() {
        let others = Other::parse_all("b,2024-01-01..2025-01-01").expect("others");
        let asked = PlateQuestion::of(Plate::Compare, &base(), &others, None);
        let PlateQuestion::Compare(all) = &asked else {
            panic!("{asked:?}");
        };
        assert_eq!(all.len(), 3);
        assert_eq!((&all[1].street.0[..], &all[1].segment), ("b", &None));
        assert_eq!(all[1].mode, Mode::Bike);
        assert_eq!(all[2].segment, base().segment);
        assert!(matches!(all[2].period, PeriodChoice::Between { .. }));
    }

    #[test]
    fn a_question_is_read_back_from_its_text() {
        let others = Other::parse_all("b,2024-01-01..2025-01-01").expect("others");
        for plate in Plate::ALL {
            for dataset in [None, Some("counts")] {
                let asked = PlateQuestion::of(plate, &base(), &others, dataset);
                let Query::Plate(text) = asked.query() else {
                    panic!("another question");
                };
                assert_eq!(PlateQuestion::parse(&text), Some(asked));
            }
        }
        for text in ["", "map", "pie\na", "compare\n{"] {
            assert_eq!(PlateQuestion::parse(text), None, "{text}");
        }
    }
}
