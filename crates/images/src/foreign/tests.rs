//! Disks as `qemu-img` and others write them, and as nobody should.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::atomic::AtomicBool,
};

use vault::Source;

use super::{Format, Limits, serve, write};

struct Place {
    folder: tempfile::TempDir,
}

/// A folder with `content.raw`: 3 MiB with something at the start, the middle and the end. `None` without `qemu-img`.
fn place() -> Option<Place> {
    if Command::new("qemu-img").arg("--version").output().is_err() {
        println!("skipped: this machine has no qemu-img; scripts/install-deps.sh installs it");
        return None;
    }
    let place = Place { folder: tempfile::tempdir().unwrap() };
    let mut content = vec![0; 3 << 20];
    for (at, text) in [(0, b"start"), (1_500_000, b"in it"), ((3 << 20) - 5, b"ended")] {
        content[at..at + 5].copy_from_slice(text);
    }
    fs::write(place.file("content.raw"), content).unwrap();
    Some(place)
}

impl Place {
    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn qemu_img(&self, arguments: &str) {
        let status =
            Command::new("qemu-img").args(arguments.split(' ')).current_dir(self.folder.path()).output().unwrap();
        assert!(status.status.success(), "{arguments}: {}", String::from_utf8_lossy(&status.stderr));
    }

    /// Reads all of a disk into `out.raw`.
    fn read(&self, name: &str, said: Option<Format>) -> Result<(Format, u64), String> {
        let sockets = self.file("sockets");
        fs::create_dir_all(&sockets).unwrap();
        let read = || {
            let foreign =
                serve(&self.file(name), said, Limits::default(), &sockets).map_err(|error| error.to_string())?;
            let content = foreign.content().map_err(|error| error.to_string())?;
            let mut bytes = vec![0; usize::try_from(content.size_bytes()).unwrap()];
            content.read_exact_at(&mut bytes, 0).map_err(|error| foreign.why(&error))?;
            fs::write(self.file("out.raw"), bytes).unwrap();
            Ok((foreign.format, foreign.size_bytes))
        };
        let read = read();
        assert_eq!(fs::read_dir(sockets).unwrap().count(), 0, "a socket was left");
        read
    }

    fn is_the_content(&self) {
        let (content, out) = (fs::read(self.file("content.raw")).unwrap(), fs::read(self.file("out.raw")).unwrap());
        // A VHD is a little larger than asked for, by its geometry.
        assert!(out.starts_with(&content) && out[content.len()..].iter().all(|byte| *byte == 0));
        fs::remove_file(self.file("out.raw")).unwrap();
    }
}

fn write_tar(out: &Path, files: &[(&str, &Path)]) {
    let mut tar = Vec::new();
    for (name, path) in files {
        let content = fs::read(path).unwrap();
        let mut header = [0; 512];
        header[..name.len()].copy_from_slice(name.as_bytes());
        header[124..135].copy_from_slice(format!("{:011o}", content.len()).as_bytes());
        header[156] = b'0';
        header[257..262].copy_from_slice(b"ustar");
        tar.extend_from_slice(&header);
        tar.extend_from_slice(&content);
        tar.resize(tar.len().next_multiple_of(512), 0);
    }
    tar.resize(tar.len() + 1024, 0);
    fs::write(out, tar).unwrap();
}

#[test]
fn disks_of_all_forms_are_taken() {
    let Some(place) = place() else { return };
    let forms = [
        ("-O qcow2", Format::Qcow2),
        ("-O qcow2 -c -o compat=0.10", Format::Qcow2),
        ("-O vmdk -o subformat=monolithicSparse", Format::Vmdk),
        ("-O vmdk -o subformat=streamOptimized", Format::Vmdk),
        ("-O vpc -o subformat=dynamic,force_size=on", Format::Vhd),
        ("-O vpc -o subformat=fixed,force_size=on", Format::Vhd),
        ("-O vhdx", Format::Vhdx),
        ("-O raw", Format::Raw),
    ];
    for (form, format) in forms {
        place.qemu_img(&format!("convert -f raw {form} content.raw disk"));
        assert_eq!(place.read("disk", None), Ok((format, 3 << 20)), "{form}");
        place.is_the_content();
        assert_eq!(place.read("disk", Some(format)), Ok((format, 3 << 20)), "{form}");
        place.is_the_content();
    }
    place.qemu_img("convert -f raw -O vmdk -o subformat=streamOptimized content.raw disk.vmdk");
    fs::write(place.file("disk.ovf"), "<Envelope/>").unwrap();
    let (description, disk) = (place.file("disk.ovf"), place.file("disk.vmdk"));
    write_tar(&place.file("disk.ova"), &[("disk.ovf", &description), ("disk.vmdk", &disk)]);
    assert_eq!(place.read("disk.ova", None), Ok((Format::Ova, 3 << 20)));
    place.is_the_content();
    write_tar(&place.file("two.ova"), &[("one.vmdk", &disk), ("two.vmdk", &disk)]);
    let refused = place.read("two.ova", None).unwrap_err();
    assert_eq!(refused, "the ova file is damaged: it has more than one disk; import them one by one");
}

#[test]
fn disks_that_lean_on_other_files_are_refused() {
    let Some(place) = place() else { return };
    fs::write(place.file("secret"), "root:!:19000:0:99999:7:::\n").unwrap();
    let cases = [
        ("create -q -f qcow2 -b content.raw -F raw disk", "its backing file"),
        ("create -q -u -f qcow2 -b secret -F raw disk 1M", "its backing file"),
        ("create -q -f qcow2 -o data_file=data disk 1M", "an external data file"),
        ("create -q -f vmdk -o subformat=twoGbMaxExtentSparse disk.vmdk 1M", "a VMDK of several files"),
        ("create -q -f vmdk -o subformat=monolithicFlat disk.vmdk 1M", "a VMDK of several files"),
    ];
    for (made_by, why) in cases {
        place.qemu_img(made_by);
        let name = if made_by.contains("disk.vmdk") { "disk.vmdk" } else { "disk" };
        let refused = place.read(name, None).unwrap_err();
        assert_eq!(refused, format!("the disk leans on another file ({why}); give one that holds all of it"));
        fs::remove_file(place.file(name)).unwrap();
    }
    // A sparse VMDK whose descriptor was changed to name a parent.
    place.qemu_img("create -q -f vmdk disk 1M");
    let mut vmdk = fs::read(place.file("disk")).unwrap();
    let at = vmdk.windows(18).position(|text| text == b"parentCID=ffffffff").unwrap();
    vmdk[at..at + 18].copy_from_slice(b"parentCID=12345678");
    fs::write(place.file("disk"), vmdk).unwrap();
    assert!(place.read("disk", None).unwrap_err().contains("(its parent)"));
}

#[test]
fn damaged_huge_and_mistaken_disks_are_refused() {
    let Some(place) = place() else { return };
    fs::write(place.file("empty"), "").unwrap();
    assert_eq!(place.read("empty", None).unwrap_err(), "the disk is empty");
    // Of 64 TiB, in a file of some hundred KiB.
    place.qemu_img("create -q -f qcow2 disk 64T");
    let refused = place.read("disk", None).unwrap_err();
    assert_eq!(refused, "a disk of 70368744177664 bytes is larger than the 17592186044416 that are allowed");
    place.qemu_img("convert -f raw -O qcow2 content.raw disk");
    let refused = place.read("disk", Some(Format::Vmdk)).unwrap_err();
    assert_eq!(refused, "the file is qcow2, not vmdk as was said");
    // Said to be raw, it is taken for what it is on the face of it.
    let length = fs::metadata(place.file("disk")).unwrap().len();
    assert_eq!(place.read("disk", Some(Format::Raw)), Ok((Format::Raw, length)));
    // Cut off at each length, and with each byte of its header changed: an answer or an error, never a hang or a panic.
    let whole = fs::read(place.file("disk")).unwrap();
    for length in [1, 4, 8, 24, 72, 103, 104, 511, 4096, 70_000] {
        fs::write(place.file("cut"), &whole[..length]).unwrap();
        let _ = place.read("cut", None);
    }
    let folder = place.read(".", None).unwrap_err();
    assert_eq!(folder, "reading the file: it is not a file");
}

#[test]
fn what_is_missing_of_a_disk_is_not_read_as_zeros() {
    let Some(place) = place() else { return };
    let damaged = |format| format!("the {format} file is damaged: it is cut off, or its tables are wrong");
    let forms = [
        ("-O qcow2", Some(damaged("qcow2"))),
        ("-O vmdk", Some(damaged("vmdk"))),
        ("-O vmdk -o subformat=streamOptimized", Some(damaged("vmdk"))),
        // QEMU tells in words of its own.
        ("-O vpc", None),
        ("-O vhdx", None),
    ];
    for (form, expected) in forms {
        place.qemu_img(&format!("convert -f raw {form} content.raw whole"));
        let whole = fs::read(place.file("whole")).unwrap();
        fs::write(place.file("cut"), &whole[..whole.len() / 2]).unwrap();
        let refused = place.read("cut", None).expect_err(form);
        match expected {
            Some(expected) => assert_eq!(refused, expected, "{form}"),
            None => {
                let told = "Looking at the disk failed: Invalid argument; give a whole and undamaged disk, as `qemu-img check` finds it";
                let truncated = refused.contains("truncated") && !refused.contains("json:");
                assert!(refused == told || truncated, "{form}: {refused}");
            }
        }
    }
}

#[test]
fn headers_of_nonsense_are_read_without_harm() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    let magics: [&[u8]; 6] = [b"QFI\xFB", b"KDMV", b"conectix", b"vhdxfile", b"COWD", b"# Disk DescriptorFile"];
    let mut state = 1_u64;
    for round in 0..600 {
        let mut bytes = vec![0; 1024];
        for byte in &mut bytes {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            *byte = (state >> 33) as u8;
        }
        let magic = magics[round % magics.len()];
        bytes[..magic.len()].copy_from_slice(magic);
        if round % 2 == 0 {
            bytes[257..262].copy_from_slice(b"ustar");
            bytes[..4].fill(b'x');
        }
        fs::write(&path, &bytes).unwrap();
        // What matters is that it answers.
        let _ = super::recognise(&fs::File::open(&path).unwrap());
    }
}

#[test]
fn what_is_written_for_others_is_taken_again() {
    let Some(place) = place() else { return };
    let (raw, disk) = (place.file("content.raw"), place.file("disk"));
    let never = AtomicBool::new(false);
    for format in [Format::Vmdk, Format::Vhd] {
        write(&raw, format, Limits::default(), &disk, &never).unwrap();
        assert_eq!(place.read("disk", Some(format)), Ok((format, 3 << 20)));
        place.is_the_content();
        fs::remove_file(&disk).unwrap();
    }
    let refused = write(&raw, Format::Vhdx, Limits::default(), &disk, &never).unwrap_err();
    assert_eq!(refused.to_string(), "disks are not written as vhdx");
    let called_off = write(&raw, Format::Vmdk, Limits::default(), &disk, &AtomicBool::new(true)).unwrap_err();
    assert_eq!(called_off.to_string(), "stopped because it was asked to");
    assert!(!disk.exists());
}
