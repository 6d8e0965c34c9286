import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { occurrencesIn, shown } from '../../../support/occurrences.ts';

/** Source → what is told of it. */
const table: Readonly<Record<string, readonly (readonly [string, readonly string[]])[]>> = {
  'templates of CloudFormation': [
    ['Parameters:\n  Region: { Type: String, Default: us-east-1 }', ['default region us-east-1 name=Region']],
    ['Parameters:\n  Region: { Type: String, AllowedValues: [us-east-1, us-west-2] }', ['element region us-east-1 name=Region list[us-east-1,us-west-2] codes']],
    [`Parameters:\n  Region: { Type: String, AllowedPattern: '^(us|eu)-[a-z]+-\\d$' }`, ['value pattern ^(us|eu)-[a-z]+-\\d$ name=AllowedPattern']],
    ['Parameters:\n  Region: { Type: String, Description: Such as us-east-1 or another region of yours }', ['text region us-east-1 name=Description']],
    ['Mappings:\n  Images:\n    us-east-1: { Id: ami-0abcdef1234567890 }\n    us-west-2: { Id: ami-0abcdef1234567891 }', ['key region us-east-1 name=Images map[us-east-1,us-west-2] data key']],
    ['Mappings:\n  Images:\n    us-east-1: { Id: a }\n    us-west-2: { Id: b }\nOutputs:\n  A: { Value: !FindInMap [Images, !Ref AWS::Region, Id, { DefaultValue: c }] }', ['key region us-east-1 name=Images map[us-east-1,us-west-2] data key +']],
    ['Conditions:\n  IsHome: !Equals [!Ref AWS::Region, us-east-1]', ['comparison region us-east-1 name=AWS::Region']],
    ['Conditions:\n  IsHome: { "Fn::Not": [{ "Fn::Equals": [{ Ref: Region }, us-east-1] }] }', ['comparison region us-east-1 name=Region']],
    ['Resources:\n  R:\n    Type: AWS::EC2::Instance\n    Properties:\n      AvailabilityZone: us-east-1a', ['value zone us-east-1a name=AvailabilityZone in=AWS::EC2::Instance of=ec2']],
    ['Resources:\n  R:\n    Type: AWS::EC2::Instance\n    Properties:\n      AvailabilityZone: !Sub "${AWS::Region}a"', ['value zone-suffix ${AWS::Region}a name=AvailabilityZone in=AWS::EC2::Instance of=ec2']],
    ['Resources:\n  R:\n    Type: AWS::EC2::Instance\n    Properties:\n      AvailabilityZone: !Join ["", [!Ref AWS::Region, b]]', ['value zone-suffix ${AWS::Region}b name=AvailabilityZone in=AWS::EC2::Instance of=ec2']],
    ['Resources:\n  R:\n    Type: AWS::EC2::Instance\n    Properties:\n      ImageId: ami-0abcdef1234567890', ['value ami ami-0abcdef1234567890 name=ImageId in=AWS::EC2::Instance of=ec2']],
    ['Resources:\n  R:\n    Type: AWS::EC2::Instance\n    Properties:\n      Arn: !Sub arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:q', ['value partition arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:q name=Arn in=AWS::EC2::Instance of=ec2']],
    ['Resources:\n  R:\n    Type: AWS::EC2::Instance\n    Properties:\n      Arn: !Sub arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:q', []],
    ['Resources:\n  R:\n    Type: AWS::EC2::Instance\n    Properties:\n      Url: !Join [".", [sqs, !Ref AWS::Region, amazonaws.com]]', ['value dns-suffix sqs.${AWS::Region}.amazonaws.com name=Url in=AWS::EC2::Instance of=ec2']],
    ['Resources:\n  R:\n    Type: AWS::EC2::Instance\n    Properties:\n      Region: !If [IsHome, us-east-1, us-west-2]', ['value region us-east-1 name=Region in=AWS::EC2::Instance of=ec2', 'value region us-west-2 name=Region in=AWS::EC2::Instance of=ec2']],
    ['Resources:\n  D:\n    Type: AWS::CloudFront::Distribution\n    Properties: { ViewerCertificate: { AcmCertificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/a" } }', ['value arn arn:aws:acm:us-east-1:111122223333:certificate/a name=AcmCertificateArn in=AWS::CloudFront::Distribution of=cloudfront']],
    ['Resources:\n  R:\n    Type: AWS::IAM::Role\n    Properties: { Policy: { Statement: [{ Principal: { Service: lambda.amazonaws.com }, Condition: { StringEquals: { "aws:RequestedRegion": [us-east-1, eu-west-1] } } }] } }', ['element region us-east-1 name=aws:RequestedRegion in=AWS::IAM::Role of=iam list[eu-west-1,us-east-1] codes']],
    ['Resources:\n  R:\n    Type: AWS::IAM::Role\n    Properties: { Condition: { StringEquals: { "aws:RequestedRegion": us-east-1 } } }', ['comparison region us-east-1 name=aws:RequestedRegion in=AWS::IAM::Role of=iam']],
  ],
  'programs inside': [
    ['Resources:\n  F:\n    Type: AWS::Lambda::Function\n    Properties:\n      Runtime: nodejs22.x\n      Code:\n        ZipFile: |\n          // us-west-1\n          const c = new S3Client({ region: "eu-west-1" });', ['argument region eu-west-1 name=region in=S3Client of=s3']],
    ['jobs:\n  a:\n    steps:\n      - uses: actions/github-script@v7\n        with:\n          script: |\n            connect({ region: "us-east-1" });', ['argument region us-east-1 name=region in=connect']],
    ['Resources:\n  R:\n    Type: AWS::EC2::Instance\n    Properties:\n      PolicyDocument: |\n        { "Statement": [{ "Effect": "Allow", "Resource": "arn:aws:sqs:us-east-1:111122223333:q" }] }', ['value arn arn:aws:sqs:us-east-1:111122223333:q name=Resource in=AWS::EC2::Instance of=ec2']],
  ],
  workflows: [
    ['env: { AWS_REGION: us-east-1 }', ['value region us-east-1 name=AWS_REGION']],
    ['env: { AWS_REGION: "${{ vars.REGION || \'us-east-1\' }}" }', ['fallback region us-east-1 name=AWS_REGION']],
    ['jobs:\n  a:\n    steps:\n      - run: |\n          echo "r = \\"${{ vars.R || \'us-west-2\' }}\\"" >> a', ['fallback region us-west-2 in=echo']],
    [`jobs: { a: { if: "github.region == 'us-east-1'" } }`, ['comparison region us-east-1 name=if']],
    ['jobs: { a: { strategy: { matrix: { region: [us-east-1, eu-west-1] } } } }', ['element region us-east-1 name=region list[eu-west-1,us-east-1] codes']],
    ['jobs: { a: { steps: [{ uses: aws-actions/configure-aws-credentials@v4, with: { aws-region: us-east-1 } }] } }', ['value region us-east-1 name=aws-region in=aws-actions/configure-aws-credentials']],
    ['on: { workflow_dispatch: { inputs: { region: { type: choice, default: us-east-1, options: [us-east-1, eu-west-1] } } } }', ['default region us-east-1 name=region', 'element region us-east-1 name=region list[eu-west-1,us-east-1] codes']],
  ],
  'Kubernetes, Helm and compose': [
    ['apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ env: [{ name: AWS_REGION, value: us-east-1 }, { name: A, value: b }] }] }', ['value region us-east-1 name=AWS_REGION in=Pod']],
    ['apiVersion: v1\nkind: Pod\nspec: { nodeSelector: { topology.kubernetes.io/zone: us-east-1a } }', ['value zone us-east-1a name=topology.kubernetes.io/zone in=Pod']],
    ['apiVersion: v1\nkind: Pod\nspec: { containers: [{ args: ["--region", us-east-1, --zone=us-east-1b] }] }', ['argument region us-east-1 name=--region in=Pod', 'argument zone us-east-1b name=--zone in=Pod']],
    ['image: { repository: 111122223333.dkr.ecr.us-east-1.amazonaws.com/web, tag: "1" }', ['value endpoint 111122223333.dkr.ecr.us-east-1.amazonaws.com/web name=repository']],
    ['services:\n  web:\n    environment:\n      - AWS_REGION=${AWS_REGION:-us-east-1}', ['fallback region us-east-1 name=AWS_REGION']],
    ['{{- if .Values.on }}\nregion: {{ .Values.region | default "us-east-1" }}\n{{- toYaml .Values.more | nindent 2 }}\nqueue: https://sqs.us-east-1.amazonaws.com/{{ .Values.account }}/q\n{{- end }}', ['fallback region us-east-1 name=region', 'value endpoint sqs.us-east-1.amazonaws.com/{{ name=queue']],
    ['regions: { us-east-1: { weight: 1 }, eu-west-1: { weight: 2 } }', ['key region us-east-1 name=regions map[eu-west-1,us-east-1] data key']],
    ['regions: [{ region: us-east-1, weight: 1 }, { region: eu-west-1, weight: 2 }]', ['element region us-east-1 name=regions list[eu-west-1,us-east-1] data']],
    ['primary: { region: us-east-1 }\nsecondaryRegion: us-west-2', ['value region us-east-1 name=region', 'value region us-west-2 name=secondaryRegion']],
    ['home: { dev: us-east-1, prod: eu-west-1 }', ['value region us-east-1 name=home map[eu-west-1,us-east-1] data value']],
    ['zones: [us-east-1a, us-east-1b]', ['element zone us-east-1a name=zones']],
    ['zones: us-east-1a,us-east-1b', ['value zone us-east-1a name=zones']],
    ['regions: us-east-1,eu-west-1', ['element region us-east-1 name=regions list[eu-west-1,us-east-1] codes']],
  ],
  'serverless and Ansible': [
    ['provider: { name: aws, region: "${opt:region, \'us-east-1\'}" }', ['fallback region us-east-1 name=region']],
    ['- name: start\n  amazon.aws.ec2_instance: { region: us-east-1, image_id: ami-0abcdef1234567890 }', ['value region us-east-1 name=region in=amazon.aws.ec2_instance of=ec2', 'value ami ami-0abcdef1234567890 name=image_id in=amazon.aws.ec2_instance of=ec2']],
    ['- debug: msg=x\n  when: region == "us-east-1"', ['comparison region us-east-1 name=when']],
  ],
  'documents, anchors and comments': [
    ['a: &r us-east-1 # us-west-1\nb: *r\n---\nc: us-west-2', ['value region us-east-1 name=a', 'value region us-west-2 name=c']],
    ['# region: us-east-1\na: b', []],
    ['key: >-\n  arn:aws:sqs:us-east-1:111122223333:q', ['value arn arn:aws:sqs:us-east-1:111122223333:q name=key']],
    [`key: 'it''s "us-east-1"'`, ['value region us-east-1 name=key']],
    ['remediation: |\n  1. Run\n  ```\n  aws sns publish --topic-arn arn:aws:sns:us-east-1:111122223333:t\n  ```', ['text arn arn:aws:sns:us-east-1:111122223333:t name=remediation']],
    ['? us-east-1\n: a', ['key region us-east-1']],
    ['a: [us-east-1\nb: }{ us-west-2', ['element region us-east-1 name=a', 'assignment region us-west-2 name=b']],
  ],
};

for (const [what, rows] of Object.entries(table)) {
  describe(`yaml: ${what}`, () => {
    for (const [source, expected] of rows) it(source, async () => assert.deepEqual((await occurrencesIn(source, 'a.yaml')).map(shown), expected));
  });
}
