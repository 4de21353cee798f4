//! The file that says which departments there should be.

use std::{fs, path::Path};

use serde::Deserialize;

use crate::shared::Outcome;

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
    /// Left as it is if the file does not say.
    pub(crate) description: Option<String>,
    /// The email addresses of all members; left as they are if the file does not say.
    pub(crate) members: Option<Vec<String>>,
}

/// Reads the file; a name that it has twice is a mistake.
pub(crate) fn read(path: &Path) -> Outcome<Vec<Wanted>> {
    let shown = path.display();
    let text =
        fs::read_to_string(path).map_err(|error| format!("{shown} cannot be read: {error}"))?;
    let File { department: wanted } =
        basic_toml::from_str(&text).map_err(|error| format!("{shown}: {error}"))?;
    for (index, department) in wanted.iter().enumerate() {
        let name = department.name.to_lowercase();
        if wanted[..index]
            .iter()
            .any(|other| other.name.to_lowercase() == name)
        {
            return Err(format!("{shown} has the department {:?} twice", department.name).into());
        }
    }
    Ok(wanted)
}
