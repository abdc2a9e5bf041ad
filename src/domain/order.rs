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

/// Sorts values so; equal ones keep their order.
pub fn put_in_order<T>(values: &mut Vec<T>, compare: &dyn Fn(&T, &T) -> Ordering) {
    let places = order(values.len(), &|a, b| match (values.get(a), values.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    let mut taken: Vec<Option<T>> = std::mem::take(values).into_iter().map(Some).collect();
    values.extend(
        places
            .into_iter()
            .filter_map(|place| taken.get_mut(place)?.take()),
    );
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

    #[test]
    fn values_in_order_are_all_there() {
        let mut values = vec![(3, 'a'), (1, 'b'), (3, 'c'), (2, 'd')];
        put_in_order(&mut values, &|a, b| a.0.cmp(&b.0));
        assert_eq!(values, [(1, 'b'), (2, 'd'), (3, 'a'), (3, 'c')]);
    }
}
