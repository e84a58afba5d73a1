//! `fogbank image copy`: an image into another region.

use std::time::Duration;

use anyhow::{Result, bail};

use super::{
    api::{Answer, Api},
    bar::Bar,
};

/// How often is asked whether the copy is there.
const LOOK: Duration = Duration::from_millis(200);

pub fn copy(from: &Api, to: &Api, image: &str, name: Option<&str>) -> Result<()> {
    let known = from.call("DescribeImages", &[("ImageId.1", image)])?.get("name")?;
    let name = name.unwrap_or(&known);
    let asked = [("SourceImageId", image), ("SourceRegion", from.region.as_str()), ("Name", name)];
    let id = to.call("CopyImage", &asked)?.get("imageId")?;
    let mut bar = Bar::new(format!("Copying {image} to {}", to.region));
    loop {
        let seen = to.call("DescribeImages", &[("ImageId.1", id.as_str())])?;
        match seen.get("imageState")?.as_str() {
            "pending" => bar.show(progress(to, &seen)?),
            "available" => break,
            other => {
                drop(bar);
                bail!("the copy {id} is {other}");
            }
        }
        std::thread::sleep(LOOK);
    }
    bar.show(100);
    drop(bar);
    println!("{id}");
    Ok(())
}

/// How far the snapshots of an image are, in percent.
fn progress(api: &Api, image: &Answer) -> Result<u8> {
    let disks = image.items("blockDeviceMapping");
    let asked: Vec<(String, String)> = (1..)
        .zip(disks.iter().filter_map(|disk| disk.find("snapshotId")))
        .map(|(number, snapshot): (u32, _)| (format!("SnapshotId.{number}"), snapshot))
        .collect();
    if asked.is_empty() {
        return Ok(0);
    }
    let asked: Vec<_> = asked.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let snapshots = api.call("DescribeSnapshots", &asked)?.items("snapshotSet");
    Ok(mean(snapshots.iter().filter_map(|snapshot| snapshot.find("progress"))))
}

/// The mean of what AWS writes as “45%”.
fn mean(shown: impl Iterator<Item = String>) -> u8 {
    let percents: Vec<u32> = shown.filter_map(|percent| percent.trim_end_matches('%').parse().ok()).collect();
    let count = u32::try_from(percents.len()).unwrap_or(u32::MAX).max(1);
    u8::try_from(percents.iter().sum::<u32>() / count).unwrap_or(100)
}

#[cfg(test)]
mod tests {
    use super::mean;

    #[test]
    fn all_disks_count() {
        for (shown, expected) in [(vec!["100%", "45%"], 72), (vec!["7%"], 7), (vec![""], 0), (vec![], 0)] {
            assert_eq!(mean(shown.into_iter().map(str::to_owned)), expected);
        }
    }
}
