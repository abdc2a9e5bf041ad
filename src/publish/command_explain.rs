//! `straatbeeld explain 'PERMALINK' --data DIR`: the answer that the page shows, computed here.

use super::local;
use crate::query::answer::{Answer, StreetAnswer};
use crate::query::permalink::{Address, Page};
use crate::query::{LedgerQuestion, Query};
use crate::text::{Language, Words, answers, failure::failure};
use clap::Args;
use std::path::PathBuf;
use std::process::ExitCode;

/// Computes what an address shows, from the same published folder
#[derive(Debug, Args)]
pub struct Explain {
    /// An address of the app, or only what follows its question mark
    #[arg(value_name = "PERMALINK")]
    address: String,
    /// The published folder
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// Print the whole answer as JSON, byte for byte what the page's worker answers
    #[arg(long)]
    json: bool,
}

impl Explain {
    #[must_use]
    pub fn run(&self) -> ExitCode {
        let query = self
            .address
            .split_once('?')
            .map_or(self.address.as_str(), |(_, query)| query);
        let address = Address::parse(query);
        let language = address
            .language
            .as_deref()
            .and_then(Language::parse)
            .unwrap_or_default();
        let words = Words::new(language);
        let query = match address.page {
            Page::Home => Query::Town,
            Page::Street(street) => match address.sum {
                Some(figure) => Query::Ledger(LedgerQuestion { street, figure }),
                None => Query::Street(street),
            },
            Page::Unknown(what) => {
                eprintln!("error: this address leads nowhere: {what}");
                return ExitCode::FAILURE;
            }
        };
        match local::ask(&self.data, query) {
            Ok(answer) => {
                match (self.json, &answer) {
                    (false, Answer::Street(street)) => print(street, &words),
                    _ => println!("{}", serde_json::to_string(&answer).unwrap_or_default()),
                }
                ExitCode::SUCCESS
            }
            Err(failed) => {
                let said = failure(&failed, &words);
                eprintln!("error: {}\n{}\n{}", said.title, said.text, said.action);
                ExitCode::FAILURE
            }
        }
    }
}

fn print(street: &StreetAnswer, words: &Words) {
    println!(
        "{}",
        street.header.names.in_language(words.language().tag())
    );
    let Some(counted) = &street.counted else {
        println!("{}", answers::not_counted(street, words).sentence);
        return;
    };
    println!(
        "{} – {}, {} / {} h",
        counted.start, counted.end, counted.scope.usable, counted.scope.hours
    );
    for answer in [
        answers::busy(counted, words),
        answers::speed(counted, words),
        answers::change(counted, words),
        answers::who(counted, words),
    ] {
        println!("\n{}\n  {}", answer.question, answer.sentence);
        for line in answer.certainty.iter().chain(&answer.notes) {
            println!("  {line}");
        }
    }
    println!();
    for source in &street.sources {
        println!(
            "{} ({}, {}) {} {}",
            source.path, source.publisher, source.license, source.rows, source.sha256
        );
    }
}
