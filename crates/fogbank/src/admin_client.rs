//! Asks the running control plane through its unix socket.

use std::{
    io::{BufRead, BufReader, Write},
    os::unix::net::UnixStream,
    time::Duration,
};

use anyhow::{Context, Result, bail};
use server::admin::{AdminReply, AdminRequest};

use crate::data_dir::DataDir;

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// Whether somebody answers there.
pub fn is_running(data_dir: &DataDir) -> bool {
    UnixStream::connect(data_dir.file("admin.sock")).is_ok()
}

/// One question, one answer; a refusal is an error.
pub fn ask(data_dir: &DataDir, request: &AdminRequest) -> Result<AdminReply> {
    let path = data_dir.file("admin.sock");
    let mut stream = UnixStream::connect(&path).with_context(|| {
        format!(
            "no running cloud was found at {}: is `fogbank up` running, and may you open its socket?",
            path.display()
        )
    })?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut line = serde_json::to_vec(request)?;
    line.push(b'\n');
    stream.write_all(&line)?;
    let mut answer = String::new();
    BufReader::new(stream).read_line(&mut answer).context("the cloud did not answer")?;
    match serde_json::from_str(&answer).context("the cloud's answer can't be read")? {
        AdminReply::Failed(why) => bail!("{why}"),
        reply => Ok(reply),
    }
}
