//! Messages of each version that has ever been released are still understood, and mean what they meant.
//!
//! A file under `golden/v1/` is one message as version 1 wrote it. They are never changed: what a later version no
//! longer writes, an agent of one version before still does.

use std::{fs, path::Path};

use hostlink::{FromHost, ToHost};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

/// Decodes the file and encodes it again: nothing may be lost or renamed. (Fields that a later version adds are left
/// out of the comparison.)
fn check<T: Serialize + DeserializeOwned>(path: &Path) {
    let text = fs::read_to_string(path).unwrap();
    let written: Value = serde_json::from_str(&text).unwrap();
    let message: T = serde_json::from_value(written.clone())
        .unwrap_or_else(|error| panic!("{} is not understood any more: {error}", path.display()));
    let again = serde_json::to_value(&message).unwrap();
    assert!(contains(&again, &written), "{} came back as\n{again:#}", path.display());
}

/// Whether `whole` has all that `part` has.
fn contains(whole: &Value, part: &Value) -> bool {
    match (whole, part) {
        (Value::Object(whole), Value::Object(part)) => {
            part.iter().all(|(key, value)| whole.get(key).is_some_and(|there| contains(there, value)))
        }
        (Value::Array(whole), Value::Array(part)) => {
            whole.len() == part.len() && whole.iter().zip(part).all(|(whole, part)| contains(whole, part))
        }
        (whole, part) => whole == part,
    }
}

#[test]
fn messages_of_version_1_are_understood() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/v1");
    let mut seen = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if name.starts_with("to-host") {
            check::<ToHost>(&path);
        } else {
            assert!(name.starts_with("from-host"), "{name} is neither to nor from a host");
            check::<FromHost>(&path);
        }
        seen += 1;
    }
    assert_eq!(seen, 10);
}
