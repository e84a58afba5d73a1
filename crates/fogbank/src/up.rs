//! `fogbank up`: wires store, control, host and server together and runs them in the foreground.

use std::{
    net::{IpAddr, SocketAddr},
    os::unix::fs::PermissionsExt,
    sync::Arc,
    time::Duration,
};

use anyhow::{Context, Result, bail};
use control::{
    catalog::QuickStart,
    cloud::{Cloud, Hosts, Settings},
    world::RealWorld,
};
use host::simulated::{SimulatedHost, SimulatedOptions};
use hostlink::Host;
use server::Front;
use tokio::{
    net::{TcpListener, UnixListener},
    signal::unix::{SignalKind, signal},
};

use crate::data_dir::{Chosen, Credentials, DataDir};

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
    /// Whether guests may reach out through this machine: default or none.
    #[arg(long, value_enum, default_value = "host")]
    egress: Egress,
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
    if options.simulated_delay.is_some() && options.host != HostKind::Simulated {
        bail!("--simulated-delay goes with --host simulated");
    }
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(serve(options))
}

async fn serve(options: UpOptions) -> Result<()> {
    let data_dir = options.chosen.open();
    data_dir.create()?;
    // Before anything is made: a taken port must not leave half a cloud behind.
    let listener = TcpListener::bind(options.listen)
        .await
        .with_context(|| format!("{} can't be listened on", options.listen))?;
    let endpoint = format!("http://{}", shown(listener.local_addr()?));
    let (hosts, catalog): (Arc<dyn Hosts>, Vec<QuickStart>) = match options.host {
        HostKind::Simulated => {
            data_dir.claim_kind("simulated")?;
            let delay = options.simulated_delay.map(Duration::from_millis);
            (Arc::new(SimulatedHosts { delay }), simulated_catalog())
        }
        HostKind::Qemu => bail!("--host qemu is not there yet"),
    };
    let settings = Settings {
        cells: Some(data_dir.file("cells")),
        sandbox: options.sandbox.clone(),
        public_pool: "127.31.0.0/16".parse()?,
    };
    let cloud = Cloud::open(settings, Arc::new(RealWorld::default()), hosts)?;
    cloud.set_catalog(catalog);
    ensure_root_key(&cloud, &data_dir).await?;
    data_dir.write_private("endpoint", endpoint.as_bytes())?;
    data_dir.write_private("control.pid", std::process::id().to_string().as_bytes())?;
    cloud.open_known_regions().await.map_err(|error| anyhow::anyhow!(error.message))?;

    let admin = tokio::spawn(server::admin::serve(admin_listener(&data_dir)?, cloud.clone()));
    let http = tokio::spawn(server::serve(listener, Arc::new(Front::new(cloud))));
    println!("ready: {endpoint}");
    ended().await?;
    http.abort();
    admin.abort();
    let _ = std::fs::remove_file(data_dir.file("control.pid"));
    let _ = std::fs::remove_file(data_dir.file("admin.sock"));
    Ok(())
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
    let (account, key) =
        cloud.accounts.create_account("root").await.map_err(|error| anyhow::anyhow!(error.message))?;
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

/// The Quick Start images without content: the simulated host boots nothing.
fn simulated_catalog() -> Vec<QuickStart> {
    use model::instance::{Architecture, BootMode};
    // A fixed day, so that ids and dates are the same in every test.
    let created_ms = 1_767_225_600_000;
    let image = |name: &str, description: &str, size_gib, login: &str| QuickStart {
        name: name.to_owned(),
        description: description.to_owned(),
        digest: "simulated".into(),
        architecture: Architecture::X86_64,
        boot_mode: BootMode::UefiPreferred,
        root_device_name: "/dev/xvda".into(),
        size_gib,
        root: format!("simulated-{name}"),
        created_ms,
        login: login.to_owned(),
    };
    vec![
        image("fogbank-tiny-1-x86_64", "Fogbank tiny: busybox, dropbear, a few seconds to ssh", 2, "ec2-user"),
        image("debian-12-x86_64-20260101", "Debian 12 (bookworm)", 8, "admin"),
    ]
}
