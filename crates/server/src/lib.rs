//! The front door: listen, authenticate, dispatch.

pub mod admin;
mod dispatch;
mod ebs;
mod front;
mod http;
mod other_services;
mod rbin;
mod ssm;
mod tls;

pub use dispatch::{ACTIONS, served};
pub use front::Front;
pub use http::serve;
pub use tls::{Tls, TlsError};
