resource "aws_ecr_repository" "service" {
  for_each             = toset(["catalogue", "checkout"])
  name                 = "shop/${each.key}"
  image_tag_mutability = "IMMUTABLE"

  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = aws_kms_key.data.arn
  }
}

resource "aws_ecr_replication_configuration" "recovery" {
  count = var.recovery_registry ? 1 : 0

  replication_configuration {
    rule {
      destination {
        region      = var.recovery_region
        registry_id = "111122223333"
      }
    }
  }
}

resource "aws_ecs_cluster" "shop" {
  name = "shop"
}
