//! Refusals that several kinds of resource have in the same words.

use model::ApiError;

/// Something still needs the thing that is to be deleted. `noun` is as in `The subnet '…' has dependencies`.
pub fn in_use(noun: &str, id: &str) -> ApiError {
    ApiError::new("DependencyViolation", format!("The {noun} '{id}' has dependencies and cannot be deleted."))
}

/// A request that modifies attributes must give exactly one: names, and whether each is given.
pub fn one_attribute(given: &[(&str, bool)]) -> Result<(), ApiError> {
    let names: Vec<&str> = given.iter().filter(|(_, given)| *given).map(|(name, _)| *name).collect();
    match names.as_slice() {
        [_] => Ok(()),
        [] => Err(ApiError::combination("No attributes specified.")),
        several => {
            Err(ApiError::combination(format!("Fields for multiple attribute types specified: {}", several.join(", "))))
        }
    }
}

/// Two things that are to be joined are in different VPCs. Each is as AWS writes it: `route table rtb-…`.
pub fn different_networks(code: &'static str, one: impl std::fmt::Display, other: impl std::fmt::Display) -> ApiError {
    ApiError::new(code, format!("{one} and {other} belong to different networks"))
}
