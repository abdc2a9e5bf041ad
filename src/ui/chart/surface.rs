//! plotters onto a canvas. Text is measured by the canvas itself: a span added to the
//! page for measuring would be slow, and wrong under the content policy.

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontTransform,
};
use std::f64::consts::{FRAC_PI_2, TAU};
use std::fmt;
use web_sys::CanvasRenderingContext2d;

pub struct CanvasSurface {
    context: CanvasRenderingContext2d,
    /// Device pixels.
    size: (u32, u32),
}

/// The canvas refused to draw.
#[derive(Debug)]
pub struct Refused;

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the canvas refused to draw")
    }
}

impl std::error::Error for Refused {}

type Outcome = Result<(), DrawingErrorKind<Refused>>;

impl CanvasSurface {
    pub fn new(context: CanvasRenderingContext2d, size: (u32, u32)) -> Self {
        Self { context, size }
    }

    fn fill_with(&self, colour: BackendColor) {
        self.context.set_fill_style_str(&css(colour));
    }

    fn stroke_with<S: BackendStyle>(&self, style: &S) {
        self.context.set_stroke_style_str(&css(style.color()));
        self.context.set_line_width(f64::from(style.stroke_width()));
    }

    fn trace(&self, path: impl IntoIterator<Item = BackendCoord>, offset: f64) {
        self.context.begin_path();
        for (i, (x, y)) in path.into_iter().enumerate() {
            let (x, y) = (f64::from(x) + offset, f64::from(y) + offset);
            if i == 0 {
                self.context.move_to(x, y);
            } else {
                self.context.line_to(x, y);
            }
        }
    }

    fn set_font<S: BackendTextStyle>(&self, style: &S) {
        // A theme's family is a list of names; it must not be quoted as one.
        let font = format!(
            "{} {}px {}",
            style.style().as_str(),
            style.size(),
            style.family().as_str()
        );
        self.context.set_font(&font);
    }
}

fn css(
    BackendColor {
        rgb: (r, g, b),
        alpha,
    }: BackendColor,
) -> String {
    format!("rgb({r} {g} {b} / {alpha})")
}

/// Lines of odd width lie on half pixels, or they blur.
fn crisp<S: BackendStyle>(style: &S) -> f64 {
    if style.stroke_width() % 2 == 1 {
        0.5
    } else {
        0.0
    }
}

impl DrawingBackend for CanvasSurface {
    type ErrorType = Refused;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Outcome {
        Ok(())
    }

    fn present(&mut self) -> Outcome {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, colour: BackendColor) -> Outcome {
        self.fill_with(colour);
        self.context.fill_rect(f64::from(x), f64::from(y), 1.0, 1.0);
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Outcome {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        fill: bool,
    ) -> Outcome {
        let (x, y) = (f64::from(left), f64::from(top));
        let (width, height) = (f64::from(right - left), f64::from(bottom - top));
        if fill {
            self.fill_with(style.color());
            self.context.fill_rect(x, y, width, height);
        } else {
            let offset = crisp(style);
            self.stroke_with(style);
            self.context
                .stroke_rect(x + offset, y + offset, width, height);
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Outcome {
        self.stroke_with(style);
        self.context.set_line_join("round");
        self.trace(path, crisp(style));
        self.context.stroke();
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Outcome {
        self.fill_with(style.color());
        self.trace(path, 0.0);
        self.context.close_path();
        self.context.fill();
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Outcome {
        self.context.begin_path();
        self.context
            .arc(f64::from(x), f64::from(y), f64::from(radius), 0.0, TAU)
            .map_err(|_| DrawingErrorKind::DrawingError(Refused))?;
        if fill {
            self.fill_with(style.color());
            self.context.fill();
        } else {
            self.stroke_with(style);
            self.context.stroke();
        }
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Outcome {
        let turns = match style.transform() {
            FontTransform::None => 0.0,
            FontTransform::Rotate90 => 1.0,
            FontTransform::Rotate180 => 2.0,
            FontTransform::Rotate270 => 3.0,
        };
        let anchor = style.anchor();
        self.context.save();
        self.context.set_text_align(match anchor.h_pos {
            HPos::Left => "left",
            HPos::Center => "center",
            HPos::Right => "right",
        });
        self.context.set_text_baseline(match anchor.v_pos {
            VPos::Top => "top",
            VPos::Center => "middle",
            VPos::Bottom => "bottom",
        });
        self.fill_with(style.color());
        self.set_font(style);
        let drawn = self
            .context
            .translate(f64::from(x), f64::from(y))
            .and_then(|()| self.context.rotate(turns * FRAC_PI_2))
            .and_then(|()| self.context.fill_text(text, 0.0, 0.0));
        self.context.restore();
        drawn.map_err(|_| DrawingErrorKind::DrawingError(Refused))
    }

    // Text is smaller than a u32.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Refused>> {
        self.set_font(style);
        let width = self.context.measure_text(text).map_or(0.0, |m| m.width());
        Ok((width.ceil() as u32, style.size().ceil() as u32))
    }
}
