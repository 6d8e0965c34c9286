resource "aws_sqs_queue" "uploads" {
  name                       = "shop-media-uploads"
  visibility_timeout_seconds = 120
}

resource "aws_sqs_queue_policy" "uploads" {
  queue_url = aws_sqs_queue.uploads.id
  policy    = data.aws_iam_policy_document.uploads.json
}

data "aws_iam_policy_document" "uploads" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.uploads.arn]

    principals {
      type        = "Service"
      identifiers = ["s3.amazonaws.com"]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [module.originals.arn]
    }
  }
}

resource "aws_s3_bucket_notification" "originals" {
  bucket = module.originals.id

  queue {
    queue_arn = aws_sqs_queue.uploads.arn
    events    = ["s3:ObjectCreated:*"]
  }

  depends_on = [aws_sqs_queue_policy.uploads]
}

resource "aws_iam_role" "render" {
  name = "shop-media-render"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}

data "aws_iam_policy_document" "render" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["${module.originals.arn}/*"]
  }

  statement {
    actions   = ["s3:PutObject"]
    resources = ["${module.renditions.arn}/*"]
  }

  statement {
    actions   = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]
    resources = [aws_sqs_queue.uploads.arn]
  }
}

resource "aws_iam_role_policy" "render" {
  name   = "render"
  role   = aws_iam_role.render.id
  policy = data.aws_iam_policy_document.render.json
}

resource "aws_lambda_function" "render" {
  function_name = "shop-media-render"
  role          = aws_iam_role.render.arn
  runtime       = "python3.13"
  architectures = ["arm64"]
  handler       = "render.handle"
  memory_size   = 1024
  timeout       = 60
  s3_bucket     = "shop-artifacts-eu-west-1-111122223333"
  s3_key        = "media/render.zip"

  environment {
    variables = {
      RENDITIONS_BUCKET = module.renditions.id
    }
  }
}

resource "aws_lambda_event_source_mapping" "uploads" {
  event_source_arn = aws_sqs_queue.uploads.arn
  function_name    = aws_lambda_function.render.arn
  batch_size       = 5
}
