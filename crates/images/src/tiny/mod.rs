//! *fogbank-tiny*: the image a cloud starts with. It boots in seconds even under emulation and behaves, seen from
//! outside, as an Amazon Linux instance does.
//!
//! What runs inside is in `crates/images/tiny/`: `initrd/init` starts, `etc/inittab` says what follows. There is no
//! package manager in it; it is there to try a cloud with, and to test one.

mod boot;
mod contents;
mod initrd;
mod platform;
mod root;

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
};

use crate::{
    error::{At, BuildError, Result},
    ext4::Ext4,
    gpt::{self, Guid, Partition, Table},
    image::{BuildOptions, BuiltImage},
    kernel_modules::Modules,
    packages,
    progress::{Progress, Steps},
    raw,
};
use model::instance::BootMode;
use platform::Platform;

/// The disk of an instance when nobody asks for a larger one. The root file system spans it from the start, so that an
/// ordinary launch has nothing to grow.
const DISK_BYTES: u64 = 2 << 30;
const BOOT_BYTES: u64 = 32 << 20;
const BOOT_FIRST_SECTOR: u64 = 2048;
/// Partitions begin and end at whole MiB.
const ALIGNMENT_SECTORS: u64 = 2048;

/// Builds the image. Blocks for as long as it takes: seconds, and the download at the first time.
pub fn build(options: &BuildOptions, progress: &dyn Progress) -> std::result::Result<BuiltImage, BuildError> {
    let platform = Platform::of(options.architecture);
    let mut steps = Steps::new(progress, 7);
    let work = WorkDirectory::take(&options.work_dir)?;

    steps.next("Getting Debian packages");
    let request = packages::Request {
        architecture: platform.debian.to_owned(),
        roots: platform.packages().map(str::to_owned).collect(),
    };
    let cached = packages::fetch(&request, &options.package_cache, work.path())?;

    steps.next(&format!("Unpacking {} packages", cached.len()));
    let unpacked = cached.unpack(&work.path().join("packages"))?;
    let modules = Modules::read(&unpacked)?;

    steps.next("Laying out the root file system");
    let root = root::tree(&platform, &unpacked, &modules, &options.version, root_sectors())?;

    steps.next("Writing the root file system");
    let name = format!("fogbank-tiny-{}-{}", options.version, options.architecture.as_str());
    let scratch = work.path().join("scratch");
    fs::create_dir_all(&scratch).at("Preparing the root file system", &scratch)?;
    let root_image = work.path().join("root.ext4");
    let root_id = Guid::derived(&format!("{name} root"));
    let ext4 = Ext4 { label: "fogbank-root", id: root_id, bytes: root_sectors() * gpt::SECTOR };
    ext4.write(&root, &root_image, &scratch)?;

    steps.next("Writing the boot partition");
    let boot_image = work.path().join("boot.fat");
    boot::write(&platform, &unpacked, &modules, &name, &scratch, &boot_image)?;

    steps.next("Putting the disk together");
    let disk = work.path().join("disk.raw");
    assemble(&platform, &unpacked, &name, &boot_image, &root_image, &disk)?;

    steps.next("Reading the disk's digest");
    let digest = raw::digest(&disk).at("Reading the disk's digest", &disk)?;
    publish(&disk, &options.out)?;

    Ok(BuiltImage {
        description: format!("fogbank-tiny {} {}", options.version, options.architecture.as_str()),
        name,
        architecture: options.architecture,
        raw: options.out.clone(),
        virtual_size: DISK_BYTES,
        digest,
        root_device_name: "/dev/xvda".to_owned(),
        // The disk boots by UEFI just as well, and some seconds later.
        boot_mode: if platform.bios { BootMode::LegacyBios } else { BootMode::Uefi },
        login: "ec2-user".to_owned(),
    })
}

fn root_first_sector() -> u64 {
    BOOT_FIRST_SECTOR + BOOT_BYTES / gpt::SECTOR
}

/// What is left of the disk, in whole MiB.
fn root_sectors() -> u64 {
    let end = gpt::last_usable(DISK_BYTES / gpt::SECTOR) + 1;
    end / ALIGNMENT_SECTORS * ALIGNMENT_SECTORS - root_first_sector()
}

/// Numbered as on Debian's and Ubuntu's images: the root is the first partition and lies last, so that it can grow.
fn assemble(
    platform: &Platform,
    unpacked: &packages::Unpacked,
    name: &str,
    boot_image: &Path,
    root_image: &Path,
    disk: &Path,
) -> Result<()> {
    let attempt = "Putting the disk together";
    let file = File::create(disk).at(attempt, disk)?;
    file.set_len(DISK_BYTES).at(attempt, disk)?;
    raw::place(boot_image, &file, BOOT_FIRST_SECTOR * gpt::SECTOR).at(attempt, disk)?;
    raw::place(root_image, &file, root_first_sector() * gpt::SECTOR).at(attempt, disk)?;
    let partitions = [
        Partition {
            number: 15,
            kind: gpt::EFI_SYSTEM,
            id: Guid::derived(&format!("{name} boot partition")),
            name: "fogbank-boot",
            attributes: gpt::LEGACY_BOOTABLE,
            first_sector: BOOT_FIRST_SECTOR,
            sectors: BOOT_BYTES / gpt::SECTOR,
        },
        Partition {
            number: 1,
            kind: platform.root_kind,
            id: Guid::derived(&format!("{name} root partition")),
            // The initrd looks for this name.
            name: "fogbank-root",
            attributes: 0,
            first_sector: root_first_sector(),
            sectors: root_sectors(),
        },
    ];
    let boot_code = boot::bios_code(platform, unpacked)?;
    let table = Table { id: Guid::derived(&format!("{name} disk")), boot_code: &boot_code, partitions: &partitions };
    table.write(&file, DISK_BYTES / gpt::SECTOR).at(attempt, disk)?;
    file.sync_all().at(attempt, disk)
}

/// Gives the finished disk its place by a rename, so that nobody ever finds half of one there.
fn publish(disk: &Path, out: &Path) -> Result<()> {
    let attempt = "Putting the image in its place";
    match fs::rename(disk, out) {
        Err(error) if error.kind() == std::io::ErrorKind::CrossesDevices => {
            let beside = out.with_extension("partial");
            let file = File::create(&beside).at(attempt, &beside)?;
            file.set_len(DISK_BYTES).at(attempt, &beside)?;
            raw::place(disk, &file, 0).at(attempt, &beside)?;
            file.sync_all().at(attempt, &beside)?;
            fs::rename(&beside, out).at(attempt, out)
        }
        result => result.at(attempt, out),
    }
}

/// The work directory while a build has it: locked, and emptied before and after.
struct WorkDirectory {
    inner: PathBuf,
    _lock: File,
}

impl WorkDirectory {
    fn take(directory: &Path) -> Result<Self> {
        let attempt = "Preparing the work directory";
        fs::create_dir_all(directory).at(attempt, directory)?;
        // Tools run in other directories than this program.
        let directory = directory.canonicalize().at(attempt, directory)?;
        let lock_path = directory.join("lock");
        let lock = File::create(&lock_path).at(attempt, &lock_path)?;
        lock.lock().at(attempt, &lock_path)?;
        // Left by a build that was killed: the lock says that it no longer runs.
        let inner = directory.join("build");
        remove(&inner).at(attempt, &inner)?;
        fs::create_dir(&inner).at(attempt, &inner)?;
        Ok(Self { inner, _lock: lock })
    }

    fn path(&self) -> &Path {
        &self.inner
    }
}

impl Drop for WorkDirectory {
    fn drop(&mut self) {
        if let Err(error) = remove(&self.inner) {
            tracing::warn!(path = %self.inner.display(), %error, "files of an image's build are left behind");
        }
    }
}

fn remove(directory: &Path) -> std::io::Result<()> {
    match fs::remove_dir_all(directory) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        result => result,
    }
}
