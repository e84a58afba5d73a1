//! CreateKeyPair: the private half is in the answer and nowhere else.

use model::{ApiError, KeyPairId, records::KeyPair};
use rsa::pkcs1::EncodeRsaPrivateKey;
use wire::ec2;

use super::fingerprint;
use crate::{
    action::{Action, Call, Output, Plan, Prepare},
    tagging::{self, TagsToSet},
};

pub struct CreateKeyPair;

/// A key that was just made.
#[derive(Clone)]
struct NewKey {
    key_type: &'static str,
    material: String,
    fingerprint: String,
    public: ssh_key::PublicKey,
}

const RSA_BITS: usize = 2048;

impl Action for CreateKeyPair {
    type Input = ec2::CreateKeyPairRequest;

    fn prepare(input: &Self::Input) -> Option<Prepare> {
        let (key_type, format) = (input.key_type.clone(), input.key_format.clone());
        Some(Box::new(move || Ok(Box::new(make(key_type.as_deref(), format.as_deref())?))))
    }

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let name = input.key_name.as_deref().filter(|name| !name.is_empty());
        let name = name.ok_or_else(|| ApiError::missing("KeyName"))?;
        let tags = TagsToSet::parse(&input.tag_specifications, &["key-pair"])?;
        let new: &NewKey = call.prepared();
        let mut public = new.public.clone();
        public.set_comment(name);
        let record = KeyPair {
            id: KeyPairId::from_random(call.random()),
            account: call.account.clone(),
            created_ms: call.now_ms,
            name: name.to_owned(),
            key_type: new.key_type.to_owned(),
            fingerprint: new.fingerprint.clone(),
            public_key: public.to_openssh().map_err(ApiError::internal)?,
            rest: Default::default(),
        };
        let edit = super::add(call, &record, tags.of("key-pair"))?;
        let material = new.material.clone();
        Plan::change(edit, move |view| {
            Ok(ec2::KeyPair {
                key_name: Some(record.name.clone()),
                key_pair_id: Some(record.id.to_string()),
                key_fingerprint: Some(record.fingerprint.clone()),
                key_material: Some(material),
                tags: tagging::shown(view, &record.id),
            })
        })
    }
}

fn make(key_type: Option<&str>, format: Option<&str>) -> Result<NewKey, ApiError> {
    if let Some("ppk") = format {
        return Err(ApiError::unsupported("KeyFormat 'ppk' is not supported; convert the 'pem' form with puttygen."));
    }
    let mut random = rand::thread_rng();
    match key_type.unwrap_or("rsa") {
        "ed25519" => {
            let private = ssh_key::PrivateKey::random(&mut random, ssh_key::Algorithm::Ed25519)
                .map_err(ApiError::internal)?;
            let public = private.public_key().clone();
            Ok(NewKey {
                key_type: "ed25519",
                material: private.to_openssh(ssh_key::LineEnding::LF).map_err(ApiError::internal)?.to_string(),
                fingerprint: fingerprint::of_ed25519(&public),
                public,
            })
        }
        _ => {
            let private = rsa::RsaPrivateKey::new(&mut random, RSA_BITS).map_err(ApiError::internal)?;
            let public = ssh_key::public::RsaPublicKey::try_from(private.to_public_key()).map_err(ApiError::internal)?;
            Ok(NewKey {
                key_type: "rsa",
                material: private.to_pkcs1_pem(rsa::pkcs8::LineEnding::LF).map_err(ApiError::internal)?.to_string(),
                fingerprint: fingerprint::of_created_rsa(&private)?,
                public: ssh_key::PublicKey::from(public),
            })
        }
    }
}
