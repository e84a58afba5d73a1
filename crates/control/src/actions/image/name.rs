//! Names of images: what they may be made of, and that an account has each once in a region.

use model::{ApiError, records::Image};

use crate::{action::Call, edit::Edit};

/// Checks a name that a caller sent.
pub fn check(name: Option<&str>) -> Result<&str, ApiError> {
    let name = name.ok_or_else(|| ApiError::missing("Name"))?;
    let allowed = |c: char| c.is_ascii_alphanumeric() || "()[] ./-'@_".contains(c);
    if (3..=128).contains(&name.chars().count()) && name.chars().all(allowed) {
        return Ok(name);
    }
    Err(ApiError::new(
        "InvalidAMIName.Malformed",
        "AMI names must be between 3 and 128 characters long, and may contain letters, numbers, '(', ')', '[', ']', ' ', '.', '-', '/', ''', '@' and '_'",
    ))
}

/// As the index `name` and the claim have it.
fn key(image: &Image) -> String {
    format!("{}/{}", image.account, image.name)
}

/// Claims the image's name for it.
pub fn claim(call: &Call, edit: &mut Edit, image: &Image) -> Result<(), ApiError> {
    let key = key(image);
    if let Some(other) = call.view.find::<Image>("name", &key).next() {
        return Err(ApiError::new(
            "InvalidAMIName.Duplicate",
            format!("AMI name {} is already in use by AMI {}", image.name, other.id),
        ));
    }
    edit.claim(&format!("image-name/{key}"), &image.id);
    Ok(())
}

/// Gives the image's name back.
pub fn release(edit: &mut Edit, image: &Image) {
    edit.release(&format!("image-name/{}", key(image)));
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn names() {
        for name in ["abc", "al2023-ami-2023.4.20240319.1-kernel-6.1-x86_64", "my (golden) [image]/v1 @home's_"] {
            assert_eq!(check(Some(name)), Ok(name));
        }
        for name in ["", "ab", "a:b", "naïve", &"x".repeat(129)] {
            assert_eq!(check(Some(name)).unwrap_err().code, "InvalidAMIName.Malformed", "{name}");
        }
    }
}
