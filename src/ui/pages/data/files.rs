//! The files of a dataset: to be downloaded, and what is known of each.

use super::facts::{Sayer, rest};
use crate::domain::card::{Item, plain};
use crate::ui::html::Html;

/// What has a place in the line of a file.
const USED: [&str; 3] = ["dcat:downloadURL", "dcat:byteSize", "sb:rows"];

pub fn files(html: &mut Html, files: &[Item], say: &Sayer) {
    html.raw("<ul class='data-files'>");
    for file in files {
        let rows = file.rows();
        html.raw("<li><p class='data-file'>");
        let path = plain(rows, "dcat:downloadURL");
        if let Some(path) = path {
            html.raw("<span class='data-path'>");
            say.link(html, path, None);
            html.raw("</span> ");
        }
        html.wrapped("<span class='quiet'>", &size(file, say), "</span></p>");
        html.wrapped(
            "<details class='data-more'><summary>",
            &match path {
                Some(path) => say.words.with("data-file-more", &[("path", path.into())]),
                None => say.say("data-file-more-any"),
            },
            "</summary>",
        );
        say.facts(html, &rest(rows, &USED));
        html.raw("</details></li>");
    }
    html.raw("</ul>");
}

/// Rows and bytes.
pub fn size(file: &Item, say: &Sayer) -> String {
    let number = |property: &str| plain(file.rows(), property)?.parse::<u32>().ok();
    let rows = number("sb:rows").map(|rows| say.words.with("data-rows", &[("rows", rows.into())]));
    let bytes = plain(file.rows(), "dcat:byteSize").and_then(|bytes| bytes.parse().ok());
    let bytes = bytes.map(|bytes| say.words.bytes(bytes));
    let parts: Vec<String> = rows.into_iter().chain(bytes).collect();
    parts.join(" · ")
}
