//! What page and worker say to each other, as JSON text. Enums are tagged from outside (`{"open": {…}}`):
//! a tag inside costs the page some 25 kB of code that keeps a value until its tag is found.

use super::{Answer, Failure, Query};
use serde::{Deserialize, Serialize};

/// Raised when a message changes its meaning. A worker of another protocol is reloaded.
pub const PROTOCOL: u32 = 1;

/// The build that page and worker must share: a host or a cache may still hold the last release's worker.
pub const BUILD: &str = match option_env!("STRAATBEELD_BUILD") {
    Some(build) => build,
    None => "development",
};

/// From the page to the worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Request {
    /// The folder to answer from: an absolute URL that ends in `/`.
    Open {
        folder: String,
    },
    Ask {
        id: u32,
        query: Query,
    },
    /// The answer is no longer wanted.
    Cancel {
        id: u32,
    },
    /// Forget failed files and try again from the catalogue.
    Reload,
}

/// From the worker to the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Reply {
    /// Sent once, when the worker can be spoken to.
    Ready {
        protocol: u32,
        build: String,
    },
    /// Bytes fetched of those needed for question `id`.
    Progress {
        id: u32,
        done: u64,
        total: u64,
    },
    Answer {
        id: u32,
        answer: Answer,
    },
    Failure {
        id: u32,
        failure: Failure,
    },
}
