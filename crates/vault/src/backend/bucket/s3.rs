//! The client of a store that speaks as S3 does.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use object_store::aws::{AmazonS3, AmazonS3Builder, AwsCredential};
use object_store::{BackoffConfig, ClientOptions, CredentialProvider, RetryConfig};

use super::Parts;
use super::place::{self, BucketPlace, CREDENTIALS, Record};
use crate::BackendError;

/// How long one request may take, from connecting to the last byte.
const REQUEST_PATIENCE: Duration = Duration::from_secs(30);
const CONNECT_PATIENCE: Duration = Duration::from_secs(5);
/// How long a request that fails is repeated: outages up to this aren't noticed.
const PATIENCE: Duration = Duration::from_secs(60);
const LONGEST_PAUSE: Duration = Duration::from_secs(5);

pub(super) fn parts(folder: &Path, record: &Record) -> Result<Parts, BackendError> {
    // The HTTP client wants one for the whole process, even where there is no TLS. Whoever was first decides.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let Record { place, owner } = record;
    let credentials = Arc::new(FromFile { folder: folder.to_owned(), last: Mutex::new(None) });
    let client = |retry| client(place, Arc::clone(&credentials), retry);
    let backoff = BackoffConfig { max_backoff: LONGEST_PAUSE, ..BackoffConfig::default() };
    let failed = |error| super::error_of(format!("preparing to use {place}"), error);
    Ok(Parts {
        store: Arc::new(client(RetryConfig { backoff, max_retries: 1000, retry_timeout: PATIENCE }).map_err(failed)?),
        once: Arc::new(client(RetryConfig { max_retries: 0, ..RetryConfig::default() }).map_err(failed)?),
        prefix: place.prefix.as_str().into(),
        shown: place.to_string(),
        owner: owner.clone(),
    })
}

fn client(place: &BucketPlace, credentials: Arc<FromFile>, retry: RetryConfig) -> object_store::Result<AmazonS3> {
    let plain = place.endpoint.as_ref().is_some_and(|endpoint| endpoint.starts_with("http://"));
    let options = ClientOptions::new()
        .with_timeout(REQUEST_PATIENCE)
        .with_connect_timeout(CONNECT_PATIENCE)
        .with_allow_http(plain);
    let builder = AmazonS3Builder::new()
        .with_bucket_name(&place.bucket)
        .with_region(&place.region)
        .with_credentials(credentials)
        .with_client_options(options)
        .with_retry(retry);
    match &place.endpoint {
        // Others' buckets seldom have host names of their own.
        Some(endpoint) => builder.with_endpoint(endpoint).with_virtual_hosted_style_request(false).build(),
        // Amazon's certificate is for one label in front of its name.
        None => builder.with_virtual_hosted_style_request(!place.bucket.contains('.')).build(),
    }
}

/// The access key in the folder of the notes, read again when it has changed: agents outlive keys.
#[derive(Debug)]
struct FromFile {
    folder: PathBuf,
    last: Mutex<Option<(Version, Arc<AwsCredential>)>>,
}

/// Differs whenever the file does: it is never changed in place.
type Version = (u64, i64, i64);

impl FromFile {
    fn read(&self) -> Result<Arc<AwsCredential>, BackendError> {
        let path = self.folder.join(CREDENTIALS);
        let found =
            fs::metadata(&path).map_err(|error| BackendError::from_io(format!("reading {}", path.display()), error))?;
        let version = (found.ino(), found.mtime(), found.mtime_nsec());
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((known, credential)) = &*last
            && *known == version
        {
            return Ok(Arc::clone(credential));
        }
        let read = place::credentials(&self.folder)?;
        let credential = Arc::new(AwsCredential {
            key_id: read.access_key_id,
            secret_key: read.secret_access_key,
            token: read.session_token,
        });
        *last = Some((version, Arc::clone(&credential)));
        Ok(credential)
    }
}

#[async_trait]
impl CredentialProvider for FromFile {
    type Credential = AwsCredential;

    async fn get_credential(&self) -> object_store::Result<Arc<AwsCredential>> {
        self.read().map_err(|error| object_store::Error::Generic { store: "S3", source: Box::new(error) })
    }
}
