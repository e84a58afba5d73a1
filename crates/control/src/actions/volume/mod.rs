//! Volumes.

pub mod attach;
pub mod block_device;
pub mod device;
pub mod limits;
