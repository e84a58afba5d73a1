//! Debian packages: downloaded by apt with a configuration of our own, kept in a cache, unpacked to read files from.
//!
//! Nothing is installed. apt runs with an empty status file and its lists in the build's work directory, so it
//! neither reads nor changes what this machine has installed, needs no root, and serves architectures that are not
//! this machine's. The machine's package sources, keys and proxy settings are used as they are.
//!
//! The cache holds the packages and `<image>-<architecture>.json`, which says what they are. While that file answers
//! the same request, and each package still has its checksum, no network is asked and every build gets the same
//! packages. Delete the directory to build from newer ones.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    sync::Mutex,
};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{
    command::Tool,
    error::{At, BuildError, Result},
};

const NETWORK_REMEDY: &str = "check that this machine reaches its Debian mirror (`apt-get update`), or hand in a package \
                              cache that another machine filled";

/// Counts the changes of how packages are chosen for a request: an older manifest does not answer it.
const RULES: u32 = 3;

/// What an image is made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Request {
    /// The image's name: one manifest for each.
    pub(crate) image: String,
    /// Debian's name, as `amd64`.
    pub(crate) architecture: String,
    /// Packages that are wanted by name, or patterns of apt's.
    pub(crate) roots: Vec<String>,
    /// What comes with them.
    pub(crate) with: Dependencies,
    /// The release that they must be of, by its code name; whatever this machine prefers where nothing is said.
    pub(crate) release: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Dependencies {
    /// Libraries and nothing else: a kernel, for one, depends on tools that only an installation needs.
    Libraries,
    /// All of them, for an installation.
    All,
}

#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Manifest {
    rules: u32,
    request: Request,
    packages: Vec<Package>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Package {
    name: String,
    version: String,
    file: String,
    sha256: String,
}

/// The packages of one request, in the cache.
pub(crate) struct Cached {
    directory: PathBuf,
    packages: Vec<Package>,
}

/// Answers from the cache, or by downloading into it.
pub(crate) fn fetch(request: &Request, cache: &Path, work: &Path) -> Result<Cached> {
    fs::create_dir_all(cache).at("Making the package cache", cache)?;
    let manifest_path = cache.join(format!("{}-{}.json", request.image, request.architecture));
    if let Some(packages) = complete(&manifest_path, request, cache) {
        return Ok(Cached { directory: cache.to_owned(), packages });
    }
    let apt = Apt::new(request, work)?;
    let updated = apt.update();
    // A mirror that is being renewed serves some lists that don't fit together. What can be chosen from the others is
    // as good as what the mirror had yesterday; when nothing can, the failed update is what to tell about.
    let chosen = match (apt.choose(request), updated) {
        (Ok(chosen), Ok(())) => chosen,
        (Ok(chosen), Err(error)) => {
            tracing::warn!(%error, "some lists of packages could not be read: building from the others");
            chosen
        }
        (Err(_), Err(error)) | (Err(error), Ok(())) => return Err(error),
    };
    let packages = apt.download(&chosen, cache)?;
    let manifest = Manifest { rules: RULES, request: request.clone(), packages };
    let text = serde_json::to_string_pretty(&manifest).expect("strings and lists");
    // Last, and by a rename: a manifest never names packages that are not there.
    let partial = manifest_path.with_extension("json.partial");
    fs::write(&partial, text).at("Writing the list of packages", &partial)?;
    fs::rename(&partial, &manifest_path).at("Writing the list of packages", &manifest_path)?;
    Ok(Cached { directory: cache.to_owned(), packages: manifest.packages })
}

/// The packages of a manifest that answers `request` and whose files are all intact.
fn complete(manifest: &Path, request: &Request, cache: &Path) -> Option<Vec<Package>> {
    let manifest: Manifest = serde_json::from_slice(&fs::read(manifest).ok()?).ok()?;
    let intact = |package: &Package| sha256(&cache.join(&package.file)).is_ok_and(|sum| sum == package.sha256);
    (manifest.rules == RULES && manifest.request == *request && manifest.packages.iter().all(intact))
        .then_some(manifest.packages)
}

fn sha256(path: &Path) -> std::io::Result<String> {
    Ok(hex::encode(Sha256::digest(fs::read(path)?)))
}

impl Cached {
    pub(crate) fn len(&self) -> usize {
        self.packages.len()
    }

    /// The package files.
    pub(crate) fn files(&self) -> impl Iterator<Item = PathBuf> {
        self.packages.iter().map(|package| self.directory.join(&package.file))
    }

    /// Unpacks all of them into one directory, as many at once as this machine has processors.
    pub(crate) fn unpack(&self, directory: &Path) -> Result<Unpacked> {
        fs::create_dir_all(directory).at("Unpacking packages", directory)?;
        // The kernel takes longest: it sorts late by name and is best begun first.
        let left = Mutex::new(self.packages.iter());
        let worker = || {
            loop {
                let Some(package) = left.lock().expect("no worker panics").next_back() else { return Ok(()) };
                self.unpack_one(package, directory)?;
            }
        };
        let workers = std::thread::available_parallelism().map_or(1, usize::from).min(8);
        std::thread::scope(|scope| {
            let workers: Vec<_> = (0..workers).map(|_| scope.spawn(worker)).collect();
            workers.into_iter().try_for_each(|worker| worker.join().expect("no worker panics"))
        })?;
        Ok(Unpacked { directory: directory.to_owned() })
    }

    fn unpack_one(&self, package: &Package, directory: &Path) -> Result<()> {
        Tool::new("Unpacking packages", "dpkg-deb")
            .arg("--extract")
            .arg(self.directory.join(&package.file))
            .arg(directory)
            .remedy("delete the package cache, so that the packages are downloaded again")
            .run()
            .map(drop)
    }
}

/// A directory with the files of all packages.
pub(crate) struct Unpacked {
    directory: PathBuf,
}

impl Unpacked {
    /// The file of the packages that is at this path in the installed system, links followed.
    pub(crate) fn file(&self, path: &str) -> Result<PathBuf> {
        let missing = || BuildError::NotInPackages { wanted: path.to_owned() };
        let mut found = self.find(path).ok_or_else(missing)?;
        // Links are followed by hand, because absolute ones mean this directory and not this machine's root.
        for _ in 0..8 {
            let Ok(target) = fs::read_link(self.directory.join(&found)) else { return Ok(self.directory.join(found)) };
            let target = match Path::new(&found).parent() {
                Some(parent) if target.is_relative() => parent.join(&target),
                _ => target,
            };
            found = self.find(target.to_string_lossy().trim_start_matches('/')).ok_or_else(missing)?;
        }
        Err(missing())
    }

    /// Where a path of the installed system is in the packages. Releases differ in whether they pack a program in
    /// `/sbin` or `/usr/sbin`: both are looked at.
    pub(crate) fn find(&self, path: &str) -> Option<String> {
        let other = path.strip_prefix("usr/").map_or_else(|| format!("usr/{path}"), str::to_owned);
        [path.to_owned(), other].into_iter().find(|path| self.directory.join(path).symlink_metadata().is_ok())
    }

    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.directory.join(relative)
    }

    /// The names in a directory, sorted; none where there is no such directory.
    pub(crate) fn list(&self, path: &str) -> Vec<String> {
        let Ok(entries) = fs::read_dir(self.directory.join(path)) else { return Vec::new() };
        let mut names: Vec<String> =
            entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

/// apt with its own lists, status and configuration.
struct Apt {
    configuration: PathBuf,
    directory: PathBuf,
}

impl Apt {
    fn new(request: &Request, work: &Path) -> Result<Self> {
        let directory = work.join("apt");
        for name in ["state/lists/partial", "cache/archives/partial", "download"] {
            let path = directory.join(name);
            fs::create_dir_all(&path).at("Preparing apt", &path)?;
        }
        let status = directory.join("status");
        fs::write(&status, "").at("Preparing apt", &status)?;
        let configuration = directory.join("apt.conf");
        let text = configuration_text(request, &directory, &machine_settings()?);
        fs::write(&configuration, text).at("Preparing apt", &configuration)?;
        Ok(Self { configuration, directory })
    }

    fn tool(&self, attempt: &str, program: &str) -> Tool {
        Tool::new(attempt, program)
            .env("APT_CONFIG", &self.configuration)
            .env("DEBIAN_FRONTEND", "noninteractive")
            .remedy(NETWORK_REMEDY)
    }

    fn update(&self) -> Result<()> {
        // `--error-on=any` makes a source that can't be reached an error and not a warning.
        self.tool("Reading the lists of Debian's packages", "apt-get")
            .args(["--quiet=2", "--error-on=any", "update"])
            .run()
            .map(drop)
    }

    /// The packages to download, as `name=version`.
    fn choose(&self, request: &Request) -> Result<Vec<String>> {
        let said = self
            .tool("Choosing packages", "apt-get")
            .args(["--quiet=2", "--yes", "--no-install-recommends", "--print-uris", "install"])
            .args(&request.roots)
            .remedy(&match &request.release {
                None => "check that the apt sources of this machine are those of a Debian release, with its `main` \
                         component"
                    .to_owned(),
                Some(release) => format!("check that the release `{release}` is among this machine's apt sources"),
            })
            .run()?;
        Ok(wanted(&String::from_utf8_lossy(&said.output), request))
    }

    /// Downloads into the cache. apt checks every file against the signed lists.
    fn download(&self, chosen: &[String], cache: &Path) -> Result<Vec<Package>> {
        let attempt = "Downloading packages";
        let download = self.directory.join("download");
        self.tool(attempt, "apt-get").args(["--quiet=2", "download"]).args(chosen).current_dir(&download).run()?;
        let mut packages = Vec::new();
        for entry in fs::read_dir(&download).at(attempt, &download)? {
            let from = entry.at(attempt, &download)?.path();
            let file = from.file_name().expect("an entry has a name").to_string_lossy().into_owned();
            let Some((name, version)) = name_and_version(&file) else { continue };
            let to = cache.join(&file);
            // The cache may be on another file system: copied, and then put in place whole.
            let partial = cache.join(format!("{file}.partial"));
            fs::copy(&from, &partial).at(attempt, &partial)?;
            fs::rename(&partial, &to).at(attempt, &to)?;
            packages.push(Package { name, version, sha256: sha256(&to).at(attempt, &to)?, file });
        }
        packages.sort();
        if packages.len() != chosen.len() {
            return Err(BuildError::Refused {
                attempt: attempt.to_owned(),
                reason: format!("apt was asked for {} packages and left {}", chosen.len(), packages.len()),
                remedy: NETWORK_REMEDY.to_owned(),
            });
        }
        Ok(packages)
    }
}

/// The machine's settings of how packages are fetched, as lines of an apt configuration. Its other settings are left
/// out: they may call programs of the machine after an update, or clean what is not theirs.
fn machine_settings() -> Result<String> {
    let said = Tool::new("Reading this machine's apt configuration", "apt-config")
        .arg("dump")
        .remedy("images are built from Debian packages: build on a machine that has apt")
        .run()?;
    let dump = String::from_utf8_lossy(&said.output);
    let kept = dump.lines().filter(|line| {
        let line = line.to_ascii_lowercase();
        line.starts_with("acquire::")
            && !line.starts_with("acquire::indextargets")
            && !line.starts_with("acquire::languages")
            && !line.starts_with("acquire::compressiontypes")
    });
    Ok(kept.flat_map(|line| [line, "\n"]).collect())
}

fn configuration_text(request: &Request, directory: &Path, machine: &str) -> String {
    let directory = directory.display();
    let architecture = &request.architecture;
    // Its updates have its name and an ending. What else this machine has sources of is then not preferred.
    let release = request.release.as_ref().map_or_else(String::new, |release| {
        format!("APT::Default-Release \"/^{release}(|-updates|-security|-proposed-updates)$/\";\n")
    });
    format!(
        "{machine}{release}\
         Dir::State \"{directory}/state\";\n\
         Dir::State::status \"{directory}/status\";\n\
         Dir::Cache \"{directory}/cache\";\n\
         Dir::Etc::Parts \"/dev/null\";\n\
         Dir::Etc::Main \"/dev/null\";\n\
         APT::Architecture \"{architecture}\";\n\
         APT::Architectures {{ \"{architecture}\"; }};\n\
         APT::Sandbox::User \"root\";\n\
         Acquire::Languages {{ \"none\"; }};\n\
         Acquire::Retries \"3\";\n"
    )
}

/// Of what `apt-get --print-uris install` would install, all; or else the roots, what a root that is a mere name for the
/// newest kernel stands for, and libraries.
fn wanted(uris: &str, request: &Request) -> Vec<String> {
    let roots: BTreeSet<&str> = request.roots.iter().map(String::as_str).collect();
    let is_wanted = |name: &str| {
        let library = name.starts_with("lib") && !name.contains("perl") && !name.contains("klibc") || name == "zlib1g";
        request.with == Dependencies::All || library || roots.contains(name) || name.starts_with("linux-image-")
    };
    uris.lines()
        .filter_map(|line| line.strip_prefix('\''))
        .filter_map(|line| name_and_version(line.split_once("' ")?.1.split(' ').next()?))
        .filter(|(name, _)| is_wanted(name))
        .map(|(name, version)| format!("{name}={version}"))
        .collect()
}

/// Of a package's file name, as `libgmp10_2%3a6.2.1_amd64.deb`.
fn name_and_version(file: &str) -> Option<(String, String)> {
    let mut parts = file.strip_suffix(".deb")?.split('_');
    Some((parts.next()?.to_owned(), parts.next()?.replace("%3a", ":")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(root: &str) -> Request {
        Request {
            image: "test".into(),
            architecture: "amd64".into(),
            roots: vec![root.into()],
            with: Dependencies::Libraries,
            release: None,
        }
    }

    #[test]
    fn roots_libraries_and_kernels_are_wanted_and_nothing_else() {
        let uris = "\
Reading package lists...
'http://mirror/pool/libc6_2.36-9_amd64.deb' libc6_2.36-9_amd64.deb 2759320 SHA256:00
'http://mirror/pool/libgmp10_6.2.1_amd64.deb' libgmp10_2%3a6.2.1_amd64.deb 1 SHA256:00
'http://mirror/pool/libperl5.36_5_amd64.deb' libperl5.36_5_amd64.deb 1 SHA256:00
'http://mirror/pool/udev_252_amd64.deb' udev_252_amd64.deb 1 SHA256:00
'http://mirror/pool/linux-image-6.1_6.1_amd64.deb' linux-image-6.1.0-1-cloud-amd64_6.1_amd64.deb 1 SHA256:00
'http://mirror/pool/bash_5_amd64.deb' bash_5_amd64.deb 1 SHA256:00
";
        assert_eq!(
            wanted(uris, &request("bash")),
            ["libc6=2.36-9", "libgmp10=2:6.2.1", "linux-image-6.1.0-1-cloud-amd64=6.1", "bash=5"]
        );
        assert_eq!(wanted(uris, &Request { with: Dependencies::All, ..request("bash") }).len(), 6);
    }

    #[test]
    fn a_cache_answers_only_its_own_request_and_only_intact() {
        let cache = tempfile::tempdir().expect("a directory");
        let request = request("bash");
        fs::write(cache.path().join("bash_5_amd64.deb"), "content").expect("written");
        let package = Package {
            name: "bash".into(),
            version: "5".into(),
            file: "bash_5_amd64.deb".into(),
            sha256: hex::encode(Sha256::digest("content")),
        };
        let manifest = cache.path().join("test-amd64.json");
        let text = serde_json::to_string(&Manifest { rules: RULES, request: request.clone(), packages: vec![package] });
        fs::write(&manifest, text.expect("encodes")).expect("written");

        assert!(complete(&manifest, &request, cache.path()).is_some());
        let other = Request { roots: vec!["dash".into()], ..request.clone() };
        assert!(complete(&manifest, &other, cache.path()).is_none());
        fs::write(cache.path().join("bash_5_amd64.deb"), "changed").expect("written");
        assert!(complete(&manifest, &request, cache.path()).is_none());
    }
}
