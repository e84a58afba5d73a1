# Options of instances and of the account, DHCP options, and data sources of what there is and of what there is none of.

resource "aws_vpc_dhcp_options" "office" {
  domain_name          = local.edited ? "office.example" : "example.com"
  domain_name_servers  = ["10.63.0.9", "AmazonProvidedDNS"]
  ntp_servers          = ["10.63.0.8"]
  netbios_name_servers = ["10.63.0.7"]
  netbios_node_type    = 2
}

resource "aws_vpc" "net" {
  cidr_block           = "10.63.0.0/16"
  enable_dns_hostnames = true
}

resource "aws_vpc_dhcp_options_association" "office" {
  vpc_id          = aws_vpc.net.id
  dhcp_options_id = aws_vpc_dhcp_options.office.id
}

resource "aws_subnet" "a" {
  vpc_id                                      = aws_vpc.net.id
  cidr_block                                  = "10.63.1.0/24"
  private_dns_hostname_type_on_launch         = "resource-name"
  enable_resource_name_dns_a_record_on_launch = true
}

resource "aws_ec2_instance_metadata_defaults" "region" {
  http_tokens                 = local.edited ? "required" : "no-preference"
  http_put_response_hop_limit = local.edited ? 4 : 3
  instance_metadata_tags      = "enabled"
}

resource "aws_placement_group" "parts" {
  name            = "options-parts"
  strategy        = "partition"
  partition_count = 3
}

resource "aws_instance" "vm" {
  ami                        = data.aws_ami.tiny.id
  instance_type              = "m5.large"
  subnet_id                  = aws_subnet.a.id
  placement_group            = aws_placement_group.parts.name
  placement_partition_number = 2
  disable_api_stop           = !local.edited
  disable_api_termination    = !local.edited
  monitoring                 = local.edited
  user_data_base64           = base64encode("hello")
  maintenance_options {
    auto_recovery = local.edited ? "default" : "disabled"
  }
  capacity_reservation_specification {
    capacity_reservation_preference = "none"
  }
  cpu_options {
    core_count       = 1
    threads_per_core = 1
  }
  private_dns_name_options {
    hostname_type                     = "ip-name"
    enable_resource_name_dns_a_record = local.edited
  }
  metadata_options {
    http_tokens            = "required"
    instance_metadata_tags = "enabled"
  }
  depends_on = [aws_ec2_instance_metadata_defaults.region]
}

resource "aws_instance" "burstable" {
  ami           = data.aws_ami.tiny.id
  instance_type = "t3.micro"
  credit_specification {
    cpu_credits = local.edited ? "unlimited" : "standard"
  }
}

resource "aws_ami_from_instance" "baked" {
  name               = "options-baked"
  source_instance_id = aws_instance.burstable.id
}

resource "aws_ami_launch_permission" "friend" {
  image_id   = aws_ami_from_instance.baked.id
  account_id = "111122223333"
}

resource "aws_ec2_tag" "root" {
  resource_id = aws_instance.burstable.root_block_device[0].volume_id
  key         = "stage"
  value       = local.edited ? "two" : "one"
}

resource "aws_eip" "vm" {
  instance = aws_instance.burstable.id
}

data "aws_instances" "all" {
  instance_state_names = ["running", "pending"]
  depends_on           = [aws_instance.vm, aws_instance.burstable]
}

data "aws_instance" "vm" {
  instance_id   = aws_instance.vm.id
  get_user_data = true
}

data "aws_vpc_dhcp_options" "office" {
  dhcp_options_id = aws_vpc_dhcp_options.office.id
}

data "aws_nat_gateways" "none" {
  vpc_id = aws_vpc.net.id
}

data "aws_vpc_peering_connections" "none" {}

data "aws_ec2_instance_types" "small" {
  filter {
    name   = "instance-type"
    values = ["t3.*"]
  }
}

data "aws_ami_ids" "amazon" {
  owners = ["amazon"]
}

data "aws_security_groups" "net" {
  filter {
    name   = "vpc-id"
    values = [aws_vpc.net.id]
  }
}

data "aws_vpcs" "all" {
  depends_on = [aws_vpc.net]
}

data "aws_network_acls" "net" {
  vpc_id = aws_vpc.net.id
}

data "aws_eips" "all" {
  depends_on = [aws_eip.vm]
}

data "aws_ebs_volumes" "all" {
  depends_on = [aws_instance.vm]
}

data "aws_network_interfaces" "net" {
  filter {
    name   = "subnet-id"
    values = [aws_subnet.a.id]
  }
  depends_on = [aws_instance.vm]
}

data "aws_ec2_managed_prefix_lists" "none" {}

data "aws_regions" "all" {}
