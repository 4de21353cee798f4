//! A file that takes the place of another one once it is complete.

use std::fs::OpenOptions;
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::io;
use std::path::{Path, PathBuf};

use tokio::fs::File;
use tokio::io::AsyncWriteExt as _;

/// A temporary file, removed unless it is renamed.
pub(super) struct TemporaryFile {
    file: File,
    path: PathBuf,
    target: PathBuf,
    renamed: bool,
}

impl TemporaryFile {
    /// Creates a file beside `target`, since a rename works within one file system only.
    pub(super) fn create(target: &Path) -> io::Result<Self> {
        let Some(name) = target.file_name() else {
            return Err(io::ErrorKind::InvalidFilename.into());
        };
        let random = RandomState::new().build_hasher().finish();
        let mut temporary = std::ffi::OsString::from(".");
        temporary.push(name);
        temporary.push(format!(".{random:016x}.part"));
        let path = target.with_file_name(temporary);
        // At once: a future that is dropped while another thread creates the file would leave it.
        let file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&path)?;
        Ok(Self {
            file: File::from_std(file),
            path,
            target: target.to_owned(),
            renamed: false,
        })
    }

    pub(super) async fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes).await
    }

    /// Writes what is buffered, and renames.
    pub(super) async fn rename(mut self) -> io::Result<()> {
        self.file.flush().await?;
        self.file.sync_all().await?;
        tokio::fs::rename(&self.path, &self.target).await?;
        self.renamed = true;
        Ok(())
    }
}

impl Drop for TemporaryFile {
    fn drop(&mut self) {
        if !self.renamed {
            // A failure to remove it cannot be reported to anyone.
            let _ = std::fs::remove_file(&self.path);
        }
    }
}
