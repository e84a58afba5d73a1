//! Options of the instance metadata service: at launch and afterwards.

use model::{
    ApiError,
    records::{InstanceMetadataOptions, MetadataDefaults},
};
use wire::ec2;

/// AWS's largest hop limit.
const MAX_HOPS: i64 = 64;

/// Options of a new instance: what the request says, else the account's defaults in the region, else the image, which
/// asks for tokens and two hops when its ImdsSupport is v2.0.
pub fn at_launch(
    asked: Option<&ec2::InstanceMetadataOptionsRequest>,
    account: &MetadataDefaults,
    imds_support: Option<&str>,
) -> Result<InstanceMetadataOptions, ApiError> {
    let v2 = imds_support == Some("v2.0");
    let default = InstanceMetadataOptions {
        endpoint: account.endpoint.unwrap_or(true),
        tokens_required: account.tokens_required.unwrap_or(v2),
        hop_limit: account.hop_limit.unwrap_or(if v2 { 2 } else { 1 }),
        ipv6: false,
        tags: account.tags.unwrap_or(false),
    };
    match asked {
        None => Ok(default),
        Some(asked) => changed(
            &default,
            asked.http_tokens.as_deref(),
            asked.http_put_response_hop_limit,
            asked.http_endpoint.as_deref(),
            asked.instance_metadata_tags.as_deref(),
        ),
    }
}

/// The options with what was asked for changed.
pub fn changed(
    before: &InstanceMetadataOptions,
    tokens: Option<&str>,
    hop_limit: Option<i64>,
    endpoint: Option<&str>,
    tags: Option<&str>,
) -> Result<InstanceMetadataOptions, ApiError> {
    let mut after = before.clone();
    if let Some(tokens) = tokens {
        after.tokens_required = either("httpTokens", tokens, "required", "optional")?;
    }
    if let Some(endpoint) = endpoint {
        after.endpoint = either("httpEndpoint", endpoint, "enabled", "disabled")?;
    }
    if let Some(tags) = tags {
        after.tags = either("instanceMetadataTags", tags, "enabled", "disabled")?;
    }
    if let Some(hops) = hop_limit {
        after.hop_limit = checked_hops(hops)?;
    }
    Ok(after)
}

/// A hop limit within AWS's bounds.
pub fn checked_hops(hops: i64) -> Result<u8, ApiError> {
    u8::try_from(hops).ok().filter(|hops| (1..=MAX_HOPS).contains(&i64::from(*hops))).ok_or_else(|| {
        ApiError::invalid_value(
            "httpPutResponseHopLimit",
            hops,
            &format!("Values must be integers between 1 and {MAX_HOPS}."),
        )
    })
}

fn either(name: &str, value: &str, yes: &str, no: &str) -> Result<bool, ApiError> {
    match value {
        _ if value == yes => Ok(true),
        _ if value == no => Ok(false),
        _ => Err(ApiError::invalid_value(name, value, &format!("Valid values are {yes} and {no}."))),
    }
}

/// The options as answers show them.
pub fn shown(options: &InstanceMetadataOptions, applied: bool) -> ec2::InstanceMetadataOptionsResponse {
    let enabled = |yes: bool| Some(if yes { "enabled" } else { "disabled" }.to_owned());
    ec2::InstanceMetadataOptionsResponse {
        state: Some(if applied { "applied" } else { "pending" }.into()),
        http_tokens: Some(if options.tokens_required { "required" } else { "optional" }.into()),
        http_put_response_hop_limit: Some(i64::from(options.hop_limit)),
        http_endpoint: enabled(options.endpoint),
        http_protocol_ipv6: enabled(options.ipv6),
        instance_metadata_tags: enabled(options.tags),
    }
}
