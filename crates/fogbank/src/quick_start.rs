//! The Quick Start images of this cloud: built once, kept in the vault, listed in `images.json`.

use std::{
    fs,
    sync::atomic::AtomicBool,
    time::{SystemTime, UNIX_EPOCH},
};

use anyhow::{Context, Result};
use control::catalog::QuickStart;
use images::{BuildError, BuildOptions, BuiltImage, Progress};
use model::instance::{Architecture, BootMode};
use vault::Vault;

use crate::data_dir::DataDir;

/// Version of fogbank-tiny: part of its name, so that a changed image is another one.
pub const TINY_VERSION: &str = "1";

/// The images that are there.
pub fn load(data_dir: &DataDir) -> Result<Vec<QuickStart>> {
    match fs::read(data_dir.file("images.json")) {
        Ok(bytes) => serde_json::from_slice(&bytes).context("images.json can't be read"),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error).context("images.json can't be read"),
    }
}

/// Builds fogbank-tiny unless it is there; says how far it is on the terminal.
pub fn ensure_tiny(data_dir: &DataDir) -> Result<Vec<QuickStart>> {
    let known = load(data_dir)?;
    let name = format!("fogbank-tiny-{TINY_VERSION}-x86_64");
    if known.iter().any(|image| image.name == name) {
        return Ok(known);
    }
    println!("Building the image fogbank-tiny (once, about half a minute):");
    build(data_dir, "fogbank-tiny", images::tiny::build, Architecture::X86_64)
}

/// How an image is made.
pub type Recipe = fn(&BuildOptions, &dyn Progress) -> std::result::Result<BuiltImage, BuildError>;

/// Builds an image and adds it to the others, in place of one of the same name.
pub fn build(data_dir: &DataDir, name: &str, recipe: Recipe, architecture: Architecture) -> Result<Vec<QuickStart>> {
    let work = data_dir.file("build");
    fs::create_dir_all(&work)?;
    let options = BuildOptions {
        architecture,
        version: TINY_VERSION.to_owned(),
        work_dir: work.join("work"),
        package_cache: work.join("packages"),
        out: work.join(format!("{name}-{}.raw", architecture.as_str())),
    };
    add(data_dir, &recipe(&options, &Terminal)?)
}

/// Takes a built disk into the vault and lists it; its raw file is removed.
pub fn add(data_dir: &DataDir, built: &BuiltImage) -> Result<Vec<QuickStart>> {
    println!("  storing {} in the vault", built.name);
    let vault = Vault::open(data_dir.file("vault"))?;
    // Keeps it from the garbage collection until it is listed.
    let job = vault.begin_job(&[])?;
    let ingested = vault.in_clear().ingest_file(&job, &built.raw, &|_, _| {}, &AtomicBool::new(false))?;
    let root = ingested.manifest.root.to_string();
    let gib = 1u64 << 30;
    let image = QuickStart {
        name: built.name.clone(),
        description: built.description.clone(),
        digest: built.digest.clone(),
        architecture: built.architecture,
        boot_mode: built.boot_mode,
        root_device_name: built.root_device_name.clone(),
        size_gib: u32::try_from(built.virtual_size.div_ceil(gib)).context("the image is too large")?,
        root,
        created_ms: now_ms(),
        login: built.login.clone(),
    };
    // Two builds may end at the same time.
    let lock = fs::File::create(data_dir.file("images.lock"))?;
    lock.lock()?;
    let mut all = load(data_dir)?;
    all.retain(|known| known.name != image.name);
    all.push(image);
    data_dir.write_private("images.json", &serde_json::to_vec_pretty(&all)?)?;
    fs::remove_file(&built.raw)?;
    Ok(all)
}

fn now_ms() -> i64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |elapsed| i64::try_from(elapsed.as_millis()).unwrap_or(i64::MAX))
}

/// One line a step.
pub struct Terminal;

impl Progress for Terminal {
    fn step(&self, done: u32, of: u32, what: &str) {
        println!("  {done}/{of} {what}");
    }
}

/// The Quick Start images without content: the simulated host boots nothing.
pub fn simulated() -> Vec<QuickStart> {
    // A fixed day, so that ids and dates are the same in every test.
    let created_ms = 1_767_225_600_000;
    let image = |name: String, description: &str, size_gib, login: &str| QuickStart {
        description: description.to_owned(),
        digest: "simulated".into(),
        architecture: Architecture::X86_64,
        boot_mode: BootMode::UefiPreferred,
        root_device_name: "/dev/xvda".into(),
        size_gib,
        root: format!("simulated-{name}"),
        name,
        created_ms,
        login: login.to_owned(),
    };
    vec![
        image(
            format!("fogbank-tiny-{TINY_VERSION}-x86_64"),
            "Fogbank tiny: busybox, dropbear, a few seconds to ssh",
            2,
            "ec2-user",
        ),
        image("debian-12-x86_64-20260101".into(), "Debian 12 (bookworm)", 8, "admin"),
    ]
}
