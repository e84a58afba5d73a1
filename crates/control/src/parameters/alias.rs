//! `resolve:ssm:…` in place of an image's id, in a launch and in a launch template.

use model::ApiError;

use super::find;
use crate::action::Call;

/// What an id begins with that names a parameter.
const PREFIX: &str = "resolve:ssm:";

/// The id of the image that is meant: of the parameter where one is named, else what was given.
pub fn image_id(call: &Call, given: &str) -> Result<String, ApiError> {
    let Some(asked) = given.strip_prefix(PREFIX) else { return Ok(given.to_owned()) };
    let found = find(call.view.public_parameters(), call.region.name(), asked);
    match found {
        Ok(found) => Ok(found.published.image.to_string()),
        Err(_) => Err(ApiError::new(
            "SsmInvalidParameter",
            format!("The following aliases are invalid: {asked}. There is no such public parameter in this Region."),
        )),
    }
}

/// Refuses a parameter that there is not. Ids of images are looked for at the launch.
pub fn check(call: &Call, given: Option<&str>) -> Result<(), ApiError> {
    match given {
        Some(given) => image_id(call, given).map(|_| ()),
        None => Ok(()),
    }
}
