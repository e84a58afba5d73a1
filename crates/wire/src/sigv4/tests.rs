//! The AWS test suite, and requests that must not be believed.

use super::canonical::{self, PathRule, QueryRule};
use super::verify::matches;
use super::*;
use std::fs;
use std::path::PathBuf;

/// A request in the form of the test suite's files.
struct Raw {
    method: String,
    path: String,
    query: String,
    headers: Vec<(String, String)>,
    body: String,
}

impl Raw {
    fn parse(text: &str) -> Raw {
        let (head, body) = text.split_once("\n\n").unwrap_or((text, ""));
        let mut lines = head.lines();
        let line = lines.next().unwrap().strip_suffix(" HTTP/1.1").unwrap();
        let (method, target) = line.split_once(' ').unwrap();
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let mut headers: Vec<(String, String)> = Vec::new();
        for line in lines {
            match line.split_once(':') {
                Some((name, value)) if !line.starts_with(' ') => headers.push((name.into(), value.into())),
                _ => headers.last_mut().unwrap().1 += line,
            }
        }
        Raw { method: method.into(), path: path.into(), query: query.into(), headers, body: body.into() }
    }

    fn with<T>(&self, f: impl FnOnce(&RequestParts<'_>) -> T) -> T {
        let headers: Vec<_> = self.headers.iter().map(|(k, v)| (k.as_str(), v.as_bytes())).collect();
        f(&RequestParts {
            method: &self.method,
            path: &self.path,
            query: &self.query,
            headers: &headers,
            body: self.body.as_bytes(),
        })
    }
}

#[test]
fn aws_signing_test_suite() {
    let suite = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/aws-signing-test-suite/v4");
    let mut checked = 0;
    for folder in fs::read_dir(suite).unwrap() {
        let folder = folder.unwrap().path();
        let read = |file: &str| fs::read_to_string(folder.join(file)).unwrap();
        let context: serde_json::Value = serde_json::from_str(&read("context.json")).unwrap();
        let secret = context["credentials"]["secret_access_key"].as_str().unwrap();
        let path = if context["normalize"].as_bool().unwrap() { PathRule::Normalized } else { PathRule::AsIs };
        for kind in ["header", "query"] {
            let name = format!("{} {kind}", folder.display());
            let raw = Raw::parse(&read(&format!("{kind}-signed-request.txt")));
            raw.with(|request| {
                let claim = parse(request).unwrap_or_else(|e| panic!("{name}: {e}"));
                assert_eq!(claim.access_key, "AKIDEXAMPLE");
                assert_eq!(claim.token.as_deref(), context["credentials"]["token"].as_str(), "{name}");
                let key = SigningKey::derive(secret, &claim.scope);
                let query =
                    if context["omit_session_token"] == true { QueryRule::WithoutToken } else { QueryRule::Normalized };
                let payload = canonical::payload_hash(&claim, request);
                let text = canonical::request(&claim, request, path, query, &payload);
                let want = read(&format!("{kind}-canonical-request.txt"));
                assert_eq!(String::from_utf8(text).unwrap(), want, "{name}");
                assert_eq!(matches(&claim, &key, request, path), Ok(()), "{name}");
                let other = SigningKey::derive("another", &claim.scope);
                assert_eq!(matches(&claim, &other, request, path), Err(AuthError::Mismatch), "{name}");
            });
            checked += 1;
        }
    }
    assert_eq!(checked, 2 * 38);
}

const TIME: &str = "20260102T030405Z";
const NOW: Timestamp = Timestamp(1_767_323_045_000);

fn scope() -> Scope {
    Scope { date: "20260102".into(), region: "us-east-1".into(), service: "ec2".into() }
}

/// A DescribeRegions request, signed.
fn signed() -> Raw {
    let mut raw = Raw {
        method: "POST".into(),
        path: "/".into(),
        query: String::new(),
        headers: vec![("Host".into(), "localhost:8080".into()), ("X-Amz-Date".into(), TIME.into())],
        body: "Action=DescribeRegions&Version=2016-11-15".into(),
    };
    let header = raw.with(|r| authorization("AKIDEXAMPLE", "secret", &scope(), TIME, &["host", "x-amz-date"], r));
    raw.headers.push(("Authorization".into(), header));
    raw
}

fn check(raw: &Raw, now: Timestamp) -> Result<(), AuthError> {
    raw.with(|request| {
        let claim = parse(request)?;
        verify(&claim, &SigningKey::derive("secret", &claim.scope), request, now)
    })
}

/// What `change` makes of the good request must be refused so: EC2's code, STS's code and message.
fn refused(what: &str, change: impl FnOnce(&mut Raw), want: &str) {
    let mut raw = signed();
    change(&mut raw);
    let error = check(&raw, NOW).expect_err(what);
    let (ec2, sts) = (error.to_error(Style::Ec2), error.to_error(Style::Query));
    let message = sts.message.replace(&raw.headers.last().unwrap().1, "(header)");
    assert_eq!(format!("{} {} / {} {}: {message}", ec2.code, ec2.status, sts.code, sts.status), want, "{what}");
}

const MISMATCH: &str = "AuthFailure 401 / SignatureDoesNotMatch 403: The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.";

fn edit(raw: &mut Raw, name: &str, from: &str, to: &str) {
    let header = raw.headers.iter_mut().find(|(key, _)| key == name).unwrap();
    assert!(header.1.contains(from));
    header.1 = header.1.replace(from, to);
}

#[test]
fn good_ones() {
    assert_eq!(check(&signed(), NOW), Ok(()));
    for minutes in [-15, 15] {
        assert_eq!(check(&signed(), Timestamp(NOW.0 + minutes * 60_000)), Ok(()));
    }
}

#[test]
fn changed_on_the_way() {
    refused("body", |raw| raw.body.push_str("&DryRun=true"), MISMATCH);
    refused("method", |raw| raw.method = "PUT".into(), MISMATCH);
    refused("path", |raw| raw.path = "/x".into(), MISMATCH);
    refused("query", |raw| raw.query = "a=b".into(), MISMATCH);
    refused("host", |raw| edit(raw, "Host", "8080", "8081"), MISMATCH);
    refused("key", |raw| edit(raw, "Authorization", "us-east-1", "us-east-2"), MISMATCH);
    refused("service", |raw| edit(raw, "Authorization", "/ec2/", "/sts/"), MISMATCH);
    refused("later", |raw| edit(raw, "X-Amz-Date", "0405Z", "0406Z"), MISMATCH);
    refused(
        "shorter",
        |raw| {
            let header = &mut raw.headers.last_mut().unwrap().1;
            header.truncate(header.len() - 1);
        },
        MISMATCH,
    );
    refused(
        "digest",
        |raw| {
            raw.headers.insert(0, ("X-Amz-Content-Sha256".into(), "UNSIGNED-PAYLOAD".into()));
            edit(raw, "Authorization", "SignedHeaders=host;", "SignedHeaders=host;x-amz-content-sha256;");
        },
        MISMATCH,
    );
}

#[test]
fn not_well_formed() {
    refused(
        "absent",
        |raw| drop(raw.headers.pop()),
        "MissingAuthenticationToken 403 / MissingAuthenticationToken 403: Request is missing Authentication Token",
    );
    refused(
        "empty signature",
        |raw| {
            let header = &mut raw.headers.last_mut().unwrap().1;
            header.truncate(header.len() - 64);
        },
        "IncompleteSignature 400 / IncompleteSignature 400: Authorization header requires 'Signature' parameter. Authorization=(header)",
    );
    refused(
        "no pairs",
        |raw| raw.headers.last_mut().unwrap().1 = "AWS4-HMAC-SHA256 x".into(),
        "IncompleteSignature 400 / IncompleteSignature 400: 'x' not a valid key=value pair (missing equal-sign) in Authorization header: '(header)'.",
    );
    refused(
        "basic",
        |raw| raw.headers.last_mut().unwrap().1 = "Basic abc".into(),
        "AuthFailure 401 / SignatureDoesNotMatch 403: Unsupported AWS 'algorithm': 'Basic'.",
    );
    refused(
        "short credential",
        |raw| edit(raw, "Authorization", "20260102/us-east-1/", ""),
        "IncompleteSignature 400 / IncompleteSignature 400: Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got 'AKIDEXAMPLE/ec2/aws4_request'",
    );
    refused(
        "terminator",
        |raw| edit(raw, "Authorization", "aws4_request", "aws5"),
        "AuthFailure 401 / SignatureDoesNotMatch 403: Credential should be scoped with a valid terminator: 'aws4_request', not 'aws5'.",
    );
    refused(
        "scope's day",
        |raw| edit(raw, "X-Amz-Date", "20260102", "20200101"),
        "AuthFailure 401 / SignatureDoesNotMatch 403: Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '20260102' != '20200101', from '20200101T030405Z'.",
    );
    refused(
        "no date",
        |raw| drop(raw.headers.remove(1)),
        "IncompleteSignature 400 / IncompleteSignature 400: Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. Authorization=(header)",
    );
    refused(
        "bad date",
        |raw| edit(raw, "X-Amz-Date", "20260102", "20261302"),
        "IncompleteSignature 400 / IncompleteSignature 400: Date must be in ISO-8601 'basic format'. Got '20261302T030405Z'.",
    );
    refused(
        "host unsigned",
        |raw| edit(raw, "Authorization", "=host;", "="),
        "AuthFailure 401 / SignatureDoesNotMatch 403: 'Host' must be a 'SignedHeader' in the AWS Authorization.",
    );
    refused(
        "signed but absent",
        |raw| edit(raw, "Authorization", "=host;", "=host;x-a;"),
        "AuthFailure 401 / SignatureDoesNotMatch 403: 'x-a' is a 'SignedHeader' but not in the request.",
    );
}

#[test]
fn clocks() {
    let at = |minutes: i64| check(&signed(), Timestamp(NOW.0 + minutes * 60_000)).unwrap_err();
    assert_eq!(
        at(16),
        AuthError::Expired(
            "Signature expired: 20260102T030405Z is now earlier than 20260102T030505Z (20260102T032005Z - 15 min.)"
                .into()
        )
    );
    assert_eq!(at(16).to_error(Style::Ec2).code, "RequestExpired");
    assert_eq!(
        at(-16),
        AuthError::NotYet(
            "Signature not yet current: 20260102T030405Z is still later than 20260102T030305Z (20260102T024805Z + 15 min.)"
                .into()
        )
    );
}

/// A presigned request of the suite lives for the 3600 seconds it says.
#[test]
fn presigned() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/aws-signing-test-suite/v4/get-vanilla");
    let text = fs::read_to_string(folder.join("query-signed-request.txt")).unwrap();
    let verified = |text: &str, after_s: i64| {
        Raw::parse(text).with(|request| {
            let claim = parse(request)?;
            let key = SigningKey::derive("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", &claim.scope);
            verify(&claim, &key, request, Timestamp(claim.time.0 + after_s * 1000))
        })
    };
    assert_eq!(verified(&text, 0), Ok(()));
    assert_eq!(verified(&text, 3600), Ok(()));
    assert!(matches!(verified(&text, 3601), Err(AuthError::Expired(_))));
    for expires in ["0", "-1", "604801", "soon"] {
        let text = text.replace("Expires=3600", &format!("Expires={expires}"));
        assert!(matches!(verified(&text, 0), Err(AuthError::Incomplete(_))), "{expires}");
    }
    assert_eq!(verified(&text.replace("Expires=3600", "Expires=3601"), 0), Err(AuthError::Mismatch));
    assert_eq!(verified(&text.replace(" HTTP", "&x=1 HTTP"), 0), Err(AuthError::Mismatch));
}

#[test]
fn plus_in_the_query() {
    for (signed_query, sent_query, good) in
        [("a=x%20y&b=1", "b=1&a=x+y", true), ("a=x%20y", "a=x%2By", false), ("a=x%2By", "a=x%2by", true)]
    {
        let mut raw = signed();
        raw.query = signed_query.into();
        raw.headers.pop();
        let header = raw.with(|r| authorization("AKIDEXAMPLE", "secret", &scope(), TIME, &["host", "x-amz-date"], r));
        raw.headers.push(("Authorization".into(), header));
        raw.query = sent_query.into();
        assert_eq!(check(&raw, NOW).is_ok(), good, "{sent_query}");
    }
}

#[test]
fn cached_keys() {
    let cache = KeyCache::default();
    let first = cache.key("A", "secret", &scope());
    assert_eq!(cache.key("A", "secret", &scope()), first);
    assert_eq!(first, SigningKey::derive("secret", &scope()));
    assert_ne!(cache.key("A", "other", &scope()), first);
    assert_eq!(format!("{first:?}"), "SigningKey(…)");
}

/// Requests as botocore 1.43.11 signed them at [`NOW`]: a URL as it stands, with `+` for a space and the pair without
/// a value; a form with a session token; a presigned URL.
#[test]
fn signed_by_botocore() {
    let scope = "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260102/us-east-1/ec2/aws4_request";
    for text in [
        format!(
            "GET /?Action=DescribeTags&Filter.1.Value.1=a+b%2B&Empty= HTTP/1.1\nHost:localhost:8080\nX-Amz-Date:{TIME}\n\
             Authorization:{scope}, SignedHeaders=host;x-amz-date, \
             Signature=48106a270d32e58b0731f37272070a31e42b40b4fa4ec1e5bd703a55c49592f2\n\n"
        ),
        format!(
            "POST / HTTP/1.1\nHost:localhost:8080\nX-Amz-Date:{TIME}\nX-Amz-Security-Token:to/ken==\n\
             Content-Type:application/x-www-form-urlencoded; charset=utf-8\nContent-Length:40\n\
             Authorization:{scope}, SignedHeaders=content-type;host;x-amz-date;x-amz-security-token, \
             Signature=59fad22e616bd9a90938bd7d52a8ece364bb57ca962c13160e04769bcbad375f\n\n\
             Action=DescribeTags&Filter.1.Value.1=a+b"
        ),
        format!(
            "GET /?Action=DescribeTags&Filter.1.Value.1=a%20b&X-Amz-Algorithm=AWS4-HMAC-SHA256\
             &X-Amz-Credential=AKIDEXAMPLE%2F20260102%2Fus-east-1%2Fec2%2Faws4_request&X-Amz-Date={TIME}\
             &X-Amz-Expires=300&X-Amz-SignedHeaders=host&X-Amz-Security-Token=to%2Fken%3D%3D\
             &X-Amz-Signature=d439ee8e3f858493168dae3d35fc589e0ca5b1846ab63e9e8907612dc4dc9057 HTTP/1.1\n\
             Host:localhost:8080\n\n"
        ),
    ] {
        assert_eq!(check(&Raw::parse(&text), NOW), Ok(()), "{text}");
        for (from, to) in
            [("DescribeTags", "DeleteTags"), ("a+b", "a+c"), ("a%20b", "a%2Bb"), ("8080", "8081"), ("to", "no")]
        {
            let changed = text.replacen(from, to, 1);
            assert_eq!(check(&Raw::parse(&changed), NOW).is_ok(), changed == text, "{changed}");
        }
    }
}
