//! ModifyInstanceMetadataDefaults: what new instances' metadata options are where the request doesn't say it. What is
//! left out stays; `no-preference`, and -1 hops, leave it to the image.

use model::ApiError;
use wire::ec2;

use super::settings;
use crate::{
    action::{Action, Call, Output, Plan},
    actions::instance::metadata_options::checked_hops,
};

pub struct ModifyInstanceMetadataDefaults;

/// AWS's number for no preference.
const NO_HOPS: i64 = -1;

impl Action for ModifyInstanceMetadataDefaults {
    type Input = ec2::ModifyInstanceMetadataDefaultsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let mut after = settings::of(call)?.metadata_defaults.clone();
        if let Some(choice) = input.http_tokens.as_deref() {
            after.tokens_required = preference(choice, "required");
        }
        if let Some(choice) = input.http_endpoint.as_deref() {
            after.endpoint = preference(choice, "enabled");
        }
        if let Some(choice) = input.instance_metadata_tags.as_deref() {
            after.tags = preference(choice, "enabled");
        }
        match input.http_put_response_hop_limit {
            None => {}
            Some(NO_HOPS) => after.hop_limit = None,
            Some(hops) => after.hop_limit = Some(checked_hops(hops)?),
        }
        let edit = settings::change(call, |settings| settings.metadata_defaults = after)?;
        Plan::change(edit, |_| Ok(ec2::ModifyInstanceMetadataDefaultsResult { return_: Some(true) }))
    }
}

/// A choice between `yes` and its opposite, or none. The decoder lets nothing else through.
fn preference(choice: &str, yes: &str) -> Option<bool> {
    (choice != "no-preference").then_some(choice == yes)
}
