//! What only the town file says of a counter's files: its zone, its site and the side of each lane.

use crate::domain::fold::slug;
use crate::domain::{Mode, SegmentId, Side, Zone};
use std::collections::BTreeMap;

/// What the town file declares for the files of a source.
#[derive(Clone, Copy, Debug)]
pub struct Declared<'t> {
    pub zone: Zone,
    /// The site, where the file does not name it or a better name is known.
    pub segment: Option<&'t str>,
    /// Sides by lane, channel or direction as the file calls it, or by a file's name without its ending.
    pub lanes: &'t BTreeMap<String, Side>,
    pub mode: Option<Mode>,
}

impl Declared<'_> {
    /// The segment of a file: the declared one, else what the file says, else the file's name.
    #[must_use]
    pub fn segment(&self, said: &str, file: &str) -> SegmentId {
        let said = said.trim();
        match self.segment {
            Some(declared) => SegmentId(declared.to_owned()),
            None if said.is_empty() => SegmentId(slug(stem(file))),
            None => SegmentId(said.to_owned()),
        }
    }

    /// The side of a lane; `usual` is what it is without a declaration.
    #[must_use]
    pub fn side(&self, lane: &str, usual: Option<Side>) -> Option<Side> {
        if self.lanes.is_empty() {
            return usual;
        }
        self.lanes
            .get(lane)
            .copied()
            .filter(|side| *side != Side::Both)
    }

    /// The side of all records of a file that is of one direction.
    #[must_use]
    pub fn side_of_file(&self, file: &str) -> Option<Side> {
        let side = self.lanes.get(stem(file)).copied();
        side.filter(|side| *side != Side::Both)
    }
}

/// A file's name without folder and ending.
#[must_use]
pub fn stem(file: &str) -> &str {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let name = name.strip_suffix(".gz").unwrap_or(name);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// The side in which a vehicle goes that drives against its lane.
#[must_use]
pub const fn opposite(side: Side) -> Side {
    match side {
        Side::Left => Side::Right,
        Side::Right => Side::Left,
        Side::Both => Side::Both,
    }
}
