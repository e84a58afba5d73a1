//! CreateKeyPair: the private half is in the answer and nowhere else.

use model::{ApiError, KeyPairId, records::KeyPair};
use rsa::pkcs1::EncodeRsaPrivateKey;
use ssh_key::{LineEnding, PrivateKey, PublicKey};
use wire::ec2;

use super::{fingerprint, ppk};
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
    public: PublicKey,
}

const RSA_BITS: usize = 2048;

impl Action for CreateKeyPair {
    type Input = ec2::CreateKeyPairRequest;

    fn prepare(input: &Self::Input) -> Option<Prepare> {
        let (name, key_type, format) = (input.key_name.clone(), input.key_type.clone(), input.key_format.clone());
        Some(Box::new(move || {
            // Looked at before a key is made for nothing.
            let name = super::new_name(name.as_deref())?;
            Ok(Box::new(make(name, key_type.as_deref(), format.as_deref())?))
        }))
    }

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let name = super::new_name(input.key_name.as_deref())?;
        let tags = TagsToSet::parse(&input.tag_specifications, &["key-pair"])?;
        let new: &NewKey = call.prepared();
        let record = KeyPair {
            id: KeyPairId::from_random(call.random()),
            account: call.account.clone(),
            created_ms: call.now_ms,
            name: name.to_owned(),
            key_type: new.key_type.to_owned(),
            fingerprint: new.fingerprint.clone(),
            public_key: new.public.to_openssh().map_err(ApiError::internal)?,
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

fn make(name: &str, key_type: Option<&str>, format: Option<&str>) -> Result<NewKey, ApiError> {
    let mut random = rand::thread_rng();
    let putty = format == Some("ppk");
    if key_type == Some("ed25519") {
        let mut private = PrivateKey::random(&mut random, ssh_key::Algorithm::Ed25519).map_err(ApiError::internal)?;
        private.set_comment(name);
        let public = private.public_key().clone();
        let material = match private.key_data().ed25519() {
            Some(pair) if putty => ppk::of_ed25519(name, &public, pair)?,
            _ => private.to_openssh(LineEnding::LF).map_err(ApiError::internal)?.to_string(),
        };
        return Ok(NewKey { key_type: "ed25519", material, fingerprint: fingerprint::of_ed25519(&public), public });
    }
    let private = rsa::RsaPrivateKey::new(&mut random, RSA_BITS).map_err(ApiError::internal)?;
    let public = ssh_key::public::RsaPublicKey::try_from(private.to_public_key()).map_err(ApiError::internal)?;
    let public = PublicKey::new(public.into(), name);
    let material = match putty {
        true => ppk::of_rsa(name, &public, &private)?,
        false => private.to_pkcs1_pem(rsa::pkcs8::LineEnding::LF).map_err(ApiError::internal)?.to_string(),
    };
    Ok(NewKey { key_type: "rsa", material, fingerprint: fingerprint::of_created_rsa(&private)?, public })
}
