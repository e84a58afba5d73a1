//! ImportSnapshot: a disk that was made elsewhere becomes a snapshot. A task does it; the answer is the task.

use model::{
    ApiError,
    ids::id_text,
    records::{ImportDisk, ImportState, ImportTask},
};
use wire::ec2;

use super::{SNAPSHOT_TASK, describe_import_snapshot_tasks::shown, place::Container};
use crate::{
    action::{Action, Call, Output, Plan},
    actions::snapshot::create_snapshot::description,
    edit::Edit,
    encryption::{Asked, Encryption},
    tagging::{self, TagsToSet},
};

pub struct ImportSnapshot;

impl Action for ImportSnapshot {
    type Input = ec2::ImportSnapshotRequest;
    const TOKEN: bool = true;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let container = input.disk_container.as_ref().ok_or_else(|| ApiError::missing("DiskContainer"))?;
        let asked = Container {
            url: container.url.as_deref(),
            bucket: container.user_bucket.as_ref(),
            snapshot: None,
            format: container.format.as_deref(),
        };
        let tags = TagsToSet::parse(&input.tag_specifications, &["import-snapshot-task"])?;
        let text = input.description.as_deref().or(container.description.as_deref());
        let disk = ImportDisk {
            format: asked.format()?,
            place: asked.place(call)?,
            description: Some(description(text)?).filter(|text| !text.is_empty()),
            device: None,
            snapshot: None,
            size_bytes: None,
        };
        let asked = Asked::new(input.encrypted, input.kms_key_id.as_deref());
        let kms_key = Encryption::of(call)?.decide(asked, None)?;
        super::check_quota(call)?;
        let tags = tags.of("import-snapshot-task").to_vec();
        let task = ImportTask {
            id: id_text(SNAPSHOT_TASK, call.random()),
            account: call.account.clone(),
            created_ms: call.now_ms,
            description: disk.description.clone(),
            state: ImportState::Active,
            progress: 0,
            message: "pending".into(),
            disks: vec![disk],
            image: None,
            kms_key,
            tags,
            rest: Default::default(),
        };
        let mut edit = Edit::new();
        edit.create(&task);
        for (key, value) in &task.tags {
            edit.tag(&task.account, &task.id, "import-snapshot-task", key, value);
        }
        let id = task.id.clone();
        Plan::make(edit, vec![id.clone()], move |view| answer(view, &id))
    }

    fn repeat(call: &Call, ids: &[String]) -> Result<Output<Self>, ApiError> {
        answer(&call.view, &ids[0])
    }
}

fn answer(view: &crate::view::AccountView, id: &str) -> Result<ec2::ImportSnapshotResult, ApiError> {
    let task = super::task(view, &[SNAPSHOT_TASK], id)?;
    Ok(ec2::ImportSnapshotResult {
        description: task.description.clone(),
        import_task_id: Some(task.id.clone()),
        snapshot_task_detail: Some(shown(&task)),
        tags: tagging::shown(view, &task.id),
    })
}
