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
  region              = "eu-west-1"
  allowed_account_ids = ["111122223333"]

  default_tags {
    tags = {
      service = "media"
    }
  }
}

provider "aws" {
  alias               = "recovery"
  region              = "eu-central-1"
  allowed_account_ids = ["111122223333"]
}

# Pictures that merchants upload: the only copy there is.
module "originals" {
  source = "./modules/bucket"
  name   = "shop-media-originals-111122223333"
}

module "originals_copy" {
  source = "./modules/bucket"
  name   = "shop-media-originals-copy-111122223333"

  providers = {
    aws = aws.recovery
  }
}

# Sizes that are rendered from the originals.
module "renditions" {
  source = "./modules/bucket"
  name   = "shop-media-renditions-111122223333"
}

module "renditions_copy" {
  source = "./modules/bucket"
  name   = "shop-media-renditions-copy-111122223333"

  providers = {
    aws = aws.recovery
  }
}

# Price lists that merchants fetch. Nobody has thought of the recovery region here.
resource "aws_s3_bucket" "exports" {
  bucket = "shop-media-exports-111122223333"
}

resource "aws_s3_bucket_replication_configuration" "originals" {
  bucket = module.originals.id
  role   = aws_iam_role.replication.arn

  rule {
    id     = "everything"
    status = "Enabled"

    filter {}

    delete_marker_replication {
      status = "Enabled"
    }

    destination {
      bucket = module.originals_copy.arn

      replication_time {
        status = "Enabled"
        time {
          minutes = 15
        }
      }

      metrics {
        status = "Enabled"
        event_threshold {
          minutes = 15
        }
      }
    }
  }

  depends_on = [module.originals, module.originals_copy]
}

# Only what the catalogue shows on its first page is copied.
resource "aws_s3_bucket_replication_configuration" "renditions" {
  bucket = module.renditions.id
  role   = aws_iam_role.replication.arn

  rule {
    id     = "front-page"
    status = "Enabled"

    filter {
      prefix = "front-page/"
    }

    delete_marker_replication {
      status = "Disabled"
    }

    destination {
      bucket = module.renditions_copy.arn
    }
  }

  depends_on = [module.renditions, module.renditions_copy]
}

resource "aws_iam_role" "replication" {
  name = "shop-media-replication"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "s3.amazonaws.com" } }]
  })
}
