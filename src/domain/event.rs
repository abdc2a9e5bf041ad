//! What happened in a street or at its sensor: what an officer knows and the counts do not say.

use super::date::CivilDate;
use super::street::{Names, SegmentId};
use serde::{Deserialize, Serialize};

/// The kind of an event. What a later version publishes under a name that is not known here is `Other`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EventKind {
    /// The sensor did not work, or worked badly.
    SensorFault,
    /// The sensor was moved, turned or replaced by another one.
    SensorMoved,
    /// The sensor was calibrated, or its software changed.
    Calibration,
    RoadWorks,
    /// Closed to traffic: a market, a fair, a collapsed bridge.
    Closure,
    /// A measure that is meant to change the traffic: traffic filter, cycle street, another limit.
    Measure,
    #[serde(other)]
    Other,
}

impl EventKind {
    pub const ALL: [Self; 7] = [
        Self::SensorFault,
        Self::SensorMoved,
        Self::Calibration,
        Self::RoadWorks,
        Self::Closure,
        Self::Measure,
        Self::Other,
    ];

    /// The name in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::SensorFault => "sensor-fault",
            Self::SensorMoved => "sensor-moved",
            Self::Calibration => "calibration",
            Self::RoadWorks => "road-works",
            Self::Closure => "closure",
            Self::Measure => "measure",
            Self::Other => "other",
        }
    }

    /// The kind of a name as people write it: `road-works`, `Road works`, `road_works`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let name: String = text
            .trim()
            .chars()
            .map(|c| match c {
                ' ' | '_' => '-',
                c => c.to_ascii_lowercase(),
            })
            .collect();
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Makes the days on which it goes on unlike others, in place of changing something for good.
    #[must_use]
    pub const fn is_stretch(self) -> bool {
        matches!(self, Self::SensorFault | Self::RoadWorks | Self::Closure)
    }

    /// Lasts until somebody ends it. The others are over on the day on which they happen,
    /// unless they name an end.
    #[must_use]
    pub const fn lasts(self) -> bool {
        matches!(
            self,
            Self::SensorFault | Self::RoadWorks | Self::Closure | Self::Measure
        )
    }
}

/// Something that happened to a segment, or to the whole town.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Event {
    /// `None`: the whole town.
    pub segment: Option<SegmentId>,
    pub start: CivilDate,
    /// The first day after it. `None`: still going on, or a moment (`EventKind::lasts`).
    pub end: Option<CivilDate>,
    pub kind: EventKind,
    /// In words, by language.
    pub what: Names,
}

impl Event {
    /// It is the sensor that changed, not the traffic.
    #[must_use]
    pub const fn is_sensor(&self) -> bool {
        matches!(
            self.kind,
            EventKind::SensorFault | EventKind::SensorMoved | EventKind::Calibration
        )
    }

    /// Says something of this segment: it names it, or means the whole town.
    #[must_use]
    pub fn concerns(&self, segment: &SegmentId) -> bool {
        self.segment.as_ref().is_none_or(|own| own == segment)
    }

    /// Goes on at this segment on this day.
    #[must_use]
    pub fn touches(&self, segment: &SegmentId, date: CivilDate) -> bool {
        let before_end = match self.end {
            Some(end) => date < end,
            None => self.kind.lasts() || date == self.start,
        };
        self.concerns(segment) && self.start <= date && before_end
    }

    /// The days on which something changed: the first day, and the first one after it.
    /// What the rules Q6 and Q11 ask for (definitions 4.11).
    pub fn changes(&self) -> impl Iterator<Item = CivilDate> {
        [Some(self.start), self.end].into_iter().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> CivilDate {
        CivilDate::parse(text).unwrap()
    }

    fn event(kind: EventKind, segment: Option<&str>, end: Option<&str>) -> Event {
        Event {
            segment: segment.map(|id| SegmentId(id.into())),
            start: date("2025-03-17"),
            end: end.map(date),
            kind,
            what: Names::default(),
        }
    }

    #[test]
    fn an_event_touches_its_segment_from_its_first_day_to_before_its_end() {
        let works = event(EventKind::RoadWorks, Some("9"), Some("2025-03-20"));
        let (here, there) = (SegmentId("9".into()), SegmentId("8".into()));
        for (day, expected) in [
            ("2025-03-16", false),
            ("2025-03-17", true),
            ("2025-03-19", true),
            ("2025-03-20", false),
        ] {
            assert_eq!(works.touches(&here, date(day)), expected, "{day}");
            assert!(!works.touches(&there, date(day)));
        }
        let everywhere = event(EventKind::Closure, None, Some("2025-03-20"));
        assert!(everywhere.touches(&there, date("2025-03-18")));
    }

    #[test]
    fn without_an_end_a_measure_goes_on_and_a_moved_sensor_was_moved_once() {
        let segment = SegmentId("9".into());
        let later = date("2031-01-01");
        for kind in EventKind::ALL {
            let event = event(kind, Some("9"), None);
            assert!(event.touches(&segment, event.start), "{kind:?}");
            assert_eq!(event.touches(&segment, later), kind.lasts(), "{kind:?}");
        }
        assert!(EventKind::Measure.lasts() && !EventKind::SensorMoved.lasts());
    }

    #[test]
    fn the_name_in_files_is_the_one_in_json_and_a_later_kind_is_another() {
        for kind in EventKind::ALL {
            let json = serde_json::to_string(&kind).unwrap();
            assert_eq!(json, format!("\"{}\"", kind.name()));
            assert_eq!(EventKind::parse(kind.name()), Some(kind));
        }
        assert_eq!(EventKind::parse(" Road Works "), Some(EventKind::RoadWorks));
        assert_eq!(
            EventKind::parse("sensor_fault"),
            Some(EventKind::SensorFault)
        );
        assert_eq!(EventKind::parse("flood"), None);
        assert_eq!(
            serde_json::from_str::<EventKind>("\"flood\"").unwrap(),
            EventKind::Other
        );
    }

    #[test]
    fn an_event_comes_back_as_it_was_sent() {
        for event in [
            event(EventKind::Other, None, None),
            event(EventKind::Measure, Some("9"), Some("2025-04-01")),
        ] {
            let json = serde_json::to_vec(&event).unwrap();
            assert_eq!(serde_json::from_slice::<Event>(&json).unwrap(), event);
            let sent = postcard::to_allocvec(&event).unwrap();
            assert_eq!(postcard::from_bytes::<Event>(&sent).unwrap(), event);
        }
        let closed = event(EventKind::Closure, None, Some("2025-03-20"));
        let changes: Vec<CivilDate> = closed.changes().collect();
        assert_eq!(changes, [date("2025-03-17"), date("2025-03-20")]);
    }
}
