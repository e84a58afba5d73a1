//! Tags.

mod create_tags;
mod delete_tags;
mod describe_tags;
mod resource;

pub use create_tags::CreateTags;
pub use delete_tags::DeleteTags;
pub use describe_tags::DescribeTags;
use model::ApiError;

/// The most resources that one request may name.
const MAX_RESOURCES: usize = 1000;

/// A request names one resource at least.
fn check_count(resources: &[String]) -> Result<(), ApiError> {
    if resources.is_empty() {
        return Err(ApiError::missing("resourceIdSet"));
    }
    if resources.len() <= MAX_RESOURCES {
        return Ok(());
    }
    Err(ApiError::invalid_parameter(format!(
        "The request names {} resources; the maximum is {MAX_RESOURCES}. Please tag them in several requests.",
        resources.len()
    )))
}
