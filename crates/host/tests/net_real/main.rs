//! The network of a host in a real kernel, without QEMU: guests are network namespaces whose only device is a tap, and a
//! thread carries frames between that tap and the one that QEMU would hold. Each test has a machine of its own, which is
//! a network namespace too, with an internet behind it that is a third one.
//!
//! ```text
//!   internet ── wan0 │ machine (the test's thread) │ fb…-up │ uplink │ VPC │ tap ══ thread ══ eth0 │ guest
//! ```
//!
//! Needs root; skips with the reason otherwise. Everything made here goes when a test ends.

mod client;
mod cloud;
mod groups;
mod guest;
mod lifecycle;
mod machine;
mod outside;
mod qemu;
mod services;
