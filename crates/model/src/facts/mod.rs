//! What is true of AWS and never changes while Fogbank runs: its regions and its instance types.
//!
//! Everything here is constant data in the program's read-only pages: nothing is parsed or allocated at start.

pub mod regions;
