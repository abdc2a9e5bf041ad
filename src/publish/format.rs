//! The formats of sources that a town file may name.

use crate::domain::Device;
use serde::Deserialize;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    TelraamJson,
    TelraamCsv,
    TelraamParquet,
    TelraamXlsx,
    TelraamSegments,
    StreetGeojson,
    OsmPbf,
    PublicHolidays,
    SchoolHolidays,
    /// What happened in streets and at sensors.
    Events,
    Csv,
    Awv,
    EcoCounterCsv,
    #[serde(rename = "gent-5min")]
    Gent5Min,
    GentHourlyJson,
    MuensterLoops,
    #[serde(rename = "vbv-1")]
    Vbv1,
    Metrocount,
    #[serde(rename = "int-2")]
    Int2,
    Jamar,
    BerlinDetection,
    /// Counts in the layout of the published folder, written by another program.
    PublishedCounts,
    /// GBFS files of one system, and recordings of them.
    GbfsRecording,
    TripsCsv,
    TripsCitylab,
}

impl Format {
    /// What usually counts in files of this format.
    #[must_use]
    pub const fn device(self) -> Option<Device> {
        match self {
            Self::TelraamJson | Self::TelraamCsv | Self::TelraamParquet | Self::TelraamXlsx => {
                Some(Device::Telraam)
            }
            // What Flanders, Ghent and Eco-Counter's export have under the road, and Neuchâtel's permanent counters.
            Self::Awv
            | Self::EcoCounterCsv
            | Self::Gent5Min
            | Self::GentHourlyJson
            | Self::MuensterLoops
            | Self::Vbv1
            | Self::Int2 => Some(Device::InductionLoop),
            Self::Metrocount | Self::Jamar => Some(Device::PneumaticTube),
            Self::BerlinDetection => Some(Device::Overhead),
            Self::Csv | Self::PublishedCounts => Some(Device::Unknown),
            _ => None,
        }
    }

    /// Shared mobility: what is published of it are sums.
    #[must_use]
    pub const fn is_shared(self) -> bool {
        matches!(
            self,
            Self::GbfsRecording | Self::TripsCsv | Self::TripsCitylab
        )
    }

    /// Whether its counters write a line for each vehicle, or sums of such lines.
    #[must_use]
    pub const fn is_vehicles(self) -> bool {
        matches!(
            self,
            Self::MuensterLoops | Self::Vbv1 | Self::Metrocount | Self::Int2 | Self::Jamar
        )
    }
}
