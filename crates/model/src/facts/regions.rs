//! The regions and Availability Zones of AWS's commercial partition.
//!
//! Sources: names and long names from botocore 1.43.11 (`endpoints.json`, partition `aws`); opt-in status, geographies and
//! zone ids from the guide *AWS Regions and Availability Zones*; the zones' letters from the instance type offerings that
//! moto 5.2.1 (Apache-2.0) collected from DescribeInstanceTypeOfferings. For regions newer than that collection the
//! letters follow the ids.
//!
//! AWS maps letters to zone ids differently for each account in its oldest regions (`us-east-1a` may be `use1-az6` for one
//! and `use1-az2` for another). Here one mapping, that of moto, holds for everyone. Zones that AWS no longer offers to new
//! accounts (`usw1-az2`, `apne1-az3`) are absent, as they are there.

/// The partition that all these regions are in, as it is written in ARNs.
pub const PARTITION: &str = "aws";

/// The region of a caller that names none, and the oldest one.
pub const DEFAULT_REGION: &str = "us-east-1";

/// What [`Region::index`] is always below, so that six bits hold it.
pub const MAX_REGIONS: usize = 64;

/// One region.
#[derive(Debug, PartialEq, Eq)]
pub struct Region {
    /// As `us-east-1`.
    pub name: &'static str,
    /// A number below [`MAX_REGIONS`] that this region keeps forever, so that address ranges and the like can be divided
    /// among regions. A new region takes the next number.
    pub index: u8,
    /// Whether an account has to enable the region before use (those opened since March 2019).
    pub opt_in: OptIn,
    /// As `US East (N. Virginia)`.
    pub long_name: &'static str,
    /// The country, as `United States of America`.
    pub geography: &'static str,
    /// The state within the country, for the United States only.
    pub sub_geography: Option<&'static str>,
    /// The host name of the EC2 API at AWS, as `ec2.us-east-1.amazonaws.com`.
    pub endpoint: &'static str,
    /// In the order of their letters.
    pub zones: &'static [Zone],
    /// The name of the only zone group, as `us-east-1-zg-1`.
    pub zone_group: &'static str,
    /// The zone group's long name, as `US East (N. Virginia) 1`.
    pub zone_group_long_name: &'static str,
    regular_private_domain: &'static str,
    regular_public_domain: &'static str,
}

/// Whether a region has to be enabled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OptIn {
    NotRequired,
    Required,
}

/// One Availability Zone.
#[derive(Debug, PartialEq, Eq)]
pub struct Zone {
    /// As `us-east-1a`.
    pub name: &'static str,
    /// As `use1-az6`.
    pub id: &'static str,
}

impl Region {
    /// The domain of private DNS names: `ec2.internal` in us-east-1, else as `eu-west-1.compute.internal`.
    pub fn private_domain(&self) -> &'static str {
        if self.is_first() { "ec2.internal" } else { self.regular_private_domain }
    }

    /// The domain of public DNS names: `compute-1.amazonaws.com` in us-east-1, else as `eu-west-1.compute.amazonaws.com`.
    pub fn public_domain(&self) -> &'static str {
        if self.is_first() { "compute-1.amazonaws.com" } else { self.regular_public_domain }
    }

    /// The set of zones that public addresses are announced from: the region's own name, outside of Local Zones.
    pub fn network_border_group(&self) -> &'static str {
        self.name
    }

    /// The region's zone of this name.
    pub fn zone(&self, name: &str) -> Option<&'static Zone> {
        self.zones.iter().find(|zone| zone.name == name)
    }

    /// The region's zone of this id.
    pub fn zone_by_id(&self, id: &str) -> Option<&'static Zone> {
        self.zones.iter().find(|zone| zone.id == id)
    }

    /// What DescribeRegions says of an account that has, or hasn't, enabled the region.
    pub fn opt_in_status(&self, enabled: bool) -> &'static str {
        match self.opt_in {
            OptIn::NotRequired => "opt-in-not-required",
            OptIn::Required if enabled => "opted-in",
            OptIn::Required => "not-opted-in",
        }
    }

    fn is_first(&self) -> bool {
        self.index == 0
    }
}

/// The region of this name.
pub fn get(name: &str) -> Option<&'static Region> {
    REGIONS.binary_search_by(|region| region.name.cmp(name)).ok().map(|at| &REGIONS[at])
}

/// All regions, in the order of their names.
pub fn all() -> &'static [Region] {
    REGIONS
}

/// The region with this [`Region::index`].
pub fn by_index(index: u8) -> Option<&'static Region> {
    REGIONS.iter().find(|region| region.index == index)
}

/// The zone of this name, in whichever region, and that region.
pub fn zone(name: &str) -> Option<(&'static Region, &'static Zone)> {
    let region = get(name.strip_suffix(|letter: char| letter.is_ascii_lowercase())?)?;
    Some((region, region.zone(name)?))
}

/// The zone of this id, in whichever region, and that region.
pub fn zone_by_id(id: &str) -> Option<(&'static Region, &'static Zone)> {
    REGIONS.iter().find_map(|region| Some((region, region.zone_by_id(id)?)))
}

/// Writes the table: `index "name" opt-in "long name", "geography" / "sub-geography"; "start of zone ids" letter id …`.
macro_rules! regions {
    ($(
        $index:literal $name:literal $opt_in:ident $long_name:literal, $geography:literal $(/ $sub:literal)?;
        $short:literal $($letter:ident $id:literal)+
    )*) => {
        const REGIONS: &[Region] = &[$(Region {
            name: $name,
            index: $index,
            opt_in: OptIn::$opt_in,
            long_name: $long_name,
            geography: $geography,
            sub_geography: [$(Some($sub),)? None][0],
            endpoint: concat!("ec2.", $name, ".amazonaws.com"),
            zones: &[$(Zone { name: concat!($name, stringify!($letter)), id: concat!($short, "-az", $id) }),+],
            zone_group: concat!($name, "-zg-1"),
            zone_group_long_name: concat!($long_name, " 1"),
            regular_private_domain: concat!($name, ".compute.internal"),
            regular_public_domain: concat!($name, ".compute.amazonaws.com"),
        }),*];
    };
}

regions! {
    17 "af-south-1"     Required    "Africa (Cape Town)", "South Africa";                 "afs1"  a 1 b 2 c 3
    18 "ap-east-1"      Required    "Asia Pacific (Hong Kong)", "Hong Kong";              "ape1"  a 1 b 2 c 3
    19 "ap-east-2"      Required    "Asia Pacific (Taipei)", "Taiwan";                    "ape2"  a 1 b 2 c 3
     4 "ap-northeast-1" NotRequired "Asia Pacific (Tokyo)", "Japan";                      "apne1" a 4 c 1 d 2
     5 "ap-northeast-2" NotRequired "Asia Pacific (Seoul)", "South Korea";                "apne2" a 1 b 2 c 3 d 4
     6 "ap-northeast-3" NotRequired "Asia Pacific (Osaka)", "Japan";                      "apne3" a 1 b 2 c 3
     7 "ap-south-1"     NotRequired "Asia Pacific (Mumbai)", "India";                     "aps1"  a 1 b 3 c 2
    20 "ap-south-2"     Required    "Asia Pacific (Hyderabad)", "India";                  "aps2"  a 1 b 2 c 3
     8 "ap-southeast-1" NotRequired "Asia Pacific (Singapore)", "Singapore";              "apse1" a 1 b 2 c 3
     9 "ap-southeast-2" NotRequired "Asia Pacific (Sydney)", "Australia";                 "apse2" a 1 b 3 c 2
    21 "ap-southeast-3" Required    "Asia Pacific (Jakarta)", "Indonesia";                "apse3" a 1 b 2 c 3
    22 "ap-southeast-4" Required    "Asia Pacific (Melbourne)", "Australia";              "apse4" a 1 b 2 c 3
    23 "ap-southeast-5" Required    "Asia Pacific (Malaysia)", "Malaysia";                "apse5" a 1 b 2 c 3
    24 "ap-southeast-6" Required    "Asia Pacific (New Zealand)", "New Zealand";          "apse6" a 1 b 2 c 3
    25 "ap-southeast-7" Required    "Asia Pacific (Thailand)", "Thailand";                "apse7" a 1 b 2 c 3
    10 "ca-central-1"   NotRequired "Canada (Central)", "Canada";                         "cac1"  a 1 b 2 d 4
    26 "ca-west-1"      Required    "Canada West (Calgary)", "Canada";                    "caw1"  a 1 b 2 c 3
    11 "eu-central-1"   NotRequired "Europe (Frankfurt)", "Germany";                      "euc1"  a 1 b 2 c 3
    27 "eu-central-2"   Required    "Europe (Zurich)", "Switzerland";                     "euc2"  a 1 b 2 c 3
    12 "eu-north-1"     NotRequired "Europe (Stockholm)", "Sweden";                       "eun1"  a 1 b 2 c 3
    28 "eu-south-1"     Required    "Europe (Milan)", "Italy";                            "eus1"  a 1 b 2 c 3
    29 "eu-south-2"     Required    "Europe (Spain)", "Spain";                            "eus2"  a 1 b 2 c 3
    13 "eu-west-1"      NotRequired "Europe (Ireland)", "Ireland";                        "euw1"  a 3 b 1 c 2
    14 "eu-west-2"      NotRequired "Europe (London)", "United Kingdom";                  "euw2"  a 2 b 3 c 1
    15 "eu-west-3"      NotRequired "Europe (Paris)", "France";                           "euw3"  a 1 b 2 c 3
    30 "il-central-1"   Required    "Israel (Tel Aviv)", "Israel";                        "ilc1"  a 1 b 2 c 3
    31 "me-central-1"   Required    "Middle East (UAE)", "United Arab Emirates";          "mec1"  a 1 b 2 c 3
    32 "me-south-1"     Required    "Middle East (Bahrain)", "Bahrain";                   "mes1"  a 1 b 2 c 3
    33 "mx-central-1"   Required    "Mexico (Central)", "Mexico";                         "mxc1"  a 1 b 2 c 3
    16 "sa-east-1"      NotRequired "South America (Sao Paulo)", "Brazil";                "sae1"  a 1 b 2 c 3
     0 "us-east-1"      NotRequired "US East (N. Virginia)", "United States of America" / "Virginia"; "use1" a 6 b 1 c 2 d 4 e 3 f 5
     1 "us-east-2"      NotRequired "US East (Ohio)", "United States of America" / "Ohio"; "use2" a 1 b 2 c 3
     2 "us-west-1"      NotRequired "US West (N. California)", "United States of America" / "California"; "usw1" a 3 b 1
     3 "us-west-2"      NotRequired "US West (Oregon)", "United States of America" / "Oregon"; "usw2" a 2 b 1 c 3 d 4
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_table_is_whole() {
        assert_eq!(all().len(), 34);
        assert!(all().is_sorted_by(|a, b| a.name < b.name), "get() searches by name");
        let indexes: BTreeSet<u8> = all().iter().map(|region| region.index).collect();
        assert!(indexes.iter().copied().eq(0..34), "each region has an index of its own, without a gap");
        assert_eq!(all().iter().filter(|region| region.opt_in == OptIn::NotRequired).count(), 17);
        let zones: Vec<&Zone> = all().iter().flat_map(|region| region.zones).collect();
        assert_eq!(zones.len(), 34 * 3 + 3 + 1 + 1 - 1);
        assert_eq!(zones.iter().map(|zone| zone.id).collect::<BTreeSet<_>>().len(), zones.len());
        for region in all() {
            assert!(region.zones.is_sorted_by(|a, b| a.name < b.name), "{}", region.name);
            assert_eq!(get(region.name), Some(region));
            assert_eq!(by_index(region.index), Some(region));
            for found in region.zones {
                assert_eq!(zone(found.name), Some((region, found)));
                assert_eq!(zone_by_id(found.id), Some((region, found)));
            }
        }
    }

    /// Address ranges and more hang on these numbers: a change would move what users have.
    #[test]
    fn indexes_never_change() {
        let mut regions: Vec<&Region> = all().iter().collect();
        regions.sort_by_key(|region| region.index);
        let names: Vec<&str> = regions.iter().map(|region| region.name).collect();
        let expected = "us-east-1 us-east-2 us-west-1 us-west-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 \
             ap-southeast-1 ap-southeast-2 ca-central-1 eu-central-1 eu-north-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1 \
             af-south-1 ap-east-1 ap-east-2 ap-south-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 \
             ap-southeast-7 ca-west-1 eu-central-2 eu-south-1 eu-south-2 il-central-1 me-central-1 me-south-1 mx-central-1";
        assert_eq!(names.join(" "), expected.split_whitespace().collect::<Vec<_>>().join(" "));
    }

    #[test]
    fn regions_are_named_as_aws_names_them() {
        let virginia = get(DEFAULT_REGION).expect("exists");
        assert_eq!(
            (virginia.private_domain(), virginia.public_domain(), virginia.endpoint, virginia.sub_geography),
            ("ec2.internal", "compute-1.amazonaws.com", "ec2.us-east-1.amazonaws.com", Some("Virginia"))
        );
        let ireland = get("eu-west-1").expect("exists");
        assert_eq!(
            (ireland.private_domain(), ireland.public_domain(), ireland.endpoint, ireland.sub_geography),
            ("eu-west-1.compute.internal", "eu-west-1.compute.amazonaws.com", "ec2.eu-west-1.amazonaws.com", None)
        );
        assert_eq!((ireland.zone_group, ireland.network_border_group()), ("eu-west-1-zg-1", "eu-west-1"));
        assert_eq!(ireland.zone_group_long_name, "Europe (Ireland) 1");
        assert_eq!(ireland.opt_in_status(true), "opt-in-not-required");
        let hong_kong = get("ap-east-1").expect("exists");
        assert_eq!([true, false].map(|enabled| hong_kong.opt_in_status(enabled)), ["opted-in", "not-opted-in"]);
        for unknown in ["", "us-east-3", "us-east-1a", "US-EAST-1", "aws-global", "us-gov-west-1"] {
            assert_eq!(get(unknown), None, "{unknown}");
        }
        for unknown in ["", "a", "us-east-1", "us-east-1g", "us-east-1A", "us-west-1c", "ap-northeast-1b"] {
            assert_eq!(zone(unknown), None, "{unknown}");
        }
        assert_eq!(zone_by_id("use1-az7"), None);
    }
}
