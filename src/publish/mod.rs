//! From raw files to a published folder: the native command line.

pub mod assemble;
mod bar;
pub mod check;
pub mod command;
mod command_check;
mod command_demo;
mod command_explain;
mod command_publish;
pub mod companions;
mod counts_file;
pub mod demo;
pub mod folder;
pub mod licenses;
pub mod local;
pub mod outcome;
pub mod parts;
mod print_ledger;
pub mod public_holidays;
pub mod sources;
mod street_files;
pub mod streets;
mod summary_file;
mod town_events;
pub mod town_file;
mod town_toml;
