//! What is true of AWS and never changes while Fogbank runs: its regions and its instance types.
//!
//! Everything here is constant text in the program: nothing is read or allocated before it is asked for.

pub mod instance_types;
pub mod regions;
