//! `fogbank down`: ends the control plane, then the host agent with all its VMs.

use std::{
    fs,
    time::{Duration, Instant},
};

use anyhow::{Result, bail};
use nix::{
    sys::signal::{Signal, kill},
    unistd::Pid,
};

use crate::{
    agent,
    data_dir::{Chosen, DataDir},
};

/// How long the control plane may take to end.
const CONTROL_PATIENCE: Duration = Duration::from_secs(20);

pub fn run(chosen: &Chosen) -> Result<()> {
    let data_dir = chosen.open();
    end_control(&data_dir)?;
    agent::shut_down(&data_dir)?;
    println!("The cloud in {} is down.", data_dir.path().display());
    Ok(())
}

/// Ends the control plane and waits for it. One that is not running has ended.
pub fn end_control(data_dir: &DataDir) -> Result<()> {
    let Some(pid) = running_control(data_dir) else { return Ok(()) };
    kill(pid, Signal::SIGTERM)?;
    let deadline = Instant::now() + CONTROL_PATIENCE;
    while kill(pid, None).is_ok() {
        if Instant::now() > deadline {
            bail!("the control plane (process {pid}) did not end within {} s", CONTROL_PATIENCE.as_secs());
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Ok(())
}

/// The process id of the running control plane. A stale file, or a number that another program has by now, is nobody.
fn running_control(data_dir: &DataDir) -> Option<Pid> {
    let pid: i32 = fs::read_to_string(data_dir.file("control.pid")).ok()?.trim().parse().ok()?;
    let command = fs::read(format!("/proc/{pid}/cmdline")).ok()?;
    let mut words = command.split(|byte| *byte == 0);
    let program = std::env::current_exe().ok()?;
    let name = program.file_name()?.as_encoded_bytes();
    let is_fogbank = words.next().is_some_and(|word| word.ends_with(name));
    let is_up = words.any(|word| word == b"up");
    (is_fogbank && is_up).then(|| Pid::from_raw(pid))
}
