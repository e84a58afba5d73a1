//! Virtual machines: one task owns each, and all of its transitions.
//!
//! ```text
//!   agent ──Wanted──▶ task ──Input──▶ lifecycle::step  (pure: states, deadlines, what to do next)
//!                       │ ◀──Effect──────┘
//!                       ├── hypervisor   starts, finds, stops, plugs: plan → files, descriptors → qemu::process, qmp
//!                       └── publisher    observations, when they change
//!
//!   hardware   what the guest sees of the board; fixed at its first start
//!   plan       spec + hardware + facts of the machine → qemu::machine   (pure, golden-tested)
//!   launched   what is on disk about a running QEMU, for the agent that comes after
//!   network    what is needed of the network
//! ```

pub mod disk_turns;
pub mod folder;
pub mod hardware;
pub mod hypervisor;
pub mod launched;
pub mod lifecycle;
pub mod network;
pub mod nic_turns;
pub mod plan;
pub mod publisher;
pub mod real;
pub mod task;

#[cfg(test)]
pub(crate) mod testing;

/// Milliseconds since 1970.
pub(crate) fn now_ms() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
