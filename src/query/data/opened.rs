//! A catalogue of others that the address names: whether the page may fetch it, and what became of it.

use super::OtherCatalog;
use serde::{Deserialize, Serialize};

/// A file above this is not read: a page holds it, its graph and its list at once.
pub const MOST_BYTES: u32 = 20_000_000;

/// What the program `catalog` makes of the bytes of a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Opened {
    Read(OtherCatalog),
    Not(Problem),
}

/// Why there is no list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Problem {
    /// Not an address of the web.
    NotWeb,
    /// The site's policy does not allow this host.
    Host,
    /// No answer, or none that another site may read: a browser does not tell which.
    Offline,
    /// What the host says in place of the file.
    Status(u16),
    TooLarge,
    /// Not JSON-LD, Turtle or RDF/XML; line and column where they are known.
    Unreadable {
        at: Option<(u64, u64)>,
        found: String,
    },
    /// Keys that only a context elsewhere explains.
    Context,
    /// A graph without a dataset.
    Empty,
    /// The program did not start, or ended.
    Gone,
}

/// Whether the page may fetch from `origin`: its own host always, others where whoever built the site named them.
/// `allowed` has their origins between blanks.
pub fn may_fetch(protocol: &str, origin: &str, own: &str, allowed: &str) -> Result<(), Problem> {
    if !matches!(protocol, "http:" | "https:") {
        return Err(Problem::NotWeb);
    }
    let is_allowed = origin == own || allowed.split_whitespace().any(|one| one == origin);
    is_allowed.then_some(()).ok_or(Problem::Host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn its_own_host_always_others_where_they_are_named_and_nothing_but_the_web() {
        let own = "https://town.example";
        let allowed = "https://a.example  https://b.example:8443";
        for (protocol, origin, expected) in [
            ("https:", own, Ok(())),
            ("https:", "https://a.example", Ok(())),
            ("https:", "https://b.example:8443", Ok(())),
            ("https:", "https://b.example", Err(Problem::Host)),
            ("http:", "http://a.example", Err(Problem::Host)),
            ("https:", "https://a.example.evil", Err(Problem::Host)),
            ("https:", "", Err(Problem::Host)),
            ("javascript:", "null", Err(Problem::NotWeb)),
            ("file:", "null", Err(Problem::NotWeb)),
            ("data:", own, Err(Problem::NotWeb)),
        ] {
            assert_eq!(
                may_fetch(protocol, origin, own, allowed),
                expected,
                "{origin}"
            );
        }
        assert_eq!(may_fetch("http:", "http://x", own, ""), Err(Problem::Host));
    }
}
