//! The certificate of `fogbank up --tls`: one's own, or one that is made here.
//!
//! ```text
//!   DIR/tls/ca-key.pem   key of this cloud's own authority, made once (mode 0600)
//!   DIR/tls/ca.pem       its certificate: what clients are told to trust (AWS_CA_BUNDLE)
//! ```
//! The server's own certificate is made anew at each start, for the addresses that it then listens on, and kept nowhere.

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};
use rcgen::{
    BasicConstraints, CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair,
    KeyUsagePurpose, SanType, string::Ia5String,
};
use server::Tls;

use crate::data_dir::DataDir;

/// How long the server's certificate is good: some clients take none that is good for longer.
const DAYS: i64 = 397;
/// And that of the authority.
const AUTHORITY_DAYS: i64 = 3650;

/// What serves HTTPS, and what clients need to trust it.
pub struct Certificate {
    pub tls: Tls,
    /// The file of `AWS_CA_BUNDLE`; `None` for one's own certificate, which clients are thought to know.
    pub bundle: Option<PathBuf>,
}

impl Certificate {
    /// One's own, from PEM files.
    pub fn own(certificate: &Path, key: &Path) -> Result<Self> {
        let read = |path: &Path| std::fs::read(path).with_context(|| format!("{} can't be read", path.display()));
        let tls = Tls::from_pem(&read(certificate)?, &read(key)?)
            .with_context(|| format!("{} and {} can't be used", certificate.display(), key.display()))?;
        Ok(Self { tls, bundle: None })
    }

    /// Made here, for the addresses that `listen` is reached by.
    pub fn made(data_dir: &DataDir, listen: SocketAddr) -> Result<Self> {
        data_dir.create_private_folder("tls")?;
        let key = authority_key(data_dir)?;
        let authority = authority()?;
        let bundle = data_dir.file("tls/ca.pem");
        if !bundle.exists() {
            let certificate =
                authority.self_signed(&key).context("this cloud's certificate authority can't be made")?;
            data_dir.write_private("tls/ca.pem", certificate.pem().as_bytes())?;
        }
        let own_key = KeyPair::generate()?;
        let issuer = Issuer::new(authority, key);
        let own = server(listen)?.signed_by(&own_key, &issuer).context("the server's certificate can't be made")?;
        let tls = Tls::from_pem(own.pem().as_bytes(), own_key.serialize_pem().as_bytes())?;
        Ok(Self { tls, bundle: Some(std::path::absolute(bundle)?) })
    }
}

/// The authority's key: the one that was made first, for as long as there is a certificate of it.
fn authority_key(data_dir: &DataDir) -> Result<KeyPair> {
    let path = data_dir.file("tls/ca-key.pem");
    if let Ok(text) = std::fs::read_to_string(&path) {
        return KeyPair::from_pem(&text).with_context(|| format!("{} can't be used", path.display()));
    }
    let key = KeyPair::generate()?;
    // A certificate of an older key would be trusted for nothing.
    let _ = std::fs::remove_file(data_dir.file("tls/ca.pem"));
    data_dir.write_private("tls/ca-key.pem", key.serialize_pem().as_bytes())?;
    Ok(key)
}

fn authority() -> Result<CertificateParams> {
    let mut params = named("Fogbank");
    good_for(&mut params, AUTHORITY_DAYS);
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    Ok(params)
}

fn server(listen: SocketAddr) -> Result<CertificateParams> {
    let mut params = named("Fogbank endpoint");
    good_for(&mut params, DAYS);
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    params.use_authority_key_identifier_extension = true;
    params.subject_alt_names = addresses(listen).into_iter().map(SanType::IpAddress).collect();
    let mut names = vec!["localhost".to_owned()];
    names.extend(std::fs::read_to_string("/proc/sys/kernel/hostname").map(|name| name.trim().to_owned()).ok());
    for name in names {
        // A machine's name may be one that no certificate can have.
        if let Ok(name) = Ia5String::try_from(name) {
            params.subject_alt_names.push(SanType::DnsName(name));
        }
    }
    Ok(params)
}

/// The addresses that a server is reached by: loopback, and those it listens on.
fn addresses(listen: SocketAddr) -> Vec<IpAddr> {
    let mut addresses: Vec<IpAddr> = vec![Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()];
    if listen.ip().is_unspecified() {
        let interfaces = nix::ifaddrs::getifaddrs().into_iter().flatten();
        addresses.extend(interfaces.filter_map(|interface| {
            let address = interface.address?;
            let v4 = address.as_sockaddr_in().map(|it| IpAddr::V4(it.ip()));
            v4.or_else(|| address.as_sockaddr_in6().map(|it| IpAddr::V6(it.ip())))
        }));
    } else {
        addresses.push(listen.ip());
    }
    addresses.sort_unstable();
    addresses.dedup();
    addresses
}

fn named(name: &str) -> CertificateParams {
    let mut params = CertificateParams::default();
    params.distinguished_name = DistinguishedName::new();
    params.distinguished_name.push(DnType::CommonName, name);
    params
}

fn good_for(params: &mut CertificateParams, days: i64) {
    let today = Timestamp::now().to_zoned(TimeZone::UTC).date();
    let day =
        |date: Date| rcgen::date_time_ymd(date.year().into(), date.month().unsigned_abs(), date.day().unsigned_abs());
    // Clocks differ.
    params.not_before = day(today - 1.day());
    params.not_after = day(today + days.days());
}
