//! Separated values in which nothing is quoted: every line is a record, and cutting it at the separators gives its
//! cells. Most large files are so, and cutting takes a fraction of the time of reading quotes. What is read is the
//! same as the `csv` crate reads (`dialect`): a test holds the two together.

use super::dialect::Cells;

/// Blocks in which bytes are looked over, small enough for the nearest cache.
const BLOCK: usize = 4_096;
const HIGH: u64 = 0x8080_8080_8080_8080;
const LOW: u64 = 0x0101_0101_0101_0101;

/// Whether every line is a record: no quote anywhere, and no CR but before an LF.
#[must_use]
pub fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    for block in bytes.chunks(BLOCK) {
        if has(block, b'"') {
            return false;
        }
        // A lone CR ends a record too, and is in no line of its own.
        if has(block, b'\r') {
            let after = bytes.get(at + 1..).unwrap_or_default();
            let pairs = block.iter().zip(after.iter().chain([&0]));
            if pairs
                .filter(|(b, _)| **b == b'\r')
                .any(|(_, next)| *next != b'\n')
            {
                return false;
            }
        }
        at += block.len();
    }
    true
}

/// Whether a byte occurs. Without a way out in the middle a block takes a few steps of the processor.
fn has(block: &[u8], wanted: u8) -> bool {
    let found = |found: u8, b: &u8| found | u8::from(*b == wanted);
    block.iter().fold(0, found) > 0
}

/// How often a byte occurs; as many bytes at a time as a byte can count.
fn count(block: &[u8], wanted: u8) -> u64 {
    let of_few = |few: &[u8]| few.iter().fold(0, |n: u8, b| n + u8::from(*b == wanted));
    block.chunks(128).map(|few| u64::from(of_few(few))).sum()
}

/// The line ends of a text.
#[must_use]
pub fn line_ends(text: &str) -> u64 {
    let blocks = text.as_bytes().chunks(BLOCK);
    blocks.map(|block| count(block, b'\n')).sum()
}

/// Cuts a text into so many stretches of about the same length that each ends with a line.
#[must_use]
pub fn stretches(text: &str, number: usize) -> Vec<&str> {
    let mut rest = text;
    let mut found = Vec::new();
    for left in (2..=number.max(1)).rev() {
        let about = rest.len() / left;
        let end = rest
            .as_bytes()
            .get(about..)
            .and_then(|after| after.iter().position(|b| *b == b'\n'))
            .map_or(rest.len(), |more| about + more + 1);
        // A line ends between characters.
        let (one, after) = rest.split_at(end);
        found.push(one);
        rest = after;
    }
    found.push(rest);
    found.retain(|one| !one.is_empty());
    found
}

/// One record: the line and where its cells end.
#[derive(Debug, Default)]
pub struct Line<'t> {
    text: &'t str,
    ends: Vec<usize>,
}

impl Cells for Line<'_> {
    fn width(&self) -> usize {
        self.ends.len()
    }

    fn cell(&self, at: usize) -> Option<&str> {
        let end = *self.ends.get(at)?;
        let start = match at.checked_sub(1) {
            Some(before) => self.ends.get(before)? + 1,
            None => 0,
        };
        self.text.get(start..end)
    }
}

/// The records of a plain text, line by line.
#[derive(Debug)]
pub struct Lines<'t> {
    text: &'t str,
    separators: u64,
    separator: u8,
    at: usize,
    /// Line ends above what comes next.
    above: u64,
}

impl<'t> Lines<'t> {
    /// `above`: the lines above `text` in its file.
    #[must_use]
    pub fn new(text: &'t str, separator: u8, above: u64) -> Self {
        Self {
            text,
            separators: LOW * u64::from(separator),
            separator,
            at: 0,
            above,
        }
    }

    /// Reads the next record; its line from 1, or `None` at the end. Empty lines are passed over.
    pub fn next(&mut self, line: &mut Line<'t>) -> Option<u64> {
        loop {
            let start = self.at;
            let rest = self.text.as_bytes().get(start..)?;
            if rest.is_empty() {
                return None;
            }
            line.ends.clear();
            let length = cut(rest, self.separator, self.separators, &mut line.ends);
            self.at = start + length + 1;
            self.above += 1;
            let text = self.text.get(start..start + length).unwrap_or_default();
            let text = text.strip_suffix('\r').unwrap_or(text);
            if !text.is_empty() {
                line.ends.push(text.len());
                line.text = text;
                return Some(self.above);
            }
        }
    }
}

/// Finds the separators of the first line of `bytes`; the length of that line. Eight bytes at a time.
fn cut(bytes: &[u8], separator: u8, separators: u64, ends: &mut Vec<usize>) -> usize {
    const LINE_ENDS: u64 = LOW * b'\n' as u64;
    let (words, _) = bytes.as_chunks::<8>();
    let mut at = 0;
    for word in words {
        let word = u64::from_le_bytes(*word);
        let line_end = zeros(word ^ LINE_ENDS);
        let before = line_end.trailing_zeros();
        let mut found = zeros(word ^ separators);
        while found != 0 {
            let bit = found.trailing_zeros();
            if bit > before {
                break;
            }
            ends.push(at + bit as usize / 8);
            found &= found - 1;
        }
        if line_end != 0 {
            return at + before as usize / 8;
        }
        at += 8;
    }
    for b in bytes.get(at..).unwrap_or_default() {
        if *b == b'\n' {
            return at;
        }
        if *b == separator {
            ends.push(at);
        }
        at += 1;
    }
    at
}

/// The high bit of every byte that is zero, and of no other.
const fn zeros(word: u64) -> u64 {
    let low = (word & !HIGH) + !HIGH;
    !(low | word | !HIGH)
}

#[cfg(test)]
mod tests {
    use super::*;
    use csv::StringRecord;
    use proptest::prelude::*;

    type Rows = Vec<(u64, Vec<String>)>;

    fn cut_by_us(text: &str, separator: u8, number: usize) -> Rows {
        let mut rows = Vec::new();
        let mut above = 0;
        for stretch in stretches(text, number) {
            let mut lines = Lines::new(stretch, separator, above);
            let mut line = Line::default();
            while let Some(row) = lines.next(&mut line) {
                let cells = (0..line.width()).map(|at| line.cell(at).unwrap().to_owned());
                rows.push((row, cells.collect()));
            }
            above += line_ends(stretch);
        }
        rows
    }

    fn cut_by_csv(text: &str, separator: u8) -> Rows {
        let mut reader = csv::ReaderBuilder::new()
            .flexible(true)
            .has_headers(false)
            .delimiter(separator)
            .from_reader(text.as_bytes());
        let mut rows = Vec::new();
        let mut record = StringRecord::new();
        while reader.read_record(&mut record).unwrap() {
            let begin = usize::try_from(record.position().unwrap().byte()).unwrap();
            let empty = text[begin..]
                .bytes()
                .take_while(|b| matches!(b, b'\r' | b'\n'));
            let begin = begin + empty.count();
            let line = text[..begin].matches('\n').count() as u64 + 1;
            rows.push((line, record.iter().map(str::to_owned).collect()));
        }
        rows
    }

    proptest! {
        #[test]
        fn what_is_cut_is_what_the_csv_crate_reads(
            text in "([a-zé0-9 ,;.\\-]{0,12}(\n|\r\n|,|;)){0,12}[a-z,]{0,9}",
            number in 1_usize..5,
        ) {
            prop_assert!(is_plain(&text));
            for separator in [b',', b';'] {
                prop_assert_eq!(cut_by_us(&text, separator, number), cut_by_csv(&text, separator));
            }
        }
    }

    #[test]
    fn quotes_and_a_lone_cr_are_not_plain() {
        let long = "a,b\r\n".repeat(3_000);
        assert!(is_plain(&long));
        for (what, is) in [
            ("", true),
            ("1,\"2", false),
            ("1\r2", false),
            ("1,2\r", false),
        ] {
            assert_eq!(is_plain(&format!("{long}{what}")), is, "{what:?}");
        }
        // The CR is the last byte of a block, its LF the first of the next.
        assert!(is_plain(&format!("{}\r\n1", "x".repeat(BLOCK - 1))));
    }
}
