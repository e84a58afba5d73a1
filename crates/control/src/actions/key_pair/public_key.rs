//! Public keys in the forms that ImportKeyPair takes: an OpenSSH line, RFC 4716, PEM, and base64 of DER.

use base64::{
    Engine, alphabet,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};
use model::ApiError;
use rsa::{pkcs1::DecodeRsaPublicKey, pkcs8::DecodePublicKey, traits::PublicKeyParts};
use ssh_key::{PublicKey, public::KeyData};

use super::fingerprint;

/// The sizes of RSA keys that EC2 takes.
const RSA_BITS: [usize; 3] = [1024, 2048, 4096];

const BASE64: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// A public key that was imported.
#[derive(Debug)]
pub struct Imported {
    pub key_type: &'static str,
    pub fingerprint: String,
    pub public: PublicKey,
}

impl Imported {
    pub fn read(material: &[u8]) -> Result<Self, ApiError> {
        let text = std::str::from_utf8(material).map_err(|_| not_a_key())?.trim();
        let data = if let Some(inside) = armored(text, "---- BEGIN SSH2 PUBLIC KEY ----") {
            ssh_blob(&without_headers(inside))?
        } else if let Some(inside) = armored(text, "-----BEGIN PUBLIC KEY-----") {
            spki(&decode(inside)?)?
        } else if let Some(inside) = armored(text, "-----BEGIN RSA PUBLIC KEY-----") {
            pkcs1(&decode(inside)?)?
        } else if text.starts_with("ssh-") {
            openssh_line(text)?
        } else {
            let der = decode(text)?;
            spki(&der).or_else(|_| pkcs1(&der))?
        };
        Self::of(data)
    }

    fn of(data: KeyData) -> Result<Self, ApiError> {
        match &data {
            KeyData::Ed25519(_) => {
                let public = PublicKey::new(data, "");
                Ok(Self { key_type: "ed25519", fingerprint: fingerprint::of_ed25519(&public), public })
            }
            KeyData::Rsa(key) => {
                let number = |mpint| rsa::BigUint::try_from(mpint).map_err(|_| not_a_key());
                let rsa = rsa::RsaPublicKey::new(number(&key.n)?, number(&key.e)?).map_err(|_| not_a_key())?;
                if !RSA_BITS.contains(&rsa.n().bits()) {
                    return Err(ApiError::new(
                        "InvalidKey.Format",
                        "The length of the RSA key is not supported: it must be 1024, 2048 or 4096 bits.",
                    ));
                }
                let fingerprint = fingerprint::of_imported_rsa(&rsa)?;
                Ok(Self { key_type: "rsa", fingerprint, public: PublicKey::new(data, "") })
            }
            _ => Err(not_a_key()),
        }
    }
}

fn not_a_key() -> ApiError {
    ApiError::new("InvalidKey.Format", "Key is not in valid OpenSSH public key format")
}

/// What stands between a line `begin` and its end line, if the text begins so.
fn armored<'t>(text: &'t str, begin: &str) -> Option<&'t str> {
    let inside = text.strip_prefix(begin)?;
    inside.strip_suffix(&begin.replacen("BEGIN", "END", 1))
}

/// The body of an RFC 4716 key: header lines have a colon, and a backslash at the end continues one.
fn without_headers(text: &str) -> String {
    let mut body = String::new();
    let mut continued = false;
    for line in text.lines() {
        let header = continued || line.contains(':');
        continued = header && line.trim_end().ends_with('\\');
        if !header {
            body.push_str(line);
        }
    }
    body
}

fn decode(base64: &str) -> Result<Vec<u8>, ApiError> {
    let plain: String = base64.split_whitespace().collect();
    BASE64.decode(plain).map_err(|_| not_a_key())
}

/// `ssh-rsa AAAA… comment`
fn openssh_line(text: &str) -> Result<KeyData, ApiError> {
    let mut words = text.split_whitespace();
    let (algorithm, base64) = (words.next().unwrap_or_default(), words.next().ok_or_else(not_a_key)?);
    let data = ssh_blob(base64)?;
    if data.algorithm().as_str() == algorithm { Ok(data) } else { Err(not_a_key()) }
}

fn ssh_blob(base64: &str) -> Result<KeyData, ApiError> {
    let key = PublicKey::from_bytes(&decode(base64)?).map_err(|_| not_a_key())?;
    Ok(key.key_data().clone())
}

fn spki(der: &[u8]) -> Result<KeyData, ApiError> {
    if let Ok(key) = ed25519_dalek::VerifyingKey::from_public_key_der(der) {
        return Ok(KeyData::Ed25519(ssh_key::public::Ed25519PublicKey(key.to_bytes())));
    }
    rsa_data(rsa::RsaPublicKey::from_public_key_der(der).map_err(|_| not_a_key())?)
}

fn pkcs1(der: &[u8]) -> Result<KeyData, ApiError> {
    rsa_data(rsa::RsaPublicKey::from_pkcs1_der(der).map_err(|_| not_a_key())?)
}

fn rsa_data(key: rsa::RsaPublicKey) -> Result<KeyData, ApiError> {
    Ok(KeyData::Rsa(ssh_key::public::RsaPublicKey::try_from(&key).map_err(ApiError::internal)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const RSA: &str = "AAAAB3NzaC1yc2EAAAADAQABAAAAgQCq0ILu22csHsNGL9bIJqhcjCZaV4tFw05Ankb1Wp5+HdzD9dihcOQJJlvb0CTiR006\
        T5z3uofMqIPF8DEjxopdu4N7PKwOxeLcDO7mXzbrEBGWUwpmpE3ZGW9oAGdX87S5bpXBXWhN5BqyxkIk/zffvaciySCpmDUocu7kOX9J4w==";
    const RSA_SPKI: &str = "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQCq0ILu22csHsNGL9bIJqhcjCZaV4tFw05Ankb1Wp5+HdzD9dihcOQJ\
        Jlvb0CTiR006T5z3uofMqIPF8DEjxopdu4N7PKwOxeLcDO7mXzbrEBGWUwpmpE3ZGW9oAGdX87S5bpXBXWhN5BqyxkIk/zffvaciySCpmDUocu7k\
        OX9J4wIDAQAB";
    const RSA_PKCS1: &str = "MIGJAoGBAKrQgu7bZywew0Yv1sgmqFyMJlpXi0XDTkCeRvVann4d3MP12KFw5AkmW9vQJOJHTTpPnPe6h8yog8XwMSPG\
        il27g3s8rA7F4twM7uZfNusQEZZTCmakTdkZb2gAZ1fztLlulcFdaE3kGrLGQiT/N9+9pyLJIKmYNShy7uQ5f0njAgMBAAE=";
    const ED25519: &str = "AAAAC3NzaC1lZDI1NTE5AAAAIOpKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs";
    const ED25519_SPKI: &str = "MCowBQYDK2VwAyEA6kpsY+KcUgq+9VB7Ey7F+ZVHdq6+vnuSQh7qaRRG0iw=";

    /// The fingerprints were computed by OpenSSL and ssh-keygen.
    #[test]
    fn one_key_in_all_its_forms() {
        let rsa = ("rsa", "48:24:d2:53:be:82:54:db:18:d4:d3:cc:19:2e:73:19");
        let ed25519 = ("ed25519", "z/fSv0Z0RZS+Lccbc6ZoOWwt/fbj1VFJGSBKQbo4icE=");
        let wrapped = format!("{}\n{}", &RSA[..70], &RSA[70..]);
        for (text, (key_type, fingerprint)) in [
            (format!("ssh-rsa {RSA} me@example"), rsa),
            (format!("ssh-rsa {RSA}\r\n"), rsa),
            (format!("ssh-rsa {}", RSA.trim_end_matches('=')), rsa),
            (
                format!(
                    "---- BEGIN SSH2 PUBLIC KEY ----\nComment: \"a \\\ncontinued: one\"\nSubject: me\n{wrapped}\n---- END SSH2 PUBLIC KEY ----\n"
                ),
                rsa,
            ),
            (format!("-----BEGIN PUBLIC KEY-----\n{RSA_SPKI}\n-----END PUBLIC KEY-----\n"), rsa),
            (format!("-----BEGIN RSA PUBLIC KEY-----\n{RSA_PKCS1}\n-----END RSA PUBLIC KEY-----\n"), rsa),
            (RSA_SPKI.to_owned(), rsa),
            (RSA_PKCS1.to_owned(), rsa),
            (format!("ssh-ed25519 {ED25519} me@example"), ed25519),
            (format!("-----BEGIN PUBLIC KEY-----\n{ED25519_SPKI}\n-----END PUBLIC KEY-----"), ed25519),
        ] {
            let key = Imported::read(text.as_bytes()).expect(&text);
            assert_eq!((key.key_type, &*key.fingerprint), (key_type, fingerprint), "{text}");
        }
    }

    #[test]
    fn other_things_are_refused() {
        let ecdsa = "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBBqd5cM5kFgW0MTfGjIE\
            5kr8jJ0n6YxyX6n0nG7b2UAAAAA";
        for text in [
            "",
            "garbage",
            "ssh-rsa",
            "ssh-rsa AAAA",
            &format!("ssh-dss {RSA}"),
            &format!("ssh-ed25519 {RSA}"),
            ecdsa,
            "-----BEGIN PUBLIC KEY-----",
        ] {
            let error = Imported::read(text.as_bytes()).expect_err(text);
            assert_eq!(
                (&*error.code, &*error.message),
                ("InvalidKey.Format", "Key is not in valid OpenSSH public key format"),
                "{text}"
            );
        }
        // 768 bits: a modulus of 96 bytes that begins with a one.
        let mut blob = Vec::new();
        for part in [&b"ssh-rsa"[..], &[1, 0, 1], &[&[0], &[0xff; 96][..]].concat()] {
            blob.extend_from_slice(&(part.len() as u32).to_be_bytes());
            blob.extend_from_slice(part);
        }
        let error = Imported::read(format!("ssh-rsa {}", BASE64.encode(blob)).as_bytes()).expect_err("too short");
        assert!(error.message.contains("1024, 2048 or 4096"), "{}", error.message);
    }
}
