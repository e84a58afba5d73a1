//! QEMU as a process: started so that it outlives the agent, found again by the next one, and watched for its end.
//!
//! ```text
//!   agent ──fork──▶ own session ▶ write the pid file ▶ own cgroup ▶ drop groups, capabilities, uid ▶ exec QEMU
//! ```
//! The child writes its pid itself and before `exec`: there is no moment in which a QEMU runs that is not on record,
//! whenever the agent is killed. The pid alone proves nothing later, as numbers are used again; a process is ours if its
//! command line and working directory are the recorded ones.

use std::{
    fs::{self, File},
    io,
    os::{
        fd::{AsRawFd, OwnedFd, RawFd},
        unix::{fs::OpenOptionsExt, process::CommandExt},
    },
    path::Path,
    process::{Command, Stdio},
    sync::Arc,
    time::Duration,
};

use nix::{
    errno::Errno,
    sys::resource::{Resource, setrlimit},
    unistd::{Gid, Uid, getpid, setgid, setgroups, setsid, setuid},
};
use rustix::process::{Pid, PidfdFlags, Signal, WaitId, WaitIdOptions, pidfd_open, pidfd_send_signal, waitid};
use tokio::io::{Interest, unix::AsyncFd};

/// Whom QEMU runs as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct User {
    pub uid: u32,
    pub gid: u32,
}

impl User {
    /// A number that no distribution gives to anybody, for machines without a user `fogbank`.
    const NUMBER: u32 = 64_077;

    /// Whom to become: the user `fogbank` if there is one, else a fixed number; nobody else when we aren't root.
    pub fn choose() -> Option<Self> {
        if !Uid::effective().is_root() {
            return None;
        }
        let named = nix::unistd::User::from_name("fogbank").ok().flatten();
        Some(match named {
            Some(user) => Self { uid: user.uid.as_raw(), gid: user.gid.as_raw() },
            None => Self { uid: Self::NUMBER, gid: Self::NUMBER },
        })
    }
}

/// What is needed to start a QEMU.
#[derive(Debug)]
pub struct Launch<'a> {
    /// The program's name first.
    pub argv: &'a [String],
    pub working_dir: &'a Path,
    pub user: Option<User>,
    /// Open files whose numbers stand in `argv`.
    pub inherited: Vec<OwnedFd>,
    pub pid_file: &'a Path,
    /// Where its complaints go.
    pub log_file: &'a Path,
    /// `cgroup.procs` of the groups that it joins.
    pub cgroups: Vec<OwnedFd>,
}

/// A QEMU that was started or found. Dropping it lets the process be.
#[derive(Clone, Debug)]
pub struct Process {
    pid: i32,
    handle: Arc<AsyncFd<OwnedFd>>,
}

/// Starts QEMU. Blocks until `exec` has succeeded or failed; needs a tokio runtime.
pub fn spawn(launch: Launch<'_>) -> io::Result<Process> {
    let (program, arguments) =
        launch.argv.split_first().ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "no program"))?;
    let pid_file = fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o644).open(launch.pid_file)?;
    let log = fs::OpenOptions::new().append(true).create(true).mode(0o600).open(launch.log_file)?;
    let mut command = Command::new(program);
    command
        .args(arguments)
        .current_dir(launch.working_dir)
        .env_clear()
        .env("PATH", "/usr/local/bin:/usr/bin:/bin:/usr/local/libexec:/usr/libexec")
        .stdin(Stdio::null())
        .stdout(log.try_clone()?)
        .stderr(log);
    let inherited: Vec<RawFd> = launch.inherited.iter().map(AsRawFd::as_raw_fd).collect();
    let cgroups: Vec<RawFd> = launch.cgroups.iter().map(AsRawFd::as_raw_fd).collect();
    let user = launch.user;
    let prepare = move || prepare_child(&pid_file, &cgroups, user, &inherited);
    // SAFETY: between fork and exec only system calls are made: no lock is taken and nothing is allocated.
    unsafe { command.pre_exec(prepare) };
    let child = command.spawn()?;
    let pid = i32::try_from(child.id()).map_err(io::Error::other)?;
    Process::open(pid)
}

/// What the child does to itself before it becomes QEMU.
fn prepare_child(pid_file: &File, cgroups: &[RawFd], user: Option<User>, inherited: &[RawFd]) -> io::Result<()> {
    setsid()?;
    write_number(pid_file.as_raw_fd(), getpid().as_raw())?;
    for group in cgroups {
        write_number(*group, 0)?;
    }
    // No dumps of guests' memory, and room for many descriptors.
    setrlimit(Resource::RLIMIT_CORE, 0, 0)?;
    // SAFETY: a system call that touches no memory of ours.
    unsafe { libc::umask(0o077) };
    if let Some(user) = user {
        // The bounding set goes first, while we are still allowed to change it. It ends at the first unknown capability.
        for capability in 0..64 {
            // SAFETY: as above.
            if unsafe { libc::prctl(libc::PR_CAPBSET_DROP, capability, 0, 0, 0) } != 0 {
                break;
            }
        }
        setgroups(&[])?;
        setgid(Gid::from_raw(user.gid))?;
        setuid(Uid::from_raw(user.uid))?;
    }
    // SAFETY: as above.
    unsafe { libc::prctl(libc::PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) };
    for number in inherited {
        // SAFETY: the descriptors are open: `Launch` holds them until `spawn` is over.
        Errno::result(unsafe { libc::fcntl(*number, libc::F_SETFD, 0) })?;
    }
    Ok(())
}

/// Writes a number in decimal without allocating.
fn write_number(to: RawFd, number: i32) -> io::Result<()> {
    let mut digits = [0u8; 12];
    let mut at = digits.len();
    let mut rest = number.unsigned_abs();
    loop {
        at -= 1;
        digits[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    let text = &digits[at..];
    // SAFETY: the pointer and the length are those of a live slice.
    Errno::result(unsafe { libc::write(to, text.as_ptr().cast(), text.len()) })?;
    Ok(())
}

/// Finds the QEMU that an earlier agent started, if it still lives.
pub fn find(pid_file: &Path, argv: &[String], working_dir: &Path) -> io::Result<Option<Process>> {
    let pid = match fs::read_to_string(pid_file) {
        Ok(text) => text.trim().parse::<i32>().ok().filter(|pid| *pid > 0),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    let Some(pid) = pid else { return Ok(None) };
    // The handle is taken first: what it holds can't become another process while we look.
    let process = match Process::open(pid) {
        Ok(process) => process,
        Err(error) if error.raw_os_error() == Some(libc::ESRCH) => return Ok(None),
        Err(error) => return Err(error),
    };
    for attempt in 0.. {
        match judge(pid, argv, working_dir)? {
            Judgement::Ours => return Ok(Some(process)),
            Judgement::Other => return Ok(None),
            // A child between its note and the end of `exec`: microseconds, or as long as a busy machine makes it wait.
            Judgement::Becoming if attempt < BECOMING_MS => std::thread::sleep(Duration::from_millis(1)),
            Judgement::Becoming => break,
        }
    }
    Err(io::Error::new(io::ErrorKind::TimedOut, format!("process {pid} has been about to become QEMU for too long")))
}

/// How long a process may take to become QEMU once it has written its pid, in milliseconds.
const BECOMING_MS: u32 = 5_000;

/// What stands under a recorded pid.
#[derive(Debug, PartialEq, Eq)]
enum Judgement {
    /// The recorded QEMU.
    Ours,
    /// The child that an agent has forked and that hasn't finished `exec`.
    Becoming,
    /// Somebody else under a number that is used again, or what is left of a process that has ended.
    Other,
}

/// Before `exec` a child has its parent's command line. Within it the line is empty for a moment after the descriptors
/// are closed (by which `spawn` knows that `exec` has succeeded): Linux' `begin_new_exec` closes them, and the caller
/// sets `mm->arg_start` later.
fn judge(pid: i32, argv: &[String], working_dir: &Path) -> io::Result<Judgement> {
    let mut expected = argv.join("\0").into_bytes();
    expected.push(0);
    // An ended process that nobody has waited for has no working directory.
    let same_place = match (fs::read_link(format!("/proc/{pid}/cwd")), fs::canonicalize(working_dir)) {
        (Ok(place), Ok(expected)) => place == expected,
        _ => false,
    };
    let Ok(line) = fs::read(format!("/proc/{pid}/cmdline")) else { return Ok(Judgement::Other) };
    Ok(if !same_place {
        Judgement::Other
    } else if line == expected {
        Judgement::Ours
    } else if line.is_empty() || line == fs::read("/proc/self/cmdline")? {
        Judgement::Becoming
    } else {
        Judgement::Other
    })
}

impl Process {
    fn open(pid: i32) -> io::Result<Self> {
        let id = Pid::from_raw(pid).ok_or_else(|| io::Error::from_raw_os_error(libc::ESRCH))?;
        let handle = pidfd_open(id, PidfdFlags::empty())?;
        // SAFETY: an `OwnedFd` is the descriptor itself; nothing closes or replaces it while it is registered.
        let handle = unsafe { AsyncFd::register_with_interest(handle, Interest::READABLE)? };
        Ok(Self { pid, handle: Arc::new(handle) })
    }

    pub fn pid(&self) -> i32 {
        self.pid
    }

    /// Waits until the process has ended, and says how.
    pub async fn ended(&self) -> String {
        loop {
            match self.handle.readable().await {
                // A handle of a process is readable once it has ended, and stays so.
                Ok(_) => break,
                Err(error) => {
                    tracing::warn!(self.pid, "can't wait for QEMU's end: {error}");
                    tokio::time::sleep(Duration::from_secs(1)).await;
                }
            }
        }
        // An adopted process is not our child: others have taken its last word.
        match waitid(WaitId::PidFd(rustix::fd::AsFd::as_fd(self.handle.get_ref())), WaitIdOptions::EXITED) {
            Ok(Some(status)) => match (status.exit_status(), status.terminating_signal()) {
                (Some(code), _) => format!("QEMU ended with status {code}"),
                (_, Some(signal)) => format!("QEMU was killed by signal {signal}"),
                _ => "QEMU ended".to_owned(),
            },
            _ => "QEMU ended".to_owned(),
        }
    }

    /// Ends it at once. Nothing happens if it has ended already.
    pub fn kill(&self) {
        if let Err(error) = pidfd_send_signal(self.handle.get_ref(), Signal::KILL)
            && error != rustix::io::Errno::SRCH
        {
            tracing::warn!(self.pid, "can't kill QEMU: {error}");
        }
    }
}

#[cfg(test)]
mod tests;
