//! `read` layer, see docs/ARCHITECTURE.md.
