//! The commands that talk to a running cloud.

pub mod account;
pub mod down;
pub mod env;
pub mod key;
