//! Space given back: what the vault holds and nobody needs any more is deleted, now and then, beside everything else.
//!
//! ```text
//!   every minute   has a root gone since the last look?  or is a sweep under way?  or was the last one an hour ago?
//!                  └─▶ Vault::sweep, which asks for the roots as they are then
//! ```
//! A root that is missed destroys somebody's disk, so roots are not gathered kind by kind: whatever looks like a hash in
//! any record of any region counts as one, also in records that this version can't read and in those of launches that no
//! view shows yet. Beside them there are what hosts need and the images of this cloud. Whatever can't be asked or read means
//! that nothing is deleted.
//!
//! What goes from a host to a record is in the one before it leaves the other, so hosts are asked first; what goes from
//! region to region while they are read is caught by reading them twice. A request that has seen a snapshot and stores its
//! root elsewhere, while that one is deleted, has the time between two looks to end: see [`Vault::sweep`].

use std::{
    collections::BTreeSet,
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::Context;
use hostlink::{Query, Reply};
use model::{VolumeId, records::*};
use vault::{Hash, Roots, Sweep, Vault, VaultError};

use crate::{cloud::Cloud, region::Region};

/// How often it is looked whether there may be garbage.
const LOOK_EVERY: Duration = Duration::from_secs(60);
/// How often it is looked for garbage though no root has gone: attempts that failed leave some.
const SWEEP_EVERY: Duration = Duration::from_secs(60 * 60);
/// Digits of a hash.
const DIGITS: usize = 2 * Hash::BYTES;

/// Roots that stand in no record of a region.
pub type OtherRoots = Arc<dyn Fn() -> anyhow::Result<Vec<String>> + Send + Sync>;

/// Sweeps the vault for as long as the cloud runs.
pub async fn look_after(cloud: Arc<Cloud>, vault: Arc<Vault>, others: OtherRoots) {
    let mut known = shown_roots(&cloud);
    let mut last: Option<Instant> = None;
    let mut under_way = false;
    loop {
        tokio::time::sleep(LOOK_EVERY).await;
        let roots = shown_roots(&cloud);
        let some_gone = !known.is_subset(&roots);
        let long_ago = last.is_none_or(|at| at.elapsed() >= SWEEP_EVERY);
        known = roots;
        if !some_gone && !long_ago && !under_way {
            continue;
        }
        last = Some(Instant::now());
        under_way = match sweep(&cloud, &vault, &others).await {
            Ok(Sweep::Clean) => false,
            // Who is at it may not know what has gone since, or be a deletion that has got lost.
            Ok(Sweep::Busy | Sweep::Condemned) => true,
            Ok(Sweep::Waiting { jobs }) => {
                tracing::debug!(jobs, "garbage waits for the end of jobs");
                true
            }
            Ok(Sweep::Swept(swept)) => {
                tracing::info!(objects = swept.objects, "deleted what no snapshot needs");
                // A root may have gone meanwhile.
                true
            }
            Err(error) => {
                tracing::warn!("the vault was not swept: {error}");
                // A host that is away comes back.
                true
            }
        };
    }
}

/// One step of a sweep of the vault; see [`Vault::sweep`].
///
/// # Errors
/// If it isn't known what has to stay, and those of the vault. Nothing is deleted then.
pub async fn sweep(cloud: &Arc<Cloud>, vault: &Arc<Vault>, others: &OtherRoots) -> Result<Sweep, VaultError> {
    let (cloud, vault, others) = (Arc::clone(cloud), Arc::clone(vault), Arc::clone(others));
    let runtime = tokio::runtime::Handle::current();
    let swept = tokio::task::spawn_blocking(move || {
        vault.sweep(&mut || {
            let needs = runtime.block_on(needs_of_hosts(&cloud));
            let roots = needs.and_then(|needs| roots(&cloud, needs, &others));
            // Which of them are snapshots and which are blocks the vault finds out.
            let roots: Vec<Hash> =
                roots.map_err(|error| VaultError::Invalid(format!("{error:#}")))?.into_iter().collect();
            Ok(Roots { snapshots: roots.clone(), blocks: roots })
        })
    });
    swept.await.unwrap_or_else(|error| Err(VaultError::Invalid(format!("the sweep has failed: {error}"))))
}

/// What views show of roots: enough to see that one has gone, which is all that it is for.
fn shown_roots(cloud: &Cloud) -> BTreeSet<String> {
    let mut roots = BTreeSet::new();
    for region in cloud.open_regions() {
        let view = region.cell.view();
        roots.extend(view.table::<Snapshot>().iter().filter_map(|it| it.root.clone()));
        roots.extend(crate::recycle_bin::roots(&view).map(str::to_owned));
        // Their volumes may have been the last that needed what was deleted before.
        roots.extend(view.table::<Volume>().iter().filter(|it| it.origin.is_some()).map(|it| it.id.to_string()));
        roots.extend(view.table::<DoomedVolume>().iter().filter(|it| it.origin.is_some()).map(|it| it.id.to_string()));
        // One that was given up has left blocks.
        let written = view.table::<Snapshot>().iter().filter(|it| it.writing.is_some());
        roots.extend(written.map(|it| format!("{} is written", it.id)));
        let exported = view.table::<ExportTask>().iter().filter(|it| it.is_under_way());
        roots.extend(exported.map(|it| it.id.to_string()));
    }
    roots.extend(cloud.catalog().into_iter().map(|image| image.root));
    roots
}

/// What hosts say.
#[derive(Default)]
struct NeedsOfHosts {
    roots: BTreeSet<Hash>,
    independent: BTreeSet<VolumeId>,
}

async fn needs_of_hosts(cloud: &Cloud) -> anyhow::Result<NeedsOfHosts> {
    let mut all = NeedsOfHosts::default();
    for region in &all_regions(cloud)? {
        match region.host.query(Query::VaultNeeds).await {
            Ok(Reply::VaultNeeds(needs)) => {
                for root in &needs.roots {
                    all.roots.insert(root.parse().with_context(|| format!("a host of {} needs it", region.name()))?);
                }
                all.independent.extend(needs.independent);
            }
            Ok(other) => anyhow::bail!("a host answers what was not asked: {other:?}"),
            Err(error) => anyhow::bail!("the host of {}: {error}", region.name()),
        }
    }
    Ok(all)
}

/// The regions of this cloud. An error if one that has records isn't open: what it needs can't be asked then.
fn all_regions(cloud: &Cloud) -> anyhow::Result<Vec<Arc<Region>>> {
    let open = cloud.open_regions();
    if let Some(folder) = &cloud.settings.cells {
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if path.extension().is_none_or(|extension| extension != "db") {
                continue;
            }
            let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
            let known = name == "global" || open.iter().any(|region| region.name() == name);
            anyhow::ensure!(known, "the state of region {name} is there, and the region isn't open");
        }
    }
    Ok(open)
}

/// All roots as they are now. An error means that they aren't known, and nothing may go. Blocks.
fn roots(cloud: &Cloud, needs: NeedsOfHosts, others: &OtherRoots) -> anyhow::Result<BTreeSet<Hash>> {
    let mut roots = needs.roots;
    for _ in 0..2 {
        for region in &all_regions(cloud)? {
            for entry in region.cell.store().scan("")? {
                roots.extend(of_record(&entry.key, &entry.value, &needs.independent));
            }
        }
    }
    for root in cloud.catalog().into_iter().map(|image| image.root).chain(others()?) {
        // Those of the simulated host are no hashes.
        roots.extend(root.parse::<Hash>());
    }
    Ok(roots)
}

/// What looks like a hash in a record, but for what is only told of the past there.
fn of_record(key: &str, value: &[u8], independent: &BTreeSet<VolumeId>) -> BTreeSet<Hash> {
    let mut found = hashes_in(value);
    if let Some(Ok(past)) = past(key, value, independent).map(|root| root.parse::<Hash>()) {
        found.remove(&past);
    }
    found
}

/// What a volume began as that needs nothing of it any more, and what an export that has ended was of.
fn past(key: &str, value: &[u8], independent: &BTreeSet<VolumeId>) -> Option<String> {
    let (kind, id) = key.split_once('/')?;
    match kind {
        Volume::KIND if independent.contains(&VolumeId::trusted(id)) => {
            serde_json::from_slice::<Volume>(value).ok()?.origin
        }
        ExportTask::KIND => serde_json::from_slice::<ExportTask>(value).ok().filter(|task| !task.is_under_way())?.root,
        _ => None,
    }
}

/// All hashes that stand in a text. A longer row of digits is taken for every hash that is part of it.
fn hashes_in(bytes: &[u8]) -> BTreeSet<Hash> {
    let mut found = BTreeSet::new();
    let is_digit = |byte: &u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    for row in bytes.split(|byte| !is_digit(byte)) {
        found.extend(row.windows(DIGITS).filter_map(|digits| std::str::from_utf8(digits).ok()?.parse::<Hash>().ok()));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_looks_like_a_hash_is_kept() {
        let [one, two] = [Hash::of(b"1"), Hash::of(b"2")];
        for (text, want) in [
            (String::new(), vec![]),
            (format!(r#"{{"a":["{one}"],"b":{{"c":"{two}"}}}}"#), vec![one, two]),
            (format!("{one} AbCd="), vec![one]),
            (format!("{{ cut off {one}"), vec![one]),
            (one.to_string()[1..].to_owned(), vec![]),
            // A lot more than needed, rather than one too few.
            (format!("{one}{two}"), {
                let text = format!("{one}{two}");
                (0..=DIGITS).map(|at| text[at..at + DIGITS].parse().expect("digits")).collect()
            }),
        ] {
            assert_eq!(hashes_in(text.as_bytes()), want.into_iter().collect(), "{text}");
        }
    }

    #[test]
    fn an_export_that_has_ended_needs_nothing() {
        let root = Hash::of(b"root");
        let kept = |state: &str| {
            let value = format!(
                r#"{{"id":"export-ami-1","account":"000000000001","created_ms":0,"image":"ami-1","description":null,
                "format":"raw","bucket":"b","prefix":null,"role_name":null,"state":"{state}","progress":0,"message":"",
                "root":"{root}","size_gib":1}}"#
            );
            !of_record("export-task/export-ami-1", value.as_bytes(), &BTreeSet::new()).is_empty()
        };
        assert_eq!(["active", "deleting", "deleted", "completed"].map(kept), [true, true, false, false]);
    }

    #[test]
    fn only_its_own_volume_can_do_without() {
        let (origin, other) = (Hash::of(b"origin"), Hash::of(b"other"));
        let independent = BTreeSet::from([VolumeId::trusted("vol-1")]);
        let record = |rest: &str| {
            format!(
                r#"{{"id":"vol-1","account":"000000000001","created_ms":0,"zone":"a","size_gib":1,"volume_type":"gp3",
                "iops":null,"throughput_mib":null,"encrypted":false,"snapshot":null,"origin":"{origin}","ready":true,
                "attachment":null,"attachment_generation":0,"modification":null{rest}}}"#
            )
        };
        let of = |key: &str, value: &str| of_record(key, value.as_bytes(), &independent);
        assert_eq!(of("volume/vol-1", &record("")), BTreeSet::new());
        assert_eq!(of("volume/vol-1", &record(&format!(r#","later":"{other}""#))), BTreeSet::from([other]));
        assert_eq!(of("volume/vol-2", &record("")), BTreeSet::from([origin]));
        assert_eq!(of("doomed-volume/vol-1", &record("")), BTreeSet::from([origin]));
        assert_eq!(of("volume/vol-1", &format!(r#"{{"origin":"{origin}","#)), BTreeSet::from([origin]), "unreadable");
    }
}
