//! GetAllowedImagesSettings: which images the account may see and launch.

use model::{ApiError, records::ImageCriterion};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    actions::account::settings,
};

pub struct GetAllowedImagesSettings;

impl Action for GetAllowedImagesSettings {
    type Input = ec2::GetAllowedImagesSettingsRequest;

    fn plan(call: &Call, _input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let settings = settings::of(call)?;
        let allowed = &settings.allowed_images;
        Ok(Plan::Answer(ec2::GetAllowedImagesSettingsResult {
            state: Some(allowed.state.as_str().to_owned()),
            image_criteria: allowed.criteria.iter().map(shown).collect(),
            managed_by: Some("account".into()),
        }))
    }
}

fn shown(criterion: &ImageCriterion) -> ec2::ImageCriterion {
    ec2::ImageCriterion {
        image_providers: criterion.providers.clone(),
        marketplace_product_codes: criterion.product_codes.clone(),
        image_names: criterion.names.clone(),
        deprecation_time_condition: criterion
            .max_days_deprecated
            .map(|days| ec2::DeprecationTimeCondition { maximum_days_since_deprecated: Some(days.into()) }),
        creation_date_condition: criterion
            .max_days_created
            .map(|days| ec2::CreationDateCondition { maximum_days_since_created: Some(days.into()) }),
    }
}
