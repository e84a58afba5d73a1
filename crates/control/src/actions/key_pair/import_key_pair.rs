//! ImportKeyPair.

use model::{ApiError, KeyPairId, records::KeyPair};
use wire::ec2;

use super::public_key::Imported;
use crate::{
    action::{Action, Call, Output, Plan},
    tagging::{self, TagsToSet},
};

pub struct ImportKeyPair;

impl Action for ImportKeyPair {
    type Input = ec2::ImportKeyPairRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let name = super::new_name(input.key_name.as_deref())?;
        let material = input.public_key_material.as_deref();
        let Imported { key_type, fingerprint, mut public } =
            Imported::read(material.ok_or_else(|| ApiError::missing("PublicKeyMaterial"))?)?;
        let tags = TagsToSet::parse(&input.tag_specifications, &["key-pair"])?;
        public.set_comment(name);
        let record = KeyPair {
            id: KeyPairId::from_random(call.random()),
            account: call.account.clone(),
            created_ms: call.now_ms,
            name: name.to_owned(),
            key_type: key_type.to_owned(),
            fingerprint,
            public_key: public.to_openssh().map_err(ApiError::internal)?,
            rest: Default::default(),
        };
        let edit = super::add(call, &record, tags.of("key-pair"))?;
        Plan::change(edit, move |view| {
            Ok(ec2::ImportKeyPairResult {
                key_name: Some(record.name.clone()),
                key_pair_id: Some(record.id.to_string()),
                key_fingerprint: Some(record.fingerprint.clone()),
                tags: tagging::shown(view, &record.id),
            })
        })
    }
}
