//! Parquet keeps its metadata in Thrift's compact protocol, in which a list says how long it is before it begins.
//! The decoder believes it: two hundred bytes can claim a list of billions of nothings and keep it busy
//! for minutes. Fuzzing found that; this walks over the metadata first and refuses what cannot be.
//!
//! Source: the Thrift compact protocol specification, "Struct encoding" and "List and Set".

use super::thrift_shapes::{FILE_METADATA, Shape};

/// Metadata of real files nests about six deep.
const DEEPEST: u32 = 32;

/// Numbers of fields have 16 bits.
const MOST_FIELDS: u64 = i16::MAX.unsigned_abs() as u64;

/// The byte at which a struct stops being one that its bytes can hold; `Ok` where it is sound throughout.
pub fn check(bytes: &[u8]) -> Result<(), usize> {
    let mut walk = Walk { bytes, at: 0 };
    walk.structure(0, &[]).ok_or(walk.at)
}

/// The same for the metadata of a Parquet file, whose fields must have their types and whose struct must end where
/// the bytes do.
pub fn check_metadata(bytes: &[u8]) -> Result<(), usize> {
    let mut walk = Walk { bytes, at: 0 };
    let ends = walk.structure(0, FILE_METADATA);
    ends.filter(|()| walk.at == bytes.len()).ok_or(walk.at)
}

struct Walk<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl Walk<'_> {
    fn byte(&mut self) -> Option<u8> {
        let byte = *self.bytes.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    fn skip(&mut self, count: u64) -> Option<()> {
        let end = self.at.checked_add(usize::try_from(count).ok()?)?;
        (end <= self.bytes.len()).then(|| self.at = end)
    }

    fn varint(&mut self) -> Option<u64> {
        let mut value = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(value);
            }
        }
        None
    }

    fn left(&self) -> u64 {
        (self.bytes.len() - self.at) as u64
    }

    /// `shapes` are those of the first fields, where they are known.
    fn structure(&mut self, depth: u32, shapes: &'static [Shape]) -> Option<()> {
        if depth > DEEPEST {
            return None;
        }
        let mut field = 0_u64;
        loop {
            let header = self.byte()?;
            let kind = header & 0x0f;
            if kind == 0 {
                return Some(());
            }
            field = match header >> 4 {
                0 => {
                    let zigzag = self.varint()?;
                    // A negative number: the decoder would count on from it to the numbers of other fields.
                    if zigzag & 1 == 1 {
                        return None;
                    }
                    zigzag / 2
                }
                step => field + u64::from(step),
            };
            if field == 0 || field > MOST_FIELDS {
                return None;
            }
            let shape = field
                .checked_sub(1)
                .and_then(|place| shapes.get(usize::try_from(place).ok()?));
            if shape.is_some_and(|shape| !shape.is(kind)) {
                return None;
            }
            // In a field the type says true or false; there is nothing after it.
            if kind > 2 {
                self.value(kind, depth, shape)?;
            }
        }
    }

    fn value(&mut self, kind: u8, depth: u32, shape: Option<&'static Shape>) -> Option<()> {
        match kind {
            1..=3 => self.skip(1),
            4..=6 => self.varint().map(|_| ()),
            7 => self.skip(8),
            8 => {
                let length = self.varint()?;
                self.skip(length)
            }
            9 | 10 => {
                let header = self.byte()?;
                let length = match header >> 4 {
                    15 => self.varint()?,
                    short => u64::from(short),
                };
                self.elements(
                    length,
                    &[header & 0x0f],
                    depth,
                    shape.and_then(Shape::element),
                )
            }
            11 => {
                let length = self.varint()?;
                if length == 0 {
                    return Some(());
                }
                let kinds = self.byte()?;
                self.elements(length, &[kinds >> 4, kinds & 0x0f], depth, None)
            }
            12 => self.structure(depth + 1, shape.map_or(&[], Shape::fields)),
            _ => None,
        }
    }

    /// Each element takes a byte at least – but booleans none where the decoder passes over them, so that a list
    /// of them has no bound. Metadata of Parquet have no such list.
    fn elements(
        &mut self,
        length: u64,
        kinds: &[u8],
        depth: u32,
        shape: Option<&'static Shape>,
    ) -> Option<()> {
        let has_booleans = kinds.iter().any(|kind| matches!(kind, 1 | 2));
        let is_other = shape.is_some_and(|shape| kinds.iter().any(|kind| !shape.is(*kind)));
        if length > self.left() || depth > DEEPEST || (length > 0 && (has_booleans || is_other)) {
            return None;
        }
        for _ in 0..length {
            for kind in kinds {
                self.value(*kind, depth + 1, shape)?;
            }
        }
        Some(())
    }
}

/// The metadata of a whole Parquet file, where there is any: before its length and the four letters at the end.
#[must_use]
pub fn metadata_of(file: &[u8]) -> Option<&[u8]> {
    let end = file.len().checked_sub(8)?;
    let length = u32::from_le_bytes(*file.get(end..)?.first_chunk()?);
    file.get(end.checked_sub(usize::try_from(length).ok()?)?..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_may_not_claim_more_than_there_is() {
        // Field 1 is an i32 of 2, field 2 a list of two i32, then the end.
        let sound = [0x15, 0x04, 0x19, 0x25, 0x02, 0x04, 0x00];
        assert_eq!(check(&sound), Ok(()));
        // Two booleans, which the decoder would not look for.
        assert_eq!(check(&[0x19, 0x21, 0x01, 0x01, 0x00]), Err(2));
        // A list of 2^28 booleans.
        let huge = [0x19, 0xF1, 0x80, 0x80, 0x80, 0x80, 0x01, 0x00];
        assert_eq!(check(&huge), Err(7));
        assert_eq!(check(&sound[..5]), Err(4), "two elements in one byte");
        assert_eq!(check(&[]), Err(0));
        // A map of a byte to a text of one letter.
        assert_eq!(check(&[0x1B, 0x01, 0x38, 0x07, 0x01, 0x61, 0x00]), Ok(()));
    }

    #[test]
    fn structs_in_structs_end_somewhere() {
        assert!(check(&[0x1C; 1000]).is_err());
        let mut four = vec![0x1C; 4];
        four.extend([0x00; 5]);
        assert_eq!(check(&four), Ok(()));
    }

    #[test]
    fn fields_of_metadata_have_their_types_and_nothing_follows_them() {
        // Version 2, no schema, 3 rows, no row groups.
        let sound = [0x15, 0x04, 0x19, 0x0C, 0x16, 0x06, 0x19, 0x0C, 0x00];
        assert_eq!(check_metadata(&sound), Ok(()));
        let mut longer = sound.to_vec();
        longer.push(0x00);
        assert_eq!(check_metadata(&longer), Err(9));
        // A version that is a list: the decoder would read its header as the number.
        assert_eq!(check_metadata(&[0x19, 0x0C, 0x00]), Err(1));
        assert_eq!(check(&[0x19, 0x0C, 0x00]), Ok(()), "no metadata, but sound");
        // Field -5, from which the next would count.
        assert_eq!(check_metadata(&[0x05, 0x09, 0x00, 0x00]), Err(2));
        // An element of the schema (field 2) whose type (its field 1) is a text.
        assert_eq!(
            check_metadata(&[0x29, 0x1C, 0x18, 0x00, 0x00, 0x00]),
            Err(3)
        );
        assert_eq!(
            check_metadata(&[0x29, 0x1C, 0x15, 0x00, 0x00, 0x00]),
            Ok(())
        );
    }
}
