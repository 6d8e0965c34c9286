import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Architecture, Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { CfnDBInstance } from 'aws-cdk-lib/aws-rds';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';

/** Charges cards and keeps the ledger. */
export class PaymentsStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);

    const key = new Key(this, 'Key', { alias: 'shop/payments', enableKeyRotation: true });
    const provider = new Secret(this, 'Provider', { secretName: 'shop/payments/provider', encryptionKey: key });

    // AWS keeps the password: it rotates it, and it cannot be replicated.
    const ledger = new CfnDBInstance(this, 'Ledger', {
      dbInstanceIdentifier: 'shop-ledger',
      engine: 'postgres',
      engineVersion: '17.5',
      dbInstanceClass: 'db.m7g.large',
      allocatedStorage: '200',
      multiAz: true,
      storageEncrypted: true,
      kmsKeyId: key.keyArn,
      masterUsername: 'ledger',
      manageMasterUserPassword: true,
      backupRetentionPeriod: 30,
      deletionProtection: true,
    });
    ledger.applyRemovalPolicy(RemovalPolicy.SNAPSHOT);

    const charge = new Function(this, 'Charge', {
      functionName: 'shop-payments-charge',
      runtime: Runtime.NODEJS_22_X,
      architecture: Architecture.ARM_64,
      handler: 'charge.handler',
      timeout: Duration.seconds(20),
      code: Code.fromBucketV2(Bucket.fromBucketName(this, 'Artifacts', `shop-artifacts-${this.region}-111122223333`), 'payments/charge.zip'),
      environment: { PROVIDER_SECRET: provider.secretArn, LEDGER_HOST: ledger.attrEndpointAddress, TOKEN_KEY: key.keyArn },
    });
    provider.grantRead(charge);
    key.grantEncryptDecrypt(charge);
  }
}
