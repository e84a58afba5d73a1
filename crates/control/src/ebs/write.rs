//! StartSnapshot, PutSnapshotBlock and CompleteSnapshot.

use std::sync::{Arc, atomic::AtomicBool};

use base64::{Engine, engine::general_purpose::STANDARD};
use model::{
    ApiError, SnapshotId, VolumeId,
    records::{ClientToken, RegionAccount, Snapshot, SnapshotState, SnapshotWriting},
};
use sha2::{Digest, Sha256};
use store::Compare;
use vault::{BLOCK_BYTES, Hash, Job};
use wire::{ebs, ec2};

use super::{block_count, blocking, invalid, not_found, readable, vault_of};
use crate::{
    actions::snapshot::{NO_VOLUME, QUOTA, take},
    cell::commit_failed,
    decide::Caller,
    edit::Edit,
    encryption::{Asked, Encryption, vault_key},
    region::Region,
    tagging,
    view::{Row, View},
};

const MAX_GIB: i64 = 65_536;
const TIMEOUT_MINUTES: std::ops::RangeInclusive<i64> = 10..=4_320;
const USUAL_TIMEOUT_MINUTES: i64 = 60;
/// Keys that are deleted at a time.
const BATCH: usize = 100;
/// What a block of zeros is called, as nothing is stored of it.
const ZEROS: &str = "zeros";

fn blocks_prefix(id: &str) -> String {
    format!("snapshot-block/{id}/")
}

/// Says that there may be blocks of this snapshot, and when the last one was written.
fn marker(id: &str) -> String {
    format!("snapshot-written/{id}")
}

pub async fn start(caller: Caller, input: ebs::StartSnapshot, body: &[u8]) -> Result<ebs::StartedSnapshot, ApiError> {
    vault_of(&caller.cloud)?;
    let fingerprint = hex::encode(Sha256::digest(body));
    let started = caller.change(|caller| {
        if let Some(token) = &input.client_token
            && let Some(known) = caller.view.token("StartSnapshot", token)
        {
            return repeated(caller, known, &fingerprint).map(|shown| (Edit::new(), shown));
        }
        let snapshot = new_snapshot(caller, &input)?;
        let tags = tags(&input.tags)?;
        let mut edit = Edit::new();
        take::add(&mut edit, &snapshot, &tags);
        edit.put(marker(&snapshot.id), caller.now_ms.to_string().into_bytes());
        if let Some(token) = &input.client_token {
            let record = ClientToken {
                account: caller.account.clone(),
                action: "StartSnapshot".into(),
                token: token.clone(),
                created_ms: caller.now_ms,
                fingerprint: fingerprint.clone(),
                ids: vec![snapshot.id.to_string()],
            };
            let key = format!("token/{}/StartSnapshot/{token}", caller.account);
            edit.compare(Compare::Absent { key: key.clone() });
            edit.put_json(key, &record);
        }
        Ok((edit, shown(&snapshot, &tags)))
    });
    started.await
}

fn new_snapshot(caller: &Caller, input: &ebs::StartSnapshot) -> Result<Snapshot, ApiError> {
    let asked = Asked::new(input.encrypted, input.kms_key_arn.as_deref());
    if input.parent_snapshot_id.is_some() && !asked.is_nothing() {
        return Err(invalid("ParentSnapshotId can't be given together with Encrypted or KmsKeyArn."));
    }
    if input.client_token.as_ref().is_some_and(|token| token.is_empty() || token.len() > 255 || !token.is_ascii()) {
        return Err(invalid("ClientToken must have from 1 to 255 ASCII characters."));
    }
    let description = input.description.clone().unwrap_or_default();
    if description.chars().count() > 255 {
        return Err(invalid("Description can have at most 255 characters."));
    }
    let timeout = input.timeout.unwrap_or(USUAL_TIMEOUT_MINUTES);
    if !TIMEOUT_MINUTES.contains(&timeout) {
        return Err(invalid("Timeout must be from 10 to 4320 minutes."));
    }
    let gib = u32::try_from(input.volume_size).ok().filter(|_| (1..=MAX_GIB).contains(&input.volume_size));
    let gib = gib.ok_or_else(|| invalid(format!("VolumeSize must be from 1 to {MAX_GIB} GiB.")))?;
    let parent = match input.parent_snapshot_id.as_deref() {
        None => None,
        Some(id) => Some(readable(caller, id)?),
    };
    if let Some(parent) = parent.as_ref().filter(|parent| parent.volume_size_gib > gib) {
        return Err(invalid(format!(
            "VolumeSize must be at least that of the parent, {} GiB.",
            parent.volume_size_gib
        )));
    }
    let settings = caller.view.get::<RegionAccount>(&caller.account);
    let settings = settings.ok_or_else(|| ApiError::internal("the account is not known in the region"))?;
    let encryption = Encryption::of_settings(caller.region.name(), &settings);
    let kms_key = encryption.decide(asked, parent.as_ref().map(|parent| &parent.record));
    let kms_key = kms_key.map_err(|error| invalid(error.message))?;
    if caller.view.owned::<Snapshot>() >= QUOTA {
        let message = "The maximum number of snapshots has been reached.";
        return Err(ApiError { status: 402, ..ApiError::new("ServiceQuotaExceededException", message) });
    }
    Ok(Snapshot {
        writing: Some(SnapshotWriting {
            base: parent.as_ref().and_then(|parent| parent.root.clone()),
            parent: parent.map(|parent| parent.id.clone()),
            timeout_minutes: u32::try_from(timeout).unwrap_or(u32::MAX),
        }),
        encrypted: kms_key.is_some(),
        kms_key,
        ..Snapshot::begun(
            SnapshotId::from_random(caller.cloud.world.random()),
            caller.account.clone(),
            caller.now_ms,
            VolumeId::trusted(NO_VOLUME),
            gib,
            description,
        )
    })
}

fn tags(asked: &[ebs::Tag]) -> Result<tagging::TagList, ApiError> {
    let tag = |tag: &ebs::Tag| ec2::Tag { key: Some(tag.key.clone()), value: Some(tag.value.clone()) };
    let tags: Vec<ec2::Tag> = asked.iter().map(tag).collect();
    tagging::check(&tags).map_err(|error| invalid(error.message))
}

/// The answer to a request that was made before.
fn repeated(caller: &Caller, known: &ClientToken, fingerprint: &str) -> Result<ebs::StartedSnapshot, ApiError> {
    if known.fingerprint != fingerprint {
        let message = "The client token was used before with other parameters.";
        return Err(ApiError { status: 409, ..ApiError::new("ConflictException", message) });
    }
    let id = known.ids.first().map_or("", String::as_str);
    let snapshot = caller.view.get::<Snapshot>(id).ok_or_else(|| not_found(id))?;
    let tags: tagging::TagList = crate::recycle_bin::tags(&caller.view, id);
    Ok(shown(&snapshot, &tags))
}

fn shown(snapshot: &Snapshot, tags: &tagging::TagList) -> ebs::StartedSnapshot {
    let parent = snapshot.writing.as_ref().and_then(|writing| writing.parent.as_ref());
    ebs::StartedSnapshot {
        snapshot_id: snapshot.id.to_string(),
        owner_id: snapshot.account.to_string(),
        status: snapshot.state.as_str().to_owned(),
        start_time: snapshot.created_ms as f64 / 1000.0,
        volume_size: snapshot.volume_size_gib.into(),
        block_size: BLOCK_BYTES,
        description: snapshot.description.clone(),
        tags: tags.iter().map(|(key, value)| ebs::Tag { key: key.clone(), value: value.clone() }).collect(),
        parent_snapshot_id: parent.map(ToString::to_string),
        sse_type: if snapshot.encrypted { "sse-ebs" } else { "none" }.into(),
        kms_key_arn: snapshot.kms_key.clone(),
    }
}

/// The caller's snapshot that is being written.
fn written(caller: &Caller, id: &str) -> Result<(Arc<Row<Snapshot>>, SnapshotWriting), ApiError> {
    let snapshot = caller.view.get::<Snapshot>(id).ok_or_else(|| not_found(id))?;
    match &snapshot.writing {
        Some(writing) if snapshot.state == SnapshotState::Pending => {
            let writing = writing.clone();
            Ok((snapshot, writing))
        }
        _ => Err(invalid(format!("The snapshot {id} is not one that is being written."))),
    }
}

/// One block as a request brings it.
pub struct NewBlock<'r> {
    pub content: &'r [u8],
    /// As the request's headers have them.
    pub data_length: Option<&'r str>,
    pub checksum: Option<&'r str>,
    pub algorithm: Option<&'r str>,
    pub progress: Option<&'r str>,
}

/// Takes a block in; answers its checksum. The same block may be put again, also with other content.
pub async fn put_block(caller: Caller, id: &str, index: u64, block: NewBlock<'_>) -> Result<String, ApiError> {
    let vault = vault_of(&caller.cloud)?;
    let (snapshot, _) = written(&caller, id)?;
    if index >= block_count(&snapshot) {
        return Err(invalid(format!("BlockIndex {index} lies behind the end of the volume.")));
    }
    let checksum = check(&block)?;
    let content = block.content.to_vec();
    let key = vault_key(snapshot.kms_key.as_deref())?;
    let (hash, job) = blocking(move || {
        let job = vault.begin_job(&[])?;
        Ok((vault.under(key).put_block(&job, &content)?, job))
    })
    .await?;
    let value = format!("{} {checksum}", hash.map_or_else(|| ZEROS.to_owned(), |hash| hash.to_string()));
    let id = id.to_owned();
    until_kept(job, async move {
        let kept = caller.change(|caller| {
            let (snapshot, _) = written(caller, &id)?;
            let mut edit = Edit::new();
            // It must not be completed meanwhile.
            edit.alive(&snapshot);
            edit.put(format!("{}{index:010}", blocks_prefix(&id)), value.as_bytes());
            edit.put(marker(&id), caller.now_ms.to_string().into_bytes());
            Ok((edit, ()))
        });
        kept.await
    })
    .await?;
    Ok(checksum)
}

/// Has a record written of what a job has stored. The job lives until then, also when whoever asked for it hangs up.
async fn until_kept<T: Send + 'static>(
    job: Job,
    keep: impl Future<Output = Result<T, ApiError>> + Send + 'static,
) -> Result<T, ApiError> {
    let kept = tokio::spawn(async move {
        let kept = keep.await;
        drop(job);
        kept
    });
    kept.await.map_err(ApiError::internal)?
}

/// The block's checksum, if it is what the request says.
fn check(block: &NewBlock<'_>) -> Result<String, ApiError> {
    let length = block.data_length.and_then(|length| length.parse::<usize>().ok());
    if length != Some(BLOCK_BYTES) || block.content.len() != BLOCK_BYTES {
        return Err(invalid(format!("DataLength must be {BLOCK_BYTES}, and that must be the size of the block.")));
    }
    if block.algorithm != Some("SHA256") {
        return Err(invalid("ChecksumAlgorithm must be SHA256."));
    }
    if block.progress.is_some_and(|progress| !progress.parse().is_ok_and(|percent: u8| percent <= 100)) {
        return Err(invalid("Progress must be from 0 to 100."));
    }
    let checksum = STANDARD.encode(Sha256::digest(block.content));
    if block.checksum != Some(checksum.as_str()) {
        return Err(invalid("Checksum is not that of the block."));
    }
    Ok(checksum)
}

/// What CompleteSnapshot is told, as the request's headers have it.
pub struct Completion<'r> {
    pub changed_blocks_count: Option<&'r str>,
    pub checksum: Option<&'r str>,
    pub algorithm: Option<&'r str>,
    pub aggregation: Option<&'r str>,
}

/// Makes a manifest of what was put. Blocks that were not come from the parent, or are zeros.
pub async fn complete(caller: Caller, id: &str, told: Completion<'_>) -> Result<ebs::CompletedSnapshot, ApiError> {
    let vault = vault_of(&caller.cloud)?;
    let (snapshot, writing) = written(&caller, id)?;
    let revision = caller.view.revision();
    let entries = caller.region.cell.store().scan(&blocks_prefix(id)).map_err(ApiError::internal)?;
    let blocks = entries.iter().map(|entry| parse(&entry.key, &entry.value)).collect::<Option<Vec<_>>>();
    let blocks = blocks.ok_or_else(|| ApiError::internal(format!("what was put of {id} can't be read")))?;
    check_completion(&told, &blocks)?;

    let size_bytes = block_count(&snapshot) * BLOCK_BYTES as u64;
    let base = writing.base.as_deref().map(str::parse::<Hash>).transpose();
    let base = base.map_err(|_| ApiError::internal("the root of the parent is no hash"))?;
    let changes: Vec<_> = blocks.iter().map(|block| (block.index, block.hash)).collect();
    let key = vault_key(snapshot.kms_key.as_deref())?;
    let (made, job) = blocking(move || {
        let job = vault.begin_job(base.as_slice())?;
        let under = vault.under(key.clone());
        // A parent under another key has to be sealed anew first.
        let base = match base {
            Some(root) if vault.describe(root)?.key != key => {
                Some(under.reseal(&job, root, &|_, _| {}, &AtomicBool::new(false))?.manifest.root)
            }
            other => other,
        };
        Ok((under.assemble(&job, size_bytes, base, changes)?, job))
    })
    .await?;

    let id = id.to_owned();
    let completed = async move {
        let completed = caller.change(|caller| {
            let (snapshot, _) = written(caller, &id)?;
            let mut after = snapshot.record.clone();
            after.state = SnapshotState::Completed;
            after.progress = 100;
            after.completed_ms = Some(caller.now_ms);
            after.root = Some(made.root.to_string());
            after.full_bytes = Some(made.full_bytes());
            after.writing = None;
            let mut edit = Edit::new();
            edit.update(&snapshot, &after);
            // A block that was put since would be lost.
            edit.unchanged(blocks_prefix(&id), revision);
            Ok((edit, ebs::CompletedSnapshot { status: after.state.as_str().to_owned() }))
        });
        completed.await
    };
    until_kept(job, completed).await
}

/// One block that was put.
struct Put {
    index: u64,
    hash: Option<Hash>,
    checksum: String,
}

fn parse(key: &str, value: &[u8]) -> Option<Put> {
    let index = key.rsplit_once('/')?.1.parse().ok()?;
    let (hash, checksum) = std::str::from_utf8(value).ok()?.split_once(' ')?;
    let hash = if hash == ZEROS { None } else { Some(hash.parse().ok()?) };
    Some(Put { index, hash, checksum: checksum.to_owned() })
}

fn check_completion(told: &Completion<'_>, blocks: &[Put]) -> Result<(), ApiError> {
    let count = told.changed_blocks_count.and_then(|count| count.parse::<usize>().ok());
    let count = count.ok_or_else(|| invalid("ChangedBlocksCount must be a number."))?;
    if count != blocks.len() {
        return Err(invalid(format!("ChangedBlocksCount is {count}, and {} blocks were put.", blocks.len())));
    }
    let Some(checksum) = told.checksum else { return Ok(()) };
    if told.algorithm != Some("SHA256") || told.aggregation != Some("LINEAR") {
        return Err(invalid("A checksum needs ChecksumAlgorithm SHA256 and ChecksumAggregationMethod LINEAR."));
    }
    let mut all = Sha256::new();
    for block in blocks {
        all.update(block.checksum.as_bytes());
    }
    if checksum != STANDARD.encode(all.finalize()) {
        return Err(invalid("Checksum is not that of the blocks' checksums in order of index."));
    }
    Ok(())
}

/// Fails a snapshot that nothing was written to for too long. For the controller that looks after such things.
pub(crate) fn expire(region: &Region, view: &View, id: &SnapshotId, now_ms: i64) -> Option<Edit> {
    let snapshot = view.table::<Snapshot>().get(id)?;
    let writing = snapshot.writing.as_ref().filter(|_| snapshot.state == SnapshotState::Pending)?;
    let last = region.cell.blob(&marker(id)).ok().flatten();
    let last = last.and_then(|bytes| std::str::from_utf8(&bytes).ok()?.parse::<i64>().ok());
    let patience_ms = i64::from(writing.timeout_minutes) * 60 * 1000;
    if now_ms - last.unwrap_or(snapshot.created_ms) < patience_ms {
        return None;
    }
    let mut after = snapshot.record.clone();
    after.state = SnapshotState::Error;
    after.problem = Some("Nothing was written to it for longer than its timeout.".into());
    after.writing = None;
    let mut edit = Edit::new();
    edit.update(&snapshot, &after);
    Some(edit)
}

/// What the vault has to keep for snapshots that are being written.
#[derive(Debug, Default)]
pub struct Needs {
    /// Roots of their parents.
    pub roots: Vec<String>,
    /// Blocks that were put and are in no manifest yet.
    pub blocks: Vec<Hash>,
}

/// What snapshots of a region that are being written need of the vault. Blocks for a scan of their keys.
pub fn needs(region: &Region) -> Result<Needs, ApiError> {
    let mut needs = Needs::default();
    for snapshot in region.cell.view().table::<Snapshot>().iter() {
        let Some(writing) = &snapshot.writing else { continue };
        needs.roots.extend(writing.base.clone());
        for entry in region.cell.store().scan(&blocks_prefix(&snapshot.id)).map_err(ApiError::internal)? {
            let put = parse(&entry.key, &entry.value);
            let put = put.ok_or_else(|| ApiError::internal(format!("{} can't be read", entry.key)))?;
            needs.blocks.extend(put.hash);
        }
    }
    Ok(needs)
}

/// Deletes what is kept of blocks of snapshots that are no longer being written.
pub(crate) async fn sweep_up(region: &Region) -> Result<(), ApiError> {
    let store = region.cell.store();
    for entry in store.scan("snapshot-written/").map_err(ApiError::internal)? {
        let Some((_, id)) = entry.key.split_once('/') else { continue };
        let is_written = |row: Arc<Row<Snapshot>>| row.writing.is_some();
        if region.cell.view().table::<Snapshot>().get(id).is_some_and(is_written) {
            continue;
        }
        let blocks = store.scan(&blocks_prefix(id)).map_err(ApiError::internal)?;
        for batch in blocks.chunks(BATCH) {
            let mut edit = Edit::new();
            batch.iter().for_each(|entry| edit.remove(entry.key.to_string()));
            for txn in edit.transactions() {
                region.cell.commit(txn).await.map_err(commit_failed)?;
            }
        }
        let mut edit = Edit::new();
        edit.remove(entry.key.to_string());
        for txn in edit.transactions() {
            region.cell.commit(txn).await.map_err(commit_failed)?;
        }
    }
    Ok(())
}
