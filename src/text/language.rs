//! The languages that people can choose.

use serde::{Deserialize, Serialize};

#[cfg(not(target_arch = "wasm32"))]
include!(concat!(env!("OUT_DIR"), "/fluent.rs"));

/// A language with a folder in `locales/`. A further one is a folder of files and an entry in this enum.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Language {
    #[default]
    #[serde(rename = "en")]
    English,
    #[serde(rename = "nl")]
    Dutch,
    #[serde(rename = "fr")]
    French,
    #[serde(rename = "de")]
    German,
}

/// How a language writes numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberStyle {
    pub group: char,
    pub decimal: char,
}

impl Language {
    pub const ALL: [Self; 4] = [Self::English, Self::Dutch, Self::French, Self::German];

    /// The BCP 47 tag in addresses and in the page's `lang`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Dutch => "nl",
            Self::French => "fr",
            Self::German => "de",
        }
    }

    /// The language's name in itself.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Dutch => "Nederlands",
            Self::French => "Français",
            Self::German => "Deutsch",
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
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn files(self) -> &'static [&'static str] {
        let found = FLUENT.iter().find(|(tag, _)| *tag == self.tag());
        found.map_or(&[], |(_, files)| files)
    }

    /// The plural category of a whole number (Unicode CLDR, cardinal). French also has `many`, for whole
    /// millions; our messages say them as the others.
    #[must_use]
    pub fn plural(self, number: f64) -> &'static str {
        let is_one = match self {
            Self::English | Self::Dutch | Self::German => number == 1.0,
            Self::French => number == 0.0 || number == 1.0,
        };
        if is_one { "one" } else { "other" }
    }

    /// In French, as in Belgium, a narrow blank that does not break stands between thousands.
    #[must_use]
    pub const fn number_style(self) -> NumberStyle {
        match self {
            Self::English => NumberStyle {
                group: ',',
                decimal: '.',
            },
            Self::Dutch | Self::German => NumberStyle {
                group: '.',
                decimal: ',',
            },
            Self::French => NumberStyle {
                group: '\u{202f}',
                decimal: ',',
            },
        }
    }

    /// What follows the number of a percentage.
    #[must_use]
    pub const fn percent_sign(self) -> &'static str {
        match self {
            Self::English | Self::Dutch => "%",
            Self::French | Self::German => "\u{a0}%",
        }
    }

    /// What follows the day of the month in a date: `12 March`, `1er mars`, `12. März`.
    #[must_use]
    pub const fn day_mark(self, day: u8) -> &'static str {
        match (self, day) {
            (Self::French, 1) => "er",
            (Self::German, _) => ".",
            _ => "",
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
            ("fr-BE", Some(Language::French)),
            ("de-BE", Some(Language::German)),
            ("", None),
            ("ja", None),
            ("nlx", None),
        ] {
            assert_eq!(Language::parse(tag), language, "{tag}");
        }
    }

    #[test]
    fn nothing_is_one_in_french_only() {
        for (number, english, french) in [
            (0.0, "other", "one"),
            (1.0, "one", "one"),
            (2.0, "other", "other"),
            (21.0, "other", "other"),
        ] {
            assert_eq!(Language::French.plural(number), french);
            for language in [Language::English, Language::Dutch, Language::German] {
                assert_eq!(language.plural(number), english);
            }
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
