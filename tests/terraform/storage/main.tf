resource "aws_ebs_volume" "data" {
  availability_zone = "us-east-1a"
  size              = local.edited ? 3 : 2
  type              = local.edited ? "gp3" : "gp2"
  tags              = { Name = "data" }
}

resource "aws_ebs_snapshot" "data" {
  volume_id   = aws_ebs_volume.data.id
  description = "data"
}

resource "aws_ebs_snapshot_copy" "copy" {
  source_snapshot_id = aws_ebs_snapshot.data.id
  source_region      = "us-east-1"
}

resource "aws_ebs_volume" "restored" {
  availability_zone = "us-east-1b"
  snapshot_id       = aws_ebs_snapshot_copy.copy.id
  tags              = { Name = local.edited ? "b" : "a" }
}

resource "aws_ami" "made" {
  name                = "made"
  virtualization_type = "hvm"
  root_device_name    = "/dev/xvda"
  ebs_block_device {
    device_name = "/dev/xvda"
    snapshot_id = aws_ebs_snapshot.data.id
    volume_size = 5
  }
}
