//! GetInstanceMetadataDefaults: what new instances' metadata options are in this account and region.

use model::ApiError;
use wire::ec2;

use super::settings;
use crate::action::{Action, Call, Output, Plan};

pub struct GetInstanceMetadataDefaults;

impl Action for GetInstanceMetadataDefaults {
    type Input = ec2::GetInstanceMetadataDefaultsRequest;

    fn plan(call: &Call, _input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let settings = settings::of(call)?;
        let defaults = &settings.metadata_defaults;
        let choice = |on: Option<bool>, yes: &str, no: &str| on.map(|on| if on { yes } else { no }.to_owned());
        Ok(Plan::Answer(ec2::GetInstanceMetadataDefaultsResult {
            account_level: Some(ec2::InstanceMetadataDefaultsResponse {
                http_tokens: choice(defaults.tokens_required, "required", "optional"),
                http_put_response_hop_limit: defaults.hop_limit.map(i64::from),
                http_endpoint: choice(defaults.endpoint, "enabled", "disabled"),
                instance_metadata_tags: choice(defaults.tags, "enabled", "disabled"),
                managed_by: Some("account".into()),
                ..Default::default()
            }),
        }))
    }
}
