//! What counts, and how far off it may be whatever the length of the count (definitions 4.3).

use super::mode::Mode;
use serde::{Deserialize, Serialize};

/// The kind of counter behind a dataset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Device {
    /// A camera that recognises movement in a window.
    Telraam,
    /// Coils in the road.
    InductionLoop,
    /// A tube over the road.
    PneumaticTube,
    /// Radar or infrared above or beside the road.
    Overhead,
    /// Its publisher does not say.
    Unknown,
}

impl Device {
    pub const ALL: [Self; 5] = [
        Self::Telraam,
        Self::InductionLoop,
        Self::PneumaticTube,
        Self::Overhead,
        Self::Unknown,
    ];

    /// The name in town files, catalogues and messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Telraam => "telraam",
            Self::InductionLoop => "induction-loop",
            Self::PneumaticTube => "pneumatic-tube",
            Self::Overhead => "overhead",
            Self::Unknown => "unknown",
        }
    }

    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|device| device.name() == name)
    }

    /// Usual error of a count, percent from and to; `None` where no figure is known. Telraam and tubes by
    /// their publishers and the guidebook they cite; loops "a few per cent" by experience.
    #[must_use]
    pub const fn error_percent(self, mode: Mode) -> Option<(u8, u8)> {
        match (self, mode) {
            (Self::Telraam, Mode::Car) => Some((5, 10)),
            (Self::PneumaticTube, _) => Some((10, 20)),
            (Self::InductionLoop, _) => Some((2, 5)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back_and_errors_are_ranges() {
        for device in Device::ALL {
            assert_eq!(Device::parse(device.name()), Some(device));
            for mode in Mode::ALL {
                if let Some((low, high)) = device.error_percent(mode) {
                    assert!(low < high);
                }
            }
        }
        assert_eq!(Device::parse("eye"), None);
    }
}
