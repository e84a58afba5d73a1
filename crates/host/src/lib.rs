//! A machine that runs VMs: everything Fogbank does to one host.
//!
//! ```text
//!   agent ── one per machine: speaks hostlink, keeps the desired set, owns the tasks below
//!     ├── net/{plan,render,apply}   namespaces, taps, nftables, routes; DHCP and DNS
//!     ├── imds/                     the instance metadata service
//!     ├── vm/                       one task per VM: spec → plan → QEMU
//!     ├── qemu/{argv,qmp}           the only place that spells QEMU
//!     ├── disk/                     volumes: overlays over snapshots that the vault serves
//!     └── simulated/                the same port with no VM under it
//! ```

pub mod agent;
pub mod dhcp;
pub mod disk;
pub mod dns;
pub mod imds;
pub mod net;
pub mod probe;
pub mod qemu;
pub mod simulated;
pub mod vm;

pub use net::Finding;
pub use probe::check;
