# Without user data: the provider hashes the hash of what a template brought (hashicorp/terraform-provider-aws#30825).
resource "aws_launch_template" "web" {
  name                   = "web"
  image_id               = data.aws_ami.tiny.id
  instance_type          = "t3.micro"
  update_default_version = true
  description            = "web servers"
  block_device_mappings {
    device_name = "/dev/sdf"
    ebs {
      volume_size = 3
      volume_type = "gp3"
    }
  }
  metadata_options {
    http_tokens = "required"
  }
  tag_specifications {
    resource_type = "volume"
    # Not the description: the provider plans no new version for that alone, though it makes one.
    tags = { Name = local.edited ? "second" : "first" }
  }
}

resource "aws_placement_group" "apart" {
  name     = "apart"
  strategy = "spread"
}

resource "aws_instance" "web" {
  placement_group = aws_placement_group.apart.name
  launch_template {
    id      = aws_launch_template.web.id
    version = aws_launch_template.web.latest_version
  }
  tags = { Name = local.edited ? "b" : "a" }
}

# By the name of a public parameter, which the provider reads, and which a launch resolves.
data "aws_ssm_parameter" "tiny" {
  name = "/aws/service/fogbank/tiny/latest/x86_64"
  lifecycle {
    postcondition {
      condition     = self.value == data.aws_ami.tiny.id
      error_message = "The parameter is not the image's id."
    }
  }
}

resource "aws_launch_template" "by_name" {
  name          = "by-name"
  image_id      = "resolve:ssm:${data.aws_ssm_parameter.tiny.name}"
  instance_type = local.edited ? "t3.small" : "t3.micro"
}

resource "aws_instance" "by_name" {
  launch_template {
    id      = aws_launch_template.by_name.id
    version = aws_launch_template.by_name.latest_version
  }
}
