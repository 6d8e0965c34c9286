import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { typeOfArn } from '../../../scanner/aws/type-of-arn.ts';

describe('typeOfArn', () => {
  it('knows types by the shape of their ARNs', () => {
    const cases = {
      'arn:aws:dynamodb:us-east-1:111122223333:table/orders': 'AWS::DynamoDB::Table',
      'arn:aws:s3:::media': 'AWS::S3::Bucket',
      'arn:aws:lambda:us-east-1:111122223333:function:checkout': 'AWS::Lambda::Function',
      'arn:aws:rds:us-east-1:111122223333:cluster:main': 'AWS::RDS::DBCluster',
      'arn:aws:sqs:us-east-1:111122223333:jobs': 'AWS::SQS::Queue',
      'arn:aws-us-gov:ec2:us-gov-west-1:111122223333:subnet/subnet-1': 'AWS::EC2::Subnet',
    };
    for (const [arn, type] of Object.entries(cases)) assert.equal(typeOfArn(arn), type, arn);
    for (const arn of ['orders', 'arn:aws:nothing:::x', 'arn:aws:dynamodb:us-east-1:111122223333:unheard/of']) assert.equal(typeOfArn(arn), undefined, arn);
  });
});
