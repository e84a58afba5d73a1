//! `fogbank image build|list`.

use anyhow::{Result, bail};
use model::instance::Architecture;

use crate::{data_dir::Chosen, quick_start};

#[derive(clap::Args)]
pub struct Options {
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    /// Build an image from Debian packages and list it in every region.
    Build {
        /// fogbank-tiny.
        name: String,
        #[command(flatten)]
        chosen: Chosen,
    },
    /// List the built images.
    List {
        #[command(flatten)]
        chosen: Chosen,
    },
}

pub fn run(options: Options) -> Result<()> {
    match options.what {
        What::Build { name, chosen } => {
            let data_dir = chosen.open();
            data_dir.create()?;
            match name.as_str() {
                "fogbank-tiny" => quick_start::build_tiny(&data_dir, Architecture::X86_64)?,
                other => bail!("there is no recipe for the image '{other}'; known: fogbank-tiny"),
            };
            println!("A running cloud lists it after its next start.");
        }
        What::List { chosen } => {
            for image in quick_start::load(&chosen.open())? {
                println!(
                    "{}\t{} GiB\t{}\tlogin {}",
                    image.name,
                    image.size_gib,
                    image.architecture.as_str(),
                    image.login
                );
            }
        }
    }
    Ok(())
}
