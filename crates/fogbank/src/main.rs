//! The `fogbank` binary: command line, configuration, wiring. The only place that reads arguments and environment.

mod admin_client;
mod agent;
mod certificate;
mod commands;
mod data_dir;
mod exchange;
mod quick_start;
mod up;
mod vault_place;

use std::io::IsTerminal;

use clap::{Parser, Subcommand};

/// EC2 that you run yourself.
#[derive(Parser)]
#[command(name = "fogbank", version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run the cloud in the foreground; VMs keep running when it ends.
    Up(up::UpOptions),
    /// Stop the cloud and all its VMs.
    Down(data_dir::Chosen),
    /// Print what AWS tools need to find this cloud: eval "$(fogbank env)".
    Env(data_dir::Chosen),
    /// Log in to an instance: fogbank ssh [-i KEY] INSTANCE [COMMAND].
    Ssh(commands::ssh::Options),
    /// Attach to an instance's serial console; Ctrl-] leaves it.
    Console(commands::console::Options),
    /// What this machine can do, what is missing, and the remedy.
    Doctor(data_dir::Chosen),
    /// Images of this cloud.
    Image(commands::image::Options),
    /// The vault, in which snapshots lie.
    Vault(commands::vault::Options),
    /// Run this machine's host agent (started by `up`).
    #[command(hide = true)]
    Host(agent::HostOptions),
    /// Accounts of this cloud.
    Account(commands::account::Options),
    /// Access keys of this cloud.
    Key(commands::key::Options),
}

fn main() -> std::process::ExitCode {
    tracing_subscriber::fmt()
        .with_env_filter(
            tracing_subscriber::EnvFilter::try_from_env("FOGBANK_LOG")
                .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn")),
        )
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        // A log that can't be written, as on a full disk, is no reason to fail: told on stderr, this would panic.
        .log_internal_errors(false)
        .init();
    let result = match Cli::parse().command {
        Command::Up(options) => up::run(options),
        Command::Down(chosen) => commands::down::run(&chosen),
        Command::Env(chosen) => commands::env::run(&chosen),
        Command::Ssh(options) => commands::ssh::run(options),
        Command::Console(options) => commands::console::run(options),
        Command::Doctor(chosen) => commands::doctor::run(&chosen),
        Command::Image(options) => commands::image::run(options),
        Command::Vault(options) => commands::vault::run(options),
        Command::Host(options) => agent::run(options),
        Command::Account(options) => commands::account::run(options),
        Command::Key(options) => commands::key::run(options),
    };
    match result {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("fogbank: {error:#}");
            std::process::ExitCode::FAILURE
        }
    }
}
