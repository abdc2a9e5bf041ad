//! Questions and answers as data: what the page asks and what the worker or
//! `straatbeeld explain` answers, the addresses that hold a question, and the
//! messages between page and worker.

pub mod annual;
pub mod answer;
pub mod data;
pub mod embed;
pub mod ethics;
pub mod failure;
pub mod keep;
pub mod ledger;
pub mod message;
pub mod permalink;
pub mod place;
pub mod plate;
pub mod question;
pub mod rows;
pub mod search;
pub mod shared;
pub mod shared_grains;
pub mod shared_page;
pub mod town_draft;

pub use answer::{Answer, StreetAnswer, TownAnswer};
pub use failure::Failure;
pub use ledger::{Figure, Ledger, LedgerQuestion, PackedLedger};
pub use question::{PeriodChoice, Query, StreetQuestion};
