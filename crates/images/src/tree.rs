//! A file tree in memory: what will be in an image, with owners and modes that the builder need not have.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use crate::{
    command::{EPOCH, Tool},
    elf,
    error::{At, BuildError, Result},
    packages::Unpacked,
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Node {
    Directory,
    File(Content),
    Symlink(String),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Content {
    Bytes(Vec<u8>),
    /// A file on this machine.
    At(PathBuf),
}

impl Content {
    pub(crate) fn read(&self) -> Result<Vec<u8>> {
        match self {
            Self::Bytes(bytes) => Ok(bytes.clone()),
            Self::At(path) => fs::read(path).at("Reading a file of the packages", path),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Permission bits only.
    pub(crate) mode: u32,
    pub(crate) uid: u32,
    pub(crate) gid: u32,
    /// When it was last changed, in seconds since 1970; the same for all where nothing is said.
    pub(crate) modified: u32,
    /// Extended attributes: name, as `security.capability`, and value.
    pub(crate) attributes: Vec<(String, Vec<u8>)>,
    pub(crate) node: Node,
}

impl Entry {
    fn new(mode: u32, node: Node) -> Self {
        Self { mode, uid: 0, gid: 0, modified: EPOCH, attributes: Vec::new(), node }
    }
}

/// Paths are relative to the root, without a leading slash. Parents come before children in the map's order.
#[derive(Default)]
pub(crate) struct Tree {
    entries: BTreeMap<String, Entry>,
    /// Where directories of old were merged to: prefixes and what they became.
    merged: &'static [(&'static str, &'static str)],
}

impl Tree {
    /// A tree in which the given directories are links to others: what is put in one lands in the other, as it would
    /// on the running system.
    pub(crate) fn with_merged(merged: &'static [(&'static str, &'static str)]) -> Self {
        let mut tree = Self { merged, ..Self::default() };
        for (from, to) in merged {
            tree.directory(to, 0o755);
            let up = "../".repeat(from.matches('/').count());
            let link = Entry::new(0o777, Node::Symlink(format!("{up}{to}")));
            tree.entries.insert((*from).to_owned(), link);
        }
        tree
    }

    pub(crate) fn entries(&self) -> impl Iterator<Item = (&str, &Entry)> {
        self.entries.iter().map(|(path, entry)| (path.as_str(), entry))
    }

    pub(crate) fn contains(&self, path: &str) -> bool {
        self.entries.contains_key(&self.resolve(path))
    }

    fn resolve(&self, path: &str) -> String {
        let path = path.trim_start_matches('/');
        for (from, to) in self.merged {
            if let Some(rest) = path.strip_prefix(from).and_then(|rest| rest.strip_prefix('/')) {
                return format!("{to}/{rest}");
            }
        }
        path.to_owned()
    }

    pub(crate) fn get(&self, path: &str) -> Option<&Entry> {
        self.entries.get(&self.resolve(path))
    }

    /// Takes a file, a link, or a directory with all that is in it away; nothing happens where there is none.
    pub(crate) fn remove(&mut self, path: &str) {
        let path = self.resolve(path);
        let below = format!("{path}/");
        self.entries.retain(|entry, _| *entry != path && !entry.starts_with(&below));
    }

    /// Adds a file, directory or link with these permissions.
    pub(crate) fn put(&mut self, path: &str, mode: u32, node: Node) -> &mut Entry {
        let path = self.resolve(path);
        let parents: Vec<usize> = path.match_indices('/').map(|(index, _)| index).collect();
        for end in parents {
            let directory = Entry::new(0o755, Node::Directory);
            self.entries.entry(path[..end].to_owned()).or_insert(directory);
        }
        self.entries.insert(path.clone(), Entry::new(mode, node));
        self.entries.get_mut(&path).expect("just inserted")
    }

    pub(crate) fn directory(&mut self, path: &str, mode: u32) -> &mut Entry {
        self.put(path, mode, Node::Directory)
    }

    pub(crate) fn file(&mut self, path: &str, mode: u32, bytes: impl Into<Vec<u8>>) -> &mut Entry {
        self.put(path, mode, Node::File(Content::Bytes(bytes.into())))
    }

    pub(crate) fn copy(&mut self, path: &str, mode: u32, from: PathBuf) -> &mut Entry {
        self.put(path, mode, Node::File(Content::At(from)))
    }

    pub(crate) fn symlink(&mut self, path: &str, target: &str) {
        self.put(path, 0o777, Node::Symlink(target.to_owned()));
    }

    /// Adds a program of the packages at the path it has there, and the libraries it needs. `triplet` is Debian's name
    /// of the architecture's library directory, as `x86_64-linux-gnu`.
    pub(crate) fn program(&mut self, packages: &Unpacked, path: &str, mode: u32, triplet: &str) -> Result<()> {
        let from = packages.file(path)?;
        let bytes = fs::read(&from).at("Reading a program of the packages", &from)?;
        self.copy(path, mode, from);
        // Scripts need nothing that can be read off them.
        let Some(dynamic) = elf::dynamic(&bytes) else { return Ok(()) };
        if let Some(loader) = &dynamic.interpreter {
            let loader = loader.trim_start_matches('/');
            // In the packages it is a link to a name with a version: copied by content under the name programs have.
            let from = packages.file(loader)?;
            self.copy(loader, 0o755, from);
        }
        for library in &dynamic.needed {
            self.library(packages, library, &dynamic.run_path, triplet)?;
        }
        Ok(())
    }

    /// Adds a library by the name that programs ask for.
    fn library(&mut self, packages: &Unpacked, name: &str, run_path: &[String], triplet: &str) -> Result<()> {
        // The loader is there already, as the programs' interpreter.
        if name.starts_with("ld-linux") {
            return Ok(());
        }
        let directories = run_path.iter().map(|path| path.trim_start_matches('/').to_owned()).chain([
            format!("lib/{triplet}"),
            "lib".to_owned(),
            "lib64".to_owned(),
        ]);
        let path = directories
            .filter_map(|directory| packages.find(&format!("{directory}/{name}")))
            .next()
            .ok_or_else(|| BuildError::NotInPackages { wanted: name.to_owned() })?;
        if self.contains(&path) {
            return Ok(());
        }
        self.program(packages, &path, 0o644, triplet)
    }
}

/// A file as it is after decompression, when its name says that it is compressed.
pub(crate) fn read_decompressed(path: &Path) -> Result<Vec<u8>> {
    let attempt = "Reading a file of the packages";
    let decompressor = match path.extension().and_then(|extension| extension.to_str()) {
        Some("xz") => "xz",
        Some("zst") => "zstd",
        Some("gz") => "gzip",
        _ => return fs::read(path).at(attempt, path),
    };
    Ok(Tool::new(attempt, decompressor).args(["-d", "-c"]).arg(path).run()?.output)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_below_a_removed_directory_goes_with_it() {
        let mut tree = Tree::default();
        tree.file("var/cache/a", 0o644, "a");
        tree.file("var/cached", 0o644, "b");
        tree.remove("/var/cache");
        assert!(tree.get("var/cache/a").is_none() && !tree.contains("var/cache") && tree.contains("var/cached"));
    }

    #[test]
    fn parents_appear_by_themselves_and_merged_directories_are_followed() {
        let mut tree = Tree::with_merged(&[("bin", "usr/bin"), ("usr/sbin", "usr/bin")]);
        tree.file("bin/sh", 0o755, "x");
        tree.file("/usr/sbin/init", 0o755, "y").uid = 7;
        let shown: Vec<String> = tree
            .entries()
            .map(|(path, entry)| match &entry.node {
                Node::Symlink(to) => format!("{path} -> {to}"),
                _ => format!("{path} {:o} {}", entry.mode, entry.uid),
            })
            .collect();
        assert_eq!(
            shown,
            [
                "bin -> usr/bin",
                "usr 755 0",
                "usr/bin 755 0",
                "usr/bin/init 755 7",
                "usr/bin/sh 755 0",
                "usr/sbin -> ../usr/bin"
            ]
        );
        assert!(tree.contains("bin/sh") && tree.contains("usr/bin/sh"));
    }
}
