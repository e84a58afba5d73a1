//! Writes a file tree as the kernel's initial RAM file system: a cpio archive in the `newc` format.

use crate::{
    command::EPOCH,
    error::Result,
    tree::{Node, Tree},
};

const DIRECTORY: u32 = 0o040_000;
const REGULAR: u32 = 0o100_000;
const LINK: u32 = 0o120_000;

/// The archive, uncompressed: under emulation, reading more bytes costs less than unpacking fewer.
pub(crate) fn archive(tree: &Tree) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    for (inode, (path, entry)) in (1..).zip(tree.entries()) {
        let (kind, content) = match &entry.node {
            Node::Directory => (DIRECTORY, Vec::new()),
            Node::File(content) => (REGULAR, content.read()?),
            Node::Symlink(target) => (LINK, target.clone().into_bytes()),
        };
        member(&mut out, inode, kind | entry.mode, (entry.uid, entry.gid), path, &content);
    }
    member(&mut out, 0, 0, (0, 0), "TRAILER!!!", &[]);
    // The kernel takes archives in sectors.
    out.resize(out.len().next_multiple_of(512), 0);
    Ok(out)
}

fn member(out: &mut Vec<u8>, inode: u32, mode: u32, owner: (u32, u32), path: &str, content: &[u8]) {
    let size = u32::try_from(content.len()).expect("files of an initrd are small");
    let name_size = u32::try_from(path.len() + 1).expect("paths are short");
    let fields = [inode, mode, owner.0, owner.1, 1, EPOCH, size, 0, 0, 0, 0, name_size, 0];
    out.extend_from_slice(b"070701");
    for field in fields {
        out.extend_from_slice(format!("{field:08x}").as_bytes());
    }
    out.extend_from_slice(path.as_bytes());
    out.push(0);
    out.resize(out.len().next_multiple_of(4), 0);
    out.extend_from_slice(content);
    out.resize(out.len().next_multiple_of(4), 0);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_archive_has_aligned_members_and_a_trailer() {
        let mut tree = Tree::default();
        tree.file("a/init", 0o755, "#!/bin/sh\n");
        tree.symlink("sh", "busybox");
        let archive = archive(&tree).expect("nothing to read");
        assert_eq!(archive.len() % 512, 0);
        let text = String::from_utf8_lossy(&archive);
        let names: Vec<&str> = text.match_indices("070701").map(|(at, _)| &text[at + 110..]).collect();
        assert!(names[0].starts_with("a\0") && names[1].starts_with("a/init\0"));
        assert!(names[2].starts_with("sh\0") && names[3].starts_with("TRAILER!!!\0"));
        assert!(text.match_indices("070701").all(|(at, _)| at % 4 == 0));
        assert!(text.contains("#!/bin/sh\n") && text.contains("busybox"));
    }
}
