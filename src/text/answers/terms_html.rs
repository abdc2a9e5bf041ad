//! Figures by their name in the field, as HTML.

use super::Term;
use crate::text::html::Html;

/// Each with its meaning; what stands in a `dl`.
#[must_use]
pub fn terms_html(terms: &[Term]) -> String {
    let mut html = Html::default();
    for term in terms {
        html.raw(if term.is_known {
            "<div class='term'>"
        } else {
            "<div class='term is-missing'>"
        });
        html.wrapped("<dt>", &term.name, "</dt>");
        html.wrapped("<dd class='term-value'>", &term.value, "</dd>");
        html.wrapped("<dd class='term-meaning'>", &term.meaning, "</dd></div>");
    }
    html.finish()
}
