//! Finding the claim in a request, and refusing what is no signature.

use super::{AuthError, Carrier, Claim, RequestParts, Scope};
use crate::form::Form;
use crate::timestamp::Timestamp;

const ALGORITHM: &str = "AWS4-HMAC-SHA256";
/// A presigned URL lives a week at most.
const LONGEST_EXPIRY_S: i64 = 604_800;

/// Reads who a request says it is from. The header goes before the query.
pub fn parse(request: &RequestParts<'_>) -> Result<Claim, AuthError> {
    match request.header("authorization") {
        Some(header) => from_header(request, header),
        None => from_query(request),
    }
}

fn from_header(request: &RequestParts<'_>, header: &str) -> Result<Claim, AuthError> {
    let Some(fields) = header.strip_prefix(ALGORITHM) else {
        let scheme = header.split([' ', ',']).next().unwrap_or_default();
        return Err(AuthError::Unsupported(format!("Unsupported AWS 'algorithm': '{scheme}'.")));
    };
    let (mut credential, mut signed, mut signature) = (None, None, None);
    for field in fields.split(',') {
        match field.trim().split_once('=') {
            Some(("Credential", value)) => credential = Some(value),
            Some(("SignedHeaders", value)) => signed = Some(value),
            Some(("Signature", value)) => signature = Some(value),
            _ => {
                let shown = field.trim();
                return Err(AuthError::Incomplete(format!(
                    "'{shown}' not a valid key=value pair (missing equal-sign) in Authorization header: '{header}'."
                )));
            }
        }
    }
    let need = |value: Option<&str>, name: &str| match value {
        Some(value) if !value.is_empty() => Ok(value.to_owned()),
        _ => Err(AuthError::Incomplete(format!(
            "Authorization header requires '{name}' parameter. Authorization={header}"
        ))),
    };
    let time = match request.header("x-amz-date").or_else(|| request.header("date")) {
        Some(text) => text.to_owned(),
        None => {
            return Err(AuthError::Incomplete(format!(
                "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. \
                 Authorization={header}"
            )));
        }
    };
    let claim = claim(
        &need(credential, "Credential")?,
        &need(signed, "SignedHeaders")?,
        need(signature, "Signature")?,
        &time,
        request.header("x-amz-security-token").map(str::to_owned),
        Carrier::Header,
    )?;
    check_signed(request, &claim)?;
    Ok(claim)
}

fn from_query(request: &RequestParts<'_>) -> Result<Claim, AuthError> {
    let form = Form::parse(request.query, &[]).map_err(|e| AuthError::Incomplete(e.message))?;
    let get = |name: &str| form.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value);
    let Some(algorithm) = get("X-Amz-Algorithm") else {
        // Signature Version 2 put these into the query or the body.
        let body = Form::parse("", request.body).unwrap_or_default();
        if form.get("SignatureVersion").or(body.get("SignatureVersion")).is_some() {
            return Err(AuthError::Unsupported("Only Signature Version 4 is supported.".into()));
        }
        return Err(AuthError::Missing);
    };
    if algorithm != ALGORITHM {
        return Err(AuthError::Unsupported(format!("Unsupported AWS 'algorithm': '{algorithm}'.")));
    }
    let need = |name: &str| match get(name) {
        Some(value) if !value.is_empty() => Ok(value),
        _ => Err(AuthError::Incomplete(format!("AWS query-string parameters must include '{name}'."))),
    };
    let expires_s = match get("X-Amz-Expires") {
        // Without it a presigned request is as short-lived as a signed one.
        None => 15 * 60,
        Some(text) => match text.parse::<i64>() {
            Ok(seconds) if (1..=LONGEST_EXPIRY_S).contains(&seconds) => seconds,
            _ => {
                return Err(AuthError::Incomplete(format!(
                    "X-Amz-Expires must be a number of seconds from 1 to {LONGEST_EXPIRY_S}: '{text}'."
                )));
            }
        },
    };
    let claim = claim(
        need("X-Amz-Credential")?,
        need("X-Amz-SignedHeaders")?,
        need("X-Amz-Signature")?.to_owned(),
        need("X-Amz-Date")?,
        get("X-Amz-Security-Token").map(str::to_owned),
        Carrier::Query { expires_s },
    )?;
    check_signed(request, &claim)?;
    Ok(claim)
}

fn claim(
    credential: &str,
    signed: &str,
    signature: String,
    time: &str,
    token: Option<String>,
    carrier: Carrier,
) -> Result<Claim, AuthError> {
    // The access key is what is left of the last four parts.
    let parts: Vec<&str> = credential.rsplitn(5, '/').collect();
    let [terminator, service, region, date, access_key] = parts[..] else {
        return Err(AuthError::Incomplete(format!(
            "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got \
             '{credential}'"
        )));
    };
    if terminator != "aws4_request" {
        return Err(AuthError::Scope(format!(
            "Credential should be scoped with a valid terminator: 'aws4_request', not '{terminator}'."
        )));
    }
    if access_key.is_empty() || region.is_empty() || service.is_empty() {
        return Err(AuthError::Incomplete(format!("Credential has an empty element: '{credential}'")));
    }
    let (time, time_text) = read_time(time)
        .ok_or_else(|| AuthError::Incomplete(format!("Date must be in ISO-8601 'basic format'. Got '{time}'.")))?;
    if date != &time_text[..8] {
        return Err(AuthError::Scope(format!(
            "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '{date}' != \
             '{}', from '{time_text}'.",
            &time_text[..8]
        )));
    }
    let mut signed_headers: Vec<String> = signed.split(';').map(str::to_ascii_lowercase).collect();
    signed_headers.sort_unstable();
    signed_headers.dedup();
    Ok(Claim {
        access_key: access_key.to_owned(),
        scope: Scope { date: date.to_owned(), region: region.to_owned(), service: service.to_owned() },
        signed_headers,
        signature,
        token,
        time,
        time_text,
        carrier,
    })
}

/// Reads `20260102T030405Z`, or the `Date` header's form, and says it in the first.
fn read_time(text: &str) -> Option<(Timestamp, String)> {
    let digits = |range: std::ops::Range<usize>| text.get(range).filter(|t| t.bytes().all(|b| b.is_ascii_digit()));
    if let (16, Some(date), Some("T"), Some(time), Some("Z")) =
        (text.len(), digits(0..8), text.get(8..9), digits(9..15), text.get(15..))
    {
        let iso =
            format!("{}-{}-{}T{}:{}:{}Z", &date[..4], &date[4..6], &date[6..], &time[..2], &time[2..4], &time[4..]);
        return Some((Timestamp::parse(&iso)?, text.to_owned()));
    }
    let instant = jiff::fmt::rfc2822::parse(text).ok()?.timestamp();
    Some((Timestamp(instant.as_millisecond()), instant.strftime("%Y%m%dT%H%M%SZ").to_string()))
}

/// Whoever can change a header that is not signed can change the request; these must not be changed.
fn check_signed(request: &RequestParts<'_>, claim: &Claim) -> Result<(), AuthError> {
    let is_signed = |name: &str| claim.signed_headers.iter().any(|signed| signed == name);
    if !is_signed("host") {
        return Err(AuthError::NotSigned("'Host' must be a 'SignedHeader' in the AWS Authorization.".into()));
    }
    if claim.carrier == Carrier::Header && request.header("x-amz-date").is_some() && !is_signed("x-amz-date") {
        return Err(AuthError::NotSigned("'X-Amz-Date' must be a 'SignedHeader' in the AWS Authorization.".into()));
    }
    let absent =
        claim.signed_headers.iter().find(|name| !request.headers.iter().any(|(key, _)| key.eq_ignore_ascii_case(name)));
    match absent {
        Some(name) => Err(AuthError::NotSigned(format!("'{name}' is a 'SignedHeader' but not in the request."))),
        None => Ok(()),
    }
}
