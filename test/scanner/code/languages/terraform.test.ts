import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { occurrencesIn, shown } from '../../../support/occurrences.ts';

/** Source → what is told of it. */
const table: Readonly<Record<string, readonly (readonly [string, readonly string[]])[]>> = {
  'providers, backends and variables': [
    ['provider "aws" {\n  alias  = "use1"\n  region = "us-east-1"\n}', ['value region us-east-1 name=region in=provider.aws']],
    ['terraform {\n  backend "s3" {\n    region = "us-east-1"\n  }\n}', ['value region us-east-1 name=region in=backend.s3']],
    ['variable "region" {\n  default = "us-east-1"\n}', ['default region us-east-1 name=region']],
    ['variable "region" {\n  description = "Such as us-east-1"\n  validation {\n    condition     = contains(["us-east-1", "us-west-2"], var.region)\n    error_message = "Use us-east-1 or us-west-2."\n  }\n}', ['text region us-east-1 name=description', 'element region us-east-1 name=region list[us-east-1,us-west-2] codes', 'text region us-east-1 name=error_message', 'text region us-west-2 name=error_message']],
    ['variable "r" {\n  validation {\n    condition = can(regex("^(us|eu)-[a-z]+-[0-9]$", var.r))\n  }\n}', ['comparison pattern ^(us|eu)-[a-z]+-[0-9]$ name=condition']],
    ['variable "amis" {\n  default = {\n    us-east-1 = "ami-0abcdef1234567890"\n    us-west-2 = "ami-0abcdef1234567891"\n  }\n}', ['key region us-east-1 name=amis map[us-east-1,us-west-2] data key']],
  ],
  resources: [
    ['resource "aws_instance" "web" {\n  ami = "ami-0abcdef1234567890"\n}', ['value ami ami-0abcdef1234567890 name=ami in=aws_instance of=ec2']],
    ['resource "aws_subnet" "a" {\n  availability_zone = "${var.region}a"\n}', ['value zone-suffix ${var.region}a name=availability_zone in=aws_subnet of=ec2']],
    ['resource "aws_s3_bucket" "b" {\n  region = "us-east-1"\n}', ['value region us-east-1 name=region in=aws_s3_bucket of=s3']],
    ['resource "aws_backup_vault" "v" {\n  count = var.region == "us-east-1" ? 1 : 0\n}', ['comparison region us-east-1 name=var.region in=aws_backup_vault of=backup']],
    ['resource "aws_cloudfront_distribution" "d" {\n  viewer_certificate {\n    acm_certificate_arn = "arn:aws:acm:us-east-1:111122223333:certificate/a"\n  }\n}', ['value arn arn:aws:acm:us-east-1:111122223333:certificate/a name=acm_certificate_arn in=aws_cloudfront_distribution of=cloudfront']],
    ['resource "aws_vpc_endpoint" "s3" {\n  service_name = "com.amazonaws.${var.region}.s3"\n}', ['value dns-suffix com.amazonaws.${var.region}.s3 name=service_name in=aws_vpc_endpoint of=ec2']],
    ['module "vpc" {\n  source = "./vpc"\n  azs    = ["us-east-1a", "us-east-1b"]\n}', ['element zone us-east-1a name=azs in=./vpc']],
    ['resource "aws_x" "y" {\n  for_each = toset(["us-east-1", "eu-west-1"])\n}', ['element region us-east-1 name=for_each in=aws_x list[eu-west-1,us-east-1] codes']],
  ],
  expressions: [
    ['locals {\n  amis = { us-east-1 = "a", us-west-2 = "b" }\n  ami  = lookup(local.amis, var.region, "ami-0abcdef1234567890")\n}', ['key region us-east-1 name=amis map[us-east-1,us-west-2] data key +', 'fallback ami ami-0abcdef1234567890 name=ami']],
    ['locals {\n  x = lookup({ us-east-1 = "a", us-west-2 = "b" }, var.region)\n}', ['key region us-east-1 name=x map[us-east-1,us-west-2] data key']],
    ['locals {\n  region = coalesce(var.region, "us-east-1")\n}', ['fallback region us-east-1 name=region']],
    ['locals {\n  x = local.amis["us-east-1"]\n}', ['key region us-east-1 name=x']],
    ['locals {\n  arn = join(":", ["arn:aws:sns", var.region, "1", "a"])\n}', ['value partition arn:aws:sns:${var.region}:1:a name=arn']],
    ['locals {\n  home = "us-east-1"\n  dr   = "us-west-2"\n}', ['value region us-east-1 name=home', 'value region us-west-2 name=dr']],
    ['locals {\n  y = "${lookup(local.amis, "us-east-1")}-x"\n}', ['key region us-east-1 name=y']],
    ['locals {\n  p = jsonencode({ Resource = "arn:aws:sqs:us-east-1:1:q" })\n}', ['value arn arn:aws:sqs:us-east-1:1:q name=Resource']],
    ['locals {\n  name = format("db-%sa", var.region)\n}', ['value zone-suffix ${var.region}a name=name']],
    ['locals {\n  a = format("arn:%s:sqs:us-east-1:%s:q", data.aws_partition.this.partition, "1")\n  b = format("https://sqs.%s.amazonaws.com", var.region)\n}', ['value arn arn:${data.aws_partition.this.partition}:sqs:us-east-1:1:q name=a', 'value dns-suffix sqs.${var.region}.amazonaws.com name=b']],
    ['locals {\n  eu = startswith(var.region, "eu-")\n}', ['comparison region-prefix eu- name=region']],
  ],
  texts: [
    ['resource "aws_iam_policy" "p" {\n  policy = <<EOF\n{\n  "Statement": [{ "Resource": "arn:aws:sqs:us-east-1:${var.account}:q" }]\n}\nEOF\n}', ['value arn arn:aws:sqs:us-east-1:${var.account}:q name=Resource in=aws_iam_policy of=iam']],
    ['resource "aws_organizations_policy" "p" {\n  content = <<EOF\n{"Condition":{"StringNotEquals":{"aws:RequestedRegion":["us-east-1","us-west-2"]}}}\nEOF\n}', ['element region us-east-1 name=aws:RequestedRegion in=aws_organizations_policy of=organizations list[us-east-1,us-west-2] codes']],
    ['resource "aws_iam_policy" "p" {\n  policy = <<EOF\n{\n  "Statement": [{ "Resource": [\n    "${join("\\",\\"", formatlist("arn:aws:sqs:us-east-1:${var.account}:%s", var.names))}"\n  ] }]\n}\nEOF\n}', ['interpolation arn arn:aws:sqs:us-east-1:${var.account}:%s name=policy in=aws_iam_policy of=iam']],
    ['# us-east-1\n// us-east-1\n/* us-east-1 */', []],
    ['inputs = {\n  region = "us-east-1"\n}\nmock_outputs = {\n  arn = "arn:aws:sqs:us-east-1:1:q"\n}', ['value region us-east-1 name=region', 'text arn arn:aws:sqs:us-east-1:1:q name=arn']],
    ['locals {\n  a = "say \\"us-east-1\\""\n}', ['value region us-east-1 name=a']],
    ['resource "a" {\n  region = "us-east-1"\n  b = = (\n}', ['value region us-east-1 name=region in=a']],
  ],
};

for (const [what, rows] of Object.entries(table)) {
  describe(`terraform: ${what}`, () => {
    for (const [source, expected] of rows) it(source, async () => assert.deepEqual((await occurrencesIn(source, 'a.tf')).map(shown), expected));
  });
}
