// Written by `cargo xtask codegen` from the EC2 model 2016-11-15. Do not edit.

//! What the tests need for every action.

pub mod dispatch;
pub mod samples;
