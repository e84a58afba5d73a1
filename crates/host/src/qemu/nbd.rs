//! `qemu-nbd`: a disk's file, served to us alone so that it can be read without QEMU's formats being known here.
//!
//! ```text
//!   we listen ──socket as descriptor 3──▶ setpriv: dies with us, has no rights ──exec──▶ qemu-nbd ──▶ the file, alone
//! ```
//! The file is a guest's, who may have got the better of its QEMU: what reads it has no more rights than QEMU had, and
//! follows no name in it to another layer.

use std::{
    io::{self, Read},
    os::{fd::OwnedFd, unix::net::UnixStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use serde_json::json;

use super::{process::User, secret::Secret, unix};

/// The most that is read of its complaints.
const LONGEST_COMPLAINT_BYTES: u64 = 4096;

/// A `qemu-nbd` that serves one file to as many clients as come. Ends when it is dropped, or the thread ends that started
/// it.
#[derive(Debug)]
pub struct Served {
    child: Child,
    socket: PathBuf,
}

impl Served {
    /// Serves a qcow2 file, without what lies below it, on a socket that is made at `socket`. The file's name begins at the
    /// host's folder: from elsewhere whoever has no rights may not get there. `secret` opens it, if it is encrypted.
    pub fn start(
        host_dir: &Path,
        file: &str,
        socket: &Path,
        user: Option<User>,
        secret: Option<&Secret>,
    ) -> io::Result<Self> {
        let listener: OwnedFd = unix::listen(socket)?.into();
        let mut image = json!({ "driver": "qcow2", "file": { "driver": "file", "filename": file }, "backing": null });
        if secret.is_some() {
            image["encrypt"] = json!({ "format": "luks", "key-secret": "key" });
        }
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig", "KILL", "--no-new-privs", "--inh-caps=-all"]);
        if let Some(user) = user {
            command.args(["--bounding-set=-all", "--clear-groups"]);
            command.arg(format!("--reuid={}", user.uid)).arg(format!("--regid={}", user.gid));
        }
        // The protocol of a socket that is handed over wants the process's own number, which only itself knows in time.
        let hand_over = "exec 3<&0 4<&1 </dev/null >/dev/null; export LISTEN_PID=$$ LISTEN_FDS=1; exec \"$@\"";
        command
            .args(["--", "sh", "-c", hand_over, "sh", "qemu-nbd", "--read-only", "--persistent", "--shared=0"])
            .arg("--allocation-depth");
        let mut told = Stdio::null();
        if let Some(secret) = secret {
            command.args(["--object", "secret,id=key,file=/proc/self/fd/4"]);
            // It says nothing there, so that is where it is told.
            told = Stdio::from(secret.in_memory()?);
        }
        command
            .arg(format!("json:{image}"))
            .current_dir(host_dir)
            .env("LC_ALL", "C")
            .stdin(Stdio::from(listener))
            .stdout(told)
            .stderr(Stdio::piped());
        match command.spawn() {
            Ok(child) => Ok(Self { child, socket: socket.to_owned() }),
            Err(error) => {
                let _ = std::fs::remove_file(socket);
                Err(error)
            }
        }
    }

    /// Where it is to be found.
    pub fn dial(&self) -> impl Fn() -> io::Result<UnixStream> + Send + Sync + 'static {
        let socket = self.socket.clone();
        move || unix::connect_and_wait(&socket)
    }

    /// Ends it, and tells what it complained of.
    pub fn complaint(mut self) -> String {
        let _ = self.child.kill();
        let mut said = String::new();
        if let Some(stderr) = self.child.stderr.take() {
            // What can't be read is no complaint.
            let _ = stderr.take(LONGEST_COMPLAINT_BYTES).read_to_string(&mut said);
        }
        said.trim().to_owned()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = std::fs::remove_file(&self.socket);
    }
}
