//! Reads sources of shared mobility: GBFS files and recordings of one system, or files of trips.

use super::assemble::{Progress, within};
use super::outcome::SourceOutcome;
use super::shared::{Content, SharedSource};
use super::sources::{Failure, members_of};
use super::town_file::{Format, Source};
use crate::domain::shared::{Station, Trip};
use crate::domain::{Instant, Names, SegmentId};
use crate::read::pieces::Piece;
use crate::read::recorded::{Recording, read_json, read_parquet};
use crate::read::trips::{Vehicles, read_citylab, read_csv};
use crate::read::{Place, ReadError, ReadReport};
use std::path::{Path, PathBuf};

pub const TWICE: &str = "the same trip again";

/// What a source gave, and what became of its rows. Nothing where no file could be read.
pub fn read(
    source: &Source,
    files: &[PathBuf],
    root: &Path,
    progress: &mut dyn Progress,
) -> (Option<SharedSource>, SourceOutcome) {
    let mut outcome = SourceOutcome::new(&source.id);
    let mut recording = Recording::default();
    let mut trips = Vec::new();
    let mut vehicles = Vehicles::default();
    for path in files {
        progress.file(path);
        let before = trips.len();
        let read = members_of(path).and_then(|members| {
            let mut reports = Vec::new();
            for (shown, bytes) in &members {
                let read = match source.format {
                    Format::TripsCsv | Format::TripsCitylab => {
                        let found = if source.format == Format::TripsCsv {
                            let columns = &source.trip_columns;
                            read_csv(shown, bytes, columns, source.zone, &mut vehicles)
                        } else {
                            read_citylab(shown, bytes, &mut vehicles)
                        };
                        found.map(|found| {
                            trips.extend(found.trips);
                            found.report
                        })
                    }
                    _ => recorded(shown, bytes, &mut recording),
                };
                reports.push(read.map_err(|error| Failure::of(&error))?);
            }
            Ok(reports)
        });
        match read {
            Ok(reports) => {
                outcome.files += 1;
                for report in &reports {
                    outcome.report.absorb(report);
                }
            }
            Err(failure) => {
                // Of an archive all members or none.
                trips.truncate(before);
                outcome.failures.push((within(root, path), failure));
            }
        }
    }
    if outcome.files == 0 {
        return (None, outcome);
    }
    let content = if source.format == Format::GbfsRecording {
        outcome.report.file.clone_from(&source.id);
        Content::Recorded(Box::new(recording.finish(&mut outcome.report)))
    } else {
        Content::Trips(once(trips, &source.id, &mut outcome.report))
    };
    let found = SharedSource {
        dataset: source.id.clone(),
        operator: operator(source),
        content,
    };
    (Some(found), outcome)
}

/// Files of days overlap: the same trip of the same vehicle is one.
fn once(mut trips: Vec<Trip>, id: &str, report: &mut ReadReport) -> Vec<Trip> {
    let all = trips.len();
    trips.sort_by_key(|trip| (trip.vehicle, trip.start, trip.end));
    trips.dedup_by(|a, b| a.vehicle.is_some() && a == b);
    for _ in trips.len()..all {
        report.withdraw(TWICE, id, Place::File);
    }
    trips
}

/// A recording is Parquet or Arrow by its first bytes, else GBFS as JSON.
fn recorded(shown: &str, bytes: &[u8], recording: &mut Recording) -> Result<ReadReport, ReadError> {
    let is_json = bytes
        .iter()
        .find(|byte| !byte.is_ascii_whitespace() && !b"\xef\xbb\xbf".contains(byte));
    if is_json == Some(&b'{') {
        read_json(shown, bytes, recording)
    } else {
        read_parquet(shown, bytes, recording)
    }
}

/// A file of trips does not say who runs the vehicles: the publisher does, unless the town file says it.
fn operator(source: &Source) -> Names {
    let is_silent = source.operator.by_language.is_empty();
    if is_silent && source.format != Format::GbfsRecording {
        let publisher = ("und".to_owned(), source.publisher.clone());
        return Names {
            by_language: [publisher].into(),
            aliases: Vec::new(),
        };
    }
    source.operator.clone()
}

/// The stations as places of the town, called as the operator calls them: points and no streets.
pub fn places(source: &SharedSource, municipality: &str) -> Vec<Piece> {
    let Content::Recorded(recorded) = &source.content else {
        return Vec::new();
    };
    let stations = recorded.stations.iter();
    let piece = |station: &Station| Piece {
        names: station.names.clone(),
        municipality: municipality.to_owned(),
        lines: vec![vec![station.at]],
        ..Piece::new(SegmentId(format!("{}-{}", source.dataset, station.id.0)))
    };
    stations.map(piece).collect()
}

/// The first and the last instant of which a source tells.
pub fn extent(source: &SharedSource) -> Vec<Instant> {
    match &source.content {
        Content::Recorded(recorded) => {
            let stations = recorded.series.as_ref().map(|s| &s.polls);
            let vehicles = recorded.vehicles.as_ref().map(|v| &v.polls);
            let polls = stations.into_iter().chain(vehicles);
            polls
                .flat_map(|polls| polls.first().into_iter().chain(polls.last()))
                .copied()
                .collect()
        }
        Content::Trips(trips) => {
            let starts = || trips.iter().map(|trip| trip.start);
            starts().min().into_iter().chain(starts().max()).collect()
        }
    }
}
