//! `chart` layer, see docs/ARCHITECTURE.md.
