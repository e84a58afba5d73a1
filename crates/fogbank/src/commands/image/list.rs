//! `fogbank image list`: the images of a region, or the built ones while the cloud doesn't run.

use anyhow::Result;

use super::api::{Answer, Api};
use crate::{admin_client, quick_start};

pub fn list(api: &Api) -> Result<()> {
    let built = quick_start::load(&api.data_dir)?;
    let login =
        |name: &str| built.iter().find(|image| image.name == name).map(|image| format!("login {}", image.login));
    if !admin_client::is_running(&api.data_dir) {
        eprintln!("The cloud doesn't run: these are the built images, and ids are told once it does.");
        for image in &built {
            let size = image.size_gib.to_string();
            let login = login(&image.name);
            println!("{}", line(&["-", &image.name, &size, image.architecture.as_str(), "-"], login.as_deref()));
        }
        return Ok(());
    }
    let owners = [("Owner.1", "self"), ("Owner.2", "amazon")];
    for image in api.call("DescribeImages", &owners)?.items("imagesSet") {
        let name = image.get("name")?;
        let of_amazon = image.find("imageOwnerAlias").is_some();
        let login = login(&name).filter(|_| of_amazon);
        println!("{}", described(&image, &name, login.as_deref())?);
    }
    Ok(())
}

fn described(image: &Answer, name: &str, login: Option<&str>) -> Result<String> {
    let size = image.find("volumeSize").unwrap_or_default();
    let (id, architecture, state) = (image.get("imageId")?, image.get("architecture")?, image.get("imageState")?);
    Ok(line(&[&id, name, &size, &architecture, &state], login))
}

/// One image: id, name, GiB, architecture and state, and the login name where that is known.
fn line([id, name, size, architecture, state]: &[&str; 5], login: Option<&str>) -> String {
    let known = format!("{id}\t{name}\t{size} GiB\t{architecture}\t{state}");
    login.map_or(known.clone(), |login| format!("{known}\t{login}"))
}
