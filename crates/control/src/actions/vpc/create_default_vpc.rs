//! CreateDefaultVpc: for an account that has deleted the one it began with.

use model::{ApiError, limits, records::Vpc};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    actions::quota,
    defaults,
    edit::Edit,
};

pub struct CreateDefaultVpc;

impl Action for CreateDefaultVpc {
    type Input = ec2::CreateDefaultVpcRequest;

    fn plan(call: &Call, _: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        if defaults::default_vpc(&call.view).is_some() {
            return Err(ApiError::new(
                "DefaultVpcAlreadyExists",
                "A Default VPC already exists for this account in this region.",
            ));
        }
        let mut edit = Edit::new();
        quota::per_region::<Vpc>(call, &mut edit, limits::VPCS, "VpcLimitExceeded", "VPCs")?;
        let id = defaults::add_default_vpc(&mut edit, &call.region, &call.account, call.now_ms, call.world());
        Plan::change(edit, move |view| {
            let vpc = view.made::<Vpc>(&id)?;
            Ok(ec2::CreateDefaultVpcResult {
                vpc: Some(ec2::Vpc { state: Some("pending".into()), ..super::shown(view, &vpc) }),
            })
        })
    }
}
