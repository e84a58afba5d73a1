//! The actions, one file each, in a folder for the resource they speak of.
pub mod names;
