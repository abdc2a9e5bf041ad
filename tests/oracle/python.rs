//! Finds the Python that recomputes our numbers.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The Python that `variable` names, else that of `build/venv`, if it has `module`; why not, otherwise.
pub fn python_with(module: &str, variable: &str) -> Result<PathBuf, String> {
    let venv = Path::new(env!("CARGO_MANIFEST_DIR")).join("build/venv/bin/python");
    let python = std::env::var_os(variable)
        .map(PathBuf::from)
        .or_else(|| Some(venv).filter(|path| path.is_file()))
        .ok_or_else(|| format!("no {variable} and no build/venv"))?;
    let has_module = Command::new(&python)
        .args(["-c", &format!("import {module}")])
        .output()
        .is_ok_and(|output| output.status.success());
    if has_module {
        Ok(python)
    } else {
        Err(format!("{} has no {module}", python.display()))
    }
}
