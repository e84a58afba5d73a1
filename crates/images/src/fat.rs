//! Writes a small FAT file system, the boot partition, on which BIOS and UEFI find kernel, initrd and loaders.

use std::{
    fs::File,
    path::{Path, PathBuf},
};

use crate::{
    command::Tool,
    error::{At, Result},
    gpt::Extent,
};

pub(crate) struct Fat<'a> {
    pub(crate) label: &'a str,
    pub(crate) id: u32,
    /// Where the partition lies on its disk: its own header repeats that for the boot code.
    pub(crate) extent: Extent,
}

const ATTEMPT: &str = "Making the boot partition";

impl Fat<'_> {
    /// Makes `image`, which must not exist, with these files: path in it, and where their content is. Directories
    /// are made as needed.
    pub(crate) fn write(&self, files: &[(&str, PathBuf)], image: &Path) -> Result<()> {
        let file = File::create(image).at(ATTEMPT, image)?;
        file.set_len(self.extent.bytes()).at(ATTEMPT, image)?;
        drop(file);
        Tool::new(ATTEMPT, "mkfs.vfat")
            .args(["--invariant", "-F", "16", "-s", "8", "-n", self.label])
            .args(["-i", &format!("{:08x}", self.id), "-h", &self.extent.first_sector.to_string()])
            .arg(image)
            .run()?;
        let mut made = Vec::new();
        for (path, from) in files {
            for (end, _) in path.match_indices('/') {
                let directory = &path[..end];
                if !made.contains(&directory) {
                    self.mtools("mmd", image).arg(format!("::/{directory}")).run()?;
                    made.push(directory);
                }
            }
            self.mtools("mcopy", image).arg(from).arg(format!("::/{path}")).run()?;
        }
        Ok(())
    }

    fn mtools(&self, program: &str, image: &Path) -> Tool {
        Tool::new(ATTEMPT, program).arg("-i").arg(image)
    }
}
