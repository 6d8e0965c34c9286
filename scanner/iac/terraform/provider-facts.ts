/*
 * What the schema of the aws provider says and plans and states do not repeat. From hashicorp/aws 5.100.0 (`terraform providers schema -json`)
 * and the upgrade guide to 6.0.
 */

/** Arguments whose value is a secret in every resource that has them. Plans mark them; states of older versions do not. */
const secretNames: ReadonlySet<string> = new Set([
  'access_token', 'account_password', 'ad_domain_join_password', 'admin_user_password', 'airflow_configuration_options', 'api_key', 'api_secret_key',
  'auth_password', 'auth_token', 'authorization_api_key_value', 'basic_auth_credentials', 'certificate_private_key', 'client_secret',
  'connection_properties', 'credentials_map', 'cross_realm_trust_principal_password', 'customer_gateway_configuration', 'customer_key', 'db_password',
  'domain_signing_private_key', 'fsx_admin_password', 'grant_token', 'host_key', 'hsm_partition_password', 'kdc_admin_password',
  'key_material_base64', 'key_passphrase', 'master_password', 'master_password_wo', 'master_user_password', 'oauth_token', 'password', 'password_wo',
  'passwords', 'plaintext', 'platform_credential', 'private_key', 'sasl_password', 'secret', 'secret_access_key', 'secret_binary', 'secret_key',
  'secret_string', 'secret_string_wo', 'secret_token', 'service_account_password', 'service_password', 'ses_smtp_password_v4', 'shared_secret',
  'smb_guest_password', 'source_customer_key', 'ssh_key', 'ssl_client_key_password', 'svm_admin_password', 'temporary_password', 'token', 'token_key',
  'tunnel1_preshared_key', 'tunnel2_preshared_key', 'value_wo',
]);

/** Arguments with an innocent name that hold a secret in one resource. */
const secretArguments: ReadonlySet<string> = new Set([
  'aws_api_gateway_api_key.value', 'aws_appconfig_hosted_configuration_version.content', 'aws_appsync_api_key.key', 'aws_cloudwatch_event_connection.auth_parameters',
  'aws_grafana_workspace_api_key.key', 'aws_grafana_workspace_service_account_token.key', 'aws_ssm_parameter.value',
]);

export function isSecret(type: string, path: string): boolean {
  return secretNames.has(path.slice(path.lastIndexOf('.') + 1)) || secretArguments.has(`${type}.${path}`);
}

/** Arguments that hold a document: a reference in its text is not its value. */
const documents: ReadonlySet<string> = new Set([
  'access_policies', 'access_policy', 'assume_role_policy', 'body', 'configuration', 'container_definitions', 'content', 'dashboard_body', 'definition',
  'definition_string', 'delivery_policy', 'document', 'event_pattern', 'filter_policy', 'input', 'input_template', 'inline_policy', 'policy', 'policy_document',
  'redrive_allow_policy', 'redrive_policy', 'response_templates', 'schema', 'specification', 'template_body', 'user_data', 'user_data_base64',
]);

export const isDocument = (name: string): boolean => documents.has(name);

/**
 * Blocks that the provider never fills in by itself. Known after apply as a whole and without a block in the configuration, they come
 * from a dynamic block; any other argument in that state is one that nobody set, with AWS's default to be read after apply.
 */
const neverComputed: ReadonlySet<string> = new Set([
  'aws_backup_plan.rule', 'aws_cloudfront_distribution.origin', 'aws_cloudwatch_event_endpoint.event_bus', 'aws_dynamodb_global_table.replica',
  'aws_dynamodb_table.replica', 'aws_ecr_replication_configuration.replication_configuration', 'aws_efs_replication_configuration.destination',
  'aws_imagebuilder_distribution_configuration.distribution', 'aws_lb_listener.default_action', 'aws_msk_replicator.kafka_cluster',
  'aws_s3_bucket_lifecycle_configuration.rule', 'aws_s3_bucket_replication_configuration.rule', 'aws_s3_bucket_server_side_encryption_configuration.rule',
  'aws_s3control_multi_region_access_point.details', 'aws_ssmincidents_replication_set.region',
]);

export const isNeverComputed = (type: string, path: string): boolean => neverComputed.has(`${type}.${path}`);

/** Resources whose `region` up to provider 5 is not the region they are in. */
const otherRegion: ReadonlySet<string> = new Set([
  'aws_cloudformation_stack_set_instance', 'aws_config_aggregate_authorization', 'aws_dx_hosted_connection', 'aws_servicequotas_template',
]);

export const hasOwnRegion = (type: string): boolean => !otherRegion.has(type);

/** Resources whose `arn` is another one's: a version of a secret has the ARN of the secret. */
const borrowedArn: ReadonlySet<string> = new Set(['aws_secretsmanager_secret_version']);

export const hasOwnArn = (type: string): boolean => !borrowedArn.has(type);

/** Arguments whose references name things without depending on them. */
const descriptive: ReadonlySet<string> = new Set(['tags', 'tags_all', 'description', 'comment', 'timeouts']);

export const isDescriptive = (argument: string): boolean => descriptive.has(argument);
