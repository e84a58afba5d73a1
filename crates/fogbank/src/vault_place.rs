//! Where a cloud's vault lies: in its data directory, or in a bucket. The first start decides.
//!
//! ```text
//!   no vault yet ──up──▶ in DIR/vault            ──up --vault──▶ refused
//!                ──up --vault PLACE──▶ in PLACE   ──up, or up --vault PLACE──▶ in PLACE;  up --vault OTHER──▶ refused
//! ```
//! What is decided stands in `DIR/vault`, and so does the access key, in a file for its owner alone: the host agent and
//! commands find both there, and no argument shows them. A start that is given another key puts it in that place.

use std::{fs, os::unix::fs::PermissionsExt, path::Path, path::PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use vault::{Bucket, BucketCredentials, BucketPlace, Known, known_place};

use crate::data_dir::DataDir;

const ACCESS_KEY_ID: &str = "FOGBANK_VAULT_ACCESS_KEY_ID";
const SECRET_ACCESS_KEY: &str = "FOGBANK_VAULT_SECRET_ACCESS_KEY";
const SESSION_TOKEN: &str = "FOGBANK_VAULT_SESSION_TOKEN";

/// What no other process needs to be given.
pub const VARIABLES: [&str; 3] = [ACCESS_KEY_ID, SECRET_ACCESS_KEY, SESSION_TOKEN];

/// The region of a store that doesn't care.
const DEFAULT_REGION: &str = "us-east-1";

#[derive(clap::Args, Debug)]
pub struct Options {
    /// Keep snapshots and images in a bucket, as s3://BUCKET/PREFIX, and not in the data directory. The first start
    /// decides; later ones need not say it.
    #[arg(long, value_name = "URL")]
    pub vault: Option<String>,
    /// Where the bucket's store is, as http://HOST:PORT or https://HOST:PORT; Amazon S3 unless it is said.
    #[arg(long, value_name = "URL", requires = "vault")]
    vault_endpoint: Option<String>,
    /// The bucket's region [default: us-east-1]
    #[arg(long, value_name = "REGION", requires = "vault")]
    vault_region: Option<String>,
    /// The access key for the bucket: a file of mode 0600 with lines aws_access_key_id = … and aws_secret_access_key = ….
    /// Without it FOGBANK_VAULT_ACCESS_KEY_ID and FOGBANK_VAULT_SECRET_ACCESS_KEY are it.
    #[arg(long, value_name = "FILE")]
    vault_credentials: Option<PathBuf>,
}

/// Sees to it that the vault is where it is wanted, and takes note of the access key. Asks the store at the first start.
pub fn settle(data_dir: &DataDir, options: &Options) -> Result<()> {
    let folder = data_dir.file("vault");
    let given = match &options.vault_credentials {
        Some(path) => Some(from_file(path)?),
        None => from_variables(|name| std::env::var(name).ok())?,
    };
    let wanted = options.vault.as_deref().map(|url| {
        let region = options.vault_region.as_deref().unwrap_or(DEFAULT_REGION);
        BucketPlace::parse(url, options.vault_endpoint.as_deref(), region).map_err(|why| anyhow!(why))
    });
    let dir = data_dir.path().display();
    match (wanted.transpose()?, known_place(&folder)?) {
        (None, Known::Nothing | Known::Folder) if options.vault_credentials.is_some() => {
            bail!("--vault-credentials goes with a vault in a bucket: say --vault")
        }
        (None, Known::Nothing) => Ok(Bucket::forget_attempt(&folder)?),
        (None, Known::Folder) => Ok(()),
        (Some(wanted), Known::Folder) => bail!(
            "the cloud in {dir} keeps its vault in that directory, and a vault doesn't move to {wanted}: start it without \
             --vault, or another cloud with another --data-dir"
        ),
        (Some(wanted), Known::Bucket(known)) if wanted != known => bail!(
            "the cloud in {dir} keeps its vault in {known}, and a vault doesn't move to {wanted}: start it without --vault, \
             or another cloud with another --data-dir"
        ),
        (_, Known::Bucket(_)) => match given {
            Some(given) => Ok(Bucket::set_credentials(&folder, &given)?),
            None => Ok(()),
        },
        (Some(wanted), Known::Nothing) => {
            let given = given.ok_or_else(|| {
                anyhow!(
                    "--vault needs an access key: --vault-credentials FILE, or {ACCESS_KEY_ID} and {SECRET_ACCESS_KEY}"
                )
            })?;
            let owner = format!("{:032x}", rand::random::<u128>());
            // Not as a context: its text has that of its causes.
            Bucket::found(&folder, &wanted, &given, &owner).map_err(|error| anyhow!("the vault can't be made: {error}"))
        }
    }
}

/// Reads an access key as AWS's tools write it: one section, and in it lines of a name and a value.
fn from_file(path: &Path) -> Result<BucketCredentials> {
    let shown = path.display();
    let mode = fs::metadata(path).with_context(|| format!("{shown} can't be read"))?.permissions().mode() & 0o777;
    if mode & 0o077 != 0 {
        bail!("{shown} holds a secret and others can read it (mode {mode:04o}): chmod 600 {shown}");
    }
    let text = fs::read_to_string(path).with_context(|| format!("{shown} can't be read"))?;
    parse(&text).map_err(|why| anyhow!("{shown}: {why}"))
}

fn parse(text: &str) -> Result<BucketCredentials, String> {
    let (mut id, mut secret, mut token) = (None, None, None);
    let mut sections = 0;
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim();
        if line.is_empty() || line.starts_with(['#', ';']) {
            continue;
        }
        if line.starts_with('[') {
            sections += 1;
            continue;
        }
        // What the line says is not repeated: it may be a secret.
        let (name, value) = line.split_once('=').ok_or_else(|| format!("line {number} is no name = value"))?;
        let place = match name.trim() {
            "aws_access_key_id" => &mut id,
            "aws_secret_access_key" => &mut secret,
            "aws_session_token" => &mut token,
            other => return Err(format!("line {number}: '{other}' isn't known here")),
        };
        if place.replace(value.trim().to_owned()).is_some() {
            return Err(format!("line {number}: '{}' is there twice", name.trim()));
        }
    }
    if sections > 1 {
        return Err("it has several sections; one is wanted".to_owned());
    }
    Ok(BucketCredentials {
        access_key_id: id.ok_or("there is no aws_access_key_id")?,
        secret_access_key: secret.ok_or("there is no aws_secret_access_key")?,
        session_token: token,
    })
}

fn from_variables(read: impl Fn(&str) -> Option<String>) -> Result<Option<BucketCredentials>> {
    match (read(ACCESS_KEY_ID), read(SECRET_ACCESS_KEY)) {
        (None, None) => Ok(None),
        (Some(access_key_id), Some(secret_access_key)) => {
            Ok(Some(BucketCredentials { access_key_id, secret_access_key, session_token: read(SESSION_TOKEN) }))
        }
        (Some(_), None) => bail!("{ACCESS_KEY_ID} is set, and {SECRET_ACCESS_KEY} isn't"),
        (None, Some(_)) => bail!("{SECRET_ACCESS_KEY} is set, and {ACCESS_KEY_ID} isn't"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_aws_is_understood() {
        let text = "# of the vault\n[default]\naws_access_key_id = AKIA1\naws_secret_access_key=se=cret/+\n";
        let read = parse(text).unwrap();
        assert_eq!((read.access_key_id.as_str(), read.secret_access_key.as_str()), ("AKIA1", "se=cret/+"));
        assert_eq!(read.session_token, None);
        assert_eq!(parse(&format!("{text}aws_session_token = t")).unwrap().session_token.as_deref(), Some("t"));
        for (text, why) in [
            ("aws_access_key_id = a", "there is no aws_secret_access_key"),
            ("secret", "line 1 is no name = value"),
            ("\nregion = x", "line 2: 'region' isn't known here"),
            ("aws_access_key_id = a\naws_access_key_id = b", "line 2: 'aws_access_key_id' is there twice"),
            ("[a]\naws_access_key_id = a\naws_secret_access_key = b\n[b]", "it has several sections; one is wanted"),
        ] {
            assert_eq!(parse(text).unwrap_err(), why);
        }
    }

    #[test]
    fn a_file_that_others_can_read_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("key");
        fs::write(&path, "aws_access_key_id = a\naws_secret_access_key = b\n").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        let refused = from_file(&path).unwrap_err().to_string();
        assert!(refused.ends_with(&format!("(mode 0640): chmod 600 {}", path.display())), "{refused}");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        assert_eq!(from_file(&path).unwrap().access_key_id, "a");
    }

    #[test]
    fn variables_come_together() {
        let read = |known: &'static [&str]| from_variables(move |name| known.contains(&name).then(|| name.to_owned()));
        assert_eq!(read(&[]).unwrap(), None);
        assert_eq!(read(&VARIABLES).unwrap().unwrap().session_token.as_deref(), Some(SESSION_TOKEN));
        assert!(read(&[SECRET_ACCESS_KEY]).unwrap_err().to_string().ends_with("FOGBANK_VAULT_ACCESS_KEY_ID isn't"));
    }
}
