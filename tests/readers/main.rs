//! The readers, against hand-made files, published files and broken ones.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss
)]

mod berlin_and_telraam_web;
mod broken;
mod command;
mod corpora;
#[path = "../support/data.rs"]
mod data;

mod counter_towns;
mod counters;
mod counters_published;
mod declared;
mod declared_large;
mod events;
mod published;
mod rules;
mod streets;
mod telraam_web_published;
mod town;
mod vehicles;
mod vehicles_published;

use data::{fixture, shared};
use std::io::Write;

/// A hand-made table with semicolons as a spreadsheet: numbers are numbers, `@45593.5` is a time in days,
/// anything else is text, an empty cell is none.
fn workbook(name: &str) -> Vec<u8> {
    let text = String::from_utf8(fixture(name)).unwrap();
    let mut sheet = String::new();
    for (line, row) in text.lines().zip(1..) {
        sheet.extend([format!("<row r=\"{row}\">")]);
        for (cell, i) in line.split(';').zip(0_u8..) {
            let column = match i / 26 {
                0 => char::from(b'A' + i).to_string(),
                n => format!("{}{}", char::from(b'A' + n - 1), char::from(b'A' + i % 26)),
            };
            let at = format!("r=\"{column}{row}\"");
            if let Some(days) = cell.strip_prefix('@') {
                sheet.extend([format!("<c {at} s=\"1\"><v>{days}</v></c>")]);
            } else if cell.parse::<f64>().is_ok() {
                sheet.extend([format!("<c {at}><v>{cell}</v></c>")]);
            } else if !cell.is_empty() {
                let cell = cell.replace('&', "&amp;").replace('>', "&gt;");
                sheet.extend([format!(
                    "<c {at} t=\"inlineStr\"><is><t>{cell}</t></is></c>"
                )]);
            }
        }
        sheet.push_str("</row>");
    }
    workbook_of(&format!(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{sheet}</sheetData></worksheet>"
    ))
}

/// A spreadsheet with one sheet of the given XML.
fn workbook_of(sheet: &str) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
    let members = [
        (
            "[Content_Types].xml",
            format!("<Types xmlns=\"{PACKAGE}/content-types\"/>"),
        ),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"r1\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"r1\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/styles.xml",
            format!(
                "<styleSheet xmlns=\"{MAIN}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>"
            ),
        ),
        ("xl/worksheets/sheet1.xml", sheet.to_owned()),
    ];
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in members {
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file(name, options).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}
