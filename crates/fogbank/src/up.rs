//! `fogbank up`: wires store, control, host and server together and runs them in the foreground.

use std::{
    net::{IpAddr, SocketAddr},
    os::unix::fs::PermissionsExt,
    path::PathBuf,
    sync::Arc,
    time::Duration,
};

use anyhow::{Context, Result, bail};
use control::{
    catalog::QuickStart,
    cloud::{Cloud, Hosts, Settings},
    hub::Hub,
    world::RealWorld,
};
use host::simulated::{SimulatedHost, SimulatedOptions};
use hostlink::{Host, socket::SocketHost};
use ipnet::Ipv4Net;
use server::Front;
use tokio::{
    net::{TcpListener, UnixListener},
    signal::unix::{SignalKind, signal},
};
use vault::Vault;

use crate::{
    agent,
    certificate::Certificate,
    data_dir::{self, Chosen, Credentials, DataDir},
    exchange::Folder,
    quick_start, vault_place,
};

/// Public addresses of the simulated host, on which nothing listens.
const SIMULATED_POOL: &str = "127.31.0.0/16";

#[derive(clap::Args, Debug)]
pub struct UpOptions {
    #[command(flatten)]
    chosen: Chosen,
    /// Address and port to listen on.
    #[arg(long, default_value = "127.0.0.1:8773")]
    listen: SocketAddr,
    /// What runs the instances: real VMs, or life cycles only, for tests of API clients.
    #[arg(long, value_enum, default_value = "qemu")]
    host: HostKind,
    /// For test suites: any access key that is signed with SECRET is a fresh account of its own.
    #[arg(long, value_name = "SECRET")]
    sandbox: Option<String>,
    /// What each step takes on the simulated host; without it instances run at once.
    #[arg(long, value_name = "MS")]
    simulated_delay: Option<u64>,
    /// HTTPS, with a certificate that is made at the first start and that `fogbank env` names.
    #[arg(long)]
    tls: bool,
    /// One's own certificate for HTTPS, with those that lead to its root (PEM).
    #[arg(long, value_name = "FILE", requires = "tls", requires = "tls_key")]
    tls_cert: Option<PathBuf>,
    /// The private key of one's own certificate (PEM).
    #[arg(long, value_name = "FILE", requires = "tls", requires = "tls_cert")]
    tls_key: Option<PathBuf>,
    /// Whether guests may reach out through this machine: default or none.
    #[arg(long, value_enum, default_value = "host")]
    egress: Egress,
    /// The folder that ImportSnapshot and ImportImage read from and ExportImage writes to; its subfolders are the
    /// buckets. The data directory's folder exchange unless it is said.
    #[arg(long, value_name = "DIR")]
    exchange: Option<std::path::PathBuf>,
    #[command(flatten)]
    vault: vault_place::Options,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum HostKind {
    Qemu,
    Simulated,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Egress {
    /// Through the machine's own route.
    Host,
    /// Not at all.
    None,
}

pub fn run(options: UpOptions) -> Result<()> {
    if options.sandbox.is_some() && !options.listen.ip().is_loopback() {
        bail!(
            "--sandbox lets anybody who knows its secret in, so it is refused unless --listen is a loopback address (it is {})",
            options.listen
        );
    }
    if options.exchange.is_some() && options.host == HostKind::Simulated {
        bail!("--exchange goes with real VMs: the simulated host keeps no disks");
    }
    if options.vault.vault.is_some() && options.host == HostKind::Simulated {
        bail!("--vault goes with real VMs: the simulated host keeps no disks");
    }
    if options.simulated_delay.is_some() && options.host != HostKind::Simulated {
        bail!("--simulated-delay goes with --host simulated");
    }
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(serve(options))
}

async fn serve(options: UpOptions) -> Result<()> {
    let data_dir = options.chosen.open();
    data_dir.create()?;
    // Before anything is made: a taken port must not leave half a cloud behind.
    let listener =
        TcpListener::bind(options.listen).await.with_context(|| format!("{} can't be listened on", options.listen))?;
    let address = listener.local_addr()?;
    let certificate = certificate(&data_dir, &options, address)?;
    let scheme = if certificate.is_some() { "https" } else { "http" };
    let endpoint = format!("{scheme}://{}", shown(address));
    let Ground { hosts, catalog, public_pool, vault } = match options.host {
        HostKind::Simulated => simulated(&data_dir, &options)?,
        HostKind::Qemu => real(&data_dir, &options).await?,
    };
    let exchange = match options.host {
        HostKind::Simulated => None,
        HostKind::Qemu => {
            let root = options.exchange.clone().unwrap_or_else(|| data_dir.file("exchange"));
            let exchange = Folder::open(&root, &data_dir.file("imports"), &data_dir.file("vault"))?;
            data_dir.write_private("exchange-folder", root.canonicalize()?.to_string_lossy().as_bytes())?;
            Some(exchange as Arc<dyn control::exchange::Exchange>)
        }
    };
    let cells = Some(data_dir.file("cells"));
    let settings = Settings { cells, sandbox: options.sandbox.clone(), public_pool, exchange };
    let cloud = Cloud::open(settings, Arc::new(RealWorld::default()), hosts)?;
    cloud.set_catalog(catalog);
    if let Some(vault) = vault.clone() {
        cloud.set_vault(vault);
    }
    ensure_root_key(&cloud, &data_dir).await?;
    data_dir.write_private("endpoint", endpoint.as_bytes())?;
    let bundle = certificate.as_ref().and_then(|certificate| certificate.bundle.clone());
    data_dir.set_ca_bundle(bundle.as_deref())?;
    data_dir.write_private("control.pid", std::process::id().to_string().as_bytes())?;
    cloud.open_known_regions().await.map_err(|error| anyhow::anyhow!(error.message))?;

    let sweeping = vault.map(|vault| {
        let data_dir = data_dir.clone();
        // Images that were built since the start, too.
        let listed = move || Ok(quick_start::load(&data_dir)?.into_iter().map(|image| image.root).collect());
        tokio::spawn(control::sweep::look_after(cloud.clone(), vault, Arc::new(listed)))
    });
    let admin = tokio::spawn(server::admin::serve(admin_listener(&data_dir)?, cloud.clone()));
    let tls = certificate.map(|certificate| certificate.tls);
    let http = tokio::spawn(server::serve(listener, Arc::new(Front::new(cloud)), tls));
    println!("ready: {endpoint}");
    if let Some(bundle) = bundle {
        println!("AWS_CA_BUNDLE={}", bundle.display());
    }
    ended().await?;
    http.abort();
    admin.abort();
    if let Some(sweeping) = sweeping {
        sweeping.abort();
    }
    let _ = std::fs::remove_file(data_dir.file("control.pid"));
    let _ = std::fs::remove_file(data_dir.file("admin.sock"));
    Ok(())
}

/// What HTTPS is served with, if it is asked for.
fn certificate(data_dir: &DataDir, options: &UpOptions, listen: SocketAddr) -> Result<Option<Certificate>> {
    match (options.tls, &options.tls_cert, &options.tls_key) {
        (false, _, _) => Ok(None),
        (true, Some(certificate), Some(key)) => Certificate::own(certificate, key).map(Some),
        (true, _, _) => Certificate::made(data_dir, listen).map(Some),
    }
}

/// What a cloud stands on.
struct Ground {
    hosts: Arc<dyn Hosts>,
    catalog: Vec<QuickStart>,
    public_pool: Ipv4Net,
    /// Where snapshots lie, if there is anything in them.
    vault: Option<Arc<Vault>>,
}

fn simulated(data_dir: &DataDir, options: &UpOptions) -> Result<Ground> {
    data_dir.claim_kind("simulated")?;
    let delay = options.simulated_delay.map(Duration::from_millis);
    Ok(Ground {
        hosts: Arc::new(SimulatedHosts { delay }),
        catalog: quick_start::simulated(),
        public_pool: SIMULATED_POOL.parse()?,
        vault: None,
    })
}

/// This machine: its slice of addresses, the tiny image, and the host agent, which is started unless it runs.
async fn real(data_dir: &DataDir, options: &UpOptions) -> Result<Ground> {
    if !data_dir::is_root() {
        bail!(
            "real VMs need root, for network namespaces and devices: run it with sudo, or use --host simulated for life \
             cycles without VMs"
        );
    }
    data_dir.claim_kind("qemu")?;
    vault_place::settle(data_dir, &options.vault)?;
    let slice = host::net::machine::claim(data_dir.path())?;
    let catalog = {
        let data_dir = data_dir.clone();
        tokio::task::spawn_blocking(move || quick_start::ensure_tiny(&data_dir)).await??
    };
    let started = agent::ensure(data_dir, options.egress)?;
    agent::keep(data_dir.clone(), options.egress, started)?;
    let host = SocketHost::connect(agent::socket(data_dir));
    let vault = Some(Arc::new(Vault::open(data_dir.file("vault"))?));
    Ok(Ground { hosts: Arc::new(Hub::new(Arc::new(host))), catalog, public_pool: slice.pool, vault })
}

/// An address as an endpoint shows it: one that listens everywhere is reached through loopback.
fn shown(address: SocketAddr) -> SocketAddr {
    match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => SocketAddr::from(([127, 0, 0, 1], address.port())),
        _ => address,
    }
}

/// Makes the first account and keeps its root access key in a file that only its owner can read.
async fn ensure_root_key(cloud: &Cloud, data_dir: &DataDir) -> Result<()> {
    if data_dir.credentials()?.is_some() {
        return Ok(());
    }
    let (account, key) = cloud.accounts.create_account("root").await.map_err(|error| anyhow::anyhow!(error.message))?;
    let credentials = Credentials {
        account: account.id.to_string(),
        access_key_id: key.id.clone(),
        secret_access_key: key.secret.clone(),
    };
    data_dir.write_private("credentials.json", &serde_json::to_vec_pretty(&credentials)?)
}

fn admin_listener(data_dir: &DataDir) -> Result<UnixListener> {
    let path = data_dir.file("admin.sock");
    let _ = std::fs::remove_file(&path);
    let listener = UnixListener::bind(&path).with_context(|| format!("{} can't be made", path.display()))?;
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600))?;
    Ok(listener)
}

async fn ended() -> Result<()> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    Ok(())
}

/// A simulated host of its own for each region.
struct SimulatedHosts {
    delay: Option<Duration>,
}

impl Hosts for SimulatedHosts {
    fn host_for(&self, _region: &'static str) -> Arc<dyn Host> {
        Arc::new(SimulatedHost::new(SimulatedOptions { delay: self.delay, ..SimulatedOptions::default() }))
    }
}
