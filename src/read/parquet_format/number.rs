//! Types that a column can be decoded to, and what of a file becomes which.

/// A number of a column: how it is stored without encoding, and what a whole number of a delta becomes.
pub trait Number: Copy + Default {
    /// Bytes that it takes in a file.
    const WIDTH: usize;
    /// Out of as many bytes; `None` where the number has no place in the type.
    fn stored(bytes: &[u8]) -> Option<Self>;
    fn whole(value: i64) -> Option<Self>;

    /// Appends those of bytes that hold nothing else, as far as each has a place in the type.
    fn append_stored(bytes: &[u8], into: &mut Vec<Self>) {
        // Room for one too many costs nothing.
        into.extend(bytes.chunks_exact(Self::WIDTH).map_while(Self::stored));
    }
}

/// Where each has a place, they are copied as they lie.
macro_rules! as_they_lie {
    ($width:literal) => {
        fn append_stored(bytes: &[u8], into: &mut Vec<Self>) {
            let (values, _) = bytes.as_chunks::<$width>();
            into.extend(values.iter().map(|value| Self::from_le_bytes(*value)));
        }
    };
}

macro_rules! whole_number {
    ($type:ty, $width:literal) => {
        impl Number for $type {
            const WIDTH: usize = $width;
            #[inline]
            fn stored(bytes: &[u8]) -> Option<Self> {
                bytes.try_into().ok().map(Self::from_le_bytes)
            }
            #[inline]
            #[allow(clippy::cast_possible_truncation)]
            fn whole(value: i64) -> Option<Self> {
                // Deltas wrap around by definition.
                Some(value as Self)
            }
            as_they_lie!($width);
        }
    };
}

macro_rules! fraction {
    ($type:ty, $width:literal) => {
        impl Number for $type {
            const WIDTH: usize = $width;
            #[inline]
            fn stored(bytes: &[u8]) -> Option<Self> {
                bytes.try_into().ok().map(Self::from_le_bytes)
            }
            fn whole(_: i64) -> Option<Self> {
                None
            }
            as_they_lie!($width);
        }
    };
}

whole_number!(i32, 4);
whole_number!(i64, 8);
fraction!(f32, 4);
fraction!(f64, 8);

/// Files store small numbers in four bytes.
impl Number for u16 {
    const WIDTH: usize = 4;
    #[inline]
    fn stored(bytes: &[u8]) -> Option<Self> {
        let value = u32::from_le_bytes(bytes.try_into().ok()?);
        Self::try_from(value).ok()
    }
    #[inline]
    fn whole(value: i64) -> Option<Self> {
        // Four bytes that wrap, as they are stored.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        Self::try_from(value as u32).ok()
    }
}
