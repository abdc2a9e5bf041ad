//! The SVG surface: downloads, posters, and charts that tests can read.

use super::{Chart, Rgb, Size, Theme};
use plotters::prelude::IntoDrawingArea;
use plotters_svg::SVGBackend;
use std::collections::{BTreeMap, BTreeSet};

/// The chart as an SVG document.
#[must_use]
pub fn svg(chart: &Chart, theme: &Theme, width: f64) -> String {
    let size = Size {
        width,
        height: chart.height(width),
        scale: 1.0,
    };
    // Charts are far smaller than a u32.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let pixels = (size.width.round() as u32, size.height.round() as u32);
    let mut text = String::new();
    {
        let area = SVGBackend::with_string(&mut text, pixels).into_drawing_area();
        if chart.draw(&area, theme, size).is_err() {
            return String::new();
        }
    }
    text
}

/// CSS pixels that `document` adds above and below a drawing, and the sizes of its letters there.
pub const ABOVE: f64 = 40.0;
pub const BELOW: f64 = 28.0;
pub const TITLE: f64 = 18.0;
pub const SOURCE: f64 = 12.0;

/// The chart as a file of its own: its title above it, below it where it comes from. A line that is too long for the
/// drawing is pressed together.
#[must_use]
pub fn document(chart: &Chart, theme: &Theme, width: f64, title: &str, source: &str) -> String {
    let inner = svg(chart, theme, width);
    let (_, inner) = inner.split_once('\n').unwrap_or_default();
    let height = chart.height(width).round() + ABOVE + BELOW;
    let hex = |Rgb(r, g, b): Rgb| format!("#{r:02x}{g:02x}{b:02x}");
    let line = |text: &str, y: f64, size: f64, colour: Rgb, weight: &str| {
        let room = width - 16.0;
        // By the widest of common faces.
        let is_long = text.chars().count() as f64 * size * 0.62 > room;
        let fit = if is_long {
            format!(" textLength='{room}' lengthAdjust='spacingAndGlyphs'")
        } else {
            String::new()
        };
        format!(
            "<text x='8' y='{y}' font-size='{size}' font-weight='{weight}' font-family='{}' fill='{}'{fit}>{}</text>\n",
            theme.font.replace('\'', ""),
            hex(colour),
            escaped(text)
        )
    };
    format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='{height}' viewBox='0 0 {width} {height}' role='img'>\n<title>{}</title>\n<desc>{}</desc>\n<rect width='{width}' height='{height}' fill='{}'/>\n{}<g transform='translate(0 {ABOVE})'>\n{}</g>\n{}</svg>\n",
        escaped(title),
        escaped(&chart.sentence),
        hex(theme.background),
        line(title, TITLE * 1.5, TITLE, theme.text, "bold"),
        inner.trim_end().trim_end_matches("</svg>"),
        line(source, height - SOURCE * 0.8, SOURCE, theme.muted, "normal"),
    )
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            other => out.push(other),
        }
    }
    out
}

/// Colours that have another in the dark: the fills and strokes of `element` that are none of the theme's own.
pub type Mixed = BTreeSet<(bool, String)>;

/// The chart as an element of a page, in light colours. A colour that is the theme's own is changed in the dark by
/// its attribute (`palette`), any other by a class of its own, which `mixed` collects. `label` is the id of the title.
#[must_use]
pub fn element(
    chart: &Chart,
    (light, dark): (&Theme, &Theme),
    width: f64,
    label: &str,
    mixed: &mut Mixed,
) -> String {
    let text = svg(chart, light, width);
    let other = svg(chart, dark, width);
    let own = palette(light, dark);
    let height = chart.height(width).round();
    let mut out = format!(
        "<svg viewBox='0 0 {width:.0} {height:.0}' role='img' aria-labelledby='{label}' font-family='{}'>",
        light.font.replace('\'', "")
    );
    // The look of the path that is being written.
    let mut open: Option<String> = None;
    // The root is ours; every further line is an element, and the same one in both drawings.
    let lines = text.lines().skip(1);
    for (line, other) in lines.zip(other.lines().skip(1)) {
        if line == "</svg>" {
            break;
        }
        let mut class = String::new();
        for (name, is_fill) in [("fill=\"", true), ("stroke=\"", false)] {
            let (Some(ours), Some(theirs)) = (colour(line, name), colour(other, name)) else {
                continue;
            };
            if own.get(ours).is_none_or(|known| known != theirs) {
                let letter = if is_fill { 'f' } else { 's' };
                class = format!(" class='{letter}{}'", theirs.trim_start_matches('#'));
                mixed.insert((is_fill, theirs.to_owned()));
            }
        }
        let mut line = line.to_owned();
        for idle in [
            " opacity=\"1\"".to_owned(),
            " stroke=\"none\"".to_owned(),
            format!(" font-family=\"{}\"", light.font.replace('"', "&quot;")),
        ] {
            line = line.replace(&idle, "");
        }
        let line = line.replace(" \"", "\"");
        let line = match line.split_once(' ') {
            Some((head, rest)) if !class.is_empty() && head.starts_with('<') => {
                format!("{head}{class} {rest}")
            }
            _ => line,
        };
        match shape(&line) {
            Some((style, path)) if open.as_deref() == Some(style.as_str()) => {
                out.push_str(&path);
            }
            Some((style, path)) => {
                close(&mut out, &mut open);
                out.push_str("<path ");
                out.push_str(&style);
                out.push_str(" d='");
                out.push_str(&path);
                open = Some(style);
            }
            None => {
                close(&mut out, &mut open);
                out.push_str(&line);
            }
        }
    }
    close(&mut out, &mut open);
    out.push_str("</svg>");
    out
}

fn close(out: &mut String, open: &mut Option<String>) {
    if open.take().is_some() {
        out.push_str("'/>");
    }
}

/// A polygon or a broken line as the look and the data of a path: shapes that look alike and follow each other are
/// one element then, which spares half of a week's cells and hatching.
fn shape(line: &str) -> Option<(String, String)> {
    let (is_closed, rest) = match line.strip_prefix("<polygon ") {
        Some(rest) => (true, rest),
        None => (false, line.strip_prefix("<polyline ")?),
    };
    let (before, after) = rest.split_once("points=\"")?;
    let (points, after) = after.split_once('"')?;
    let style = format!("{before}{}", after.trim_end_matches("/>"));
    let end = if is_closed { "Z" } else { "" };
    Some((style.trim().to_owned(), format!("M{points}{end}")))
}

/// `#RRGGBB` of an attribute.
fn colour<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    let (_, after) = line.split_once(&format!(" {name}"))?;
    after.get(..7).filter(|text| text.starts_with('#'))
}

/// The theme's own colours, light to dark, as the drawing writes them.
#[must_use]
pub fn palette(light: &Theme, dark: &Theme) -> BTreeMap<String, String> {
    let of = |theme: &Theme| {
        [
            theme.background,
            theme.text,
            theme.muted,
            theme.grid,
            theme.line,
            theme.accent,
            theme.second,
            theme.third,
            theme.warning,
            theme.heat.0,
            theme.heat.1,
        ]
        .map(|Rgb(r, g, b)| format!("#{r:02X}{g:02X}{b:02X}"))
    };
    of(light).into_iter().zip(of(dark)).collect()
}
