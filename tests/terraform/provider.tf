# What all configurations have in common. STAGE 1 is the first apply, 2 the same configuration after an edit.
terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

variable "endpoint" { type = string }
variable "access_key" { type = string }
variable "secret_key" { type = string }
variable "stage" { type = number }

provider "aws" {
  region                      = "us-east-1"
  access_key                  = var.access_key
  secret_key                  = var.secret_key
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  max_retries                 = 2
  endpoints {
    ec2 = var.endpoint
    ssm = var.endpoint
    sts = var.endpoint
  }
  default_tags {
    tags = { made-by = "terraform" }
  }
}

locals {
  edited = var.stage == 2
}

data "aws_ami" "tiny" {
  most_recent = true
  owners      = ["amazon"]
  filter {
    name   = "name"
    values = ["fogbank-tiny-*-x86_64"]
  }
}
