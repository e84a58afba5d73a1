//! The commands that talk to a running cloud.

pub mod account;
pub mod console;
pub mod doctor;
pub mod down;
pub mod env;
pub mod image;
pub mod key;
pub mod ssh;
pub mod vault;
