//! Why the network of a host could not be made as it was wanted, for the operator.

use std::{io, path::PathBuf};

/// What was attempted, what went wrong, and where it helps, what to do next.
#[derive(Debug, thiserror::Error)]
pub enum NetError {
    /// The interface was not in the last `reconcile`, so nothing is known of it.
    #[error("{0} is not among the interfaces of this host")]
    UnknownInterface(model::NetworkInterfaceId),
    /// The tap is still held by another process, such as a QEMU that is on its way out.
    #[error("the tap of {0} is still in use by another process; end it first")]
    TapBusy(model::NetworkInterfaceId),
    /// A specification contradicts itself or names something that is missing.
    #[error("{subject}: {problem}")]
    BadSpec { subject: String, problem: String },
    /// `ip` or `nft` ended with a failure.
    #[error("{tool} failed in {place}: {message}")]
    Tool { tool: &'static str, place: String, message: String },
    /// A system call failed.
    #[error("can't {attempt}: {source}")]
    System { attempt: String, source: io::Error },
    /// The address pool of this cloud belongs to another one on this machine.
    #[error(
        "the address pool {pool} of {} is in use by the cloud in {}; end that one or give this one another pool",
        data_dir.display(), holder.display()
    )]
    PoolTaken { pool: ipnet::Ipv4Net, data_dir: PathBuf, holder: PathBuf },
    /// All address pools are taken by other clouds.
    #[error(
        "all {0} address pools of this machine are taken by other clouds; remove the data directories of unused ones"
    )]
    NoPoolLeft(usize),
}

impl NetError {
    /// A failed system call, told with what was attempted.
    pub fn system(attempt: impl Into<String>) -> impl FnOnce(io::Error) -> Self {
        let attempt = attempt.into();
        move |source| Self::System { attempt, source }
    }

    pub(crate) fn bad_spec(subject: impl ToString, problem: impl Into<String>) -> Self {
        Self::BadSpec { subject: subject.to_string(), problem: problem.into() }
    }
}
