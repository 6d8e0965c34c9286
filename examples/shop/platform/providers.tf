terraform {
  required_version = ">= 1.9"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }
}

variable "region" {
  description = "Region the platform runs in."
  type        = string
  default     = "eu-west-1"
}

variable "recovery_region" {
  description = "Region that is to take over."
  type        = string
  default     = "eu-central-1"
}

variable "recovery_registry" {
  description = "Copy pushed images to the recovery region. Waits for the budget round."
  type        = bool
  default     = false
}

locals {
  zones = [for letter in ["a", "b", "c"] : "${var.region}${letter}"]
}

provider "aws" {
  region              = var.region
  allowed_account_ids = ["111122223333"]

  default_tags {
    tags = {
      service = "platform"
      owner   = "platform-team"
    }
  }
}

provider "aws" {
  alias               = "recovery"
  region              = var.recovery_region
  allowed_account_ids = ["111122223333"]
}
