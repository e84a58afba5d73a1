//! `cargo xtask codegen`: from botocore's EC2 model to Rust.
//!
//! ```text
//! botocore ──read_botocore.py──► model::Model ─┐
//! data/ec2/*.txt ──► inputs::Inputs ───────────┴─► selection::Selection ─► types, enums, requests, tables
//!                                                                          └► output::write (or compare)
//! ```
//! What is written is checked in, so that a build needs no botocore.

use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};
use std::process::Command;

mod enums;
mod inputs;
mod model;
mod names;
mod output;
mod parameters;
mod requests;
mod samples;
mod selection;
mod tables;
mod types;

/// The line that opens every generated Rust file.
const HEADER: &str = "// Written by `cargo xtask codegen` from the EC2 model 2016-11-15. Do not edit.\n\n";

/// Generates everything; with `check` compares instead of writing.
pub fn run(check: bool) -> Result<()> {
    let root = root();
    let inputs = inputs::Inputs::read(&root.join("data/ec2"))?;
    let model = model::Model::read(&inputs.botocore_version)?;
    let selection = selection::Selection::new(&model, &inputs)?;
    let rules = parameters::read(&root.join("data/ec2/parameters"), &selection)?;

    let mut files = output::Files::default();
    let generated = "crates/wire/src/generated";
    types::generate(&selection, &mut files, generated)?;
    enums::generate(&selection, &mut files, generated);
    requests::generate(&selection, &rules, &mut files, generated);
    tables::generate(&selection, &mut files, generated);
    tables::services(&selection, &mut files, generated)?;
    files.add(&format!("{generated}/mod.rs"), tables::module());
    let tests = "crates/wire/tests/generated";
    samples::generate(&selection, &mut files, tests)?;
    files.add("docs/reference/parameters.md", parameters::document(&selection, &rules));
    files.finish(&root, &[generated, tests], check).context("cargo xtask codegen")?;
    vectors(&root, check)
}

/// The test vectors of `wire` come from botocore itself, by a script that shares nothing with this program.
fn vectors(root: &Path, check: bool) -> Result<()> {
    let mut python = Command::new("python3");
    python.arg(root.join("crates/wire/tests/vectors/make.py")).args(check.then_some("--check"));
    ensure!(python.status().context("run python3")?.success(), "crates/wire/tests/vectors/make.py failed");
    Ok(())
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}
