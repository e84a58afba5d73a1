//! The host agent as a process of its own: found, started, kept running, run and shut down.

mod keep;

use std::{
    fs::{self, File},
    io::{BufRead, BufReader, Write},
    os::unix::{net::UnixStream, process::CommandExt},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use hostlink::{PROTOCOL_VERSION, ToHost};
pub use keep::keep;
use nix::{
    fcntl::{Flock, FlockArg},
    sys::socket::{getsockopt, sockopt},
};

use crate::{
    data_dir::{Chosen, DataDir},
    up::Egress,
    vault_place,
};

/// How long a new agent may take until it listens.
const START_PATIENCE: Duration = Duration::from_secs(60);
/// How long a living agent may take to say hello.
const GREETING_PATIENCE: Duration = Duration::from_secs(5);
/// How long stopping all VMs may take.
const DOWN_PATIENCE: Duration = Duration::from_secs(180);

#[derive(clap::Args, Debug)]
pub struct HostOptions {
    #[command(flatten)]
    chosen: Chosen,
    #[arg(long, value_enum, default_value = "host")]
    egress: Egress,
}

/// Runs the agent in this process until it is told to end.
pub fn run(options: HostOptions) -> Result<()> {
    let data_dir = options.chosen.open();
    let agent_options = host::agent::AgentOptions {
        data_dir: data_dir.path().to_owned(),
        egress: match options.egress {
            Egress::Host => host::net::Egress::Machine,
            Egress::None => host::net::Egress::None,
        },
        host_ports: Vec::new(),
        stream_after: host::agent::STREAM_AFTER,
    };
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(host::agent::run(agent_options))?;
    Ok(())
}

/// Where the agent listens.
pub fn socket(data_dir: &DataDir) -> PathBuf {
    data_dir.file("host").join("agent.sock")
}

/// What a running agent holds locked.
fn lock_file(data_dir: &DataDir) -> PathBuf {
    data_dir.file("host").join("agent.lock")
}

/// Whether an agent runs, listening or not yet.
fn is_there(data_dir: &DataDir) -> bool {
    let Ok(file) = File::open(lock_file(data_dir)) else { return false };
    Flock::lock(file, FlockArg::LockSharedNonblock).is_err()
}

/// Whether an agent listens and says hello. One that was killed still takes connections for a moment while the kernel
/// clears it away; it does not answer them.
fn answers(data_dir: &DataDir) -> bool {
    let greet = || -> std::io::Result<bool> {
        let mut stream = UnixStream::connect(socket(data_dir))?;
        stream.set_read_timeout(Some(GREETING_PATIENCE))?;
        let mut hello = serde_json::to_vec(&ToHost::Hello { version: PROTOCOL_VERSION })?;
        hello.push(b'\n');
        stream.write_all(&hello)?;
        let mut line = String::new();
        Ok(BufReader::new(stream).read_line(&mut line)? > 0)
    };
    greet().unwrap_or(false)
}

/// Sees to it that an agent answers: one that runs, that has just been started by somebody else, or a new one. Returns
/// the process if it is a new one.
pub fn ensure(data_dir: &DataDir, egress: Egress) -> Result<Option<Child>> {
    let log_path = data_dir.file("host").join("agent.log");
    let deadline = Instant::now() + START_PATIENCE;
    let mut child = None;
    while !answers(data_dir) {
        match &mut child {
            // One that is there already need only begin to listen.
            None if is_there(data_dir) => {}
            None => child = Some(start(data_dir, egress, &log_path)?),
            Some(new) => match new.try_wait()? {
                None => {}
                // It has found another one, that was faster.
                Some(_) if is_there(data_dir) => child = None,
                Some(status) => bail!("the host agent ended ({status}): {}", last_lines(&log_path)),
            },
        }
        if Instant::now() > deadline {
            if let Some(mut hangs) = child {
                // It would keep the next one from starting.
                let _ = hangs.kill();
                let _ = hangs.wait();
            }
            bail!("the host agent did not answer within {} s; see {}", START_PATIENCE.as_secs(), log_path.display());
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Ok(child)
}

/// Starts the agent in a session of its own: it and its VMs outlive the control plane.
fn start(data_dir: &DataDir, egress: Egress, log_path: &Path) -> Result<Child> {
    fs::create_dir_all(data_dir.file("host"))?;
    let log = fs::OpenOptions::new().create(true).append(true).open(log_path)?;
    let egress = match egress {
        Egress::Host => "host",
        Egress::None => "none",
    };
    let mut command = Command::new(std::env::current_exe().context("this binary's path can't be found")?);
    command.arg("host").arg("--data-dir").arg(data_dir.path()).args(["--egress", egress]);
    // It finds the bucket's access key where it finds the bucket.
    for variable in vault_place::VARIABLES {
        command.env_remove(variable);
    }
    command.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
    // Its own process group: a Ctrl-C at the terminal is for the control plane alone.
    command.process_group(0);
    command.spawn().context("the host agent could not be started")
}

fn last_lines(log_path: &Path) -> String {
    let log = fs::read_to_string(log_path).unwrap_or_default();
    let last: Vec<&str> = log.lines().rev().take(5).collect();
    last.into_iter().rev().collect::<Vec<_>>().join(" / ")
}

/// A connection to the agent if one runs. One that has only just been started is waited for.
fn connected(data_dir: &DataDir) -> Result<Option<UnixStream>> {
    let deadline = Instant::now() + START_PATIENCE;
    loop {
        if let Ok(stream) = UnixStream::connect(socket(data_dir)) {
            return Ok(Some(stream));
        }
        if !is_there(data_dir) {
            return Ok(None);
        }
        if Instant::now() > deadline {
            bail!("the host agent runs and does not listen; see {}", data_dir.file("host/agent.log").display());
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Tells a running agent to stop all VMs and to end, and waits for it.
pub fn shut_down(data_dir: &DataDir) -> Result<()> {
    let Some(mut stream) = connected(data_dir)? else { return Ok(()) };
    let agent = getsockopt(&stream, sockopt::PeerCredentials)?.pid();
    for message in [ToHost::Hello { version: PROTOCOL_VERSION }, ToHost::Shutdown] {
        let mut line = serde_json::to_vec(&message)?;
        line.push(b'\n');
        stream.write_all(&line)?;
    }
    // The agent closes the connection when it ends; what it says until then is for a control plane.
    stream.set_read_timeout(Some(DOWN_PATIENCE))?;
    let mut lines = BufReader::new(stream);
    let mut line = String::new();
    let deadline = Instant::now() + DOWN_PATIENCE;
    while Instant::now() < deadline && lines.read_line(&mut line).is_ok_and(|bytes| bytes > 0) {
        line.clear();
    }
    // Its socket has gone; its process follows a moment later.
    while lives(agent) {
        if Instant::now() > deadline {
            bail!("the host agent did not end within {} s", DOWN_PATIENCE.as_secs());
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    Ok(())
}

/// Whether a process is there and has not ended.
fn lives(pid: i32) -> bool {
    fs::read(format!("/proc/{pid}/cmdline")).is_ok_and(|line| !line.is_empty())
}

/// Asks the running agent one question, on a connection of its own.
pub fn ask(data_dir: &DataDir, query: hostlink::Query) -> Result<hostlink::Reply> {
    use hostlink::{Host, socket::SocketHost};
    let path = socket(data_dir);
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async move {
        let host = SocketHost::connect(path);
        host.query(query).await.map_err(|error| anyhow::anyhow!("{error}"))
    })
}
