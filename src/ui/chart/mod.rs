//! Charts on the page: a canvas that can be read by eye, pointer and keys, and the same as a table.

mod canvas;
mod surface;
mod table;
mod theme;
mod view;

pub use canvas::{FixedHeight, paint};
pub use theme::{changing_theme, follow_theme, theme_of_now};
pub use view::{ChartView, OpenTables};
