//! Comparing the signature a request carries with the one it should carry.

use super::canonical::{self, PathRule, QueryRule};
use super::{AuthError, Carrier, Claim, RequestParts, Scope, SigningKey};
use crate::timestamp::Timestamp;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// How far a clock may be off.
const SKEW_MS: i64 = 15 * 60 * 1000;

/// Whether the request was signed with this key, and now. The order of the checks is AWS's: first the time.
pub fn verify(claim: &Claim, key: &SigningKey, request: &RequestParts<'_>, now: Timestamp) -> Result<(), AuthError> {
    check_time(claim, now)?;
    let path = if claim.scope.service.starts_with("s3") { PathRule::S3 } else { PathRule::Normalized };
    matches(claim, key, request, path)
}

pub(super) fn matches(
    claim: &Claim,
    key: &SigningKey,
    request: &RequestParts<'_>,
    path: PathRule,
) -> Result<(), AuthError> {
    let payload = canonical::payload_hash(claim, request);
    // A digest sent along is signed as a header, so it must also be true.
    if let Some(sent) = request.header("x-amz-content-sha256")
        && claim.signed_headers.iter().any(|name| name == "x-amz-content-sha256")
        && sent != payload
    {
        return Err(AuthError::Mismatch);
    }
    for query in [QueryRule::Normalized, QueryRule::AsSent, QueryRule::WithoutToken] {
        let applies = match query {
            QueryRule::Normalized => true,
            QueryRule::AsSent => !request.query.is_empty(),
            QueryRule::WithoutToken => claim.token.is_some() && claim.carrier != Carrier::Header,
        };
        if applies {
            let text = canonical::request(claim, request, path, query, &payload);
            let expected = signature(&claim.scope, &claim.time_text, key, &text);
            if bool::from(expected.as_bytes().ct_eq(claim.signature.as_bytes())) {
                return Ok(());
            }
        }
    }
    Err(AuthError::Mismatch)
}

/// The value of an `Authorization` header for a request that already has the headers named in `signed_headers`,
/// `host` and `x-amz-date` (of the time `time`, as `20260102T030405Z`) among them. For tests and for Fogbank's own calls.
pub fn authorization(
    access_key: &str,
    secret: &str,
    scope: &Scope,
    time: &str,
    signed_headers: &[&str],
    request: &RequestParts<'_>,
) -> String {
    let mut claim = Claim {
        access_key: access_key.to_owned(),
        scope: scope.clone(),
        signed_headers: signed_headers.iter().map(|name| name.to_ascii_lowercase()).collect(),
        signature: String::new(),
        token: None,
        time: Timestamp::default(),
        time_text: time.to_owned(),
        carrier: Carrier::Header,
    };
    claim.signed_headers.sort_unstable();
    let path = if scope.service.starts_with("s3") { PathRule::S3 } else { PathRule::Normalized };
    let payload = canonical::payload_hash(&claim, request);
    let text = canonical::request(&claim, request, path, QueryRule::Normalized, &payload);
    let signature = signature(scope, time, &SigningKey::derive(secret, scope), &text);
    format!(
        "AWS4-HMAC-SHA256 Credential={access_key}/{}/{}/{}/aws4_request, SignedHeaders={}, Signature={signature}",
        scope.date,
        scope.region,
        scope.service,
        claim.signed_headers.join(";")
    )
}

fn signature(scope: &Scope, time: &str, key: &SigningKey, canonical_request: &[u8]) -> String {
    let Scope { date, region, service } = scope;
    let digest = hex::encode(Sha256::digest(canonical_request));
    hex::encode(key.sign(&format!("AWS4-HMAC-SHA256\n{time}\n{date}/{region}/{service}/aws4_request\n{digest}")))
}

fn check_time(claim: &Claim, now: Timestamp) -> Result<(), AuthError> {
    let signed = claim.time.millis();
    if signed > now.millis() + SKEW_MS {
        return Err(AuthError::NotYet(format!(
            "Signature not yet current: {} is still later than {} ({} + 15 min.)",
            claim.time_text,
            basic(now.millis() + SKEW_MS),
            basic(now.millis())
        )));
    }
    let (last, allowance) = match claim.carrier {
        Carrier::Header => (signed + SKEW_MS, "15 min.".to_owned()),
        Carrier::Query { expires_s } => (signed + expires_s * 1000, format!("{expires_s} s")),
    };
    if now.millis() > last {
        return Err(AuthError::Expired(format!(
            "Signature expired: {} is now earlier than {} ({} - {allowance})",
            claim.time_text,
            basic(now.millis() - (last - signed)),
            basic(now.millis())
        )));
    }
    Ok(())
}

/// `20260102T030405Z`.
fn basic(ms: i64) -> String {
    let text = Timestamp(ms).to_string();
    let (date, time) = text.split_at(10);
    format!("{}T{}Z", date.replace('-', ""), time[1..9].replace(':', ""))
}
