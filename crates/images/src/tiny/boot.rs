//! The boot partition: kernel, initrd, and what loads them: syslinux by BIOS, systemd-boot by UEFI.

use std::{fs, path::Path};

use super::{initrd, platform::Platform};
use crate::{
    command::Tool,
    error::{At, Result},
    fat::Fat,
    gpt::{Extent, Guid},
    kernel_modules::Modules,
    packages::Unpacked,
};

/// What the kernel is told. The last console is the one that programs write to.
fn command_line(platform: &Platform) -> String {
    format!("console=tty0 console={},115200n8 quiet panic=10 cryptomgr.notests", platform.serial)
}

pub(super) fn write(
    platform: &Platform,
    packages: &Unpacked,
    modules: &Modules,
    name: &str,
    extent: Extent,
    scratch: &Path,
    image: &Path,
) -> Result<()> {
    let text = |file: &str, content: &[u8]| {
        let path = scratch.join(file);
        fs::write(&path, content).at("Making the boot partition", &path).map(|()| path)
    };
    let options = command_line(platform);
    let initrd = text("initrd", &initrd::archive(platform, packages, modules)?)?;
    let kernel = packages.file(&format!("boot/vmlinuz-{}", modules.release))?;
    let loader = text("loader.conf", b"timeout 0\ndefault fogbank\n")?;
    let entry = format!("title fogbank-tiny\nlinux /vmlinuz\ninitrd /initrd\noptions {options}\n");
    let entry = text("fogbank.conf", entry.as_bytes())?;
    let (efi_path, efi_name) = platform.efi_loader;
    let efi_name = format!("EFI/BOOT/{efi_name}");
    let mut files = vec![
        ("vmlinuz", kernel),
        ("initrd", initrd),
        (efi_name.as_str(), packages.file(efi_path)?),
        ("loader/loader.conf", loader),
        ("loader/entries/fogbank.conf", entry),
    ];
    if platform.bios {
        let menu = format!(
            "DEFAULT fogbank\nPROMPT 0\nTIMEOUT 0\nLABEL fogbank\nLINUX /vmlinuz\nINITRD /initrd\nAPPEND {options}\n"
        );
        files.push(("syslinux.cfg", text("syslinux.cfg", menu.as_bytes())?));
    }
    // Four bytes that name the file system.
    let id = Guid::derived(&format!("{name} boot")).text();
    let id = u32::from_str_radix(&id[..8], 16).expect("a hex number");
    let fat = Fat { label: "FOGBANKBOOT", id, extent };
    fat.write(&files, image)?;
    if platform.bios {
        // The variant that works on a file, by mtools, as any user.
        Tool::new("Installing the boot loader for BIOS", "syslinux").arg("--install").arg(image).run()?;
    }
    Ok(())
}

/// The code of the master boot record: starts what is on the partition that is marked for it.
pub(super) fn bios_code(platform: &Platform, packages: &Unpacked) -> Result<Vec<u8>> {
    if !platform.bios {
        return Ok(Vec::new());
    }
    let path = packages.file("usr/lib/SYSLINUX/gptmbr.bin")?;
    fs::read(&path).at("Reading the boot code", &path)
}
