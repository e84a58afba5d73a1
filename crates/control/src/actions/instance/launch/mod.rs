//! Launching: from a request to everything that an instance needs, as one edit.
//!
//! ```text
//!   request (laid over its launch template, if it names one)
//!           ─▶ Template (image, type, key, options: the same for all)
//!           ─▶ Network  (subnet, groups, addresses, public or not)
//!           ─▶ placement: the largest n with MinCount ≤ n ≤ MaxCount that there is room for
//!           ─▶ n × (instance, interface, disks, tags)
//! ```

mod build;
mod from_template;
mod network;
mod template;

pub use build::{Seat, add_instance};
pub use from_template::merged;
pub use network::Network;
pub use template::{Template, capacity_preference, check_architecture, check_user_data, chosen_cpus, known_type};
