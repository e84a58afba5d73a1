//! Forgetting: tombstones after an hour, client tokens a day after they were made, launches that were never completed.

use std::sync::Arc;

use model::records::*;

use super::{follow_up::until_committed, release};
use crate::{
    actions::{
        image::{stored, usage},
        snapshot::tier,
    },
    cloud::Cloud,
    ebs,
    edit::Edit,
    region::Region,
};

/// How long a terminated instance is still shown.
const TOMBSTONE_MS: i64 = 60 * 60 * 1000;
/// The most tombstones of one account.
const TOMBSTONES: usize = 10_000;
/// How long a client token is remembered after what it made has ended.
const TOKEN_MS: i64 = 24 * 60 * 60 * 1000;
/// A launch of several transactions that has not been completed by then was cut off.
const LAUNCH_MS: i64 = 10 * 60 * 1000;

pub(crate) async fn run(cloud: &Cloud, region: &Arc<Region>) {
    let now_ms = cloud.world.now_ms();
    let view = region.cell.view();
    for account in view.table::<RegionAccount>().iter() {
        let ended: Vec<_> =
            view.table::<Instance>().owned_after(&account.account, None).filter(|i| i.ended_ms.is_some()).collect();
        let surplus = ended.len().saturating_sub(TOMBSTONES);
        for (number, instance) in ended.into_iter().enumerate() {
            let old = instance.ended_ms.is_some_and(|ended| now_ms - ended > TOMBSTONE_MS);
            if old || number < surplus {
                let id = instance.id.clone();
                // The next round sees what could not be stored in this one.
                let _ = until_committed(region, |view| {
                    let row = view.table::<Instance>().get(&id)?;
                    let mut edit = Edit::new();
                    edit.delete(&row);
                    release::untag_all(&mut edit, &**view, &id);
                    Some(edit)
                })
                .await;
            }
        }
    }
    for token in view.tokens().filter(|token| now_ms - token.created_ms > TOKEN_MS) {
        let instances = view.table::<Instance>();
        let volumes = view.table::<Volume>();
        let alive =
            |id: &String| instances.get(id).is_some_and(|instance| instance.ended_ms.is_none()) || volumes.contains(id);
        if token.ids.iter().any(alive) {
            continue;
        }
        let key = format!("token/{}/{}/{}", token.account, token.action, token.token);
        let _ = until_committed(region, |view| {
            view.token(&token.account, &token.action, &token.token)?;
            let mut edit = Edit::new();
            edit.remove(key.clone());
            Some(edit)
        })
        .await;
    }
    sweep_up(region, now_ms).await;
    take_away_cut_off_launches(region, now_ms).await;
}

/// Forgets images that were deregistered, deletes what has left the recycle bin and reports that are too old, and archives snapshots again that were restored
/// for some days.
async fn sweep_up(region: &Arc<Region>, now_ms: i64) {
    let view = region.cell.view();
    // The next round sees what could not be stored in this one.
    let images = view.table::<BinnedImage>().iter().filter(|row| row.exit_ms <= now_ms);
    for id in images.map(|row| &row.id) {
        let _ = until_committed(region, |view| {
            let row = view.table::<BinnedImage>().get(id).filter(|row| row.exit_ms <= now_ms)?;
            let mut edit = Edit::new();
            edit.delete(&row);
            edit.remove(ImageUse::key_of(id));
            Some(edit)
        })
        .await;
    }
    let forgotten = |row: &DeregisteredImage| now_ms - row.created_ms > TOMBSTONE_MS;
    for id in view.table::<DeregisteredImage>().iter().filter(|row| forgotten(row)).map(|row| &row.image) {
        let _ = until_committed(region, |view| {
            let row = view.table::<DeregisteredImage>().get(id).filter(|row| forgotten(row))?;
            let mut edit = Edit::new();
            edit.delete(&row);
            Some(edit)
        })
        .await;
    }
    let snapshots = view.table::<BinnedSnapshot>().iter().filter(|row| row.exit_ms <= now_ms);
    for id in snapshots.map(|row| &row.id) {
        let _ = until_committed(region, |view| {
            let row = view.table::<BinnedSnapshot>().get(id).filter(|row| row.exit_ms <= now_ms)?;
            let mut edit = Edit::new();
            edit.delete(&row);
            Some(edit)
        })
        .await;
    }
    for id in view.table::<Snapshot>().iter().filter(|row| row.writing.is_some()).map(|row| &row.id) {
        let _ = until_committed(region, |view| ebs::expire(region, view, id, now_ms)).await;
    }
    if let Err(error) = ebs::sweep_up(region).await {
        tracing::warn!(region = region.name(), %error, "what was kept of written blocks could not be deleted");
    }
    let due = |snapshot: &Snapshot| tier::restored_until_ms(snapshot).is_some_and(|until| until <= now_ms);
    for id in view.table::<Snapshot>().iter().filter(|row| due(row)).map(|row| &row.id) {
        let _ = until_committed(region, |view| {
            let row = view.table::<Snapshot>().get(id).filter(|row| due(row))?;
            let mut after = row.record.clone();
            after.tiering.as_mut()?.place = SnapshotPlace::Archive;
            let mut edit = Edit::new();
            edit.update(&row, &after);
            Some(edit)
        })
        .await;
    }
    let old = |task: &StoreTask| task.state != StoreState::InProgress && now_ms - task.created_ms >= stored::KEPT_MS;
    for id in view.table::<StoreTask>().iter().filter(|row| old(row)).map(|row| &row.id) {
        let _ = until_committed(region, |view| {
            let row = view.table::<StoreTask>().get(id)?;
            let mut edit = Edit::new();
            edit.delete(&row);
            Some(edit)
        })
        .await;
    }
    let old = |report: &ImageUsageReport| now_ms - report.created_ms >= usage::KEPT_MS;
    for id in view.table::<ImageUsageReport>().iter().filter(|row| old(row)).map(|row| &row.id) {
        let _ = until_committed(region, |view| {
            let row = view.table::<ImageUsageReport>().get(id)?;
            let mut edit = Edit::new();
            edit.delete(&row);
            release::untag_all(&mut edit, &**view, id);
            Some(edit)
        })
        .await;
    }
}

/// Removes what a launch wrote that was cut off between its transactions.
async fn take_away_cut_off_launches(region: &Arc<Region>, now_ms: i64) {
    let view = region.cell.view();
    for (reservation, keys) in view.unfinished_launches() {
        let mut doomed = Vec::new();
        let mut recent = false;
        for key in keys {
            let Ok(Some(bytes)) = region.cell.blob(key) else { continue };
            let Ok(value) = serde_json::from_slice::<serde_json::Value>(&bytes) else { continue };
            recent |= value["created_ms"].as_i64().is_some_and(|made| now_ms - made < LAUNCH_MS);
            doomed.push((key.to_string(), value));
        }
        if recent {
            continue;
        }
        tracing::warn!(region = region.name(), reservation, "taking away a launch that was cut off");
        for (key, value) in doomed {
            let mut edit = Edit::new();
            edit.remove(key);
            forget_claims(&mut edit, &value);
            for txn in edit.transactions() {
                if let Err(error) = region.cell.commit(txn).await {
                    tracing::error!(region = region.name(), %error, "a launch that was cut off could not be taken away");
                }
            }
        }
    }
}

/// Claims and marks of a record that never became visible.
fn forget_claims(edit: &mut Edit, value: &serde_json::Value) {
    if let Ok(interface) = serde_json::from_value::<NetworkInterface>(value.clone()) {
        for address in &interface.addresses {
            edit.release(&format!("address/{}/{}", interface.subnet, address.private));
            if let Some(association) = &address.association {
                edit.release(&format!("public/{}", association.public));
            }
        }
        for group in &interface.groups {
            edit.no_longer_child(group, &interface.id);
        }
        edit.no_longer_child(&interface.subnet, &interface.id);
    } else if let Ok(instance) = serde_json::from_value::<Instance>(value.clone())
        && instance.has_user_data
    {
        edit.remove(format!("user-data/{}", instance.id));
    }
}
