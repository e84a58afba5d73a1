//! How long reading and writing take: `cargo test --release -p wire --test speed -- --ignored --nocapture`.

#[allow(dead_code)]
mod generated;
mod sample;

use sample::{Count, Sample};
use std::hint::black_box;
use wire::{Form, decode, ec2, xml};

fn measure<T>(what: &str, rounds: u32, mut f: impl FnMut() -> T) -> f64 {
    let start = on_cpu();
    for _ in 0..rounds {
        black_box(f());
    }
    let micros = (on_cpu() - start) / f64::from(rounds);
    println!("{what}: {micros:.2} µs");
    micros
}

/// Microseconds this thread has been on a processor: what others do on the machine must not count.
fn on_cpu() -> f64 {
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    stat.split(' ').next().unwrap().parse::<f64>().unwrap() / 1000.0
}

#[test]
#[ignore = "a measurement"]
fn speed() {
    let body =
        b"Action=RunInstances&Version=2016-11-15&ImageId=ami-0123456789abcdef0&InstanceType=t3.micro&KeyName=kit\
        &MinCount=1&MaxCount=1&SubnetId=subnet-0123456789abcdef0&SecurityGroupId.1=sg-0123456789abcdef0\
        &UserData=IyEvYmluL3NoCmVjaG8gaGVsbG8K&BlockDeviceMapping.1.DeviceName=%2Fdev%2Fxvda\
        &BlockDeviceMapping.1.Ebs.VolumeSize=20&BlockDeviceMapping.1.Ebs.VolumeType=gp3\
        &BlockDeviceMapping.1.Ebs.DeleteOnTermination=true&TagSpecification.1.ResourceType=instance\
        &TagSpecification.1.Tag.1.Key=Name&TagSpecification.1.Tag.1.Value=a+machine&TagSpecification.1.Tag.2.Key=env\
        &TagSpecification.1.Tag.2.Value=dev&MetadataOptions.HttpTokens=required&ClientToken=0c1d2e3f";
    measure("read the form of RunInstances", 100_000, || Form::parse("", black_box(body)));
    let form = Form::parse("", body).unwrap();
    measure("decode RunInstances", 100_000, || decode::request::<ec2::RunInstancesRequest>(black_box(&form)));
    measure("fingerprint", 100_000, || black_box(&form).fingerprint(&[]));

    let mut result = ec2::DescribeInstancesResult::sample(&mut Count::default());
    let reservation = result.reservations[0].clone();
    result.reservations = vec![reservation; 1000];
    let bytes = xml::response::<ec2::DescribeInstancesRequest>("id", &result).len();
    let micros = measure("write 1,000 full instances", 50, || {
        xml::response::<ec2::DescribeInstancesRequest>("id", black_box(&result))
    });
    println!("{bytes} bytes, {:.0} MB/s", bytes as f64 / micros);

    result.reservations = vec![ec2::Reservation { instances: vec![instance()], ..Default::default() }; 1000];
    let bytes = xml::response::<ec2::DescribeInstancesRequest>("id", &result).len();
    measure("write 1,000 usual instances", 50, || {
        xml::response::<ec2::DescribeInstancesRequest>("id", black_box(&result))
    });
    println!("{bytes} bytes");
}

/// A running instance with one interface, one volume and two tags.
fn instance() -> ec2::Instance {
    let text = |text: &str| Some(text.to_owned());
    let tag = |key: &str, value: &str| ec2::Tag { key: text(key), value: text(value) };
    let time = Some(wire::Timestamp(1_767_323_045_000));
    let group = ec2::GroupIdentifier { group_id: text("sg-0123456789abcdef0"), group_name: text("default") };
    ec2::Instance {
        ami_launch_index: Some(0),
        image_id: text("ami-0123456789abcdef0"),
        instance_id: text("i-0123456789abcdef0"),
        instance_type: text("t3.micro"),
        key_name: text("kit"),
        launch_time: time,
        monitoring: Some(ec2::Monitoring { state: text("disabled") }),
        placement: Some(ec2::Placement {
            availability_zone: text("us-east-1a"),
            tenancy: text("default"),
            group_name: text(""),
            ..Default::default()
        }),
        private_dns_name: text("ip-172-31-16-5.ec2.internal"),
        private_ip_address: text("172.31.16.5"),
        public_dns_name: text("ec2-54-1-2-3.compute-1.amazonaws.com"),
        public_ip_address: text("54.1.2.3"),
        state: Some(ec2::InstanceState { code: Some(16), name: text("running") }),
        state_transition_reason: text(""),
        subnet_id: text("subnet-0123456789abcdef0"),
        vpc_id: text("vpc-0123456789abcdef0"),
        architecture: text("x86_64"),
        block_device_mappings: vec![ec2::InstanceBlockDeviceMapping {
            device_name: text("/dev/xvda"),
            ebs: Some(ec2::EbsInstanceBlockDevice {
                attach_time: time,
                delete_on_termination: Some(true),
                status: text("attached"),
                volume_id: text("vol-0123456789abcdef0"),
                ..Default::default()
            }),
        }],
        client_token: text("0c1d2e3f-0123-4567-89ab-cdef01234567"),
        ebs_optimized: Some(false),
        ena_support: Some(true),
        hypervisor: text("xen"),
        network_interfaces: vec![ec2::InstanceNetworkInterface {
            description: text(""),
            groups: vec![group.clone()],
            mac_address: text("02:00:17:01:02:03"),
            network_interface_id: text("eni-0123456789abcdef0"),
            owner_id: text("123456789012"),
            private_dns_name: text("ip-172-31-16-5.ec2.internal"),
            private_ip_address: text("172.31.16.5"),
            source_dest_check: Some(true),
            status: text("in-use"),
            subnet_id: text("subnet-0123456789abcdef0"),
            vpc_id: text("vpc-0123456789abcdef0"),
            interface_type: text("interface"),
            ..Default::default()
        }],
        root_device_name: text("/dev/xvda"),
        root_device_type: text("ebs"),
        security_groups: vec![group],
        source_dest_check: Some(true),
        tags: vec![tag("Name", "a machine"), tag("env", "dev")],
        virtualization_type: text("hvm"),
        ..Default::default()
    }
}
