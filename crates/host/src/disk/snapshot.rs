//! Snapshots: a volume as it is at one moment, into the vault.
//!
//! ```text
//!   freeze ── of a volume that no VM has: a copy of its overlay (scratch/<snap>.qcow2); then the volume is free again
//!     │   └── of a running VM's: QEMU copies all of it there, or what has changed since the last snapshot, see
//!     │       vm::real::copy and `since`
//!     ▼
//!   ingest ── into the vault: what the copy has is read, and all else is as in the snapshot that it stands on, the
//!     ▼       volume's origin or the last snapshot; blocks that are there already aren't stored again
//!     ▼
//!   snapshots/<snap>.json, so that the answer outlives the agent
//! ```
//! An agent that comes back goes on from the last file that is whole: the moment of the snapshot stays what it was.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::{Path, PathBuf},
    sync::{Arc, atomic::AtomicBool},
};

use model::{SnapshotId, VolumeId, records::FileSystems};
use serde::{Deserialize, Serialize};
use vault::{Job, Key, Layer, VaultError, nbd::NbdSource};

use super::{
    DiskError, Disks, Holder, Lease, Parent, VolumeKey, base, base::CancelOnDrop, crypt::vault_key, since::mark, space,
    volume::bytes,
};
use crate::{
    qemu::{img, nbd::Served},
    vm::folder::{give, read_json, write_json},
};

/// A snapshot that is in the vault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done {
    pub root: String,
    /// The bytes of its blocks with data, shared or not.
    #[serde(alias = "stored_bytes")]
    pub full_bytes: u64,
    /// How its moment found the file systems of a guest that ran.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file_systems: Option<FileSystems>,
}

/// The files that QEMU copies a running volume by, from the host's folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyFiles {
    pub volume: VolumeId,
    /// What the volume is copied to.
    pub copy: String,
    /// Where what the guest overwrites meanwhile is kept until it is copied.
    pub kept: String,
    /// The size of all three.
    pub size_bytes: u64,
    /// The bitmap in which QEMU is to note what changes from the moment on.
    pub mark: String,
    /// If this one's bitmap is there, what it has noted is all that has to be copied.
    pub parent: Option<Parent>,
    /// Bitmaps that nobody needs any more.
    pub stale_marks: Vec<String>,
    /// Under what they are encrypted, as the volume is.
    pub key: Option<VolumeKey>,
}

/// The files of a copy that is to be made, and what keeps the snapshot that it may build upon in the vault.
#[derive(Debug)]
pub struct Preparation {
    pub files: CopyFiles,
    _parent: Option<Job>,
}

/// What a copy came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copied {
    /// Volumes of which only what has changed since the parent was copied.
    pub in_part: BTreeSet<VolumeId>,
}

/// Hears how far a snapshot has come, in percent.
pub type Progress = Arc<dyn Fn(u8) + Send + Sync>;

/// How much of the way is behind when the moment has passed.
const PASSED_PERCENT: u8 = 1;

/// What is known of a copy: of an overlay, or of a volume by its QEMU.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Frozen {
    /// Root of the snapshot that has all that the copy hasn't; without one that is zeros.
    pub(super) origin: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) file_systems: Option<FileSystems>,
    /// The volume, if its QEMU notes what changes from this snapshot on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) tracked: Option<VolumeId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) key: Option<VolumeKey>,
}

impl Disks {
    /// The snapshot, if it was completed before and not yet forgotten.
    pub fn snapshot_done(&self, snapshot: &SnapshotId) -> Result<Option<Done>, DiskError> {
        read_json(&self.done_path(snapshot)).map_err(DiskError::io(format!("reading what is known of {snapshot}")))
    }

    /// How the snapshot's moment found the file systems of a guest that ran, as far as that is known.
    pub fn file_systems(&self, snapshot: &SnapshotId) -> Result<Option<FileSystems>, DiskError> {
        match self.snapshot_done(snapshot)? {
            Some(done) => Ok(done.file_systems),
            None => Ok(self.frozen(snapshot)?.and_then(|frozen| frozen.file_systems)),
        }
    }

    pub(super) fn frozen(&self, snapshot: &SnapshotId) -> Result<Option<Frozen>, DiskError> {
        read_json(&self.frozen_path(snapshot)).map_err(DiskError::io(format!("reading what is known of {snapshot}")))
    }

    /// Whether the volume's content at the snapshot's moment is safe, on disk or in the vault.
    pub fn has_moment(&self, snapshot: &SnapshotId) -> bool {
        let files = [self.frozen_path(snapshot), self.done_path(snapshot)];
        files.iter().any(|file| file.exists())
    }

    /// Makes the files that a running VM's QEMU needs to copy a disk. The copy is a qcow2 file also where it holds all:
    /// zeros take no room in it, while a backup job writes them out into a raw file.
    pub async fn prepare_copy(&self, snapshot: &SnapshotId, volume: &VolumeId) -> Result<Preparation, DiskError> {
        let record = self.record(volume)?.ok_or_else(|| DiskError::NoVolume(volume.clone()))?;
        let size_bytes = bytes(record.size_gib);
        let (parent, job) = self.parent(volume).await?.unzip();
        let stale_marks = self.stale_marks(volume);
        let files = CopyFiles {
            volume: volume.clone(),
            copy: format!("scratch/{snapshot}.copy.new"),
            kept: format!("scratch/{snapshot}.kept.new"),
            size_bytes,
            mark: mark(snapshot),
            parent,
            stale_marks,
            key: record.key,
        };
        for file in [&files.copy, &files.kept] {
            let path = self.path(file);
            let made = match &files.key {
                Some(key) => self.copy_blank(volume, key, size_bytes, path).await,
                None => match img::create(&path, size_bytes).await {
                    Ok(()) => give(&path, self.inner.user).map_err(DiskError::io(format!("making {file}"))),
                    Err(error) => Err(error.into()),
                },
            };
            if let Err(error) = made {
                self.discard_copy(&files)?;
                return Err(error);
            }
        }
        Ok(Preparation { files, _parent: job })
    }

    /// Declares what QEMU has copied the volumes' content at the snapshots' moment. A snapshot that was forgotten meanwhile,
    /// with its files, is none of the others' concern.
    pub fn finish_copies(
        &self,
        copies: &BTreeMap<SnapshotId, Preparation>,
        copied: &Copied,
        file_systems: Option<&FileSystems>,
    ) -> Result<(), DiskError> {
        let mut there = Vec::new();
        for (snapshot, Preparation { files, .. }) in copies {
            let finish = || {
                let copy = self.path(&files.copy);
                fs::File::open(&copy)?.sync_all()?;
                fs::rename(&copy, self.copy_path(snapshot))
            };
            match finish() {
                Ok(()) => there.push((snapshot, files)),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    self.note_stale(&files.volume, snapshot);
                    self.discard_copy(files)?;
                }
                Err(error) => return Err(DiskError::io(format!("finishing {snapshot}"))(error)),
            }
        }
        // Nothing slow between these: they are what makes the moment be.
        for (snapshot, files) in there {
            let parent = files.parent.as_ref().filter(|_| copied.in_part.contains(&files.volume));
            let frozen = Frozen {
                origin: parent.map(|parent| parent.root.clone()),
                file_systems: file_systems.cloned(),
                tracked: Some(files.volume.clone()),
                key: files.key.clone(),
            };
            write_json(&self.frozen_path(snapshot), &frozen).map_err(DiskError::io(format!("finishing {snapshot}")))?;
            self.discard_copy(files)?;
        }
        Ok(())
    }

    /// Removes what `prepare_copy` made, as far as it is still there.
    pub fn discard_copy(&self, files: &CopyFiles) -> Result<(), DiskError> {
        remove(&self.path(&files.copy))?;
        remove(&self.path(&files.kept))
    }

    /// Refuses copies of the volumes for which there is no room, judged by the most that they may hold.
    pub fn require_room_for<'a>(&self, volumes: impl Iterator<Item = &'a VolumeId>) -> Result<(), DiskError> {
        let mut needed = 0;
        for volume in volumes {
            needed += allocated_bytes(&self.image_path(volume));
            if let Some(root) = self.record(volume)?.and_then(|record| record.origin) {
                needed += self.origin(&root)?.data_bytes;
            }
        }
        space::require(&self.path("scratch"), "copying volumes for their snapshots", needed)
    }

    /// Takes the volumes' content as it is now, unless somebody has one of them: then `false`. A VM that has them has to.
    pub async fn freeze(&self, snapshots: &BTreeMap<SnapshotId, VolumeId>) -> Result<bool, DiskError> {
        match self.take_all_if_free(snapshots.values()) {
            Some(leases) => self.freeze_taken(snapshots, &leases).await.map(|()| true),
            None => Ok(false),
        }
    }

    /// Takes the volumes if nobody has any of them: to wait for one while others are held could be for ever.
    pub fn take_all_if_free<'a>(&self, volumes: impl Iterator<Item = &'a VolumeId>) -> Option<Vec<Lease>> {
        volumes.map(|volume| self.take_if_free(volume, Holder::Job)).collect()
    }

    /// Takes the content of volumes that are leased meanwhile.
    pub async fn freeze_taken(
        &self,
        snapshots: &BTreeMap<SnapshotId, VolumeId>,
        _leases: &[Lease],
    ) -> Result<(), DiskError> {
        for (snapshot, volume) in snapshots {
            if let Err(error) = self.freeze_one(snapshot, volume).await {
                for snapshot in snapshots.keys() {
                    self.remove_scratch(snapshot)?;
                }
                return Err(error);
            }
        }
        Ok(())
    }

    /// The caller has the volume's lease.
    async fn freeze_one(&self, snapshot: &SnapshotId, volume: &VolumeId) -> Result<(), DiskError> {
        let record = self.record(volume)?.ok_or_else(|| DiskError::NoVolume(volume.clone()))?;
        let (image, copy) = (self.image_path(volume), self.copy_path(snapshot));
        space::require(&self.path("scratch"), "copying a volume for its snapshot", allocated_bytes(&image))?;
        let (frozen_path, user) = (self.frozen_path(snapshot), self.inner.user);
        let copied = tokio::task::spawn_blocking(move || {
            copy_file(&image, &copy)?;
            give(&copy, user)?;
            write_json(
                &frozen_path,
                &Frozen { origin: record.origin, file_systems: None, tracked: None, key: record.key },
            )
        });
        copied
            .await
            .map_err(|_| DiskError::Interrupted)?
            .map_err(DiskError::io(format!("copying {volume} for {snapshot}")))
    }

    /// Brings what was frozen into the vault. What it used on the way is removed, also when it fails for good.
    pub async fn complete(&self, snapshot: &SnapshotId, progress: Progress) -> Result<Done, DiskError> {
        let frozen = self.frozen(snapshot)?.ok_or(DiskError::Interrupted)?;
        let done = self.ingest(snapshot, frozen, progress).await;
        if !matches!(done, Err(DiskError::Interrupted)) {
            self.remove_scratch(snapshot)?;
        }
        // The job keeps it from the garbage collection until it is noted.
        let (done, _job) = done?;
        write_json(&self.done_path(snapshot), &done).map_err(DiskError::io(format!("noting {snapshot}")))?;
        Ok(done)
    }

    /// Forgets a snapshot that the control plane has taken note of or no longer wants.
    pub fn forget_snapshot(&self, snapshot: &SnapshotId) -> Result<(), DiskError> {
        if let Ok(Some(Frozen { tracked: Some(volume), .. })) = self.frozen(snapshot) {
            self.note_stale(&volume, snapshot);
        }
        self.remove_scratch(snapshot)?;
        remove(&self.done_path(snapshot))
    }

    async fn ingest(
        &self,
        snapshot: &SnapshotId,
        frozen: Frozen,
        progress: Progress,
    ) -> Result<(Done, Job), DiskError> {
        let cancel = Arc::new(AtomicBool::new(false));
        let _guard = CancelOnDrop(Arc::clone(&cancel));
        let Frozen { origin, file_systems, tracked, key } = frozen;
        let (secret, seal) = match &key {
            Some(key) => (Some(self.secret(key)?), vault_key(&key.kms)?),
            None => (None, Key::None),
        };
        let below = origin.as_deref().map(base::parse_root).transpose()?;
        let (vault, host_dir, user) = (Arc::clone(&self.inner.vault), self.inner.host_dir.clone(), self.inner.user);
        let (copy, socket) = (copy_file_of(snapshot), self.path(format!("scratch/{snapshot}.sock.new")));
        let ingested = tokio::task::spawn_blocking(move || {
            let told = std::cell::Cell::new(PASSED_PERCENT);
            let hear = |done: u64, total: u64| {
                let percent = percent(done, total);
                if percent > told.replace(percent.max(told.get())) {
                    progress(percent);
                }
            };
            let bases: Vec<_> = below.into_iter().collect();
            let job = vault.begin_job(&bases)?;
            // It lives no longer than this thread, which waits for it.
            let served = Served::start(&host_dir, &copy, &socket, user, secret.as_ref())
                .map_err(DiskError::io("running qemu-nbd"))?;
            let source = match NbdSource::connect_to_layer(Box::new(served.dial()), "") {
                Ok(source) => Layer::new(source, &vault, below)?,
                Err(error) => return Err(DiskError::io(format!("reading the copy ({})", served.complaint()))(error)),
            };
            Ok((vault.under(seal).ingest(&job, &source, below, &hear, &cancel)?, job))
        });
        let (ingested, job) = match ingested.await.map_err(|_| DiskError::Interrupted)? {
            Err(DiskError::Vault(VaultError::Cancelled)) => return Err(DiskError::Interrupted),
            other => other?,
        };
        let (root, full_bytes) = (ingested.manifest.root.to_string(), ingested.manifest.full_bytes());
        if let Some(volume) = tracked {
            self.note_since(&volume, snapshot, &root);
        }
        Ok((Done { root, full_bytes, file_systems }, job))
    }

    fn remove_scratch(&self, snapshot: &SnapshotId) -> Result<(), DiskError> {
        remove(&self.frozen_path(snapshot))?;
        remove(&self.copy_path(snapshot))?;
        for unfinished in ["copy", "kept", "sock"] {
            remove(&self.path(format!("scratch/{snapshot}.{unfinished}.new")))?;
        }
        Ok(())
    }

    fn copy_path(&self, snapshot: &SnapshotId) -> PathBuf {
        self.path(copy_file_of(snapshot))
    }

    /// Says that the copy beside it is whole.
    fn frozen_path(&self, snapshot: &SnapshotId) -> PathBuf {
        self.path(format!("scratch/{snapshot}.json"))
    }

    fn done_path(&self, snapshot: &SnapshotId) -> PathBuf {
        self.path(format!("snapshots/{snapshot}.json"))
    }
}

/// The copy of a volume that a snapshot is made of, from the host's folder.
fn copy_file_of(snapshot: &SnapshotId) -> String {
    format!("scratch/{snapshot}.qcow2")
}

/// What is left of the way, in percent; never 100, which is said by the end itself.
fn percent(done: u64, total: u64) -> u8 {
    let rest = u64::from(99 - PASSED_PERCENT);
    PASSED_PERCENT + u8::try_from(done.saturating_mul(rest) / total.max(1)).unwrap_or(0)
}

pub(crate) fn allocated_bytes(file: &Path) -> u64 {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(file).map_or(0, |metadata| metadata.blocks() * 512)
}

/// Copies a file: by sharing its blocks where the file system can, else byte by byte without its holes.
pub(super) fn copy_file(from: &Path, to: &Path) -> io::Result<()> {
    let source = fs::File::open(from)?;
    let target = fs::File::create(to)?;
    if rustix::fs::ioctl_ficlone(&target, &source).is_err() {
        copy_data(&source, &target)?;
    }
    target.sync_all()
}

fn copy_data(source: &fs::File, target: &fs::File) -> io::Result<()> {
    use std::os::unix::fs::FileExt;
    let size = source.metadata()?.len();
    target.set_len(size)?;
    let mut buffer = vec![0; 1 << 20];
    let mut at = 0;
    while at < size {
        let data = match rustix::fs::seek(source, rustix::fs::SeekFrom::Data(at)) {
            Ok(data) => data,
            // A hole up to the end.
            Err(rustix::io::Errno::NXIO) => break,
            Err(_) => at,
        };
        let hole = rustix::fs::seek(source, rustix::fs::SeekFrom::Hole(data)).unwrap_or(size);
        at = data;
        while at < hole {
            let length = usize::try_from((hole - at).min(buffer.len() as u64)).map_err(io::Error::other)?;
            source.read_exact_at(&mut buffer[..length], at)?;
            target.write_all_at(&buffer[..length], at)?;
            at += length as u64;
        }
    }
    Ok(())
}

pub(super) fn remove(file: &Path) -> Result<(), DiskError> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(DiskError::io(format!("removing {}", file.display()))(error))
        }
        _ => Ok(()),
    }
}
