//! Why a request was not believed, in the words of each family of services.

use crate::error::Error;

/// Why a request was not believed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AuthError {
    /// There is no signature at all.
    #[error("the request is not signed")]
    Missing,
    /// Signed, but with something else than AWS4-HMAC-SHA256.
    #[error("unsupported signature: {0}")]
    Unsupported(String),
    /// Parts of the signature are missing or malformed.
    #[error("incomplete signature: {0}")]
    Incomplete(String),
    /// The scope does not fit the request: other day, region, service or terminator.
    #[error("wrong scope: {0}")]
    Scope(String),
    /// `host` or an `x-amz-` header is not signed.
    #[error("{0}")]
    NotSigned(String),
    /// Signed too long ago.
    #[error("{0}")]
    Expired(String),
    /// Signed in the future.
    #[error("{0}")]
    NotYet(String),
    /// No such key, or not in use. For the caller, who looks keys up.
    #[error("unknown access key")]
    UnknownAccessKey,
    /// The session token is unknown, does not belong to the key, or is missing. For the caller.
    #[error("invalid session token")]
    InvalidToken,
    /// The session token has run out. For the caller.
    #[error("expired session token")]
    ExpiredToken,
    /// Another secret, or the request was changed on its way.
    #[error("the signature does not match")]
    Mismatch,
}

/// How a family of services words its refusals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// EC2: nearly everything is `AuthFailure`, so that nothing can be learnt from it.
    Ec2,
    /// STS, IAM and the other services of the query protocol.
    Query,
    /// The services that speak JSON.
    Json,
    /// S3.
    S3,
}

const MISMATCH: &str = "The request signature we calculated does not match the signature you provided. Check your \
                        AWS Secret Access Key and signing method. Consult the service documentation for details.";

impl AuthError {
    /// The refusal as a caller of such a service sees it.
    pub fn to_error(&self, style: Style) -> Error {
        match style {
            Style::Ec2 => self.ec2(),
            Style::Query => self.query(),
            Style::Json => self.json(),
            Style::S3 => self.s3(),
        }
    }

    fn ec2(&self) -> Error {
        let failure =
            || Error::with_status(401, "AuthFailure", "AWS was not able to validate the provided access credentials");
        match self {
            AuthError::Missing => {
                Error::with_status(403, "MissingAuthenticationToken", "Request is missing Authentication Token")
            }
            AuthError::Incomplete(why) => Error::new("IncompleteSignature", why),
            AuthError::Unsupported(why) | AuthError::Scope(why) | AuthError::NotSigned(why) => {
                Error::with_status(401, "AuthFailure", why)
            }
            AuthError::Expired(_) => Error::new("RequestExpired", "Request has expired."),
            AuthError::ExpiredToken => Error::new("RequestExpired", "Request has expired."),
            AuthError::NotYet(_) | AuthError::UnknownAccessKey | AuthError::InvalidToken | AuthError::Mismatch => {
                failure()
            }
        }
    }

    fn query(&self) -> Error {
        match self {
            AuthError::Missing => {
                Error::with_status(403, "MissingAuthenticationToken", "Request is missing Authentication Token")
            }
            AuthError::Incomplete(why) => Error::new("IncompleteSignature", why),
            AuthError::Unsupported(why)
            | AuthError::Scope(why)
            | AuthError::NotSigned(why)
            | AuthError::Expired(why)
            | AuthError::NotYet(why) => Error::with_status(403, "SignatureDoesNotMatch", why),
            AuthError::UnknownAccessKey | AuthError::InvalidToken => Error::with_status(
                403,
                "InvalidClientTokenId",
                "The security token included in the request is invalid.",
            ),
            AuthError::ExpiredToken => {
                Error::with_status(403, "ExpiredToken", "The security token included in the request is expired")
            }
            AuthError::Mismatch => Error::with_status(403, "SignatureDoesNotMatch", MISMATCH),
        }
    }

    fn json(&self) -> Error {
        let query = self.query();
        let code = match &*query.code {
            "MissingAuthenticationToken" => "MissingAuthenticationTokenException",
            "IncompleteSignature" => "IncompleteSignatureException",
            "InvalidClientTokenId" => "UnrecognizedClientException",
            "ExpiredToken" => "ExpiredTokenException",
            _ => "InvalidSignatureException",
        };
        Error::new(code, query.message)
    }

    fn s3(&self) -> Error {
        match self {
            AuthError::Missing => Error::with_status(403, "AccessDenied", "Access Denied"),
            AuthError::Unsupported(why) => Error::new("InvalidRequest", why),
            AuthError::Incomplete(why) | AuthError::Scope(why) => Error::new("AuthorizationHeaderMalformed", why),
            AuthError::NotSigned(why) => Error::with_status(403, "AccessDenied", why),
            AuthError::Expired(_) | AuthError::NotYet(_) => Error::with_status(
                403,
                "RequestTimeTooSkewed",
                "The difference between the request time and the current time is too large.",
            ),
            AuthError::UnknownAccessKey => Error::with_status(
                403,
                "InvalidAccessKeyId",
                "The AWS Access Key Id you provided does not exist in our records.",
            ),
            AuthError::InvalidToken => {
                Error::new("InvalidToken", "The provided token is malformed or otherwise invalid.")
            }
            AuthError::ExpiredToken => Error::new("ExpiredToken", "The provided token has expired."),
            AuthError::Mismatch => Error::with_status(
                403,
                "SignatureDoesNotMatch",
                "The request signature we calculated does not match the signature you provided. Check your key and \
                 signing method.",
            ),
        }
    }
}
