//! Decoders of other crates, which panic on some malformed files: a panic inside
//! one becomes an error of that file. It needs unwinding, as the native programs have it.

use super::error::ReadError;
use super::place::Place;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs a decoder over a file that is expected to be `expected`. Nothing of a
/// reader that panicked is used afterwards.
pub fn decode<T>(
    file: &str,
    expected: &str,
    decoder: impl FnOnce() -> Result<T, ReadError>,
) -> Result<T, ReadError> {
    catch_unwind(AssertUnwindSafe(decoder)).unwrap_or_else(|panic| {
        let said = panic
            .downcast_ref::<String>()
            .map(String::as_str)
            .or_else(|| panic.downcast_ref::<&str>().copied())
            .unwrap_or("no reason given");
        let found = format!("contents that contradict one another ({said})");
        Err(ReadError::malformed(file, Place::File, found, expected))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_of_a_decoder_is_an_error_of_its_file() {
        let error = decode::<()>("a.parquet", "Parquet", || panic!("no such page")).unwrap_err();
        assert_eq!(
            error.to_string(),
            "a.parquet: contents that contradict one another (no such page); expected Parquet"
        );
        assert_eq!(decode("a.parquet", "Parquet", || Ok(1)), Ok(1));
    }
}
