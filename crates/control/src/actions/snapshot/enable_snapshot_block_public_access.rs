//! EnableSnapshotBlockPublicAccess: no snapshot of the account becomes public any more, or none is.

use model::{ApiError, records::PublicSnapshots};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    actions::account::settings,
};

pub struct EnableSnapshotBlockPublicAccess;

impl Action for EnableSnapshotBlockPublicAccess {
    type Input = ec2::EnableSnapshotBlockPublicAccessRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let state = input.state.as_deref().ok_or_else(|| ApiError::missing("State"))?;
        let blocked = PublicSnapshots::parse(state).filter(|state| *state != PublicSnapshots::Unblocked);
        let why = "It must be block-all-sharing or block-new-sharing.";
        let blocked = blocked.ok_or_else(|| ApiError::invalid_value("state", state, why))?;
        let edit = settings::change(call, |settings| settings.public_snapshots = blocked)?;
        Plan::change(edit, move |_| {
            Ok(ec2::EnableSnapshotBlockPublicAccessResult { state: Some(blocked.as_str().to_owned()) })
        })
    }
}
