terraform {
  required_version = ">= 1.9"
  required_providers {
    aws = { source = "hashicorp/aws", version = "~> 5.100" }
  }
  # State outlives the loss of either region: the bucket is replicated, and its copy has the same content.
  backend "s3" {
    bucket       = "claims-terraform-state"
    key          = "claims.tfstate"
    region       = "us-west-2"
    use_lockfile = true
    encrypt      = true
  }
}

variable "primary_region" {
  type    = string
  default = "us-east-1"
}

variable "recovery_region" {
  type    = string
  default = "us-west-2"
}

variable "promoted" {
  description = "Whether the recovery region has taken over"
  type        = bool
  default     = false
}

provider "aws" {
  region = var.primary_region
  default_tags { tags = { service = "claims" } }
}

provider "aws" {
  alias  = "recovery"
  region = var.recovery_region
  default_tags { tags = { service = "claims" } }
}

data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}
