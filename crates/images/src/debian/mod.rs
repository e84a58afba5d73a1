//! *debian-12*: Debian as on Amazon's own images of it, with stock cloud-init that finds EC2 by itself.
//!
//! ```text
//!  apt (private configuration) ──► packages ──► a repository of these only
//!                                                 │
//!                                             mmdebstrap: installs them, their own scripts run
//!                                                 ▼
//!                                              archive ──► tree: less the build's traces, with our few files
//!                                                            │
//!             GRUB for BIOS ── EFI system partition ── root (ext4)
//!                         └──────────────┴────────────────┘
//!                                        ▼
//!                          disk with a GPT, renamed to `out`
//! ```
//!
//! The same packages give the same disk: all that is made gets the time of the newest package, which is also the date in
//! the image's name. Files of our own are in `crates/images/debian/`; everything else is as the packages install it.

mod boot;
mod bootstrap;
mod packages;
mod root;

use std::fs;

use model::instance::{Architecture, BootMode};

use crate::{
    archive,
    disk::{self, Layout},
    error::{At, BuildError},
    ext4::Ext4,
    fat::Fat,
    gpt::{self, Guid, Partition, Table},
    image::{BuildOptions, BuiltImage},
    packages::{Dependencies, Request, fetch},
    progress::{Progress, Steps},
    raw, repository,
    work::WorkDirectory,
};
use packages::{RELEASE, VERSION};
use root::FileSystems;

/// As large as Amazon's.
const DISK_BYTES: u64 = 8 << 30;
const BIOS_BYTES: u64 = 1 << 20;
const EFI_BYTES: u64 = 63 << 20;

/// Builds the image. Blocks for as long as it takes: a minute or two, and the download at the first time. Its version
/// is a date: that of the newest package. `options.version` is not asked.
pub fn build(options: &BuildOptions, progress: &dyn Progress) -> std::result::Result<BuiltImage, BuildError> {
    if options.architecture != Architecture::X86_64 || cfg!(not(target_arch = "x86_64")) {
        return Err(BuildError::Refused {
            attempt: format!("Building debian-{VERSION} for {}", options.architecture.as_str()),
            reason: "its installation runs the packages' own programs, and is made for x86_64 on x86_64".to_owned(),
            remedy: "build debian-12 for x86_64, or fogbank-tiny for this architecture".to_owned(),
        });
    }
    let mut steps = Steps::new(progress, 7 + bootstrap::STEPS);
    let work = WorkDirectory::take(&options.work_dir)?;
    let directory = |name: &str| {
        let path = work.path().join(name);
        fs::create_dir(&path).at("Preparing the work directory", &path).map(|()| path)
    };

    steps.next("Getting Debian packages");
    let request = Request {
        image: format!("debian-{VERSION}"),
        architecture: "amd64".to_owned(),
        roots: packages::roots(),
        with: Dependencies::All,
        release: Some(RELEASE.to_owned()),
    };
    let cached = fetch(&request, &options.package_cache, work.path())?;

    steps.next(&format!("Listing {} packages", cached.len()));
    let repository = repository::make(&cached, &directory("repository")?)?;
    let name = format!("debian-{VERSION}-{}-{}", options.architecture.as_str(), day(repository.newest));

    let tar = work.path().join("root.tar");
    bootstrap::run(&repository, work.path(), &tar, &mut steps)?;

    steps.next("Laying out the root file system");
    let contents = directory("contents")?;
    let mut tree = archive::read(&tar, &contents)?;
    let kernel = boot::kernel(&tree)?;
    let layout = Layout::of(DISK_BYTES, &[BIOS_BYTES, EFI_BYTES]);
    let (bios_extent, efi_extent) = (layout.others[0], layout.others[1]);
    let bios = boot::bios(&tree, bios_extent)?;
    let root_id = Guid::derived(&format!("{name} root"));
    let efi_id = Guid::derived(&format!("{name} EFI")).text()[..8].to_owned();
    let file_systems =
        FileSystems { root: root_id, efi: format!("{}-{}", &efi_id[..4], &efi_id[4..]).to_ascii_uppercase() };
    root::finish(&mut tree, &kernel, &file_systems, repository.newest)?;

    steps.next("Writing the root file system");
    let scratch = directory("files")?;
    let root_image = work.path().join("root.ext4");
    // The usual number of files.
    let ext4 = Ext4 { label: "root", id: root_id, bytes: layout.root.bytes(), bytes_per_inode: 16_384 };
    ext4.write(&tree, &root_image, &scratch)?;

    steps.next("Putting the disk together");
    let efi_image = work.path().join("efi.fat");
    let id = u32::from_str_radix(&efi_id, 16).expect("a hex number");
    boot::write_efi(&tree, &Fat { label: "EFI", id, extent: efi_extent }, root_id, &scratch, &efi_image)?;
    let bios_image = work.path().join("bios");
    fs::write(&bios_image, &bios.core).at("Making the boot loader for BIOS", &bios_image)?;
    // Numbered as on Debian's own images.
    let partition = |number, kind, name, extent, content| Partition {
        number,
        kind,
        id: Guid::derived(&format!("debian-{VERSION} {number}")),
        name,
        attributes: 0,
        extent,
        content,
    };
    let partitions = [
        partition(14, gpt::BIOS_BOOT, "bios", bios_extent, bios_image.as_path()),
        partition(15, gpt::EFI_SYSTEM, "efi", efi_extent, efi_image.as_path()),
        partition(1, gpt::ROOT_X86_64, "root", layout.root, root_image.as_path()),
    ];
    let disk = work.path().join("disk.raw");
    let id = Guid::derived(&format!("{name} disk"));
    let table = Table { id, boot_code: &bios.boot_code, partitions: &partitions };
    disk::assemble(&table, DISK_BYTES, &disk)?;

    steps.next("Reading the disk's digest");
    let digest = raw::digest(&disk).at("Reading the disk's digest", &disk)?;
    disk::publish(&disk, &options.out)?;

    Ok(BuiltImage {
        description: format!("Debian {VERSION} ({RELEASE}), {}", options.architecture.as_str()),
        name,
        architecture: options.architecture,
        raw: options.out.clone(),
        virtual_size: DISK_BYTES,
        digest,
        root_device_name: "/dev/xvda".to_owned(),
        // By UEFI it boots just as well, and later.
        boot_mode: BootMode::LegacyBios,
        login: "admin".to_owned(),
    })
}

/// The day of a time in seconds since 1970, as `20261031`.
fn day(seconds: u32) -> String {
    let time = jiff::Timestamp::from_second(seconds.into()).expect("of these years");
    time.strftime("%Y%m%d").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_the_calendar() {
        for (seconds, expected) in
            [(0, "19700101"), (951_782_400, "20000229"), (1_735_689_599, "20241231"), (1_793_404_800, "20261031")]
        {
            assert_eq!(day(seconds), expected);
        }
    }
}
