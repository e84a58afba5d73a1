//! Version 2's session tokens. A token is bound to its instance and carries its own expiry under a MAC, so that nothing
//! is kept of it and an agent that restarts still knows it.

use std::{
    fs,
    io::{self, Write},
    os::unix::fs::OpenOptionsExt,
    path::Path,
};

use base64::{Engine, engine::general_purpose::URL_SAFE};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

/// The longest that a token may live: six hours.
pub(super) const MAX_TTL_S: u32 = 21_600;

const KEY: usize = 32;
const NONCE: usize = 8;
const EXPIRY: usize = 8;
const TAG: usize = 24;

/// Makes and checks tokens.
#[derive(Debug)]
pub(crate) struct Tokens {
    key: [u8; KEY],
}

impl Tokens {
    /// Reads the key, or makes it. Nobody but the agent's user can read it.
    pub(crate) fn load(path: &Path) -> io::Result<Self> {
        match fs::read(path).map(<[u8; KEY]>::try_from) {
            Ok(Ok(key)) => return Ok(Self { key }),
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            // Missing, or cut short by a crash while it was written: no token was made with it.
            _ => {}
        }
        let key: [u8; KEY] = rand::random();
        let mut file = fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)?;
        file.write_all(&key)?;
        file.sync_all()?;
        Ok(Self { key })
    }

    /// A token for `instance` that is good until `expiry` (seconds since 1970).
    pub(super) fn make(&self, instance: &str, expiry: u64) -> String {
        let nonce: [u8; NONCE] = rand::random();
        let mut token = Vec::with_capacity(NONCE + EXPIRY + TAG);
        token.extend(nonce);
        token.extend(expiry.to_be_bytes());
        token.extend(self.tag(instance, &token));
        URL_SAFE.encode(token)
    }

    /// The seconds that a token has left at `now`; `None` if it isn't one of this instance or is over.
    pub(super) fn check(&self, instance: &str, token: &str, now: u64) -> Option<u64> {
        let token = URL_SAFE.decode(token).ok()?;
        let (content, tag) = token.split_at_checked(NONCE + EXPIRY)?;
        let known = self.tag(instance, content);
        if tag.len() != TAG || !bool::from(known.ct_eq(tag)) {
            return None;
        }
        let expiry = u64::from_be_bytes(content[NONCE..].try_into().ok()?);
        expiry.checked_sub(now).filter(|left| *left > 0)
    }

    fn tag(&self, instance: &str, content: &[u8]) -> [u8; TAG] {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.key).expect("HMAC takes keys of any length");
        mac.update(content);
        mac.update(instance.as_bytes());
        let mut tag = [0; TAG];
        tag.copy_from_slice(&mac.finalize().into_bytes()[..TAG]);
        tag
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_good_for_its_instance_and_its_time() {
        let tokens = Tokens { key: [7; KEY] };
        let token = tokens.make("i-1", 1000);
        assert_eq!(token.len(), 56);
        assert_eq!(tokens.check("i-1", &token, 990), Some(10));
        assert_eq!(tokens.check("i-1", &token, 1000), None);
        assert_eq!(tokens.check("i-2", &token, 990), None);
        assert_eq!(Tokens { key: [8; KEY] }.check("i-1", &token, 990), None);
        for bad in ["", "AAAA", &token[..52], &format!("{token}{token}")] {
            assert_eq!(tokens.check("i-1", bad, 990), None, "{bad:?}");
        }
    }

    #[test]
    fn the_key_outlives_the_agent() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("key");
        let token = Tokens::load(&path).unwrap().make("i-1", 1000);
        assert_eq!(Tokens::load(&path).unwrap().check("i-1", &token, 999), Some(1));
    }
}
