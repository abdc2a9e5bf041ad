//! What a licence lets people do, by its name or address. It is the same in words of everyday; the licence decides.

use crate::domain::fold::fold;

/// Kinds of licence, from the one that asks least to what is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Everything, without a condition.
    Free,
    /// Everything, also commercially, if the source is named.
    Named,
    /// The same, and what is made of it is passed on under the same terms.
    Alike,
    /// Not commercially.
    NotCommercial,
    /// Unchanged only.
    Unchanged,
    /// A licence that is not known here, or none.
    Unknown,
}

impl Kind {
    pub const ALL: [Self; 6] = [
        Self::Free,
        Self::Named,
        Self::Alike,
        Self::NotCommercial,
        Self::Unchanged,
        Self::Unknown,
    ];

    /// The name in addresses and messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Free => "free",
            Self::Named => "named",
            Self::Alike => "alike",
            Self::NotCommercial => "not-commercial",
            Self::Unchanged => "unchanged",
            Self::Unknown => "unknown",
        }
    }

    /// The kind of a licence, from its name, its address or both together: `CC BY 4.0`,
    /// `http://publications.europa.eu/resource/authority/licence/CC_BY_4_0`.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let words = fold(text);
        let words: Vec<&str> = words.split(' ').collect();
        let has = |wanted: &[&str]| words.windows(wanted.len()).any(|some| some == wanted);
        let any = |all: &[&[&str]]| all.iter().any(|wanted| has(wanted));
        let is_creative =
            has(&["cc"]) || has(&["creativecommons"]) || has(&["creative", "commons"]);
        if (is_creative && has(&["nc"])) || any(&[&["noncommercial"], &["non", "commercial"]]) {
            Self::NotCommercial
        } else if (is_creative && has(&["nd"])) || has(&["noderivatives"]) {
            Self::Unchanged
        } else if (is_creative && any(&[&["sa"], &["bysa"]])) || any(&[&["sharealike"], &["odbl"]])
        {
            Self::Alike
        } else if any(&[
            &["cc0"],
            &["cc", "zero"],
            &["publicdomain"],
            &["public", "domain"],
            &["pddl"],
            &["dl", "de", "zero"],
            &["commons", "zero"],
            &["cczero"],
        ]) {
            Self::Free
        } else if (is_creative && has(&["by"]))
            || any(&[
                &["odc", "by"],
                &["opendatacommons", "org", "licenses", "by"],
                &["dl", "de", "by"],
                &["licence", "ouverte"],
                &["open", "licence"],
                &["gratis", "hergebruik"],
                &["ogl"],
            ])
        {
            Self::Named
        } else {
            Self::Unknown
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn licences_are_of_a_kind_by_name_and_by_address() {
        for (text, kind) in [
            ("CC0 1.0", Kind::Free),
            (
                "https://creativecommons.org/publicdomain/zero/1.0/",
                Kind::Free,
            ),
            ("PDDL 1.0", Kind::Free),
            ("DL-DE-ZERO-2.0", Kind::Free),
            ("https://www.govdata.de/dl-de/zero-2-0", Kind::Free),
            (
                "https://data.vlaanderen.be/id/licentie/creative-commons-zero-verklaring/v1.0",
                Kind::Free,
            ),
            ("CC BY 4.0", Kind::Named),
            ("https://creativecommons.org/licenses/by/4.0/", Kind::Named),
            (
                "http://publications.europa.eu/resource/authority/licence/CC_BY_4_0",
                Kind::Named,
            ),
            ("ODC-BY 1.0", Kind::Named),
            ("https://opendatacommons.org/licenses/by/1-0/", Kind::Named),
            ("DL-DE-BY-2.0", Kind::Named),
            ("Licence Ouverte 2.0", Kind::Named),
            (
                "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
                Kind::Named,
            ),
            (
                "Modellicentie gratis hergebruik Vlaanderen 1.0",
                Kind::Named,
            ),
            (
                "https://data.vlaanderen.be/id/licentie/modellicentie-gratis-hergebruik/v1.0",
                Kind::Named,
            ),
            ("CC BY-SA 4.0", Kind::Alike),
            ("ODbL 1.0", Kind::Alike),
            ("CC BY-NC 4.0", Kind::NotCommercial),
            (
                "https://creativecommons.org/licenses/by-nc-sa/4.0/",
                Kind::NotCommercial,
            ),
            ("CC BY-ND 4.0", Kind::Unchanged),
            ("", Kind::Unknown),
            ("Ask us by mail", Kind::Unknown),
            ("Open Data Standby", Kind::Unknown),
        ] {
            assert_eq!(Kind::of(text), kind, "{text}");
        }
    }
}
