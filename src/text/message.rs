//! Messages as `build.rs` compiles them from the Fluent files, and how they are filled.
//!
//! All keys are one text and all messages of a language another: that takes half the space of a table of
//! pieces. Control characters, which no message holds, stand between the pieces of a message.

use super::language::Language;
use super::number;
use super::words::Arg;

include!(concat!(env!("OUT_DIR"), "/locales.rs"));

/// An argument begins; its name follows up to `NAME_END`.
const ARGUMENT: char = '\u{1}';
const NAME_END: char = '\u{2}';
/// A choice begins: the argument's name, then variants, the usual one last.
const SELECT: char = '\u{3}';
/// Between the key of a variant and its text.
const KEY_END: char = '\u{4}';
const VARIANT_END: char = '\u{5}';
const SELECT_END: char = '\u{6}';

/// Texts one after the other.
#[derive(Debug)]
pub struct Texts {
    all: &'static str,
    /// The byte where each ends.
    ends: &'static [u32],
}

impl Texts {
    fn get(&self, place: usize) -> Option<&'static str> {
        let end = *self.ends.get(place)?;
        let start = match place.checked_sub(1) {
            Some(before) => *self.ends.get(before)?,
            None => 0,
        };
        self.all.get(start as usize..end as usize)
    }
}

/// The messages of a language, in the order of `KEYS`.
pub type Messages = Option<&'static Texts>;

/// `None` for a language without files, which a test refuses.
pub fn messages(language: Language) -> Messages {
    let mut locales = LOCALES.iter();
    let (_, texts) = locales.find(|(tag, _)| *tag == language.tag())?;
    Some(texts)
}

/// The message of a key, to be filled.
pub fn find(messages: Messages, key: &str) -> Option<&'static str> {
    let (mut low, mut high) = (0, KEYS.ends.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        match KEYS.get(middle)?.cmp(key) {
            std::cmp::Ordering::Less => low = middle + 1,
            std::cmp::Ordering::Greater => high = middle,
            std::cmp::Ordering::Equal => return messages?.get(middle),
        }
    }
    None
}

/// Appends the message to `out`; an argument that is not given shows its name, as in Fluent.
pub fn fill(out: &mut String, message: &str, args: &[(&str, Arg)], language: Language) {
    let mut rest = message;
    while let Some(at) = rest.find([ARGUMENT, SELECT]) {
        let (text, marked) = rest.split_at(at);
        out.push_str(text);
        let is_select = marked.starts_with(SELECT);
        let (name, after) = marked.split_once(NAME_END).unwrap_or((marked, ""));
        let name = name.trim_start_matches([ARGUMENT, SELECT]);
        let arg = args.iter().find(|(known, _)| *known == name);
        let arg = arg.map(|(_, arg)| arg);
        rest = if is_select {
            let (chosen, after) = choose(after, arg, language);
            fill(out, chosen, args, language);
            after
        } else {
            match arg {
                Some(Arg::Text(text)) => out.push_str(text),
                Some(Arg::Number(number)) => out.push_str(&number::decimal(language, *number, 0)),
                None => {
                    out.push_str("{$");
                    out.push_str(name);
                    out.push('}');
                }
            }
            after
        };
    }
    out.push_str(rest);
}

/// The text of the variant that fits, else of the usual one; and what follows the choice.
fn choose<'m>(variants: &'m str, arg: Option<&Arg>, language: Language) -> (&'m str, &'m str) {
    let mut chosen = None;
    let mut usual = "";
    let mut rest = variants;
    while let Some((key, after)) = rest.split_once(KEY_END) {
        let end = variant_end(after);
        let (text, after) = after.split_at(end);
        if chosen.is_none() && arg.is_some_and(|arg| is_chosen(key, arg, language)) {
            chosen = Some(text);
        }
        usual = text;
        rest = after.strip_prefix(VARIANT_END).unwrap_or_default();
        if let Some(after) = rest.strip_prefix(SELECT_END) {
            rest = after;
            break;
        }
    }
    (chosen.unwrap_or(usual), rest)
}

/// Where a variant's text ends: choices may stand inside.
fn variant_end(text: &str) -> usize {
    let mut depth = 0_u32;
    for (at, mark) in text.match_indices([SELECT, SELECT_END, VARIANT_END]) {
        match mark.chars().next() {
            Some(SELECT) => depth += 1,
            Some(SELECT_END) => depth = depth.saturating_sub(1),
            _ if depth == 0 => return at,
            _ => {}
        }
    }
    text.len()
}

/// A key is a plural category or a whole number where the argument is a number, else the argument's text.
fn is_chosen(key: &str, arg: &Arg, language: Language) -> bool {
    match arg {
        Arg::Text(text) => text == key,
        Arg::Number(number) => match key.parse::<u32>() {
            Ok(exact) => f64::from(exact) == *number,
            // By the number that is printed: a whole one.
            Err(_) => key == language.plural(number.round()),
        },
    }
}
