//! `fogbank console`: the serial console of an instance on this machine.

use std::{
    io::{Read, Write},
    os::{fd::AsFd, unix::net::UnixStream},
};

use anyhow::{Context, Result, bail};
use hostlink::{Query, Reply};
use model::InstanceId;
use nix::sys::termios::{self, SetArg, Termios};

use crate::{agent, data_dir::Chosen};

/// Ctrl-].
const LEAVE: u8 = 0x1d;

#[derive(clap::Args)]
pub struct Options {
    #[command(flatten)]
    chosen: Chosen,
    /// The instance's id.
    instance: String,
}

pub fn run(options: Options) -> Result<()> {
    let instance = InstanceId::parse(&options.instance)?;
    let reply = agent::ask(&options.chosen.open(), Query::ConsoleSocket { instance })?;
    let Reply::ConsoleSocket { path } = reply else { bail!("the host answered another question") };
    let console = UnixStream::connect(&path).with_context(|| format!("the console at {path} can't be opened"))?;
    println!("Connected to {}; Ctrl-] leaves.", options.instance);
    let _raw = Raw::enter();
    let mut output = console.try_clone()?;
    std::thread::spawn(move || {
        let _ = std::io::copy(&mut output, &mut std::io::stdout());
        // The VM has ended; the other thread waits for a key.
        std::process::exit(0);
    });
    let mut console = console;
    let mut buffer = [0; 1024];
    loop {
        let count = std::io::stdin().read(&mut buffer)?;
        let typed = &buffer[..count];
        if count == 0 || typed.contains(&LEAVE) {
            return Ok(());
        }
        console.write_all(typed)?;
        std::io::stdout().flush()?;
    }
}

/// The terminal without line editing, for as long as this lives.
struct Raw(Option<Termios>);

impl Raw {
    fn enter() -> Self {
        let stdin = std::io::stdin();
        let Ok(before) = termios::tcgetattr(stdin.as_fd()) else { return Self(None) };
        let mut raw = before.clone();
        termios::cfmakeraw(&mut raw);
        let _ = termios::tcsetattr(stdin.as_fd(), SetArg::TCSANOW, &raw);
        Self(Some(before))
    }
}

impl Drop for Raw {
    fn drop(&mut self) {
        if let Some(before) = &self.0 {
            let _ = termios::tcsetattr(std::io::stdin().as_fd(), SetArg::TCSANOW, before);
        }
    }
}
