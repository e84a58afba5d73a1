//! Launching: from a request to everything that an instance needs, as one edit.
//!
//! ```text
//!   request ─▶ Template (image, type, key, options: the same for all)
//!           ─▶ Network  (subnet, groups, addresses, public or not)
//!           ─▶ placement: the largest n with MinCount ≤ n ≤ MaxCount that there is room for
//!           ─▶ n × (instance, interface, disks, tags)
//! ```

mod build;
mod network;
mod template;

pub use build::add_instance;
pub use network::Network;
pub use template::{Template, check_architecture, check_user_data, known_type};
