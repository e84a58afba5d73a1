//! Where a disk lies that is to be imported, and what it is said to be.

use model::{ApiError, SnapshotId, records::ImportPlace};
use wire::ec2;

use crate::action::Call;

/// EC2's names of formats for ImportSnapshot and ImportImage, and QEMU's own.
const FORMATS: [&str; 6] = ["ova", "qcow2", "raw", "vhd", "vhdx", "vmdk"];

/// The parts of a disk container that say where it lies.
pub(super) struct Container<'a> {
    pub url: Option<&'a str>,
    pub bucket: Option<&'a ec2::UserBucket>,
    pub snapshot: Option<&'a str>,
    pub format: Option<&'a str>,
}

impl Container<'_> {
    /// The one place that is named, if disks may be read from there.
    pub(super) fn place(&self, call: &Call) -> Result<ImportPlace, ApiError> {
        let given = |text: Option<&str>| text.filter(|text| !text.is_empty()).map(str::to_owned);
        let bucket = self.bucket.map(|it| (given(it.s3_bucket.as_deref()), given(it.s3_key.as_deref())));
        let place = match (given(self.url), bucket, given(self.snapshot)) {
            (Some(url), None, None) => ImportPlace::Url(url),
            (None, Some((Some(bucket), Some(key))), None) => ImportPlace::Bucket { bucket, key },
            (None, Some((None, _)), None) => return Err(ApiError::missing("S3Bucket")),
            (None, Some((_, None)), None) => return Err(ApiError::missing("S3Key")),
            (None, None, Some(id)) => return Ok(ImportPlace::Snapshot(SnapshotId::trusted(id))),
            (None, None, None) => {
                return Err(ApiError::new("MissingParameter", "The disk container must contain Url or UserBucket."));
            }
            _ => return Err(ApiError::combination("A disk container names either Url, UserBucket or SnapshotId.")),
        };
        let Some(exchange) = &call.cloud.settings.exchange else {
            return Err(ApiError::unsupported(
                "This cloud keeps no disks, so none can be imported: it runs on the simulated host.",
            ));
        };
        exchange
            .check(&place)
            .map_err(|reason| ApiError::invalid_parameter(format!("Invalid disk container: {reason}")))?;
        Ok(place)
    }

    /// The format that it is said to have, in lower case.
    pub(super) fn format(&self) -> Result<String, ApiError> {
        let format = self.format.filter(|format| !format.is_empty()).ok_or_else(|| ApiError::missing("Format"))?;
        let lower = format.to_ascii_lowercase();
        if FORMATS.contains(&lower.as_str()) {
            return Ok(lower);
        }
        Err(ApiError::invalid_parameter(format!(
            "The disk image format '{format}' is not supported; it must be one of {}.",
            FORMATS.map(str::to_uppercase).join(", ")
        )))
    }
}
