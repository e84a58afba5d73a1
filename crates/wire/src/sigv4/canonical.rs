//! The canonical request: the one text that both sides make of a request and sign.

use super::{Carrier, Claim, RequestParts};
use sha2::{Digest, Sha256};

/// How a service writes the path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PathRule {
    /// Dots and doubled slashes resolved, then encoded once more: all services but S3.
    Normalized,
    /// Encoded once more.
    #[cfg_attr(not(test), expect(dead_code, reason = "only the test suite signs so"))]
    AsIs,
    /// Decoded and encoded: S3, whose keys may contain anything.
    S3,
}

/// The ways in which clients write the query; all say the same parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum QueryRule {
    /// Decoded, encoded as AWS says, sorted.
    Normalized,
    /// As sent, sorted. botocore signs what is in the URL, so a space sent as `+` is signed as `+`.
    AsSent,
    /// As the first, without the session token: some clients add it after signing.
    WithoutToken,
}

/// The whole text.
pub(super) fn request(
    claim: &Claim,
    request: &RequestParts<'_>,
    path: PathRule,
    query: QueryRule,
    payload: &str,
) -> Vec<u8> {
    let mut out = Vec::with_capacity(512 + request.query.len());
    out.extend_from_slice(request.method.as_bytes());
    out.push(b'\n');
    out.extend_from_slice(canonical_path(request.path, path).as_bytes());
    out.push(b'\n');
    out.extend_from_slice(canonical_query(claim, request.query, query).as_bytes());
    out.push(b'\n');
    for name in &claim.signed_headers {
        header(&mut out, request, name);
    }
    out.push(b'\n');
    out.extend_from_slice(claim.signed_headers.join(";").as_bytes());
    out.push(b'\n');
    out.extend_from_slice(payload.as_bytes());
    out
}

/// The digest of the body in the canonical request. A digest the client sends must be the right one. Only S3 lets
/// clients leave the body out of the signature, and EBS where the body is a block, whose checksum is a signed header.
pub(super) fn payload_hash(claim: &Claim, request: &RequestParts<'_>) -> String {
    let sent = request.header("x-amz-content-sha256");
    if claim.scope.service.starts_with("s3") {
        match (sent, claim.carrier) {
            (None, Carrier::Query { .. }) => return "UNSIGNED-PAYLOAD".into(),
            (Some(word), _) if word == "UNSIGNED-PAYLOAD" || word.starts_with("STREAMING-") => return word.into(),
            _ => {}
        }
    }
    if claim.scope.service == "ebs" && request.method == "PUT" && sent == Some("UNSIGNED-PAYLOAD") {
        return "UNSIGNED-PAYLOAD".into();
    }
    hex::encode(Sha256::digest(request.body))
}

/// One line for each header: values trimmed, runs of spaces made one, repeated headers joined by commas.
fn header(out: &mut Vec<u8>, request: &RequestParts<'_>, name: &str) {
    out.extend_from_slice(name.as_bytes());
    let mut before = b':';
    for (_, value) in request.headers.iter().filter(|(key, _)| key.eq_ignore_ascii_case(name)) {
        out.push(before);
        before = b',';
        let words = value.split(|b| b.is_ascii_whitespace()).filter(|word| !word.is_empty());
        for (at, word) in words.enumerate() {
            if at > 0 {
                out.push(b' ');
            }
            out.extend_from_slice(word);
        }
    }
    out.push(b'\n');
}

fn canonical_path(path: &str, rule: PathRule) -> String {
    let mut out = String::with_capacity(path.len() + 16);
    match rule {
        PathRule::S3 => encode(&mut out, &decode(path.as_bytes(), false), true),
        PathRule::AsIs => encode(&mut out, path.as_bytes(), true),
        PathRule::Normalized => encode(&mut out, normalize(path).as_bytes(), true),
    }
    if out.is_empty() {
        out.push('/');
    }
    out
}

/// RFC 3986's removal of dot segments, and empty segments gone.
fn normalize(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." => {
                kept.pop();
            }
            other => kept.push(other),
        }
    }
    let is_folder = path.ends_with('/') || path.ends_with("/.") || path.ends_with("/..");
    let end = if is_folder && !kept.is_empty() { "/" } else { "" };
    format!("/{}{end}", kept.join("/"))
}

fn canonical_query(claim: &Claim, query: &str, rule: QueryRule) -> String {
    let mut pairs: Vec<(String, String)> = Vec::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let clean = |text: &str| {
            let mut out = String::with_capacity(text.len());
            encode(&mut out, &decode(text.as_bytes(), true), false);
            out
        };
        let (key, value) = match rule {
            QueryRule::AsSent => (key.to_owned(), value.to_owned()),
            _ => (clean(key), clean(value)),
        };
        let presigned = claim.carrier != Carrier::Header;
        let left_out = presigned
            && (key.eq_ignore_ascii_case("X-Amz-Signature")
                || (rule == QueryRule::WithoutToken && key.eq_ignore_ascii_case("X-Amz-Security-Token")));
        if !left_out {
            pairs.push((key, value));
        }
    }
    pairs.sort_unstable();
    let mut out = String::with_capacity(query.len());
    for (at, (key, value)) in pairs.iter().enumerate() {
        if at > 0 {
            out.push('&');
        }
        out.push_str(key);
        out.push('=');
        out.push_str(value);
    }
    out
}

/// Everything but letters, digits and `-._~` (and, in a path, `/`) becomes `%XX`.
fn encode(out: &mut String, bytes: &[u8], keep_slash: bool) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in bytes {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(*byte as char),
            b'/' if keep_slash => out.push('/'),
            _ => {
                out.push('%');
                out.push(HEX[usize::from(byte >> 4)] as char);
                out.push(HEX[usize::from(byte & 15)] as char);
            }
        }
    }
}

/// Percent-decoding that leaves what is no escape as it is.
fn decode(text: &[u8], plus_is_space: bool) -> Vec<u8> {
    let digit = |at: usize| text.get(at).and_then(|b| (*b as char).to_digit(16));
    let mut out = Vec::with_capacity(text.len());
    let mut at = 0;
    while at < text.len() {
        match (text[at], digit(at + 1), digit(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                at += 3;
                continue;
            }
            (b'+', ..) if plus_is_space => out.push(b' '),
            (byte, ..) => out.push(byte),
        }
        at += 1;
    }
    out
}
