//! Imports: each task that is active has a job, which the next control plane begins again if this one ends.
//!
//! ```text
//!   task ─▶ each disk into the vault ─▶ its snapshot, complete ─▶ the image, available ─▶ completed
//!                   │ refused, unreadable …: deleted, with the reason
//!                   └ cancelled: deleted; snapshots that were made go with it
//! ```

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use model::{
    ImageId, SnapshotId, VolumeId,
    records::{
        Image, ImageBlockDevice, ImageState, ImportDisk, ImportPlace, ImportState, ImportTask, Record, Snapshot,
        SnapshotState,
    },
};

use super::follow_up::{Stored, until_committed};
use crate::{
    cloud::Cloud,
    edit::Edit,
    exchange::{BroughtIn, Exchange},
    region::Region,
    view::View,
};

/// What a snapshot's volume is called when there was none.
const NO_VOLUME: &str = "vol-ffffffff";

/// How long until what could not be stored is tried again.
const STORE_AGAIN: Duration = Duration::from_secs(1);

/// The jobs of a region.
#[derive(Default)]
pub(super) struct Imports {
    jobs: HashMap<String, Arc<AtomicBool>>,
}

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
        let state = view.table::<ImportTask>().get(id).map(|task| task.state);
        match state {
            Some(ImportState::Active | ImportState::Deleting) if !self.jobs.contains_key(id) => {
                let cancel = Arc::new(AtomicBool::new(state == Some(ImportState::Deleting)));
                self.jobs.insert(id.to_owned(), cancel.clone());
                let job = Job { cloud: cloud.clone(), region: region.clone(), id: id.to_owned(), cancel };
                tokio::spawn(job.run());
            }
            Some(ImportState::Deleting) => {
                if let Some(cancel) = self.jobs.get(id) {
                    cancel.store(true, Ordering::Relaxed);
                }
            }
            Some(ImportState::Active) => {}
            Some(ImportState::Deleted | ImportState::Completed) | None => drop(self.jobs.remove(id)),
        }
    }
}

struct Job {
    cloud: Arc<Cloud>,
    region: Arc<Region>,
    id: String,
    cancel: Arc<AtomicBool>,
}

impl Job {
    async fn run(self) {
        match self.steps().await {
            Ok(()) => {}
            Err(reason) => {
                tracing::info!(region = self.region.name(), task = self.id, reason, "an import has ended");
                self.give_up(&reason).await;
            }
        }
    }

    /// Stores a change; where there is no room for it, again until there is.
    async fn store(&self, decide: impl Fn(&Arc<View>) -> Option<Edit>) {
        while until_committed(&self.region, &decide).await == Stored::No {
            tokio::time::sleep(STORE_AGAIN).await;
        }
    }

    fn task(&self) -> Option<ImportTask> {
        self.region.cell.view().table::<ImportTask>().get(&self.id).map(|task| task.record.clone())
    }

    async fn steps(&self) -> Result<(), String> {
        let Some(task) = self.task() else { return Ok(()) };
        let count = task.disks.len();
        for (number, disk) in task.disks.iter().enumerate().filter(|(_, disk)| disk.snapshot.is_none()) {
            let exchange = self.cloud.settings.exchange.clone().ok_or("ClientError: this cloud keeps no disks")?;
            self.say(number, count, 0, "converting").await;
            let brought = self.bring_in(&exchange, number, count, disk).await?;
            let snapshot = SnapshotId::from_random(self.cloud.world.random());
            let now_ms = self.cloud.world.now_ms();
            self.store(|view| keep_disk(view, &self.id, number, &brought, &snapshot, now_ms)).await;
        }
        if self.is_cancelled() {
            return Err("cancelled by the user".into());
        }
        let (image, now_ms) = (ImageId::from_random(self.cloud.world.random()), self.cloud.world.now_ms());
        self.store(|view| complete(view, &self.id, &image, now_ms)).await;
        Ok(())
    }

    fn is_cancelled(&self) -> bool {
        self.cancel.load(Ordering::Relaxed)
    }

    async fn bring_in(
        &self,
        exchange: &Arc<dyn Exchange>,
        number: usize,
        count: usize,
        disk: &ImportDisk,
    ) -> Result<BroughtIn, String> {
        let (exchange, disk, cancel) = (exchange.clone(), disk.clone(), self.cancel.clone());
        let told = Arc::new(Mutex::new(0u8));
        let hears = told.clone();
        let work = tokio::task::spawn_blocking(move || {
            let progress = move |percent: u8| *hears.lock().unwrap_or_else(PoisonError::into_inner) = percent;
            exchange.bring_in(&disk.place, &disk.format, &progress, &cancel)
        });
        tokio::pin!(work);
        let mut said = 0;
        loop {
            tokio::select! {
                brought = &mut work => {
                    let brought = brought.map_err(|_| "ServerError: the import broke off".to_owned())?;
                    return brought.map_err(|reason| format!("ClientError: {reason}"));
                }
                () = tokio::time::sleep(Duration::from_secs(1)) => {
                    let percent = *told.lock().unwrap_or_else(PoisonError::into_inner);
                    if percent > said {
                        said = percent;
                        self.say(number, count, percent, "converting").await;
                    }
                }
            }
        }
    }

    /// Says how far the task is.
    async fn say(&self, number: usize, count: usize, percent: u8, message: &str) {
        let done = (number * 100 + usize::from(percent)) / count.max(1);
        let progress = u8::try_from(done.min(99)).unwrap_or(99);
        self.store(|view| {
            let task = view.table::<ImportTask>().get(&self.id).filter(|task| task.state == ImportState::Active)?;
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
        self.store(|view| {
            let task = view.table::<ImportTask>().get(&self.id)?;
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
        id: snapshot.clone(),
        account: task.account.clone(),
        created_ms: now_ms,
        volume: VolumeId::trusted(NO_VOLUME),
        volume_size_gib: u32::try_from(brought.size_bytes.div_ceil(1 << 30)).unwrap_or(u32::MAX),
        description,
        encrypted: false,
        state: SnapshotState::Completed,
        progress: 100,
        completed_ms: Some(now_ms),
        root: Some(brought.root.clone()),
        stored_bytes: Some(brought.stored_bytes),
        problem: None,
        moment: None,
        shared_with: Vec::new(),
        public: false,
        lock: None,
        writing: None,
        tiering: None,
        rest: Default::default(),
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
        encrypted: false,
    }
}

/// Whether a key is that of a task; the task's id.
pub(super) fn task_of(key: &str) -> Option<&str> {
    key.split_once('/').filter(|(kind, _)| *kind == ImportTask::KIND).map(|(_, id)| id)
}
