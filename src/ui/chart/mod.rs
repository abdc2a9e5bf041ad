//! Charts on the page.
