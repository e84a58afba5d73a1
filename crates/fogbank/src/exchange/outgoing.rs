//! Disks of the vault that are written as objects for other machines.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::AtomicBool,
};

use control::exchange::{NoPlace, Outgoing, Progress};
use images::foreign::{Format, Limits, write};
use vault::Vault;

use super::{
    Folder,
    object::{Object, OnTheWay},
};

/// How much of the way is behind once a disk is out of the vault.
const ASSEMBLED_PERCENT: u64 = 60;

/// A file that is there only while a disk is on its way.
pub(super) struct Scratch(PathBuf);

impl Scratch {
    pub(super) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // It may never have been made, or have become the object.
        let _ = fs::remove_file(&self.0);
    }
}

/// A raw disk of zeros, which takes no space.
fn zeros(raw: &Path, size_bytes: u64) -> std::io::Result<()> {
    fs::File::create_new(raw)?.set_len(size_bytes)
}

/// The sentence for why an object can't lie where it should.
pub(super) fn why_not(place: NoPlace, bucket: &str) -> String {
    match place {
        NoPlace::NoBucket => format!("there is no bucket '{bucket}'"),
        NoPlace::BadKey(why) | NoPlace::Failed(why) => why,
    }
}

impl Folder {
    /// A name in the work folder that nobody else has.
    pub(super) fn scratch(&self, suffix: &str) -> Scratch {
        Scratch(self.work.join(format!("{}.{suffix}", self.next_number())))
    }

    /// Where an object is to be written.
    pub(super) fn destination(&self, bucket: &str, key: &str) -> Result<Object, String> {
        let found = Object::find(&self.root, bucket, key, OnTheWay::Make).map_err(|place| why_not(place, bucket))?;
        found.ok_or_else(|| format!("the folder of {bucket}/{key} has gone"))
    }

    pub(super) fn assemble_and_write(
        &self,
        disk: &Outgoing<'_>,
        progress: Progress<'_>,
        cancel: &AtomicBool,
    ) -> Result<(), String> {
        let object = self.destination(disk.bucket, disk.key)?;
        let raw = self.scratch("raw");
        match disk.root {
            Some(root) => self.assemble(root, raw.path(), progress, cancel)?,
            None => zeros(raw.path(), u64::from(disk.size_gib) << 30).map_err(|error| error.to_string())?,
        }
        progress(ASSEMBLED_PERCENT as u8);
        let format = Format::parse(disk.format.extension()).ok_or("there is no such format")?;
        // A raw disk is what came out of the vault.
        let made = if format == Format::Raw { raw } else { self.convert_out(raw, format, cancel)? };
        object.publish(made.path())
    }

    fn assemble(&self, root: &str, raw: &Path, progress: Progress<'_>, cancel: &AtomicBool) -> Result<(), String> {
        let root = root.parse().map_err(|error| format!("the image's content has no valid name: {error}"))?;
        let vault = Vault::open(&self.vault).map_err(|error| error.to_string())?;
        let hear = |done: u64, total: u64| {
            let percent = done.saturating_mul(ASSEMBLED_PERCENT) / total.max(1);
            progress(u8::try_from(percent.min(ASSEMBLED_PERCENT)).unwrap_or(0));
        };
        vault.restore(root, raw, &hear, cancel).map_err(|error| error.to_string())
    }

    fn convert_out(&self, raw: Scratch, format: Format, cancel: &AtomicBool) -> Result<Scratch, String> {
        let made = self.scratch(format.as_str());
        write(raw.path(), format, Limits::default(), made.path(), cancel).map_err(|error| error.to_string())?;
        Ok(made)
    }
}
