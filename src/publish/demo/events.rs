//! What an officer of the town knows: measures, works, sensors that were replaced or failed.

use super::changes;
use super::counters::Counter;
use crate::domain::{CivilDate, Event, EventKind, Names, SegmentId};

type Texts = [(&'static str, &'static str); 4];

const FILTER: Texts = [
    ("nl", "Knip: geen doorgaand autoverkeer meer"),
    ("fr", "Filtre de circulation : plus de trafic de transit"),
    ("en", "Traffic filter: no through traffic by car"),
    ("de", "Durchfahrtsperre: kein Durchgangsverkehr mehr"),
];
const CYCLE_STREET: Texts = [
    ("nl", "Fietsstraat, 30 km/u in plaats van 50"),
    ("fr", "Rue cyclable, 30 km/h au lieu de 50"),
    ("en", "Cycle street, 30 km/h in place of 50"),
    ("de", "Fahrradstraße, 30 km/h statt 50"),
];
const WORKS: Texts = [
    ("nl", "Rioleringswerken, de teller was weggenomen"),
    ("fr", "Travaux d'égouttage, le compteur était enlevé"),
    ("en", "Sewer works, the sensor was taken away"),
    ("de", "Kanalarbeiten, der Zähler war abgebaut"),
];
const FAULT: Texts = [
    ("nl", "De sensor stond scheef na een storm"),
    ("fr", "Le capteur était de travers après une tempête"),
    ("en", "The sensor hung askew after a storm"),
    ("de", "Der Sensor hing nach einem Sturm schief"),
];
const REPLACED: Texts = [
    ("nl", "Nieuwe sensor van de tweede generatie"),
    ("fr", "Nouveau capteur de deuxième génération"),
    ("en", "New sensor of the second generation"),
    ("de", "Neuer Sensor der zweiten Generation"),
];

/// The events, by time. `placed` are the counters on their segments.
pub fn events(placed: &[(Counter, SegmentId)]) -> Vec<Event> {
    let on = |street: &str| {
        let mut counters = placed.iter();
        counters.find_map(|(counter, id)| (counter.street.0 == street).then(|| id.clone()))
    };
    let mut events = Vec::new();
    for (id, texts) in [
        ("knip-noordkaai", FILTER),
        ("fietsstraat-campuslaan", CYCLE_STREET),
    ] {
        let planned = changes::interventions();
        if let Some(measure) = planned.iter().find(|measure| measure.id == id) {
            events.extend(event(
                on(measure.street),
                measure.date,
                None,
                EventKind::Measure,
                texts,
            ));
        }
    }
    for (street, start, end, _) in changes::planned_outages() {
        let known = match street {
            "dorpsstraat" => (EventKind::RoadWorks, WORKS),
            "schoolstraat" => (EventKind::SensorFault, FAULT),
            _ => continue,
        };
        events.extend(event(on(street), start, Some(end), known.0, known.1));
    }
    for (counter, id) in placed {
        if let Some(day) = counter.replaced {
            let segment = Some(id.clone());
            events.extend(event(segment, day, None, EventKind::SensorMoved, REPLACED));
        }
    }
    events.sort_by_key(|event| event.start);
    events
}

fn event(
    segment: Option<SegmentId>,
    start: CivilDate,
    end: Option<CivilDate>,
    kind: EventKind,
    texts: Texts,
) -> Option<Event> {
    Some(Event {
        segment: Some(segment?),
        start,
        end,
        kind,
        what: Names {
            by_language: texts
                .map(|(language, text)| (language.to_owned(), text.to_owned()))
                .into(),
            aliases: Vec::new(),
        },
    })
}
