//! The life of an instance: what was asked for, what a host saw, and what a user sees of the two.

mod lifecycle;
mod visible_state;

pub use lifecycle::*;
pub use visible_state::*;
