//! Finding a street by what people type: as you type, with typing errors, without
//! accents, by any of its names, with a house number that does not matter.

use super::answer::StreetEntry;
use crate::domain::fold::fold;
use crate::domain::order::order;
use std::cmp::Ordering;

/// The names of a town, ready to be searched.
#[derive(Clone, Debug, Default)]
pub struct Index {
    names: Vec<Name>,
    counted: Vec<bool>,
}

#[derive(Clone, Debug)]
struct Name {
    entry: usize,
    text: String,
    is_alias: bool,
    /// Folded, without blanks.
    letters: Vec<u8>,
    /// Where words begin in `letters`.
    words: Vec<usize>,
}

/// One street that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Index into the entries that the index was made of.
    pub entry: usize,
    /// The name that matched, as it is written; another than the shown one for an alias or a second language.
    pub matched_name: String,
    pub is_alias: bool,
    /// Typing errors that were forgiven.
    pub errors: u8,
}

impl Index {
    #[must_use]
    pub fn new(entries: &[StreetEntry]) -> Self {
        let mut names = Vec::new();
        for (entry, street) in entries.iter().enumerate() {
            let official = street.names.by_language.values().map(|n| (n, false));
            let aliases = street.names.aliases.iter().map(|n| (n, true));
            for (text, is_alias) in official.chain(aliases) {
                let (letters, words) = squash(&fold(text));
                if !letters.is_empty() {
                    names.push(Name {
                        entry,
                        text: text.clone(),
                        is_alias,
                        letters,
                        words,
                    });
                }
            }
        }
        let counted = entries.iter().map(|e| e.counted.is_some()).collect();
        Self { names, counted }
    }

    /// The best `limit` streets for what was typed, each once, best first.
    /// Nothing typed finds nothing.
    #[must_use]
    pub fn find(&self, typed: &str, limit: usize) -> Vec<Hit> {
        let variants = variants(typed);
        let mut best: Vec<Option<(Rank, &Name)>> = vec![None; self.counted.len()];
        for name in &self.names {
            let is_counted = self.counted.get(name.entry).copied().unwrap_or(false);
            let rank = variants
                .iter()
                .filter_map(|typed| rank(typed, name, is_counted))
                .min();
            if let (Some(rank), Some(slot)) = (rank, best.get_mut(name.entry))
                && slot.as_ref().is_none_or(|(old, _)| rank < *old)
            {
                *slot = Some((rank, name));
            }
        }
        let mut found: Vec<(Rank, &Name)> = best.into_iter().flatten().collect();
        // Where something fits as typed, guesses only distract.
        if found.iter().any(|(rank, _)| rank.errors == 0) {
            found.retain(|(rank, _)| rank.errors == 0);
        }
        let compare = |a: usize, b: usize| match (found.get(a), found.get(b)) {
            (Some(a), Some(b)) => {
                a.0.cmp(&b.0)
                    .then_with(|| a.1.text.cmp(&b.1.text))
                    .then(a.1.entry.cmp(&b.1.entry))
            }
            _ => Ordering::Equal,
        };
        order(found.len(), &compare)
            .into_iter()
            .take(limit)
            .filter_map(|place| found.get(place))
            .map(|(rank, name)| Hit {
                entry: name.entry,
                matched_name: name.text.clone(),
                is_alias: name.is_alias,
                errors: rank.errors,
            })
            .collect()
    }
}

/// Smaller is better; compared field by field.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    errors: u8,
    /// 0 the whole name, 1 its beginning, 2 the beginning of a word, 3 words in any order, 4 inside a word.
    place: u8,
    is_alias: bool,
    is_uncounted: bool,
    length: usize,
}

/// What was typed, as letters without blanks, and as words.
struct Typed {
    letters: Vec<u8>,
    words: Vec<String>,
}

/// What was typed and, for an abbreviated saint, what may have been meant; house numbers are dropped.
fn variants(typed: &str) -> Vec<Typed> {
    let folded = fold(typed);
    let mut words: Vec<&str> = folded.split(' ').filter(|w| !w.is_empty()).collect();
    while words.len() > 1 && words.last().is_some_and(|word| is_house_number(word)) {
        words.pop();
    }
    let make = |saint: Option<&str>| {
        let words: Vec<String> = words
            .iter()
            .map(|word| match (saint, *word) {
                (Some(saint), "st" | "ste") => saint.to_owned(),
                (_, word) => word.to_owned(),
            })
            .collect();
        Typed {
            letters: words.concat().into_bytes(),
            words,
        }
    };
    let mut all = vec![make(None)];
    if words.iter().any(|word| matches!(*word, "st" | "ste")) {
        all.extend(["sint", "saint", "sainte", "sankt"].map(|saint| make(Some(saint))));
    }
    all.retain(|typed| !typed.letters.is_empty());
    all
}

/// `12`, `12a`, `bus`, `b`, `bte`: what follows a street in a postal address.
fn is_house_number(word: &str) -> bool {
    matches!(word, "bus" | "bte" | "nr" | "no")
        || (word.len() <= 5
            && word.starts_with(|c: char| c.is_ascii_digit())
            && word.trim_start_matches(|c: char| c.is_ascii_digit()).len() <= 1)
}

fn squash(folded: &str) -> (Vec<u8>, Vec<usize>) {
    let mut letters = Vec::with_capacity(folded.len());
    let mut words = Vec::new();
    for word in folded.split(' ').filter(|w| !w.is_empty()) {
        words.push(letters.len());
        letters.extend_from_slice(word.as_bytes());
    }
    (letters, words)
}

fn rank(typed: &Typed, name: &Name, is_counted: bool) -> Option<Rank> {
    let rank = |errors, place| Rank {
        errors,
        place,
        is_alias: name.is_alias,
        is_uncounted: !is_counted,
        length: name.letters.len(),
    };
    if typed.letters == name.letters {
        return Some(rank(0, 0));
    }
    for (i, &start) in name.words.iter().enumerate() {
        if name
            .letters
            .get(start..)
            .is_some_and(|rest| rest.starts_with(&typed.letters))
        {
            return Some(rank(0, if i == 0 { 1 } else { 2 }));
        }
    }
    if has_all_words(typed, name) {
        return Some(rank(0, 3));
    }
    if typed.letters.len() >= 3
        && name
            .letters
            .windows(typed.letters.len())
            .any(|w| w == typed.letters)
    {
        return Some(rank(0, 4));
    }
    let allowed = match typed.letters.len() {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    };
    if allowed == 0 {
        return None;
    }
    name.words
        .iter()
        .enumerate()
        .filter_map(|(i, &start)| {
            let rest = name.letters.get(start..)?;
            let errors = prefix_distance(&typed.letters, rest, allowed)?;
            Some(rank(errors, if i == 0 { 1 } else { 2 }))
        })
        .min()
}

/// Every typed word begins another word of the name: `goedelaan karel`, `graaf k goedelaan`.
fn has_all_words(typed: &Typed, name: &Name) -> bool {
    if typed.words.len() < 2 {
        return false;
    }
    let mut free: Vec<&[u8]> = name
        .words
        .iter()
        .filter_map(|&start| name.letters.get(start..))
        .collect();
    typed.words.iter().all(|word| {
        let place = free
            .iter()
            .position(|rest| rest.starts_with(word.as_bytes()));
        place.map(|i| free.remove(i)).is_some()
    })
}

/// Fewest insertions, deletions, replacements and swaps of neighbours (Damerau–Levenshtein,
/// optimal string alignment) that turn `typed` into some beginning of `name`;
/// `None` above `allowed`.
fn prefix_distance(typed: &[u8], name: &[u8], allowed: u8) -> Option<u8> {
    let width = typed.len() + usize::from(allowed);
    let name = name.get(..width.min(name.len()))?;
    // One row per typed letter; `before[j]` is the cost of the letters so far against name[..j].
    let mut before_last: Vec<u8> = Vec::new();
    let mut last: Vec<u8> = (0..=name.len())
        .map(|j| u8::try_from(j).unwrap_or(u8::MAX))
        .collect();
    for (i, &t) in typed.iter().enumerate() {
        let mut row = Vec::with_capacity(last.len());
        row.push(u8::try_from(i + 1).unwrap_or(u8::MAX));
        for (j, &n) in name.iter().enumerate() {
            let replace = last.get(j)?.saturating_add(u8::from(t != n));
            let delete = last.get(j + 1)?.saturating_add(1);
            let insert = row.get(j)?.saturating_add(1);
            let mut cost = replace.min(delete).min(insert);
            let swapped =
                i > 0 && j > 0 && typed.get(i - 1) == Some(&n) && name.get(j - 1) == Some(&t);
            if swapped {
                cost = cost.min(before_last.get(j - 1)?.saturating_add(1));
            }
            row.push(cost);
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last.into_iter().min().filter(|errors| *errors <= allowed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Names, StreetId};

    fn town() -> Vec<StreetEntry> {
        let street = |nl: &str, fr: &str, aliases: &[&str]| StreetEntry {
            id: StreetId(nl.into()),
            names: Names {
                by_language: [("nl", nl), ("fr", fr)]
                    .into_iter()
                    .filter(|(_, name)| !name.is_empty())
                    .map(|(l, n)| (l.to_owned(), n.to_owned()))
                    .collect(),
                aliases: aliases.iter().map(|&a| a.to_owned()).collect(),
            },
            municipality: String::new(),
            centre: None,
            counted: None,
        };
        vec![
            street("Graaf Karel De Goedelaan", "", &[]),
            street("Sint-Martens-Latemlaan", "", &["Sintmartenslatemlaan"]),
            street("Molenstraat", "Rue du Moulin", &[]),
            street("Meulenstraat", "", &["Oude Molenweg"]),
            street("Église", "Rue de l'Église", &[]),
            street(
                "Kortrijksesteenweg",
                "Chaussée de Courtrai",
                &["Steenweg op Kortrijk"],
            ),
        ]
    }

    fn found(typed: &str) -> Vec<String> {
        let entries = town();
        Index::new(&entries)
            .find(typed, 5)
            .into_iter()
            .map(|hit| entries[hit.entry].id.0.clone())
            .collect()
    }

    #[test]
    fn the_first_hit_is_the_street_that_was_meant() {
        for (typed, street) in [
            ("mol", "Molenstraat"),
            ("MOLENSTRAAT 12", "Molenstraat"),
            ("molenstraat 12a bus 3", "Molenstraat"),
            ("rue du moulin", "Molenstraat"),
            ("moulin", "Molenstraat"),
            ("molenstaat", "Molenstraat"),
            ("moelnstraat", "Molenstraat"),
            ("karel de goede", "Graaf Karel De Goedelaan"),
            ("goedelaan graaf", "Graaf Karel De Goedelaan"),
            ("graaf k de goedelaan", "Graaf Karel De Goedelaan"),
            ("graaf karle de goe", "Graaf Karel De Goedelaan"),
            ("st martens", "Sint-Martens-Latemlaan"),
            ("st.-martens-latemlaan", "Sint-Martens-Latemlaan"),
            ("sint martens latem", "Sint-Martens-Latemlaan"),
            ("sintmartens", "Sint-Martens-Latemlaan"),
            ("latemlaan", "Sint-Martens-Latemlaan"),
            ("eglise", "Église"),
            ("rue de leglise", "Église"),
            ("oude molenweg", "Meulenstraat"),
            ("courtrai", "Kortrijksesteenweg"),
            ("kortijksesteenweg", "Kortrijksesteenweg"),
        ] {
            assert_eq!(
                found(typed).first().map(String::as_str),
                Some(street),
                "{typed}"
            );
        }
    }

    #[test]
    fn nothing_typed_and_nonsense_find_nothing() {
        for typed in ["", "  ", "xyzxyz", "12", "?!"] {
            assert_eq!(found(typed), Vec::<String>::new(), "{typed}");
        }
    }

    #[test]
    fn a_street_is_found_once() {
        let mut names = found("sint");
        names.dedup();
        assert_eq!(names, found("sint"));
    }

    #[test]
    fn an_exact_fit_hides_guesses() {
        assert_eq!(found("molens"), ["Molenstraat"]);
    }

    #[test]
    fn distances_are_those_counted_by_hand() {
        for (typed, name, errors) in [
            ("molen", "molenstraat", Some(0)),
            ("moeln", "molenstraat", Some(1)),
            ("mlen", "molenstraat", Some(1)),
            ("mollen", "molenstraat", Some(1)),
            ("kerk", "molenstraat", None),
        ] {
            assert_eq!(
                prefix_distance(typed.as_bytes(), name.as_bytes(), 1),
                errors,
                "{typed}"
            );
        }
    }
}
