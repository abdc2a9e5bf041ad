//! Icons of the elements of a sensor's label, drawn for this program: strokes in a square of 24.

/// The inside of an SVG; of an element without an icon of its own a ring.
pub fn icon(element: &str) -> &'static str {
    match element {
        // Two arrows that pass each other.
        "mobility" => "<path d='M3 9h15M14 5l4 4-4 4M21 16H6M10 12l-4 4 4 4'/>",
        // A plan with a tick.
        "planning_decision_making" => "<path d='M5 3h11l3 3v15H5zM8 9h8M8 18h3M9 13l2 2 4-4'/>",
        // A camera, its picture in coarse squares.
        "non_identifiable_video" => {
            "<path d='M2 7h14v10H2zM16 11l6-3v8l-6-3M5 10h2v2H5zM9 10h2v2H9zM7 12h2v2H7zM11 12h2v2h-2z'/>"
        }
        // A walker and a bicycle's wheel in a frame.
        "person_detection" => {
            "<path d='M3 7V3h4M17 3h4v4M21 17v4h-4M7 21H3v-4M9 9v5M9 14l-2 4M9 14l2 4M7 11h4'/><circle cx='9' cy='6.5' r='1.5'/><circle cx='16' cy='15' r='3'/>"
        }
        // A coil in the road.
        "induction_loop" => "<path d='M4 21L8 3M20 21L16 3M9 8h6l1 9H8z M10.5 10.5h3l.6 4h-4.2z'/>",
        // A tube across the road under a wheel.
        "x_pneumatic_tube" => {
            "<circle cx='12' cy='9' r='6'/><circle cx='12' cy='9' r='1.5'/><path d='M2 18h6q4-4 8 0h6M2 21h20'/>"
        }
        // Waves from a point.
        "radar" => {
            "<path d='M5 20v-4M5 10a6 6 0 0 1 6 6M5 6a10 10 0 0 1 10 10M5 2a14 14 0 0 1 14 14'/><circle cx='5' cy='16' r='1.5'/>"
        }
        // A box with a question mark.
        "x_unknown_counter" => {
            "<path d='M4 4h16v16H4zM9.5 9.5a2.5 2.5 0 1 1 3.5 2.3q-1 .5-1 1.9M12 16.5v.6'/>"
        }
        // A chip that looks.
        "computer_vision" => {
            "<path d='M6 6h12v12H6zM9 3v3M15 3v3M9 18v3M15 18v3M3 9h3M3 15h3M18 9h3M18 15h3M8 12q4-4 8 0-4 4-8 0z'/><circle cx='12' cy='12' r='1'/>"
        }
        // Many become a sum.
        "aggregated" => {
            "<circle cx='5' cy='5' r='2'/><circle cx='5' cy='12' r='2'/><circle cx='5' cy='19' r='2'/><path d='M7 5l5 5M7 12h5M7 19l5-5M12 8h8v8h-8zM14 12h4M16 10v4'/>"
        }
        // A head, crossed out.
        "de_identified" => "<circle cx='12' cy='8' r='4'/><path d='M4 21q0-7 8-7t8 7M3 3l18 18'/>",
        // Bars on a time line.
        "values_time" => {
            "<path d='M3 21h18M6 18v-5M11 18V8M16 18v-7'/><circle cx='18' cy='6' r='3.5'/><path d='M18 4.5V6l1 1'/>"
        }
        "tabular" => "<path d='M3 4h18v16H3zM3 9h18M3 14.5h18M10 4v16'/>",
        // A pin on a street.
        "spatial" => {
            "<path d='M12 15q-5-5-5-8a5 5 0 0 1 10 0q0 3-5 8zM7 15l-4 6h18l-4-6'/><circle cx='12' cy='7' r='1.8'/>"
        }
        // An eye.
        "available_to_me" => {
            "<path d='M2 12q10-12 20 0-10 12-20 0z'/><circle cx='12' cy='12' r='3'/>"
        }
        "available_to_download" => "<path d='M12 3v11M7 10l5 5 5-5M4 17v4h16v-4'/>",
        // Layers that stay.
        "data_retained" => {
            "<ellipse cx='12' cy='5' rx='8' ry='2.5'/><path d='M4 5v14q0 2.5 8 2.5t8-2.5V5M4 12q0 2.5 8 2.5t8-2.5'/>"
        }
        _ => "<circle cx='12' cy='12' r='8'/>",
    }
}
