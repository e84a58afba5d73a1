//! Refusals, and the forms in which the services of AWS write them.

use crate::xml::escape_into;
use std::borrow::Cow;

/// A refusal that a caller sees: AWS's code, a sentence, and the HTTP status.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{code}: {message}")]
pub struct Error {
    /// AWS's code, as `InvalidParameterValue`.
    pub code: Cow<'static, str>,
    /// What was wrong, for the caller.
    pub message: String,
    /// The HTTP status of the answer.
    pub status: u16,
}

impl Error {
    /// A refusal with status 400, as nearly all of EC2's are.
    pub fn new(code: impl Into<Cow<'static, str>>, message: impl Into<String>) -> Error {
        Error::with_status(400, code, message)
    }

    /// A refusal with a status of its own.
    pub fn with_status(status: u16, code: impl Into<Cow<'static, str>>, message: impl Into<String>) -> Error {
        Error { code: code.into(), message: message.into(), status }
    }

    /// `InvalidParameterValue` in EC2's usual words: `Value (x) for parameter instanceId is invalid. Why.`
    pub fn invalid_value(parameter: &str, value: &str, why: &str) -> Error {
        let dot = if why.is_empty() { "." } else { ". " };
        Error::new("InvalidParameterValue", format!("Value ({value}) for parameter {parameter} is invalid{dot}{why}"))
    }

    /// `MissingParameter` in EC2's words.
    pub fn missing(parameter: &str) -> Error {
        Error::new("MissingParameter", format!("The request must contain the parameter {parameter}"))
    }

    /// `UnknownParameter` in EC2's words.
    pub fn unknown_parameter(parameter: &str) -> Error {
        Error::new("UnknownParameter", format!("The parameter {parameter} is not recognized"))
    }

    /// The refusal of an action that the model does not know.
    pub fn invalid_action(action: &str) -> Error {
        Error::new("InvalidAction", format!("The action {action} is not valid for this web service."))
    }

    /// The refusal of an action that EC2 has and Fogbank has not.
    pub fn unsupported_action(action: &str) -> Error {
        Error::new("UnsupportedOperation", format!("The action {action} is not supported by Fogbank."))
    }
}

/// EC2's error document.
pub fn ec2_error_xml(code: &str, message: &str, request_id: &str) -> String {
    let mut out = String::with_capacity(200 + message.len());
    out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Response><Errors><Error><Code>");
    escape_into(&mut out, code);
    out.push_str("</Code><Message>");
    escape_into(&mut out, message);
    out.push_str("</Message></Error></Errors><RequestID>");
    escape_into(&mut out, request_id);
    out.push_str("</RequestID></Response>");
    out
}
