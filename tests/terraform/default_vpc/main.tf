data "aws_vpc" "default" {
  default = true
}

data "aws_subnets" "all" {
  filter {
    name   = "vpc-id"
    values = [data.aws_vpc.default.id]
  }
}

data "aws_caller_identity" "me" {}
data "aws_availability_zones" "up" {
  state = "available"
}

resource "aws_security_group" "ssh" {
  name   = "ssh"
  vpc_id = data.aws_vpc.default.id
}

resource "aws_instance" "one" {
  ami                    = data.aws_ami.tiny.id
  instance_type          = "t3.micro"
  vpc_security_group_ids = [aws_security_group.ssh.id]
  tags                   = { Name = local.edited ? "b" : "a" }
}

output "subnets" {
  value = length(data.aws_subnets.all.ids) == length(data.aws_availability_zones.up.names)
}
