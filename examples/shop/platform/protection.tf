resource "aws_kms_key" "data" {
  description         = "Data of the shop"
  enable_key_rotation = true
}

resource "aws_kms_alias" "data" {
  name          = "alias/shop/data"
  target_key_id = aws_kms_key.data.key_id
}

resource "aws_kms_key" "recovery_vault" {
  provider    = aws.recovery
  description = "Backups of the shop in the recovery region"
}

resource "aws_backup_vault" "home" {
  name        = "shop"
  kms_key_arn = aws_kms_key.data.arn
}

resource "aws_backup_vault" "recovery" {
  provider    = aws.recovery
  name        = "shop"
  kms_key_arn = aws_kms_key.recovery_vault.arn
}

resource "aws_iam_role" "backup" {
  name = "shop-backup"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "backup.amazonaws.com" } }]
  })
}

# Daily backups stay at home; only the monthly one is copied.
resource "aws_backup_plan" "shop" {
  name = "shop"

  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.home.name
    schedule          = "cron(0 3 * * ? *)"

    lifecycle {
      delete_after = 35
    }
  }

  rule {
    rule_name         = "monthly"
    target_vault_name = aws_backup_vault.home.name
    schedule          = "cron(0 4 1 * ? *)"

    copy_action {
      destination_vault_arn = aws_backup_vault.recovery.arn
    }
  }
}

resource "aws_backup_selection" "tagged" {
  name         = "tagged"
  plan_id      = aws_backup_plan.shop.id
  iam_role_arn = aws_iam_role.backup.arn

  selection_tag {
    type  = "STRINGEQUALS"
    key   = "backup"
    value = "daily"
  }
}

resource "aws_sns_topic" "alarms" {
  name = "shop-alarms"
}

resource "aws_cloudwatch_metric_alarm" "unhealthy" {
  alarm_name          = "shop-unhealthy-targets"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "UnHealthyHostCount"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  period              = 60
  evaluation_periods  = 3
  alarm_actions       = [aws_sns_topic.alarms.arn]

  dimensions = {
    LoadBalancer = aws_lb.shop.arn_suffix
  }
}
