//! The file of departments.

use std::{fs, path::Path};

use serde::Deserialize;

use comm100_programs::Outcome;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    department: Vec<Wanted>,
}

/// A department as it should be.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wanted {
    pub(crate) name: String,
    /// Left unchanged if absent.
    pub(crate) description: Option<String>,
    /// The email addresses of all members. Left unchanged if absent.
    pub(crate) members: Option<Vec<String>>,
}

/// Reads the file. A duplicate name is an error.
pub(crate) fn read(path: &Path) -> Outcome<Vec<Wanted>> {
    let shown = path.display();
    let text = fs::read_to_string(path).map_err(|error| format!("cannot read {shown}: {error}"))?;
    let File { department: wanted } =
        basic_toml::from_str(&text).map_err(|error| format!("{shown}: {error}"))?;
    for (index, department) in wanted.iter().enumerate() {
        let name = department.name.to_lowercase();
        if wanted[..index]
            .iter()
            .any(|other| other.name.to_lowercase() == name)
        {
            return Err(format!(
                "{shown} contains the department {:?} twice",
                department.name
            )
            .into());
        }
    }
    Ok(wanted)
}
