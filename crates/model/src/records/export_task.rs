//! Images that are being written out as disks for other machines.

use serde::{Deserialize, Serialize};

use super::{ImportState, Rest, record};
use crate::ids::{AccountId, ImageId};

/// One ExportImage.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ExportTask {
    /// `export-ami-…`.
    pub id: String,
    pub account: AccountId,
    pub created_ms: i64,
    pub description: Option<String>,
    pub image: ImageId,
    pub format: ExportFormat,
    pub bucket: String,
    /// As the caller gave it: the object's key begins with it.
    pub prefix: Option<String>,
    pub role_name: Option<String>,
    /// An export goes through the states of an import.
    pub state: ImportState,
    /// 0..=100.
    pub progress: u8,
    /// What it does, or why it ended.
    pub message: String,
    /// Root of the manifest that is read. While the task is under way its blocks stay, since a record names them, whatever
    /// becomes of the image and its snapshot. `None` is a disk of zeros, and stands here when the task has ended.
    pub root: Option<String>,
    /// Of the snapshot.
    pub size_gib: u32,
    #[serde(flatten)]
    pub rest: Rest,
}

record!(ExportTask, "export-task", id);

impl ExportTask {
    /// The object's key in the bucket, named by AWS's rule.
    pub fn key(&self) -> String {
        format!("{}{}.{}", self.prefix.as_deref().unwrap_or_default(), self.id, self.format.extension())
    }

    /// Whether it reads from the vault, or may.
    pub fn is_under_way(&self) -> bool {
        matches!(self.state, ImportState::Active | ImportState::Deleting)
    }
}

/// What a disk is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExportFormat {
    Vmdk,
    Raw,
    Vhd,
}

impl ExportFormat {
    /// As AWS's DiskImageFormat has it.
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "VMDK" => Some(Self::Vmdk),
            "RAW" => Some(Self::Raw),
            "VHD" => Some(Self::Vhd),
            _ => None,
        }
    }

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Vmdk => "VMDK",
            Self::Raw => "RAW",
            Self::Vhd => "VHD",
        }
    }

    /// The end of the file's name, which is also the name that `images` and ImportImage have for it.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Vmdk => "vmdk",
            Self::Raw => "raw",
            Self::Vhd => "vhd",
        }
    }
}
