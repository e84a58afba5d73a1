//! Volumes and snapshots.

use serde::{Deserialize, Serialize};

use super::{Rest, record};
use crate::ids::{AccountId, InstanceId, SnapshotId, VolumeId};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Volume {
    pub id: VolumeId,
    pub account: AccountId,
    pub created_ms: i64,
    pub zone: String,
    pub size_gib: u32,
    /// gp2, gp3, io1, io2, st1, sc1 or standard.
    pub volume_type: String,
    pub iops: Option<u32>,
    pub throughput_mib: Option<u32>,
    pub encrypted: bool,
    /// ARN of the KMS key that it is encrypted under, where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kms_key: Option<String>,
    pub snapshot: Option<SnapshotId>,
    /// Root of the vault manifest that it begins as.
    pub origin: Option<String>,
    /// Its origin is not under its key yet: a copy that is becomes its origin before it is `available`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sealing: bool,
    /// False from CreateVolume's answer until the volume controller has taken it up (`creating`).
    pub ready: bool,
    pub attachment: Option<VolumeAttachment>,
    /// Number of the last attachment; attachments of one volume are numbered without gaps.
    pub attachment_generation: u64,
    pub modification: Option<VolumeModification>,
    /// The volume that CopyVolumes made it of.
    #[serde(default)]
    pub copied_from: Option<VolumeId>,
    /// Its content is being read from that volume: it has no origin yet, and is not `available` before it has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copying: Option<Copying>,
    #[serde(default)]
    pub auto_enable_io: bool,
    /// What went wrong on its host; the volume is then in state `error`.
    #[serde(default)]
    pub problem: Option<String>,
    /// Whether a host may hold files of it (it was attached once).
    #[serde(default)]
    pub placed: bool,
    #[serde(flatten)]
    pub rest: Rest,
}

record!(Volume, "volume", id,
    "instance" => |v| v.attachment.as_ref().map(|a| a.instance.as_str()),
    "snapshot" => |v| v.snapshot.as_ref().map(|s| s.as_str()),
    "copied-by" => |v| v.copying.as_ref().map(|copying| copying.by.as_str()),
    "being-copied" => |v| v.copying.as_ref().and(v.copied_from.as_ref()).map(|source| source.as_str()),
);

/// A copy of a volume's content that is under way. A host takes it as it takes a snapshot, which no user ever sees.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Copying {
    /// What the host knows it by.
    pub by: SnapshotId,
    /// Whether its moment has passed: what is written now is not in it.
    pub moment_passed: bool,
}

/// A volume that its user has deleted, or that went with its instance, while a host still has files of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DoomedVolume {
    pub id: VolumeId,
    pub account: AccountId,
    pub created_ms: i64,
    pub size_gib: u32,
    /// As its volume had it: snapshots that are still being taken of it share blocks with that.
    #[serde(default)]
    pub origin: Option<String>,
    /// ARN of the KMS key that it is encrypted under, where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kms_key: Option<String>,
}

record!(DoomedVolume, "doomed-volume", id);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct VolumeAttachment {
    pub instance: InstanceId,
    pub device: String,
    /// 0 is the root disk.
    pub slot: u8,
    pub generation: u64,
    pub delete_on_termination: bool,
    /// AttachTime, milliseconds since 1970.
    pub attached_ms: i64,
    /// DetachVolume was called.
    pub detaching: bool,
    pub force: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct VolumeModification {
    pub started_ms: i64,
    pub ended_ms: Option<i64>,
    /// modifying, optimizing, completed or failed.
    pub state: String,
    pub original_size_gib: u32,
    pub original_type: String,
    pub original_iops: Option<u32>,
    pub original_throughput_mib: Option<u32>,
    pub target_size_gib: u32,
    pub target_type: String,
    pub target_iops: Option<u32>,
    pub target_throughput_mib: Option<u32>,
    /// When earlier modifications of the last 24 hours were started, the newest first.
    #[serde(default)]
    pub earlier_ms: Vec<i64>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    pub id: SnapshotId,
    pub account: AccountId,
    pub created_ms: i64,
    /// `vol-ffffffff` when there was none (AWS's own placeholder).
    pub volume: VolumeId,
    pub volume_size_gib: u32,
    pub description: String,
    pub encrypted: bool,
    /// ARN of the KMS key that it is encrypted under, where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kms_key: Option<String>,
    /// Root of the manifest that it is a copy of, until it is one under its own key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sealing: Option<String>,
    pub state: SnapshotState,
    /// 0..=100.
    pub progress: u8,
    pub completed_ms: Option<i64>,
    /// Root of its manifest, once completed.
    pub root: Option<String>,
    /// The bytes of its blocks with data, once known. That is before it is completed where its content is in the vault
    /// already.
    pub full_bytes: Option<u64>,
    pub problem: Option<String>,
    /// How its moment found the file systems of the guest; `None` if no guest ran, or isn't known yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file_systems: Option<FileSystems>,
    /// What its moment is, where that isn't simply as soon as can be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moment: Option<SnapshotMoment>,
    /// Accounts that may make volumes of it.
    #[serde(default)]
    pub shared_with: Vec<AccountId>,
    #[serde(default)]
    pub public: bool,
    #[serde(default)]
    pub lock: Option<SnapshotLock>,
    /// Set while its blocks are written one by one, by the EBS direct APIs.
    #[serde(default)]
    pub writing: Option<SnapshotWriting>,
    #[serde(default)]
    pub tiering: Option<SnapshotTiering>,
    #[serde(flatten)]
    pub rest: Rest,
}

/// How the moment of a snapshot found the file systems of the guest that had the volume.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileSystems {
    /// All was written out, and nothing was written at that moment: the guest's agent saw to it.
    Frozen,
    /// They were in use, as when the power fails.
    InUse {
        /// Why they weren't frozen, as `the guest runs no agent`.
        reason: String,
    },
}

/// The moment that snapshots of one instance's volumes are of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SnapshotMoment {
    /// All snapshots of this moment.
    pub together: Vec<SnapshotId>,
    /// The reboot in whose midst it lies, while the guest is down.
    pub at_reboot: Option<u64>,
}

impl Snapshot {
    /// One that has just been begun: pending, with nothing in it, of nobody but its owner.
    pub fn begun(
        id: SnapshotId,
        account: AccountId,
        created_ms: i64,
        volume: VolumeId,
        volume_size_gib: u32,
        description: String,
    ) -> Self {
        Self {
            id,
            account,
            created_ms,
            volume,
            volume_size_gib,
            description,
            encrypted: false,
            kms_key: None,
            sealing: None,
            state: SnapshotState::Pending,
            progress: 0,
            completed_ms: None,
            root: None,
            full_bytes: None,
            problem: None,
            file_systems: None,
            moment: None,
            shared_with: Vec::new(),
            public: false,
            lock: None,
            writing: None,
            tiering: None,
            rest: Rest::default(),
        }
    }
}

record!(Snapshot, "snapshot", id,
    "volume" => |s| [s.volume.as_str()],
    "public" => |s| s.public.then_some("true"),
    "shared-with" => |s| s.shared_with.iter().map(|a| a.as_str()),
);

/// A snapshot that its owner writes block by block. Each block's hash is kept under `snapshot-block/<snapshot>/<index>`
/// until it is complete.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SnapshotWriting {
    /// Root of the parent's manifest, which blocks that are not written come from; `None` are zeros.
    pub base: Option<String>,
    pub parent: Option<SnapshotId>,
    /// It fails when nothing is written for so long.
    pub timeout_minutes: u32,
}

/// What keeps a snapshot from being deleted for a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SnapshotLock {
    pub mode: LockMode,
    pub locked_ms: i64,
    pub lasts: LockLasts,
    /// Hours in which a lock in compliance mode can still be undone.
    pub cool_off_hours: Option<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LockMode {
    /// Its owner may undo it.
    Governance,
    /// Nobody may.
    Compliance,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LockLasts {
    /// From the lock, or from when the snapshot is complete if that is later.
    Days(u32),
    Until {
        ms: i64,
    },
}

/// What became of a snapshot that was moved to the archive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SnapshotTiering {
    pub place: SnapshotPlace,
    /// When the last move was asked for.
    pub moved_ms: i64,
    pub archived_ms: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SnapshotPlace {
    /// Can't be used before it is restored.
    Archive,
    /// Goes back to the archive then.
    RestoredUntil { ms: i64 },
    /// For good.
    Restored,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SnapshotState {
    Pending,
    Completed,
    Error,
}

impl SnapshotState {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Completed => "completed",
            Self::Error => "error",
        }
    }
}
