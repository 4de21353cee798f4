//! A file that takes the place of another one once it is complete.

use std::fs::{Metadata, OpenOptions, Permissions};
use std::io;
use std::path::{Path, PathBuf};

use tokio::fs::File;
use tokio::io::AsyncWriteExt as _;

use crate::random;

/// A temporary file, removed unless it is renamed.
pub(super) struct TemporaryFile {
    file: File,
    path: PathBuf,
    target: PathBuf,
    renamed: bool,
}

impl TemporaryFile {
    /// Creates a file beside `target`, since a rename works within one file system only. The file
    /// that a link leads to is replaced, not the link.
    pub(super) fn create(target: &Path) -> io::Result<Self> {
        let (target, replaced) = match target.canonicalize() {
            Ok(file) => {
                let metadata = file.metadata()?;
                (file, Some(metadata))
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                // The target of a dangling link is relative to the link's folder.
                let linked = target.read_link().map(|file| target.with_file_name(file));
                (linked.unwrap_or_else(|_| target.to_owned()), None)
            }
            Err(error) => return Err(error),
        };
        // A device or a pipe cannot be replaced by a file.
        if let Some(metadata) = &replaced
            && !metadata.is_file()
        {
            let kind = if metadata.is_dir() {
                io::ErrorKind::IsADirectory
            } else {
                io::ErrorKind::InvalidInput
            };
            return Err(kind.into());
        }
        if target.file_name().is_none() {
            return Err(io::ErrorKind::InvalidFilename.into());
        }
        // The target's name may already have the maximum length.
        let path = target.with_file_name(format!(".comm100-{:016x}.part", random::bits()));
        // At once: a future that is dropped while another thread creates the file would leave it.
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        if replaced.is_some() {
            for_owner(&mut options);
        }
        let file = options.open(&path)?;
        let created = Self {
            file: File::from_std(file),
            path,
            target,
            renamed: false,
        };
        // Keeps the permissions of the replaced file.
        if let Some(metadata) = replaced {
            std::fs::set_permissions(&created.path, permissions(&metadata))?;
        }
        Ok(created)
    }

    pub(super) async fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes).await
    }

    /// Writes what is buffered, and renames.
    pub(super) async fn rename(mut self) -> io::Result<()> {
        self.file.flush().await?;
        self.file.sync_all().await?;
        // The system removes a replaced file once nothing has it open, which takes long for a large one.
        #[cfg(unix)]
        let replaced = File::open(&self.target).await;
        // At once: a future that is dropped while another thread renames would replace the file after that.
        std::fs::rename(&self.path, &self.target)?;
        self.renamed = true;
        #[cfg(unix)]
        tokio::task::spawn_blocking(move || drop(replaced));
        Ok(())
    }
}

/// Restricts the file to its owner until its permissions are set.
#[cfg(unix)]
fn for_owner(options: &mut OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt as _;
    options.mode(0o600);
}

#[cfg(not(unix))]
fn for_owner(_: &mut OpenOptions) {}

/// Returns the permissions of a file without the set-user-ID, set-group-ID and sticky bits.
#[cfg(unix)]
fn permissions(metadata: &Metadata) -> Permissions {
    use std::os::unix::fs::PermissionsExt as _;
    Permissions::from_mode(metadata.permissions().mode() & 0o777)
}

#[cfg(not(unix))]
fn permissions(metadata: &Metadata) -> Permissions {
    metadata.permissions()
}

impl Drop for TemporaryFile {
    fn drop(&mut self) {
        if !self.renamed {
            // A failure to remove it cannot be reported to anyone.
            let _ = std::fs::remove_file(&self.path);
        }
    }
}
