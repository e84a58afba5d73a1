//! Where something is done: in the machine's own namespace or in one of ours.

use std::{fs, io, path::PathBuf, thread};

use nix::sched::{CloneFlags, setns};

use super::tools;
use crate::net::NetError;

/// Where `ip netns` keeps namespaces by name; we do too, so that `ip netns exec` looks into them.
const NAMESPACES: &str = "/run/netns";

/// A network namespace.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Place {
    /// The one that this process was started in.
    Machine,
    /// One of ours, by name.
    Namespace(String),
}

impl Place {
    pub(crate) fn namespace(name: &str) -> Self {
        Self::Namespace(name.to_owned())
    }

    /// Does something there, on a thread of its own.
    pub(crate) fn run<T: Send>(&self, action: impl FnOnce() -> Result<T, NetError> + Send) -> Result<T, NetError> {
        let Self::Namespace(name) = self else { return action() };
        let path = path(name);
        thread::scope(|scope| {
            let entered = scope.spawn(move || {
                fs::File::open(&path)
                    .and_then(|file| setns(file, CloneFlags::CLONE_NEWNET).map_err(io::Error::from))
                    .map_err(NetError::system(format!("enter the network namespace {}", path.display())))?;
                action()
            });
            entered.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        })
    }

    /// For messages.
    pub(crate) fn describe(&self) -> String {
        match self {
            Self::Machine => "the machine's own namespace".to_owned(),
            Self::Namespace(name) => format!("namespace {name}"),
        }
    }
}

fn path(name: &str) -> PathBuf {
    PathBuf::from(NAMESPACES).join(name)
}

/// Makes the namespace unless it is there; says whether it was made.
pub(crate) fn ensure(name: &str) -> Result<bool, NetError> {
    if path(name).exists() {
        // After a crash between making the file and mounting the namespace on it, the file can't be entered.
        if Place::namespace(name).run(|| Ok(())).is_ok() {
            return Ok(false);
        }
        remove(name)?;
    }
    tools::ip(&Place::Machine, &["netns", "add", name])?;
    Ok(true)
}

/// Removes the namespace if it is there.
pub(crate) fn remove(name: &str) -> Result<(), NetError> {
    if path(name).exists() {
        tools::ip(&Place::Machine, &["netns", "del", name])?;
    }
    Ok(())
}

/// The namespaces whose names begin with `prefix` and a dash.
pub(crate) fn list(prefix: &str) -> Result<Vec<String>, NetError> {
    let entries = match fs::read_dir(NAMESPACES) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(NetError::system("list network namespaces")(error)),
    };
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    Ok(names.filter(|name| name.strip_prefix(prefix).is_some_and(|rest| rest.starts_with('-'))).collect())
}
