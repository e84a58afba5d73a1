//! The little of Systems Manager (`ssm`) that names images: JSON, the operation named by `X-Amz-Target`.

use serde::{Deserialize, Serialize};

/// What stands before an operation's name in `X-Amz-Target`.
const TARGET: &str = "AmazonSSM.";

/// The name of the operation that a request asks for; `None` is a target of another service.
pub fn operation(target: &str) -> Option<&str> {
    target.strip_prefix(TARGET).filter(|name| !name.is_empty())
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct GetParameter {
    pub name: String,
    /// Whether secrets are shown; public parameters are none.
    pub with_decryption: Option<bool>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct GetParameters {
    pub names: Vec<String>,
    pub with_decryption: Option<bool>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct GetParametersByPath {
    pub path: String,
    #[serde(default)]
    pub recursive: bool,
    #[serde(default)]
    pub parameter_filters: Vec<ParameterFilter>,
    pub with_decryption: Option<bool>,
    pub max_results: Option<i64>,
    pub next_token: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct ParameterFilter {
    pub key: String,
    pub option: Option<String>,
    #[serde(default)]
    pub values: Vec<String>,
}

#[derive(Debug, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Parameter {
    pub name: String,
    #[serde(rename = "Type")]
    pub kind: &'static str,
    pub value: String,
    pub version: u64,
    /// The version that was asked for, as `:3`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub selector: Option<String>,
    /// Seconds since 1970.
    pub last_modified_date: f64,
    #[serde(rename = "ARN")]
    pub arn: String,
    pub data_type: &'static str,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct OneParameter {
    pub parameter: Parameter,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Parameters {
    pub parameters: Vec<Parameter>,
    /// Names of which there is no parameter, or not in this version.
    pub invalid_parameters: Vec<String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ParametersPage {
    pub parameters: Vec<Parameter>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets() {
        for (target, want) in [
            ("AmazonSSM.GetParameter", Some("GetParameter")),
            ("AmazonSSM.", None),
            ("DynamoDB_20120810.GetItem", None),
        ] {
            assert_eq!(operation(target), want, "{target}");
        }
    }

    #[test]
    fn a_parameter_is_written_as_clients_read_it() {
        let parameter = Parameter {
            name: "/aws/service/a".into(),
            kind: "String",
            value: "ami-1".into(),
            version: 2,
            selector: None,
            last_modified_date: 1.5,
            arn: "arn:aws:ssm:us-east-1::parameter/aws/service/a".into(),
            data_type: "aws:ec2:image",
        };
        assert_eq!(
            serde_json::to_string(&OneParameter { parameter }).unwrap(),
            "{\"Parameter\":{\"Name\":\"/aws/service/a\",\"Type\":\"String\",\"Value\":\"ami-1\",\"Version\":2,\
             \"LastModifiedDate\":1.5,\"ARN\":\"arn:aws:ssm:us-east-1::parameter/aws/service/a\",\
             \"DataType\":\"aws:ec2:image\"}}"
        );
    }
}
