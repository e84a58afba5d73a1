//! Kernel modules: which of them go into an image, and the index that `modprobe` reads.
//!
//! Debian's kernel packages come without an index; their installation makes it. Here it is made from what each module
//! says of itself.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

use crate::{
    elf,
    error::{At, BuildError, Result},
    packages::Unpacked,
    tree::{Tree, read_decompressed},
};

/// The modules of one kernel.
pub(crate) struct Modules {
    /// As `6.1.0-56-cloud-amd64`.
    pub(crate) release: String,
    /// By name, in which `-` is written `_`.
    modules: BTreeMap<String, Module>,
    built_in: BTreeSet<String>,
    built_in_list: PathBuf,
}

struct Module {
    file: PathBuf,
    /// As `kernel/fs/xfs/xfs.ko`, decompressed.
    path: String,
}

/// What a module says of itself.
struct Info {
    content: Vec<u8>,
    depends: Vec<String>,
    aliases: Vec<String>,
}

fn normal(name: &str) -> String {
    name.replace('-', "_")
}

impl Modules {
    /// Of the one kernel in the packages.
    pub(crate) fn read(packages: &Unpacked) -> Result<Self> {
        let attempt = "Reading kernel modules";
        let top =
            packages.find("lib/modules").ok_or_else(|| BuildError::NotInPackages { wanted: "lib/modules".into() })?;
        let release = packages.list(&top).pop().ok_or_else(|| BuildError::NotInPackages { wanted: top.clone() })?;
        let root = packages.path(&format!("{top}/{release}"));
        let list = root.join("modules.builtin");
        let built_in = fs::read_to_string(&list)
            .at(attempt, &list)?
            .lines()
            .filter_map(|line| Some(normal(line.rsplit('/').next()?.strip_suffix(".ko")?)))
            .collect();
        let mut modules = BTreeMap::new();
        collect(&root.join("kernel"), "kernel", &mut modules).at(attempt, root.join("kernel"))?;
        Ok(Self { release, modules, built_in, built_in_list: list })
    }

    fn info(&self, name: &str) -> Result<Info> {
        let module = &self.modules[name];
        let content = read_decompressed(&module.file)?;
        let pairs = elf::module_info(&content).unwrap_or_default();
        let all = |key: &'static str| pairs.iter().filter(move |(k, _)| k == key).map(|(_, value)| value.clone());
        let depends = all("depends").flat_map(|list| list.split(',').map(normal).collect::<Vec<_>>());
        let depends = depends.filter(|name| !name.is_empty()).collect();
        let aliases = all("alias").collect();
        Ok(Info { content, depends, aliases })
    }

    /// Adds to `order` what must be loaded for the module to work, each after what it depends on.
    fn resolve(&self, name: &str, infos: &mut BTreeMap<String, Info>, order: &mut Vec<String>) -> Result<()> {
        let name = normal(name);
        if order.contains(&name) || self.built_in.contains(&name) {
            return Ok(());
        }
        if !self.modules.contains_key(&name) {
            return Err(BuildError::NotInPackages { wanted: format!("kernel module {name}") });
        }
        if !infos.contains_key(&name) {
            let info = self.info(&name)?;
            infos.insert(name.clone(), info);
        }
        for needed in infos[&name].depends.clone() {
            self.resolve(&needed, infos, order)?;
        }
        order.push(name);
        Ok(())
    }

    /// Of modules that an image cannot do without, those that are not built into this kernel.
    pub(crate) fn require(&self, names: &[&str]) -> Result<Vec<String>> {
        let names = names.iter().map(|name| normal(name)).filter(|name| !self.built_in.contains(name));
        names
            .map(|name| match self.modules.contains_key(&name) {
                true => Ok(name),
                false => Err(BuildError::NotInPackages { wanted: format!("kernel module {name}") }),
            })
            .collect()
    }

    /// The names of modules in the directories and of the names given (as `fs/xfs` or `tun`). Kernels differ in what
    /// they have: what is missing or built in is passed over.
    pub(crate) fn select(&self, wanted: &[&str]) -> Vec<String> {
        let is_wanted = |name: &str, path: &str| {
            wanted.iter().any(|wanted| {
                if wanted.contains('/') {
                    path.starts_with(&format!("kernel/{wanted}/"))
                } else {
                    normal(wanted) == name
                }
            })
        };
        self.modules
            .iter()
            .filter(|(name, module)| is_wanted(name, &module.path))
            .map(|(name, _)| name.clone())
            .collect()
    }

    /// Adds these modules, what they depend on, and the index.
    pub(crate) fn install(&self, tree: &mut Tree, names: &[String]) -> Result<()> {
        let (mut infos, mut order) = (BTreeMap::new(), Vec::new());
        for name in names {
            self.resolve(name, &mut infos, &mut order)?;
        }
        order.sort();
        let base = format!("usr/lib/modules/{}", self.release);
        let (mut dependencies, mut aliases) = (String::new(), String::new());
        for name in &order {
            let mut first = Vec::new();
            self.resolve(name, &mut infos, &mut first)?;
            first.pop();
            write!(dependencies, "{}:", self.modules[name].path).expect("strings take all text");
            for needed in first.iter().rev() {
                write!(dependencies, " {}", self.modules[needed].path).expect("strings take all text");
            }
            dependencies.push('\n');
            for alias in &infos[name].aliases {
                writeln!(aliases, "alias {alias} {name}").expect("strings take all text");
            }
        }
        for name in &order {
            let info = infos.remove(name).expect("resolved");
            tree.file(&format!("{base}/{}", self.modules[name].path), 0o644, info.content);
        }
        tree.file(&format!("{base}/modules.dep"), 0o644, dependencies);
        tree.file(&format!("{base}/modules.alias"), 0o644, aliases);
        tree.copy(&format!("{base}/modules.builtin"), 0o644, self.built_in_list.clone());
        Ok(())
    }
}

fn collect(directory: &Path, path: &str, modules: &mut BTreeMap<String, Module>) -> std::io::Result<()> {
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        let file_name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{path}/{file_name}"), modules)?;
        } else if let Some((name, _compression)) = file_name.split_once(".ko") {
            let path = format!("{path}/{name}.ko");
            modules.insert(normal(name), Module { file: entry.path(), path });
        }
    }
    Ok(())
}
