import { block, type Removal } from '../../support/cutting.ts';

const stores = 'stores.tf';

export const pilotLight: readonly Removal[] = [
  { without: 'a replica of the same class', cuts: [{ file: stores, cut: /(?<=replicate_source_db .*\n)  instance_class .*/, put: '  instance_class = "db.t4g.medium"' }], found: ['medium data-rds-replica-parity claims'] },
  { without: 'replication of the files', cuts: [block(stores, 'resource "aws_efs_replication_configuration" "attachments"')], found: ['critical data-efs-no-replication attachments'] },
  { without: 'replication of the bucket', cuts: [block(stores, 'resource "aws_s3_bucket_replication_configuration" "documents"')], found: ['critical data-s3-no-crr claims-documents-primary'] },
  { without: 'replication back', cuts: [block(stores, 'resource "aws_s3_bucket_replication_configuration" "documents_back"')], found: ['medium data-s3-crr-one-way claims-documents-primary'] },
  { without: 'the encrypted objects', cuts: [{ file: stores, cut: /    source_selection_criteria \{\n.*\n    \}\n/ }], found: ['critical data-s3-crr-kms claims-documents-primary'] },
  { without: 'versions of the bucket', cuts: [{ file: stores, cut: 'status = "Enabled" }', put: 'status = "Suspended" }' }], found: ['high data-s3-versioning-off claims-documents-primary'] },
  { without: 'the replica of the secret', cuts: [{ file: stores, cut: /  replica \{\n    region     [\s\S]*?\n  \}\n/ }], found: ['critical config-secret-no-replica claims/database'] },
  { without: 'a parameter that leads to the copy', cuts: [{ file: stores, cut: 'aws_db_instance.claims_copy.address', put: 'aws_db_instance.claims.address' }], found: ['high config-regional-value /claims/database'] },
  { without: 'copies of images', cuts: [block(stores, 'resource "aws_ecr_replication_configuration" "this"'), block(stores, 'resource "aws_ecr_repository" "assess_recovery"')], found: ['critical artifact-ecr-no-replication claims/assess'] },
  { without: 'the key being multi-Region', cuts: [{ file: stores, cut: '  multi_region        = true\n' }], found: ['high config-kms-single-region claims'] },
  { without: 'the record of the recovery region', cuts: [block('traffic.tf', 'resource "aws_route53_record" "recovery"')], found: ['high traffic-r53-simple claims.example.org'] },
  { without: 'a key of its own for the queue', cuts: [{ file: 'assess.tf', cut: /(?<="assess_recovery" \{\n  provider .*\n  name  .*\n)  sqs_managed_sse_enabled = true/, put: '  kms_master_key_id = aws_kms_key.claims.arn' }], found: ['critical config-kms-target-key-missing claims'] },
  { without: 'a health check', cuts: [{ file: 'traffic.tf', cut: /  health_check_id .*\n/ }, { file: 'traffic.tf', cut: 'evaluate_target_health = true', put: 'evaluate_target_health = false' }], found: ['high traffic-r53-no-health-check claims.example.org'] },
  { without: 'a schedule that is off in the recovery region', cuts: [{ file: 'assess.tf', cut: 'state               = "DISABLED"', put: 'state               = "ENABLED"' }], found: ['info compute-singleton-double-run claims-nightly'] },
  { without: 'detection in the recovery region', cuts: [block('operations.tf', 'resource "aws_guardduty_detector" "recovery"')], found: ['high operations-security-baseline-missing primary'] },
  { without: 'reserved capacity', cuts: [block('recovery.tf', 'resource "aws_ec2_capacity_reservation" "web"')], found: ['medium compute-capacity-unreserved claims'] },
  { without: 'word of partners', cuts: [{ file: 'modules/network/main.tf', cut: /  tags .*partner-allowlist.*\n/ }], found: ['? high network-egress-allowlist Calls out of us-east-1'] },
];
