//! The parts of the page that are the same for every town, as HTML.

use crate::ui::html::Html;
use crate::ui::reader::Reader;

/// The parts of the page, in order: the element's id and the key of its title.
const PARTS: [(&str, &str); 8] = [
    ("counted", "ethics-counted-title"),
    ("never", "ethics-never-title"),
    ("missed", "ethics-missed-title"),
    ("risk", "ethics-risk-title"),
    ("object", "ethics-object-title"),
    ("small", "ethics-small-title"),
    ("dilemmas", "dilemma-title"),
    ("cards", "ethics-cards-title"),
];

/// Links to the parts.
pub fn contents(reader: Reader) -> String {
    let mut html = Html::default();
    html.wrapped(
        "<nav class='contents' aria-label='",
        &reader.say("ethics-contents"),
        "'><ul>",
    );
    for (id, key) in PARTS {
        html.raw("<li>");
        html.link("<a", &format!("#{id}"), &reader.say(key));
        html.raw("</li>");
    }
    html.raw("</ul></nav>");
    html.finish()
}

/// What is counted, what never is, who is missed, what could go wrong.
pub fn counted(reader: Reader) -> String {
    let mut html = Html::default();
    html.raw("<div class='pair'>");
    part(
        &mut html,
        reader,
        "<section id='counted' class='yes'>",
        "ethics-counted",
    );
    part(
        &mut html,
        reader,
        "<section id='never' class='no'>",
        "ethics-never",
    );
    html.raw("</div>");
    part(&mut html, reader, "<section id='missed'>", "ethics-missed");
    part(&mut html, reader, "<section id='risk'>", "ethics-risk");
    html.finish()
}

/// A title and four sentences.
fn part(html: &mut Html, reader: Reader, open: &'static str, name: &str) {
    html.wrapped(open, "", "");
    html.wrapped("<h2>", &reader.say(&format!("{name}-title")), "</h2>");
    let lines: Vec<String> = (1..=4)
        .map(|n| reader.say(&format!("{name}-{n}")))
        .collect();
    html.list("<ul>", &lines);
    html.raw("</section>");
}
