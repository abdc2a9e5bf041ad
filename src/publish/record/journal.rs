//! The journal: snapshots one behind the other, each in a frame that shows whether it is whole.
//!
//! Frame: `SBJ1`, the payload's length (4 bytes, little-endian), the first 8 hexadecimal digits of its SHA-256, the payload (JSON).
//! A frame that was cut by a kill or a full disk is passed over: the next one is found by its mark.

use super::snapshot::Snapshot;
use crate::engine::sha256;

const MARK: &[u8; 4] = b"SBJ1";
const HEAD: usize = 16;
/// No snapshot is larger; a length beyond it is a broken frame.
const MOST_BYTES: usize = 256 << 20;

/// The frame of a snapshot.
#[must_use]
pub fn frame(snapshot: &Snapshot) -> Vec<u8> {
    let payload = serde_json::to_vec(snapshot).unwrap_or_default();
    let mut frame = Vec::with_capacity(payload.len() + HEAD);
    frame.extend_from_slice(MARK);
    let length = u32::try_from(payload.len()).unwrap_or(u32::MAX);
    frame.extend_from_slice(&length.to_le_bytes());
    frame.extend_from_slice(&check(&payload));
    frame.extend_from_slice(&payload);
    frame
}

/// The whole snapshots of a journal in order, and how many bytes belong to none.
#[must_use]
pub fn snapshots(journal: &[u8]) -> (Vec<Snapshot>, usize) {
    let mut found = Vec::new();
    let mut lost = 0;
    let mut at = 0;
    while let Some(rest) = journal.get(at..).filter(|rest| !rest.is_empty()) {
        if let Some((snapshot, length)) = first(rest) {
            found.push(snapshot);
            at += length;
        } else {
            let next = rest.iter().skip(1).zip(1..);
            let mut marks = next.filter(|(byte, _)| **byte == MARK[0]);
            let skip = marks
                .find(|(_, i)| rest.get(*i..).is_some_and(|r| r.starts_with(MARK)))
                .map_or(rest.len(), |(_, i)| i);
            lost += skip;
            at += skip;
        }
    }
    (found, lost)
}

/// The snapshot at the beginning of some bytes, and the length of its frame.
fn first(bytes: &[u8]) -> Option<(Snapshot, usize)> {
    let head = bytes.get(..HEAD)?;
    if !head.starts_with(MARK) {
        return None;
    }
    let length = u32::from_le_bytes(*head.get(4..8)?.first_chunk()?);
    let length = usize::try_from(length).ok().filter(|n| *n <= MOST_BYTES)?;
    let payload = bytes.get(HEAD..HEAD + length)?;
    if head.get(8..16)? != check(payload) {
        return None;
    }
    Some((serde_json::from_slice(payload).ok()?, HEAD + length))
}

/// The first 8 hexadecimal digits of the digest.
fn check(payload: &[u8]) -> [u8; 8] {
    let digest = sha256(payload);
    digest.as_bytes().first_chunk().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::snapshot::Rows;
    use super::*;
    use crate::domain::Instant;

    #[test]
    fn whole_frames_are_found_around_broken_ones() {
        let snapshot = |n| Snapshot {
            fetched_at: Instant(n),
            last_updated: None,
            digest: format!("SBJ1 {n}"),
            rows: Rows::Stations(Vec::new()),
        };
        let frames: Vec<Vec<u8>> = (0..4).map(|n| frame(&snapshot(n))).collect();
        let all = frames.concat();
        assert_eq!(snapshots(&all).0.len(), 4);
        // Cut anywhere: all before are there, and the cut one is not.
        for end in 0..all.len() {
            let (found, lost) = snapshots(&all[..end]);
            let whole = end / frames[0].len();
            assert_eq!(found.len(), whole, "{end}");
            assert_eq!(lost, end - whole * frames[0].len());
        }
        // A part of one between whole ones: what a full disk leaves.
        for end in 0..frames[1].len() {
            let torn = [
                frames[0].as_slice(),
                &frames[1][..end],
                &frames[2],
                &frames[3],
            ]
            .concat();
            let times: Vec<i64> = snapshots(&torn).0.iter().map(|s| s.fetched_at.0).collect();
            assert_eq!(times, [0, 2, 3], "{end}");
        }
        // A bit that fell over.
        for at in 0..frames[0].len() {
            let mut broken = all.clone();
            broken[at] ^= 4;
            let times: Vec<i64> = snapshots(&broken)
                .0
                .iter()
                .map(|s| s.fetched_at.0)
                .collect();
            assert_eq!(times, [1, 2, 3], "{at}");
        }
    }
}
