//! Thrift's compact protocol, as far as Parquet's metadata use it. Every length is held against the bytes that are there.
//!
//! Source: the Thrift compact protocol specification.

/// Something, or the byte at which the bytes stop being sound.
pub type Sound<T> = Result<T, usize>;

/// Metadata of real files nest about six deep.
const DEEPEST: u32 = 32;

#[derive(Debug)]
pub struct Thrift<'b> {
    bytes: &'b [u8],
    at: usize,
    depth: u32,
}

impl<'b> Thrift<'b> {
    pub fn new(bytes: &'b [u8]) -> Self {
        Self {
            bytes,
            at: 0,
            depth: 0,
        }
    }

    /// How many bytes were read.
    pub fn at(&self) -> usize {
        self.at
    }

    fn byte(&mut self) -> Sound<u8> {
        let byte = *self.bytes.get(self.at).ok_or(self.at)?;
        self.at += 1;
        Ok(byte)
    }

    fn varint(&mut self) -> Sound<u64> {
        let mut value = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        Err(self.at)
    }

    fn zigzag(&mut self) -> Sound<i64> {
        let value = self.varint()?;
        Ok((value >> 1).cast_signed() ^ -((value & 1).cast_signed()))
    }

    /// The value of a field, or an element, that holds a whole number.
    pub fn whole(&mut self, kind: u8) -> Sound<i64> {
        match kind {
            3 => Ok(i64::from(self.byte()?.cast_signed())),
            4..=6 => self.zigzag(),
            _ => Err(self.at),
        }
    }

    /// A whole number that cannot be negative: a length, a count, a place.
    pub fn count(&mut self, kind: u8) -> Sound<u64> {
        let at = self.at;
        u64::try_from(self.whole(kind)?).map_err(|_| at)
    }

    pub fn binary(&mut self, kind: u8) -> Sound<&'b [u8]> {
        if kind != 8 {
            return Err(self.at);
        }
        let length = usize::try_from(self.varint()?).map_err(|_| self.at)?;
        let end = self.at.checked_add(length).ok_or(self.at)?;
        let bytes = self.bytes.get(self.at..end).ok_or(self.at)?;
        self.at = end;
        Ok(bytes)
    }

    /// The kind of a list's elements, and how many follow: each takes a byte at least.
    pub fn list(&mut self, kind: u8) -> Sound<(u8, usize)> {
        if kind != 9 && kind != 10 {
            return Err(self.at);
        }
        let header = self.byte()?;
        let length = match header >> 4 {
            15 => usize::try_from(self.varint()?).map_err(|_| self.at)?,
            short => usize::from(short),
        };
        if length > self.bytes.len() - self.at {
            return Err(self.at);
        }
        Ok((header & 0x0f, length))
    }

    /// A truth among the elements of a list, where it takes a byte.
    pub fn element_truth(&mut self) -> Sound<bool> {
        Ok(self.byte()? == 1)
    }

    /// Walks over the fields of a struct. `each` gets number and kind of a field and says whether it took the value.
    pub fn structure(
        &mut self,
        mut each: impl FnMut(&mut Self, u64, u8) -> Sound<bool>,
    ) -> Sound<()> {
        if self.depth > DEEPEST {
            return Err(self.at);
        }
        self.depth += 1;
        let mut field = 0_u64;
        loop {
            let header = self.byte()?;
            let kind = header & 0x0f;
            if kind == 0 {
                self.depth -= 1;
                return Ok(());
            }
            field = match header >> 4 {
                0 => u64::try_from(self.zigzag()?).map_err(|_| self.at)?,
                step => field + u64::from(step),
            };
            if !each(self, field, kind)? {
                self.skip(kind, false)?;
            }
        }
    }

    fn skip(&mut self, kind: u8, is_element: bool) -> Sound<()> {
        match kind {
            // In a field the kind says true or false; there is nothing after it.
            1 | 2 if !is_element => Ok(()),
            1..=3 => self.byte().map(|_| ()),
            4..=6 => self.varint().map(|_| ()),
            7 => self.jump(8),
            8 => self.binary(8).map(|_| ()),
            9 | 10 => {
                let (kind, length) = self.list(kind)?;
                self.deeper(|walk| (0..length).try_for_each(|_| walk.skip(kind, true)))
            }
            11 => {
                let length = usize::try_from(self.varint()?).map_err(|_| self.at)?;
                if length == 0 {
                    return Ok(());
                }
                let kinds = self.byte()?;
                if length > self.bytes.len() - self.at {
                    return Err(self.at);
                }
                self.deeper(|walk| {
                    (0..length).try_for_each(|_| {
                        walk.skip(kinds >> 4, true)?;
                        walk.skip(kinds & 0x0f, true)
                    })
                })
            }
            12 => self.structure(|_, _, _| Ok(false)),
            _ => Err(self.at),
        }
    }

    fn deeper(&mut self, walk: impl FnOnce(&mut Self) -> Sound<()>) -> Sound<()> {
        if self.depth > DEEPEST {
            return Err(self.at);
        }
        self.depth += 1;
        walk(self)?;
        self.depth -= 1;
        Ok(())
    }

    fn jump(&mut self, count: usize) -> Sound<()> {
        if count > self.bytes.len() - self.at {
            return Err(self.at);
        }
        self.at += count;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walk(bytes: &[u8]) -> Sound<()> {
        Thrift::new(bytes).structure(|_, _, _| Ok(false))
    }

    #[test]
    fn a_list_may_not_claim_more_than_there_is() {
        // Field 1 is an i32 of 2, field 2 a list of two i32, then the end.
        let sound = [0x15, 0x04, 0x19, 0x25, 0x02, 0x04, 0x00];
        assert_eq!(walk(&sound), Ok(()));
        assert_eq!(
            walk(&[0x19, 0xF5, 0x80, 0x80, 0x80, 0x80, 0x01, 0x00]),
            Err(7)
        );
        assert_eq!(walk(&sound[..5]), Err(4));
        assert_eq!(walk(&[]), Err(0));
        assert_eq!(walk(&[0x1B, 0x01, 0x38, 0x07, 0x01, 0x61, 0x00]), Ok(()));
    }

    #[test]
    fn structs_in_structs_end_somewhere() {
        assert!(walk(&[0x1C; 1000]).is_err());
        assert!(walk(&[0x19; 1000]).is_err());
    }

    #[test]
    fn numbers_are_of_the_kind_that_is_asked() {
        let mut read = Thrift::new(&[0x03, 0x01]);
        assert_eq!(read.whole(5), Ok(-2));
        assert_eq!(read.count(6), Err(1), "minus one is no length");
        assert_eq!(Thrift::new(&[0x03]).whole(12), Err(0));
    }
}
