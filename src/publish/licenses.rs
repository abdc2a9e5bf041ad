//! The licences under which data may be published. What is not here stops `publish`:
//! data of unknown licence must not be passed on.

use crate::catalog::License;

/// Names as a town file spells them, and where the text stands.
const KNOWN: [(&str, &str); 12] = [
    (
        "CC0 1.0",
        "https://creativecommons.org/publicdomain/zero/1.0/",
    ),
    ("CC BY 3.0", "https://creativecommons.org/licenses/by/3.0/"),
    ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    (
        "CC BY-SA 4.0",
        "https://creativecommons.org/licenses/by-sa/4.0/",
    ),
    (
        "CC BY-NC 4.0",
        "https://creativecommons.org/licenses/by-nc/4.0/",
    ),
    ("ODbL 1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
    ("ODC-BY 1.0", "https://opendatacommons.org/licenses/by/1-0/"),
    ("PDDL 1.0", "https://opendatacommons.org/licenses/pddl/1-0/"),
    ("DL-DE-BY-2.0", "https://www.govdata.de/dl-de/by-2-0"),
    ("DL-DE-ZERO-2.0", "https://www.govdata.de/dl-de/zero-2-0"),
    (
        "Licence Ouverte 2.0",
        "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
    ),
    (
        "Modellicentie gratis hergebruik Vlaanderen 1.0",
        "https://data.vlaanderen.be/id/licentie/modellicentie-gratis-hergebruik/v1.0",
    ),
];

/// The licence of a name, written as in the table or with other case and blanks.
#[must_use]
pub fn find(name: &str) -> Option<License> {
    let plain = |text: &str| {
        text.chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    KNOWN
        .iter()
        .find(|(known, _)| plain(known) == plain(name))
        .map(|(name, url)| License {
            name: (*name).to_owned(),
            url: (*url).to_owned(),
        })
}

/// All names, for the message that one is not among them.
#[must_use]
pub fn known() -> String {
    let names: Vec<&str> = KNOWN.iter().map(|(name, _)| *name).collect();
    names.join(", ")
}
