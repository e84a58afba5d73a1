"""What an instance is told besides its image and type: options that are set at launch, changed later, or the account's."""

import pytest

X = "0123456789abcdef0"


def shown(ec2, instance_id):
    return ec2.describe_instances(InstanceIds=[instance_id])["Reservations"][0]["Instances"][0]


def test_maintenance_options(ec2, launch, error):
    instance_id = launch(MaintenanceOptions={"AutoRecovery": "disabled"})["InstanceId"]
    assert shown(ec2, instance_id)["MaintenanceOptions"] == {"AutoRecovery": "disabled", "RebootMigration": "default"}
    changed = ec2.modify_instance_maintenance_options(
        InstanceId=instance_id, AutoRecovery="default", RebootMigration="disabled")
    assert (changed["AutoRecovery"], changed["RebootMigration"]) == ("default", "disabled")
    assert shown(ec2, instance_id)["MaintenanceOptions"] == {"AutoRecovery": "default", "RebootMigration": "disabled"}
    recovering = [{"Name": "maintenance-options.auto-recovery", "Values": ["disabled"]}]
    assert ec2.describe_instances(Filters=recovering)["Reservations"] == []
    with error("InvalidParameterValue", "autoRecovery"):
        ec2.modify_instance_maintenance_options(InstanceId=instance_id, AutoRecovery="never")
    with error("InvalidInstanceID.NotFound", f"The instance ID 'i-{X}' does not exist"):
        ec2.modify_instance_maintenance_options(InstanceId=f"i-{X}", AutoRecovery="default")


def test_capacity_reservation_preference(ec2, launch, error):
    none = {"CapacityReservationPreference": "none"}
    instance_id = launch(CapacityReservationSpecification=none)["InstanceId"]
    assert shown(ec2, instance_id)["CapacityReservationSpecification"] == none

    def modify(preference):
        return ec2.modify_instance_capacity_reservation_attributes(
            InstanceId=instance_id, CapacityReservationSpecification={"CapacityReservationPreference": preference})

    with error("IncorrectInstanceState", "is not in the 'stopped' state"):
        modify("open")
    ec2.stop_instances(InstanceIds=[instance_id])
    assert modify("open")["Return"]
    assert shown(ec2, instance_id)["CapacityReservationSpecification"] == {"CapacityReservationPreference": "open"}
    for refused in (lambda: modify("capacity-reservations-only"),
                    lambda: launch(CapacityReservationSpecification={
                        "CapacityReservationPreference": "capacity-reservations-only"})):
        with error("UnsupportedOperation", "There are no capacity reservations"):
            refused()


def credits_of(ec2, instance_id):
    [found] = ec2.describe_instance_credit_specifications(InstanceIds=[instance_id])["InstanceCreditSpecifications"]
    return found["CpuCredits"]


def test_cpu_credits_are_changed_each_for_itself(ec2, launch, error):
    burstable, other, gone = launch()["InstanceId"], launch(InstanceType="m5.large")["InstanceId"], f"i-{X}"
    answer = ec2.modify_instance_credit_specification(InstanceCreditSpecifications=[
        {"InstanceId": each, "CpuCredits": "standard"} for each in (burstable, other, gone)])
    assert answer["SuccessfulInstanceCreditSpecifications"] == [{"InstanceId": burstable}]
    refused = {each["InstanceId"]: each["Error"]["Code"] for each in answer["UnsuccessfulInstanceCreditSpecifications"]}
    assert refused == {other: "InstanceCreditSpecification.NotSupported", gone: "InvalidInstanceID.NotFound"}
    assert credits_of(ec2, burstable) == "standard"
    with error("InstanceCreditSpecification.NotSupported", f"'{other}' does not use CPU credits"):
        credits_of(ec2, other)
    with error("InvalidInstanceCreditSpecification.DuplicateInstanceId", burstable):
        ec2.modify_instance_credit_specification(InstanceCreditSpecifications=[
            {"InstanceId": burstable, "CpuCredits": "standard"}] * 2)
    with error("InvalidParameterValue", r"Value \(much\) for parameter cpuCredits is invalid"):
        ec2.modify_instance_credit_specification(
            InstanceCreditSpecifications=[{"InstanceId": burstable, "CpuCredits": "much"}])


def test_a_familys_credits_by_default(ec2, client, launch, error):
    def default(family, ec2=ec2):
        found = ec2.get_default_credit_specification(InstanceFamily=family)["InstanceFamilyCreditSpecification"]
        assert found["InstanceFamily"] == family
        return found["CpuCredits"]

    assert [default(family) for family in ("t2", "t3", "t3a", "t4g")] == ["standard", "unlimited", "unlimited", "unlimited"]
    changed = ec2.modify_default_credit_specification(InstanceFamily="t3", CpuCredits="standard")
    assert changed["InstanceFamilyCreditSpecification"] == {"InstanceFamily": "t3", "CpuCredits": "standard"}
    assert (default("t3"), default("t3a")) == ("standard", "unlimited")
    assert default("t3", client(region="eu-west-1")) == "unlimited"
    assert credits_of(ec2, launch()["InstanceId"]) == "standard"
    assert credits_of(ec2, launch(CreditSpecification={"CpuCredits": "unlimited"})["InstanceId"]) == "unlimited"
    ec2.modify_default_credit_specification(InstanceFamily="t3", CpuCredits="unlimited")
    assert credits_of(ec2, launch()["InstanceId"]) == "unlimited"
    with error("InvalidParameterValue", "instanceFamily"):
        default("m5")


def test_metadata_defaults_of_the_account(ec2, client, launch, error):
    assert ec2.get_instance_metadata_defaults()["AccountLevel"] == {"ManagedBy": "account"}
    assert ec2.modify_instance_metadata_defaults(
        HttpTokens="required", HttpPutResponseHopLimit=3, InstanceMetadataTags="enabled", HttpEndpoint="enabled")["Return"]
    assert ec2.get_instance_metadata_defaults()["AccountLevel"] == {
        "HttpTokens": "required", "HttpPutResponseHopLimit": 3, "HttpEndpoint": "enabled",
        "InstanceMetadataTags": "enabled", "ManagedBy": "account"}
    assert client(region="eu-west-1").get_instance_metadata_defaults()["AccountLevel"] == {"ManagedBy": "account"}
    options = launch()["MetadataOptions"]
    assert (options["HttpTokens"], options["HttpPutResponseHopLimit"], options["InstanceMetadataTags"]) == (
        "required", 3, "enabled")
    options = launch(MetadataOptions={"HttpTokens": "optional"})["MetadataOptions"]
    assert (options["HttpTokens"], options["HttpPutResponseHopLimit"]) == ("optional", 3)
    ec2.modify_instance_metadata_defaults(HttpTokens="no-preference", HttpPutResponseHopLimit=-1)
    assert ec2.get_instance_metadata_defaults()["AccountLevel"] == {
        "HttpEndpoint": "enabled", "InstanceMetadataTags": "enabled", "ManagedBy": "account"}
    options = launch()["MetadataOptions"]
    assert (options["HttpTokens"], options["HttpPutResponseHopLimit"]) == ("optional", 1)
    with error("InvalidParameterValue", "between 1 and 64"):
        ec2.modify_instance_metadata_defaults(HttpPutResponseHopLimit=65)


def test_private_names(ec2, launch, error):
    by_id = {"HostnameType": "resource-name", "EnableResourceNameDnsARecord": True}
    instance = launch(PrivateDnsNameOptions=by_id)
    assert instance["PrivateDnsName"] == f"{instance['InstanceId']}.ec2.internal"
    assert instance["PrivateDnsNameOptions"] == {**by_id, "EnableResourceNameDnsAAAARecord": False}
    instance_id = instance["InstanceId"]
    with error("IncorrectInstanceState", "is not in the 'stopped' state"):
        ec2.modify_private_dns_name_options(InstanceId=instance_id, PrivateDnsHostnameType="ip-name")
    ec2.modify_private_dns_name_options(InstanceId=instance_id, EnableResourceNameDnsARecord=False)
    ec2.stop_instances(InstanceIds=[instance_id])
    assert ec2.modify_private_dns_name_options(InstanceId=instance_id, PrivateDnsHostnameType="ip-name")["Return"]
    after = shown(ec2, instance_id)
    assert after["PrivateDnsName"] == f"ip-{after['PrivateIpAddress'].replace('.', '-')}.ec2.internal"
    assert after["PrivateDnsNameOptions"] == {
        "HostnameType": "ip-name", "EnableResourceNameDnsARecord": False, "EnableResourceNameDnsAAAARecord": False}


def test_cpu_options(ec2, launch, error):
    instance_id = launch(InstanceType="m5.2xlarge")["InstanceId"]
    with error("IncorrectInstanceState", "is not in the 'stopped' state"):
        ec2.modify_instance_cpu_options(InstanceId=instance_id, CoreCount=2, ThreadsPerCore=1)
    ec2.stop_instances(InstanceIds=[instance_id])
    changed = ec2.modify_instance_cpu_options(InstanceId=instance_id, CoreCount=2, ThreadsPerCore=1)
    assert (changed["CoreCount"], changed["ThreadsPerCore"]) == (2, 1)
    assert shown(ec2, instance_id)["CpuOptions"] == {"CoreCount": 2, "ThreadsPerCore": 1}
    with error("InvalidParameterValue", r"Value \(7\) for parameter coreCount is invalid"):
        ec2.modify_instance_cpu_options(InstanceId=instance_id, CoreCount=7, ThreadsPerCore=1)
    # Another type has its own.
    ec2.modify_instance_attribute(InstanceId=instance_id, InstanceType={"Value": "m5.large"})
    assert shown(ec2, instance_id)["CpuOptions"] == {"CoreCount": 1, "ThreadsPerCore": 2}


def test_placement_is_changed_while_stopped(ec2, launch, error):
    ec2.create_placement_group(GroupName="parts", Strategy="partition", PartitionCount=3)
    ec2.create_placement_group(GroupName="apart", Strategy="spread")
    instance_id = launch()["InstanceId"]

    def modify(**asked):
        assert ec2.modify_instance_placement(InstanceId=instance_id, **asked)["Return"]
        placement = shown(ec2, instance_id)["Placement"]
        return placement["GroupName"], placement.get("PartitionNumber")

    with error("IncorrectInstanceState", "is not in the 'stopped' state"):
        modify(GroupName="parts")
    ec2.stop_instances(InstanceIds=[instance_id])
    assert modify(GroupName="parts", PartitionNumber=2) == ("parts", 2)
    assert modify(PartitionNumber=3) == ("parts", 3)
    with error("InvalidPlacementGroup.InUse"):
        ec2.delete_placement_group(GroupName="parts")
    assert modify(GroupName="apart") == ("apart", None)
    assert modify(Tenancy="default") == ("apart", None)
    assert modify(GroupName="") == ("", None)
    ec2.delete_placement_group(GroupName="parts")
    for code, asked in (
        ("InvalidPlacementGroup.Unknown", {"GroupName": "nope"}),
        ("InvalidParameterCombination", {"PartitionNumber": 1}),
        ("InvalidParameterCombination", {"GroupName": "apart", "PartitionNumber": 1}),
        ("UnsupportedOperation", {"Tenancy": "dedicated"}),
        ("MissingParameter", {}),
    ):
        with error(code):
            modify(**asked)


def test_what_every_instance_is_may_be_asked_for(ec2, launch, error):
    instance_id = launch()["InstanceId"]
    ec2.modify_instance_attribute(InstanceId=instance_id, EnaSupport={"Value": True})
    ec2.modify_instance_attribute(InstanceId=instance_id, SriovNetSupport={"Value": "simple"})
    with error("UnsupportedOperation", "EnaSupport can't be switched off"):
        ec2.modify_instance_attribute(InstanceId=instance_id, EnaSupport={"Value": False})
    with error("InvalidParameterValue", r"^Value \(abc\) for parameter attribute is invalid. Unknown attribute.$"):
        ec2.describe_instance_attribute(InstanceId=instance_id, Attribute="abc")


def test_protections(ec2, launch, error):
    instance_id = launch(DisableApiStop=True)["InstanceId"]
    with error("OperationNotPermitted", "may not be stopped. Modify its 'disableApiStop' instance attribute and try again."):
        ec2.stop_instances(InstanceIds=[instance_id])
    with error("OperationNotPermitted", "may not be terminated. Modify its 'disableApiStop' instance attribute and try again."):
        ec2.terminate_instances(InstanceIds=[instance_id])
    ec2.modify_instance_attribute(InstanceId=instance_id, DisableApiStop={"Value": False})
    with error("UnsupportedHibernationConfiguration", f"'{instance_id}' is not configured for hibernation"):
        ec2.stop_instances(InstanceIds=[instance_id], Hibernate=True)
    ec2.terminate_instances(InstanceIds=[instance_id])


def test_one_that_is_protected_keeps_those_of_its_zone(ec2, launch, error):
    in_zone = {
        zone: [launch(Placement={"AvailabilityZone": zone})["InstanceId"] for _ in range(2)]
        for zone in ("us-east-1a", "us-east-1b", "us-east-1c")
    }
    protected = in_zone["us-east-1b"][0]
    ec2.modify_instance_attribute(InstanceId=protected, DisableApiTermination={"Value": True})
    everyone = [instance for zone in in_zone.values() for instance in zone]

    def terminated():
        found = ec2.describe_instances(Filters=[{"Name": "instance-state-name", "Values": ["shutting-down", "terminated"]}])
        return {i["InstanceId"] for r in found["Reservations"] for i in r["Instances"]}

    wanted = f"^The instance '{protected}' may not be terminated. Modify its 'disableApiTermination' instance attribute and try again.$"
    with error("OperationNotPermitted", wanted):
        ec2.terminate_instances(InstanceIds=[protected])
    assert terminated() == set()
    # Those of the other zones go, and the request fails.
    for _ in range(2):
        with error("OperationNotPermitted", wanted):
            ec2.terminate_instances(InstanceIds=everyone)
        assert terminated() == {*in_zone["us-east-1a"], *in_zone["us-east-1c"]}
    ec2.modify_instance_attribute(InstanceId=protected, DisableApiTermination={"Value": False})
    ec2.terminate_instances(InstanceIds=everyone)
    assert terminated() == set(everyone)


@pytest.mark.parametrize("act", ["start_instances", "stop_instances", "reboot_instances", "terminate_instances"])
def test_nothing_to_act_on(ec2, error, act):
    with error("InvalidParameterCombination", "^No instances specified$"):
        getattr(ec2, act)(InstanceIds=[])


def test_a_password_is_for_windows(ec2, launch, error):
    instance_id = launch()["InstanceId"]
    answer = ec2.get_password_data(InstanceId=instance_id)
    assert (answer["InstanceId"], answer["PasswordData"]) == (instance_id, "")
    with error("InvalidInstanceID.NotFound"):
        ec2.get_password_data(InstanceId=f"i-{X}")
