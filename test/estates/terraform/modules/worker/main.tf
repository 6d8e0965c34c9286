variable "name" {}

variable "table" {
  type = object({ name = string, arn = string, stream_arn = string })
}

variable "queues" {
  type = map(string)
}

variable "bucket" {}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "data" {
  source_policy_documents = [jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "logs:PutLogEvents", Resource = "*" }]
  })]

  statement {
    sid       = "Table"
    actions   = ["dynamodb:PutItem", "dynamodb:Query"]
    resources = [var.table.arn, "${var.table.arn}/index/*"]
  }

  statement {
    sid       = "Queues"
    actions   = ["sqs:SendMessage"]
    resources = values(var.queues)
  }

  statement {
    sid       = "Pictures"
    actions   = ["s3:GetObject"]
    resources = ["${var.bucket.arn}/*"]
  }
}

resource "aws_iam_role" "this" {
  name               = var.name
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_role_policy" "data" {
  name   = "data"
  role   = aws_iam_role.this.id
  policy = data.aws_iam_policy_document.data.json
}

resource "aws_lambda_function" "this" {
  function_name = var.name
  role          = aws_iam_role.this.arn
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  s3_bucket     = "shop-artifacts-111122223333"
  s3_key        = "${var.name}.zip"
  timeout       = 20

  environment {
    variables = merge(
      { TABLE = var.table.name },
      { for name, arn in var.queues : "QUEUE_${upper(name)}" => arn },
    )
  }
}

resource "aws_lambda_event_source_mapping" "table" {
  function_name     = aws_lambda_function.this.arn
  event_source_arn  = var.table.stream_arn
  starting_position = "LATEST"
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/aws/lambda/${aws_lambda_function.this.function_name}"
  retention_in_days = 30
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "${var.name}-errors"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  period              = 60
  statistic           = "Sum"
  threshold           = 0
  dimensions          = { FunctionName = aws_lambda_function.this.function_name }
}
