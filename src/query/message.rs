//! What page and worker say to each other.
//!
//! Requests are JSON text, which `boot.js` can write too. Replies are postcard bytes: reading
//! numbers in order instead of names spares the page some 30 kB of code. The greeting is plain
//! text that every version understands, so that page and worker notice when they do not match.

use super::{Answer, Failure, Query};
use serde::{Deserialize, Serialize};

/// Raised when a message changes its meaning. A worker of another protocol is reloaded.
pub const PROTOCOL: u32 = 3;

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
    /// A file of so many bytes, of which the host sends no part, may be read whole.
    Whole {
        bytes: u64,
    },
}

/// From the worker to the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
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
    /// What is known already of an answer that is still to come.
    Preview {
        id: u32,
        answer: Answer,
    },
    Failure {
        id: u32,
        failure: Failure,
    },
}

impl Reply {
    /// Fails only on a value that no answer holds; then there is nothing to send.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// `None` for bytes that are not a reply of this protocol.
    #[must_use]
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}

/// The worker's greeting, sent once when it can be spoken to: `ready 2 3f5a0c`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ready {
    pub protocol: u32,
    pub build: String,
}

impl Ready {
    /// The greeting of this build.
    #[must_use]
    pub fn ours() -> Self {
        Self {
            protocol: PROTOCOL,
            build: BUILD.to_owned(),
        }
    }

    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (protocol, build) = text.strip_prefix("ready ")?.split_once(' ')?;
        Some(Self {
            protocol: protocol.parse().ok()?,
            build: build.to_owned(),
        })
    }
}

impl std::fmt::Display for Ready {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ready {} {}", self.protocol, self.build)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::StreetId;

    #[test]
    fn replies_survive_the_way() {
        for reply in [
            Reply::Progress {
                id: 7,
                done: 1,
                total: u64::MAX,
            },
            Reply::Failure {
                id: 1,
                failure: Failure::UnknownStreet {
                    street: StreetId("a".into()),
                },
            },
            Reply::Failure {
                id: 2,
                failure: Failure::EmptyPeriod,
            },
        ] {
            assert_eq!(Reply::decode(&reply.encode()), Some(reply));
        }
        assert_eq!(Reply::decode(b""), None);
        assert_eq!(Reply::decode(b"ready 1 x"), None);
    }

    #[test]
    fn a_greeting_is_understood_and_nothing_else_is() {
        let ready = Ready {
            protocol: 9,
            build: "abc def".into(),
        };
        assert_eq!(Ready::parse(&ready.to_string()), Some(ready));
        for text in ["", "ready", "ready x y", "steady 1 x"] {
            assert_eq!(Ready::parse(text), None, "{text}");
        }
    }
}
