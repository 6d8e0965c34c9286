variable "name" {
  type = string
}

variable "key_arn" {
  type    = string
  default = null
}

variable "encrypt" {
  type    = bool
  default = false
}

variable "lifecycle_rules" {
  type = list(object({
    id   = string
    days = optional(number, 90)
  }))
  default = []
}

resource "aws_s3_bucket" "this" {
  bucket = var.name
}

resource "aws_s3_bucket_versioning" "this" {
  bucket = aws_s3_bucket.this.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  count  = var.encrypt ? 1 : 0
  bucket = aws_s3_bucket.this.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = var.key_arn
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "this" {
  count  = length(var.lifecycle_rules) > 0 ? 1 : 0
  bucket = aws_s3_bucket_versioning.this.bucket

  dynamic "rule" {
    for_each = var.lifecycle_rules

    content {
      id     = rule.value.id
      status = "Enabled"

      filter {}

      expiration {
        days = rule.value["days"]
      }
    }
  }
}

output "bucket" {
  value = aws_s3_bucket.this
}
