//! Counts in the published layout, written again as `publish` writes its own: one file for a dataset, in which each
//! street has its own range and each year a part of that. One segment is in memory at a time.

use super::counts_columns::Columns;
use super::counts_file::{CountsWriter, GROUP_ROWS, packed_like};
use super::folder::WriteError;
use super::parts;
use super::ready_counts::{self, ReadyFile};
use super::ready_summary::{Counted, by_segment, table};
use crate::domain::Zone;
use crate::read::workers::Alone;
use crate::table::CountTable;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::BufWriter;
use std::path::Path;

/// The files of all datasets, those that are to be rewritten in their new form, at their place under `out`.
pub fn rewritten(
    out: &Path,
    files: &[ReadyFile],
    zone: Zone,
    progress: &mut dyn FnMut(&str),
) -> Result<Vec<ReadyFile>, WriteError> {
    let (again, as_they_are): (Vec<&ReadyFile>, Vec<&ReadyFile>) =
        files.iter().partition(|file| file.rewrite);
    let mut datasets: BTreeMap<&str, Vec<&ReadyFile>> = BTreeMap::new();
    for file in again {
        datasets.entry(&file.dataset).or_default().push(file);
    }
    let mut all: Vec<ReadyFile> = as_they_are.into_iter().cloned().collect();
    for files in datasets.into_values() {
        all.extend(dataset(out, &files, zone, progress)?);
    }
    Ok(all)
}

fn dataset(
    out: &Path,
    files: &[&ReadyFile],
    zone: Zone,
    progress: &mut dyn FnMut(&str),
) -> Result<Option<ReadyFile>, WriteError> {
    let Some(first) = files.first() else {
        return Ok(None);
    };
    let path = format!("counts/{0}/{0}.parquet", first.dataset);
    let target = out.join(&path);
    // Under another name until it is whole: the file that is there may be one of the sources.
    let part = target.with_extension("part");
    let io = |cause| WriteError::Io {
        path: target.clone(),
        cause,
    };
    if let Some(folder) = target.parent() {
        fs::create_dir_all(folder).map_err(io)?;
    }
    let counted = by_segment(files.iter().copied());
    write(&part, &counted, zone, progress)?;
    fs::rename(&part, &target).map_err(io)?;
    let file = File::open(&target).map_err(io)?;
    let (bytes, sha256) = ready_counts::hash(&file).map_err(io)?;
    let segments = parts::parts(&first.dataset, &path, file, &Alone)?;
    Ok(Some(ReadyFile {
        dataset: first.dataset.clone(),
        source: target,
        path,
        bytes,
        sha256,
        rows: segments.iter().map(|segment| segment.rows).sum(),
        segments,
        site: first.site.clone(),
        rewrite: false,
    }))
}

/// What the columns hold is known only when all segments were seen, so they are read twice.
fn write(
    path: &Path,
    counted: &BTreeMap<(&str, &str), Counted<'_>>,
    zone: Zone,
    progress: &mut dyn FnMut(&str),
) -> Result<(), WriteError> {
    let mut columns = Columns::default();
    for ((_, segment), files) in counted {
        progress(&format!("columns of {segment}"));
        columns = columns.with(&Columns::of(&table(segment, files)?));
    }
    // Packed as the longest count packs best.
    let rows = |files: &Counted<'_>| files.iter().map(|(_, parts)| parts.rows).sum::<u64>();
    if let Some(((_, segment), files)) = counted.iter().max_by_key(|(_, files)| rows(files)) {
        columns = packed_like(columns, &table(segment, files)?, zone);
    }
    let file = File::create(path).map_err(|cause| WriteError::Io {
        path: path.to_owned(),
        cause,
    })?;
    let mut writer = CountsWriter::new(path, BufWriter::new(file), &columns, zone)?;
    // Short counts share a row group.
    let mut short = CountTable::new();
    for ((_, segment), files) in counted {
        progress(&format!("counts of {segment}"));
        let table = table(segment, files)?;
        let is_short = table.len() < GROUP_ROWS;
        if is_short {
            for row in (0..table.len()).filter_map(|row| table.row(row)) {
                short.push(&row);
            }
        }
        if !is_short || short.len() >= GROUP_ROWS {
            writer.write(&std::mem::take(&mut short))?;
        }
        if !is_short {
            writer.write(&table)?;
        }
    }
    writer.write(&short)?;
    let file = writer.finish()?.into_inner();
    file.map_err(|cause| WriteError::Io {
        path: path.to_owned(),
        cause: cause.into_error(),
    })?;
    Ok(())
}
