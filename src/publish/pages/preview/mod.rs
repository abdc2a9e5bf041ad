//! The picture that others show beside a link to a street's page: its name and the drawing of its first answer, as PNG,
//! because those who show one take no SVG. The same marks as the app's chart, light, with the letters of a font that
//! the app serves too (`inter-latin.ttf`: Inter in its usual weight for screens, the Latin letters of Europe).

mod canvas;
mod png;

use super::street::{About, name_of, say};
use crate::chart::{Chart, ChartKind, Size};
use crate::query::StreetAnswer;
use crate::query::answer::CountedAnswer;
use crate::text::Words;
use canvas::Canvas;

/// Pixels, as those who show them ask for.
pub const WIDTH: u32 = 1200;
pub const HEIGHT: u32 = 630;
/// Pixels of the picture for a pixel of a drawing: it is shown small.
const SCALE: f64 = 2.0;
/// In pixels of a drawing.
const MARGIN: f64 = 26.0;
const NAME: (f64, f64) = (40.0, 27.0);
const TITLE: (f64, f64) = (69.0, 14.0);
const DRAWING_TOP: f64 = 84.0;
const SOURCE: (f64, f64) = (298.0, 11.0);

/// The chart that a picture is of: the first that there is.
#[must_use]
pub fn chart(counted: &CountedAnswer, words: &Words) -> Option<Chart> {
    [ChartKind::DayProfile, ChartKind::WeekMap, ChartKind::Split]
        .into_iter()
        .find_map(|kind| Chart::of(kind, counted, words))
}

/// What the picture shows, for who does not see it.
#[must_use]
pub fn said(chart: &Chart, name: &str) -> String {
    format!("{name}: {}. {}", chart.title, chart.sentence)
}

/// `None` where there is nothing to draw.
#[must_use]
pub fn picture(
    answer: &StreetAnswer,
    chart: &Chart,
    about: About<'_>,
    words: &Words,
) -> Option<Vec<u8>> {
    let (theme, _) = about.themes;
    let mut canvas = Canvas::new((WIDTH, HEIGHT), SCALE, theme.background)?;
    let (width, height) = (f64::from(WIDTH) / SCALE, f64::from(HEIGHT) / SCALE);
    let inner = width - 2.0 * MARGIN;
    let name = name_of(answer, about, words);
    let (at, size) = NAME;
    canvas.line((MARGIN, at), &name, size, inner, theme.text, true);
    let (at, size) = TITLE;
    canvas.line((MARGIN, at), &chart.title, size, inner, theme.muted, false);
    let drawing = Size {
        width: inner,
        height: SOURCE.0 - 14.0 - DRAWING_TOP,
        scale: 1.0,
    };
    canvas.scene(&chart.scene(theme, drawing), (MARGIN, DRAWING_TOP));
    let (at, size) = SOURCE;
    let source = source(answer, about, words);
    canvas.line((MARGIN, at), &source, size, inner, theme.muted, false);
    // A band in the colour of the signs, so that one sees whose it is.
    canvas.band((0.0, height - 6.0), (width, 6.0), theme.accent);
    canvas.png()
}

/// Whose numbers these are.
fn source(answer: &StreetAnswer, about: About<'_>, words: &Words) -> String {
    let counts = answer.sources.iter().find(|source| source.device.is_some());
    let mut parts = vec!["Straatbeeld".to_owned()];
    if about.town.is_demonstration {
        parts.push(say("page-demonstration", words));
    }
    if let Some(source) = counts {
        parts.push(source.publisher.clone());
        parts.push(source.license.clone());
    }
    parts.join(" · ")
}
