//! `qemu-img`: files of disks, while no QEMU has them open. It refuses by QEMU's own locks if one has.

use std::{
    io,
    path::Path,
    process::{Output, Stdio},
};

use serde::Deserialize;
use serde_json::json;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    process::{Child, Command},
};

use super::{block::base_node, machine::Base, process::User, secret::Secret};

/// The most that is read of a complaint.
const LONGEST_COMPLAINT_BYTES: u64 = 4096;

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

/// Makes an empty qcow2 file whose content is encrypted with LUKS. That takes seconds of the processor, most of which are
/// spent on finding out how fast it is: a weak secret would have to be made costly to guess, which ours isn't.
pub async fn create_encrypted(file: &Path, size_bytes: u64, secret: &Secret) -> Result<(), ImgError> {
    let mut command = command();
    command.args(["create", "-q", "-f", "qcow2"]);
    command.args(["--object", "secret,id=key,file=/dev/stdin"]);
    command.args(["-o", "encrypt.format=luks,encrypt.key-secret=key,encrypt.iter-time=10"]);
    command.arg(file).arg(size_bytes.to_string());
    run_with("create", command, secret).await.map(drop)
}

/// [`resize`] of an encrypted file.
pub async fn resize_encrypted(file: &Path, size_bytes: u64, secret: &Secret) -> Result<(), ImgError> {
    let mut command = command();
    command.args(["resize", "-q", "--object", "secret,id=key,file=/dev/stdin"]);
    command.arg(encrypted_file(file)).arg(size_bytes.to_string());
    run_with("resize", command, secret).await.map(drop)
}

/// An encrypted qcow2 file as QEMU's programs are told of it, its secret being the object `key`. Nothing lies below it.
pub fn encrypted_file(file: &Path) -> String {
    let image = json!({
        "driver": "qcow2",
        "encrypt": { "format": "luks", "key-secret": "key" },
        "backing": null,
        "file": { "driver": "file", "filename": file },
    });
    format!("json:{image}")
}

/// Sets the size of a qcow2 file. **A size below the current one loses data**, so it must have been compared.
pub async fn resize(file: &Path, size_bytes: u64) -> Result<(), ImgError> {
    let mut command = command();
    command.args(["resize", "-q", "-f", "qcow2"]).arg(file).arg(size_bytes.to_string());
    run("resize", command).await.map(drop)
}

/// What [`FillIn`] is told.
pub struct FillInSpec<'s> {
    /// Paths begin there: from elsewhere whoever has no rights may not get to the file.
    pub host_dir: &'s Path,
    /// A qcow2 file whose header names nothing below it.
    pub file: &'s str,
    pub base: &'s Base,
    /// Opens the file, if it is encrypted.
    pub secret: Option<Secret>,
    /// Bytes of the base that are read in a second.
    pub rate: u64,
    pub user: Option<User>,
}

/// A `qemu-img` that writes into a qcow2 file what it doesn't have from its base. It may be killed at any time. It dies with
/// this, and with this process.
pub struct FillIn {
    child: Child,
}

impl FillIn {
    pub async fn start(spec: FillInSpec<'_>) -> Result<Self, ImgError> {
        let base = json!({ "driver": "throttle", "throttle-group": "rate", "file": base_node(spec.base) });
        let mut image = json!({
            "driver": "qcow2", "file": { "driver": "file", "filename": spec.file }, "backing": base,
        });
        if spec.secret.is_some() {
            image["encrypt"] = json!({ "format": "luks", "key-secret": "key" });
        }
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig", "KILL", "--no-new-privs", "--inh-caps=-all"]);
        if let Some(user) = spec.user {
            command.args(["--bounding-set=-all", "--clear-groups"]);
            command.arg(format!("--reuid={}", user.uid)).arg(format!("--regid={}", user.gid));
        }
        command.args(["--", "qemu-img", "rebase", "-q", "-b", ""]);
        command.arg("--object").arg(format!("throttle-group,id=rate,x-bps-total={}", spec.rate));
        if spec.secret.is_some() {
            command.args(["--object", "secret,id=key,file=/dev/stdin"]);
        }
        command.arg(format!("json:{image}")).current_dir(spec.host_dir).env("LC_ALL", "C");
        command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped()).kill_on_drop(true);
        let mut child = command.spawn().map_err(ImgError::Run)?;
        if let Some(mut stdin) = child.stdin.take()
            && let Some(secret) = &spec.secret
        {
            // One that ends without reading says why itself.
            let _ = stdin.write_all(secret.as_str().as_bytes()).await;
        }
        Ok(Self { child })
    }

    /// Waits until it has ended by itself. May be asked again after it was given up to wait.
    pub async fn ended(&mut self) -> Result<(), ImgError> {
        let status = self.child.wait().await.map_err(ImgError::Run)?;
        let mut stderr = Vec::new();
        if let Some(said) = self.child.stderr.take() {
            // What can't be read is no complaint.
            let _ = said.take(LONGEST_COMPLAINT_BYTES).read_to_end(&mut stderr).await;
        }
        outcome("rebase", Output { status, stdout: Vec::new(), stderr }).map(drop)
    }

    /// Kills it, and waits until it is gone: whoever opens the file then finds no lock on it.
    pub async fn kill(mut self) {
        // It may have ended in between.
        let _ = self.child.kill().await;
    }
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
    outcome(operation, command.output().await.map_err(ImgError::Run)?)
}

/// Runs what reads a secret from its input.
async fn run_with(operation: &'static str, mut command: Command, secret: &Secret) -> Result<Vec<u8>, ImgError> {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true);
    let mut child = command.spawn().map_err(ImgError::Run)?;
    if let Some(mut stdin) = child.stdin.take() {
        // One that ends without reading says why itself.
        let _ = stdin.write_all(secret.as_str().as_bytes()).await;
    }
    outcome(operation, child.wait_with_output().await.map_err(ImgError::Run)?)
}

fn outcome(operation: &'static str, output: Output) -> Result<Vec<u8>, ImgError> {
    if output.status.success() {
        return Ok(output.stdout);
    }
    let message = String::from_utf8_lossy(&output.stderr).trim().trim_start_matches("qemu-img: ").to_owned();
    let message = if message.is_empty() { output.status.to_string() } else { message };
    Err(ImgError::Failed { operation, message })
}
