//! One object of a bucket, reached folder by folder without following a link, so that no name leads out of the bucket.

use std::{
    fs::File,
    io,
    os::fd::{AsFd, OwnedFd},
    path::{Path, PathBuf},
};

use control::exchange::NoPlace;
use nix::{
    errno::Errno,
    fcntl::{AT_FDCWD, OFlag, openat, renameat},
    sys::stat::{Mode, mkdirat},
    unistd::{UnlinkatFlags, unlinkat},
};

/// What an object in the making is called after its name.
const UNFINISHED: &str = ".partial";
/// The longest name that file systems take, less what is appended to one in the making.
const LONGEST_NAME: usize = 255 - UNFINISHED.len();

/// What to do about folders on the way that are not there. A bucket is never made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnTheWay {
    Make,
    /// Then there is no object.
    Leave,
}

/// Where an object lies, or may.
pub struct Object {
    folder: OwnedFd,
    name: String,
    shown: PathBuf,
}

impl Object {
    /// Goes to the object's folder. `None`: a folder on the way is not there.
    pub fn find(root: &Path, bucket: &str, key: &str, on_the_way: OnTheWay) -> Result<Option<Self>, NoPlace> {
        let parts = parts(key)?;
        let Some((name, folders)) = parts.split_last() else {
            return Err(NoPlace::BadKey(format!("'{key}' is not the name of an object")));
        };
        let failed = |path: &Path, errno: Errno| NoPlace::Failed(format!("{}: {}", path.display(), errno.desc()));
        let mut shown = root.join(bucket);
        if !matches!(self::parts(bucket).as_deref(), Ok([one]) if *one == bucket) {
            return Err(NoPlace::NoBucket);
        }
        let mut folder = openat(AT_FDCWD, root, OFlag::O_DIRECTORY | OFlag::O_CLOEXEC, Mode::empty())
            .and_then(|root| enter(&root, bucket))
            .map_err(|errno| match errno {
                Errno::ENOENT | Errno::ENOTDIR | Errno::ELOOP => NoPlace::NoBucket,
                other => failed(&shown, other),
            })?;
        for part in folders {
            shown.push(part);
            folder = match enter(&folder, part) {
                Ok(inner) => inner,
                Err(Errno::ENOENT) if on_the_way == OnTheWay::Leave => return Ok(None),
                Err(Errno::ENOENT) => match mkdirat(&folder, *part, Mode::from_bits_truncate(0o755)) {
                    Ok(()) | Err(Errno::EEXIST) => enter(&folder, part).map_err(|errno| failed(&shown, errno))?,
                    Err(errno) => return Err(failed(&shown, errno)),
                },
                Err(Errno::ENOTDIR | Errno::ELOOP) => {
                    return Err(NoPlace::BadKey(format!("'{part}' is no folder of the bucket")));
                }
                Err(errno) => return Err(failed(&shown, errno)),
            };
        }
        shown.push(name);
        Ok(Some(Self { folder, name: (*name).to_owned(), shown }))
    }

    /// Opens it to be read; `None` if there is none. Only a file is one.
    pub fn open(&self) -> io::Result<Option<File>> {
        let flags = OFlag::O_RDONLY | OFlag::O_NOFOLLOW | OFlag::O_NONBLOCK | OFlag::O_CLOEXEC;
        match openat(&self.folder, self.name.as_str(), flags, Mode::empty()) {
            Ok(file) => {
                let file = File::from(file);
                Ok(file.metadata()?.is_file().then_some(file))
            }
            Err(Errno::ENOENT | Errno::ELOOP) => Ok(None),
            Err(errno) => Err(errno.into()),
        }
    }

    /// Makes a file that is whole the object, durably; it is moved here, or copied from another file system.
    pub fn publish(&self, made: &Path) -> Result<(), String> {
        self.publish_file(made).map_err(|error| format!("{} can't be written: {error}", self.shown.display()))
    }

    fn publish_file(&self, made: &Path) -> io::Result<()> {
        File::open(made)?.sync_all()?;
        match renameat(AT_FDCWD, made, &self.folder, self.name.as_str()) {
            Ok(()) => {}
            Err(Errno::EXDEV) => {
                let copied = self.copy(made);
                if copied.is_err() {
                    // What is left of it is overwritten by the next attempt, should this fail too.
                    let _ = self.unlink(&self.unfinished());
                }
                copied?;
            }
            Err(errno) => return Err(errno.into()),
        }
        self.sync_folder()
    }

    /// From another file system: under another name first, so that no half of it is ever taken for the whole.
    fn copy(&self, made: &Path) -> io::Result<()> {
        let unfinished = self.unfinished();
        let flags = OFlag::O_WRONLY | OFlag::O_CREAT | OFlag::O_TRUNC | OFlag::O_NOFOLLOW | OFlag::O_CLOEXEC;
        let mode = Mode::from_bits_truncate(0o600);
        let mut file = File::from(openat(&self.folder, unfinished.as_str(), flags, mode)?);
        io::copy(&mut File::open(made)?, &mut file)?;
        file.sync_all()?;
        Ok(renameat(&self.folder, unfinished.as_str(), &self.folder, self.name.as_str())?)
    }

    /// Takes it away, finished or not.
    pub fn remove(&self) -> Result<(), String> {
        let removed = [self.name.clone(), self.unfinished()].iter().try_for_each(|name| self.unlink(name));
        let removed = removed.and_then(|()| self.sync_folder());
        removed.map_err(|error| format!("{} can't be removed: {error}", self.shown.display()))
    }

    fn unlink(&self, name: &str) -> io::Result<()> {
        match unlinkat(&self.folder, name, UnlinkatFlags::NoRemoveDir) {
            Ok(()) | Err(Errno::ENOENT) => Ok(()),
            Err(errno) => Err(errno.into()),
        }
    }

    fn unfinished(&self) -> String {
        format!("{}{UNFINISHED}", self.name)
    }

    fn sync_folder(&self) -> io::Result<()> {
        File::from(self.folder.try_clone()?).sync_all()
    }
}

fn enter(folder: &impl AsFd, name: &str) -> nix::Result<OwnedFd> {
    let flags = OFlag::O_RDONLY | OFlag::O_DIRECTORY | OFlag::O_NOFOLLOW | OFlag::O_CLOEXEC;
    openat(folder, name, flags, Mode::empty())
}

/// The names on the way to an object. Slashes at the beginning, and several in a row, mean nothing.
fn parts(key: &str) -> Result<Vec<&str>, NoPlace> {
    let parts: Vec<&str> = key.split('/').filter(|part| !part.is_empty()).collect();
    let fits = |part: &&str| !matches!(*part, "." | "..") && part.len() <= LONGEST_NAME && !part.contains('\0');
    if parts.iter().all(fits) && !key.ends_with('/') {
        return Ok(parts);
    }
    Err(NoPlace::BadKey(format!("'{key}' is not the name of an object")))
}

#[cfg(test)]
mod tests {
    use std::{fs, os::unix::fs::symlink};

    use super::*;

    fn find(root: &Path, bucket: &str, key: &str, on_the_way: OnTheWay) -> Result<Object, NoPlace> {
        Ok(Object::find(root, bucket, key, on_the_way)?.expect("a folder for it"))
    }

    #[test]
    fn no_name_leads_out_of_a_bucket() {
        let place = tempfile::tempdir().unwrap();
        let root = place.path().join("exchange");
        fs::create_dir_all(root.join("bucket")).unwrap();
        fs::create_dir(place.path().join("outside")).unwrap();
        fs::write(place.path().join("outside/secret"), "root:").unwrap();
        symlink(place.path().join("outside"), root.join("linked")).unwrap();
        symlink(place.path().join("outside"), root.join("bucket/link")).unwrap();
        symlink(place.path().join("outside/secret"), root.join("bucket/file")).unwrap();
        for bucket in ["", ".", "..", "none", "linked", "bucket/..", "/bucket", "bucket/", "bucket/link"] {
            let refused = Object::find(&root, bucket, "key", OnTheWay::Make).err();
            assert_eq!(refused, Some(NoPlace::NoBucket), "{bucket}");
        }
        for key in ["", "/", "..", "a/../../../outside/b", "./a", "link/a", "a/", "a\0b", &"x".repeat(250)] {
            let refused = Object::find(&root, "bucket", key, OnTheWay::Make).err();
            assert!(matches!(refused, Some(NoPlace::BadKey(_))), "{key}: {refused:?}");
        }
        assert!(find(&root, "bucket", "file", OnTheWay::Leave).unwrap().open().unwrap().is_none());
        assert!(Object::find(&root, "bucket", "a/b", OnTheWay::Leave).unwrap().is_none());
        assert_eq!(fs::read_dir(place.path().join("outside")).unwrap().count(), 1);
    }

    #[test]
    fn an_object_is_published_replaced_and_removed() {
        let place = tempfile::tempdir().unwrap();
        fs::create_dir(place.path().join("bucket")).unwrap();
        let made = place.path().join("made");
        for content in ["one", "two"] {
            fs::write(&made, content).unwrap();
            find(place.path(), "bucket", "/deep//er/object", OnTheWay::Make).unwrap().publish(&made).unwrap();
            assert_eq!(fs::read_to_string(place.path().join("bucket/deep/er/object")).unwrap(), content);
            assert!(!made.exists());
        }
        // A link in its place is replaced, not followed.
        let object = find(place.path(), "bucket", "deep/er/object", OnTheWay::Make).unwrap();
        object.remove().unwrap();
        object.remove().unwrap();
        fs::write(place.path().join("other"), "other").unwrap();
        symlink(place.path().join("other"), place.path().join("bucket/deep/er/object")).unwrap();
        fs::write(&made, "three").unwrap();
        object.publish(&made).unwrap();
        assert_eq!(fs::read_to_string(place.path().join("other")).unwrap(), "other");
        assert_eq!(fs::read_to_string(place.path().join("bucket/deep/er/object")).unwrap(), "three");
        // As from another file system.
        fs::write(&made, "four").unwrap();
        object.copy(&made).unwrap();
        assert_eq!(fs::read_to_string(place.path().join("bucket/deep/er/object")).unwrap(), "four");
        assert_eq!(fs::read_dir(place.path().join("bucket/deep/er")).unwrap().count(), 1);
    }
}
