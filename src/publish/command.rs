//! The command line: what there is to ask for.

use super::{
    command_check, command_demo, command_explain, command_freeze, command_publish, command_record,
    command_voices,
};
use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Publishes the mobility data of a town as a folder that any web server can serve.
#[derive(Debug, Parser)]
#[command(name = "straatbeeld", version, max_term_width = 100)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Publish(command_publish::Publish),
    Demo(command_demo::Demo),
    Explain(command_explain::Explain),
    Freeze(command_freeze::Freeze),
    Check(command_check::Check),
    Voices(command_voices::Voices),
    Record(command_record::Record),
}

impl Cli {
    /// Does what was asked for; anything but success was explained on standard error.
    #[must_use]
    pub fn run() -> ExitCode {
        match Self::parse().command {
            Command::Publish(publish) => publish.run(),
            Command::Demo(demo) => demo.run(),
            Command::Explain(explain) => explain.run(),
            Command::Freeze(freeze) => freeze.run(),
            Command::Check(check) => check.run(),
            Command::Voices(voices) => voices.run(),
            Command::Record(record) => record.run(),
        }
    }
}
