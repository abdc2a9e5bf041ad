//! `system_information` and `vehicle_types`.

use super::fields::{id, names, number};
use super::file::Feedfile;
use super::{NO_ID, NO_OBJECT, TWICE};
use crate::domain::shared::{FormFactor, VehicleType};
use crate::domain::{Names, Zone};
use crate::read::error::ReadError;
use crate::read::place::Place;
use crate::read::report::ReadReport;
use serde_json::Value;
use std::collections::HashSet;

pub const UNKNOWN_FORM: &str = "a form factor that GBFS does not know";

/// What a system says of itself.
#[derive(Clone, Debug, PartialEq)]
pub struct SystemInformation {
    pub system_id: String,
    pub names: Names,
    /// `None` where it is not there, or is not compiled in.
    pub zone: Option<Zone>,
    /// Where the licence can be read, or its SPDX id from 3.0 on.
    pub license: Option<String>,
}

pub fn system_information(file: &str, parsed: &Feedfile) -> Result<SystemInformation, ReadError> {
    let system_id = id(&parsed.data, &["system_id"]).ok_or_else(|| {
        ReadError::malformed(file, Place::File, "no data.system_id", "the id of a system")
    })?;
    let text = |name: &str| parsed.data.get(name).and_then(Value::as_str);
    Ok(SystemInformation {
        system_id,
        names: names(parsed.data.get("name")),
        zone: text("timezone").and_then(Zone::parse),
        license: text("license_id")
            .or_else(|| text("license_url"))
            .map(str::to_owned),
    })
}

#[derive(Debug, Default)]
pub struct VehicleTypes {
    pub types: Vec<VehicleType>,
    pub report: ReadReport,
}

pub fn vehicle_types(file: &str, parsed: &Feedfile) -> Result<VehicleTypes, ReadError> {
    let mut found = VehicleTypes {
        report: ReadReport::new(file),
        ..VehicleTypes::default()
    };
    let mut seen = HashSet::new();
    for (entry, row) in parsed.list(file, &["vehicle_types"])?.iter().zip(1..) {
        let Some(object) = entry.as_object() else {
            found.report.refuse(NO_OBJECT, Place::row(row));
            continue;
        };
        let Some(id) = id(object, &["vehicle_type_id"]) else {
            let place = Place::cell(row, "vehicle_type_id");
            found.report.refuse(NO_ID, place);
            continue;
        };
        if !seen.insert(id.clone()) {
            let place = Place::cell(row, "vehicle_type_id");
            found.report.refuse(TWICE, place);
            continue;
        }
        let text = |name: &str| object.get(name).and_then(Value::as_str).unwrap_or_default();
        let form = FormFactor::parse(text("form_factor"));
        if form.is_none() {
            let place = Place::cell(row, "form_factor");
            found.report.warn(UNKNOWN_FORM, place);
        }
        found.types.push(VehicleType {
            id,
            form: form.unwrap_or_default(),
            propulsion: text("propulsion_type").to_owned(),
            max_range_m: number(object, "max_range_meters").filter(|m| *m > 0.0),
        });
        found.report.keep();
    }
    Ok(found)
}
