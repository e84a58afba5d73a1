resource "aws_vpc" "net" {
  cidr_block           = "10.63.0.0/16"
  enable_dns_hostnames = local.edited
  tags                 = { Name = local.edited ? "b" : "a" }
}

resource "aws_internet_gateway" "out" {
  vpc_id = aws_vpc.net.id
}

resource "aws_subnet" "public" {
  count                   = 2
  vpc_id                  = aws_vpc.net.id
  cidr_block              = cidrsubnet(aws_vpc.net.cidr_block, 8, count.index)
  availability_zone       = ["us-east-1a", "us-east-1b"][count.index]
  map_public_ip_on_launch = !local.edited
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.net.id
  route {
    cidr_block = local.edited ? "10.0.0.0/8" : "0.0.0.0/0"
    gateway_id = aws_internet_gateway.out.id
  }
}

resource "aws_route_table_association" "public" {
  count          = 2
  subnet_id      = aws_subnet.public[count.index].id
  route_table_id = aws_route_table.public.id
}

resource "aws_network_interface" "service" {
  subnet_id       = aws_subnet.public[0].id
  private_ips     = local.edited ? ["10.63.0.10", "10.63.0.11"] : ["10.63.0.10"]
  security_groups = [aws_vpc.net.default_security_group_id]
}

resource "aws_eip" "service" {
  domain            = "vpc"
  network_interface = aws_network_interface.service.id
  depends_on        = [aws_internet_gateway.out]
}
