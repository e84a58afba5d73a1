//! `fogbank image copy`: an image into another region.

use std::time::Duration;

use anyhow::{Result, bail};

use super::{api::Api, bar::Bar};

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
            "pending" => {}
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
