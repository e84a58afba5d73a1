//! The little of STS that every client asks for.

use crate::xml::escape_into;

/// The version of the API, and the namespace of its answers.
pub const NAMESPACE: &str = "https://sts.amazonaws.com/doc/2011-06-15/";

/// The answer of GetCallerIdentity.
pub fn get_caller_identity(account: &str, user_id: &str, arn: &str, request_id: &str) -> String {
    response("GetCallerIdentity", &[("Arn", arn), ("UserId", user_id), ("Account", account)], request_id)
}

/// The answer of a query action whose result is a flat list of texts.
pub fn response(action: &str, members: &[(&str, &str)], request_id: &str) -> String {
    let mut out = format!("<{action}Response xmlns=\"{NAMESPACE}\"><{action}Result>");
    for (name, value) in members {
        out.push_str(&format!("<{name}>"));
        escape_into(&mut out, value);
        out.push_str(&format!("</{name}>"));
    }
    out.push_str(&format!("</{action}Result><ResponseMetadata><RequestId>"));
    escape_into(&mut out, request_id);
    out.push_str(&format!("</RequestId></ResponseMetadata></{action}Response>"));
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn caller_identity() {
        assert_eq!(
            super::get_caller_identity("123456789012", "AIDA", "arn:aws:iam::123456789012:user/a&b", "id"),
            "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><GetCallerIdentityResult>\
             <Arn>arn:aws:iam::123456789012:user/a&amp;b</Arn><UserId>AIDA</UserId><Account>123456789012</Account>\
             </GetCallerIdentityResult><ResponseMetadata><RequestId>id</RequestId></ResponseMetadata>\
             </GetCallerIdentityResponse>"
        );
    }
}
