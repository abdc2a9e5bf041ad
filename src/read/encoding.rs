//! From bytes to text: byte order marks, UTF-8, UTF-16 and Windows-1252 (of which Latin-1 is a part).

use super::error::ReadError;
use super::place::Place;
use serde::Deserialize;
use std::borrow::Cow;

/// In a town file: `encoding = "windows-1252"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Encoding {
    #[serde(rename = "utf-8")]
    Utf8,
    /// Byte order by the mark, else little-endian.
    #[serde(rename = "utf-16")]
    Utf16,
    #[serde(rename = "windows-1252", alias = "latin-1", alias = "iso-8859-1")]
    Windows1252,
}

const EXPECTED: &str = "text";
/// Letters with marks stand alone in western words; more of them in a row are another alphabet.
const LONGEST_RUN: usize = 2;

/// The text of a file, without a byte order mark. What is not declared is found out: UTF-8 where the
/// bytes are UTF-8, else Windows-1252 where they look like western words. Anything else is an error
/// with the byte at fault: which alphabet it is, only the publisher knows.
pub fn text_of<'b>(
    file: &str,
    bytes: &'b [u8],
    declared: Option<Encoding>,
) -> Result<Cow<'b, str>, ReadError> {
    let text = match (declared, bytes) {
        (None | Some(Encoding::Utf8), [0xef, 0xbb, 0xbf, rest @ ..]) => utf8(file, rest)?,
        (None | Some(Encoding::Utf16), [0xff, 0xfe, rest @ ..]) => {
            utf16(file, rest, u16::from_le_bytes)?
        }
        (None | Some(Encoding::Utf16), [0xfe, 0xff, rest @ ..]) => {
            utf16(file, rest, u16::from_be_bytes)?
        }
        (Some(Encoding::Utf16), _) => utf16(file, bytes, u16::from_le_bytes)?,
        (Some(Encoding::Utf8), _) => utf8(file, bytes)?,
        (Some(Encoding::Windows1252), _) => western(bytes),
        (None, _) => detected(file, bytes)?,
    };
    if text.trim().is_empty() {
        return Err(ReadError::malformed(
            file,
            Place::Line { line: 1, column: 1 },
            "nothing in the file",
            "rows of a table",
        ));
    }
    if !is_plain(text.as_bytes())
        && let Some(at) = text.find(|c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r'))
    {
        return Err(ReadError::malformed(
            file,
            Place::of_byte(text.as_bytes(), at),
            "a control character",
            EXPECTED,
        ));
    }
    Ok(text)
}

/// Whether all bytes are signs of ASCII, so that no character needs to be looked at.
fn is_plain(bytes: &[u8]) -> bool {
    let is_sign = |b: &u8| matches!(b, b' '..=b'~' | b'\t' | b'\n' | b'\r');
    // Without a way out in the middle a block takes a few steps of the processor.
    let is_plain = |block: &[u8]| block.iter().fold(true, |all, b| all & is_sign(b));
    bytes.chunks(4_096).all(is_plain)
}

fn utf8<'b>(file: &str, bytes: &'b [u8]) -> Result<Cow<'b, str>, ReadError> {
    std::str::from_utf8(bytes)
        .map(Cow::Borrowed)
        .map_err(|e| ReadError::encoding(file, bytes, &e))
}

fn utf16<'b>(
    file: &str,
    bytes: &[u8],
    unit: fn([u8; 2]) -> u16,
) -> Result<Cow<'b, str>, ReadError> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(pairs.len());
    let fail = |at: usize| {
        ReadError::malformed(
            file,
            Place::Byte(at as u64),
            "bytes that are not UTF-16",
            "UTF-16 text",
        )
    };
    for (i, c) in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))).enumerate() {
        text.push(c.map_err(|_| fail(i * 2))?);
    }
    if rest.is_empty() {
        Ok(Cow::Owned(text))
    } else {
        Err(fail(bytes.len() - 1))
    }
}

fn detected<'b>(file: &str, bytes: &'b [u8]) -> Result<Cow<'b, str>, ReadError> {
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return Ok(Cow::Borrowed(text)),
        Err(error) => error,
    };
    // Letters of UTF-8 before the fault: damaged UTF-8, not another encoding.
    let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
    if before.iter().any(|b| *b >= 0x80) {
        return Err(ReadError::encoding(file, bytes, &error));
    }
    let mut run = 0;
    for (at, byte) in bytes.iter().enumerate() {
        run = if *byte < 0x80 { 0 } else { run + 1 };
        let is_text = *byte >= 0x20 || matches!(byte, b'\t' | b'\n' | b'\r');
        let is_letter = !is_undefined(*byte);
        if !is_text || !is_letter || run > LONGEST_RUN {
            return Err(ReadError::malformed(
                file,
                Place::of_byte(bytes, at),
                "bytes that are neither UTF-8 nor western text",
                "UTF-8, or an encoding declared in the town file",
            ));
        }
    }
    Ok(western(bytes))
}

/// The five bytes to which Windows-1252 gives no letter.
const fn is_undefined(byte: u8) -> bool {
    matches!(byte, 0x81 | 0x8d | 0x8f | 0x90 | 0x9d)
}

fn western<'b>(bytes: &[u8]) -> Cow<'b, str> {
    // 0x80 to 0x9f; above, the byte is the code point.
    const MIDDLE: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    let letter = |byte: &u8| match byte {
        0x80..=0x9f => MIDDLE
            .get(usize::from(*byte) - 0x80)
            .copied()
            .unwrap_or('\u{fffd}'),
        byte => char::from(*byte),
    };
    Cow::Owned(bytes.iter().map(letter).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8], declared: Option<Encoding>) -> Result<String, String> {
        text_of("f.csv", bytes, declared)
            .map(Cow::into_owned)
            .map_err(|e| e.to_string())
    }

    #[test]
    fn marks_and_encodings_are_found_out() {
        for (bytes, expected) in [
            (b"\xef\xbb\xbfrue,n\n".as_slice(), "rue,n\n"),
            ("Münster".as_bytes(), "Münster"),
            (b"M\xfcnster, 5 \x80", "Münster, 5 €"),
            (b"\xff\xfea\0\xe4\0", "aä"),
            (b"\xfe\xff\0a\0\xe4", "aä"),
        ] {
            assert_eq!(read(bytes, None).as_deref(), Ok(expected));
        }
        let declared = Some(Encoding::Windows1252);
        assert_eq!(read(b"\xe4\xf6\xfc\xdf", declared).unwrap(), "äöüß");
    }

    #[test]
    fn what_is_not_text_is_an_error_with_a_place() {
        for (bytes, place) in [
            // Greek of ISO 8859-7.
            (b"id\n1,\xcb\xf9\xed\xe9".as_slice(), "f.csv:2:5: "),
            // UTF-8 that was cut.
            (
                "é\nM\u{fc}".as_bytes().split_last().unwrap().1,
                "f.csv:2:2: ",
            ),
            (b"a,b\n\0\0", "f.csv:2:1: "),
            (b"BZh91AY&SY\x9d\x01", "f.csv:1:11: "),
            (b"\n \n", "f.csv:1:1: "),
            (b"", "f.csv:1:1: "),
            (b"\xff\xfea\0\x00\xdc", "f.csv, byte 2: "),
        ] {
            let error = read(bytes, None).unwrap_err();
            assert!(error.starts_with(place), "{error}");
        }
    }
}
