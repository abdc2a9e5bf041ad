//! Compiles the Fluent files of `src/text/locales` with Mozilla's parser, so that the page
//! carries messages and no parser. What a message may use is told by what `compile` knows;
//! anything else ends the build with the file and the message.

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

const LOCALES: &str = "src/text/locales";

fn main() -> Result<(), String> {
    println!("cargo::rerun-if-changed={LOCALES}");
    println!("cargo::rerun-if-changed=build.rs");
    let mut code = String::from("pub static LOCALES: &[(&str, Messages)] = &[\n");
    for folder in entries(Path::new(LOCALES))? {
        let tag = folder
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let mut messages = BTreeMap::new();
        for file in entries(&folder)? {
            read(&file, &mut messages)?;
        }
        // Sorted by key: looked up by halves.
        let _ = writeln!(code, "({tag:?}, &[");
        for (key, parts) in messages {
            let _ = writeln!(code, "({key:?}, {parts}),");
        }
        code.push_str("]),\n");
    }
    code.push_str("];\n");
    let out = PathBuf::from(env::var("OUT_DIR").map_err(|error| error.to_string())?);
    fs::write(out.join("locales.rs"), code).map_err(|error| error.to_string())
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        paths.push(entry.map_err(failed)?.path());
    }
    paths.sort();
    Ok(paths)
}

fn read(file: &Path, messages: &mut BTreeMap<String, String>) -> Result<(), String> {
    let at = file.display();
    let text = fs::read_to_string(file).map_err(|error| format!("{at}: {error}"))?;
    let resource = fluent_syntax::parser::parse(text.as_str())
        .map_err(|(_, errors)| format!("{at}: {errors:?}"))?;
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let key = message.id.name;
                let value = message
                    .value
                    .as_ref()
                    .ok_or_else(|| format!("{at}: {key} has no value"))?;
                let parts = compile(value).map_err(|what| format!("{at}: {key}: {what}"))?;
                if messages.insert(key.to_owned(), parts).is_some() {
                    return Err(format!("{at}: {key} is there twice"));
                }
            }
            Entry::Term(term) => {
                return Err(format!("{at}: terms are not used here: -{}", term.id.name));
            }
            _ => {}
        }
    }
    Ok(())
}

fn compile(pattern: &Pattern<&str>) -> Result<String, String> {
    let mut code = String::from("&[");
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value }
            | PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::StringLiteral { value }),
            } => {
                let _ = write!(code, "Part::Text({value:?}),");
            }
            PatternElement::Placeable {
                expression: Expression::Inline(inline),
            } => {
                let _ = write!(code, "Part::Argument({:?}),", argument(inline)?);
            }
            PatternElement::Placeable {
                expression: Expression::Select { selector, variants },
            } => {
                let mut usual = None;
                let _ = write!(
                    code,
                    "Part::Select(&Select {{ argument: {:?}, variants: &[",
                    argument(selector)?
                );
                for variant in variants {
                    let parts = compile(&variant.value)?;
                    let key = match &variant.key {
                        VariantKey::Identifier { name } => format!("Key::Word({name:?})"),
                        VariantKey::NumberLiteral { value } => format!("Key::Number({value}_f64)"),
                    };
                    let _ = write!(code, "({key}, {parts}),");
                    if variant.default {
                        usual = Some(parts);
                    }
                }
                let usual = usual.ok_or("a choice without a usual variant")?;
                let _ = write!(code, "], usual: {usual} }}),");
            }
        }
    }
    code.push(']');
    Ok(code)
}

fn argument<'a>(inline: &InlineExpression<&'a str>) -> Result<&'a str, String> {
    match inline {
        InlineExpression::VariableReference { id } => Ok(id.name),
        other => Err(format!(
            "only arguments and texts are known here, not {other:?}"
        )),
    }
}
