resource "aws_vpc" "main" {
  cidr_block = "10.20.0.0/16"
}

resource "aws_subnet" "private" {
  count             = length(var.zones)
  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)
  availability_zone = "${local.home}${element(var.zones, count.index)}"
}

resource "aws_security_group" "worker" {
  name   = "${local.prefix}-worker"
  vpc_id = aws_vpc.main.id

  dynamic "egress" {
    for_each = [443, 5432]
    iterator = port

    content {
      from_port   = port.value
      to_port     = port.value
      protocol    = "tcp"
      cidr_blocks = aws_subnet.private[*].cidr_block
    }
  }
}

resource "aws_db_subnet_group" "main" {
  name       = local.prefix
  subnet_ids = aws_subnet.private.*.id
}

resource "aws_db_instance" "catalogue" {
  identifier             = "${local.prefix}-catalogue"
  engine                 = "postgres"
  instance_class         = lookup(var.classes, var.environment, "db.t4g.micro")
  allocated_storage      = 20
  username               = "catalogue"
  password               = var.password
  multi_az               = var.environment == "prod"
  db_subnet_group_name   = aws_db_subnet_group.main.name
  vpc_security_group_ids = [aws_security_group.worker.id]
  storage_encrypted      = true
  kms_key_id             = aws_kms_key.main.arn
  skip_final_snapshot    = true
}
