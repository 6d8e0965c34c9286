import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Form } from '../../../model/occurrence.ts';
import { fixed, gapIn, type FixedText, type Surroundings } from '../../support/fixed.ts';

const v6 = 'provider "registry.terraform.io/hashicorp/aws" {\n  version     = "6.2.0"\n}\n';
const declared = 'data "aws_region" "here" {}\ndata "aws_partition" "p" {\n}\n';
const change = (source: string, text: string, { form = 'region', ...around }: { readonly form?: Form } & Surroundings = {}): FixedText | undefined => fixed(source, gapIn(source, { text, form, language: 'terraform', file: 'main.tf' }), around);
const topic = (value: string): string => `resource "aws_sns_topic" "t" {\n  x = ${value}\n}\n`;

describe('data sources in Terraform', () => {
  it('asks the provider of version 6 for region and older ones for name', () => {
    assert.equal(change(topic('"us-east-1"'), 'us-east-1', { tf: [declared], lock: [v6] })?.text, topic('data.aws_region.here.region'));
    assert.equal(change(topic('"us-east-1"'), 'us-east-1', { tf: [declared], lock: [v6.replace('6.2', '5.9')] })?.text, topic('data.aws_region.here.name'));
    assert.equal(change(topic('"us-east-1"'), 'us-east-1', { tf: [declared, 'terraform {\n  required_providers {\n    aws = {\n      source = "hashicorp/aws"\n      version = ">= 6.0, < 7.0"\n    }\n  }\n}\n'] })?.text, topic('data.aws_region.here.region'));
    assert.equal(change(topic('"us-east-1"'), 'us-east-1', { tf: [declared] })?.text, topic('data.aws_region.here.name'), 'every version has name');
  });

  it('writes partitions safely where one is in scope, and inserts the data block where none is', () => {
    const arn = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
    assert.deepEqual(change(topic(`"${arn}"`), arn, { form: 'partition', tf: [declared] }), { text: topic('"arn:${data.aws_partition.p.partition}:iam::aws:policy/ReadOnlyAccess"'), safe: true });
    assert.deepEqual(change(topic(`"${arn}"`), arn, { form: 'partition', tf: [declared], home: [] })?.safe, false);
    assert.deepEqual(change(topic(`"${arn}"`), arn, { form: 'partition' }), { text: `${topic('"arn:${data.aws_partition.current.partition}:iam::aws:policy/ReadOnlyAccess"')}\ndata "aws_partition" "current" {}\n`, safe: false });
  });

  it('knows none where no data source may be used', () => {
    for (const source of ['provider "aws" {\n  region = "us-east-1"\n}\n', 'variable "r" {\n  default = "us-east-1"\n}\n', 'terraform {\n  backend "s3" {\n    region = "us-east-1"\n  }\n}\n', 'region = "us-east-1"\n']) assert.equal(change(source, 'us-east-1'), undefined, source);
    assert.equal(fixed('region = "us-east-1"\n', gapIn('region = "us-east-1"\n', { text: 'us-east-1', language: 'terraform', file: 'a.tfvars' })), undefined);
  });
});
