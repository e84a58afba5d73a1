//! A local apt repository of the packages in the cache, for tools that install from one.

use std::{
    fmt::Write,
    fs::{self, File},
    os::unix::fs::{FileExt, symlink},
    path::Path,
    sync::Mutex,
};

use sha2::{Digest, Sha256};

use crate::{
    command::Tool,
    error::{At, Result},
    packages::Cached,
};

const ATTEMPT: &str = "Listing the packages to install";

/// What apt is told of it.
pub(crate) struct Repository {
    /// The line of an apt source list.
    pub(crate) source: String,
    /// When the newest of its packages was made, in seconds since 1970. No file in them is newer.
    pub(crate) newest: u32,
}

/// Makes the repository in an empty directory: links to the packages, and an index.
pub(crate) fn make(packages: &Cached, directory: &Path) -> Result<Repository> {
    let left = Mutex::new(packages.files());
    let worker = || {
        let mut done = Vec::new();
        loop {
            let Some(file) = left.lock().expect("no worker panics").next() else { return Ok(done) };
            let name = file.file_name().expect("a package has a name").to_string_lossy().into_owned();
            let link = directory.join(&name);
            symlink(&file, &link).at(ATTEMPT, &link)?;
            done.push((name.clone(), paragraph(&file, &name)?, made(&file)?));
        }
    };
    let mut paragraphs = std::thread::scope(|scope| {
        let workers = std::thread::available_parallelism().map_or(1, usize::from).min(8);
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(worker)).collect();
        let parts = workers.into_iter().map(|worker| worker.join().expect("no worker panics"));
        parts.collect::<Result<Vec<_>>>().map(|parts| parts.into_iter().flatten().collect::<Vec<_>>())
    })?;
    paragraphs.sort();
    let newest = paragraphs.iter().map(|(_, _, made)| *made).max().unwrap_or_default();
    let index: String = paragraphs.into_iter().map(|(_, paragraph, _)| paragraph).collect();
    let path = directory.join("Packages");
    fs::write(&path, index).at(ATTEMPT, &path)?;
    // Copied and not read in place, which would ask for the directory inside of the new system.
    Ok(Repository { source: format!("deb [trusted=yes] copy:{} ./", directory.display()), newest })
}

/// A package's own description, and where it is.
fn paragraph(file: &Path, name: &str) -> Result<String> {
    let said = Tool::new(ATTEMPT, "dpkg-deb").arg("--field").arg(file).run()?;
    let mut text = String::from_utf8_lossy(&said.output).trim_end().to_owned();
    let bytes = fs::read(file).at(ATTEMPT, file)?;
    let sum = hex::encode(Sha256::digest(&bytes));
    write!(text, "\nFilename: ./{name}\nSize: {}\nSHA256: {sum}\n\n", bytes.len()).expect("strings take all text");
    Ok(text)
}

/// When a package was made: the time of its first member, which is that of its last change.
fn made(file: &Path) -> Result<u32> {
    // An `ar` archive: eight bytes that say so, then a member's name of 16 and its time of 12.
    let mut time = [0; 12];
    File::open(file).and_then(|file| file.read_exact_at(&mut time, 8 + 16)).at(ATTEMPT, file)?;
    let text = str::from_utf8(&time).ok().and_then(|text| text.trim().parse().ok());
    text.ok_or_else(|| std::io::ErrorKind::InvalidData.into()).at(ATTEMPT, file)
}
