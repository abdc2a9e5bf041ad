//! Sorting by index. Every type that is sorted brings its own copy of the library's sort
//! into the page's wasm, some kilobytes each; sorting places instead needs one.

use std::cmp::Ordering;

/// The places `0..count` in the order that `compare` gives; equal places keep their order.
#[must_use]
pub fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|a, b| compare(*a, *b));
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_places_keep_their_order() {
        let values = [3, 1, 3, 2, 1];
        assert_eq!(order(5, &|a, b| values[a].cmp(&values[b])), [1, 4, 3, 0, 2]);
        assert_eq!(order(0, &|_, _| Ordering::Equal), Vec::<usize>::new());
    }
}
