//! A machine for one test: a network namespace with a way to an internet.

use std::{
    io,
    path::{Path, PathBuf},
    process::Command,
    sync::{
        LazyLock,
        atomic::{AtomicU32, Ordering},
    },
    thread,
};

use nix::sched::{CloneFlags, setns, unshare};

/// The address of the internet's only host, which also is its resolver.
pub const INTERNET: &str = "203.0.113.1";

/// Where a test runs. Its namespace is that of the test's thread and of all threads that it starts.
pub struct Machine {
    runtime: tokio::runtime::Runtime,
    internet: String,
    directory: tempfile::TempDir,
}

/// Runs a test on a machine of its own, or says why it can't.
pub fn on_a_machine(test: impl FnOnce(&Machine) + Send + 'static) {
    static USABLE: LazyLock<Result<(), String>> = LazyLock::new(host::net::usable);
    if let Err(reason) = &*USABLE {
        eprintln!("skipped, as this machine can't carry guests' networks: {reason}");
        return;
    }
    let thread = thread::spawn(|| {
        unshare(CloneFlags::CLONE_NEWNET).expect("a network namespace of our own");
        let machine = Machine::new();
        test(&machine);
    });
    if let Err(panic) = thread.join() {
        std::panic::resume_unwind(panic);
    }
}

impl Machine {
    fn new() -> Self {
        let internet = unique("net");
        ip(&format!("netns add {internet}"));
        ip("link set lo up");
        ip(&format!("link add wan0 type veth peer name eth0 netns {internet}"));
        ip("addr add 203.0.113.2/24 dev wan0");
        ip("link set wan0 up");
        ip(&format!("-n {internet} addr add {INTERNET}/24 dev eth0"));
        ip(&format!("-n {internet} link set eth0 up"));
        ip(&format!("-n {internet} link set lo up"));
        ip(&format!("route add default via {INTERNET}"));
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let directory = tempfile::tempdir().unwrap();
        std::fs::write(directory.path().join("resolv.conf"), format!("nameserver {INTERNET}\n")).unwrap();
        Self { runtime, internet, directory }
    }

    pub fn wait<T>(&self, future: impl Future<Output = T>) -> T {
        self.runtime.block_on(future)
    }

    /// A directory that lasts as long as the machine.
    pub fn directory(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    /// Does something on the internet's host.
    pub fn on_the_internet<T: Send + 'static>(&self, action: impl FnOnce() -> T + Send + 'static) -> T {
        within(&self.internet, action)
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        ip_quietly(&format!("netns del {}", self.internet));
    }
}

/// A name for a namespace of this test run.
pub fn unique(kind: &str) -> String {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    format!("fbtest-{}-{kind}{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed))
}

/// Does something in a namespace, on a thread of its own.
pub fn within<T: Send + 'static>(namespace: &str, action: impl FnOnce() -> T + Send + 'static) -> T {
    let path = Path::new("/run/netns").join(namespace);
    let entered = thread::spawn(move || {
        let file = std::fs::File::open(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        setns(file, CloneFlags::CLONE_NEWNET).expect("to enter the namespace");
        action()
    });
    entered.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

/// Runs `ip` and insists.
pub fn ip(arguments: &str) {
    let output = Command::new("ip").args(arguments.split_whitespace()).output().expect("ip");
    assert!(output.status.success(), "ip {arguments}: {}", String::from_utf8_lossy(&output.stderr));
}

/// Runs `ip` for what may be gone already.
pub fn ip_quietly(arguments: &str) {
    let _: io::Result<_> = Command::new("ip").args(arguments.split_whitespace()).output();
}

/// What a command prints.
pub fn printed(program: &str, arguments: &str) -> String {
    let output = Command::new(program).args(arguments.split_whitespace()).output().expect(program);
    String::from_utf8_lossy(&output.stdout).into_owned()
}
