//! Builds the fogbank-tiny image: `cargo run -p images --example build-tiny -- OUT.raw [ARCHITECTURE]`.
//!
//! Packages are kept beside the image, in `packages/`; `FOGBANK_PACKAGE_CACHE` names another place.

use std::path::PathBuf;

use images::{Architecture, BuildOptions, Progress, tiny};

struct Lines;

impl Progress for Lines {
    fn step(&self, done: u32, of: u32, what: &str) {
        eprintln!("[{done}/{of}] {what}");
    }
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let Some(out) = arguments.next().map(PathBuf::from) else {
        eprintln!("usage: build-tiny OUT.raw [x86_64|i386|arm64]");
        std::process::exit(2);
    };
    let architecture = match arguments.next() {
        None => Architecture::X86_64,
        Some(name) => Architecture::parse(&name).unwrap_or_else(|| {
            eprintln!("build-tiny: no architecture {name}: give x86_64, i386 or arm64");
            std::process::exit(2);
        }),
    };
    let beside = out.parent().map(PathBuf::from).unwrap_or_default();
    let options = BuildOptions {
        architecture,
        version: "dev".to_owned(),
        work_dir: beside.join("work"),
        package_cache: std::env::var_os("FOGBANK_PACKAGE_CACHE").map_or_else(|| beside.join("packages"), PathBuf::from),
        out,
    };
    match tiny::build(&options, &Lines) {
        Ok(built) => println!("{built:#?}"),
        Err(error) => {
            eprintln!("build-tiny: {error}");
            std::process::exit(1);
        }
    }
}
