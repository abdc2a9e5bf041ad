//! What stands still once it is there, written as HTML: pages without a program, and parts of those with one. As
//! views, elements cost code for each way in which they are nested, and a page may weigh 250 kB.

use super::ledger::TableText;

/// Elements one after the other. Every text is escaped.
#[derive(Debug, Default)]
pub struct Html(String);

impl Html {
    pub fn finish(self) -> String {
        self.0
    }

    /// What another writer of ours made: a drawing.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn drawn(&mut self, svg: &str) {
        self.0.push_str(svg);
    }

    /// Markup of ours, never anything from a file.
    pub fn raw(&mut self, markup: &'static str) {
        self.0.push_str(markup);
    }

    /// What another `Html` wrote.
    pub fn markup(&mut self, finished: &str) {
        self.0.push_str(finished);
    }

    pub fn text(&mut self, text: &str) {
        for letter in text.chars() {
            match letter {
                '&' => self.raw("&amp;"),
                '<' => self.raw("&lt;"),
                '>' => self.raw("&gt;"),
                '"' => self.raw("&quot;"),
                '\'' => self.raw("&#39;"),
                other => self.0.push(other),
            }
        }
    }

    /// `open` and `close` are ours; the text between is anyone's.
    pub fn wrapped(&mut self, open: &'static str, text: &str, close: &'static str) {
        self.raw(open);
        self.text(text);
        self.raw(close);
    }

    /// A link with its text. Whoever calls has seen to it that `href` is ours, or http(s).
    pub fn link(&mut self, look: &'static str, href: &str, text: &str) {
        self.raw(look);
        self.wrapped(" href='", href, "'>");
        self.text(text);
        self.raw("</a>");
    }

    pub fn list(&mut self, open: &'static str, lines: &[String]) {
        self.raw(open);
        for line in lines {
            self.wrapped("<li>", line, "</li>");
        }
        self.raw("</ul>");
    }

    /// A dash to the eye, a word to the ear.
    pub fn missing(&mut self, word: &str) {
        self.wrapped(
            "<span aria-hidden='true'>—</span><span class='visually-hidden'>",
            word,
            "</span>",
        );
    }

    /// Scrolls on its own where it is wide or long; keys must reach it to scroll it. `missing` is said for a
    /// cell without a value, and a dash is shown.
    pub fn table(&mut self, look: &'static str, table: &TableText, missing: &str) {
        self.wrapped(look, &table.caption, "'><table>");
        self.wrapped("<caption>", &table.caption, "</caption><thead><tr>");
        for column in &table.columns {
            self.wrapped("<th scope='col'>", column, "</th>");
        }
        self.raw("</tr></thead><tbody>");
        for row in &table.rows {
            self.raw("<tr>");
            for (place, cell) in row.iter().enumerate() {
                let (open, close) = if place == 0 {
                    ("<th scope='row'>", "</th>")
                } else {
                    ("<td>", "</td>")
                };
                self.raw(open);
                match cell {
                    Some(text) => self.text(text),
                    None => self.missing(missing),
                }
                self.raw(close);
            }
            self.raw("</tr>");
        }
        self.raw("</tbody></table></div>");
    }
}
