//! DescribeSnapshotAttribute: who may make volumes of a snapshot.

use model::ApiError;
use wire::ec2;

use super::audience::ALL;
use crate::action::{Action, Call, Output, Plan};

pub struct DescribeSnapshotAttribute;

impl Action for DescribeSnapshotAttribute {
    type Input = ec2::DescribeSnapshotAttributeRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let attribute = input.attribute.as_deref().ok_or_else(|| ApiError::missing("attribute"))?;
        let snapshot = super::own(&call.view, input.snapshot_id.as_deref())?;
        let mut shown = ec2::DescribeSnapshotAttributeResult {
            snapshot_id: Some(snapshot.id.to_string()),
            ..ec2::DescribeSnapshotAttributeResult::default()
        };
        if attribute == "productCodes" {
            shown.product_codes = Some(Vec::new());
        } else {
            let all = snapshot.public.then(|| ec2::CreateVolumePermission { group: Some(ALL.into()), user_id: None });
            let accounts = snapshot
                .shared_with
                .iter()
                .map(|account| ec2::CreateVolumePermission { user_id: Some(account.to_string()), group: None });
            shown.create_volume_permissions = Some(all.into_iter().chain(accounts).collect());
        }
        Ok(Plan::Answer(shown))
    }
}
