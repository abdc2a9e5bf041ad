//! Finding a street by what people type.
