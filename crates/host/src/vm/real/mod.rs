//! The hypervisor that runs QEMU.
//!
//! ```text
//!   start    plan ─▶ volumes, network, files, sockets ─▶ exec ─▶ monitor ─▶ cont      all undone when a step fails
//!   adopt    launched.json, pid file ─▶ the same VM in a new agent's hands
//!   running  what can be asked of a VM, and what it says
//!   plug     disks that come and go, grow, and get other limits
//!   nic      network interfaces that come and go
//!   copy     a disk's content at one moment, while the guest writes on
//!   stream   volumes that become independent of their snapshots
//!   freeze   the guest's file systems, for that moment
//!   console  the log of the serial port, kept small
//! ```

mod adopt;
pub mod console;
mod copy;
mod freeze;
mod nic;
mod plug;
mod running;
mod start;
mod stream;

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use futures::future::BoxFuture;
use hostlink::Cause;
use model::InstanceId;

use super::{
    folder::{InstanceFolder, make_passage},
    hypervisor::{Hypervisor, Order, Started},
    launched::Launched,
    lifecycle::Found,
    network::VmNetwork,
    plan::Facts,
};
use crate::{
    disk::Disks,
    qemu::{
        cgroup::Cgroups,
        process::{self, User},
    },
};

/// QEMU on this machine. Cheap to clone; all clones are the same.
#[derive(Clone)]
pub struct Qemu {
    inner: Arc<Inner>,
}

struct Inner {
    host_dir: PathBuf,
    facts: Facts,
    user: Option<User>,
    cgroups: Cgroups,
    disks: Disks,
    network: Arc<dyn VmNetwork>,
    streaming: stream::Streaming,
}

impl Qemu {
    /// `stream_after`: how long after its start a guest is left alone before its volumes are made independent.
    pub fn new(
        host_dir: &Path,
        facts: Facts,
        user: Option<User>,
        cgroups: Cgroups,
        disks: Disks,
        network: Arc<dyn VmNetwork>,
        stream_after: Duration,
    ) -> io::Result<Self> {
        // An unprivileged QEMU walks from the host's folder, which is its working directory.
        make_passage(host_dir, user)?;
        make_passage(&host_dir.join("instances"), user)?;
        let streaming = stream::Streaming::new(stream_after);
        let inner = Inner { host_dir: host_dir.to_owned(), facts, user, cgroups, disks, network, streaming };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// The instances that have a folder here.
    pub fn instances(&self) -> Vec<InstanceId> {
        let entries = fs::read_dir(self.inner.host_dir.join("instances")).into_iter().flatten().flatten();
        entries.filter_map(|entry| InstanceId::parse(entry.file_name().to_str()?).ok()).collect()
    }

    /// The instances whose QEMU lives. Needs a tokio runtime.
    pub fn alive(&self) -> Vec<InstanceId> {
        let lives = |instance: &InstanceId| {
            let folder = self.folder(instance);
            let launched = Launched::read(&folder).ok().flatten()?;
            process::find(&folder.file("pid"), &launched.argv, &self.inner.host_dir).ok().flatten()
        };
        self.instances().into_iter().filter(|instance| lives(instance).is_some()).collect()
    }

    fn folder(&self, instance: &InstanceId) -> InstanceFolder {
        InstanceFolder::new(&self.inner.host_dir, instance)
    }

    /// Clears up after a QEMU that has ended, or never began.
    fn clear_up(&self, instance: &InstanceId) {
        self.inner.network.leave(instance);
        self.inner.cgroups.remove(instance);
        let folder = self.folder(instance);
        if let Err(error) = Launched::remove(&folder) {
            tracing::warn!(%instance, "clearing up: {error}");
        }
        for file in ["qmp.sock", "console.sock", "agent.sock", "pid", freeze::MARK] {
            // What isn't there needn't go.
            let _ = fs::remove_file(folder.file(file));
        }
    }
}

impl Hypervisor for Qemu {
    fn start(&self, order: Order) -> BoxFuture<'static, Result<Started, Cause>> {
        Box::pin(self.clone().start_or_undo(order))
    }

    fn find(&self, instance: &InstanceId) -> BoxFuture<'static, (Found, Option<Started>)> {
        Box::pin(self.clone().adopt(instance.clone()))
    }

    fn ended(&self, instance: &InstanceId) {
        self.clear_up(instance);
    }

    fn remove(&self, instance: &InstanceId) -> BoxFuture<'static, Result<(), String>> {
        self.clear_up(instance);
        let folder = self.folder(instance);
        Box::pin(
            async move { folder.remove().map_err(|error| format!("removing {}: {error}", folder.path().display())) },
        )
    }

    fn tend(&self, instance: &InstanceId) {
        let folder = self.folder(instance);
        if let Err(error) = console::rotate(&folder) {
            tracing::warn!(%instance, "the console's log: {error}");
        }
    }
}
