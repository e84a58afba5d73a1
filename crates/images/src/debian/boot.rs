//! GRUB: from a partition of its own by BIOS, and from the EFI system partition, by way of a signed shim, by UEFI. Both
//! go on with the menu in the root file system, which the system itself writes anew with each kernel.

use std::{fs, path::Path};

use crate::{
    error::{At, BuildError, Result},
    fat::Fat,
    gpt::{Extent, Guid},
    tree::{Content, Node, Tree},
};

/// Where the first sector of GRUB's core says what follows it, and where the boot code says where that sector is.
const CORE_LIST: usize = 500;
const BOOT_CORE: usize = 0x5c;
/// Two bytes that make the boot code doubt the drive that the BIOS names: right for floppy disks only.
const BOOT_DOUBT: usize = 0x66;
const NO_OPERATION: [u8; 2] = [0x90, 0x90];
const BOOT_CODE: usize = 440;
const SECTOR: usize = 512;

/// What the kernel is told. The last console is the one that programs write to.
pub(super) const COMMAND_LINE: &str = "console=tty0 console=ttyS0,115200n8 consoleblank=0";

/// The master boot record's code, and what goes into the partition for BIOS, at `extent`.
pub(super) struct Bios {
    pub(super) boot_code: Vec<u8>,
    pub(super) core: Vec<u8>,
}

/// Makes GRUB for BIOS from what the new system made, as `grub-bios-setup` would on a running one.
pub(super) fn bios(tree: &Tree, extent: Extent) -> Result<Bios> {
    let mut boot_code = file(tree, "boot/grub/i386-pc/boot.img")?;
    boot_code.truncate(BOOT_CODE);
    let mut core = file(tree, "boot/grub/i386-pc/core.img")?;
    let sectors = core.len().div_ceil(SECTOR);
    core.resize(sectors * SECTOR, 0);
    let odd = |reason: &str| BuildError::Refused {
        attempt: "Making the boot loader for BIOS".to_owned(),
        reason: reason.to_owned(),
        remedy: "report this with the version of the package grub-pc-bin".to_owned(),
    };
    if boot_code.len() < BOOT_CODE || core.len() as u64 > extent.bytes() {
        return Err(odd(&format!("boot code of {} bytes, a core of {}", boot_code.len(), core.len())));
    }
    let listed = u16::from_le_bytes([core[CORE_LIST + 8], core[CORE_LIST + 9]]);
    if usize::from(listed) != sectors - 1 {
        return Err(odd(&format!("its core lists {listed} of {} sectors", sectors - 1)));
    }
    core[CORE_LIST..CORE_LIST + 8].copy_from_slice(&(extent.first_sector + 1).to_le_bytes());
    boot_code[BOOT_CORE..BOOT_CORE + 8].copy_from_slice(&extent.first_sector.to_le_bytes());
    boot_code[BOOT_DOUBT..BOOT_DOUBT + 2].copy_from_slice(&NO_OPERATION);
    Ok(Bios { boot_code, core })
}

/// Writes the EFI system partition, laid out as `grub-install --force-extra-removable` does. `root` names the root file
/// system.
pub(super) fn write_efi(tree: &Tree, fat: &Fat<'_>, root: Guid, scratch: &Path, image: &Path) -> Result<()> {
    let put = |name: &str, content: &[u8]| {
        let path = scratch.join(name);
        fs::write(&path, content).at("Making the boot partition", &path).map(|()| path)
    };
    let shim = put("shim", &file(tree, "usr/lib/shim/shimx64.efi.signed")?)?;
    let grub = put("grub", &file(tree, "usr/lib/grub/x86_64-efi-signed/grubx64.efi.signed")?)?;
    let menu = put(
        "grub.cfg",
        format!("search.fs_uuid {} root\nset prefix=($root)'/boot/grub'\nconfigfile $prefix/grub.cfg\n", root.text())
            .as_bytes(),
    )?;
    fat.write(
        &[
            ("EFI/BOOT/BOOTX64.EFI", shim.clone()),
            ("EFI/BOOT/grubx64.efi", grub.clone()),
            ("EFI/debian/shimx64.efi", shim),
            ("EFI/debian/grubx64.efi", grub),
            ("EFI/debian/grub.cfg", menu),
        ],
        image,
    )
}

/// The first menu: one entry, at once.
pub(super) fn menu(kernel: &str, root: Guid) -> String {
    let root = root.text();
    format!(
        "# The menu of the image's first boot. update-grub writes another one in its place.\n\
         set timeout=0\n\
         menuentry 'Debian GNU/Linux' {{\n\
         \tsearch --no-floppy --fs-uuid --set=root {root}\n\
         \tlinux /boot/vmlinuz-{kernel} root=UUID={root} ro {COMMAND_LINE}\n\
         \tinitrd /boot/initrd.img-{kernel}\n\
         }}\n"
    )
}

/// The release of the one kernel that is installed.
pub(super) fn kernel(tree: &Tree) -> Result<String> {
    let mut found = tree.entries().filter_map(|(path, _)| path.strip_prefix("boot/vmlinuz-"));
    found.next().map(str::to_owned).ok_or_else(|| BuildError::NotInPackages { wanted: "boot/vmlinuz-*".into() })
}

fn file(tree: &Tree, path: &str) -> Result<Vec<u8>> {
    match tree.get(path).map(|entry| &entry.node) {
        Some(Node::File(content @ (Content::At(_) | Content::Bytes(_)))) => content.read(),
        _ => Err(BuildError::NotInPackages { wanted: path.to_owned() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boot_code_and_core_name_each_others_places() {
        let mut tree = Tree::default();
        let mut core = vec![7; 3 * SECTOR + 1];
        core[CORE_LIST + 8..CORE_LIST + 10].copy_from_slice(&3u16.to_le_bytes());
        tree.file("boot/grub/i386-pc/boot.img", 0o644, vec![9; SECTOR]);
        tree.file("boot/grub/i386-pc/core.img", 0o644, core.clone());
        let extent = Extent { first_sector: 2048, end_sector: 4096 };
        let bios = bios(&tree, extent).expect("fits");
        assert_eq!((bios.boot_code.len(), bios.core.len()), (BOOT_CODE, 4 * SECTOR));
        assert_eq!(bios.boot_code[BOOT_CORE..BOOT_CORE + 8], 2048u64.to_le_bytes());
        assert_eq!(bios.core[CORE_LIST..CORE_LIST + 8], 2049u64.to_le_bytes());

        core[CORE_LIST + 8] = 2;
        tree.file("boot/grub/i386-pc/core.img", 0o644, core);
        let error = super::bios(&tree, extent).err().expect("a core that lists too little");
        assert!(error.to_string().contains("lists 2 of 3 sectors"), "{error}");
    }
}
