//! `fogbank image import|export`: disks between a file of this machine and the cloud, by way of a bucket that is there only
//! meanwhile.

use std::{
    fs::{self, DirBuilder, File},
    os::unix::fs::DirBuilderExt,
    path::{Path, PathBuf},
    time::Duration,
};

use anyhow::{Context, Result, bail};
use images::foreign::{Format, recognise};

use super::{
    api::{Answer, Api},
    bar::Bar,
    undo::Undo,
};
use crate::data_dir::DataDir;

/// How often is asked how far a task is.
const LOOK: Duration = Duration::from_millis(200);

/// A bucket that goes away with this.
struct Bucket {
    name: String,
    folder: PathBuf,
}

impl Bucket {
    fn make(data_dir: &DataDir, undo: &Undo) -> Result<Self> {
        let name = format!("fogbank-command-{}", std::process::id());
        let folder = data_dir.exchange()?.join(&name);
        // One of a process that was killed, whose number this one has now.
        let _ = fs::remove_dir_all(&folder);
        let made = DirBuilder::new().mode(0o700).create(&folder);
        made.with_context(|| format!("{} can't be made", folder.display()))?;
        let to_remove = folder.clone();
        undo.add(move || drop(fs::remove_dir_all(to_remove)));
        Ok(Self { name, folder })
    }
}

impl Drop for Bucket {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// What is imported, and what it becomes.
#[derive(clap::Args)]
pub struct DiskToImport {
    /// The disk: raw, qcow2, VMDK, VHD, VHDX or OVA.
    file: PathBuf,
    /// The image's name.
    #[arg(long)]
    name: String,
    /// x86_64, i386 or arm64.
    #[arg(long, default_value = "x86_64")]
    architecture: String,
    /// legacy-bios, uefi or uefi-preferred; by the architecture unless it is said.
    #[arg(long)]
    boot_mode: Option<String>,
    #[arg(long)]
    description: Option<String>,
    /// The disk's format, where it is not what it looks like.
    #[arg(long)]
    format: Option<String>,
}

pub fn import(api: &Api, asked: &DiskToImport) -> Result<()> {
    let shown = asked.file.display();
    let format = match &asked.format {
        Some(format) => format.clone(),
        None => {
            let file = File::open(&asked.file).with_context(|| format!("{shown} can't be read"))?;
            recognise(&file).with_context(|| format!("{shown} can't be imported"))?.format.as_str().to_owned()
        }
    };
    let same = [("Owner.1", "self"), ("Filter.1.Name", "name"), ("Filter.1.Value.1", asked.name.as_str())];
    if let Some(id) = api.call("DescribeImages", &same)?.find("imageId") {
        bail!("the name {} is in use by the image {id}; give another one", asked.name);
    }
    let undo = Undo::on_signals()?;
    let bucket = Bucket::make(&api.data_dir, &undo)?;
    let disk = bucket.folder.join("disk");
    // Nothing is copied where the file system can do without.
    if fs::hard_link(&asked.file, &disk).is_err() {
        fs::copy(&asked.file, &disk).with_context(|| format!("{shown} can't be copied to {}", disk.display()))?;
    }
    let place = [
        ("DiskContainer.Format", format.as_str()),
        ("DiskContainer.UserBucket.S3Bucket", bucket.name.as_str()),
        ("DiskContainer.UserBucket.S3Key", "disk"),
    ];
    let task = api.call("ImportSnapshot", &place)?.get("importTaskId")?;
    let look = || api.call("DescribeImportSnapshotTasks", &[("ImportTaskId.1", task.as_str())]);
    cancel_with(&undo, api, "CancelImportTask", "ImportTaskId", &task);
    let snapshot = follow(&undo, &format!("Importing {shown}"), look)?.get("snapshotId")?;
    let mut parameters = vec![
        ("Name", asked.name.as_str()),
        ("Architecture", asked.architecture.as_str()),
        ("RootDeviceName", "/dev/xvda"),
        ("BlockDeviceMapping.1.DeviceName", "/dev/xvda"),
        ("BlockDeviceMapping.1.Ebs.SnapshotId", snapshot.as_str()),
        ("EnaSupport", "true"),
    ];
    parameters.extend(asked.boot_mode.as_deref().map(|mode| ("BootMode", mode)));
    parameters.extend(asked.description.as_deref().map(|text| ("Description", text)));
    match api.call("RegisterImage", &parameters) {
        Ok(answer) => println!("{}", answer.get("imageId")?),
        Err(error) => {
            // A snapshot that no image has is of no use to who asked for an image.
            let _ = api.call("DeleteSnapshot", &[("SnapshotId", snapshot.as_str())]);
            return Err(error);
        }
    }
    Ok(())
}

/// Which image is exported, and where to.
#[derive(clap::Args)]
pub struct ImageToExport {
    /// The image's id.
    image: String,
    /// The file to write, which must not be there yet.
    file: PathBuf,
    /// vmdk, raw or vhd; by the file's name unless it is said.
    #[arg(long)]
    format: Option<String>,
}

pub fn export(api: &Api, asked: &ImageToExport) -> Result<()> {
    let shown = asked.file.display();
    let by_name = asked.file.extension().and_then(|end| end.to_str());
    let format = asked.format.as_deref().or(by_name).and_then(Format::parse);
    let Some(format @ (Format::Vmdk | Format::Raw | Format::Vhd)) = format else {
        bail!("say with --format what {shown} is to be: vmdk, raw or vhd");
    };
    if asked.file.symlink_metadata().is_ok() {
        bail!("{shown} is there already; remove it first, or name another file");
    }
    let undo = Undo::on_signals()?;
    let bucket = Bucket::make(&api.data_dir, &undo)?;
    let format = format.as_str().to_uppercase();
    let parameters = [
        ("ImageId", asked.image.as_str()),
        ("DiskImageFormat", format.as_str()),
        ("S3ExportLocation.S3Bucket", bucket.name.as_str()),
    ];
    let task = api.call("ExportImage", &parameters)?.get("exportImageTaskId")?;
    let look = || api.call("DescribeExportImageTasks", &[("ExportImageTaskId.1", task.as_str())]);
    cancel_with(&undo, api, "CancelExportTask", "ExportTaskId", &task);
    follow(&undo, &format!("Exporting {}", asked.image), look)?;
    let object = bucket.folder.join(format!("{task}.{}", format.to_lowercase()));
    move_to(&undo, &object, &asked.file).with_context(|| format!("{shown} can't be written"))?;
    println!("{shown}");
    Ok(())
}

/// Moves a file, also to another file system; there it appears whole or not at all.
fn move_to(undo: &Undo, from: &Path, to: &Path) -> std::io::Result<()> {
    if fs::rename(from, to).is_ok() {
        return Ok(());
    }
    let mut unfinished = to.as_os_str().to_owned();
    unfinished.push(".partial");
    let unfinished = PathBuf::from(unfinished);
    let to_remove = unfinished.clone();
    undo.add(move || drop(fs::remove_file(to_remove)));
    let copied = fs::copy(from, &unfinished)
        .and_then(|_| File::open(&unfinished)?.sync_all())
        .and_then(|()| fs::rename(&unfinished, to));
    if copied.is_err() {
        let _ = fs::remove_file(&unfinished);
    }
    copied
}

/// Has a task cancelled when the command is ended in the middle.
fn cancel_with(undo: &Undo, api: &Api, action: &'static str, parameter: &'static str, task: &str) {
    let (api, task) = (api.clone(), task.to_owned());
    undo.add(move || {
        // One that has ended meanwhile can't be cancelled.
        let _ = api.call(action, &[(parameter, task.as_str())]);
    });
}

/// Shows how far a task is until it has ended; what was answered then. It is what is to be taken back first.
fn follow(undo: &Undo, what: &str, look: impl Fn() -> Result<Answer>) -> Result<Answer> {
    let mut bar = Bar::new(what);
    loop {
        undo.look();
        let seen = look()?;
        match seen.get("status")?.as_str() {
            "completed" => {
                undo.drop_last();
                bar.show(100);
                return Ok(seen);
            }
            "deleted" => {
                undo.drop_last();
                drop(bar);
                bail!("{what} failed: {}", seen.find("statusMessage").unwrap_or_default());
            }
            _ => bar.show(seen.find("progress").and_then(|percent| percent.parse().ok()).unwrap_or(0)),
        }
        std::thread::sleep(LOOK);
    }
}
