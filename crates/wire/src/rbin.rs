//! The Recycle Bin's API (`rbin`): JSON, the operation named by path and method.

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::Error;

/// What a request asks for, by method and path. The texts are a rule's identifier or its ARN.
#[derive(Debug, PartialEq, Eq)]
pub enum Operation {
    CreateRule,
    ListRules,
    GetRule(String),
    UpdateRule(String),
    DeleteRule(String),
    LockRule(String),
    UnlockRule(String),
    ListTags(String),
    TagResource(String),
    UntagResource(String),
}

impl Operation {
    /// `None` is no operation of this service.
    pub fn of(method: &str, path: &str) -> Option<Self> {
        let decoded =
            |part: &str| percent_encoding::percent_decode_str(part).decode_utf8().ok().map(|it| it.into_owned());
        let path = path.trim_end_matches('/');
        let (_, rest) = path.split_once('/')?;
        let (first, rest) = rest.split_once('/').unwrap_or((rest, ""));
        // An ARN has slashes of its own, which some clients leave as they are.
        let (name, verb) = match first {
            "rules" => rest.split_once('/').unwrap_or((rest, "")),
            _ => (rest, ""),
        };
        let name = decoded(name)?;
        Some(match (method, first, name.is_empty(), verb) {
            ("POST", "rules", true, "") => Self::CreateRule,
            ("POST", "list-rules", true, "") => Self::ListRules,
            ("GET", "rules", false, "") => Self::GetRule(name),
            ("PATCH", "rules", false, "") => Self::UpdateRule(name),
            ("DELETE", "rules", false, "") => Self::DeleteRule(name),
            ("PATCH", "rules", false, "lock") => Self::LockRule(name),
            ("PATCH", "rules", false, "unlock") => Self::UnlockRule(name),
            ("GET", "tags", false, "") => Self::ListTags(name),
            ("POST", "tags", false, "") => Self::TagResource(name),
            ("DELETE", "tags", false, "") => Self::UntagResource(name),
            _ => return None,
        })
    }
}

/// The values of a parameter that may stand several times in a query.
pub fn query_values(query: &str, name: &str) -> Vec<String> {
    let decoded = |value: &str| {
        let spaced = value.replace('+', " ");
        percent_encoding::percent_decode_str(&spaced).decode_utf8_lossy().into_owned()
    };
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.filter(|(key, _)| *key == name).map(|(_, value)| decoded(value)).collect()
}

/// Reads a request's body; a member that the service does not know is refused by name.
pub fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, Error> {
    let body: &[u8] = if body.is_empty() { b"{}" } else { body };
    serde_json::from_slice(body).map_err(|error| Error::new("ValidationException", error.to_string()))
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct RetentionPeriod {
    pub retention_period_value: i64,
    /// `DAYS`.
    pub retention_period_unit: String,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct Tag {
    pub key: String,
    pub value: String,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct ResourceTag {
    pub resource_tag_key: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resource_tag_value: Option<String>,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct LockConfiguration {
    pub unlock_delay: UnlockDelay,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct UnlockDelay {
    pub unlock_delay_value: i64,
    /// `DAYS`.
    pub unlock_delay_unit: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct CreateRule {
    pub retention_period: RetentionPeriod,
    pub description: Option<String>,
    #[serde(default)]
    pub tags: Vec<Tag>,
    pub resource_type: String,
    #[serde(default)]
    pub resource_tags: Vec<ResourceTag>,
    #[serde(default)]
    pub exclude_resource_tags: Vec<ResourceTag>,
    pub lock_configuration: Option<LockConfiguration>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct UpdateRule {
    pub retention_period: Option<RetentionPeriod>,
    pub description: Option<String>,
    pub resource_type: Option<String>,
    pub resource_tags: Option<Vec<ResourceTag>>,
    pub exclude_resource_tags: Option<Vec<ResourceTag>>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct LockRule {
    pub lock_configuration: LockConfiguration,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct ListRules {
    pub resource_type: String,
    pub max_results: Option<i64>,
    pub next_token: Option<String>,
    #[serde(default)]
    pub resource_tags: Vec<ResourceTag>,
    #[serde(default)]
    pub exclude_resource_tags: Vec<ResourceTag>,
    pub lock_state: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct TagResource {
    pub tags: Vec<Tag>,
}

/// A rule as all operations but ListRules show it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Rule {
    pub identifier: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    pub resource_type: String,
    pub retention_period: RetentionPeriod,
    pub resource_tags: Vec<ResourceTag>,
    pub exclude_resource_tags: Vec<ResourceTag>,
    pub status: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lock_configuration: Option<LockConfiguration>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lock_state: Option<String>,
    /// Seconds since 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lock_end_time: Option<f64>,
    pub rule_arn: String,
    /// Only in the answer to CreateRule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Rules {
    pub rules: Vec<RuleSummary>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct RuleSummary {
    pub identifier: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    pub retention_period: RetentionPeriod,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lock_state: Option<String>,
    pub rule_arn: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Tags {
    pub tags: Vec<Tag>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operations() {
        let arn = || "arn:aws:rbin:us-east-1:111122223333:rule/abcdefghijk".to_owned();
        for (method, path, want) in [
            ("POST", "/rules", Some(Operation::CreateRule)),
            ("POST", "/list-rules", Some(Operation::ListRules)),
            ("GET", "/rules/abc", Some(Operation::GetRule("abc".into()))),
            ("PATCH", "/rules/abc/lock", Some(Operation::LockRule("abc".into()))),
            ("PATCH", "/rules/abc/other", None),
            ("GET", "/tags/arn:aws:rbin:us-east-1:111122223333:rule/abcdefghijk", Some(Operation::ListTags(arn()))),
            (
                "DELETE",
                "/tags/arn%3Aaws%3Arbin%3Aus-east-1%3A111122223333%3Arule%2Fabcdefghijk",
                Some(Operation::UntagResource(arn())),
            ),
            ("GET", "/", None),
            ("PUT", "/rules/abc", None),
        ] {
            assert_eq!(Operation::of(method, path), want, "{method} {path}");
        }
    }

    #[test]
    fn an_unknown_member_is_named() {
        let error = read::<LockRule>(br#"{"Lock": 1}"#).unwrap_err();
        assert!(error.message.contains("`Lock`"), "{}", error.message);
    }
}
