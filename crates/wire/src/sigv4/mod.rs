//! AWS Signature Version 4, the verifying side. No clock and no keys of its own: both are handed in.
//!
//! ```text
//! parse(request) ─► Claim (who says so, for which day, region and service)
//!                     │  the caller looks the access key up; unknown: AuthError::UnknownAccessKey
//!                     ▼
//! KeyCache::key / SigningKey::derive ─► verify(claim, key, request, now)
//! ```
//! An [`AuthError`] knows how each family of services words it: [`AuthError::to_error`].

mod canonical;
mod error;
mod keys;
mod parse;
mod verify;

#[cfg(test)]
mod tests;

pub use error::{AuthError, Style};
pub use keys::{KeyCache, SigningKey};
pub use parse::parse;
pub use verify::{authorization, verify};

use crate::timestamp::Timestamp;

/// A request as it was received. Nothing of it is decoded.
#[derive(Clone, Copy, Debug)]
pub struct RequestParts<'a> {
    /// `GET`, `POST` …
    pub method: &'a str,
    /// The path of the request line, as sent, without the query.
    pub path: &'a str,
    /// What follows the question mark, as sent.
    pub query: &'a str,
    /// All headers, in the order received; names in any case. With HTTP/2 the caller adds `host`.
    pub headers: &'a [(&'a str, &'a [u8])],
    /// The body.
    pub body: &'a [u8],
}

impl<'a> RequestParts<'a> {
    /// The first header of this name, if it is text.
    pub fn header(&self, name: &str) -> Option<&'a str> {
        let (_, value) = self.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name))?;
        std::str::from_utf8(value).ok().map(str::trim)
    }
}

/// What the credential scope says: the signature is good for one day, region and service.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Scope {
    /// `20260102`.
    pub date: String,
    /// `us-east-1`.
    pub region: String,
    /// The signing name of the service: `ec2`, `sts`.
    pub service: String,
}

/// Where the signature was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carrier {
    /// In the header `Authorization`.
    Header,
    /// In the query string (a presigned URL), good for so many seconds.
    Query {
        /// The value of `X-Amz-Expires`.
        expires_s: i64,
    },
}

/// What a request says about who sent it. Nothing of this is proven before [`verify`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The id of the key that the request says it is signed with.
    pub access_key: String,
    /// What the signature is good for.
    pub scope: Scope,
    /// Names of the signed headers, in small letters, sorted.
    pub signed_headers: Vec<String>,
    /// The signature, 64 hexadecimal digits.
    pub signature: String,
    /// The session token of temporary credentials. (Whether it is a good one is for the caller to say.)
    pub token: Option<String>,
    /// When the request was signed.
    pub time: Timestamp,
    /// The same as `20260102T030405Z`.
    pub time_text: String,
    /// Header or query.
    pub carrier: Carrier,
}
