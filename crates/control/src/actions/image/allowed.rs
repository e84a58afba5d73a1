//! Which images of others an account lets itself see and launch.

use model::{
    AccountId,
    filters::any_matches,
    records::{AllowedImages, AllowedImagesState, Image, ImageCriterion, RegionAccount},
};

use crate::{action::Call, view::AccountView};

/// The provider of no image: only the account's own are allowed.
pub const NONE: &str = "none";

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// Whether the image exists for the caller, as far as its own settings say.
pub fn exists(call: &Call, image: &Image) -> bool {
    exists_in(&call.view, image, call.now_ms)
}

/// The same in any region.
pub fn exists_in(view: &AccountView, image: &Image, now_ms: i64) -> bool {
    match view.held::<RegionAccount>(view.account()) {
        Some(settings) if settings.allowed_images.state == AllowedImagesState::Enabled => {
            is_allowed(&settings.allowed_images, view.account(), image, now_ms)
        }
        _ => true,
    }
}

/// What is shown of it: nothing while the account does not use the feature.
pub fn shown(call: &Call, image: &Image) -> Option<bool> {
    let settings = call.view.held::<RegionAccount>(&call.account)?;
    (settings.allowed_images.state != AllowedImagesState::Disabled)
        .then(|| is_allowed(&settings.allowed_images, &call.account, image, call.now_ms))
}

/// Whether the image is the account's own or meets one of the criteria.
fn is_allowed(settings: &AllowedImages, account: &AccountId, image: &Image, now_ms: i64) -> bool {
    let criteria = &settings.criteria;
    image.account == *account || criteria.is_empty() || criteria.iter().any(|it| meets(it, image, now_ms))
}

fn meets(criterion: &ImageCriterion, image: &Image, now_ms: i64) -> bool {
    let provided = |provider: &String| {
        *provider == *image.account || image.owner_alias.as_ref().is_some_and(|alias| alias == provider)
    };
    let within = |since: i64, days: Option<u32>| days.is_none_or(|days| now_ms - since <= i64::from(days) * DAY_MS);
    (criterion.providers.is_empty() || criterion.providers.iter().any(provided))
        // No image has a product code.
        && criterion.product_codes.is_empty()
        && (criterion.names.is_empty() || any_matches(&criterion.names, &image.name))
        && image.deprecated_ms.is_none_or(|since| within(since, criterion.max_days_deprecated))
        && within(image.created_ms, criterion.max_days_created)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{QuickStart, RegionCatalog};
    use model::instance::{Architecture, BootMode};

    fn image() -> Image {
        let built = QuickStart {
            name: "tiny-1".into(),
            description: String::new(),
            digest: "digest".into(),
            architecture: Architecture::X86_64,
            boot_mode: BootMode::LegacyBios,
            root_device_name: "/dev/xvda".into(),
            size_gib: 8,
            root: "root".into(),
            created_ms: 0,
            login: "ec2-user".into(),
        };
        let image = RegionCatalog::new("us-east-1", &[built]).images.values().next().unwrap().record.clone();
        Image { deprecated_ms: Some(10 * DAY_MS), ..image }
    }

    fn texts(values: &[&str]) -> Vec<String> {
        values.iter().map(|value| (*value).to_owned()).collect()
    }

    #[test]
    fn criteria() {
        let image = image();
        let owner = image.account.to_string();
        let any = ImageCriterion::default();
        for (criterion, want) in [
            (any.clone(), true),
            (ImageCriterion { providers: texts(&["amazon"]), ..any.clone() }, true),
            (ImageCriterion { providers: texts(&["111122223333", &owner]), ..any.clone() }, true),
            (ImageCriterion { providers: texts(&["111122223333"]), ..any.clone() }, false),
            (ImageCriterion { providers: texts(&[NONE]), ..any.clone() }, false),
            (ImageCriterion { names: texts(&["big*", "tiny-?"]), ..any.clone() }, true),
            (ImageCriterion { names: texts(&["big*"]), providers: texts(&["amazon"]), ..any.clone() }, false),
            (ImageCriterion { product_codes: texts(&["abc"]), ..any.clone() }, false),
            (ImageCriterion { max_days_created: Some(12), ..any.clone() }, true),
            (ImageCriterion { max_days_created: Some(11), ..any.clone() }, false),
            (ImageCriterion { max_days_deprecated: Some(2), ..any.clone() }, true),
            (ImageCriterion { max_days_deprecated: Some(1), ..any.clone() }, false),
        ] {
            let settings = AllowedImages { criteria: vec![criterion.clone()], ..AllowedImages::default() };
            let stranger = AccountId::from_number(1);
            assert_eq!(is_allowed(&settings, &stranger, &image, 12 * DAY_MS), want, "{criterion:?}");
            assert!(is_allowed(&settings, &image.account, &image, 12 * DAY_MS), "one's own: {criterion:?}");
        }
    }
}
