//! Thrift's compact protocol, written, as far as Parquet's metadata need it.
//!
//! Source: the Thrift compact protocol specification.

/// Kinds of fields and of elements.
pub const I32: u8 = 5;
pub const I64: u8 = 6;
pub const TEXT: u8 = 8;
pub const STRUCT: u8 = 12;
const TRUE: u8 = 1;
const LIST: u8 = 9;

/// Fields are written in the order of their numbers, less than 16 apart.
#[derive(Debug, Default)]
pub struct Thrift {
    bytes: Vec<u8>,
    /// The field written last in the struct that is open.
    last: u8,
}

impl Thrift {
    /// The bytes of one struct.
    pub fn of(fields: impl FnOnce(&mut Self)) -> Vec<u8> {
        let mut thrift = Self::default();
        thrift.structure(fields);
        thrift.bytes
    }

    /// A struct that is an element of a list, or the outermost.
    pub fn structure(&mut self, fields: impl FnOnce(&mut Self)) {
        let outer = std::mem::take(&mut self.last);
        fields(self);
        self.bytes.push(0);
        self.last = outer;
    }

    fn header(&mut self, field: u8, kind: u8) {
        self.bytes.push((field.wrapping_sub(self.last) << 4) | kind);
        self.last = field;
    }

    pub fn inner(&mut self, field: u8, fields: impl FnOnce(&mut Self)) {
        self.header(field, STRUCT);
        self.structure(fields);
    }

    pub fn is_true(&mut self, field: u8) {
        self.header(field, TRUE);
    }

    /// `kind` is I32 or I64.
    pub fn whole(&mut self, field: u8, kind: u8, value: i64) {
        self.header(field, kind);
        self.element(value);
    }

    pub fn text(&mut self, field: u8, text: &str) {
        self.header(field, TEXT);
        self.text_element(text);
    }

    /// So many elements of a kind follow.
    pub fn list(&mut self, field: u8, kind: u8, length: usize) {
        self.header(field, LIST);
        match u8::try_from(length) {
            Ok(short) if short < 15 => self.bytes.push((short << 4) | kind),
            _ => {
                self.bytes.push(0xF0 | kind);
                varint(length as u64, &mut self.bytes);
            }
        }
    }

    pub fn element(&mut self, value: i64) {
        varint(zigzag(value), &mut self.bytes);
    }

    pub fn text_element(&mut self, text: &str) {
        varint(text.len() as u64, &mut self.bytes);
        self.bytes.extend_from_slice(text.as_bytes());
    }
}

/// Seven bits a byte, the lowest first.
pub fn varint(mut value: u64, into: &mut Vec<u8>) {
    while value >= 0x80 {
        into.push(value.to_le_bytes()[0] | 0x80);
        value >>= 7;
    }
    into.push(value.to_le_bytes()[0]);
}

/// Small numbers of either sign as small numbers without one.
pub const fn zigzag(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)).cast_unsigned()
}
