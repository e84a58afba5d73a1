//! `fogbank ssh`: finds an instance's address and login name, and runs ssh. It puts no key of its own into a guest.

use std::{os::unix::process::CommandExt, path::PathBuf, process::Command};

use anyhow::{Context, Result, bail};
use server::admin::{AdminReply, AdminRequest};

use crate::{admin_client, data_dir::Chosen};

#[derive(clap::Args)]
pub struct Options {
    #[command(flatten)]
    chosen: Chosen,
    /// Private key of the key pair that the instance was launched with.
    #[arg(short)]
    identity: Option<PathBuf>,
    /// The instance's id.
    instance: String,
    /// What to run there; a shell when there is nothing.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    command: Vec<String>,
}

pub fn run(options: Options) -> Result<()> {
    let data_dir = options.chosen.open();
    let found = match admin_client::ask(&data_dir, &AdminRequest::FindInstance { instance: options.instance.clone() })?
    {
        AdminReply::Instance(found) => found,
        other => bail!("the cloud answered another question: {other:?}"),
    };
    if found.state != "running" {
        bail!("the instance {} is {}, not running", options.instance, found.state);
    }
    let Some(address) = found.public_address else {
        bail!(
            "the instance {} has no public address; associate an Elastic IP address with it, or use fogbank console",
            options.instance
        );
    };
    let login = found.login.unwrap_or_else(|| "ec2-user".into());
    let known_hosts = data_dir.file("known_hosts").join(&options.instance);
    std::fs::create_dir_all(data_dir.file("known_hosts"))?;
    let mut ssh = Command::new("ssh");
    // Public addresses are lent: each instance has its own file of host keys, so that another one at the same address
    // is no alarm, while this one's key stays pinned.
    ssh.arg("-o").arg(format!("UserKnownHostsFile={}", known_hosts.display()));
    ssh.args(["-o", "StrictHostKeyChecking=accept-new"]);
    if let Some(identity) = options.identity {
        ssh.arg("-i").arg(identity).args(["-o", "IdentitiesOnly=yes"]);
    }
    ssh.arg(format!("{login}@{address}")).args(options.command);
    Err(ssh.exec()).context("ssh could not be run: is openssh-client installed?")
}
