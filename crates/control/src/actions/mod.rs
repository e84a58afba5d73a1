//! The actions, one file each, in a folder for the resource they speak of.
pub mod names;
pub mod key_pair;
pub mod network_interface;
pub mod vpc;
pub mod image;
pub mod snapshot;
pub mod volume;
