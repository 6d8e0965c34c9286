resource "aws_kms_key" "claims" {
  multi_region        = true
  enable_key_rotation = true
}

resource "aws_kms_alias" "claims" {
  name          = "alias/claims"
  target_key_id = aws_kms_key.claims.id
}

resource "aws_kms_replica_key" "claims" {
  provider        = aws.recovery
  primary_key_arn = aws_kms_key.claims.arn
}

resource "aws_kms_alias" "claims_recovery" {
  provider      = aws.recovery
  name          = "alias/claims"
  target_key_id = aws_kms_replica_key.claims.id
}

resource "aws_db_subnet_group" "primary" {
  name       = "claims"
  subnet_ids = module.network_primary.private_subnets
}

resource "aws_db_subnet_group" "recovery" {
  provider   = aws.recovery
  name       = "claims"
  subnet_ids = module.network_recovery.private_subnets
}

resource "aws_secretsmanager_secret" "database" {
  name       = "claims/database"
  kms_key_id = aws_kms_key.claims.arn
  replica {
    region     = var.recovery_region
    kms_key_id = aws_kms_replica_key.claims.arn
  }
}

resource "random_password" "database" {
  length  = 32
  special = false
}

resource "aws_secretsmanager_secret_version" "database" {
  secret_id     = aws_secretsmanager_secret.database.id
  secret_string = random_password.database.result
}

resource "aws_db_instance" "claims" {
  identifier                      = "claims"
  engine                          = "postgres"
  engine_version                  = "16.4"
  instance_class                  = "db.m6g.large"
  allocated_storage               = 200
  storage_type                    = "gp3"
  multi_az                        = true
  storage_encrypted               = true
  kms_key_id                      = aws_kms_key.claims.arn
  username                        = "claims"
  password                        = random_password.database.result
  db_subnet_group_name            = aws_db_subnet_group.primary.name
  backup_retention_period         = 14
  deletion_protection             = true
  enabled_cloudwatch_logs_exports = ["postgresql"]
}

resource "aws_db_instance" "claims_copy" {
  provider                        = aws.recovery
  identifier                      = "claims"
  replicate_source_db             = aws_db_instance.claims.arn
  instance_class                  = "db.m6g.large"
  storage_type                    = "gp3"
  multi_az                        = true
  storage_encrypted               = true
  kms_key_id                      = aws_kms_replica_key.claims.arn
  db_subnet_group_name            = aws_db_subnet_group.recovery.name
  backup_retention_period         = 14
  deletion_protection             = true
  enabled_cloudwatch_logs_exports = ["postgresql"]
}

resource "aws_efs_file_system" "attachments" {
  encrypted        = true
  kms_key_id       = aws_kms_key.claims.arn
  throughput_mode  = "elastic"
  performance_mode = "generalPurpose"
  tags             = { Name = "claims-attachments" }
}

resource "aws_efs_file_system" "attachments_copy" {
  provider        = aws.recovery
  encrypted       = true
  kms_key_id      = aws_kms_replica_key.claims.arn
  throughput_mode = "elastic"
  tags            = { Name = "claims-attachments" }
  protection { replication_overwrite = "DISABLED" }
}

resource "aws_efs_replication_configuration" "attachments" {
  source_file_system_id = aws_efs_file_system.attachments.id
  destination {
    file_system_id = aws_efs_file_system.attachments_copy.id
    region         = var.recovery_region
  }
}

resource "aws_efs_mount_target" "attachments" {
  count          = 3
  file_system_id = aws_efs_file_system.attachments.id
  subnet_id      = module.network_primary.private_subnets[count.index]
}

resource "aws_efs_mount_target" "attachments_copy" {
  provider       = aws.recovery
  count          = 3
  file_system_id = aws_efs_file_system.attachments_copy.id
  subnet_id      = module.network_recovery.private_subnets[count.index]
}

resource "aws_s3_bucket" "documents" {
  bucket = "claims-documents-primary"
}

resource "aws_s3_bucket_versioning" "documents" {
  bucket = aws_s3_bucket.documents.id
  versioning_configuration { status = "Enabled" }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "documents" {
  bucket = aws_s3_bucket.documents.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.claims.arn
    }
  }
}

resource "aws_s3_bucket" "documents_copy" {
  provider = aws.recovery
  bucket   = "claims-documents-recovery"
}

resource "aws_s3_bucket_versioning" "documents_copy" {
  provider = aws.recovery
  bucket   = aws_s3_bucket.documents_copy.id
  versioning_configuration { status = "Enabled" }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "documents_copy" {
  provider = aws.recovery
  bucket   = aws_s3_bucket.documents_copy.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_replica_key.claims.arn
    }
  }
}

resource "aws_iam_role" "replication" {
  name = "claims-replication"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "s3.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_role_policy" "replication" {
  role = aws_iam_role.replication.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["s3:GetReplicationConfiguration", "s3:ListBucket"], Resource = [aws_s3_bucket.documents.arn, aws_s3_bucket.documents_copy.arn] },
      { Effect = "Allow", Action = ["s3:GetObjectVersionForReplication", "s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging", "s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"], Resource = ["${aws_s3_bucket.documents.arn}/*", "${aws_s3_bucket.documents_copy.arn}/*"] },
      { Effect = "Allow", Action = ["kms:Decrypt", "kms:Encrypt"], Resource = [aws_kms_key.claims.arn, aws_kms_replica_key.claims.arn] },
    ]
  })
}

resource "aws_s3_bucket_replication_configuration" "documents" {
  depends_on = [aws_s3_bucket_versioning.documents, aws_s3_bucket_versioning.documents_copy]
  role       = aws_iam_role.replication.arn
  bucket     = aws_s3_bucket.documents.id
  rule {
    id       = "recovery"
    priority = 0
    status   = "Enabled"
    filter {}
    delete_marker_replication { status = "Enabled" }
    source_selection_criteria {
      sse_kms_encrypted_objects { status = "Enabled" }
    }
    destination {
      bucket        = aws_s3_bucket.documents_copy.arn
      storage_class = "STANDARD"
      encryption_configuration { replica_kms_key_id = aws_kms_replica_key.claims.arn }
      metrics {
        status = "Enabled"
        event_threshold { minutes = 15 }
      }
      replication_time {
        status = "Enabled"
        time { minutes = 15 }
      }
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "documents" {
  bucket = aws_s3_bucket.documents.id
  rule {
    id     = "noncurrent"
    status = "Enabled"
    filter {}
    noncurrent_version_expiration { noncurrent_days = 30 }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "documents_copy" {
  provider = aws.recovery
  bucket   = aws_s3_bucket.documents_copy.id
  rule {
    id     = "noncurrent"
    status = "Enabled"
    filter {}
    noncurrent_version_expiration { noncurrent_days = 30 }
  }
}

# The way back, for what is written while the recovery region leads.
resource "aws_s3_bucket_replication_configuration" "documents_back" {
  provider   = aws.recovery
  depends_on = [aws_s3_bucket_replication_configuration.documents]
  role       = aws_iam_role.replication.arn
  bucket     = aws_s3_bucket.documents_copy.id
  rule {
    id       = "back"
    priority = 0
    status   = "Enabled"
    filter {}
    delete_marker_replication { status = "Enabled" }
    source_selection_criteria {
      sse_kms_encrypted_objects { status = "Enabled" }
      replica_modifications { status = "Enabled" }
    }
    destination {
      bucket = aws_s3_bucket.documents.arn
      encryption_configuration { replica_kms_key_id = aws_kms_key.claims.arn }
      metrics {
        status = "Enabled"
        event_threshold { minutes = 15 }
      }
      replication_time {
        status = "Enabled"
        time { minutes = 15 }
      }
    }
  }
}

resource "aws_dynamodb_table" "sessions" {
  name         = "claims-sessions"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  attribute {
    name = "id"
    type = "S"
  }
  ttl {
    attribute_name = "expires"
    enabled        = true
  }
  tags = { "mr:data-class" = "session-disposable" }
}

resource "aws_dynamodb_table" "sessions_recovery" {
  provider     = aws.recovery
  name         = "claims-sessions"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  attribute {
    name = "id"
    type = "S"
  }
  ttl {
    attribute_name = "expires"
    enabled        = true
  }
  tags = { "mr:data-class" = "session-disposable" }
}

resource "aws_dynamodb_table" "cases" {
  name             = "claims-cases"
  billing_mode     = "PAY_PER_REQUEST"
  hash_key         = "id"
  stream_enabled   = true
  stream_view_type = "NEW_AND_OLD_IMAGES"
  attribute {
    name = "id"
    type = "S"
  }
  point_in_time_recovery { enabled = true }
  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.claims.arn
  }
  replica {
    region_name            = var.recovery_region
    kms_key_arn            = aws_kms_replica_key.claims.arn
    point_in_time_recovery = true
    propagate_tags         = true
  }
}

resource "aws_ssm_parameter" "database_primary" {
  name  = "/claims/database"
  type  = "String"
  value = aws_db_instance.claims.address
}

resource "aws_ssm_parameter" "database_recovery" {
  provider = aws.recovery
  name     = "/claims/database"
  type     = "String"
  value    = aws_db_instance.claims_copy.address
}

resource "aws_ecr_repository" "assess" {
  name                 = "claims/assess"
  image_tag_mutability = "IMMUTABLE"
  image_scanning_configuration { scan_on_push = true }
}

resource "aws_ecr_repository" "assess_recovery" {
  provider             = aws.recovery
  name                 = "claims/assess"
  image_tag_mutability = "IMMUTABLE"
  image_scanning_configuration { scan_on_push = true }
}

resource "aws_ecr_replication_configuration" "this" {
  replication_configuration {
    rule {
      destination {
        region      = var.recovery_region
        registry_id = data.aws_caller_identity.current.account_id
      }
    }
  }
}

resource "aws_backup_vault" "primary" {
  name        = "claims"
  kms_key_arn = aws_kms_key.claims.arn
}

resource "aws_backup_vault" "recovery" {
  provider    = aws.recovery
  name        = "claims"
  kms_key_arn = aws_kms_replica_key.claims.arn
}

resource "aws_backup_plan" "claims" {
  name = "claims"
  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.primary.name
    schedule          = "cron(0 4 * * ? *)"
    lifecycle { delete_after = 35 }
    copy_action {
      destination_vault_arn = aws_backup_vault.recovery.arn
      lifecycle { delete_after = 35 }
    }
  }
}

resource "aws_iam_role" "backup" {
  name = "claims-backup"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "backup.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
  managed_policy_arns = ["arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup"]
}

resource "aws_backup_selection" "claims" {
  name         = "claims"
  plan_id      = aws_backup_plan.claims.id
  iam_role_arn = aws_iam_role.backup.arn
  resources    = [aws_db_instance.claims.arn, aws_efs_file_system.attachments.arn, aws_dynamodb_table.cases.arn, aws_s3_bucket.documents.arn]
}

resource "aws_backup_restore_testing_plan" "claims" {
  provider            = aws.recovery
  name                = "claims_monthly"
  schedule_expression = "cron(0 5 1 * ? *)"
  recovery_point_selection {
    algorithm            = "LATEST_WITHIN_WINDOW"
    include_vaults       = [aws_backup_vault.recovery.arn]
    recovery_point_types = ["SNAPSHOT"]
  }
}
