//! `straatbeeld explain 'PERMALINK' --data DIR`: the answer that the page shows, or the sum behind one of its
//! figures, computed here.

use super::{local, print_comparison, print_ledger};
use crate::domain::{DayType, StreetId};
use crate::query::answer::{Answer, StreetAnswer};
use crate::query::data::unpack;
use crate::query::embed::EmbedAddress;
use crate::query::message::Reply;
use crate::query::permalink::{Address, Page};
use crate::query::plate::PlateAnswer;
use crate::query::shared::{SharedQuestion, answer};
use crate::query::{Figure, LedgerQuestion, PackedLedger, Query};
use crate::read::published::shared_near;
use crate::table::layout::near_path;
use crate::text::{Language, Words, answers, failure::failure, ledger::title};
use clap::Args;
use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// Computes what an address shows, from the same published folder; of an embed too that shows no chart (`figure=map`,
/// `compare`, `label`, `card`). With `sum=FIGURE` in the address (day, annual,
/// peaks, week, directions, speeds, months, split) it prints the sum behind that figure.
#[derive(Debug, Args)]
pub struct Explain {
    /// An address of the app or of an embed, or only what follows its question mark
    #[arg(value_name = "PERMALINK")]
    address: String,
    /// The published folder
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// Print the whole answer as JSON
    #[arg(long)]
    json: bool,
    /// Write the bytes that the page's worker sends for this address as its question 0
    #[arg(long, conflicts_with = "json")]
    bytes: bool,
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
        // What an embed shows that is no chart has a question of its own.
        let plate = match EmbedAddress::parse(query) {
            Ok(embed) => embed.plate_question().map(|question| question.query()),
            Err(what) if query.contains("figure=") => {
                eprintln!("error: this address is not understood: {what}");
                return ExitCode::FAILURE;
            }
            Err(_) => None,
        };
        let query = match (plate, address.page.clone()) {
            (Some(plate), _) => plate,
            (None, Page::Home) => Query::Town,
            (None, Page::Street(street)) => match address.sum {
                Some(figure) => Query::Ledger(LedgerQuestion { street, figure }),
                None => Query::Street(street),
            },
            (None, Page::Unknown(what)) => {
                eprintln!("error: this address leads nowhere: {what}");
                return ExitCode::FAILURE;
            }
        };
        let answer = match local::ask(&self.data, query) {
            Ok(answer) => answer,
            Err(failed) => {
                let said = failure(&failed, &words);
                eprintln!("error: {}\n{}\n{}", said.title, said.text, said.action);
                return ExitCode::FAILURE;
            }
        };
        match self.said(answer, &address, &words) {
            Ok(()) => ExitCode::SUCCESS,
            // A reader that has seen enough, such as `head`, is no failure.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("error: standard output: {error}");
                ExitCode::FAILURE
            }
        }
    }

    fn said(&self, answer: Answer, address: &Address, words: &Words) -> io::Result<()> {
        let mut out = io::stdout().lock();
        if self.bytes {
            out.write_all(&Reply::Answer { id: 0, answer }.encode())?;
            return out.flush();
        }
        match &answer {
            Answer::Street(street) if !self.json => {
                print(&mut out, street, words)?;
                self.shared(&mut out, &street.header.id, words)?;
                if street.counted.is_some() {
                    self.sums(&mut out, address, words)?;
                }
            }
            Answer::Ledger(packed) => match PackedLedger::unpack(&packed.bytes) {
                Some(ledger) if self.json => {
                    write!(out, "{{\"ledger\":")?;
                    serde_json::to_writer(&mut out, &ledger)?;
                    writeln!(out, "}}")?;
                }
                Some(ledger) => writeln!(out, "{}", print_ledger::ledger(&ledger, words))?,
                None => {}
            },
            Answer::Packed(bytes) => match unpack::<PlateAnswer>(bytes) {
                Some(PlateAnswer::Compare(comparison)) if !self.json => {
                    write!(out, "{}", print_comparison::comparison(&comparison, words))?;
                }
                Some(answer) => {
                    serde_json::to_writer(&mut out, &answer)?;
                    writeln!(out)?;
                }
                None => {}
            },
            _ => {
                serde_json::to_writer(&mut out, &answer)?;
                writeln!(out)?;
            }
        }
        out.flush()
    }

    /// What could be shared near the street, at three hours of each kind of day: vehicles, and the share of time without
    /// one at the stations.
    fn shared(&self, out: &mut impl Write, street: &StreetId, words: &Words) -> io::Result<()> {
        let Some(path) = near_path(street) else {
            return Ok(());
        };
        let Ok(bytes) = fs::read(self.data.join(&path)) else {
            // Nothing was ever near.
            return Ok(());
        };
        let near = match shared_near::decode(&bytes) {
            Ok(near) => near,
            Err(error) => return writeln!(out, "\n{path}: {error}"),
        };
        let ask = |day, hour| {
            let street = street.clone();
            let question = SharedQuestion { street, day, hour };
            answer(near.clone(), question).offers
        };
        for (i, offer) in near.offers.iter().enumerate() {
            let name = offer.operator.in_language(words.language().tag());
            writeln!(
                out,
                "\n{name} ({}) {} – {}, {path}",
                offer.form.name(),
                offer.first,
                offer.last
            )?;
            for station in &offer.stations {
                let name = station.names.in_language(words.language().tag());
                writeln!(out, "  {name}, {:.0} m", station.distance_m)?;
            }
            for day in DayType::ALL {
                for hour in [8, 12, 18] {
                    let offers = ask(day, hour);
                    let found = offers.get(i).and_then(|offer| offer.available);
                    write!(out, "  {} {hour:02}:00 ", day.name())?;
                    match found {
                        None => writeln!(out, "–")?,
                        Some(found) => {
                            write!(out, "{:.1} ({}–{})", found.mean, found.least, found.most)?;
                            if let Some(empty) = found.empty_share {
                                write!(out, ", 0: {:.0}%", empty * 100.0)?;
                            }
                            writeln!(out)?;
                        }
                    }
                }
            }
        }
        Ok(())
    }

    /// For each figure the command that prints its sum.
    fn sums(&self, out: &mut impl Write, address: &Address, words: &Words) -> io::Result<()> {
        writeln!(out)?;
        for figure in Figure::ALL {
            let address = Address {
                sum: Some(figure),
                ..address.clone()
            };
            let data = self.data.display().to_string();
            writeln!(
                out,
                "{}\n  straatbeeld explain '{}' --data {}",
                title(figure, words),
                address.format(),
                quoted(&data)
            )?;
        }
        Ok(())
    }
}

/// As one word of a shell; an address needs no such care, it is percent-encoded.
fn quoted(text: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "/._-".contains(c);
    if text.chars().all(is_plain) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', "'\\''"))
    }
}

fn print(out: &mut impl Write, street: &StreetAnswer, words: &Words) -> io::Result<()> {
    let name = street.header.names.in_language(words.language().tag());
    writeln!(out, "{name}")?;
    let Some(counted) = &street.counted else {
        return writeln!(out, "{}", answers::not_counted(street, words).sentence);
    };
    writeln!(
        out,
        "{} – {}, {} / {} h",
        counted.start, counted.end, counted.scope.usable, counted.scope.hours
    )?;
    for answer in [
        answers::busy(counted, words),
        answers::speed(counted, words),
        answers::change(counted, words),
        answers::who(counted, words),
    ] {
        writeln!(out, "\n{}\n  {}", answer.question, answer.sentence)?;
        for line in answer.certainty.iter().chain(&answer.notes) {
            writeln!(out, "  {line}")?;
        }
    }
    writeln!(out)?;
    for source in &street.sources {
        writeln!(
            out,
            "{} ({}, {}) {} {}",
            source.path, source.publisher, source.license, source.rows, source.sha256
        )?;
    }
    Ok(())
}
