resource "aws_vpc" "net" {
  cidr_block = "10.61.0.0/16"
}

resource "aws_security_group" "web" {
  name        = "web"
  description = "web servers"
  vpc_id      = aws_vpc.net.id
  ingress {
    description = local.edited ? "inside" : "everybody"
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = [local.edited ? "10.0.0.0/8" : "0.0.0.0/0"]
  }
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
  tags = { Name = local.edited ? "web-b" : "web-a" }
}

resource "aws_security_group" "database" {
  name   = "database"
  vpc_id = aws_vpc.net.id
}

resource "aws_vpc_security_group_ingress_rule" "from_web" {
  security_group_id            = aws_security_group.database.id
  referenced_security_group_id = aws_security_group.web.id
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = local.edited ? 5433 : 5432
}
