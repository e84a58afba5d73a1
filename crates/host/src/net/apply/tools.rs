//! Runs `ip` and `nft`.

use std::{
    io::Write,
    process::{Command, Stdio},
    thread,
};

use super::place::Place;
use crate::net::NetError;

/// Runs `ip` with these arguments and gives what it printed.
pub(crate) fn ip(place: &Place, arguments: &[&str]) -> Result<String, NetError> {
    run(place, "ip", arguments, "")
}

/// Runs a batch of `ip` commands; the first that fails ends it.
pub(crate) fn ip_batch(place: &Place, batch: &str) -> Result<(), NetError> {
    if batch.is_empty() {
        return Ok(());
    }
    tracing::trace!(place = place.describe(), batch, "ip");
    run(place, "ip", &["-4", "-batch", "-"], batch).map(drop)
}

/// Loads a batch of `nft` commands in one transaction.
pub(crate) fn nft(place: &Place, batch: &str) -> Result<(), NetError> {
    if batch.is_empty() {
        return Ok(());
    }
    tracing::trace!(place = place.describe(), batch, "nft");
    run(place, "nft", &["-f", "-"], batch).map(drop)
}

/// Runs a tool with `input` and gives what it printed.
pub(crate) fn run(place: &Place, tool: &'static str, arguments: &[&str], input: &str) -> Result<String, NetError> {
    let output = place.run(|| {
        let mut child = Command::new(tool)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(NetError::system(format!("run {tool}")))?;
        let mut stdin = child.stdin.take().expect("a piped standard input");
        // Fed beside reading: a tool that complains about each line would otherwise fill its pipe and stop reading.
        thread::scope(|scope| {
            scope.spawn(move || drop(stdin.write_all(input.as_bytes())));
            child.wait_with_output()
        })
        .map_err(NetError::system(format!("run {tool}")))
    })?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let complaint = String::from_utf8_lossy(&output.stderr);
    let message = if complaint.trim().is_empty() { output.status.to_string() } else { complaint.trim().to_owned() };
    Err(NetError::Tool { tool, place: place.describe(), message })
}
