//! One rule for small numbers of trips and flows: what is under ten is not shown, zero neither (Mobility Data
//! Specification, definitions 4.9), and no shown number gives it away by subtraction.
//!
//! Numbers that are shown together are a tree: a total, its parts, their parts. From the total down, parts under `K`
//! are hidden. Where what is hidden of one total would add up to less than `K`, or to the most that it can be, the
//! first part that is still shown is hidden too, until neither holds. First in the order of the list, which does not
//! depend on the numbers: were it the smallest, the choice would tell them. So a hidden sum is always of two parts or
//! more that can be told apart in more than one way, also by those who know the rule. Parts of a hidden total are hidden. Two trees over the same
//! trips have nothing but their total in common.

use serde::{Deserialize, Serialize};

/// Numbers under this are hidden.
pub const K: u64 = 10;

/// A number of trips with its parts. The parts must add up to it, and every part that there may be is listed, also with
/// zero: a part that is left out says that it is zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    pub name: String,
    pub trips: u64,
    pub parts: Vec<Node>,
}

/// The same, as it may be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownNode {
    pub name: String,
    /// `None`: hidden.
    pub trips: Option<u64>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<ShownNode>,
}

impl Node {
    #[must_use]
    pub fn leaf(name: impl Into<String>, trips: u64) -> Self {
        Self {
            name: name.into(),
            trips,
            parts: Vec::new(),
        }
    }

    /// A total of parts.
    #[must_use]
    pub fn sum(name: impl Into<String>, parts: Vec<Self>) -> Self {
        Self {
            name: name.into(),
            trips: parts.iter().map(|part| part.trips).sum(),
            parts,
        }
    }
}

/// What may be shown of a tree. `k` is `K` except in tests.
#[must_use]
pub fn shown(tree: &Node, k: u64) -> ShownNode {
    node(tree, k, tree.trips >= k)
}

fn node(tree: &Node, k: u64, is_shown: bool) -> ShownNode {
    let hidden = hidden(tree, k, is_shown);
    ShownNode {
        name: tree.name.clone(),
        trips: is_shown.then_some(tree.trips),
        parts: tree
            .parts
            .iter()
            .zip(hidden)
            .map(|(part, is_hidden)| node(part, k, !is_hidden))
            .collect(),
    }
}

/// Which parts of a total are hidden.
fn hidden(tree: &Node, k: u64, is_shown: bool) -> Vec<bool> {
    let mut hidden: Vec<bool> = tree
        .parts
        .iter()
        .map(|part| !is_shown || part.trips < k)
        .collect();
    if !is_shown || !hidden.contains(&true) {
        return hidden;
    }
    loop {
        let of = |wanted: bool| {
            let parts = tree.parts.iter().zip(&hidden);
            parts.filter(move |(_, is_hidden)| **is_hidden == wanted)
        };
        let sum: u64 = of(true).map(|(part, _)| part.trips).sum();
        let most = of(true).count() as u64 * k.saturating_sub(1);
        if sum >= k && sum != most {
            return hidden;
        }
        let next = hidden.iter().position(|is_hidden| !is_hidden);
        let Some(slot) = next.and_then(|at| hidden.get_mut(at)) else {
            return hidden;
        };
        *slot = true;
    }
}
