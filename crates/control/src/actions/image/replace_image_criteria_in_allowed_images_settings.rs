//! ReplaceImageCriteriaInAllowedImagesSettings: what an image of another account must be.

use model::{AccountId, ApiError, records::ImageCriterion};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    actions::account::settings,
};

pub struct ReplaceImageCriteriaInAllowedImagesSettings;

impl Action for ReplaceImageCriteriaInAllowedImagesSettings {
    type Input = ec2::ReplaceImageCriteriaInAllowedImagesSettingsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        at_most("ImageCriteria", input.image_criteria.len(), MAX_CRITERIA)?;
        let criteria = input.image_criteria.iter().map(criterion).collect::<Result<Vec<_>, _>>()?;
        let edit = settings::change(call, |settings| settings.allowed_images.criteria = criteria)?;
        Plan::change(edit, |_| Ok(ec2::ReplaceImageCriteriaInAllowedImagesSettingsResult { return_value: Some(true) }))
    }
}

const MAX_CRITERIA: usize = 10;
const MAX_PROVIDERS: usize = 200;
const MAX_NAMES: usize = 50;
const MAX_PRODUCT_CODES: usize = 50;

fn at_most(what: &str, count: usize, most: usize) -> Result<(), ApiError> {
    if count <= most {
        return Ok(());
    }
    Err(ApiError::invalid_parameter(format!("{what} can have at most {most} values, and {count} were given.")))
}

/// One criterion as a request has it, checked.
fn criterion(asked: &ec2::ImageCriterionRequest) -> Result<ImageCriterion, ApiError> {
    at_most("ImageProviders", asked.image_providers.len(), MAX_PROVIDERS)?;
    at_most("ImageNames", asked.image_names.len(), MAX_NAMES)?;
    at_most("MarketplaceProductCodes", asked.marketplace_product_codes.len(), MAX_PRODUCT_CODES)?;
    for provider in &asked.image_providers {
        let alias =
            ["amazon", "aws-marketplace", "aws-backup-vault", super::allowed::NONE].contains(&provider.as_str());
        if !alias && AccountId::parse(provider).is_none() {
            return Err(ApiError::invalid_value(
                "imageProvider",
                provider,
                "It is neither an account number nor an alias.",
            ));
        }
        if provider == super::allowed::NONE && asked.image_providers.len() > 1 {
            return Err(ApiError::combination("The image provider 'none' can't be given along with others."));
        }
    }
    let fits = |c: char| c.is_ascii_alphanumeric() || "()[] ./-'@_*?".contains(c);
    for name in &asked.image_names {
        if name.is_empty() || name.chars().count() > 128 || !name.chars().all(fits) {
            return Err(ApiError::invalid_value("imageName", name, "It can't be the name of an image."));
        }
    }
    for code in &asked.marketplace_product_codes {
        if !(1..=25).contains(&code.len()) || !code.bytes().all(|b| b.is_ascii_alphanumeric()) {
            return Err(ApiError::invalid_value("marketplaceProductCode", code, "It can't be a product code."));
        }
    }
    let deprecated = asked.deprecation_time_condition.as_ref().and_then(|it| it.maximum_days_since_deprecated);
    let created = asked.creation_date_condition.as_ref().and_then(|it| it.maximum_days_since_created);
    Ok(ImageCriterion {
        providers: asked.image_providers.clone(),
        product_codes: asked.marketplace_product_codes.clone(),
        names: asked.image_names.clone(),
        max_days_deprecated: days("maximumDaysSinceDeprecated", deprecated)?,
        max_days_created: days("maximumDaysSinceCreated", created)?,
    })
}

fn days(parameter: &str, asked: Option<i64>) -> Result<Option<u32>, ApiError> {
    let refused = |days| ApiError::invalid_value(parameter, days, "It must be a number of days from 0.");
    asked.map(|days| u32::try_from(days).map_err(|_| refused(days))).transpose()
}
