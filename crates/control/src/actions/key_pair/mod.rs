//! Key pairs.

mod create_key_pair;
mod delete_key_pair;
mod describe_key_pairs;
pub mod fingerprint;
mod import_key_pair;
mod ppk;
mod public_key;

use std::sync::Arc;

pub use create_key_pair::CreateKeyPair;
pub use delete_key_pair::DeleteKeyPair;
pub use describe_key_pairs::DescribeKeyPairs;
pub use import_key_pair::ImportKeyPair;
use model::{
    ApiError,
    records::{KeyPair, Record},
};

use crate::{
    action::Call,
    edit::Edit,
    view::{AccountView, Row},
};

const MAX_NAME_CHARS: usize = 255;

/// The name that a request wants to give a key pair.
fn new_name(name: Option<&str>) -> Result<&str, ApiError> {
    let name = name.filter(|name| !name.is_empty()).ok_or_else(|| ApiError::missing("KeyName"))?;
    if !name.is_ascii() {
        return Err(ApiError::invalid_value("KeyName", name, "Character sets beyond ASCII are not supported."));
    }
    // The name is the comment of the public key's line, which must stay one line.
    if name.len() > MAX_NAME_CHARS || name.bytes().any(|byte| byte.is_ascii_control()) {
        return Err(ApiError::invalid_value(
            "KeyName",
            name,
            &format!("It must have at most {MAX_NAME_CHARS} characters and no control characters."),
        ));
    }
    Ok(name)
}

/// The account's key pair of this name.
pub fn named(view: &AccountView, name: &str) -> Option<Arc<Row<KeyPair>>> {
    view.find::<KeyPair>("name", &format!("{}/{name}", view.account())).next().cloned()
}

/// The refusal of names that no key pair has.
pub fn none_named(names: &[&str]) -> ApiError {
    let sentence = match names {
        [one] => format!("The key pair '{one}' does not exist"),
        many => format!("The key pairs '{}' do not exist", many.join(", ")),
    };
    ApiError::new("InvalidKeyPair.NotFound", sentence)
}

/// The edit that adds a key pair with its tags; its name must be free.
fn add(call: &Call, record: &KeyPair, tags: &[(String, String)]) -> Result<Edit, ApiError> {
    if named(&call.view, &record.name).is_some() {
        return Err(ApiError::new(
            "InvalidKeyPair.Duplicate",
            format!("The keypair '{}' already exists.", record.name),
        ));
    }
    let mut edit = Edit::new();
    edit.create(record);
    edit.claim(&name_claim(record), record.id());
    for (key, value) in tags {
        edit.tag(&record.account, record.id(), "key-pair", key, value);
    }
    Ok(edit)
}

fn name_claim(record: &KeyPair) -> String {
    format!("key-name/{}/{}", record.account, record.name)
}
