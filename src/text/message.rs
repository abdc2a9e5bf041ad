//! Messages as `build.rs` compiles them from the Fluent files, and how they are filled.

use super::language::Language;
use super::number;
use super::words::Arg;

include!(concat!(env!("OUT_DIR"), "/locales.rs"));

/// Messages of one language, sorted by key.
pub type Messages = &'static [(&'static str, &'static [Part])];

/// A piece of a message.
#[derive(Debug)]
pub enum Part {
    Text(&'static str),
    Argument(&'static str),
    Select(&'static Select),
}

/// Variants by the value of an argument.
#[derive(Debug)]
pub struct Select {
    argument: &'static str,
    variants: &'static [(Key, &'static [Part])],
    usual: &'static [Part],
}

#[derive(Debug)]
pub enum Key {
    /// A plural category where the argument is a number, else the argument's text.
    Word(&'static str),
    Number(f64),
}

/// The messages of a language; empty for one without files, which a test refuses.
pub fn messages(language: Language) -> Messages {
    LOCALES
        .iter()
        .find(|(tag, _)| *tag == language.tag())
        .map_or(&[], |(_, messages)| messages)
}

/// The parts of a message.
pub fn find(messages: Messages, key: &str) -> Option<&'static [Part]> {
    messages
        .binary_search_by(|(known, _)| (*known).cmp(key))
        .ok()
        .and_then(|i| messages.get(i))
        .map(|(_, parts)| *parts)
}

/// Appends the message to `out`; an argument that is not given shows its name, as in Fluent.
pub fn fill(out: &mut String, parts: &[Part], args: &[(&str, Arg)], language: Language) {
    let value = |name: &str| {
        args.iter()
            .find(|(known, _)| *known == name)
            .map(|(_, arg)| arg)
    };
    for part in parts {
        match part {
            Part::Text(text) => out.push_str(text),
            Part::Argument(name) => match value(name) {
                Some(Arg::Text(text)) => out.push_str(text),
                Some(Arg::Number(number)) => out.push_str(&number::decimal(language, *number, 0)),
                None => {
                    out.push_str("{$");
                    out.push_str(name);
                    out.push('}');
                }
            },
            Part::Select(select) => {
                let chosen = value(select.argument).and_then(|arg| {
                    let mut variants = select.variants.iter();
                    variants
                        .find(|(key, _)| is_chosen(key, arg, language))
                        .map(|(_, parts)| *parts)
                });
                fill(out, chosen.unwrap_or(select.usual), args, language);
            }
        }
    }
}

fn is_chosen(key: &Key, arg: &Arg, language: Language) -> bool {
    match (key, arg) {
        (Key::Word(word), Arg::Text(text)) => word == text,
        // By the number that is printed: a whole one.
        (Key::Word(word), Arg::Number(number)) => *word == language.plural(number.round()),
        (Key::Number(exact), Arg::Number(number)) => exact == number,
        (Key::Number(_), Arg::Text(_)) => false,
    }
}
