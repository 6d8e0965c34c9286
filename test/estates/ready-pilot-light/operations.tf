locals {
  lag = {
    database = { namespace = "AWS/RDS", metric = "ReplicaLag", dimensions = { DBInstanceIdentifier = "claims" }, threshold = 300 }
  }
}

# Lag of the replica is a metric of the region that the replica is in.
resource "aws_cloudwatch_metric_alarm" "lag" {
  provider            = aws.recovery
  for_each            = local.lag
  alarm_name          = "claims-lag-${each.key}"
  namespace           = each.value.namespace
  metric_name         = each.value.metric
  dimensions          = each.value.dimensions
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 5
  threshold           = each.value.threshold
  comparison_operator = "GreaterThanThreshold"
}

resource "aws_cloudwatch_metric_alarm" "documents" {
  alarm_name          = "claims-documents-replication"
  namespace           = "AWS/S3"
  metric_name         = "ReplicationLatency"
  dimensions          = { SourceBucket = aws_s3_bucket.documents.id, DestinationBucket = aws_s3_bucket.documents_copy.id, RuleId = "recovery" }
  statistic           = "Maximum"
  period              = 300
  evaluation_periods  = 3
  threshold           = 900
  comparison_operator = "GreaterThanThreshold"
}

resource "aws_cloudwatch_metric_alarm" "cases" {
  alarm_name          = "claims-cases-replication"
  namespace           = "AWS/DynamoDB"
  metric_name         = "ReplicationLatency"
  dimensions          = { TableName = aws_dynamodb_table.cases.name, ReceivingRegion = var.recovery_region }
  statistic           = "Average"
  period              = 60
  evaluation_periods  = 5
  threshold           = 60000
  comparison_operator = "GreaterThanThreshold"
}

resource "aws_cloudwatch_metric_alarm" "attachments" {
  alarm_name          = "claims-attachments-replication"
  namespace           = "AWS/EFS"
  metric_name         = "TimeSinceLastSync"
  dimensions          = { FileSystemId = aws_efs_file_system.attachments.id, DestinationFileSystemId = aws_efs_file_system.attachments_copy.id }
  statistic           = "Maximum"
  period              = 300
  evaluation_periods  = 3
  threshold           = 1200
  comparison_operator = "GreaterThanThreshold"
}

resource "aws_guardduty_detector" "primary" { enable = true }
resource "aws_guardduty_detector" "recovery" {
  provider = aws.recovery
  enable   = true
}

resource "aws_securityhub_account" "primary" {}
resource "aws_securityhub_account" "recovery" { provider = aws.recovery }

resource "aws_iam_role" "recorder" {
  name = "claims-config"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "config.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_config_configuration_recorder" "primary" {
  role_arn = aws_iam_role.recorder.arn
  recording_group { all_supported = true }
}

resource "aws_config_configuration_recorder" "recovery" {
  provider = aws.recovery
  role_arn = aws_iam_role.recorder.arn
  recording_group { all_supported = true }
}

resource "aws_synthetics_canary" "outside" {
  provider             = aws.recovery
  name                 = "claims-entry"
  artifact_s3_location = "s3://${aws_s3_bucket.documents_copy.id}/canary/"
  execution_role_arn   = aws_iam_role.web.arn
  handler              = "index.handler"
  zip_file             = "canary.zip"
  runtime_version      = "syn-nodejs-puppeteer-10.0"
  start_canary         = true
  schedule { expression = "rate(5 minutes)" }
}
