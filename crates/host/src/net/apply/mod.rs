//! Carries plans out: the only part of the network that touches the kernel.
//!
//! Everything is done by throwaway threads that enter the namespace first: a socket, a device or a child process
//! belongs to the namespace its thread stood in when it was made, and a worker thread of the runtime must never be
//! found in another namespace than the machine's.

pub(crate) mod devices;
pub(crate) mod forwarding;
pub(crate) mod observe;
pub(crate) mod place;
pub(crate) mod sysctl;
pub(crate) mod tap;
pub(crate) mod tools;
