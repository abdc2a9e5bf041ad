//! `text` layer, see docs/ARCHITECTURE.md.
