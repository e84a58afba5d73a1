//! Fingerprints as AWS computes them.

use md5::Md5;
use model::ApiError;
use rsa::pkcs8::{EncodePrivateKey, EncodePublicKey};
use sha1::{Digest, Sha1};

/// Of an RSA key that EC2 made: SHA-1 of the private key's PKCS#8 DER, with colons.
pub fn of_created_rsa(key: &rsa::RsaPrivateKey) -> Result<String, ApiError> {
    let der = key.to_pkcs8_der().map_err(ApiError::internal)?;
    Ok(colons(&Sha1::digest(der.as_bytes())))
}

/// Of an RSA key that was imported: MD5 of the public key's SPKI DER, with colons.
pub fn of_imported_rsa(key: &rsa::RsaPublicKey) -> Result<String, ApiError> {
    let der = key.to_public_key_der().map_err(ApiError::internal)?;
    Ok(colons(&Md5::digest(der.as_bytes())))
}

/// Of an ed25519 key, made or imported: base64 of the SHA-256 of the OpenSSH public key, padded.
pub fn of_ed25519(key: &ssh_key::PublicKey) -> String {
    use base64::{Engine, engine::general_purpose::STANDARD};
    STANDARD.encode(key.fingerprint(ssh_key::HashAlg::Sha256).as_bytes())
}

fn colons(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().join(":")
}
