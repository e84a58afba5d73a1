//! The few versioned messages between the control plane and a host agent.
//!
//! Level-triggered: the control plane tells a host everything it wants of it (`Desired`), then what changed (`Patch`);
//! the agent keeps it, acts on it without the control plane, and answers with observations. A message of a lower
//! epoch than the last one seen for its region is refused. Nothing here does IO but `socket`.
//!
//! ```text
//!   control plane                       host agent
//!      │ Hello{version}  ─────────────────▶ │
//!      │ ◀───────────────  Hello{boot, capacity}
//!      │ Desired{region, epoch, all} ─────▶ │   whole state of one region on this host
//!      │ Patch{region, epoch, changes} ───▶ │   as it changes
//!      │ ◀────────  Observed{boot, sequence, items}
//!      │ Query / Reply   ◀────────────────▶ │   reads that change nothing, 5 s at most
//! ```

pub mod message;
pub mod port;
pub mod socket;
pub mod spec;

pub use message::*;
pub use port::*;
pub use spec::*;
