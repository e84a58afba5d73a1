//! `qemu-img`: files of disks, while no QEMU has them open. It refuses by QEMU's own locks if one has.

use std::{io, path::Path, process::Stdio};

use serde::Deserialize;
use tokio::process::Command;

/// Why `qemu-img` did not do it.
#[derive(Debug, thiserror::Error)]
pub enum ImgError {
    #[error("can't run qemu-img: {0}; install qemu-utils")]
    Run(io::Error),
    #[error("qemu-img {operation} failed: {message}")]
    Failed { operation: &'static str, message: String },
}

impl ImgError {
    /// Whether it ran out of space.
    pub fn is_full(&self) -> bool {
        matches!(self, Self::Failed { message, .. } if message.contains("No space left on device"))
    }
}

/// Makes an empty qcow2 file. What lies below it is said each time it is opened, and not in its header.
pub async fn create(file: &Path, size_bytes: u64) -> Result<(), ImgError> {
    let mut command = command();
    command.args(["create", "-q", "-f", "qcow2"]).arg(file).arg(size_bytes.to_string());
    run("create", command).await.map(drop)
}

/// Sets the size of a qcow2 file. **A size below the current one loses data**, so it must have been compared.
pub async fn resize(file: &Path, size_bytes: u64) -> Result<(), ImgError> {
    let mut command = command();
    command.args(["resize", "-q", "-f", "qcow2"]).arg(file).arg(size_bytes.to_string());
    run("resize", command).await.map(drop)
}

/// The size that a guest sees of a qcow2 file.
pub async fn virtual_size_bytes(file: &Path) -> Result<u64, ImgError> {
    #[derive(Deserialize)]
    #[serde(rename_all = "kebab-case")]
    struct Info {
        virtual_size: u64,
    }
    let mut command = command();
    // The size may be read while a QEMU has the file open.
    command.args(["info", "--output=json", "--force-share", "-f", "qcow2"]).arg(file);
    let answer = run("info", command).await?;
    let info: Info = serde_json::from_slice(&answer)
        .map_err(|error| ImgError::Failed { operation: "info", message: error.to_string() })?;
    Ok(info.virtual_size)
}

/// Writes all that a guest sees of a qcow2 file over its base into a sparse raw file. The base's paths are relative to the
/// host's folder.
#[cfg(test)]
pub async fn flatten(
    host_dir: &Path,
    file: &Path,
    base: Option<&super::machine::Base>,
    raw: &Path,
) -> Result<(), ImgError> {
    let backing = base.map(super::block::base_node);
    let source = serde_json::json!({
        "driver": "qcow2", "file": { "driver": "file", "filename": file }, "backing": backing,
    });
    let mut command = command();
    command.current_dir(host_dir);
    command.args(["convert", "-q", "-O", "raw", "-S", "64k", "-W"]).arg(format!("json:{source}")).arg(raw);
    run("convert", command).await.map(drop)
}

fn command() -> Command {
    let mut command = Command::new("qemu-img");
    // Messages are recognised by their words.
    command.env("LC_ALL", "C");
    command
}

async fn run(operation: &'static str, mut command: Command) -> Result<Vec<u8>, ImgError> {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true);
    let output = command.output().await.map_err(ImgError::Run)?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let message = String::from_utf8_lossy(&output.stderr).trim().trim_start_matches("qemu-img: ").to_owned();
    let message = if message.is_empty() { output.status.to_string() } else { message };
    Err(ImgError::Failed { operation, message })
}
