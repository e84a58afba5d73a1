//! Tokens of blocks and of pages: MACs over what they are good for, and until when. The server keeps nothing of them.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, Mac};
use model::ApiError;
use sha2::Sha256;

use super::invalid;
use crate::decide::Caller;

/// How long a token is good for.
const GOOD_FOR_MS: i64 = 7 * 24 * 60 * 60 * 1000;
const MAC_BYTES: usize = 16;

/// When tokens that are made now are no longer good.
pub fn expiry_ms(caller: &Caller) -> i64 {
    caller.now_ms + GOOD_FOR_MS
}

fn mac(caller: &Caller, what: &str, value: u64, until_ms: i64) -> [u8; MAC_BYTES] {
    let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(&caller.cloud.secret).expect("any length is a key");
    for part in ["ebs", caller.account.as_str(), caller.region.name(), what] {
        mac.update(&(part.len() as u64).to_le_bytes());
        mac.update(part.as_bytes());
    }
    mac.update(&value.to_le_bytes());
    mac.update(&until_ms.to_le_bytes());
    mac.finalize().into_bytes()[..MAC_BYTES].try_into().expect("SHA-256 is longer")
}

/// A token of `value` for `what`, which nobody can make by himself.
pub fn seal(caller: &Caller, what: &str, value: u64) -> String {
    let until_ms = expiry_ms(caller);
    let mut bytes = mac(caller, what, value, until_ms).to_vec();
    bytes.extend_from_slice(&value.to_le_bytes());
    bytes.extend_from_slice(&until_ms.to_le_bytes());
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The value of a token that was made for `what`. `name` is how the request calls it.
pub fn open(caller: &Caller, name: &str, what: &str, token: &str) -> Result<u64, ApiError> {
    let refused = || invalid(format!("{name} is not one that was given out for this."));
    let bytes = URL_SAFE_NO_PAD.decode(token).map_err(|_| refused())?;
    let (sealed, rest) = bytes.split_at_checked(MAC_BYTES).ok_or_else(refused)?;
    let (value, until_ms) = rest.split_at_checked(8).ok_or_else(refused)?;
    let value = u64::from_le_bytes(value.try_into().map_err(|_| refused())?);
    let until_ms = i64::from_le_bytes(until_ms.try_into().map_err(|_| refused())?);
    if !bool::from(subtle::ConstantTimeEq::ct_eq(sealed, &mac(caller, what, value, until_ms)[..])) {
        return Err(refused());
    }
    if until_ms <= caller.now_ms {
        return Err(invalid(format!("{name} has expired.")));
    }
    Ok(value)
}
