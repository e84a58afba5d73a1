//! What is refused, and in which words.

use super::*;
use crate::ec2;

fn read<T: Decode + std::fmt::Debug>(body: &str) -> Result<T, String> {
    Form::parse("", body.as_bytes()).and_then(|form| structure(&form)).map_err(|e| e.to_string())
}

#[test]
fn refusals() {
    let good = "Action=RunInstances&Version=2016-11-15&MinCount=1&MaxCount=1";
    for (extra, want) in [
        ("Bogus=1", "UnknownParameter: The parameter Bogus is not recognized"),
        ("imageId=1", "UnknownParameter: The parameter imageId is not recognized"),
        ("ImageId.1=1", "UnknownParameter: The parameter ImageId.1 is not recognized"),
        ("ImageId=1&ImageId.1=1", "UnknownParameter: The parameter ImageId.1 is not recognized"),
        ("Placement=1", "UnknownParameter: The parameter Placement is not recognized"),
        ("Placement.=1", "UnknownParameter: The parameter Placement. is not recognized"),
        ("Placement.Zone=1", "UnknownParameter: The parameter Placement.Zone is not recognized"),
        ("Placement.Tenancy.X=1", "UnknownParameter: The parameter Placement.Tenancy.X is not recognized"),
        (".=1", "UnknownParameter: The parameter . is not recognized"),
        ("=1", "UnknownParameter: The parameter  is not recognized"),
        ("SecurityGroupId=sg-1", "UnknownParameter: The parameter SecurityGroupId is not recognized"),
        ("SecurityGroupId.1.X=1", "UnknownParameter: The parameter SecurityGroupId.1.X is not recognized"),
        ("ImageId=1&ImageId=1", "MalformedQueryString: The parameter ImageId is malformed: it is given more than once"),
        (
            "SecurityGroupId.0=1",
            "MalformedQueryString: The parameter SecurityGroupId.0 is malformed: a list is numbered from 1",
        ),
        (
            "SecurityGroupId.01=1",
            "MalformedQueryString: The parameter SecurityGroupId.01 is malformed: a list is numbered from 1",
        ),
        (
            "SecurityGroupId.x=1",
            "MalformedQueryString: The parameter SecurityGroupId.x is malformed: a list is numbered from 1",
        ),
        (
            "SecurityGroupId.=1",
            "MalformedQueryString: The parameter SecurityGroupId. is malformed: a list is numbered from 1",
        ),
        (
            "SecurityGroupId.-1=1",
            "MalformedQueryString: The parameter SecurityGroupId.-1 is malformed: a list is numbered from 1",
        ),
        (
            "SecurityGroupId.4294967296=1",
            "MalformedQueryString: The parameter SecurityGroupId.4294967296 is malformed: a list is numbered from 1",
        ),
        (
            "Ipv6AddressCount=abc",
            "InvalidParameterValue: Value (abc) for parameter ipv6AddressCount is invalid. It must be an integer.",
        ),
        (
            "Ipv6AddressCount=",
            "InvalidParameterValue: Value () for parameter ipv6AddressCount is invalid. It must be an integer.",
        ),
        (
            "Ipv6AddressCount=2147483648",
            "InvalidParameterValue: Value (2147483648) for parameter ipv6AddressCount is invalid. It must be an integer.",
        ),
        ("DryRun=yes", "InvalidParameterValue: Value (yes) for parameter dryRun is invalid. It must be true or false."),
        (
            "NetworkInterface.3.DeviceIndex=x",
            "InvalidParameterValue: Value (x) for parameter networkInterface.3.deviceIndex is invalid. It must be an integer.",
        ),
        ("Placement.Tenancy=mine", "InvalidParameterValue: Value (mine) for parameter placement.tenancy is invalid."),
        (
            "InstanceMarketOptions.SpotOptions.ValidUntil=soon",
            "InvalidParameterValue: Value (soon) for parameter instanceMarketOptions.spotOptions.validUntil is invalid. It must be a time as 2026-01-02T03:04:05Z.",
        ),
        (
            "ElasticGpuSpecification.2.X=1",
            "UnknownParameter: The parameter ElasticGpuSpecification.2.X is not recognized",
        ),
        (
            "LicenseSpecification.1.LicenseConfigurationArn=1&ElasticInferenceAccelerator.7.Count=1",
            "MissingParameter: The request must contain the parameter ElasticInferenceAccelerator.7.Type",
        ),
    ] {
        let got = read::<ec2::RunInstancesRequest>(&format!("{good}&{extra}"));
        assert_eq!(got.map(|_| ()), Err(want.to_owned()), "{extra}");
    }
    for (body, want) in [
        ("", "MissingParameter: The request must contain the parameter MaxCount"),
        ("MaxCount=1", "MissingParameter: The request must contain the parameter MinCount"),
        ("Bogus=1", "UnknownParameter: The parameter Bogus is not recognized"),
    ] {
        assert_eq!(read::<ec2::RunInstancesRequest>(body).map(|_| ()), Err(want.to_owned()), "{body}");
    }
    assert_eq!(
        read::<ec2::MonitorInstancesRequest>(""),
        Err("MissingParameter: The request must contain the parameter InstanceId".into())
    );
    assert_eq!(
        read::<ec2::TerminateInstancesRequest>(""),
        Ok(ec2::TerminateInstancesRequest::default()),
        "AWS has other words for that, and the action says them"
    );
    assert_eq!(
        read::<ec2::ImportKeyPairRequest>("KeyName=a&PublicKeyMaterial=a*b"),
        Err(
            "InvalidParameterValue: Value (a*b) for parameter publicKeyMaterial is invalid. It must be base64-encoded."
                .into()
        )
    );
}

#[test]
fn lists() {
    for (body, want) in [
        ("", vec![]),
        ("InstanceId=", vec![]),
        ("InstanceId.1=a", vec!["a"]),
        ("InstanceId.10=c&InstanceId.2=b&InstanceId.1=a", vec!["a", "b", "c"]),
        ("InstanceId.7=a&InstanceId.4000000000=b", vec!["a", "b"]),
        ("InstanceId.1=", vec![""]),
    ] {
        assert_eq!(read::<ec2::DescribeInstancesRequest>(body).unwrap().instance_ids, want, "{body}");
    }
    // Names that a plain order of bytes would put between `A` and `A.1`.
    let tags = read::<ec2::CreateTagsRequest>("ResourceId.1=a&Tag.1.Key=k&Tag.1.Value=v&Tag.2.Key=l&Resource-x=1");
    assert_eq!(tags, Err("UnknownParameter: The parameter Resource-x is not recognized".into()));
}

#[test]
fn what_belongs_to_the_protocol_is_no_parameter() {
    let body = "Action=DescribeRegions&Version=2016-11-15&X-Amz-Date=1&x-amz-signature=2&AWSAccessKeyId=A&Timestamp=t\
                &Signature=s&SignatureVersion=4&SignatureMethod=m&Expires=e&SecurityToken=t&AllRegions=TRUE";
    let want = ec2::DescribeRegionsRequest { all_regions: Some(true), ..Default::default() };
    assert_eq!(read(body), Ok(want));
}

#[test]
fn scalars() {
    let key = |material: &str| {
        read::<ec2::ImportKeyPairRequest>(&format!("KeyName=a&PublicKeyMaterial={material}"))
            .unwrap()
            .public_key_material
    };
    for material in ["aGVsbG8%3D", "aGVsbG8", "aGVs%0Abg8%3D%0A"] {
        assert_eq!(key(material).map(|bytes| bytes.len()), Some(5), "{material}");
    }
}

/// An unsupported parameter is refused after malformed ones.
#[test]
fn order() {
    let refusal = |body: &str| {
        let form = Form::parse("", body.as_bytes()).unwrap();
        request::<ec2::RunInstancesRequest>(&form).unwrap_err().code
    };
    assert_eq!(refusal("MinCount=1&MaxCount=1&KernelId=x"), "UnsupportedOperation");
    assert_eq!(refusal("MinCount=1&MaxCount=1&KernelId=x&Bogus=1"), "UnknownParameter");
    assert_eq!(refusal("MinCount=1&KernelId=x"), "MissingParameter");
}
