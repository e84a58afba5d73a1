//! Under which KMS key a volume or snapshot is encrypted, if under any.
//!
//! Each account has one key in each region: the one that AWS manages for EBS, `alias/aws/ebs`. KMS itself is not served, so
//! there are no others, and every other name is refused. The key's id follows from account and region; what is sealed under
//! it is a matter of the vault's master key.

use model::{
    AccountId, ApiError,
    records::{RegionAccount, Snapshot},
};
use sha2::{Digest, Sha256};
use vault::{Key, KeyId};

use crate::{action::Call, actions::account::settings};

/// The alias of the key that AWS manages for EBS.
pub const MANAGED_ALIAS: &str = "alias/aws/ebs";

/// What holds for an account in a region.
#[derive(Clone, Debug)]
pub struct Encryption {
    region: String,
    account: AccountId,
    by_default: bool,
}

/// What a request says of the encryption of something new.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked<'r> {
    pub encrypted: Option<bool>,
    pub key: Option<&'r str>,
}

impl<'r> Asked<'r> {
    pub fn new(encrypted: Option<bool>, key: Option<&'r str>) -> Self {
        Self { encrypted, key: key.filter(|key| !key.is_empty()) }
    }

    /// Whether the request says anything.
    pub fn is_nothing(&self) -> bool {
        self.encrypted.is_none() && self.key.is_none()
    }
}

impl Encryption {
    pub fn of(call: &Call) -> Result<Self, ApiError> {
        Ok(Self::of_settings(call.region.name(), &*settings::of(call)?))
    }

    pub fn of_settings(region: &str, settings: &RegionAccount) -> Self {
        let (account, by_default) = (settings.account.clone(), settings.encryption_by_default);
        Self { region: region.to_owned(), account, by_default }
    }

    /// The same as if nothing were encrypted by default.
    pub fn without_default(&self) -> Self {
        Self { by_default: false, ..self.clone() }
    }

    /// ARN of the key that AWS manages for EBS.
    pub fn managed_key(&self) -> String {
        managed_key(&self.region, &self.account)
    }

    /// ARN of the key that a request names: by its ARN, its id, its alias or its alias' ARN.
    pub fn key(&self, named: &str) -> Result<String, ApiError> {
        let managed = self.managed_key();
        let id = managed_id(&self.region, &self.account).to_string();
        let alias = format!("{}{MANAGED_ALIAS}", self.arn_prefix());
        if [managed.as_str(), id.as_str(), MANAGED_ALIAS, alias.as_str()].contains(&named) {
            return Ok(managed);
        }
        Err(ApiError::invalid_parameter(format!(
            "The specified KMS key '{named}' does not exist or is not accessible. The only key here is {MANAGED_ALIAS}."
        )))
    }

    /// ARN of the key of something new that has the content of `source`, or none. `None`: it isn't encrypted.
    pub fn decide(&self, asked: Asked<'_>, source: Option<&Snapshot>) -> Result<Option<String>, ApiError> {
        let sealed = source.filter(|source| source.encrypted);
        if let (Some(source), Some(false)) = (sealed, asked.encrypted) {
            return Err(ApiError::combination(format!(
                "The snapshot '{}' is encrypted, and what is made of it can't be unencrypted.",
                source.id
            )));
        }
        let encrypted = sealed.is_some() || asked.encrypted == Some(true) || self.by_default;
        match (encrypted, asked.key) {
            (true, Some(named)) => self.key(named).map(Some),
            (true, None) => Ok(Some(self.managed_key())),
            (false, Some(_)) => Err(ApiError::new(
                "InvalidParameterDependency",
                "The parameter KmsKeyId requires the parameter Encrypted to be set.",
            )),
            (false, None) => Ok(None),
        }
    }

    fn arn_prefix(&self) -> String {
        arn_prefix(&self.region, &self.account)
    }
}

fn arn_prefix(region: &str, account: &str) -> String {
    format!("arn:aws:kms:{region}:{account}:")
}

/// ARN of the key that AWS manages for EBS, of an account in a region.
pub fn managed_key(region: &str, account: &str) -> String {
    format!("{}key/{}", arn_prefix(region, account), managed_id(region, account))
}

/// A UUID, the same for ever.
fn managed_id(region: &str, account: &str) -> KeyId {
    let digest = Sha256::digest(format!("fogbank {MANAGED_ALIAS} of {account} in {region}"));
    let mut bytes = [0; KeyId::BYTES];
    bytes.copy_from_slice(&digest[..KeyId::BYTES]);
    // Version 8, a UUID made by a rule of one's own.
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    KeyId::from_bytes(bytes)
}

/// The id of a key, which stands at the end of its ARN.
pub fn id_of(arn: &str) -> &str {
    arn.rsplit_once('/').map_or(arn, |(_, id)| id)
}

/// How the vault seals what is under this key.
pub fn vault_key(arn: Option<&str>) -> Result<Key, ApiError> {
    let Some(arn) = arn else { return Ok(Key::None) };
    id_of(arn).parse().map(Key::Sealed).map_err(ApiError::internal)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "arn:aws:kms:eu-west-1:000000000001:key/";

    fn encryption(by_default: bool) -> Encryption {
        Encryption { region: "eu-west-1".into(), account: AccountId::from_number(1), by_default }
    }

    fn snapshot(encrypted: bool) -> Snapshot {
        let (id, volume) = (model::SnapshotId::trusted("snap-1"), model::VolumeId::trusted("vol-1"));
        let begun = Snapshot::begun(id, AccountId::from_number(1), 0, volume, 1, String::new());
        Snapshot { encrypted, ..begun }
    }

    #[test]
    fn a_key_has_four_names() {
        let encryption = encryption(false);
        let arn = encryption.managed_key();
        assert!(arn.starts_with(KEY), "{arn}");
        let alias = "arn:aws:kms:eu-west-1:000000000001:alias/aws/ebs";
        for name in [arn.as_str(), id_of(&arn), "alias/aws/ebs", alias] {
            assert_eq!(encryption.key(name), Ok(arn.clone()));
        }
        let elsewhere = Encryption { region: "eu-west-2".into(), ..encryption.clone() }.managed_key();
        let others = Encryption { account: AccountId::from_number(2), ..encryption.clone() }.managed_key();
        assert!(id_of(&elsewhere) != id_of(&arn) && id_of(&others) != id_of(&arn));
        for name in ["alias/mine", &elsewhere, &others, "aws/ebs", ""] {
            assert_eq!(encryption.key(name).unwrap_err().code, "InvalidParameterValue", "{name}");
        }
    }

    #[test]
    fn what_is_made_of_something_encrypted_is_encrypted() {
        let (plain, sealed) = (snapshot(false), snapshot(true));
        let key = Some("alias/aws/ebs");
        // Encrypted, KmsKeyId, by default, the source, and what comes of it.
        for (encrypted, key, by_default, source, want) in [
            (None, None, false, None, "no"),
            (Some(false), None, false, Some(&plain), "no"),
            (Some(true), None, false, None, "yes"),
            (Some(true), key, false, Some(&plain), "yes"),
            (None, None, true, None, "yes"),
            (Some(false), None, true, Some(&plain), "yes"),
            (None, None, false, Some(&sealed), "yes"),
            (None, key, false, Some(&sealed), "yes"),
            (Some(false), None, true, Some(&sealed), "InvalidParameterCombination"),
            (None, key, false, None, "InvalidParameterDependency"),
            (Some(false), key, false, Some(&plain), "InvalidParameterDependency"),
            (Some(true), Some("alias/mine"), false, None, "InvalidParameterValue"),
        ] {
            let asked = Asked::new(encrypted, key);
            let got = match encryption(by_default).decide(asked, source) {
                Ok(None) => "no".to_owned(),
                Ok(Some(arn)) => if arn.starts_with(KEY) { "yes" } else { "another" }.to_owned(),
                Err(error) => error.code.to_string(),
            };
            assert_eq!(got, want, "{asked:?} {by_default} {:?}", source.map(|source| source.encrypted));
        }
    }
}
