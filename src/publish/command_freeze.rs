//! `straatbeeld freeze 'ADDRESS' --data DIR --out DIR`: a figure that stays as it is.

use super::folder::CATALOG;
use super::pages;
use crate::catalog::jsonld;
use crate::query::embed::{EmbedAddress, frozen_frame_code};
use clap::Args;
use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

/// Writes a figure that stays as it is, whatever is counted later
///
/// A page without a program, the drawing, the values and what they are, named by the hash of values and method: the
/// same figure has the same files, to the byte. Nothing is ever replaced or removed.
#[derive(Debug, Args)]
pub struct Freeze {
    /// An address of the app or of an embed, with `figure=` (day, week, directions, speeds, months, split)
    #[arg(value_name = "ADDRESS")]
    address: String,
    /// The published folder
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// Where the files go: a folder beside that of the data, such as `dist/frozen`, which publishing does not touch
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Where the app is, such as https://mobility.example.org/: then the code for another site is printed too
    #[arg(long, value_name = "URL", value_parser = pages::parse_site)]
    site: Option<String>,
}

impl Freeze {
    #[must_use]
    pub fn run(&self) -> ExitCode {
        match self.write() {
            Ok((paths, code)) => {
                for path in paths {
                    println!("{}", path.display());
                }
                if let Some(code) = code {
                    println!("\n{code}");
                }
                ExitCode::SUCCESS
            }
            Err(message) => {
                eprintln!("error: {message}");
                ExitCode::FAILURE
            }
        }
    }

    /// The files, and the code for another site where it is known where they will be.
    fn write(&self) -> Result<(Vec<PathBuf>, Option<String>), String> {
        let query = self.address.split_once('?');
        let query = query.map_or(self.address.as_str(), |(_, query)| query);
        let address = EmbedAddress::parse(query)
            .map_err(|what| format!("this address is not understood: {what}"))?;
        if let Some(plate) = address.plate {
            return Err(format!(
                "figure={} cannot be frozen: choose a chart (day, week, directions, speeds, months, split)",
                plate.name()
            ));
        }
        let path = self.data.join(CATALOG);
        let catalog = fs::read(&path)
            .map_err(|error| error.to_string())
            .and_then(|bytes| jsonld::decode(&bytes).map_err(|error| error.to_string()))
            .map_err(|cause| format!("{}: cannot be read: {cause}", path.display()))?;
        let frozen =
            pages::frozen::freeze(&self.data, &catalog.town, &address, self.site.as_deref())
                .map_err(|error| error.to_string())?;
        let out = &self.out;
        fs::create_dir_all(out).map_err(|error| format!("{}: {error}", out.display()))?;
        let mut paths = Vec::new();
        for (end, text) in &frozen.files {
            let path = out.join(format!("{}.{end}", frozen.name));
            // The same name is the same figure: what is there stays.
            if !path.exists() {
                fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
            }
            paths.push(path);
        }
        let code = self.site.as_ref().map(|site| {
            // The folder lies beside that of the data, as the help says.
            let folder = out.file_name().unwrap_or(OsStr::new("frozen"));
            let page = format!("{site}{}/{}.html", folder.to_string_lossy(), frozen.name);
            frozen_frame_code(&page, &frozen.title)
        });
        Ok((paths, code))
    }
}
