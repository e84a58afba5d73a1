//! `fogbank vault check`.

use std::{
    cell::Cell,
    io::{IsTerminal, Write, stderr},
    sync::atomic::AtomicBool,
};

use anyhow::{Result, bail};
use server::admin::{AdminReply, AdminRequest, ShownSnapshot};
use vault::{Hash, Report, Vault, known_place};

use crate::{
    admin_client,
    data_dir::{Chosen, DataDir},
    quick_start,
};

#[derive(clap::Args)]
pub struct Options {
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    /// Read and verify everything in the vault, and tell which snapshots are hurt. The cloud may run meanwhile.
    Check {
        /// Print the report as JSON.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        chosen: Chosen,
    },
}

pub fn run(options: Options) -> Result<()> {
    match options.what {
        What::Check { json, chosen } => check(&chosen.open(), json),
    }
}

/// A snapshot that ought to be in the vault, and what it is called.
struct Known {
    root: Hash,
    name: String,
}

fn check(data_dir: &DataDir, json: bool) -> Result<()> {
    let folder = data_dir.file("vault");
    if known_place(&folder)? == vault::Known::Nothing {
        bail!("there is no vault in {} yet", data_dir.path().display());
    }
    let vault = Vault::open(folder)?;
    let known = known(data_dir)?;
    let expected: Vec<Hash> = known.iter().map(|known| known.root).collect();
    let report = vault.check(&expected, &Shown::default().hear(), &AtomicBool::new(false))?;
    if json {
        println!("{}", serde_json::to_string_pretty(&report)?);
    } else {
        print(&report, &known);
    }
    if report.is_sound() { Ok(()) } else { bail!("the vault is damaged") }
}

/// The snapshots of a running cloud, and the images of any.
fn known(data_dir: &DataDir) -> Result<Vec<Known>> {
    let images = quick_start::load(data_dir)?.into_iter();
    let mut known: Vec<Known> = images
        .filter_map(|image| Some(Known { root: image.root.parse().ok()?, name: format!("image {}", image.name) }))
        .collect();
    match admin_client::ask(data_dir, &AdminRequest::ListSnapshots) {
        Ok(AdminReply::Snapshots(snapshots)) => known.extend(snapshots.into_iter().filter_map(named)),
        Ok(_) => {}
        Err(_) => eprintln!("No cloud runs here, so snapshots are told by the roots of their manifests."),
    }
    Ok(known)
}

fn named(snapshot: ShownSnapshot) -> Option<Known> {
    Some(Known { root: snapshot.root.parse().ok()?, name: format!("{} in {}", snapshot.id, snapshot.region) })
}

fn print(report: &Report, known: &[Known]) {
    let mib = |bytes: u64| bytes >> 20;
    println!(
        "{} snapshots, {} blocks, {} MiB; {} MiB of it are garbage that a running cloud deletes.",
        report.manifests,
        report.blocks,
        mib(report.stored_bytes),
        mib(report.unreferenced_bytes)
    );
    if report.unverified > 0 {
        println!("{} blocks are encrypted and their key isn't here, so they were not verified.", report.unverified);
    }
    for damaged in &report.damaged {
        println!("damaged: {} {}", damaged.name, damaged.damage);
    }
    for hurt in &report.hurt {
        let mut names: Vec<&str> =
            known.iter().filter(|known| known.root == hurt.root).map(|known| known.name.as_str()).collect();
        let root = format!("the snapshot with root {}", hurt.root);
        if names.is_empty() {
            names.push(&root);
        }
        let lost = match hurt.hurt_blocks {
            Some(blocks) => format!("{blocks} blocks of 512 KiB can't be read, the first at {:?}", hurt.first_hurt),
            None => "nothing of it can be read".to_owned(),
        };
        for name in names {
            println!("hurt: {name}: {lost}");
        }
    }
    if report.is_sound() {
        println!("All of it is sound{}.", if report.unverified > 0 { " as far as is known" } else { "" });
    } else {
        println!("A snapshot of a volume that still has the lost blocks puts them back.");
    }
}

/// Progress on a terminal, a percent at a time.
#[derive(Default)]
struct Shown {
    percent: Cell<Option<u64>>,
}

impl Shown {
    fn hear(self) -> impl Fn(u64, u64) {
        let to_terminal = stderr().is_terminal();
        move |done, total| {
            let percent = (done * 100).checked_div(total).unwrap_or(100);
            if to_terminal && self.percent.replace(Some(percent)) != Some(percent) {
                let end = if done == total { "\n" } else { "" };
                eprint!("\rverified {} of {} MiB ({percent} %){end}", done >> 20, total >> 20);
                // A terminal that is gone needs no progress.
                let _ = stderr().flush();
            }
        }
    }
}
