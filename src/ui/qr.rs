//! An address as a QR code (ISO/IEC 18004), drawn as one path of an SVG.

use super::html::Html;
use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write as _;

/// Modules that stay white around the code.
const QUIET: i32 = 4;

/// `name` is what is said of the picture. `None` for an address that is too long for a code.
pub fn svg(address: &str, name: &str) -> Option<String> {
    // A quarter of the modules may be lost: a label hangs in the rain.
    let code = QrCode::encode_text(address, QrCodeEcc::Quartile).ok()?;
    let side = code.size() + 2 * QUIET;
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            // Writing to a String does not fail.
            let _ = write!(path, "M{} {}h1v1h-1z", x + QUIET, y + QUIET);
        }
    }
    let mut html = Html::default();
    html.wrapped(
        "<svg class='qr' role='img' shape-rendering='crispEdges' viewBox='0 0 ",
        &format!("{side} {side}"),
        "'",
    );
    html.wrapped(" aria-label='", name, "'>");
    html.wrapped(
        "<path class='qr-white' d='M0 0h",
        &format!("{side}v{side}H0z"),
        "'/>",
    );
    html.wrapped("<path class='qr-dark' d='", &path, "'/></svg>");
    Some(html.finish())
}
