terraform {
  required_version = ">= 1.9"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }
}

provider "aws" {
  region              = local.home
  allowed_account_ids = [var.account]

  default_tags {
    tags = local.tags
  }
}

provider "aws" {
  alias               = "recovery"
  region              = var.regions["recovery"]
  allowed_account_ids = [var.account]
}

locals {
  home   = var.regions.home
  prefix = join("-", compact(["shop", var.environment, ""]))
  tags = merge({ service = "orders" }, var.environment == "prod" ? { tier = "1" } : {})

  queues = {
    for name, settings in var.queues : name => merge({ fifo = false }, settings)
    if settings.enabled
  }
}

resource "aws_kms_key" "main" {
  description         = "Key of ${local.prefix}"
  enable_key_rotation = true
  policy              = data.aws_iam_policy_document.key.json
}

resource "aws_kms_alias" "main" {
  name          = "alias/${local.prefix}"
  target_key_id = aws_kms_key.main.key_id
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_region" "recovery" {
  provider = aws.recovery
}

data "aws_iam_policy_document" "key" {
  statement {
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:${data.aws_partition.current.partition}:iam::${data.aws_caller_identity.current.account_id}:root"]
    }
  }

  dynamic "statement" {
    for_each = toset(["sqs", "sns"])

    content {
      sid       = "Via${title(statement.value)}"
      actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
      resources = ["*"]

      principals {
        type        = "Service"
        identifiers = ["${statement.key}.amazonaws.com"]
      }

      condition {
        test     = "StringEquals"
        variable = "kms:ViaService"
        values   = [format("%s.%s.amazonaws.com", statement.value, data.aws_region.recovery.name)]
      }
    }
  }
}

module "media" {
  source   = "./modules/bucket"
  for_each = { for place in ["home", "spare"] : place => "${local.prefix}-media-${place}" }

  name    = each.value
  key_arn = aws_kms_key.main.arn
  encrypt = "true"
}

module "recovery" {
  source = "./modules/bucket"
  name   = "${local.prefix}-media-recovery"

  lifecycle_rules = [{ id = "old", days = 30 }, { id = "new" }]

  providers = {
    aws = aws.recovery
  }
}

resource "aws_sqs_queue" "work" {
  for_each = local.queues

  name                       = each.value.fifo ? "${local.prefix}-${each.key}.fifo" : "${local.prefix}-${each.key}"
  fifo_queue                 = each.value.fifo
  visibility_timeout_seconds = each.value.seconds
  kms_master_key_id          = aws_kms_key.main.arn

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead[each.value.fifo ? 1 : 0].arn
    maxReceiveCount     = 3
  })
}

resource "aws_sqs_queue" "dead" {
  count      = length(distinct(values(local.queues)[*].fifo))
  name       = "${local.prefix}-dead${count.index == 1 ? ".fifo" : ""}"
  fifo_queue = count.index == 1
}

resource "aws_dynamodb_table" "orders" {
  name         = "${local.prefix}-orders"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  stream_enabled   = true
  stream_view_type = "NEW_AND_OLD_IMAGES"

  attribute {
    name = "id"
    type = "S"
  }

  dynamic "replica" {
    for_each = var.environment == "prod" ? [var.regions.recovery] : []

    content {
      region_name            = replica.value
      point_in_time_recovery = true
    }
  }

  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.main.arn
  }
}

module "worker" {
  source = "./modules/worker"
  count  = var.workers

  name   = "${local.prefix}-worker-${count.index}"
  table  = aws_dynamodb_table.orders
  queues = { for name, queue in aws_sqs_queue.work : name => queue.arn }
  bucket = module.media["home"].bucket
}

resource "aws_sns_topic" "alerts" {
  count             = 0
  name              = "never"
  kms_master_key_id = try(aws_kms_key.missing[0].arn, aws_kms_key.main.arn)
}

resource "aws_kms_key" "missing" {
  count       = 0
  description = "Not made"
}
