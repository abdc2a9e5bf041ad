//! What the metadata of a Parquet file may hold, struct by struct: the decoder goes by the numbers of fields and
//! not by their types, so a field of another type would be read as what it is not.
//!
//! Source: `parquet.thrift` of the Apache Parquet format, 2.11.

/// What a field may be.
pub(super) enum Shape {
    Bool,
    /// Type number of the compact protocol: 3 byte, 4 to 6 whole numbers of 16, 32 and 64 bits, 7 double, 8 bytes.
    Plain(u8),
    List(&'static Shape),
    /// Its fields from number 1 on. Those after the last are newer than this table: whatever they are, they are skipped.
    Struct(&'static [Shape]),
}

use Shape::{Bool, List, Plain, Struct};

const I16: Shape = Plain(4);
const I32: Shape = Plain(5);
const I64: Shape = Plain(6);
const DOUBLE: Shape = Plain(7);
const BYTES: Shape = Plain(8);
const EMPTY: Shape = Struct(&[]);

pub(super) const FILE_METADATA: &[Shape] = &[
    I32,
    List(&SCHEMA_ELEMENT),
    I64,
    List(&ROW_GROUP),
    List(&KEY_VALUE),
    BYTES,
    List(&COLUMN_ORDER),
    ENCRYPTION,
    BYTES,
];

const SCHEMA_ELEMENT: Shape =
    Struct(&[I32, I32, I32, BYTES, I32, I32, I32, I32, I32, LOGICAL_TYPE]);

/// A union: one of string, map, list, enum, decimal, date, time, timestamp, (8 is unused), integer, …
const LOGICAL_TYPE: Shape = Struct(&[
    EMPTY, EMPTY, EMPTY, EMPTY, DECIMAL, EMPTY, TIME, TIME, EMPTY, INTEGER, EMPTY, EMPTY, EMPTY,
    EMPTY, EMPTY, VARIANT, GEOMETRY, GEOGRAPHY,
]);
const DECIMAL: Shape = Struct(&[I32, I32]);
const TIME: Shape = Struct(&[Bool, Struct(&[EMPTY, EMPTY, EMPTY])]);
const INTEGER: Shape = Struct(&[Plain(3), Bool]);
const VARIANT: Shape = Struct(&[Plain(3)]);
const GEOMETRY: Shape = Struct(&[BYTES]);
const GEOGRAPHY: Shape = Struct(&[BYTES, I32]);

const ROW_GROUP: Shape = Struct(&[
    List(&COLUMN_CHUNK),
    I64,
    I64,
    List(&SORTING_COLUMN),
    I64,
    I64,
    I16,
]);
const SORTING_COLUMN: Shape = Struct(&[I32, Bool, Bool]);
const COLUMN_CHUNK: Shape = Struct(&[
    BYTES,
    I64,
    COLUMN_METADATA,
    I64,
    I32,
    I64,
    I32,
    Struct(&[EMPTY, Struct(&[List(&BYTES), BYTES])]),
    BYTES,
]);
const COLUMN_METADATA: Shape = Struct(&[
    I32,
    List(&I32),
    List(&BYTES),
    I32,
    I64,
    I64,
    I64,
    List(&KEY_VALUE),
    I64,
    I64,
    I64,
    STATISTICS,
    List(&Struct(&[I32, I32, I32])),
    I64,
    I32,
    Struct(&[I64, List(&I64), List(&I64)]),
    Struct(&[BOUNDING_BOX, List(&I32)]),
]);
const STATISTICS: Shape = Struct(&[BYTES, BYTES, I64, I64, BYTES, BYTES, Bool, Bool]);
const BOUNDING_BOX: Shape = Struct(&[
    DOUBLE, DOUBLE, DOUBLE, DOUBLE, DOUBLE, DOUBLE, DOUBLE, DOUBLE,
]);
const KEY_VALUE: Shape = Struct(&[BYTES, BYTES]);
const COLUMN_ORDER: Shape = Struct(&[EMPTY]);
const ENCRYPTION: Shape = Struct(&[Struct(&[BYTES, BYTES, Bool]), Struct(&[BYTES, BYTES, Bool])]);

impl Shape {
    /// Is this the type that the bytes name? Lists and structs are looked into apart.
    pub(super) fn is(&self, kind: u8) -> bool {
        match self {
            Bool => matches!(kind, 1 | 2),
            Plain(own) => *own == kind,
            List(_) => kind == 9,
            Struct(_) => kind == 12,
        }
    }

    pub(super) fn element(&self) -> Option<&'static Shape> {
        match self {
            List(element) => Some(element),
            _ => None,
        }
    }

    pub(super) fn fields(&self) -> &'static [Shape] {
        match self {
            Struct(fields) => fields,
            _ => &[],
        }
    }
}
