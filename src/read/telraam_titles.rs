//! What the columns of Telraam's web export are called: in the language of the page it was made with
//! (definitions 4.12). Only the English titles were seen in published files; the words of the others
//! are the languages' own, matched one by one and without case, accents and punctuation.

use crate::domain::fold::fold;
use crate::domain::{Mode, Side};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Title {
    Segment,
    Installation,
    Street,
    Municipality,
    /// Start of the interval, in the place's civil time.
    LocalTime,
    UtcTime,
    Uptime,
    V85,
    /// Percent of cars in a class of 5 or 10 km/h, by its number.
    Share5(usize),
    Share10(usize),
    Volume(Mode, Side),
    /// One of several kinds that together are a mode ("Mode bus", "Mode truck", …).
    Part(Mode, Side),
}

const SEGMENT: &[&str] = &[
    "segment",
    "wegsegment",
    "segmento",
    "strassenabschnitt",
    "abschnitt",
];
const INSTALLATION: &[&str] = &[
    "installation",
    "installatie",
    "instance",
    "instantie",
    "instanz",
    "instalacion",
];
const ID: &[&str] = &["id", "nummer", "nr", "numero"];
const DATE: &[&str] = &["date", "datum", "fecha"];
const STREET: &[&str] = &["street", "straat", "rue", "strasse", "calle"];
const MUNICIPALITY: &[&str] = &[
    "city",
    "stad",
    "gemeente",
    "plaats",
    "ville",
    "commune",
    "stadt",
    "ort",
    "gemeinde",
    "ciudad",
    "municipio",
    "municipality",
];
const UPTIME: &[&str] = &[
    "uptime",
    "betriebszeit",
    "verfugbarkeit",
    "disponibilite",
    "disponibilidad",
    "beschikbaarheid",
];
const SPEED: &[&str] = &[
    "speed",
    "snelheid",
    "vitesse",
    "geschwindigkeit",
    "velocidad",
    "v85",
];
/// Large vehicles before cars: "Große Fahrzeuge", "grands véhicules".
const MODES: &[(Mode, &[&str])] = &[
    (
        Mode::Heavy,
        &[
            "large",
            "heavy",
            "grote",
            "zwaar",
            "zware",
            "vrachtwagen",
            "vrachtwagens",
            "lourd",
            "lourds",
            "grand",
            "grands",
            "gros",
            "gross",
            "grosse",
            "grossfahrzeuge",
            "schwer",
            "schwere",
            "schwerverkehr",
            "lkw",
            "grande",
            "grandes",
            "pesado",
            "pesados",
        ],
    ),
    (
        Mode::Pedestrian,
        &[
            "pedestrian",
            "pedestrians",
            "voetganger",
            "voetgangers",
            "pieton",
            "pietons",
            "fussganger",
            "peaton",
            "peatones",
        ],
    ),
    (
        Mode::Bike,
        &[
            "bike",
            "bikes",
            "bicycles",
            "fiets",
            "fietsen",
            "fietser",
            "fietsers",
            "tweewieler",
            "tweewielers",
            "velo",
            "velos",
            "fahrrad",
            "fahrrader",
            "rad",
            "rader",
            "zweirad",
            "zweirader",
            "bici",
            "bicis",
            "bicicleta",
            "bicicletas",
        ],
    ),
    (
        Mode::Car,
        &[
            "car",
            "cars",
            "auto",
            "autos",
            "voiture",
            "voitures",
            "pkw",
            "coche",
            "coches",
            "automovil",
            "automoviles",
        ],
    ),
    (Mode::Night, &["night", "nacht", "nuit", "noche", "nachts"]),
];
/// Kinds of the second generation of sensors. Which kinds are which mode was found by adding them up
/// in published files.
const PARTS: &[(&str, Mode)] = &[
    ("pedestrian", Mode::Pedestrian),
    ("stroller", Mode::Pedestrian),
    ("bicycle", Mode::Bike),
    ("motorcycle", Mode::Bike),
    ("car", Mode::Car),
    ("bus", Mode::Heavy),
    ("lighttruck", Mode::Heavy),
    ("tractor", Mode::Heavy),
    ("trailer", Mode::Heavy),
    ("truck", Mode::Heavy),
    ("night", Mode::Night),
];
const PART_WORDS: &[&str] = &["mode", "modus", "modo"];

/// What a column is by its title; `None` where nobody knows.
#[must_use]
pub fn parse(title: &str) -> Option<Title> {
    let folded = fold(title);
    let words: Vec<&str> = folded.split(' ').collect();
    let has = |known: &[&str]| words.iter().any(|word| known.contains(word));
    // Folding takes `>`, `-` and `+` away, which tell sides and classes apart.
    let squeezed: String = title
        .to_lowercase()
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect();
    if has(SPEED) {
        return if words.contains(&"v85") {
            Some(Title::V85)
        } else {
            class(&squeezed)
        };
    }
    let arrow = squeezed.replace("->", ">").replace('→', ">");
    let side = if arrow.contains("a>b") {
        Side::Left
    } else if arrow.contains("b>a") {
        Side::Right
    } else {
        Side::Both
    };
    if let [first, kind, ..] = words.as_slice()
        && PART_WORDS.contains(first)
    {
        let part = PARTS.iter().find(|(name, _)| name == kind);
        return part
            .filter(|_| side != Side::Both)
            .map(|(_, mode)| Title::Part(*mode, side));
    }
    if has(DATE) {
        return Some(if words.contains(&"utc") {
            Title::UtcTime
        } else {
            Title::LocalTime
        });
    }
    if has(ID) {
        return if has(SEGMENT) {
            Some(Title::Segment)
        } else {
            has(INSTALLATION).then_some(Title::Installation)
        };
    }
    if has(UPTIME) {
        return Some(Title::Uptime);
    }
    let mode = MODES.iter().find(|(_, known)| has(known));
    if let Some((mode, _)) = mode {
        return Some(Title::Volume(*mode, side));
    }
    if has(STREET) {
        return Some(Title::Street);
    }
    has(MUNICIPALITY).then_some(Title::Municipality)
}

/// `speedcar10-20km/h(%)`, `speedcar70+km/h(%)`.
fn class(title: &str) -> Option<Title> {
    let start = title.find(|c: char| c.is_ascii_digit())?;
    let rest = title.get(start..)?;
    let end = rest.find(|c: char| !c.is_ascii_digit())?;
    let from: usize = rest.get(..end)?.parse().ok()?;
    let rest = rest.get(end..)?;
    if rest.starts_with('+') {
        return match from {
            70 => Some(Title::Share10(7)),
            120 => Some(Title::Share5(24)),
            _ => None,
        };
    }
    let rest = rest.strip_prefix(['-', '–'])?;
    let end = rest.find(|c: char| !c.is_ascii_digit())?;
    let to: usize = rest.get(..end)?.parse().ok()?;
    match to.checked_sub(from)? {
        10 if from.is_multiple_of(10) && to <= 70 => Some(Title::Share10(from / 10)),
        5 if from.is_multiple_of(5) && to <= 120 => Some(Title::Share5(from / 5)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_known_in_five_languages_whatever_their_case() {
        for (title, expected) in [
            ("Segment ID", Some(Title::Segment)),
            ("installation id", Some(Title::Installation)),
            ("Date and Time (Local)", Some(Title::LocalTime)),
            ("DATUM EN TIJD (LOKAAL)", Some(Title::LocalTime)),
            ("Fecha y hora (UTC)", Some(Title::UtcTime)),
            (
                "Pedestrian Total",
                Some(Title::Volume(Mode::Pedestrian, Side::Both)),
            ),
            (
                "Fußgänger gesamt",
                Some(Title::Volume(Mode::Pedestrian, Side::Both)),
            ),
            (
                "Piétons (A > B)",
                Some(Title::Volume(Mode::Pedestrian, Side::Left)),
            ),
            (
                "Fietsers(B > A)",
                Some(Title::Volume(Mode::Bike, Side::Right)),
            ),
            (
                "Large vehicle Total",
                Some(Title::Volume(Mode::Heavy, Side::Both)),
            ),
            (
                "Große Fahrzeuge (A>B)",
                Some(Title::Volume(Mode::Heavy, Side::Left)),
            ),
            ("Auto's totaal", Some(Title::Volume(Mode::Car, Side::Both))),
            ("Coches total", Some(Title::Volume(Mode::Car, Side::Both))),
            (
                "Nuit (B → A)",
                Some(Title::Volume(Mode::Night, Side::Right)),
            ),
            (
                "Mode bicycle(B > A)",
                Some(Title::Part(Mode::Bike, Side::Right)),
            ),
            (
                "Mode lighttruck (A > B)",
                Some(Title::Part(Mode::Heavy, Side::Left)),
            ),
            ("Mode hovercraft (A > B)", None),
            ("Speed V85 km/h", Some(Title::V85)),
            ("Speed Car 0-10 km/h (%)", Some(Title::Share10(0))),
            ("Vitesse voiture 60-70 km/h (%)", Some(Title::Share10(6))),
            ("Speed Car 70+ km/h (%)", Some(Title::Share10(7))),
            ("Snelheid auto 115-120 km/u (%)", Some(Title::Share5(23))),
            ("Velocidad coche 120+ km/h (%)", Some(Title::Share5(24))),
            ("Speed Car 70-80 km/h (%)", None),
            ("Straße", Some(Title::Street)),
            ("Ville", Some(Title::Municipality)),
            ("Uptime", Some(Title::Uptime)),
            ("Time", None),
            (" Total", None),
            ("", None),
        ] {
            assert_eq!(parse(title), expected, "{title}");
        }
    }
}
