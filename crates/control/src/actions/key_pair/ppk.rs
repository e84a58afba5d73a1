//! Private keys as PuTTY keeps them, version 2, not encrypted.
//!
//! ```text
//! PuTTY-User-Key-File-2: ssh-rsa
//! Encryption: none
//! Comment: the key's name
//! Public-Lines: 6      then so many lines of base64: the public key as SSH sends it
//! Private-Lines: 14    then so many lines of base64: what the public key lacks
//! Private-MAC: HMAC-SHA-1 over all of it, so that no line can be exchanged
//! ```

use base64::{Engine, engine::general_purpose::STANDARD};
use hmac::{Hmac, Mac};
use model::ApiError;
use rsa::{
    BigUint,
    traits::{PrivateKeyParts, PublicKeyParts},
};
use sha1::{Digest, Sha1};
use ssh_key::{PublicKey, private::Ed25519Keypair};

const LINE_CHARS: usize = 64;

/// An RSA key: its private exponent, its two primes, and the second one's inverse modulo the first.
pub fn of_rsa(comment: &str, public: &PublicKey, private: &rsa::RsaPrivateKey) -> Result<String, ApiError> {
    let [p, q] = private.primes() else { return Err(ApiError::internal("an RSA key has two primes")) };
    // q^(p-2) is the inverse of q modulo the prime p.
    let inverse = q.modpow(&(p - 2u8), p);
    debug_assert_eq!(p * q, *private.n());
    let mut secret = Vec::new();
    for number in [private.d(), p, q, &inverse] {
        push(&mut secret, &signed(number));
    }
    file(comment, public, &secret)
}

/// An ed25519 key: its seed.
pub fn of_ed25519(comment: &str, public: &PublicKey, pair: &Ed25519Keypair) -> Result<String, ApiError> {
    let mut secret = Vec::new();
    push(&mut secret, &pair.private.to_bytes());
    file(comment, public, &secret)
}

/// A number as SSH writes it: a leading zero byte keeps it positive.
fn signed(number: &BigUint) -> Vec<u8> {
    let mut bytes = number.to_bytes_be();
    if bytes.first().is_some_and(|first| first & 0x80 != 0) {
        bytes.insert(0, 0);
    }
    bytes
}

/// Bytes as SSH writes them: their length, then they.
fn push(to: &mut Vec<u8>, bytes: &[u8]) {
    to.extend_from_slice(&(bytes.len() as u32).to_be_bytes());
    to.extend_from_slice(bytes);
}

fn file(comment: &str, public: &PublicKey, secret: &[u8]) -> Result<String, ApiError> {
    let algorithm = public.algorithm();
    let public = public.to_bytes().map_err(ApiError::internal)?;
    let mut sealed = Vec::new();
    for part in [algorithm.as_str().as_bytes(), b"none", comment.as_bytes(), &public, secret] {
        push(&mut sealed, part);
    }
    let key = Sha1::digest(b"putty-private-key-file-mac-key");
    let mut mac = <Hmac<Sha1> as Mac>::new_from_slice(&key).map_err(ApiError::internal)?;
    mac.update(&sealed);
    Ok(format!(
        "PuTTY-User-Key-File-2: {algorithm}\nEncryption: none\nComment: {comment}\n{}{}Private-MAC: {}\n",
        lines("Public-Lines", &public),
        lines("Private-Lines", secret),
        hex::encode(mac.finalize().into_bytes())
    ))
}

fn lines(head: &str, bytes: &[u8]) -> String {
    let text = STANDARD.encode(bytes);
    let mut out = format!("{head}: {}\n", text.len().div_ceil(LINE_CHARS));
    // Base64 is ASCII: any byte is a place to cut.
    for line in text.as_bytes().chunks(LINE_CHARS) {
        out.extend(line.iter().map(|byte| char::from(*byte)));
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As puttygen 0.78 writes this key (`-O private --ppk-param version=2`).
    #[test]
    fn an_ed25519_key_is_as_puttygen_writes_it() {
        let pair = Ed25519Keypair::from_seed(&[7; 32]);
        let public = PublicKey::new(pair.public.into(), "demo");
        let expected = "\
PuTTY-User-Key-File-2: ssh-ed25519
Encryption: none
Comment: demo
Public-Lines: 2
AAAAC3NzaC1lZDI1NTE5AAAAIOpKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkU
RtIs
Private-Lines: 1
AAAAIAcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcH
Private-MAC: 108d96d96b257dc5934690200dae775e8e53254e
";
        assert_eq!(of_ed25519("demo", &public, &pair).expect("written"), expected);
    }

    /// As puttygen 0.78 writes this key; the numbers are its primes.
    #[test]
    fn an_rsa_key_is_as_puttygen_writes_it() {
        let number = |hex: &str| BigUint::parse_bytes(hex.as_bytes(), 16).expect("hexadecimal");
        let private = rsa::RsaPrivateKey::from_p_q(number(P), number(Q), 65537u32.into()).expect("primes");
        let public = ssh_key::public::RsaPublicKey::try_from(private.to_public_key()).expect("a key");
        let text = of_rsa("demo", &PublicKey::new(public.into(), "demo"), &private).expect("written");
        let (head, mac) = text.rsplit_once("Private-MAC: ").expect("a MAC");
        assert!(
            head.starts_with("PuTTY-User-Key-File-2: ssh-rsa\n") && head.contains("\nPrivate-Lines: 8\n"),
            "{head}"
        );
        assert_eq!(mac, "fc0894fdd6aaaa466948534149a61d769f358355\n");
    }

    const P: &str = "d832b9439ba63ff1880dcfacb54090db297358f29ad7fbae9ed13edcc54ff5ec9f4b27d6509ba5261f2c9fe5cab72f42c0f5996cfd4ff886585b61f3d2dd8d7d";
    const Q: &str = "ca42e2f511d48d5c7f4a726b0698b592d75d059152f1cf6aba0ab3c1b50d7cd9e5c8693baac9af36a86686b109482d8c9ce5c1d8c58e91d826e52abdf31b52df";
}
