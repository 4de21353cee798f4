//! The interface as a file that a reviewer can read.

use std::{collections::BTreeSet, fs, io, path::Path};

use public_api::PublicItem;

/// Returns the differences between the interface and the file. With `write` the file is written and
/// there are none.
pub(crate) fn faults(
    interface: &[PublicItem],
    file: &Path,
    write: bool,
) -> io::Result<Vec<String>> {
    let told: Vec<String> = interface.iter().map(ToString::to_string).collect();
    if write {
        fs::write(file, told.join("\n") + "\n")?;
        return Ok(Vec::new());
    }
    let kept = fs::read_to_string(file)?;
    let kept: BTreeSet<&str> = kept.lines().collect();
    let told: BTreeSet<&str> = told.iter().map(String::as_str).collect();
    let gone = kept.difference(&told).map(|line| format!("- {line}"));
    let new = told.difference(&kept).map(|line| format!("+ {line}"));
    let mut faults: Vec<String> = gone.chain(new).collect();
    if !faults.is_empty() {
        faults.push(format!(
            "{} is another; if that is meant: `.ci/public-api --write`, and say it in CHANGELOG.md",
            file.display()
        ));
    }
    Ok(faults)
}
