//! DescribeFastLaunchImages: none are, because only Windows images can be.

use model::{ApiError, records::Image};
use wire::ec2;

use super::Kind;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::Asked,
    lookup,
};

pub struct DescribeFastLaunchImages;

const KIND: Kind = Kind::without_ids(&["resource-type", "owner-id", "state"]);

impl Action for DescribeFastLaunchImages {
    type Input = ec2::DescribeFastLaunchImagesRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        lookup::many::<Image>(&call.view, &input.image_ids)?;
        let asked = Asked {
            limits: 1..=200,
            ..Asked::new(&[], "imageIdSet", &input.filters, input.max_results, &input.next_token)
        };
        KIND.none(call, "DescribeFastLaunchImages", &asked)
    }
}
