//! Public parameters of Systems Manager: names that mean the newest image of a kind in each region.
//!
//! ```text
//!   images of the catalog ─▶ of() ─▶ NAME ─▶ [version 1, version 2, …]
//!                                             ▲
//!   NAME, NAME:VERSION, an ARN ──▶ find() ────┘      for ssm (requests) and `resolve:ssm:` (alias)
//! ```
//! Nothing of this is stored: each version is one of the images that are listed, the oldest the first.

mod alias;
mod requests;

use std::collections::BTreeMap;

pub use alias::{check as check_alias, image_id};
use model::{ImageId, records::Image};
pub use requests::{by_path, many, one};

/// The releases of Debian by number and by name, as Debian itself publishes them.
const DEBIAN: &[(&str, &str)] = &[("12", "bookworm")];

/// The images that one name has meant, the oldest first and never none.
pub type PublicParameter = Vec<Published>;

/// One version of a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    pub image: ImageId,
    pub created_ms: i64,
}

/// The parameters that these images are published by.
pub fn of<'a>(images: impl Iterator<Item = &'a Image>) -> BTreeMap<String, PublicParameter> {
    let mut parameters: BTreeMap<String, PublicParameter> = BTreeMap::new();
    for image in images {
        for name in names(image) {
            let published = Published { image: image.id.clone(), created_ms: image.created_ms };
            parameters.entry(name).or_default().push(published);
        }
    }
    for versions in parameters.values_mut() {
        versions.sort_by(|a, b| (a.created_ms, &*a.image).cmp(&(b.created_ms, &*b.image)));
    }
    parameters
}

/// The names of an image that is called `fogbank-tiny-VERSION-ARCHITECTURE` or `debian-RELEASE-ARCHITECTURE-DAY`.
fn names(image: &Image) -> Vec<String> {
    use model::instance::Architecture;
    let architecture = image.architecture.as_str();
    if image.name.starts_with("fogbank-tiny-") {
        return vec![format!("/aws/service/fogbank/tiny/latest/{architecture}")];
    }
    let release = image.name.strip_prefix("debian-").and_then(|rest| rest.split('-').next());
    let Some((number, name)) = DEBIAN.iter().find(|(number, _)| release == Some(number)) else { return Vec::new() };
    let architecture = match image.architecture {
        Architecture::X86_64 => "amd64",
        Architecture::Arm64 | Architecture::I386 => architecture,
    };
    [number, name].map(|release| format!("/aws/service/debian/release/{release}/latest/{architecture}")).into()
}

/// The names that mean this image, or once did.
pub fn names_of<'p>(
    parameters: &'p BTreeMap<String, PublicParameter>,
    image: &'p str,
) -> impl Iterator<Item = &'p str> {
    let named = parameters.iter().filter(move |(_, versions)| versions.iter().any(|it| *it.image == *image));
    named.map(|(name, _)| name.as_str())
}

/// A parameter in the version that was asked for.
#[derive(Debug, PartialEq, Eq)]
struct Found<'p> {
    name: &'p str,
    version: u64,
    /// As it was asked for: `:1`.
    selector: Option<String>,
    published: &'p Published,
}

/// Why there is no such parameter.
#[derive(Debug, PartialEq, Eq)]
enum Missing {
    Parameter,
    /// The parameter is there, but not in this version, or with this label: public parameters have none.
    Version {
        name: String,
        selector: String,
    },
}

/// The parameter of a name, or of the ARN of one of this region's, with a version or without.
fn find<'p>(
    parameters: &'p BTreeMap<String, PublicParameter>,
    region: &str,
    asked: &str,
) -> Result<Found<'p>, Missing> {
    let named = match asked.strip_prefix(&*arn(region, "")) {
        Some(rest) => rest,
        None => asked,
    };
    let (name, selector) = match named.split_once(':') {
        Some((name, selector)) => (name, Some(selector)),
        None => (named, None),
    };
    let (name, versions) = parameters.get_key_value(name).ok_or(Missing::Parameter)?;
    let index = match selector {
        None => Some(versions.len() - 1),
        Some(selector) => selector.parse::<usize>().ok().and_then(|version| version.checked_sub(1)),
    };
    let found = index.and_then(|index| Some((index, versions.get(index)?)));
    let missing = || Missing::Version { name: name.clone(), selector: selector.unwrap_or_default().to_owned() };
    let (index, published) = found.ok_or_else(missing)?;
    Ok(Found { name, version: index as u64 + 1, selector: selector.map(|it| format!(":{it}")), published })
}

fn arn(region: &str, name: &str) -> String {
    format!("arn:aws:ssm:{region}::parameter{name}")
}

#[cfg(test)]
mod tests {
    use model::instance::{Architecture, BootMode};

    use super::*;
    use crate::catalog::{QuickStart, RegionCatalog};

    fn parameters() -> BTreeMap<String, PublicParameter> {
        let version = |id: &str, created_ms| Published { image: ImageId::trusted(id), created_ms };
        BTreeMap::from([("/aws/a".to_owned(), vec![version("ami-1", 1), version("ami-2", 2)])])
    }

    #[test]
    fn a_parameter_is_found_by_name_by_arn_and_by_version() {
        let parameters = parameters();
        for (asked, version, image, selector) in [
            ("/aws/a", 2, "ami-2", None),
            ("/aws/a:1", 1, "ami-1", Some(":1")),
            ("/aws/a:2", 2, "ami-2", Some(":2")),
            ("arn:aws:ssm:us-east-1::parameter/aws/a", 2, "ami-2", None),
            ("arn:aws:ssm:us-east-1::parameter/aws/a:1", 1, "ami-1", Some(":1")),
        ] {
            let found = find(&parameters, "us-east-1", asked).unwrap();
            assert_eq!(
                (found.name, found.version, &*found.published.image, found.selector.as_deref()),
                ("/aws/a", version, image, selector),
                "{asked}"
            );
        }
    }

    #[test]
    fn what_there_is_not_is_told() {
        let parameters = parameters();
        let version = |selector: &str| Missing::Version { name: "/aws/a".to_owned(), selector: selector.to_owned() };
        for (asked, missing) in [
            ("/aws/b", Missing::Parameter),
            ("/aws/a/", Missing::Parameter),
            ("arn:aws:ssm:eu-west-1::parameter/aws/a", Missing::Parameter),
            ("/aws/a:0", version("0")),
            ("/aws/a:3", version("3")),
            ("/aws/a:label", version("label")),
            ("/aws/a:", version("")),
        ] {
            assert_eq!(find(&parameters, "us-east-1", asked), Err(missing), "{asked}");
        }
    }

    /// Names of the parameters of images with these names, architectures and ages.
    fn published(images: &[(&str, Architecture, i64)]) -> Vec<(String, usize)> {
        let built = |&(name, architecture, created_ms): &(&str, Architecture, i64)| QuickStart {
            name: name.to_owned(),
            description: String::new(),
            digest: created_ms.to_string(),
            architecture,
            boot_mode: BootMode::UefiPreferred,
            root_device_name: "/dev/xvda".to_owned(),
            size_gib: 1,
            root: String::new(),
            created_ms,
            login: "ec2-user".to_owned(),
        };
        let catalog = RegionCatalog::new("us-east-1", &images.iter().map(built).collect::<Vec<_>>());
        let newest = |versions: &PublicParameter| catalog.images[versions.last().unwrap().image.as_str()].created_ms;
        for versions in catalog.parameters.values() {
            assert_eq!(newest(versions), versions.iter().map(|it| it.created_ms).max().unwrap());
        }
        catalog.parameters.iter().map(|(name, versions)| (name.clone(), versions.len())).collect()
    }

    #[test]
    fn images_are_published_by_kind_and_architecture() {
        let one = |name: &str| (name.to_owned(), 1);
        for (images, want) in [
            (
                &[("fogbank-tiny-1-x86_64", Architecture::X86_64, 1), ("fogbank-tiny-1-arm64", Architecture::Arm64, 2)]
                    [..],
                vec![one("/aws/service/fogbank/tiny/latest/arm64"), one("/aws/service/fogbank/tiny/latest/x86_64")],
            ),
            (
                &[
                    ("debian-12-x86_64-20260201", Architecture::X86_64, 2),
                    ("debian-12-x86_64-20260101", Architecture::X86_64, 1),
                ],
                vec![
                    ("/aws/service/debian/release/12/latest/amd64".to_owned(), 2),
                    ("/aws/service/debian/release/bookworm/latest/amd64".to_owned(), 2),
                ],
            ),
            (&[("debian-1-x86_64", Architecture::X86_64, 1), ("other", Architecture::X86_64, 1)], vec![]),
        ] {
            assert_eq!(published(images), want, "{images:?}");
        }
    }
}
