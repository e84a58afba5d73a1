//! The host agent: the process that runs everything of one machine, `fogbank host`.
//!
//! ```text
//!   control plane ──socket──▶ Port ──Inbox──▶ keeper: one loop, no locks; owns what is wanted and what was seen
//!                                              │  ├── desired    what each region wants, on disk
//!        observations ◀──────────── hub ◀──────┤  ├── vm::task   one for each instance
//!                                              │  ├── volumes    files made, grown and removed
//!                                              │  └── snapshots  volumes into the vault
//!                                              └── network       VmNetwork over net::Net
//! ```
//! It needs no control plane: what was wanted last is on disk, and is acted on after a restart. VMs need no agent: QEMU
//! lives on when this process ends, and the next one takes it over. Only `Shutdown` (`fogbank down`) ends them.

mod desired;
mod hub;
mod keeper;
mod moment;
mod network;
mod port;
mod queries;
mod snapshots;
mod volumes;

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use hostlink::socket::SocketListener;
use nix::fcntl::{Flock, FlockArg};
use tokio::signal::unix::{SignalKind, signal};
use vault::Vault;

use crate::{
    disk::Disks,
    net::{Egress, Net, NetConfig, NetError},
    probe,
    qemu::{cgroup::Cgroups, process::User},
    vm::real::Qemu,
};

/// What an agent is told at its start.
#[derive(Clone, Debug)]
pub struct AgentOptions {
    /// The cloud's data directory. The agent's own files are in `host/`, snapshots in `vault/`.
    pub data_dir: PathBuf,
    /// Whether guests reach beyond this cloud.
    pub egress: Egress,
    /// TCP ports of this machine that guests may reach, such as that of the EC2 endpoint.
    pub host_ports: Vec<u16>,
    /// How long a guest that starts is left alone before its volumes are made independent of their snapshots.
    pub stream_after: Duration,
}

/// Most guests have booted by then.
pub const STREAM_AFTER: Duration = Duration::from_secs(30);

#[derive(Debug, thiserror::Error)]
pub enum AgentError {
    #[error("another host agent runs for {} (process {pid}); end it, or choose another data directory", data_dir.display())]
    AlreadyRuns { data_dir: PathBuf, pid: String },
    #[error("{attempted}: {source}")]
    Io { attempted: String, source: io::Error },
    #[error(transparent)]
    Net(#[from] NetError),
    #[error(transparent)]
    Vault(#[from] vault::VaultError),
}

impl AgentError {
    fn io(attempted: impl Into<String>) -> impl FnOnce(io::Error) -> Self {
        let attempted = attempted.into();
        move |source| Self::Io { attempted, source }
    }
}

/// Where the agent of a data directory listens.
pub fn socket_path(data_dir: &Path) -> PathBuf {
    data_dir.join("host").join("agent.sock")
}

/// Runs the agent until it is told to end: by SIGTERM or SIGINT, which leave VMs running, or by `ToHost::Shutdown`,
/// which ends them and takes the network down.
pub async fn run(options: AgentOptions) -> Result<(), AgentError> {
    let host_dir = options.data_dir.join("host");
    fs::create_dir_all(&host_dir).map_err(AgentError::io(format!("making {}", host_dir.display())))?;
    // QEMU's working directory is compared by its real path when VMs are taken over.
    let host_dir = fs::canonicalize(&host_dir).map_err(AgentError::io(format!("finding {}", host_dir.display())))?;
    let _lock = lock(&options.data_dir, &host_dir)?;
    let mut terminate = signal(SignalKind::terminate()).map_err(AgentError::io("listening for signals"))?;
    let mut interrupt = signal(SignalKind::interrupt()).map_err(AgentError::io("listening for signals"))?;

    let facts = {
        let host_dir = host_dir.clone();
        tokio::task::spawn_blocking(move || probe::facts(&host_dir))
            .await
            .map_err(|error| AgentError::io("looking at the machine")(io::Error::other(error)))?
    };
    tracing::info!(?facts, "the machine");
    let vault = Arc::new(Vault::open(options.data_dir.join("vault"))?);
    let user = User::choose();
    // Guests that wait for it read on from here, before anything else is asked of their QEMUs.
    let disks = Disks::open(&host_dir, vault, user).map_err(AgentError::io("preparing the folders of disks"))?;
    let net = Net::start(NetConfig {
        egress: options.egress,
        host_ports: options.host_ports.clone(),
        ..NetConfig::new(&options.data_dir, &host_dir)
    })
    .await?;
    let cgroups = Cgroups::detect(&net.slice().tag);

    let desired = desired::Regions::load(&host_dir).map_err(AgentError::io("reading what was wanted last"))?;
    let (network, network_task) = network::Network::start(net.clone(), desired.shared());
    let qemu = Qemu::new(
        &host_dir,
        facts.clone(),
        user,
        cgroups.clone(),
        disks.clone(),
        Arc::new(network.clone()),
        options.stream_after,
    );
    let qemu = qemu.map_err(AgentError::io("preparing the folders of instances"))?;
    // Before anything of the network is touched it is known who uses it.
    for instance in qemu.alive() {
        network.stays(&instance);
    }
    network.refresh();

    let hub = hub::Hub::new(probe::capacity());
    let (inbox_sender, inbox) = tokio::sync::mpsc::unbounded_channel();
    let port = port::Port::new(Arc::clone(&hub), inbox_sender.clone());
    let listener = SocketListener::bind(&socket_path(&options.data_dir))
        .map_err(AgentError::io("listening for the control plane"))?;
    let serving = tokio::spawn(listener.serve(Arc::new(port)));
    let filling_in = tokio::spawn(disks.clone().fill_in_idle(options.stream_after));
    let keeper = keeper::Keeper::new(keeper::Parts {
        host_dir,
        starts: keeper::starts_at_a_time(&facts),
        hypervisor: Arc::new(qemu.clone()),
        instances_on_disk: qemu.instances(),
        disks,
        network: network.clone(),
        desired,
        hub,
        inbox: inbox_sender,
    });

    let end = tokio::select! {
        end = keeper.run(inbox) => end,
        _ = terminate.recv() => keeper::End::Left,
        _ = interrupt.recv() => keeper::End::Left,
    };
    // The socket goes last: who waits for it to go knows that all is done.
    network_task.abort();
    filling_in.abort();
    match end {
        keeper::End::Left => tracing::info!("ends; VMs go on"),
        keeper::End::Down => {
            net.remove_all().await?;
            cgroups.remove_all();
            tracing::info!("ends; all VMs have ended");
        }
    }
    serving.abort();
    let _ = serving.await;
    Ok(())
}

/// Sees to it that one agent at a time runs for a data directory.
fn lock(data_dir: &Path, host_dir: &Path) -> Result<Flock<fs::File>, AgentError> {
    use io::Write;
    let path = host_dir.join("agent.lock");
    let failed = || AgentError::io(format!("locking {}", path.display()));
    let file = fs::File::options().read(true).write(true).create(true).truncate(false).open(&path).map_err(failed())?;
    match Flock::lock(file, FlockArg::LockExclusiveNonblock) {
        Ok(mut lock) => {
            lock.set_len(0).and_then(|()| writeln!(lock, "{}", std::process::id())).map_err(failed())?;
            Ok(lock)
        }
        Err((_, nix::errno::Errno::EWOULDBLOCK)) => {
            let pid = fs::read_to_string(&path).unwrap_or_default().trim().to_owned();
            Err(AgentError::AlreadyRuns { data_dir: data_dir.to_owned(), pid })
        }
        Err((_, errno)) => Err(failed()(errno.into())),
    }
}

#[cfg(test)]
mod tests;
