//! What clients ask of other services before they speak to EC2.

use model::AccountId;
use wire::{Error, Form, sigv4::RequestParts, sts};

/// STS: GetCallerIdentity, and nothing else.
pub fn sts(account: &AccountId, parts: &RequestParts<'_>, request_id: &str) -> Result<String, Error> {
    let form = Form::parse(parts.query, parts.body)?;
    match form.action()? {
        "GetCallerIdentity" => {
            let arn = format!("arn:aws:iam::{account}:root");
            Ok(sts::get_caller_identity(account, account, &arn, request_id))
        }
        other => Err(Error::new("InvalidAction", format!("Could not find operation {other} for version 2011-06-15"))),
    }
}
