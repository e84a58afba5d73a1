//! DisableSnapshotBlockPublicAccess: snapshots of the account can be public; those are again that were before.

use model::{ApiError, records::PublicSnapshots};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    actions::account::settings,
};

pub struct DisableSnapshotBlockPublicAccess;

impl Action for DisableSnapshotBlockPublicAccess {
    type Input = ec2::DisableSnapshotBlockPublicAccessRequest;

    fn plan(call: &Call, _input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let unblocked = PublicSnapshots::Unblocked;
        let edit = settings::change(call, |settings| settings.public_snapshots = unblocked)?;
        Plan::change(edit, move |_| {
            Ok(ec2::DisableSnapshotBlockPublicAccessResult { state: Some(unblocked.as_str().to_owned()) })
        })
    }
}
