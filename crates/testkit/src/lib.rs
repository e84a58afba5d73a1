//! A whole cloud in a test: in memory, on simulated hosts, with time and randomness from a seed.

use std::{path::PathBuf, sync::Arc, time::Duration};

use control::{
    action::{Action, Output, RequestContext, run},
    catalog::QuickStart,
    cloud::{Cloud, Hosts, Settings},
    exchange::Exchange,
    world::{SeededWorld, World},
};
use host::simulated::{SimulatedHost, SimulatedOptions};
use hostlink::Host;
use model::{
    AccountId, ApiError,
    instance::{Architecture, BootMode},
};

/// When tests begin: 2026-01-01 00:00 UTC, milliseconds since 1970.
pub const BEGIN_MS: i64 = 1_767_225_600_000;

/// A cloud that lives in memory. What happens in it follows from the seed and the requests alone.
pub struct TestCloud {
    pub cloud: Arc<Cloud>,
    pub world: Arc<SeededWorld>,
}

struct SimulatedHosts {
    world: Arc<SeededWorld>,
    delay: Option<Duration>,
}

impl Hosts for SimulatedHosts {
    fn host_for(&self, region: &'static str) -> Arc<dyn Host> {
        let world = self.world.clone();
        Arc::new(SimulatedHost::new(SimulatedOptions {
            boot: format!("simulated-{region}"),
            delay: self.delay,
            now_ms: Arc::new(move || world.now_ms()),
        }))
    }
}

impl TestCloud {
    /// Must be called inside a tokio runtime.
    pub fn new(seed: u64) -> Self {
        Self::with(seed, None, None)
    }

    /// One whose state lies in files, where there is a folder for it, and that has buckets.
    pub fn with(seed: u64, cells: Option<PathBuf>, exchange: Option<Arc<dyn Exchange>>) -> Self {
        let world = Arc::new(SeededWorld::new(seed, BEGIN_MS));
        let settings = Settings {
            cells,
            sandbox: Some("seeded".into()),
            public_pool: "127.31.0.0/16".parse().expect("a CIDR block"),
            exchange,
        };
        let hosts = Arc::new(SimulatedHosts { world: world.clone(), delay: None });
        let cloud = Cloud::open(settings, world.clone(), hosts).expect("a cloud in memory opens");
        cloud.set_catalog(vec![tiny()]);
        Self { cloud, world }
    }

    /// Does what a request of this account would do, and answers as its caller would see it, as XML with a fixed
    /// request id.
    pub async fn ask<A: Action>(&self, account: &str, region: &str, input: A::Input) -> Result<String, ApiError> {
        let output = self.call::<A>(account, region, input).await?;
        Ok(wire::xml::response::<A::Input>("00000000-0000-4000-a000-000000000000", &output))
    }

    /// The same, as a value.
    pub async fn call<A: Action>(&self, account: &str, region: &str, input: A::Input) -> Result<Output<A>, ApiError> {
        let account = AccountId::parse(account).expect("twelve digits");
        let region = self.cloud.ensure(&account, region).await?;
        let context = RequestContext {
            account,
            dry_run: false,
            client_token: None,
            fingerprint: [0; 32],
            form: Default::default(),
        };
        run::<A>(self.cloud.clone(), region, context, input).await
    }
}

/// fogbank-tiny without content.
pub fn tiny() -> QuickStart {
    QuickStart {
        name: "fogbank-tiny-1-x86_64".into(),
        description: "Fogbank tiny".into(),
        digest: "test".into(),
        architecture: Architecture::X86_64,
        boot_mode: BootMode::UefiPreferred,
        root_device_name: "/dev/xvda".into(),
        size_gib: 2,
        root: "test".into(),
        created_ms: BEGIN_MS,
        login: "ec2-user".into(),
    }
}
