//! GetSnapshotBlockPublicAccessState: whether snapshots of the account can be public.

use model::ApiError;
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    actions::account::settings,
};

pub struct GetSnapshotBlockPublicAccessState;

impl Action for GetSnapshotBlockPublicAccessState {
    type Input = ec2::GetSnapshotBlockPublicAccessStateRequest;

    fn plan(call: &Call, _input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        Ok(Plan::Answer(ec2::GetSnapshotBlockPublicAccessStateResult {
            state: Some(settings::of(call)?.public_snapshots.as_str().to_owned()),
            managed_by: Some("account".into()),
        }))
    }
}
