//! Why a build failed, and what to do about it.

use std::{io, path::PathBuf};

/// Each message says what was attempted, what happened and what helps.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    #[error("{attempt} failed: `{command}` {outcome}\n{output}\nTry: {remedy}")]
    Command {
        /// What the step is for, as “Downloading packages”.
        attempt: String,
        command: String,
        /// As “ended with exit status: 100”.
        outcome: String,
        /// The end of what it wrote to standard error.
        output: String,
        remedy: String,
    },
    #[error("{attempt} failed: there is no program `{program}`\nTry: {remedy}")]
    NoProgram { attempt: String, program: String, remedy: String },
    #[error("{attempt} failed: {path}: {source}")]
    Io {
        attempt: String,
        path: PathBuf,
        #[source]
        source: io::Error,
    },
    #[error(
        "no file `{wanted}` in the downloaded packages: this release of Debian packs it elsewhere\nTry: build on \
         Debian 12, or report this with the release's name"
    )]
    NotInPackages { wanted: String },
    #[error("{attempt} failed: {reason}\nTry: {remedy}")]
    Refused { attempt: String, reason: String, remedy: String },
}

pub(crate) type Result<T> = std::result::Result<T, BuildError>;

/// Gives an IO error its place: `fs::read(&p).at("Reading the kernel", &p)`.
pub(crate) trait At<T> {
    fn at(self, attempt: &str, path: impl Into<PathBuf>) -> Result<T>;
}

impl<T> At<T> for io::Result<T> {
    fn at(self, attempt: &str, path: impl Into<PathBuf>) -> Result<T> {
        self.map_err(|source| BuildError::Io { attempt: attempt.to_owned(), path: path.into(), source })
    }
}
