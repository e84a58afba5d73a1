//! Pages of a listing: MaxResults and NextToken.
//!
//! A token is a MAC over (account, action, hash of filters, last sort key): no revision, no server memory. Used by
//! another account, with another action or with other parameters, it is refused.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, Mac};
use model::{ApiError, records::Record};
use sha2::Sha256;
use std::sync::Arc;

use crate::{
    action::Call,
    view::{Row, SortKey},
};

const MAC_BYTES: usize = 16;

/// Limits of an action's MaxResults, AWS's usual ones.
pub const USUAL: std::ops::RangeInclusive<i64> = 5..=1000;

/// Which page was asked for.
pub struct Page {
    /// At most this many; `None` is all.
    size: Option<usize>,
    after: Option<SortKey>,
    action: &'static str,
}

impl Page {
    /// `ids` says whether the request names the things it wants, and how AWS calls that parameter (`instancesSet`):
    /// pages are then refused.
    pub fn of(
        call: &Call,
        action: &'static str,
        limits: std::ops::RangeInclusive<i64>,
        max_results: Option<i64>,
        next_token: Option<&str>,
        ids: Option<&str>,
    ) -> Result<Self, ApiError> {
        if let Some(parameter) = ids {
            if max_results.is_some() {
                return Err(ApiError::combination(format!(
                    "The parameter {parameter} cannot be used with the parameter maxResults"
                )));
            }
            if next_token.is_some() {
                return Err(ApiError::combination(format!(
                    "The parameter {parameter} cannot be used with the parameter nextToken"
                )));
            }
        }
        let size = match max_results {
            None => None,
            Some(n) if n < *limits.start() => {
                return Err(ApiError::invalid_parameter(format!(
                    "Value ( {n} ) for parameter maxResults is invalid. Expecting a value greater than {}.",
                    limits.start()
                )));
            }
            // AWS takes larger values and answers with its own largest page.
            Some(n) => Some(n.min(*limits.end()) as usize),
        };
        let after = match next_token.filter(|token| !token.is_empty()) {
            None => None,
            Some(token) => Some(open(call, action, token)?),
        };
        Ok(Self { size, after, action })
    }

    /// Where the page begins.
    pub fn after(&self) -> Option<&SortKey> {
        self.after.as_ref()
    }

    /// Takes one page of `rows`, which are in order and begin after `after()`, and the token of the next page.
    pub fn take<'a, R: Record>(
        &self,
        call: &Call,
        rows: impl Iterator<Item = &'a Arc<Row<R>>>,
    ) -> (Vec<Arc<Row<R>>>, Option<String>) {
        self.take_by(call, rows.cloned(), |row| (row.created_ms(), row.id().into()))
    }

    /// The same for anything that has a sort key.
    pub fn take_by<T>(
        &self,
        call: &Call,
        items: impl Iterator<Item = T>,
        key: impl Fn(&T) -> SortKey,
    ) -> (Vec<T>, Option<String>) {
        let Some(size) = self.size else { return (items.collect(), None) };
        let mut items = items.skip_while(|item| self.after.as_ref().is_some_and(|after| key(item) <= *after));
        let page: Vec<T> = items.by_ref().take(size).collect();
        let more = items.next().is_some();
        let token = page.last().filter(|_| more).map(|last| seal(call, self.action, &key(last)));
        (page, token)
    }
}

fn mac(call: &Call, action: &str, key: &str) -> [u8; MAC_BYTES] {
    let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(&call.cloud.secret).expect("any length is a key");
    for part in [call.account.as_str().as_bytes(), call.region.name().as_bytes(), action.as_bytes(), &call.fingerprint]
    {
        mac.update(&(part.len() as u64).to_le_bytes());
        mac.update(part);
    }
    mac.update(key.as_bytes());
    mac.finalize().into_bytes()[..MAC_BYTES].try_into().expect("SHA-256 is longer")
}

fn seal(call: &Call, action: &str, (created_ms, id): &SortKey) -> String {
    let key = format!("{created_ms}/{id}");
    let mut bytes = mac(call, action, &key).to_vec();
    bytes.extend_from_slice(key.as_bytes());
    URL_SAFE_NO_PAD.encode(bytes)
}

fn open(call: &Call, action: &str, token: &str) -> Result<SortKey, ApiError> {
    let refused = || ApiError::invalid_parameter("The token is invalid: it is not one of this listing's.");
    let bytes = URL_SAFE_NO_PAD.decode(token).map_err(|_| refused())?;
    let (sealed, key) = bytes.split_at_checked(MAC_BYTES).ok_or_else(refused)?;
    let key = std::str::from_utf8(key).map_err(|_| refused())?;
    if !bool::from(subtle::ConstantTimeEq::ct_eq(sealed, &mac(call, action, key)[..])) {
        return Err(refused());
    }
    let (created_ms, id) = key.split_once('/').ok_or_else(refused)?;
    Ok((created_ms.parse().map_err(|_| refused())?, id.into()))
}
