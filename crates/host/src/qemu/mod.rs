//! QEMU: the only place that knows how it is spoken to.
//!
//! ```text
//!   machine   what a VM is made of, in our words; data only
//!   argv      machine → command line            (pure, golden-tested)
//!   block     disk → nodes, throttle group and device: the same JSON at the command line and over QMP
//!   process   exec as an unprivileged user, find again, notice the end
//!   cgroup    a group of its own for each QEMU, where the machine has any
//!   qmp/      the monitor: a typed command, its reply, and events
//!   agent     the agent in the guest, qemu-ga: its file systems frozen and thawed
//!   img       qemu-img
//!   nbd       qemu-nbd: a disk's file, to be read from here
//!   secret    what opens an encrypted file
//! ```

pub mod agent;
pub mod argv;
pub mod block;
pub mod cgroup;
pub mod img;
pub mod machine;
pub mod nbd;
pub mod process;
pub mod qmp;
pub mod secret;
pub mod unix;
