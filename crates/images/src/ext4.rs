//! Writes a file tree as an ext4 file system, without root and without mounting anything.
//!
//! `mke2fs` makes an empty one and `debugfs` fills it from a script. `mke2fs -d` could copy a directory, but keeps the
//! builder's owners, times and the order that the builder's file system lists files in; the script has none of these.

use std::{
    fmt::Write,
    fs::{self, File},
    path::Path,
};

use crate::{
    command::{EPOCH, Tool},
    error::{At, Result},
    gpt::Guid,
    tree::{Content, Node, Tree},
};

pub(crate) struct Ext4<'a> {
    pub(crate) label: &'a str,
    pub(crate) id: Guid,
    pub(crate) bytes: u64,
    /// One inode for so many bytes: how many files fit.
    pub(crate) bytes_per_inode: u32,
}

impl Ext4<'_> {
    /// Makes `image`, which must not exist. `scratch` is an empty directory for content that is not in a file yet.
    pub(crate) fn write(&self, tree: &Tree, image: &Path, scratch: &Path) -> Result<()> {
        let attempt = "Making the root file system";
        let file = File::create(image).at(attempt, image)?;
        file.set_len(self.bytes).at(attempt, image)?;
        drop(file);
        // Inode tables are zero and said to be so, else the guest's kernel would write them all at its first boot.
        // Room for the group descriptors of 16 TiB is kept (24 MiB of 2 GiB), which is the most that 32 bit block
        // numbers name: growing never has to change the format.
        Tool::new(attempt, "mke2fs")
            .args(["-q", "-F", "-t", "ext4", "-b", "4096", "-I", "256", "-m", "1", "-J", "size=32"])
            .args(["-i", &self.bytes_per_inode.to_string()])
            .args([
                "-O",
                "^64bit,has_journal,extent,huge_file,flex_bg,metadata_csum,dir_nlink,extra_isize,resize_inode",
            ])
            .args([
                "-E",
                &format!(
                    "root_owner=0:0,resize=4294967295,lazy_itable_init=0,lazy_journal_init=0,nodiscard,hash_seed={}",
                    self.id.text()
                ),
            ])
            .args(["-L", self.label, "-U", &self.id.text()])
            .arg(image)
            .env("MKE2FS_CONFIG", "/dev/null")
            .run()?;
        let commands = self.script(tree, scratch)?;
        let script = scratch.join("script");
        fs::write(&script, commands).at(attempt, &script)?;
        // debugfs exits with 0 whatever happens; it greets on standard error and is otherwise silent.
        Tool::new(attempt, "debugfs")
            .args(["-w", "-f"])
            .arg(&script)
            .arg(image)
            .run_checked(|line| !line.starts_with("debugfs 1."))?;
        Tool::new("Checking the root file system", "e2fsck").args(["-f", "-n"]).arg(image).run()?;
        Ok(())
    }

    /// The commands that make the tree. One `cd` for each directory: `write` makes files in the current one only.
    fn script(&self, tree: &Tree, scratch: &Path) -> Result<String> {
        // What is made gets this time for all of its four.
        let mut time = EPOCH;
        let mut script = format!("set_current_time @{time}\n");
        let line = |script: &mut String, text: std::fmt::Arguments| {
            script.write_fmt(text).expect("strings take all text");
            script.push('\n');
        };
        let mut current = String::new();
        for (number, (path, entry)) in tree.entries().enumerate() {
            let (parent, name) = path.rsplit_once('/').unwrap_or(("", path));
            if parent != current {
                line(&mut script, format_args!("cd \"/{parent}\""));
                current = parent.to_owned();
            }
            if entry.modified != time {
                time = entry.modified;
                line(&mut script, format_args!("set_current_time @{time}"));
            }
            let kind = match &entry.node {
                Node::Directory => {
                    line(&mut script, format_args!("mkdir \"{name}\""));
                    0o040_000
                }
                Node::File(content) => {
                    let from = match content {
                        Content::At(path) => path.clone(),
                        Content::Bytes(bytes) => {
                            let path = scratch.join(number.to_string());
                            fs::write(&path, bytes).at("Preparing a file", &path)?;
                            path
                        }
                    };
                    line(&mut script, format_args!("write \"{}\" \"{name}\"", from.display()));
                    0o100_000
                }
                Node::Symlink(target) => {
                    line(&mut script, format_args!("symlink \"{name}\" \"{target}\""));
                    0o120_000
                }
            };
            line(&mut script, format_args!("sif \"{name}\" mode 0{:o}", kind | entry.mode));
            for (field, owner) in [("uid", entry.uid), ("gid", entry.gid)] {
                if owner != 0 {
                    line(&mut script, format_args!("sif \"{name}\" {field} {owner}"));
                }
            }
            for (attribute, value) in &entry.attributes {
                let path = scratch.join(format!("{number}-{attribute}"));
                fs::write(&path, value).at("Preparing a file", &path)?;
                line(&mut script, format_args!("ea_set -f \"{}\" \"{name}\" {attribute}", path.display()));
            }
        }
        // Directories' times last: making an entry changes its directory's.
        for (path, entry) in tree.entries().filter(|(_, entry)| entry.node == Node::Directory) {
            for field in ["atime", "ctime", "mtime", "crtime"] {
                line(&mut script, format_args!("sif \"/{path}\" {field} @{}", entry.modified));
            }
        }
        Ok(script)
    }
}
