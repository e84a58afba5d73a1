//! Reads a tar archive, in the format of POSIX (pax) that GNU tar writes, as a file tree.
//!
//! Owners, modes, times and extended attributes come with it though this process may be an ordinary user. Devices are
//! left out: a kernel makes its own.

use std::{
    fs::File,
    io::{self, BufReader, Read},
    path::Path,
};

use crate::{
    error::{At, BuildError, Result},
    tree::{Content, Node, Tree},
};

const BLOCK: usize = 512;
const ATTEMPT: &str = "Reading the new system's files";

/// The tree of an archive. The content of its files goes to `contents`, an empty directory.
pub(crate) fn read(archive: &Path, contents: &Path) -> Result<Tree> {
    let file = File::open(archive).at(ATTEMPT, archive)?;
    let mut reader = Reader { input: BufReader::with_capacity(1 << 20, file) };
    let mut tree = Tree::default();
    let mut number = 0u32;
    while let Some(member) = reader.next().at(ATTEMPT, archive)? {
        let node = match member.kind {
            Kind::Directory => Node::Directory,
            Kind::Link => Node::Symlink(member.target),
            Kind::Device => continue,
            Kind::File => {
                number += 1;
                let path = contents.join(number.to_string());
                let mut out = File::create(&path).at(ATTEMPT, &path)?;
                reader.content(member.size, &mut out).at(ATTEMPT, &path)?;
                Node::File(Content::At(path))
            }
            // Becomes a file of its own with the same content.
            Kind::HardLink => match tree.get(&member.target) {
                Some(entry) => entry.node.clone(),
                None => return Err(odd(&format!("`{}` links to nothing", member.path))),
            },
            Kind::Other(kind) => return Err(odd(&format!("`{}` is of the kind `{kind}`", member.path))),
        };
        // The root itself is there.
        if member.path.is_empty() {
            continue;
        }
        let entry = tree.put(&member.path, member.mode, node);
        (entry.uid, entry.gid, entry.modified) = (member.uid, member.gid, member.modified);
        entry.attributes = member.attributes;
    }
    Ok(tree)
}

fn odd(reason: &str) -> BuildError {
    BuildError::Refused {
        attempt: ATTEMPT.to_owned(),
        reason: reason.to_owned(),
        remedy: "report this with the release of Debian that it was built from".to_owned(),
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    File,
    HardLink,
    Link,
    Directory,
    Device,
    Other(char),
}

struct Member {
    /// Without `./` before it or a slash behind it.
    path: String,
    target: String,
    kind: Kind,
    mode: u32,
    uid: u32,
    gid: u32,
    modified: u32,
    size: u64,
    attributes: Vec<(String, Vec<u8>)>,
}

struct Reader<R> {
    input: R,
}

impl<R: Read> Reader<R> {
    /// The next member, whose content is then to be read if it is a file; `None` at the end.
    fn next(&mut self) -> io::Result<Option<Member>> {
        // Fields of the next member that don't fit its header, from a header before it.
        let mut extended = Vec::new();
        loop {
            let mut header = [0; BLOCK];
            self.input.read_exact(&mut header)?;
            if header == [0; BLOCK] {
                return Ok(None);
            }
            let size = number(&header[124..136])?;
            match header[156] {
                b'x' => {
                    let mut bytes = Vec::new();
                    self.content(size, &mut bytes)?;
                    extended = records(&bytes)?;
                }
                // For all members: nothing that matters here.
                b'g' => self.content(size, &mut io::sink())?,
                _ => return member(&header, extended).map(Some),
            }
        }
    }

    /// Copies the content of the member and goes on to the next.
    fn content(&mut self, size: u64, out: &mut impl io::Write) -> io::Result<()> {
        if io::copy(&mut self.input.by_ref().take(size), out)? != size {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let padding = size.next_multiple_of(BLOCK as u64) - size;
        io::copy(&mut self.input.by_ref().take(padding), &mut io::sink()).map(drop)
    }
}

fn member(header: &[u8; BLOCK], extended: Vec<(String, Vec<u8>)>) -> io::Result<Member> {
    let kind = match header[156] {
        0 | b'0' => Kind::File,
        b'1' => Kind::HardLink,
        b'2' => Kind::Link,
        b'3' | b'4' | b'6' => Kind::Device,
        b'5' => Kind::Directory,
        other => Kind::Other(char::from(other)),
    };
    let mut path = text(&header[..100])?;
    let prefix = text(&header[345..500])?;
    if !prefix.is_empty() {
        path = format!("{prefix}/{path}");
    }
    let mut member = Member {
        path,
        target: text(&header[157..257])?,
        kind,
        mode: small(number(&header[100..108])?)? & 0o7777,
        uid: small(number(&header[108..116])?)?,
        gid: small(number(&header[116..124])?)?,
        modified: small(number(&header[136..148])?)?,
        size: number(&header[124..136])?,
        attributes: Vec::new(),
    };
    for (key, value) in extended {
        let as_text = || String::from_utf8(value.clone()).map_err(|_| malformed());
        match key.as_str() {
            "path" => member.path = as_text()?,
            "linkpath" => member.target = as_text()?,
            "size" => member.size = as_text()?.parse().map_err(|_| malformed())?,
            "uid" => member.uid = as_text()?.parse().map_err(|_| malformed())?,
            "gid" => member.gid = as_text()?.parse().map_err(|_| malformed())?,
            // With a fraction of a second, which is dropped.
            "mtime" => {
                let seconds = as_text()?;
                member.modified = seconds.split('.').next().unwrap_or("").parse().map_err(|_| malformed())?;
            }
            _ => {
                if let Some(name) = key.strip_prefix("SCHILY.xattr.") {
                    member.attributes.push((name.to_owned(), value));
                }
            }
        }
    }
    member.path = tidy(&member.path);
    if kind == Kind::HardLink {
        member.target = tidy(&member.target);
    }
    Ok(member)
}

fn tidy(path: &str) -> String {
    path.strip_prefix('.')
        .filter(|rest| rest.is_empty() || rest.starts_with('/'))
        .unwrap_or(path)
        .trim_matches('/')
        .to_owned()
}

/// Records of an extended header: `LENGTH KEY=VALUE`, where the length is that of all of it with its end of line.
fn records(mut bytes: &[u8]) -> io::Result<Vec<(String, Vec<u8>)>> {
    let mut records = Vec::new();
    while !bytes.is_empty() {
        let space = bytes.iter().position(|byte| *byte == b' ').ok_or_else(malformed)?;
        let length: usize =
            str::from_utf8(&bytes[..space]).ok().and_then(|digits| digits.parse().ok()).ok_or_else(malformed)?;
        let record =
            bytes.get(space + 1..length).and_then(|record| record.strip_suffix(b"\n")).ok_or_else(malformed)?;
        let equals = record.iter().position(|byte| *byte == b'=').ok_or_else(malformed)?;
        let key = str::from_utf8(&record[..equals]).map_err(|_| malformed())?;
        records.push((key.to_owned(), record[equals + 1..].to_vec()));
        bytes = &bytes[length..];
    }
    Ok(records)
}

/// An octal number, ended by a space or a zero byte.
fn number(field: &[u8]) -> io::Result<u64> {
    let digits = text(field)?;
    let digits = digits.trim();
    if digits.is_empty() { Ok(0) } else { u64::from_str_radix(digits, 8).map_err(|_| malformed()) }
}

fn small(number: u64) -> io::Result<u32> {
    u32::try_from(number).map_err(|_| malformed())
}

fn text(field: &[u8]) -> io::Result<String> {
    let end = field.iter().position(|byte| *byte == 0).unwrap_or(field.len());
    String::from_utf8(field[..end].to_vec()).map_err(|_| malformed())
}

fn malformed() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "the archive is malformed")
}

#[cfg(test)]
mod tests {
    use std::{fs, process::Command};

    use super::*;

    #[test]
    fn an_archive_of_gnu_tar_is_read_whole() {
        let directory = tempfile::tempdir().expect("a directory");
        let root = directory.path().join("root");
        let long = format!("{}/file with a space", "a-long-name-".repeat(12));
        let script = format!(
            "mkdir -p '{long}' && rmdir '{long}' && printf hello >'{long}' && chmod 4750 '{long}' && \
             ln -s ../elsewhere link && ln '{long}' hard && mkdir -m 1777 tmp && mkfifo pipe && : >empty"
        );
        fs::create_dir(&root).expect("made");
        let shell = |script: &str| {
            let status = Command::new("sh").args(["-ec", script]).current_dir(&root).status().expect("sh runs");
            assert!(status.success(), "{script}");
        };
        shell(&script);
        shell(
            "tar --sort=name --format=pax --pax-option=delete=atime,delete=ctime --mtime=@1000000000.5 --owner=:70000 \
             --group=:42 --numeric-owner -cf ../a.tar .",
        );
        let contents = directory.path().join("contents");
        fs::create_dir(&contents).expect("made");
        let tree = read(&directory.path().join("a.tar"), &contents).expect("read");
        let shown: Vec<String> = tree
            .entries()
            .map(|(path, entry)| {
                let node = match &entry.node {
                    Node::Directory => "/".to_owned(),
                    Node::File(content) => String::from_utf8(content.read().expect("there")).expect("text"),
                    Node::Symlink(target) => format!("-> {target}"),
                };
                format!("{path} {:o} {}:{} {} {node}", entry.mode, entry.uid, entry.gid, entry.modified)
            })
            .collect();
        let parent = long.rsplit_once('/').expect("a directory").0;
        assert_eq!(
            shown,
            [
                format!("{parent} 755 70000:42 1000000000 /"),
                format!("{long} 4750 70000:42 1000000000 hello"),
                "empty 644 70000:42 1000000000 ".to_owned(),
                "hard 4750 70000:42 1000000000 hello".to_owned(),
                "link 777 70000:42 1000000000 -> ../elsewhere".to_owned(),
                "tmp 1777 70000:42 1000000000 /".to_owned(),
            ]
        );
    }

    #[test]
    fn attributes_may_hold_any_bytes() {
        let record = records(b"39 SCHILY.xattr.security.capability=\n\n\n12 path=a=b\n");
        let expected = [("SCHILY.xattr.security.capability", &b"\n\n"[..]), ("path", b"a=b")];
        let found = record.expect("well formed");
        assert!(found.iter().map(|(key, value)| (key.as_str(), value.as_slice())).eq(expected), "{found:?}");
        for wrong in [&b"5 a=b"[..], b"99 a=b\n", b"x a=b\n", b"6 ab \n"] {
            assert!(records(wrong).is_err());
        }
    }
}
