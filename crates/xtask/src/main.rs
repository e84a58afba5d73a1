//! Chores of the repository: `cargo xtask <name>`.

use anyhow::Result;
use clap::Parser;

mod codegen;

/// Chores of the repository.
#[derive(Parser)]
enum Task {
    /// Writes the EC2 types, tables and the reference of parameters from botocore's model and data/ec2.
    Codegen {
        /// Writes nothing; fails if something would change.
        #[arg(long)]
        check: bool,
    },
}

fn main() -> Result<()> {
    match Task::parse() {
        Task::Codegen { check } => codegen::run(check),
    }
}
