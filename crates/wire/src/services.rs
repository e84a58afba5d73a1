//! The other services of AWS: which protocol each speaks, and how it words a refusal.
//!
//! Clients of all services may be pointed at one endpoint. What is not served gets an answer its client understands
//! at once, instead of one it retries or cannot read.

use crate::error::{Error, ec2_error_xml};
use crate::generated::services::SERVICES;
use crate::sigv4::Style;
use crate::xml::escape_into;
use serde_json::json;

/// How a service is spoken to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    /// EC2's own: forms in, XML out.
    Ec2,
    /// Forms in, XML out: STS, IAM.
    Query,
    /// JSON, the operation named by `X-Amz-Target`.
    Json10,
    /// The same, version 1.1.
    Json11,
    /// JSON, the operation named by path and method.
    RestJson,
    /// XML, the operation named by path and method: S3, Route 53.
    RestXml,
    /// CBOR: CloudWatch's newer clients.
    Cbor,
}

/// One service in the table. A signing name can be shared by several protocols.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Service {
    /// The service's name in a credential scope.
    pub signing_name: &'static str,
    /// How it is spoken to.
    pub protocol: Protocol,
    /// The namespace of its XML, or nothing.
    pub namespace: &'static str,
}

/// An answer, all but the headers that every answer gets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// The value of `Content-Type`.
    pub content_type: &'static str,
    /// Other headers.
    pub headers: Vec<(&'static str, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Protocol {
    /// How refusals of a signature are worded.
    pub fn auth_style(self, signing_name: &str) -> Style {
        match self {
            Protocol::Ec2 => Style::Ec2,
            Protocol::RestXml if signing_name.starts_with("s3") => Style::S3,
            Protocol::Query | Protocol::RestXml => Style::Query,
            Protocol::Json10 | Protocol::Json11 | Protocol::RestJson | Protocol::Cbor => Style::Json,
        }
    }
}

/// The rows of this signing name.
pub fn find(signing_name: &str) -> &'static [Service] {
    let start = SERVICES.partition_point(|service| service.signing_name < signing_name);
    let rest = &SERVICES[start..];
    &rest[..rest.partition_point(|service| service.signing_name == signing_name)]
}

/// The protocol of a request: what its headers show, else what the service is known to speak. The table alone is not
/// enough, because old and new clients of one service differ.
pub fn protocol_of(signing_name: &str, content_type: Option<&str>, has_target: bool) -> Protocol {
    let known = find(signing_name);
    match content_type.unwrap_or_default().split(';').next().unwrap_or_default().trim() {
        "application/x-amz-json-1.0" => Protocol::Json10,
        "application/x-amz-json-1.1" if has_target => Protocol::Json11,
        "application/cbor" => Protocol::Cbor,
        "application/json" => Protocol::RestJson,
        "application/x-www-form-urlencoded" if signing_name == "ec2" => Protocol::Ec2,
        "application/x-www-form-urlencoded" => Protocol::Query,
        _ if has_target => Protocol::Json11,
        _ => {
            // Without a target it is not one of those.
            let fits = |s: &&Service| !matches!(s.protocol, Protocol::Json10 | Protocol::Json11 | Protocol::Cbor);
            known.iter().find(fits).or(known.first()).map_or(Protocol::RestJson, |service| service.protocol)
        }
    }
}

/// The refusal of a service that is not served. The status is 400 for all, because clients retry a 5xx and take a
/// 404 for a thing that is gone.
pub fn not_served(signing_name: &str, protocol: Protocol) -> Error {
    let code = match protocol {
        Protocol::Ec2 => "UnsupportedOperation",
        Protocol::Query => "InvalidAction",
        Protocol::RestXml => "NotImplemented",
        Protocol::Json10 | Protocol::Json11 | Protocol::RestJson | Protocol::Cbor => "UnknownOperationException",
    };
    Error::new(code, format!("Fogbank does not serve {signing_name}."))
}

/// A refusal in the form that clients of such a service read.
pub fn error_reply(signing_name: &str, protocol: Protocol, error: &Error, request_id: &str) -> Reply {
    let json = || json!({"__type": error.code, "message": error.message}).to_string().into_bytes();
    let (content_type, body) = match protocol {
        Protocol::Ec2 => ("text/xml;charset=UTF-8", ec2_error_xml(&error.code, &error.message, request_id).into()),
        Protocol::RestXml if signing_name.starts_with("s3") => ("application/xml", s3_error(error, request_id).into()),
        Protocol::Query | Protocol::RestXml => {
            let namespace = find(signing_name).iter().find(|s| s.protocol == protocol).map_or("", |s| s.namespace);
            ("text/xml", query_error(error, namespace, request_id).into())
        }
        Protocol::Json10 => ("application/x-amz-json-1.0", json()),
        Protocol::Json11 => ("application/x-amz-json-1.1", json()),
        Protocol::RestJson => ("application/json", json()),
        Protocol::Cbor => ("application/cbor", cbor_error(error)),
    };
    let mut headers = vec![("x-amzn-requestid", request_id.to_owned())];
    match protocol {
        Protocol::RestJson => headers.push(("x-amzn-errortype", error.code.to_string())),
        Protocol::Cbor => headers.push(("smithy-protocol", "rpc-v2-cbor".to_owned())),
        Protocol::RestXml if signing_name.starts_with("s3") => headers[0].0 = "x-amz-request-id",
        _ => {}
    }
    Reply { status: error.status, content_type, headers, body }
}

fn query_error(error: &Error, namespace: &str, request_id: &str) -> String {
    let mut out = String::from("<ErrorResponse");
    if !namespace.is_empty() {
        out.push_str(" xmlns=\"");
        escape_into(&mut out, namespace);
        out.push('"');
    }
    out.push_str("><Error><Type>");
    out.push_str(if error.status < 500 { "Sender" } else { "Receiver" });
    out.push_str("</Type><Code>");
    escape_into(&mut out, &error.code);
    out.push_str("</Code><Message>");
    escape_into(&mut out, &error.message);
    out.push_str("</Message></Error><RequestId>");
    escape_into(&mut out, request_id);
    out.push_str("</RequestId></ErrorResponse>");
    out
}

fn s3_error(error: &Error, request_id: &str) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>");
    escape_into(&mut out, &error.code);
    out.push_str("</Code><Message>");
    escape_into(&mut out, &error.message);
    out.push_str("</Message><RequestId>");
    escape_into(&mut out, request_id);
    out.push_str("</RequestId></Error>");
    out
}

/// A map of two texts, by hand: nothing else of CBOR is needed.
fn cbor_error(error: &Error) -> Vec<u8> {
    let mut out = vec![0xa2];
    for text in ["__type", &error.code, "message", &error.message] {
        match text.len() {
            length @ 0..=23 => out.push(0x60 | length as u8),
            length @ 24..=255 => out.extend([0x78, length as u8]),
            length => {
                out.push(0x7a);
                out.extend((length as u32).to_be_bytes());
            }
        }
        out.extend_from_slice(text.as_bytes());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn protocols() {
        assert!(SERVICES.is_sorted_by_key(|s| s.signing_name));
        for (service, content_type, target, want) in [
            ("ec2", Some("application/x-www-form-urlencoded; charset=utf-8"), false, Protocol::Ec2),
            ("ec2", None, false, Protocol::Ec2),
            ("sts", None, false, Protocol::Query),
            ("s3", None, false, Protocol::RestXml),
            ("route53", None, false, Protocol::RestXml),
            ("lambda", Some("application/json"), false, Protocol::RestJson),
            ("ssm", Some("application/x-amz-json-1.1"), true, Protocol::Json11),
            ("dynamodb", Some("application/x-amz-json-1.0"), true, Protocol::Json10),
            // Three generations of CloudWatch's clients.
            ("monitoring", Some("application/x-www-form-urlencoded"), false, Protocol::Query),
            ("monitoring", Some("application/x-amz-json-1.0"), true, Protocol::Json10),
            ("monitoring", Some("application/cbor"), false, Protocol::Cbor),
            // A signing name that an old and a new API share.
            ("ses", Some("application/x-www-form-urlencoded"), false, Protocol::Query),
            ("ses", Some("application/json"), false, Protocol::RestJson),
            ("no-such-service", None, false, Protocol::RestJson),
        ] {
            assert_eq!(protocol_of(service, content_type, target), want, "{service} {content_type:?}");
        }
    }

    #[test]
    fn refusals() {
        for (service, protocol, content_type, body) in [
            (
                "ec2",
                Protocol::Ec2,
                "text/xml;charset=UTF-8",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Response><Errors><Error><Code>A</Code><Message>&lt;b&gt;</Message></Error></Errors><RequestID>id</RequestID></Response>",
            ),
            (
                "sts",
                Protocol::Query,
                "text/xml",
                "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type><Code>A</Code><Message>&lt;b&gt;</Message></Error><RequestId>id</RequestId></ErrorResponse>",
            ),
            (
                "s3",
                Protocol::RestXml,
                "application/xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>A</Code><Message>&lt;b&gt;</Message><RequestId>id</RequestId></Error>",
            ),
            (
                "route53",
                Protocol::RestXml,
                "text/xml",
                "<ErrorResponse><Error><Type>Sender</Type><Code>A</Code><Message>&lt;b&gt;</Message></Error><RequestId>id</RequestId></ErrorResponse>",
            ),
            ("ssm", Protocol::Json11, "application/x-amz-json-1.1", "{\"__type\":\"A\",\"message\":\"<b>\"}"),
            ("eks", Protocol::RestJson, "application/json", "{\"__type\":\"A\",\"message\":\"<b>\"}"),
        ] {
            let reply = error_reply(service, protocol, &Error::new("A", "<b>"), "id");
            assert_eq!((reply.status, reply.content_type), (400, content_type), "{service}");
            assert_eq!(String::from_utf8(reply.body).unwrap(), body, "{service}");
        }
        let cbor = error_reply("monitoring", Protocol::Cbor, &Error::new("A", "<b>"), "id");
        assert_eq!(cbor.body, b"\xa2\x66__type\x61A\x67message\x63<b>");
    }
}
