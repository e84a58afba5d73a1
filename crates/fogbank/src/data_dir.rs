//! The data directory: which one, and the small files in it that commands leave for each other.
//!
//! ```text
//!   DIR/host-kind         qemu or simulated, fixed by the first start
//!   DIR/endpoint          where the running cloud listens
//!   DIR/ca-bundle         path of the certificate that clients need to trust, if the cloud made its own
//!   DIR/tls/              that certificate, and its key (mode 0600)
//!   DIR/credentials.json  root access key of the first account (mode 0600)
//!   DIR/control.pid       process id of the running control plane
//!   DIR/admin.sock        accounts and keys (mode 0600)
//!   DIR/cells/            state, one file for each region
//!   DIR/vault/            snapshots; or which bucket they lie in, the access key for it (mode 0600), and notes
//!   DIR/host/             what the host agent keeps
//! ```

use std::{
    fs,
    io::Write,
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};

/// `--data-dir`, which nearly every command has.
#[derive(clap::Args, Clone, Debug)]
pub struct Chosen {
    /// Where the cloud keeps everything [default: /var/lib/fogbank, or ~/.local/share/fogbank without root]
    #[arg(long, env = "FOGBANK_DATA_DIR")]
    pub data_dir: Option<PathBuf>,
}

impl Chosen {
    pub fn open(&self) -> DataDir {
        DataDir(self.data_dir.clone().unwrap_or_else(default_dir))
    }
}

fn default_dir() -> PathBuf {
    let home = std::env::var_os("HOME").map(PathBuf::from);
    match home {
        Some(home) if !is_root() => home.join(".local/share/fogbank"),
        _ => PathBuf::from("/var/lib/fogbank"),
    }
}

pub fn is_root() -> bool {
    nix::unistd::geteuid().is_root()
}

#[derive(Clone, Debug)]
pub struct DataDir(PathBuf);

/// The first account's root access key.
#[derive(Serialize, Deserialize)]
pub struct Credentials {
    pub account: String,
    pub access_key_id: String,
    pub secret_access_key: String,
}

impl DataDir {
    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Makes the directory, readable by its owner only.
    pub fn create(&self) -> Result<()> {
        let make = |path: &Path| fs::DirBuilder::new().recursive(true).mode(0o755).create(path);
        make(&self.0).with_context(|| format!("the data directory {} can't be made", self.0.display()))?;
        let cells = self.file("cells");
        fs::DirBuilder::new().recursive(true).mode(0o700).create(&cells)?;
        Ok(())
    }

    /// Fixes which kind of host this directory belongs to; a cloud can't change it later.
    pub fn claim_kind(&self, kind: &str) -> Result<()> {
        let path = self.file("host-kind");
        match fs::read_to_string(&path) {
            Ok(known) if known.trim() == kind => Ok(()),
            Ok(known) => bail!(
                "{} belongs to a cloud that was made with --host {}; use that, or another --data-dir",
                self.0.display(),
                known.trim()
            ),
            Err(_) => fs::write(&path, kind).with_context(|| format!("{} can't be written", path.display())),
        }
    }

    pub fn credentials(&self) -> Result<Option<Credentials>> {
        match fs::read(self.file("credentials.json")) {
            Ok(bytes) => Ok(Some(serde_json::from_slice(&bytes).context("credentials.json can't be read")?)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error).context("credentials.json can't be read"),
        }
    }

    /// Makes a folder that only its owner can look into.
    pub fn create_private_folder(&self, name: &str) -> Result<()> {
        let path = self.file(name);
        let made = fs::DirBuilder::new().recursive(true).mode(0o700).create(&path);
        made.with_context(|| format!("{} can't be made", path.display()))
    }

    /// Writes a file that only its owner can read, whole or not at all.
    pub fn write_private(&self, name: &str, bytes: &[u8]) -> Result<()> {
        let temporary = self.file(&format!("{name}.new"));
        let mut file = fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&temporary)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&temporary, self.file(name))?;
        Ok(())
    }

    /// The folder whose subfolders are the buckets of the cloud.
    pub fn exchange(&self) -> Result<PathBuf> {
        let text = fs::read_to_string(self.file("exchange-folder"));
        text.map(|text| PathBuf::from(text.trim())).map_err(|_| {
            anyhow::anyhow!("the cloud in {} keeps no disks: it never ran with real VMs", self.0.display())
        })
    }

    /// The certificate that clients of the running cloud need to trust, if it made its own.
    pub fn ca_bundle(&self) -> Option<PathBuf> {
        fs::read_to_string(self.file("ca-bundle")).ok().map(|path| PathBuf::from(path.trim()))
    }

    /// Notes that certificate, or that there is none.
    pub fn set_ca_bundle(&self, bundle: Option<&Path>) -> Result<()> {
        match bundle {
            Some(path) => self.write_private("ca-bundle", path.to_string_lossy().as_bytes()),
            None => match fs::remove_file(self.file("ca-bundle")) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
                _ => Ok(()),
            },
        }
    }

    /// Where the running cloud listens, as `http://127.0.0.1:8773`.
    pub fn endpoint(&self) -> Result<String> {
        fs::read_to_string(self.file("endpoint")).map(|text| text.trim().to_owned()).map_err(|_| {
            anyhow::anyhow!("no cloud has been started in {} yet: run `fogbank up` first", self.0.display())
        })
    }
}
