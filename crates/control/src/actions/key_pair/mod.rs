//! Key pairs.

mod create_key_pair;
pub mod fingerprint;

pub use create_key_pair::CreateKeyPair;

use model::{
    ApiError,
    records::{KeyPair, Record},
};

use crate::{action::Call, edit::Edit};

/// The edit that adds a key pair with its tags; its name must be free.
fn add(call: &Call, record: &KeyPair, tags: &[(String, String)]) -> Result<Edit, ApiError> {
    let named = format!("{}/{}", record.account, record.name);
    if call.view.find::<KeyPair>("name", &named).next().is_some() {
        return Err(ApiError::new(
            "InvalidKeyPair.Duplicate",
            format!("The keypair '{}' already exists.", record.name),
        ));
    }
    let mut edit = Edit::new();
    edit.create(record);
    edit.claim(&format!("key-name/{named}"), record.id());
    for (key, value) in tags {
        edit.tag(&record.account, record.id(), "key-pair", key, value);
    }
    Ok(edit)
}
