//! Text out of the HTML that publishers put into descriptions.

/// The text without tags and entities, blanks as one; at most `most` characters, cut at a word with an ellipsis.
#[must_use]
pub fn plain(html: &str, most: usize) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        rest = if from.starts_with('<') {
            tag(from, &mut out)
        } else {
            entity(from, &mut out)
        };
    }
    out.push_str(rest);
    let words: Vec<&str> = out.split_whitespace().collect();
    cut(&words, most)
}

/// A tag ends words; a `<` that begins none is a character.
fn tag<'a>(from: &'a str, out: &mut String) -> &'a str {
    let begins = from
        .chars()
        .nth(1)
        .is_some_and(|c| c.is_ascii_alphabetic() || c == '/' || c == '!');
    if let Some(end) = from.find('>').filter(|_| begins) {
        out.push(' ');
        return from.get(end + 1..).unwrap_or_default();
    }
    out.push('<');
    from.get(1..).unwrap_or_default()
}

fn entity<'a>(from: &'a str, out: &mut String) -> &'a str {
    // The longest that is known has eight characters.
    let end = from
        .char_indices()
        .take(10)
        .find(|(_, c)| *c == ';')
        .map(|(i, _)| i);
    let name = end.and_then(|end| from.get(1..end)).unwrap_or_default();
    let found = match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some(' '),
        "euml" => Some('ë'),
        "eacute" => Some('é'),
        "egrave" => Some('è'),
        "agrave" => Some('à'),
        "ccedil" => Some('ç'),
        "iuml" => Some('ï'),
        "ouml" => Some('ö'),
        "uuml" => Some('ü'),
        "auml" => Some('ä'),
        "szlig" => Some('ß'),
        "ndash" => Some('–'),
        "mdash" => Some('—'),
        "hellip" => Some('…'),
        "rsquo" => Some('’'),
        "lsquo" => Some('‘'),
        "ldquo" => Some('“'),
        "rdquo" => Some('”'),
        "euro" => Some('€'),
        "bull" => Some('•'),
        _ => numeric(name),
    };
    if let (Some(c), Some(end)) = (found, end) {
        out.push(c);
        return from.get(end + 1..).unwrap_or_default();
    }
    out.push('&');
    from.get(1..).unwrap_or_default()
}

fn numeric(name: &str) -> Option<char> {
    let digits = name.strip_prefix('#')?;
    let code = match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => digits.parse().ok()?,
    };
    char::from_u32(code).filter(|c| !c.is_control())
}

fn cut(words: &[&str], most: usize) -> String {
    let mut out = String::new();
    let mut length = 0;
    for word in words {
        length += word.chars().count() + usize::from(!out.is_empty());
        if length > most {
            out.push('…');
            return out;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mark_up_goes_and_the_text_stays() {
        for (html, most, expected) in [
            ("a <b>b</b>c", 99, "a b c"),
            (
                "<p>één</p>&nbsp;<br/>twee &amp; drie",
                99,
                "één twee & drie",
            ),
            (
                "a < b & c; &unknown; &#233;&#xE9; &#0;",
                99,
                "a < b & c; &unknown; éé &#0;",
            ),
            ("<script", 99, "<script"),
            ("one two three", 8, "one two…"),
            ("one two", 7, "one two"),
            ("", 9, ""),
            ("&lt;img src=x&gt;", 99, "<img src=x>"),
        ] {
            assert_eq!(plain(html, most), expected, "{html}");
        }
    }
}
