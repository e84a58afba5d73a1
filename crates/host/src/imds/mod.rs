//! The instance metadata service at 169.254.169.254:80 of each VPC's namespace.
//!
//! The peer's address names the interface and with it the instance; nothing else is asked of a guest. Answers are made
//! at each request from the directory as it is then, so a changed tag or option shows at once.
//!
//! `tree` says what there is to read, `token` makes and checks version 2's tokens, `server` speaks HTTP.

mod identity;
mod pages;
mod server;
pub(crate) mod token;
mod tree;
mod view;

pub(crate) use server::serve;
