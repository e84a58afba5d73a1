//! `fogbank image build|list|import|export|copy`.

mod api;
mod bar;
mod copy;
mod list;
mod transfer;
mod undo;

use anyhow::{Result, anyhow, bail};
use api::Api;
use model::{facts::regions::DEFAULT_REGION, instance::Architecture};
use server::admin::AdminRequest;

use crate::{admin_client, data_dir::Chosen, quick_start};

#[derive(clap::Args)]
pub struct Options {
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    /// Build an image from Debian packages and list it in every region.
    Build {
        /// fogbank-tiny or debian-12.
        name: String,
        /// x86_64, i386 or arm64; of debian-12 there is x86_64 only.
        #[arg(long, value_name = "ARCHITECTURE", default_value = "x86_64")]
        arch: String,
        #[command(flatten)]
        chosen: Chosen,
    },
    /// List this cloud's own images and those of the account that it began with: id, name, size, architecture, state.
    List {
        /// The region whose images are listed; ids differ by region.
        #[arg(long, default_value = DEFAULT_REGION)]
        region: String,
        #[command(flatten)]
        chosen: Chosen,
    },
    /// Make an image of a disk of this machine.
    Import {
        #[command(flatten)]
        asked: transfer::DiskToImport,
        #[arg(long, default_value = DEFAULT_REGION)]
        region: String,
        #[command(flatten)]
        chosen: Chosen,
    },
    /// Write an image of one volume to a file of this machine.
    Export {
        #[command(flatten)]
        asked: transfer::ImageToExport,
        #[arg(long, default_value = DEFAULT_REGION)]
        region: String,
        #[command(flatten)]
        chosen: Chosen,
    },
    /// Copy an image into another region.
    Copy {
        /// The image's id.
        image: String,
        #[arg(long)]
        to_region: String,
        #[arg(long, default_value = DEFAULT_REGION)]
        from_region: String,
        /// The copy's name; the image's own unless it is said.
        #[arg(long)]
        name: Option<String>,
        #[command(flatten)]
        chosen: Chosen,
    },
}

pub fn run(options: Options) -> Result<()> {
    match options.what {
        What::Build { name, arch, chosen } => build(&name, &arch, &chosen),
        What::List { region, chosen } => list::list(&Api::new(chosen.open(), &region)?),
        What::Import { asked, region, chosen } => transfer::import(&Api::new(chosen.open(), &region)?, &asked),
        What::Export { asked, region, chosen } => transfer::export(&Api::new(chosen.open(), &region)?, &asked),
        What::Copy { image, to_region, from_region, name, chosen } => {
            let [from, to] = [from_region, to_region].map(|region| Api::new(chosen.open(), &region));
            copy::copy(&from?, &to?, &image, name.as_deref())
        }
    }
}

fn build(name: &str, architecture: &str, chosen: &Chosen) -> Result<()> {
    let architecture = Architecture::parse(architecture)
        .ok_or_else(|| anyhow!("there is no architecture '{architecture}'; known: x86_64, i386, arm64"))?;
    let recipe = match name {
        "fogbank-tiny" => images::tiny::build,
        "debian-12" => images::debian::build,
        other => bail!("there is no recipe for the image '{other}'; known: fogbank-tiny, debian-12"),
    };
    let data_dir = chosen.open();
    data_dir.create()?;
    // The simulated host lists its own images, which nothing needs to boot.
    data_dir.claim_kind("qemu")?;
    let images = quick_start::build(&data_dir, name, recipe, architecture)?;
    // One that doesn't run reads the list when it starts.
    let told = admin_client::is_running(&data_dir)
        .then(|| admin_client::ask(&data_dir, &AdminRequest::ListBuilt { images }))
        .transpose()?;
    println!(
        "{}",
        if told.is_some() { "It is listed in every region." } else { "`fogbank up` lists it in every region." }
    );
    Ok(())
}
