//! What the catalogue says of the demonstration: in every record, that it was generated.

use super::network::CENTRE;
use super::shared::operators::{BIKES, SCOOTERS};
use crate::catalog::record_parts::Agent;
use crate::catalog::{Dataset, EthicsCard, License, Town};
use crate::domain::{CivilDate, Device, Names};
use crate::publish::records::{Stated, StatedCatalog, StatedDataset};
use crate::text::published;

pub const COUNTS: &str = "demonstration-counts";
pub const TRUTH: &str = "demonstration-ground-truth";

pub fn town(zone: &str) -> Town {
    Town {
        id: "demo".to_owned(),
        names: names(&[
            ("nl", "Wolkenbrugge (demonstratie)"),
            ("fr", "Pont-les-Nuages (démonstration)"),
            ("en", "Wolkenbrugge (demonstration)"),
            ("de", "Wolkenbrugge (Demonstration)"),
        ]),
        is_demonstration: true,
        zone: zone.to_owned(),
        languages: vec!["nl".to_owned(), "fr".to_owned()],
        centre: CENTRE,
    }
}

/// Beyond the data themselves; `last` is the last day that was generated.
pub fn stated(last: CivilDate) -> Stated {
    let counts = StatedDataset {
        frequency: "never".to_owned(),
        networks: vec!["urban-and-local-roads".to_owned()],
        ethics: ethics(),
        ..StatedDataset::default()
    };
    Stated {
        catalog: StatedCatalog {
            description: names(&[
                ("nl", "Een stad die niet bestaat, om Straatbeeld te tonen."),
                (
                    "fr",
                    "Une ville qui n'existe pas, pour montrer Straatbeeld.",
                ),
                ("en", "A town that does not exist, to show Straatbeeld."),
                (
                    "de",
                    "Eine Stadt, die es nicht gibt, um Straatbeeld zu zeigen.",
                ),
            ]),
            publisher: Some(Agent::new("Straatbeeld", "", "")),
            ..StatedCatalog::default()
        },
        datasets: [(COUNTS.to_owned(), counts)].into(),
        today: Some(last),
    }
}

fn ethics() -> EthicsCard {
    let answer = |question: &str| published::text(&format!("demonstration-ethics-{question}"));
    EthicsCard {
        why: answer("why"),
        seen: answer("seen"),
        missed: answer("missed"),
        findable: answer("findable"),
        consent: answer("consent"),
        errors: answer("errors"),
        decides: answer("decides"),
        objection: answer("objection"),
        results: answer("results"),
        until: answer("until"),
        responsible: answer("responsible"),
    }
}

pub fn datasets(seed: u64, rows: usize) -> Vec<Dataset> {
    let mut counts = record(
        COUNTS,
        [
            (
                "nl",
                "Tellingen van Wolkenbrugge – gegenereerd, niet gemeten",
            ),
            ("fr", "Comptages de Pont-les-Nuages – générés, non mesurés"),
            ("en", "Counts of Wolkenbrugge – generated, not measured"),
            ("de", "Zählungen von Wolkenbrugge – erzeugt, nicht gemessen"),
        ],
        [
            (
                "nl",
                "Tellingen per uur op 24 plaatsen in een stad die niet bestaat, zoals telramen van twee generaties ze zouden publiceren. Gegenereerd, niet gemeten: ze zeggen niets over een echte straat.",
            ),
            (
                "fr",
                "Comptages horaires à 24 endroits d'une ville qui n'existe pas, comme des compteurs Telraam de deux générations les publieraient. Générés, non mesurés : ils ne disent rien d'une vraie rue.",
            ),
            (
                "en",
                "Hourly counts at 24 places in a town that does not exist, as Telraam counters of two generations would publish them. Generated, not measured: they say nothing about a real street.",
            ),
            (
                "de",
                "Stündliche Zählungen an 24 Stellen einer Stadt, die es nicht gibt, so wie Telraam-Zähler zweier Generationen sie veröffentlichen würden. Erzeugt, nicht gemessen: Sie sagen nichts über eine wirkliche Straße.",
            ),
        ],
        vec![format!("generated from seed {seed}: {rows} rows")],
    );
    let streets = record(
        "streets",
        [
            ("nl", "Straten van Wolkenbrugge – verzonnen"),
            ("fr", "Rues de Pont-les-Nuages – inventées"),
            ("en", "Streets of Wolkenbrugge – invented"),
            ("de", "Straßen von Wolkenbrugge – erfunden"),
        ],
        [
            (
                "nl",
                "Een verzonnen stratenplan met drie deelgemeenten. Het ligt in de Noordzee, meer dan 40 km voor de Belgische kust, zodat niemand het voor een echte plaats neemt.",
            ),
            (
                "fr",
                "Un plan de rues inventé, avec trois sections. Il se trouve en mer du Nord, à plus de 40 km de la côte belge, pour que personne ne le prenne pour un lieu réel.",
            ),
            (
                "en",
                "An invented street plan with three municipalities. It lies in the North Sea, more than 40 km off the Belgian coast, so that nobody takes it for a real place.",
            ),
            (
                "de",
                "Ein erfundener Straßenplan mit drei Teilgemeinden. Er liegt in der Nordsee, mehr als 40 km vor der belgischen Küste, damit ihn niemand für einen wirklichen Ort hält.",
            ),
        ],
        vec!["drawn by hand".to_owned()],
    );
    let mut calendar = record(
        "calendar",
        [
            ("nl", "Feestdagen en schoolvakanties 2023–2026"),
            ("fr", "Jours fériés et vacances scolaires 2023–2026"),
            ("en", "Public and school holidays 2023–2026"),
            ("de", "Feiertage und Schulferien 2023–2026"),
        ],
        [
            (
                "nl",
                "Belgische feestdagen en Vlaamse schoolvakanties, berekend uit hun regels.",
            ),
            (
                "fr",
                "Jours fériés belges et vacances des écoles flamandes, calculés d'après leurs règles.",
            ),
            (
                "en",
                "Belgian public holidays and holidays of Flemish schools, computed from their rules.",
            ),
            (
                "de",
                "Belgische Feiertage und Ferien der flämischen Schulen, aus ihren Regeln berechnet.",
            ),
        ],
        vec!["computed from the rules of the holidays".to_owned()],
    );
    calendar.accuracy = Names::default();
    let truth = record(
        TRUTH,
        [
            (
                "nl",
                "Wat waar is in Wolkenbrugge – gegenereerd, niet gemeten",
            ),
            (
                "fr",
                "Ce qui est vrai à Pont-les-Nuages – généré, non mesuré",
            ),
            (
                "en",
                "What is true of Wolkenbrugge – generated, not measured",
            ),
            (
                "de",
                "Was in Wolkenbrugge wahr ist – erzeugt, nicht gemessen",
            ),
        ],
        [
            (
                "nl",
                "De waarden waaruit de tellingen zijn getrokken: niveaus, trends, ingrepen met hun effect, uitvallen, verplaatste telramen. Om de berekeningen aan te toetsen.",
            ),
            (
                "fr",
                "Les valeurs dont les comptages ont été tirés : niveaux, tendances, mesures et leur effet, pannes, compteurs déplacés. Pour vérifier les calculs.",
            ),
            (
                "en",
                "The values from which the counts were drawn: levels, trends, interventions with their effect, outages, moved sensors. To test the calculations against.",
            ),
            (
                "de",
                "Die Werte, aus denen die Zählungen gezogen wurden: Niveaus, Trends, Maßnahmen mit ihrer Wirkung, Ausfälle, versetzte Zähler. Zum Prüfen der Berechnungen.",
            ),
        ],
        vec![format!("written from the parameters of seed {seed}")],
    );
    counts.device = Some(Device::Telraam);
    let mut records = vec![counts, streets, calendar, truth];
    records.extend(shared(seed));
    records
}

/// The two operators of shared vehicles.
fn shared(seed: u64) -> [Dataset; 2] {
    let steps = || {
        vec![format!(
            "simulated from seed {seed}: trips, vans and faults of the feed"
        )]
    };
    [
        record(
            BIKES,
            [
                (
                    "nl",
                    "Deelfietsen in Wolkenbrugge – gegenereerd, niet gemeten",
                ),
                (
                    "fr",
                    "Vélos partagés à Pont-les-Nuages – générés, non mesurés",
                ),
                (
                    "en",
                    "Shared bicycles in Wolkenbrugge – generated, not measured",
                ),
                ("de", "Leihräder in Wolkenbrugge – erzeugt, nicht gemessen"),
            ],
            [
                (
                    "nl",
                    "Zes weken van een verzonnen aanbieder met stations: hoeveel fietsen er staan, zoals zijn feed het zou tonen.",
                ),
                (
                    "fr",
                    "Six semaines d'un opérateur inventé avec stations : combien de vélos s'y trouvent, comme son flux le montrerait.",
                ),
                (
                    "en",
                    "Six weeks of an invented operator with stations: how many bicycles stand there, as its feed would show it.",
                ),
                (
                    "de",
                    "Sechs Wochen eines erfundenen Anbieters mit Stationen: wie viele Räder dort stehen, wie es sein Feed zeigen würde.",
                ),
            ],
            steps(),
        ),
        record(
            SCOOTERS,
            [
                (
                    "nl",
                    "Deelsteps in Wolkenbrugge – gegenereerd, niet gemeten",
                ),
                (
                    "fr",
                    "Trottinettes partagées à Pont-les-Nuages – générées, non mesurées",
                ),
                (
                    "en",
                    "Shared scooters in Wolkenbrugge – generated, not measured",
                ),
                ("de", "Leihroller in Wolkenbrugge – erzeugt, nicht gemessen"),
            ],
            [
                (
                    "nl",
                    "Zes weken van een verzonnen aanbieder zonder stations: waar steps staan, opgeteld per straat en gemeente.",
                ),
                (
                    "fr",
                    "Six semaines d'un opérateur inventé sans stations : où se trouvent les trottinettes, additionnées par rue et par commune.",
                ),
                (
                    "en",
                    "Six weeks of an invented operator without stations: where scooters stand, summed by street and municipality.",
                ),
                (
                    "de",
                    "Sechs Wochen eines erfundenen Anbieters ohne Stationen: wo Roller stehen, nach Straße und Gemeinde summiert.",
                ),
            ],
            steps(),
        ),
    ]
}

fn record(
    id: &str,
    title: [(&str, &str); 4],
    description: [(&str, &str); 4],
    steps: Vec<String>,
) -> Dataset {
    Dataset {
        id: id.to_owned(),
        title: names(&title),
        description: names(&description),
        publisher: "Straatbeeld".to_owned(),
        publisher_url: String::new(),
        license: License {
            name: "CC0 1.0".to_owned(),
            url: "https://creativecommons.org/publicdomain/zero/1.0/".to_owned(),
        },
        attribution: String::new(),
        retrieved: None,
        device: None,
        accuracy: names(&[
            ("nl", "Gegenereerd, niet gemeten."),
            ("fr", "Généré, non mesuré."),
            ("en", "Generated, not measured."),
            ("de", "Erzeugt, nicht gemessen."),
        ]),
        steps,
        distributions: Vec::new(),
    }
}

fn names(by_language: &[(&str, &str)]) -> Names {
    Names {
        by_language: by_language
            .iter()
            .map(|&(language, text)| (language.to_owned(), text.to_owned()))
            .collect(),
        aliases: Vec::new(),
    }
}
