//! The one error that actions answer with: AWS's code and a message that names the thing.

use std::{borrow::Cow, fmt};

/// An error for the caller. `status` is the HTTP status it travels with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiError {
    pub status: u16,
    pub code: Cow<'static, str>,
    pub message: String,
}

impl ApiError {
    /// A caller's mistake: HTTP 400.
    pub fn new(code: impl Into<Cow<'static, str>>, message: impl Into<String>) -> Self {
        Self { status: 400, code: code.into(), message: message.into() }
    }

    /// Our failure: HTTP 500 and `InternalError`.
    pub fn internal(detail: impl fmt::Display) -> Self {
        Self { status: 500, code: "InternalError".into(), message: format!("An internal error has occurred: {detail}") }
    }

    /// HTTP 503: nothing was done, try again.
    pub fn unavailable(message: impl Into<String>) -> Self {
        Self { status: 503, code: "Unavailable".into(), message: message.into() }
    }

    pub fn dry_run() -> Self {
        Self {
            status: 412,
            code: "DryRunOperation".into(),
            message: "Request would have succeeded, but DryRun flag is set.".into(),
        }
    }

    pub fn unsupported(message: impl Into<String>) -> Self {
        Self::new("UnsupportedOperation", message)
    }

    pub fn missing(parameter: &str) -> Self {
        Self::new("MissingParameter", format!("The request must contain the parameter {parameter}"))
    }

    pub fn invalid_value(parameter: &str, value: impl fmt::Display, why: &str) -> Self {
        let sep = if why.is_empty() { "" } else { " " };
        Self::new("InvalidParameterValue", format!("Value ({value}) for parameter {parameter} is invalid.{sep}{why}"))
    }

    pub fn invalid_parameter(message: impl Into<String>) -> Self {
        Self::new("InvalidParameterValue", message)
    }

    pub fn combination(message: impl Into<String>) -> Self {
        Self::new("InvalidParameterCombination", message)
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.message)
    }
}

impl std::error::Error for ApiError {}
