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

use std::fs;

use crate::{
    disk::{self, Layout},
    error::{At, BuildError},
    ext4::Ext4,
    gpt::{self, Guid, Partition, Table},
    image::{BuildOptions, BuiltImage},
    kernel_modules::Modules,
    packages::{self, Dependencies},
    progress::{Progress, Steps},
    raw,
    work::WorkDirectory,
};
use model::instance::BootMode;
use platform::Platform;

/// The disk of an instance when nobody asks for a larger one. The root file system spans it from the start, so that an
/// ordinary launch has nothing to grow.
const DISK_BYTES: u64 = 2 << 30;
const BOOT_BYTES: u64 = 32 << 20;

/// Builds the image. Blocks for as long as it takes: seconds, and the download at the first time.
pub fn build(options: &BuildOptions, progress: &dyn Progress) -> std::result::Result<BuiltImage, BuildError> {
    let platform = Platform::of(options.architecture);
    let mut steps = Steps::new(progress, 7);
    let work = WorkDirectory::take(&options.work_dir)?;

    steps.next("Getting Debian packages");
    let request = packages::Request {
        image: "fogbank-tiny".to_owned(),
        architecture: platform.debian.to_owned(),
        roots: platform.packages().map(str::to_owned).collect(),
        with: Dependencies::Libraries,
        release: None,
    };
    let cached = packages::fetch(&request, &options.package_cache, work.path())?;

    steps.next(&format!("Unpacking {} packages", cached.len()));
    let unpacked = cached.unpack(&work.path().join("packages"))?;
    let modules = Modules::read(&unpacked)?;

    steps.next("Laying out the root file system");
    let layout = Layout::of(DISK_BYTES, &[BOOT_BYTES]);
    let root = root::tree(&platform, &unpacked, &modules, &options.version, layout.root.sectors())?;

    steps.next("Writing the root file system");
    let name = format!("fogbank-tiny-{}-{}", options.version, options.architecture.as_str());
    let scratch = work.path().join("scratch");
    fs::create_dir_all(&scratch).at("Preparing the root file system", &scratch)?;
    let root_image = work.path().join("root.ext4");
    let root_id = Guid::derived(&format!("{name} root"));
    // Grown to 8 GiB there is room for 260,000 files.
    let ext4 = Ext4 { label: "fogbank-root", id: root_id, bytes: layout.root.bytes(), bytes_per_inode: 32_768 };
    ext4.write(&root, &root_image, &scratch)?;

    steps.next("Writing the boot partition");
    let boot_image = work.path().join("boot.fat");
    boot::write(&platform, &unpacked, &modules, &name, layout.others[0], &scratch, &boot_image)?;

    steps.next("Putting the disk together");
    let disk = work.path().join("disk.raw");
    // Numbered as on Debian's and Ubuntu's images: the root is the first partition and lies last, so that it can grow.
    let partitions = [
        Partition {
            number: 15,
            kind: gpt::EFI_SYSTEM,
            id: Guid::derived(&format!("{name} boot partition")),
            name: "fogbank-boot",
            attributes: gpt::LEGACY_BOOTABLE,
            extent: layout.others[0],
            content: &boot_image,
        },
        Partition {
            number: 1,
            kind: platform.root_kind,
            id: Guid::derived(&format!("{name} root partition")),
            // The initrd looks for this name.
            name: "fogbank-root",
            attributes: 0,
            extent: layout.root,
            content: &root_image,
        },
    ];
    let boot_code = boot::bios_code(&platform, &unpacked)?;
    let table = Table { id: Guid::derived(&format!("{name} disk")), boot_code: &boot_code, partitions: &partitions };
    disk::assemble(&table, DISK_BYTES, &disk)?;

    steps.next("Reading the disk's digest");
    let digest = raw::digest(&disk).at("Reading the disk's digest", &disk)?;
    disk::publish(&disk, &options.out)?;

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
