//! The languages that people can choose.

use serde::{Deserialize, Serialize};

/// A language with a folder in `locales/`. A further one is a folder of files and an entry in this file.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Language {
    #[default]
    #[serde(rename = "en")]
    English,
    #[serde(rename = "nl")]
    Dutch,
}

/// How a language writes numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberStyle {
    pub group: char,
    pub decimal: char,
}

macro_rules! locale {
    ($tag:literal) => {
        &[
            include_str!(concat!("locales/", $tag, "/common.ftl")),
            include_str!(concat!("locales/", $tag, "/home.ftl")),
            include_str!(concat!("locales/", $tag, "/street.ftl")),
            include_str!(concat!("locales/", $tag, "/answers.ftl")),
            include_str!(concat!("locales/", $tag, "/charts.ftl")),
            include_str!(concat!("locales/", $tag, "/errors.ftl")),
            include_str!(concat!("locales/", $tag, "/ledger.ftl")),
            include_str!(concat!("locales/", $tag, "/terms.ftl")),
            include_str!(concat!("locales/", $tag, "/data.ftl")),
            include_str!(concat!("locales/", $tag, "/ui.ftl")),
        ]
    };
}

impl Language {
    pub const ALL: [Self; 2] = [Self::English, Self::Dutch];

    /// The BCP 47 tag in addresses and in the page's `lang`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Dutch => "nl",
        }
    }

    /// The language's name in itself.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Dutch => "Nederlands",
        }
    }

    /// From a tag, its region ignored: `nl`, `nl-BE`, `NL_be`.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next()?;
        Self::ALL
            .into_iter()
            .find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// The language's Fluent files as they are written; what the code uses is compiled by `build.rs`.
    #[must_use]
    pub const fn files(self) -> &'static [&'static str] {
        match self {
            Self::English => locale!("en"),
            Self::Dutch => locale!("nl"),
        }
    }

    /// The plural category of a whole number (Unicode CLDR, cardinal): `one` or `other` in these languages.
    #[must_use]
    pub fn plural(self, number: f64) -> &'static str {
        match self {
            Self::English | Self::Dutch if number == 1.0 => "one",
            Self::English | Self::Dutch => "other",
        }
    }

    #[must_use]
    pub const fn number_style(self) -> NumberStyle {
        match self {
            Self::English => NumberStyle {
                group: ',',
                decimal: '.',
            },
            Self::Dutch => NumberStyle {
                group: '.',
                decimal: ',',
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_with_a_region_finds_its_language() {
        for (tag, language) in [
            ("nl", Some(Language::Dutch)),
            ("nl-BE", Some(Language::Dutch)),
            ("EN_gb", Some(Language::English)),
            ("", None),
            ("de", None),
            ("nlx", None),
        ] {
            assert_eq!(Language::parse(tag), language, "{tag}");
        }
    }

    #[test]
    fn every_folder_of_locales_is_a_language_and_the_other_way_round() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/text/locales");
        let mut folders: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        folders.sort();
        let mut tags = Language::ALL.map(Language::tag);
        tags.sort_unstable();
        assert_eq!(folders, tags);
    }
}
