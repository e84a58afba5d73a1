resource "aws_vpc" "net" {
  cidr_block = "10.63.0.0/16"
}

resource "aws_subnet" "a" {
  vpc_id     = aws_vpc.net.id
  cidr_block = "10.63.1.0/24"
}

resource "aws_ebs_encryption_by_default" "all" {
  enabled = local.edited
}

resource "aws_ebs_volume" "sealed" {
  availability_zone = "us-east-1a"
  size              = local.edited ? 2 : 1
  encrypted         = true
}

resource "aws_ebs_snapshot" "sealed" {
  volume_id = aws_ebs_volume.sealed.id
}

resource "aws_instance" "vm" {
  ami           = data.aws_ami.tiny.id
  instance_type = "t3.micro"
  subnet_id     = aws_subnet.a.id
  root_block_device {
    encrypted   = true
    volume_size = 10
    kms_key_id  = aws_ebs_volume.sealed.kms_key_id
  }
  ebs_block_device {
    device_name = "/dev/sdf"
    encrypted   = true
    volume_size = 1
  }
}

data "aws_ebs_default_kms_key" "own" {
  depends_on = [aws_ebs_encryption_by_default.all]
}
