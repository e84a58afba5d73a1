resource "aws_vpc" "net" {
  cidr_block = "10.62.0.0/16"
}

resource "aws_subnet" "a" {
  vpc_id     = aws_vpc.net.id
  cidr_block = "10.62.1.0/24"
}

resource "aws_key_pair" "me" {
  key_name   = "me"
  public_key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGmSlAtLKBK0Wf0TUDgqWWxZVFTPXkoTMRzKxXkSGKTj me"
}

resource "aws_instance" "vm" {
  ami                                  = data.aws_ami.tiny.id
  instance_type                        = local.edited ? "t3.small" : "t3.micro"
  subnet_id                            = aws_subnet.a.id
  key_name                             = aws_key_pair.me.key_name
  private_ip                           = "10.62.1.10"
  associate_public_ip_address          = true
  # Not edited: an instance with a second interface is asked by its interfaces, which the provider doesn't do.
  source_dest_check                    = false
  user_data                            = "#!/bin/sh\necho hello\n"
  instance_initiated_shutdown_behavior = local.edited ? "terminate" : "stop"
  root_block_device {
    volume_size = local.edited ? 12 : 10
    volume_type = "gp3"
    tags        = { Name = "root" }
  }
  metadata_options {
    http_tokens                 = "required"
    http_put_response_hop_limit = local.edited ? 3 : 2
  }
  tags = { Name = local.edited ? "vm-b" : "vm-a" }
}

resource "aws_ebs_volume" "data" {
  availability_zone = aws_instance.vm.availability_zone
  size              = local.edited ? 3 : 2
  type              = "gp3"
}

resource "aws_volume_attachment" "data" {
  device_name = "/dev/sdh"
  volume_id   = aws_ebs_volume.data.id
  instance_id = aws_instance.vm.id
}

resource "aws_network_interface" "second" {
  subnet_id   = aws_subnet.a.id
  description = local.edited ? "b" : "a"
}

resource "aws_network_interface_attachment" "second" {
  instance_id          = aws_instance.vm.id
  network_interface_id = aws_network_interface.second.id
  device_index         = 1
}
