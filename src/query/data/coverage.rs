//! Where a dataset has data: the town's streets as a small drawing.

use crate::domain::{Names, StreetId};
use serde::{Deserialize, Serialize};

/// Lines are path data of SVG in units of the drawing; a place that is known as a point only is a line without a length.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Coverage {
    /// Of the drawing; both 0 where no street of the town has a place.
    pub width: u32,
    pub height: u32,
    /// West, south, east and north of it in degrees.
    pub bounds: [f64; 4],
    /// Of all other streets, and of those with data of this dataset.
    pub others: String,
    pub covered: String,
    /// Streets with data of it, in the order of the town.
    pub streets: Vec<(StreetId, Names)>,
    /// Streets of the town.
    pub all: u32,
}

impl Coverage {
    /// A box in degrees as left, top, width and height of the drawing, as far as it is within; `None` where it is not.
    #[must_use]
    pub fn frame(&self, [west, south, east, north]: [f64; 4]) -> Option<[f64; 4]> {
        let [left, bottom, right, top] = self.bounds;
        let x = |lon: f64| (lon - left) / (right - left) * f64::from(self.width);
        let y = |lat: f64| (top - lat) / (top - bottom) * f64::from(self.height);
        let (x0, x1) = (x(west).max(0.0), x(east).min(f64::from(self.width)));
        let (y0, y1) = (y(north).max(0.0), y(south).min(f64::from(self.height)));
        // Not a number is not within either.
        (x1 > x0 && y1 > y0).then_some([x0, y0, x1 - x0, y1 - y0])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_is_drawn_as_far_as_it_is_in_the_town() {
        let town = Coverage {
            width: 1000,
            height: 500,
            bounds: [3.0, 50.0, 4.0, 51.0],
            ..Coverage::default()
        };
        assert_eq!(
            town.frame([3.0, 50.0, 3.5, 51.0]),
            Some([0.0, 0.0, 500.0, 500.0])
        );
        assert_eq!(
            town.frame([2.0, 49.0, 3.5, 50.5]),
            Some([0.0, 250.0, 500.0, 250.0])
        );
        assert_eq!(town.frame([5.0, 50.0, 6.0, 51.0]), None);
        assert_eq!(Coverage::default().frame([3.0, 50.0, 4.0, 51.0]), None);
    }
}
