//! ModifyInstanceMetadataOptions.

use model::{ApiError, records::Instance};
use wire::ec2;

use super::{metadata_options, power};
use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
};

pub struct ModifyInstanceMetadataOptions;

impl Action for ModifyInstanceMetadataOptions {
    type Input = ec2::ModifyInstanceMetadataOptionsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let instance = power::alive(call, input.instance_id.as_deref())?;
        let metadata = metadata_options::changed(
            &instance.metadata,
            input.http_tokens.as_deref(),
            input.http_put_response_hop_limit,
            input.http_endpoint.as_deref(),
            input.instance_metadata_tags.as_deref(),
        )?;
        let mut edit = Edit::new();
        edit.update(&instance, &Instance { metadata: metadata.clone(), ..instance.record.clone() });
        let id = instance.id.to_string();
        Plan::change(edit, move |_| {
            Ok(ec2::ModifyInstanceMetadataOptionsResult {
                instance_id: Some(id),
                instance_metadata_options: Some(metadata_options::shown(&metadata, false)),
            })
        })
    }
}
