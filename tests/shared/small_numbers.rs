//! Whoever knows the rule, all that is shown and every sum of it, cannot find a hidden number: all small cubes, solved.

use std::collections::HashMap;
use straatbeeld::analysis::shared::small_numbers::{K, Node, ShownNode, shown};

/// All leaves of a tree of totals with these numbers of parts.
fn tree(shape: &[usize], leaves: &[u64]) -> Node {
    let mut at = 0;
    let parts = shape.iter().enumerate().map(|(i, size)| {
        let own = leaves[at..at + size].iter().enumerate();
        at += size;
        Node::sum(
            format!("{i}"),
            own.map(|(j, n)| Node::leaf(format!("{j}"), *n)).collect(),
        )
    });
    Node::sum("all", parts.collect())
}

/// Every list of whole numbers with a sum of at most `most`.
fn all_tables(leaves: usize, most: u64) -> Vec<Vec<u64>> {
    let mut tables = vec![Vec::new()];
    for _ in 0..leaves {
        let longer = tables.into_iter().flat_map(|table: Vec<u64>| {
            let left = most - table.iter().sum::<u64>();
            (0..=left).map(move |n| {
                let mut table = table.clone();
                table.push(n);
                table
            })
        });
        tables = longer.collect();
    }
    tables
}

/// What is shown, in the order of the tree, and what is true there.
fn flat(node: &ShownNode, truth: &Node, view: &mut Vec<Option<u64>>, hidden: &mut Vec<u64>) {
    view.push(node.trips);
    if node.trips.is_none() {
        hidden.push(truth.trips);
    } else {
        assert_eq!(node.trips, Some(truth.trips));
    }
    for (part, truth) in node.parts.iter().zip(&truth.parts) {
        flat(part, truth, view, hidden);
    }
}

/// Groups all tables by what is shown of them. In each group every hidden number must have two values or more: then no
/// subtraction and no reasoning about the rule finds it. All tables with one total are in the list, and the total is
/// shown or all are hidden, so no table of a group is missing.
fn no_number_can_be_found(shape: &[usize], k: u64, most: u64) -> (usize, usize) {
    let mut groups: HashMap<Vec<Option<u64>>, Vec<(u64, bool)>> = HashMap::new();
    let tables = all_tables(shape.iter().sum(), most);
    for leaves in &tables {
        let truth = tree(shape, leaves);
        let (mut view, mut hidden) = (Vec::new(), Vec::new());
        flat(&shown(&truth, k), &truth, &mut view, &mut hidden);
        for number in view.iter().flatten() {
            assert!(*number >= k, "{number} is shown of {leaves:?}");
        }
        let known = groups
            .entry(view)
            .or_insert_with(|| hidden.iter().map(|n| (*n, false)).collect());
        for (slot, n) in known.iter_mut().zip(&hidden) {
            slot.1 |= slot.0 != *n;
        }
    }
    for (view, hidden) in &groups {
        assert!(
            hidden.iter().all(|(_, differs)| *differs),
            "{view:?}: {hidden:?}"
        );
    }
    (tables.len(), groups.len())
}

#[test]
fn no_hidden_number_of_any_small_cube_can_be_found() {
    for (shape, k, most) in [
        (&[2, 2][..], 3, 16),
        (&[3, 3], 3, 13),
        (&[2, 2, 2], 3, 13),
        (&[1, 3], 3, 16),
        (&[4], 4, 30),
        (&[5], 3, 20),
        (&[1, 1, 1], 3, 20),
        (&[2, 3], 2, 12),
    ] {
        let (tables, views) = no_number_can_be_found(shape, k, most);
        assert!(
            tables > 500 && views > 20,
            "{shape:?}: {tables} tables, {views} views"
        );
    }
}

#[test]
fn what_is_under_ten_is_hidden_and_so_is_what_would_tell_it() {
    let parts = |numbers: &[u64]| -> Vec<Option<u64>> {
        let leaves = numbers.iter().enumerate();
        let leaves = leaves.map(|(i, n)| Node::leaf(i.to_string(), *n)).collect();
        let shown = shown(&Node::sum("all", leaves), K);
        shown.parts.iter().map(|part| part.trips).collect()
    };
    // 3 would follow from the total: the first other one goes too, whatever its number.
    assert_eq!(parts(&[50, 3, 20]), [None, None, Some(20)]);
    // 7 + 8 is 15, which can be many pairs.
    assert_eq!(parts(&[50, 7, 8]), [Some(50), None, None]);
    // Zero is a number of trips.
    assert_eq!(parts(&[50, 0, 20]), [None, None, Some(20)]);
    // 9 + 9 is the most that two can be.
    assert_eq!(parts(&[20, 9, 9, 50]), [None, None, None, Some(50)]);
    assert_eq!(parts(&[10, 10]), [Some(10), Some(10)]);
    // A total that is hidden tells nothing of its parts.
    assert_eq!(parts(&[4, 5]), [None, None]);
}
