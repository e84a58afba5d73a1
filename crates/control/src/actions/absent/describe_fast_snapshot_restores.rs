//! DescribeFastSnapshotRestores: there are none, as every snapshot is read at the speed of the vault.

use model::ApiError;
use wire::ec2;

use super::Kind;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::Asked,
};

pub struct DescribeFastSnapshotRestores;

const KIND: Kind =
    Kind::without_ids(&["availability-zone", "availability-zone-id", "owner-id", "snapshot-id", "state"]);

impl Action for DescribeFastSnapshotRestores {
    type Input = ec2::DescribeFastSnapshotRestoresRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked =
            Asked { limits: 1..=200, ..Asked::new(&[], "", &input.filters, input.max_results, &input.next_token) };
        KIND.none(call, "DescribeFastSnapshotRestores", &asked)
    }
}
