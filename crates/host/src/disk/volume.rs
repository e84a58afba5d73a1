//! One volume's file: made, grown, removed.

use std::{fs, io, path::PathBuf};

use hostlink::VolumeSpec;
use model::{InstanceId, VolumeId};
use serde::{Deserialize, Serialize};

use super::{DiskError, Disks, Holder, Lease, VolumeKey, base, space};
use crate::{
    qemu::{img, machine::Limits},
    vm::{
        folder::{give, read_json, write_json},
        plan::VolumeFiles,
    },
};

/// What `volumes/<id>.json` keeps. The volume exists once this does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct VolumeRecord {
    pub format: u32,
    pub origin: Option<String>,
    pub size_gib: u32,
    /// Under what its file is encrypted, if it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<VolumeKey>,
}

const FORMAT: u32 = 1;

/// A size as files have it.
pub(crate) fn bytes(size_gib: u32) -> u64 {
    u64::from(size_gib) << 30
}

impl Disks {
    /// Takes the volume's disk for a VM, made and grown as its spec says. Waits for whoever else has it.
    pub async fn lease(
        &self,
        volume: &VolumeId,
        spec: &VolumeSpec,
        instance: &InstanceId,
    ) -> Result<(Lease, VolumeFiles), DiskError> {
        let lease = self.take(volume, Holder::Instance(instance.clone())).await;
        self.bring_about(volume, spec).await?;
        self.begin_to_follow(volume)?;
        Ok((lease, self.files(volume, spec)?))
    }

    /// Takes the volume's disk for a VM that has it already: nothing about the file is looked at or changed.
    pub async fn lease_running(&self, volume: &VolumeId, instance: &InstanceId) -> Lease {
        self.take(volume, Holder::Instance(instance.clone())).await
    }

    /// Makes and grows the volume, unless a VM has it; then its growth is the VM's to do. Returns its size.
    pub async fn ensure(&self, volume: &VolumeId, spec: &VolumeSpec) -> Result<u32, DiskError> {
        if self.instance_with(volume).is_none() {
            let _lease = self.take(volume, Holder::Job).await;
            self.bring_about(volume, spec).await?;
        }
        Ok(self.size_gib(volume)?.unwrap_or(0))
    }

    /// Whether the volume's file is encrypted; one that isn't there is not.
    pub fn is_encrypted(&self, volume: &VolumeId) -> Result<bool, DiskError> {
        Ok(self.record(volume)?.is_some_and(|record| record.key.is_some()))
    }

    /// The volume's size, if it exists.
    pub fn size_gib(&self, volume: &VolumeId) -> Result<Option<u32>, DiskError> {
        Ok(self.record(volume)?.map(|record| record.size_gib))
    }

    /// Notes that the VM that has the volume has grown it, unless that is on record.
    pub fn note_growth(&self, volume: &VolumeId, size_gib: u32) -> Result<(), DiskError> {
        let record = self.record(volume)?.ok_or_else(|| DiskError::NoVolume(volume.clone()))?;
        if size_gib <= record.size_gib {
            return Ok(());
        }
        self.write_record(volume, &VolumeRecord { size_gib, ..record })?;
        if let Some(hear) = self.inner.growth.get() {
            hear(volume.clone());
        }
        Ok(())
    }

    /// Removes the volume's files, once nobody has them.
    pub async fn remove(&self, volume: &VolumeId) -> Result<(), DiskError> {
        let _lease = self.take(volume, Holder::Job).await;
        self.forget_since(volume)?;
        // The record goes first: without it the rest is nothing, whenever we are interrupted.
        let unfinished = self.path(format!("volumes/{volume}.new"));
        for file in [self.record_path(volume), self.image_path(volume), self.blank_path(volume), unfinished] {
            match fs::remove_file(&file) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => {
                    return Err(DiskError::io(format!("removing {}", file.display()))(error));
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// All volumes that exist.
    pub(super) fn volume_records(&self) -> Result<Vec<(VolumeId, VolumeRecord)>, DiskError> {
        let failed = |error| DiskError::io("listing volumes")(error);
        let mut records = Vec::new();
        for entry in fs::read_dir(self.path("volumes")).map_err(failed)? {
            let name = entry.map_err(failed)?.file_name();
            let Some(id) = name.to_str().and_then(|name| name.strip_suffix(".json")) else { continue };
            let id = VolumeId::trusted(id);
            if let Some(record) = self.record(&id)? {
                records.push((id, record));
            }
        }
        Ok(records)
    }

    pub(super) fn record(&self, volume: &VolumeId) -> Result<Option<VolumeRecord>, DiskError> {
        read_json(&self.record_path(volume)).map_err(DiskError::io(format!("reading what is known of {volume}")))
    }

    pub(super) fn image_path(&self, volume: &VolumeId) -> PathBuf {
        self.path(format!("volumes/{volume}.qcow2"))
    }

    /// What a VM opens, from the host's folder.
    fn files(&self, volume: &VolumeId, spec: &VolumeSpec) -> Result<VolumeFiles, DiskError> {
        let record = self.record(volume)?.ok_or_else(|| DiskError::NoVolume(volume.clone()))?;
        if record.key.is_some() != spec.key.is_some() {
            return Err(DiskError::NoKey(format!("the file of {volume} was made otherwise")));
        }
        let base = match (record.origin.as_deref(), &record.key) {
            (None, _) => None,
            (Some(root), None) => Some(self.base(root)?),
            // Of an encrypted snapshot there never was a file.
            (Some(root), Some(_)) => Some(base::served(root)?),
        };
        let limits = Limits { iops: spec.iops, throughput_mib: spec.throughput_mib };
        let secret = record.key.as_ref().map(|key| self.secret(key)).transpose()?;
        Ok(VolumeFiles { file: format!("volumes/{volume}.qcow2"), base, limits, secret })
    }

    fn record_path(&self, volume: &VolumeId) -> PathBuf {
        self.path(format!("volumes/{volume}.json"))
    }

    pub(super) fn write_record(&self, volume: &VolumeId, record: &VolumeRecord) -> Result<(), DiskError> {
        write_json(&self.record_path(volume), record)
            .map_err(DiskError::io(format!("writing what is known of {volume}")))
    }

    /// Makes the volume if it isn't there, and grows it if it is too small. The caller has its lease.
    async fn bring_about(&self, volume: &VolumeId, spec: &VolumeSpec) -> Result<(), DiskError> {
        // Until it is on record no volume speaks for its base.
        let _no_pruning = self.inner.bases.read().await;
        match self.record(volume)? {
            None => self.make(volume, spec).await,
            Some(record) => {
                if record.size_gib < spec.size_gib {
                    self.grow(volume, record.key.as_ref(), spec.size_gib).await?;
                    self.write_record(volume, &VolumeRecord { size_gib: spec.size_gib, ..record })?;
                }
                Ok(())
            }
        }
    }

    async fn make(&self, volume: &VolumeId, spec: &VolumeSpec) -> Result<(), DiskError> {
        if let Some(root) = &spec.origin {
            let origin = self.origin(root)?;
            if origin.size_bytes > bytes(spec.size_gib) {
                return Err(DiskError::SmallerThanOrigin { volume: volume.clone(), size_gib: spec.size_gib });
            }
            // It takes nothing now, but it will.
            space::require(&self.path("volumes"), "making a volume of a snapshot", origin.data_bytes)?;
        }
        let file = self.image_path(volume);
        let unfinished = self.path(format!("volumes/{volume}.new"));
        let made = async {
            let mut key = None;
            match &spec.key {
                None => img::create(&unfinished, bytes(spec.size_gib)).await?,
                Some(kms) => {
                    let (made, secret) = self.new_key(volume, kms)?;
                    self.make_encrypted(volume, bytes(spec.size_gib), &secret, &unfinished).await?;
                    key = Some(made);
                }
            }
            give(&unfinished, self.inner.user).map_err(DiskError::io(format!("making {volume}")))?;
            fs::rename(&unfinished, &file).map_err(DiskError::io(format!("making {volume}")))?;
            self.note_untouched(volume, spec.origin.as_deref())?;
            self.write_record(
                volume,
                &VolumeRecord { format: FORMAT, origin: spec.origin.clone(), size_gib: spec.size_gib, key },
            )
        };
        let made = made.await;
        if made.is_err() {
            for file in [&unfinished, &file, &self.blank_path(volume)] {
                let _ = fs::remove_file(file);
            }
            let _ = self.forget_since(volume);
        }
        made
    }

    /// Grows the file, whatever its record says: a size below the current one would destroy it, so the file is asked.
    async fn grow(&self, volume: &VolumeId, key: Option<&VolumeKey>, size_gib: u32) -> Result<(), DiskError> {
        let file = self.image_path(volume);
        if img::virtual_size_bytes(&file).await? < bytes(size_gib) {
            match key {
                None => img::resize(&file, bytes(size_gib)).await?,
                Some(key) => img::resize_encrypted(&file, bytes(size_gib), &self.secret(key)?).await?,
            }
        }
        Ok(())
    }

    /// Whether nobody has any volume; for tests.
    #[cfg(test)]
    pub(crate) fn nothing_leased(&self) -> bool {
        super::lease::lock(&self.inner.leases).is_empty()
    }
}
