// Written by `cargo xtask codegen` from the EC2 model 2016-11-15. Do not edit.

#[allow(unused_imports)]
use super::types::*;
use crate::timestamp::Timestamp;
use crate::xml::{Encode, Xml};

/// What `CreateKeyPair` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KeyPair {
    pub key_pair_id: Option<String>,
    pub tags: Vec<Tag>,
    pub key_name: Option<String>,
    pub key_fingerprint: Option<String>,
    pub key_material: Option<String>,
}

impl Encode for KeyPair {
    fn encode(&self, out: &mut Xml) {
        out.string("<keyPairId>", &self.key_pair_id);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
        out.string("<keyName>", &self.key_name);
        out.string("<keyFingerprint>", &self.key_fingerprint);
        out.string("<keyMaterial>", &self.key_material);
    }
}

/// `KeyPairInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KeyPairInfo {
    pub key_pair_id: Option<String>,
    pub key_type: Option<String>,
    pub tags: Vec<Tag>,
    pub public_key: Option<String>,
    pub create_time: Option<Timestamp>,
    pub key_name: Option<String>,
    pub key_fingerprint: Option<String>,
}

impl Encode for KeyPairInfo {
    fn encode(&self, out: &mut Xml) {
        out.string("<keyPairId>", &self.key_pair_id);
        out.string("<keyType>", &self.key_type);
        out.list("<tagSet>", "<item>", &self.tags);
        out.string("<publicKey>", &self.public_key);
        out.timestamp_millis("<createTime>", &self.create_time);
        out.string("<keyName>", &self.key_name);
        out.string("<keyFingerprint>", &self.key_fingerprint);
    }
}
