//! Our messages against Mozilla's own runtime, message by message.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::BTreeSet;
use straatbeeld::text::{Arg, Language, Words};

fn arguments(pattern: &Pattern<&str>, into: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else {
            continue;
        };
        let inline = match expression {
            Expression::Inline(inline) => inline,
            Expression::Select { selector, variants } => {
                for variant in variants {
                    arguments(&variant.value, into);
                }
                selector
            }
        };
        if let InlineExpression::VariableReference { id } = inline {
            into.insert(id.name.to_owned());
        }
    }
}

#[test]
fn every_message_reads_as_mozillas_runtime_reads_it() {
    let mut compared = 0;
    for language in Language::ALL {
        let words = Words::new(language);
        let mut bundle = FluentBundle::new(vec![
            language
                .tag()
                .parse::<unic_langid::LanguageIdentifier>()
                .unwrap(),
        ]);
        bundle.set_use_isolating(false);
        for file in language.files() {
            bundle
                .add_resource(FluentResource::try_new((*file).to_owned()).unwrap())
                .unwrap();
        }
        for file in language.files() {
            for entry in fluent_syntax::parser::parse(*file).unwrap().body {
                let Entry::Message(message) = entry else {
                    continue;
                };
                let mut names = BTreeSet::new();
                arguments(message.value.as_ref().unwrap(), &mut names);
                // Under a thousand, where numbers are written alike by both.
                for number in [0.0, 1.0, 2.0, 3.0, 21.0, 999.0] {
                    let numbers: Vec<(&str, Arg)> = names
                        .iter()
                        .map(|name| (name.as_str(), number.into()))
                        .collect();
                    let mut theirs = FluentArgs::new();
                    for name in &names {
                        theirs.set(name.as_str(), FluentValue::from(number));
                    }
                    let pattern = bundle
                        .get_message(message.id.name)
                        .unwrap()
                        .value()
                        .unwrap();
                    let expected = bundle
                        .format_pattern(pattern, Some(&theirs), &mut Vec::new())
                        .into_owned();
                    assert_eq!(
                        words.with(message.id.name, &numbers),
                        expected,
                        "{} {number}",
                        message.id.name
                    );
                    compared += 1;
                }
            }
        }
    }
    assert!(compared > 1000, "{compared}");
}
