//! A small Parquet file, written by ourselves: one row group, a dictionary for each column, no compression. For the
//! rows of a street, which a reader takes along out of a page; `publish` writes with the `parquet` crate.
//!
//! Source: the Apache Parquet format, `parquet.thrift` and the encodings.

mod packed;
mod thrift;

use packed::{deltas, hybrid, width};
use std::collections::BTreeMap;
use thrift::{I32, I64, STRUCT, TEXT, Thrift};

#[derive(Debug)]
pub struct Column {
    pub name: String,
    pub values: Values,
}

/// A value per row. A number that is missing is no number, and a list that is missing no empty list.
#[derive(Debug)]
pub enum Values {
    /// The same text in each of so many rows.
    Text(String, usize),
    /// Milliseconds since 1970, UTC.
    Times(Vec<i64>),
    /// Stored as whole numbers where all are.
    Numbers(Vec<Option<f64>>),
    Lists(Vec<Option<Vec<f64>>>),
}

const PLAIN: i64 = 0;
const RLE: i64 = 3;
const DELTA: i64 = 5;
const RLE_DICTIONARY: i64 = 8;

const INT32: i64 = 1;
const INT64: i64 = 2;
const DOUBLE: i64 = 5;
const BYTE_ARRAY: i64 = 6;

const REQUIRED: i64 = 0;
const OPTIONAL: i64 = 1;
const REPEATED: i64 = 2;

/// What `ConvertedType` calls them.
const UTF8: i64 = 0;
const LIST: i64 = 3;
const MILLISECONDS: i64 = 9;

/// The bytes of a file. `about` are pairs of a key and what is said of the file.
#[must_use]
pub fn file(rows: usize, columns: &[Column], about: &[(String, String)]) -> Vec<u8> {
    let mut out = b"PAR1".to_vec();
    let chunks: Vec<Chunk> = columns
        .iter()
        .map(|column| Chunk::write(&column.values, &mut out))
        .collect();
    let bytes = out.len().saturating_sub(4);
    let footer = Thrift::of(|footer| {
        footer.whole(1, I32, 1);
        let leaves = columns.iter().map(|column| match column.values {
            Values::Lists(_) => 3,
            _ => 1,
        });
        footer.list(2, STRUCT, 1 + leaves.sum::<usize>());
        footer.structure(|root| {
            root.text(4, "rows");
            root.whole(5, I32, number(columns.len()));
        });
        for (column, chunk) in columns.iter().zip(&chunks) {
            schema(footer, column, chunk.physical);
        }
        footer.whole(3, I64, number(rows));
        footer.list(4, STRUCT, 1);
        footer.structure(|group| {
            group.list(1, STRUCT, columns.len());
            for (column, chunk) in columns.iter().zip(&chunks) {
                group.structure(|place| {
                    place.whole(2, I64, number(chunk.start));
                    place.inner(3, |described| chunk.describe(described, column));
                });
            }
            group.whole(2, I64, number(bytes));
            group.whole(3, I64, number(rows));
        });
        footer.list(5, STRUCT, about.len());
        for (key, value) in about {
            footer.structure(|pair| {
                pair.text(1, key);
                pair.text(2, value);
            });
        }
        footer.text(6, concat!("straatbeeld ", env!("CARGO_PKG_VERSION")));
    });
    out.extend_from_slice(&footer);
    out.extend_from_slice(&length(footer.len()));
    out.extend_from_slice(b"PAR1");
    out
}

fn schema(footer: &mut Thrift, column: &Column, physical: i64) {
    let name = column.name.as_str();
    let leaf = |element: &mut Thrift, repetition, name: &str| {
        element.whole(1, I32, physical);
        element.whole(3, I32, repetition);
        element.text(4, name);
    };
    match column.values {
        Values::Text(..) => footer.structure(|element| {
            leaf(element, REQUIRED, name);
            element.whole(6, I32, UTF8);
        }),
        Values::Times(_) => footer.structure(|element| {
            leaf(element, REQUIRED, name);
            element.whole(6, I32, MILLISECONDS);
            // The same in the newer form, which says that it is UTC.
            element.inner(10, |kind| {
                kind.inner(8, |time| {
                    time.is_true(1);
                    time.inner(2, |unit| unit.inner(1, |_| {}));
                });
            });
        }),
        Values::Numbers(_) => footer.structure(|element| leaf(element, OPTIONAL, name)),
        Values::Lists(_) => {
            footer.structure(|list| {
                list.whole(3, I32, OPTIONAL);
                list.text(4, name);
                list.whole(5, I32, 1);
                list.whole(6, I32, LIST);
            });
            footer.structure(|slot| {
                slot.whole(3, I32, REPEATED);
                slot.text(4, "list");
                slot.whole(5, I32, 1);
            });
            footer.structure(|element| leaf(element, REQUIRED, "element"));
        }
    }
}

/// A column as it was written.
struct Chunk {
    physical: i64,
    /// Of the values in the data page.
    encoding: i64,
    slots: usize,
    start: usize,
    data: usize,
    end: usize,
}

/// What a dictionary page and a data page are made of.
#[derive(Default)]
struct Body {
    words: Vec<u8>,
    word_count: usize,
    places: Vec<u64>,
}

impl Chunk {
    fn write(values: &Values, out: &mut Vec<u8>) -> Self {
        let start = out.len();
        let mut levels = Vec::new();
        let (physical, slots, body) = match values {
            Values::Times(times) => {
                page(out, 0, times.len(), DELTA, &deltas(times));
                return Self {
                    physical: INT64,
                    encoding: DELTA,
                    slots: times.len(),
                    start,
                    data: start,
                    end: out.len(),
                };
            }
            Values::Text(text, rows) => {
                let words = [length(text.len()).as_slice(), text.as_bytes()].concat();
                let body = Body {
                    words,
                    word_count: 1,
                    places: vec![0; *rows],
                };
                (BYTE_ARRAY, *rows, body)
            }
            Values::Numbers(numbers) => {
                let there: Vec<u64> = numbers.iter().map(|one| one.is_some().into()).collect();
                levelled(&there, 1, &mut levels);
                let found: Vec<f64> = numbers.iter().copied().flatten().collect();
                let (physical, body) = dictionary(&found);
                (physical, numbers.len(), body)
            }
            Values::Lists(lists) => {
                let (mut repetition, mut definition) = (Vec::new(), Vec::new());
                for list in lists {
                    let slots = list.as_ref().map_or(1, Vec::len).max(1);
                    repetition.extend((0..slots).map(|slot| u64::from(slot > 0)));
                    let level = match list {
                        None => 0,
                        Some(list) if list.is_empty() => 1,
                        Some(_) => 2,
                    };
                    definition.extend(std::iter::repeat_n(level, slots));
                }
                levelled(&repetition, 1, &mut levels);
                levelled(&definition, 2, &mut levels);
                let found: Vec<f64> = lists.iter().flatten().flatten().copied().collect();
                let (physical, body) = dictionary(&found);
                (physical, repetition.len(), body)
            }
        };
        page(out, 2, body.word_count, PLAIN, &body.words);
        let data = out.len();
        let width = width(body.word_count.saturating_sub(1) as u64);
        levels.push(width.to_le_bytes()[0]);
        hybrid(&body.places, width, &mut levels);
        page(out, 0, slots, RLE_DICTIONARY, &levels);
        Self {
            physical,
            encoding: RLE_DICTIONARY,
            slots,
            start,
            data,
            end: out.len(),
        }
    }

    fn describe(&self, described: &mut Thrift, column: &Column) {
        described.whole(1, I32, self.physical);
        described.list(2, I32, 3);
        for encoding in [PLAIN, RLE, self.encoding] {
            described.element(encoding);
        }
        let path: &[&str] = match column.values {
            Values::Lists(_) => &[column.name.as_str(), "list", "element"],
            _ => &[column.name.as_str()],
        };
        described.list(3, TEXT, path.len());
        for part in path {
            described.text_element(part);
        }
        // Not compressed: both sizes are the same.
        described.whole(4, I32, 0);
        described.whole(5, I64, number(self.slots));
        let bytes = number(self.end.saturating_sub(self.start));
        described.whole(6, I64, bytes);
        described.whole(7, I64, bytes);
        described.whole(9, I64, number(self.data));
        if self.data > self.start {
            described.whole(11, I64, number(self.start));
        }
    }
}

/// Levels of a page, with their length before them.
fn levelled(levels: &[u64], greatest: u64, into: &mut Vec<u8>) {
    let mut packed = Vec::new();
    hybrid(levels, width(greatest), &mut packed);
    into.extend_from_slice(&length(packed.len()));
    into.extend_from_slice(&packed);
}

/// Each number once, in the order in which it first comes, and the place of every number.
fn dictionary(numbers: &[f64]) -> (i64, Body) {
    let is_whole = numbers.iter().all(|number| whole(*number).is_some());
    let mut known: BTreeMap<u64, u64> = BTreeMap::new();
    let mut body = Body::default();
    for number in numbers {
        let next = known.len() as u64;
        let place = *known.entry(number.to_bits()).or_insert_with(|| {
            match whole(*number).filter(|_| is_whole) {
                Some(whole) => body.words.extend_from_slice(&whole.to_le_bytes()),
                None => body.words.extend_from_slice(&number.to_le_bytes()),
            }
            next
        });
        body.places.push(place);
    }
    body.word_count = known.len();
    (if is_whole { INT32 } else { DOUBLE }, body)
}

// In the range of an i32, as is asked first.
#[allow(clippy::cast_possible_truncation)]
fn whole(number: f64) -> Option<i32> {
    let is_in_range = f64::from(i32::MIN) <= number && number <= f64::from(i32::MAX);
    let is_whole =
        is_in_range && number.fract() == 0.0 && !(number == 0.0 && number.is_sign_negative());
    is_whole.then_some(number as i32)
}

/// `kind` is 0 for data, 2 for a dictionary.
fn page(out: &mut Vec<u8>, kind: i64, values: usize, encoding: i64, body: &[u8]) {
    let header = Thrift::of(|header| {
        header.whole(1, I32, kind);
        header.whole(2, I32, number(body.len()));
        header.whole(3, I32, number(body.len()));
        header.inner(if kind == 0 { 5 } else { 7 }, |page| {
            page.whole(1, I32, number(values));
            page.whole(2, I32, encoding);
            if kind == 0 {
                page.whole(3, I32, RLE);
                page.whole(4, I32, RLE);
            }
        });
    });
    out.extend_from_slice(&header);
    out.extend_from_slice(body);
}

/// A length before what it is of.
fn length(bytes: usize) -> [u8; 4] {
    u32::try_from(bytes).unwrap_or(u32::MAX).to_le_bytes()
}

fn number(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}
