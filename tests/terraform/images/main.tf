resource "aws_instance" "builder" {
  ami           = data.aws_ami.tiny.id
  instance_type = "t3.micro"
}

resource "aws_ami_from_instance" "golden" {
  name                    = "golden"
  source_instance_id      = aws_instance.builder.id
  snapshot_without_reboot = true
  tags                    = { Name = local.edited ? "b" : "a" }
}

resource "aws_ami_copy" "copy" {
  name              = "copy"
  source_ami_id     = aws_ami_from_instance.golden.id
  source_ami_region = "us-east-1"
}

resource "aws_ami_launch_permission" "friend" {
  count      = local.edited ? 0 : 1
  image_id   = aws_ami_from_instance.golden.id
  account_id = "210987654321"
}

resource "aws_instance" "from_golden" {
  ami           = aws_ami_copy.copy.id
  instance_type = "t3.micro"
}
