//! Imports: each task that is active has a job, which the next control plane begins again if this one ends.
//!
//! ```text
//!   task ─▶ each disk into the vault ─▶ its snapshot, complete ─▶ the image, available ─▶ completed
//!                   │ refused, unreadable …: deleted, with the reason
//!                   └ cancelled: deleted; snapshots that were made go with it
//! ```

use std::sync::Arc;

use model::{
    ImageId, SnapshotId, VolumeId,
    records::{
        Image, ImageBlockDevice, ImageState, ImportDisk, ImportPlace, ImportState, ImportTask, Snapshot, SnapshotState,
    },
};

use super::jobs::{Heard, Job, Jobs, Wanted};
use crate::{cloud::Cloud, edit::Edit, encryption, exchange::BroughtIn, region::Region, view::View};

/// What a snapshot's volume is called when there was none.
const NO_VOLUME: &str = "vol-ffffffff";

/// The jobs of a region.
#[derive(Default)]
pub(super) struct Imports(Jobs);

impl Imports {
    /// Takes up what an earlier control plane began.
    pub(super) fn begin(&mut self, cloud: &Arc<Cloud>, region: &Arc<Region>, view: &View) {
        let ids: Vec<String> = view.table::<ImportTask>().iter().map(|task| task.id.clone()).collect();
        for id in ids {
            self.follow(cloud, region, view, &id);
        }
    }

    /// Begins a task's job, or ends it.
    pub(super) fn follow(&mut self, cloud: &Arc<Cloud>, region: &Arc<Region>, view: &View, id: &str) {
        let wanted = match view.table::<ImportTask>().get(id).map(|task| task.state) {
            Some(ImportState::Active) => Wanted::Work,
            Some(ImportState::Deleting) => Wanted::Ending,
            Some(ImportState::Deleted | ImportState::Completed) | None => Wanted::Nothing,
        };
        if let Some(cancel) = self.0.follow(id, wanted) {
            let job = Job { cloud: cloud.clone(), region: region.clone(), id: id.to_owned(), cancel };
            tokio::spawn(Import { job }.run());
        }
    }
}

struct Import {
    job: Job,
}

impl Import {
    async fn run(self) {
        match self.steps().await {
            Ok(()) => {}
            Err(reason) => {
                tracing::info!(region = self.job.region.name(), task = self.job.id, reason, "an import has ended");
                self.give_up(&reason).await;
            }
        }
    }

    fn task(&self) -> Option<ImportTask> {
        self.job.region.cell.view().table::<ImportTask>().get(&self.job.id).map(|task| task.record.clone())
    }

    async fn steps(&self) -> Result<(), String> {
        let Some(task) = self.task() else { return Ok(()) };
        let count = task.disks.len();
        let world = &self.job.cloud.world;
        for (number, disk) in task.disks.iter().enumerate().filter(|(_, disk)| disk.snapshot.is_none()) {
            self.say(number, count, 0, "converting").await;
            let brought = self.bring_in(number, count, disk, task.kms_key.as_deref()).await?;
            let snapshot = SnapshotId::from_random(world.random());
            let now_ms = world.now_ms();
            self.job.store(|view| keep_disk(view, &self.job.id, number, &brought, &snapshot, now_ms)).await;
        }
        if self.job.is_cancelled() {
            return Err("cancelled by the user".into());
        }
        let (image, now_ms) = (ImageId::from_random(world.random()), world.now_ms());
        self.job.store(|view| complete(view, &self.job.id, &image, now_ms)).await;
        Ok(())
    }

    async fn bring_in(
        &self,
        number: usize,
        count: usize,
        disk: &ImportDisk,
        kms_key: Option<&str>,
    ) -> Result<BroughtIn, String> {
        let disk = disk.clone();
        let key = encryption::vault_key(kms_key).map_err(|error| error.message)?;
        let mut work = self.job.begin(move |exchange, told, cancel| {
            let told = told.clone();
            exchange.bring_in(&disk.place, &disk.format, key, &move |percent| told.tell(percent), cancel)
        })?;
        loop {
            match work.next().await {
                Heard::Percent(percent) => self.say(number, count, percent, "converting").await,
                Heard::End(brought) => return brought,
            }
        }
    }

    /// Says how far the task is.
    async fn say(&self, number: usize, count: usize, percent: u8, message: &str) {
        let done = (number * 100 + usize::from(percent)) / count.max(1);
        let progress = u8::try_from(done.min(99)).unwrap_or(99);
        self.job
            .store(|view| {
                let task =
                    view.table::<ImportTask>().get(&self.job.id).filter(|task| task.state == ImportState::Active)?;
                let mut after = task.record.clone();
                (after.progress, after.message) = (progress.max(task.progress), message.to_owned());
                (after != task.record).then(|| {
                    let mut edit = Edit::new();
                    edit.update(&task, &after);
                    edit
                })
            })
            .await;
    }

    /// Ends the task; snapshots that it made go with it.
    async fn give_up(&self, reason: &str) {
        self.job
            .store(|view| {
                let task = view.table::<ImportTask>().get(&self.job.id)?;
                let mut after = task.record.clone();
                if after.state == ImportState::Active {
                    after.message = reason.to_owned();
                }
                after.state = ImportState::Deleted;
                let mut edit = Edit::new();
                for disk in &mut after.disks {
                    let made = disk.snapshot.take_if(|_| !matches!(disk.place, ImportPlace::Snapshot(_)));
                    if let Some(snapshot) = made.and_then(|id| view.table::<Snapshot>().get(&id)) {
                        edit.delete(&snapshot);
                    }
                }
                edit.update(&task, &after);
                Some(edit)
            })
            .await;
    }
}

/// A disk is in: its snapshot is complete.
fn keep_disk(
    view: &Arc<View>,
    task: &str,
    number: usize,
    brought: &BroughtIn,
    snapshot: &SnapshotId,
    now_ms: i64,
) -> Option<Edit> {
    let task = view.table::<ImportTask>().get(task).filter(|task| task.state == ImportState::Active)?;
    let mut after = task.record.clone();
    let disk = after.disks.get_mut(number).filter(|disk| disk.snapshot.is_none())?;
    disk.snapshot = Some(snapshot.clone());
    disk.size_bytes = Some(brought.size_bytes);
    let description = match &disk.description {
        Some(text) => text.clone(),
        None => format!(
            "Created by {} for {}",
            if task.image.is_some() { "ImportImage" } else { "ImportSnapshot" },
            task.id
        ),
    };
    let record = Snapshot {
        state: SnapshotState::Completed,
        progress: 100,
        completed_ms: Some(now_ms),
        root: Some(brought.root.clone()),
        full_bytes: Some(brought.full_bytes),
        encrypted: task.kms_key.is_some(),
        kms_key: task.kms_key.clone(),
        ..Snapshot::begun(
            snapshot.clone(),
            task.account.clone(),
            now_ms,
            VolumeId::trusted(NO_VOLUME),
            u32::try_from(brought.size_bytes.div_ceil(1 << 30)).unwrap_or(u32::MAX),
            description,
        )
    };
    let mut edit = Edit::new();
    edit.create(&record);
    for (key, value) in task.tags.iter().filter(|_| task.image.is_none()) {
        edit.tag(&task.account, snapshot, "snapshot", key, value);
    }
    edit.update(&task, &after);
    Some(edit)
}

/// All disks are in: the image is there, if one is wanted.
fn complete(view: &Arc<View>, task: &str, image: &ImageId, now_ms: i64) -> Option<Edit> {
    let task = view.table::<ImportTask>().get(task).filter(|task| task.state == ImportState::Active)?;
    let mut after = task.record.clone();
    (after.state, after.progress, after.message) = (ImportState::Completed, 100, String::new());
    let mut edit = Edit::new();
    if let Some(wanted) = &mut after.image {
        wanted.id = Some(image.clone());
        let snapshots = view.table::<Snapshot>();
        let mut devices = Vec::with_capacity(task.disks.len());
        for disk in &task.disks {
            let snapshot = disk.snapshot.as_ref().and_then(|id| snapshots.get(id))?;
            edit.child(&snapshot.id, image);
            edit.alive(&snapshot);
            devices.push(device(disk, &snapshot));
        }
        let record = Image {
            id: image.clone(),
            account: task.account.clone(),
            created_ms: now_ms,
            // AWS names it so too; it is unique as the id is.
            name: task.id.clone(),
            description: Some(task.description.clone().unwrap_or_else(|| "AWS-VMImport service: Linux".into())),
            owner_alias: None,
            architecture: wanted.architecture,
            boot_mode: wanted.boot_mode,
            root_device_name: devices.first().map(|device| device.device.clone()).unwrap_or_default(),
            block_devices: devices,
            state: ImageState::Available,
            public: false,
            shared_with: Vec::new(),
            ena_support: true,
            sriov_net_support: None,
            imds_support: None,
            tpm_support: None,
            source_instance: None,
            source_image: None,
            source_image_region: None,
            deprecated_ms: None,
            protection: Default::default(),
            login: None,
            rest: Default::default(),
        };
        edit.claim(&format!("image-name/{}/{}", record.account, record.name), &record.id);
        edit.create(&record);
        for (key, value) in &task.tags {
            edit.tag(&task.account, &record.id, "image", key, value);
        }
    }
    edit.update(&task, &after);
    Some(edit)
}

fn device(disk: &ImportDisk, snapshot: &Snapshot) -> ImageBlockDevice {
    ImageBlockDevice {
        device: disk.device.clone().unwrap_or_default(),
        virtual_name: None,
        snapshot: Some(snapshot.id.clone()),
        size_gib: snapshot.volume_size_gib,
        volume_type: "gp2".into(),
        iops: None,
        throughput_mib: None,
        delete_on_termination: true,
        encrypted: snapshot.encrypted,
        kms_key: None,
    }
}
