//! Ways of moving that a counter tells apart.

use serde::{Deserialize, Serialize};

/// Telraam's classes. `Bike` holds all two-wheelers, motorbikes included;
/// `Heavy` holds vans and light trucks on second-generation sensors;
/// `Night` holds movements seen in the dark without a class and is never added to `Car`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    Pedestrian,
    Bike,
    Car,
    Heavy,
    Night,
}

impl Mode {
    /// In the order in which people read them: slow to heavy, unclassified last.
    pub const ALL: [Self; 5] = [
        Self::Pedestrian,
        Self::Bike,
        Self::Car,
        Self::Heavy,
        Self::Night,
    ];
    /// The modes that have a class: everything but `Night`.
    pub const CLASSED: [Self; 4] = [Self::Pedestrian, Self::Bike, Self::Car, Self::Heavy];

    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The name in addresses, files and columns.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pedestrian => "pedestrian",
            Self::Bike => "bike",
            Self::Car => "car",
            Self::Heavy => "heavy",
            Self::Night => "night",
        }
    }

    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.name() == name)
    }
}

/// Both directions together, or one of them, as Telraam names them.
/// `Left` and `Right` say nothing about a compass: the publisher must name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    Both,
    Left,
    Right,
}

impl Side {
    pub const ALL: [Self; 3] = [Self::Both, Self::Left, Self::Right];

    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }

    /// What follows the mode's name in a column: nothing, `_lft`, `_rgt`.
    #[must_use]
    pub const fn suffix(self) -> &'static str {
        match self {
            Self::Both => "",
            Self::Left => "_lft",
            Self::Right => "_rgt",
        }
    }
}
