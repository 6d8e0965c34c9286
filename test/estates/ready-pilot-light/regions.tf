module "network_primary" {
  source = "./modules/network"
  cidr   = "10.30.0.0/16"
}

module "network_recovery" {
  source    = "./modules/network"
  providers = { aws = aws.recovery }
  cidr      = "10.40.0.0/16"
}

module "web_primary" {
  source             = "./modules/web"
  vpc_id             = module.network_primary.vpc_id
  public_subnets     = module.network_primary.public_subnets
  private_subnets    = module.network_primary.private_subnets
  domain             = "claims.example.org"
  capacity           = 4
  database_parameter = aws_ssm_parameter.database_primary.name
  instance_profile   = aws_iam_instance_profile.web.name
}

# Switched off until it is needed: the plan in recovery.tf raises it.
module "web_recovery" {
  source             = "./modules/web"
  providers          = { aws = aws.recovery }
  vpc_id             = module.network_recovery.vpc_id
  public_subnets     = module.network_recovery.public_subnets
  private_subnets    = module.network_recovery.private_subnets
  domain             = "claims.example.org"
  capacity           = 0
  database_parameter = aws_ssm_parameter.database_recovery.name
  instance_profile   = aws_iam_instance_profile.web.name
}

resource "aws_iam_role" "web" {
  name = "claims-web"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_role_policy" "web" {
  role = aws_iam_role.web.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["s3:GetObject", "s3:PutObject"], Resource = ["${aws_s3_bucket.documents.arn}/*", "${aws_s3_bucket.documents_copy.arn}/*"] },
      { Effect = "Allow", Action = ["sqs:SendMessage"], Resource = [aws_sqs_queue.assess_primary.arn, aws_sqs_queue.assess_recovery.arn] },
      { Effect = "Allow", Action = ["secretsmanager:GetSecretValue"], Resource = "arn:${data.aws_partition.current.partition}:secretsmanager:*:${data.aws_caller_identity.current.account_id}:secret:claims/*" },
      { Effect = "Allow", Action = ["ssm:GetParameter"], Resource = [aws_ssm_parameter.database_primary.arn, aws_ssm_parameter.database_recovery.arn] },
      { Effect = "Allow", Action = ["kms:Decrypt", "kms:GenerateDataKey"], Resource = [aws_kms_key.claims.arn, aws_kms_replica_key.claims.arn] },
    ]
  })
}

resource "aws_iam_instance_profile" "web" {
  name = "claims-web"
  role = aws_iam_role.web.name
}
