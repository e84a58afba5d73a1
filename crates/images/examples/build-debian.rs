//! Builds the debian-12 image: `cargo run -p images --example build-debian -- OUT.raw`.
//!
//! Packages are kept beside the image, in `packages/`; `FOGBANK_PACKAGE_CACHE` names another place.

use std::{path::PathBuf, time::Instant};

use images::{Architecture, BuildOptions, Progress, debian};

struct Lines(Instant);

impl Progress for Lines {
    fn step(&self, done: u32, of: u32, what: &str) {
        eprintln!("[{done}/{of}] {:.1} s: {what}", self.0.elapsed().as_secs_f32());
    }
}

fn main() {
    let Some(out) = std::env::args().nth(1).map(PathBuf::from) else {
        eprintln!("usage: build-debian OUT.raw");
        std::process::exit(2);
    };
    let beside = out.parent().map(PathBuf::from).unwrap_or_default();
    let options = BuildOptions {
        architecture: Architecture::X86_64,
        version: String::new(),
        work_dir: beside.join("work"),
        package_cache: std::env::var_os("FOGBANK_PACKAGE_CACHE").map_or_else(|| beside.join("packages"), PathBuf::from),
        out,
    };
    let began = Instant::now();
    match debian::build(&options, &Lines(began)) {
        Ok(built) => println!("{built:#?} in {:.1} s", began.elapsed().as_secs_f32()),
        Err(error) => {
            eprintln!("build-debian: {error}");
            std::process::exit(1);
        }
    }
}
