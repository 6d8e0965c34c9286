# Assessment of claims: a queue and a function in each region; the one in the recovery region takes no messages until promoted.
resource "aws_sqs_queue" "assess_dead_primary" {
  name                    = "claims-assess-dead"
  sqs_managed_sse_enabled = true
}

resource "aws_sqs_queue" "assess_primary" {
  name                    = "claims-assess"
  sqs_managed_sse_enabled = true
  redrive_policy          = jsonencode({ deadLetterTargetArn = aws_sqs_queue.assess_dead_primary.arn, maxReceiveCount = 5 })
}

resource "aws_sqs_queue" "assess_dead_recovery" {
  provider                = aws.recovery
  name                    = "claims-assess-dead"
  sqs_managed_sse_enabled = true
}

resource "aws_sqs_queue" "assess_recovery" {
  provider                = aws.recovery
  name                    = "claims-assess"
  sqs_managed_sse_enabled = true
  redrive_policy          = jsonencode({ deadLetterTargetArn = aws_sqs_queue.assess_dead_recovery.arn, maxReceiveCount = 5 })
}

resource "aws_iam_role" "assess" {
  name = "claims-assess"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_role_policy" "assess" {
  role = aws_iam_role.assess.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["dynamodb:UpdateItem"], Resource = "arn:${data.aws_partition.current.partition}:dynamodb:*:${data.aws_caller_identity.current.account_id}:table/claims-cases" },
      { Effect = "Allow", Action = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], Resource = [aws_sqs_queue.assess_primary.arn, aws_sqs_queue.assess_recovery.arn] },
    ]
  })
}

resource "aws_lambda_function" "assess_primary" {
  function_name = "claims-assess"
  role          = aws_iam_role.assess.arn
  runtime       = "python3.13"
  handler       = "assess.handler"
  filename      = "${path.module}/lambda/assess.zip"
  timeout       = 30
  architectures = ["arm64"]
  environment { variables = { CASES_TABLE = aws_dynamodb_table.cases.name } }
  tags = { "mr:idempotent" = "true" }
}

resource "aws_lambda_function" "assess_recovery" {
  provider      = aws.recovery
  function_name = "claims-assess"
  role          = aws_iam_role.assess.arn
  runtime       = "python3.13"
  handler       = "assess.handler"
  filename      = "${path.module}/lambda/assess.zip"
  timeout       = 30
  architectures = ["arm64"]
  environment { variables = { CASES_TABLE = aws_dynamodb_table.cases.name } }
  tags = { "mr:idempotent" = "true" }
}

resource "aws_lambda_event_source_mapping" "assess_primary" {
  event_source_arn = aws_sqs_queue.assess_primary.arn
  function_name    = aws_lambda_function.assess_primary.arn
  enabled          = true
}

resource "aws_lambda_event_source_mapping" "assess_recovery" {
  provider         = aws.recovery
  event_source_arn = aws_sqs_queue.assess_recovery.arn
  function_name    = aws_lambda_function.assess_recovery.arn
  enabled          = var.promoted
}

resource "aws_cloudwatch_event_rule" "nightly_primary" {
  name                = "claims-nightly"
  schedule_expression = "cron(30 1 * * ? *)"
  state               = "ENABLED"
}

resource "aws_cloudwatch_event_target" "nightly_primary" {
  rule = aws_cloudwatch_event_rule.nightly_primary.name
  arn  = aws_sqs_queue.assess_primary.arn
}

resource "aws_cloudwatch_event_rule" "nightly_recovery" {
  provider            = aws.recovery
  name                = "claims-nightly"
  schedule_expression = "cron(30 1 * * ? *)"
  state               = "DISABLED"
}

resource "aws_cloudwatch_event_target" "nightly_recovery" {
  provider = aws.recovery
  rule     = aws_cloudwatch_event_rule.nightly_recovery.name
  arn      = aws_sqs_queue.assess_recovery.arn
}
