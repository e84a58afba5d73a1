//! The types of volumes, and what sizes, IOPS and throughput each may have. Whoever makes or changes a volume asks
//! `resolve`: CreateVolume, ModifyVolume, RunInstances' and RegisterImage's block devices.

use model::ApiError;

/// CreateVolume's type when none is asked for.
pub const DEFAULT_TYPE: &str = "gp2";

/// A volume type.
#[derive(Debug)]
pub struct VolumeType {
    pub name: &'static str,
    /// Least and most GiB.
    size_gib: (u32, u32),
    performance: Performance,
    /// Whether an instance can start from it.
    pub bootable: bool,
}

/// What can be said of a type's IOPS and throughput.
#[derive(Debug)]
enum Performance {
    /// Nothing can be chosen, nothing is shown.
    Unstated,
    /// Follows from the size: gp2.
    BySize,
    /// IOPS must be chosen: io1, io2.
    Provisioned { iops: (u32, u32), iops_per_gib: u32 },
    /// Both can be chosen: gp3.
    Chosen { iops: (u32, u32), iops_per_gib: u32, throughput_mib: (u32, u32) },
}

const TYPES: &[VolumeType] = &[
    VolumeType { name: "gp2", size_gib: (1, 16_384), performance: Performance::BySize, bootable: true },
    VolumeType {
        name: "gp3",
        size_gib: (1, 65_536),
        performance: Performance::Chosen { iops: (3_000, 80_000), iops_per_gib: 500, throughput_mib: (125, 2_000) },
        bootable: true,
    },
    VolumeType {
        name: "io1",
        size_gib: (4, 16_384),
        performance: Performance::Provisioned { iops: (100, 64_000), iops_per_gib: 50 },
        bootable: true,
    },
    VolumeType {
        name: "io2",
        size_gib: (4, 65_536),
        performance: Performance::Provisioned { iops: (100, 256_000), iops_per_gib: 1_000 },
        bootable: true,
    },
    VolumeType { name: "st1", size_gib: (125, 16_384), performance: Performance::Unstated, bootable: false },
    VolumeType { name: "sc1", size_gib: (125, 16_384), performance: Performance::Unstated, bootable: false },
    VolumeType { name: "standard", size_gib: (1, 1_024), performance: Performance::Unstated, bootable: true },
];

/// MiB/s that gp3 has at most for each of its IOPS: a quarter.
const IOPS_PER_MIB: u32 = 4;

/// A volume as it is to be: all of it checked, defaults filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    pub volume_type: &'static str,
    pub size_gib: u32,
    pub iops: Option<u32>,
    pub throughput_mib: Option<u32>,
}

/// The type of this name.
pub fn volume_type(name: &str) -> Result<&'static VolumeType, ApiError> {
    TYPES.iter().find(|known| known.name == name).ok_or_else(|| ApiError::invalid_value("volumeType", name, ""))
}

/// Checks what was asked of a volume and fills in what was not. Numbers are as a request has them.
pub fn resolve(
    volume_type: &str,
    size_gib: i64,
    iops: Option<i64>,
    throughput: Option<i64>,
) -> Result<Resolved, ApiError> {
    let kind = self::volume_type(volume_type)?;
    let size_gib = kind.size(size_gib)?;
    if throughput.is_some() && !matches!(kind.performance, Performance::Chosen { .. }) {
        return Err(kind.has_no("throughput"));
    }
    let (iops, throughput_mib) = match kind.performance {
        Performance::Unstated | Performance::BySize if iops.is_some() => return Err(kind.has_no("iops")),
        Performance::Unstated => (None, None),
        Performance::BySize => (Some((size_gib * 3).clamp(100, 16_000)), None),
        Performance::Provisioned { iops: limits, iops_per_gib } => {
            let Some(iops) = iops else {
                return Err(ApiError::combination(format!(
                    "The parameter iops must be specified for {} volumes.",
                    kind.name
                )));
            };
            let iops = within("iops", iops, limits)?;
            check_iops_ratio(iops, size_gib, iops_per_gib)?;
            (Some(iops), None)
        }
        Performance::Chosen { iops: limits, iops_per_gib, throughput_mib: throughput_limits } => {
            let iops = within("iops", iops.unwrap_or_else(|| limits.0.into()), limits)?;
            // The least IOPS come with any size.
            if iops > limits.0 {
                check_iops_ratio(iops, size_gib, iops_per_gib)?;
            }
            let throughput = throughput.unwrap_or_else(|| throughput_limits.0.into());
            let throughput = within("throughput", throughput, throughput_limits)?;
            if throughput * IOPS_PER_MIB > iops {
                let (ratio, most) = (f64::from(throughput) / f64::from(iops), 1.0 / f64::from(IOPS_PER_MIB));
                return Err(ApiError::invalid_parameter(format!(
                    "Throughput (MiBps) to iops ratio of {ratio:.6} is too high; maximum is {most:.6} MiBps per iops."
                )));
            }
            (Some(iops), Some(throughput))
        }
    };
    Ok(Resolved { volume_type: kind.name, size_gib, iops, throughput_mib })
}

/// What a disk of this volume may do at most, IOPS and MiB/s; 0 is no limit. A gp2 volume is shown with its baseline
/// but bursts above it, and one that was held to the baseline would take minutes to boot from.
///
/// Source: Amazon EBS User Guide, "Amazon EBS volume types", with the throughput of io1 and io2 from "Provisioned IOPS SSD
/// volumes": what follows from requests of 256 KiB up to a limit, and for io1 above 32,000 IOPS from requests of 16 KiB.
pub fn ceiling(volume_type: &str, iops: Option<u32>, throughput_mib: Option<u32>) -> (u32, u32) {
    let iops = iops.unwrap_or(0);
    match volume_type {
        "gp2" => (iops.max(3_000), 250),
        "io1" if iops > 32_000 => (iops, iops / 64),
        "io1" => (iops, (iops / 4).min(500)),
        "io2" => (iops, (iops / 4).min(4_000)),
        "st1" => (0, 500),
        "sc1" => (0, 250),
        "standard" => (200, 90),
        _ => (iops, throughput_mib.unwrap_or(0)),
    }
}

impl VolumeType {
    /// Whether requests may say how many IOPS it has.
    pub fn takes_iops(&self) -> bool {
        matches!(self.performance, Performance::Provisioned { .. } | Performance::Chosen { .. })
    }

    /// Whether requests may say what throughput it has.
    pub fn takes_throughput(&self) -> bool {
        matches!(self.performance, Performance::Chosen { .. })
    }

    fn size(&self, gib: i64) -> Result<u32, ApiError> {
        let (least, most) = self.size_gib;
        if gib < i64::from(least) {
            return Err(ApiError::invalid_parameter(format!(
                "Volume of {gib}GiB is too small for volume type {}; minimum is {least}GiB",
                self.name
            )));
        }
        u32::try_from(gib).ok().filter(|gib| *gib <= most).ok_or_else(|| {
            ApiError::invalid_parameter(format!(
                "Volume of {gib}GiB is too large for volume type {}; maximum is {most}GiB",
                self.name
            ))
        })
    }

    fn has_no(&self, parameter: &str) -> ApiError {
        ApiError::combination(format!("The parameter {parameter} is not supported for {} volumes.", self.name))
    }
}

fn within(what: &str, value: i64, (least, most): (u32, u32)) -> Result<u32, ApiError> {
    if value < i64::from(least) {
        return Err(ApiError::invalid_parameter(format!("Volume {what} of {value} is too low; minimum is {least}.")));
    }
    u32::try_from(value)
        .ok()
        .filter(|value| *value <= most)
        .ok_or_else(|| ApiError::invalid_parameter(format!("Volume {what} of {value} is too high; maximum is {most}.")))
}

fn check_iops_ratio(iops: u32, size_gib: u32, most: u32) -> Result<(), ApiError> {
    if u64::from(iops) > u64::from(size_gib) * u64::from(most) {
        let ratio = f64::from(iops) / f64::from(size_gib);
        return Err(ApiError::invalid_parameter(format!(
            "Iops to volume size ratio of {ratio:.6} is too high; maximum is {most}"
        )));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Type, size, IOPS and throughput as asked for, and what becomes of them.
    type Case = (&'static str, i64, Option<i64>, Option<i64>, &'static str);

    /// `Ok` is `size iops throughput`, `-` for none; `Err` is `code: message`.
    fn check(cases: &[Case]) {
        let show = |value: Option<u32>| value.map_or("-".to_owned(), |value| value.to_string());
        for (volume_type, size, iops, throughput, want) in cases {
            let got = match resolve(volume_type, *size, *iops, *throughput) {
                Ok(r) => format!("{} {} {}", r.size_gib, show(r.iops), show(r.throughput_mib)),
                Err(error) => error.to_string(),
            };
            assert_eq!(got, *want, "{volume_type} {size} {iops:?} {throughput:?}");
        }
    }

    #[test]
    fn what_is_not_asked_for_is_filled_in() {
        check(&[
            ("gp2", 1, None, None, "1 100 -"),
            ("gp2", 100, None, None, "100 300 -"),
            ("gp2", 16_384, None, None, "16384 16000 -"),
            ("gp3", 1, None, None, "1 3000 125"),
            ("gp3", 65_536, Some(80_000), Some(2_000), "65536 80000 2000"),
            ("gp3", 8, Some(4_000), Some(1_000), "8 4000 1000"),
            ("io1", 4, Some(200), None, "4 200 -"),
            ("io2", 4, Some(4_000), None, "4 4000 -"),
            ("st1", 125, None, None, "125 - -"),
            ("sc1", 16_384, None, None, "16384 - -"),
            ("standard", 1_024, None, None, "1024 - -"),
        ]);
    }

    #[test]
    fn sizes_have_limits() {
        check(&[
            ("gp9", 1, None, None, "InvalidParameterValue: Value (gp9) for parameter volumeType is invalid."),
            (
                "gp2",
                16_385,
                None,
                None,
                "InvalidParameterValue: Volume of 16385GiB is too large for volume type gp2; maximum is 16384GiB",
            ),
            (
                "gp3",
                0,
                None,
                None,
                "InvalidParameterValue: Volume of 0GiB is too small for volume type gp3; minimum is 1GiB",
            ),
            (
                "st1",
                124,
                None,
                None,
                "InvalidParameterValue: Volume of 124GiB is too small for volume type st1; minimum is 125GiB",
            ),
            (
                "standard",
                i64::MAX,
                None,
                None,
                "InvalidParameterValue: Volume of 9223372036854775807GiB is too large for volume type standard; maximum is 1024GiB",
            ),
        ]);
    }

    #[test]
    fn performance_has_limits() {
        check(&[
            (
                "gp2",
                8,
                Some(100),
                None,
                "InvalidParameterCombination: The parameter iops is not supported for gp2 volumes.",
            ),
            (
                "standard",
                8,
                None,
                Some(125),
                "InvalidParameterCombination: The parameter throughput is not supported for standard volumes.",
            ),
            (
                "io1",
                8,
                None,
                None,
                "InvalidParameterCombination: The parameter iops must be specified for io1 volumes.",
            ),
            ("io1", 8, Some(99), None, "InvalidParameterValue: Volume iops of 99 is too low; minimum is 100."),
            (
                "io1",
                8,
                Some(64_001),
                None,
                "InvalidParameterValue: Volume iops of 64001 is too high; maximum is 64000.",
            ),
            (
                "io1",
                4,
                Some(201),
                None,
                "InvalidParameterValue: Iops to volume size ratio of 50.250000 is too high; maximum is 50",
            ),
            (
                "gp3",
                20,
                Some(15_000),
                None,
                "InvalidParameterValue: Iops to volume size ratio of 750.000000 is too high; maximum is 500",
            ),
            ("gp3", 8, Some(2_999), None, "InvalidParameterValue: Volume iops of 2999 is too low; minimum is 3000."),
            ("gp3", 8, None, Some(124), "InvalidParameterValue: Volume throughput of 124 is too low; minimum is 125."),
            (
                "gp3",
                8,
                None,
                Some(1_000),
                "InvalidParameterValue: Throughput (MiBps) to iops ratio of 0.333333 is too high; maximum is 0.250000 MiBps per iops.",
            ),
        ]);
    }

    #[test]
    fn disks_are_held_to_their_type() {
        assert_eq!(ceiling("gp2", Some(100), None), (3_000, 250));
        assert_eq!(ceiling("gp3", Some(4_000), Some(500)), (4_000, 500));
        assert_eq!(ceiling("standard", None, None), (200, 90));
        assert_eq!(ceiling("io1", Some(100), None), (100, 25));
        assert_eq!(ceiling("io1", Some(32_000), None), (32_000, 500));
        assert_eq!(ceiling("io1", Some(48_000), None), (48_000, 750));
        assert_eq!(ceiling("io2", Some(2_000), None), (2_000, 500));
        assert_eq!(ceiling("io2", Some(256_000), None), (256_000, 4_000));
    }
}
