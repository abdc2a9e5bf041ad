//! Q12: a side that a sensor does not see makes its counts an underestimate, and its modal split worthless.

use crate::domain::Side;

/// Passages on the other side that make a side of nothing but zeros suspicious. If passages fell on either
/// side by the toss of a coin, 100 on one and none on the other would never be seen.
pub const LEAST_PASSAGES: f64 = 100.0;

/// What the publisher says of a mode: `pedestrians_left = false` and the like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Declared {
    pub counts_left: bool,
    pub counts_right: bool,
}

impl Default for Declared {
    fn default() -> Self {
        Self {
            counts_left: true,
            counts_right: true,
        }
    }
}

/// A side that is not seen: the counts of both sides are an underestimate, and shares of modes are
/// not shown. `Side::Both`: the mode is not counted at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blind {
    pub side: Side,
    /// The publisher says so; otherwise the counts do.
    pub is_declared: bool,
}

/// The blind side of one mode: what the publisher declares, or else the side that is 0 in all intervals in
/// which the other has 100 passages or more together. Intervals in which a side is missing say nothing.
/// A street with one-way traffic looks the same to a mode that must follow it: ask about a mode that need
/// not, or show it as a question.
#[must_use]
pub fn blind_side(
    declared: Declared,
    left: &[Option<f64>],
    right: &[Option<f64>],
) -> Option<Blind> {
    let side = match declared {
        Declared {
            counts_left: false,
            counts_right: false,
        } => Some(Side::Both),
        Declared {
            counts_left: false, ..
        } => Some(Side::Left),
        Declared {
            counts_right: false,
            ..
        } => Some(Side::Right),
        _ => None,
    };
    if let Some(side) = side {
        return Some(Blind {
            side,
            is_declared: true,
        });
    }
    let (mut on_left, mut on_right) = (0.0, 0.0);
    for (left, right) in left.iter().zip(right) {
        if let (Some(left), Some(right)) = (left, right) {
            on_left += left;
            on_right += right;
        }
    }
    let side = if on_left == 0.0 && on_right >= LEAST_PASSAGES {
        Side::Left
    } else if on_right == 0.0 && on_left >= LEAST_PASSAGES {
        Side::Right
    } else {
        return None;
    };
    Some(Blind {
        side,
        is_declared: false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some(values: &[f64]) -> Vec<Option<f64>> {
        values.iter().copied().map(Some).collect()
    }

    fn found(left: &[Option<f64>], right: &[Option<f64>]) -> Option<Side> {
        let blind = blind_side(Declared::default(), left, right)?;
        assert!(!blind.is_declared);
        Some(blind.side)
    }

    #[test]
    fn a_side_of_zeros_is_blind_where_the_other_has_a_hundred() {
        let zeros = some(&[0.0, 0.0, 0.0]);
        assert_eq!(found(&zeros, &some(&[30.0, 30.0, 40.0])), Some(Side::Left));
        assert_eq!(found(&some(&[90.0, 0.0, 10.0]), &zeros), Some(Side::Right));
        assert_eq!(found(&zeros, &some(&[30.0, 30.0, 39.0])), None);
        assert_eq!(found(&zeros, &zeros), None);
        assert_eq!(
            found(&some(&[0.0, 1.0, 0.0]), &some(&[300.0, 300.0, 400.0])),
            None
        );
    }

    #[test]
    fn a_side_that_is_missing_is_not_blind() {
        assert_eq!(found(&[None; 3], &some(&[50.0; 3])), None);
        let half = [Some(0.0), None, None];
        assert_eq!(found(&half, &some(&[50.0; 3])), None);
        assert_eq!(found(&[], &[]), None);
    }

    #[test]
    fn what_the_publisher_declares_needs_no_counts() {
        for (counts_left, counts_right, expected) in [
            (false, true, Some(Side::Left)),
            (true, false, Some(Side::Right)),
            (false, false, Some(Side::Both)),
            (true, true, None),
        ] {
            let declared = Declared {
                counts_left,
                counts_right,
            };
            let blind = blind_side(declared, &[], &[]);
            assert_eq!(blind.map(|blind| blind.side), expected);
            assert!(blind.is_none_or(|blind| blind.is_declared));
        }
    }
}
