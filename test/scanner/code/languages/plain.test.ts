import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LanguageId } from '../../../../scanner/files/language.ts';
import { readCode } from '../../../../scanner/code/index.ts';

async function seen(language: LanguageId, text: string, path = 'a'): Promise<string[]> {
  const facts = await readCode({ path, language, text });
  return facts.flatMap((fact) => (fact.type === 'occurrence' && fact.occurrence.role !== 'text' ? [[fact.occurrence.span.line, fact.occurrence.role, fact.occurrence.name ?? '-', fact.occurrence.text].join(' ')] : []));
}

describe('languages without a grammar of their own', () => {
  it('reads variables and recipes of make', async () => {
    const text = 'AWS_REGION ?= us-east-1 # of the tools\n# region eu-west-1\nROLE = arn:aws:iam::$(ID):role/ci\ndeploy:\n\t@echo "deploying to us-west-2"\n\taws s3 sync . s3://site --region us-west-2\n';
    assert.deepEqual(await seen('makefile', text), ['1 default AWS_REGION us-east-1', '3 assignment ROLE arn:aws:iam::$', '6 argument --region us-west-2']);
  });

  it('reads filters of jq', async () => {
    assert.deepEqual(await seen('jq', '# us-west-1\n.[] | select(.RegionName == "us-east-1") | .Arn = "arn:aws:sqs:us-east-1:1:q"\n'), ['2 comparison - us-east-1', '2 value - arn:aws:sqs:us-east-1:1:q']);
  });

  it('tells settings beside a region, up to blank lines', async () => {
    const [fact] = await readCode({ path: 'Makefile', language: 'makefile', text: 'A_URL = x\n\ntest:\n\tAWS_ACCESS_KEY_ID=ignored \\\n\tAWS_REGION=us-east-1 \\\n\tgo test\n' });
    assert.deepEqual(fact?.type === 'occurrence' && fact.occurrence.siblings, ['AWS_ACCESS_KEY_ID=ignored']);
  });

  it('reads Scala and Groovy, their comments and logs left out', async () => {
    assert.deepEqual(await seen('scala', 'val region = Region.EU_WEST_1 // US_EAST_1\n/* "us-east-1" */\nlog.info("moved to us-west-2")\nval url = "https://sqs.eu-west-1.amazonaws.com/1/q"\n'), ['1 assignment region EU_WEST_1', '4 assignment url sqs.eu-west-1.amazonaws.com/1/q']);
    assert.deepEqual(await seen('groovy', "withAWS(region: 'us-east-1') {\n  echo 'in us-east-1'\n  sh 'aws s3 ls --region us-west-2'\n}\n"), ['1 value - us-east-1', '3 argument --region us-west-2']);
  });

  it('names values of XML by element, attribute or key', async () => {
    const text = '<c>\n<!-- us-east-1 -->\n<region>us-east-1</region>\n<add key="AWSRegion" value="eu-west-1"/>\n<p url="https://s3-us-west-2.amazonaws.com/b/k" description="in eu-west-2"/>\n</c>';
    assert.deepEqual(await seen('xml', text), ['3 value region us-east-1', '4 value AWSRegion eu-west-1', '5 value url s3-us-west-2.amazonaws.com/b/k']);
  });

  it('reads scripts and loaded files of a page, and not its words', async () => {
    const text = '<html><p>We run in us-east-1</p><a href="https://console.aws.amazon.com/?region=us-east-1">x</a>\n<script src="https://b.s3.eu-west-1.amazonaws.com/a.js"></script>\n<script>\nconst region = \'eu-west-2\'; // us-west-1\n</script></html>';
    assert.deepEqual(await seen('html', text), ['2 value src b.s3.eu-west-1.amazonaws.com/a.js', '4 assignment region eu-west-2']);
  });

  it('reads templates by what they make', async () => {
    assert.deepEqual(await seen('yaml', 'env:\n<% if prod %>\n  - name: AWS_REGION\n    value: "us-west-2"\n<% end %>\n    x: <%= y %>\n', 'a.yaml.erb'), ['4 value AWS_REGION us-west-2']);
    assert.deepEqual(await seen('html', 'AWSTemplateFormatVersion: 2010-09-09\nResources:\n  R:\n    Type: AWS::IAM::Role\n    Properties: { Arn: "arn:aws:iam::aws:policy/A", UserData: "<script>a</script>" }\n', 'role.j2'), ['5 value Arn arn:aws:iam::aws:policy/A']);
    assert.deepEqual(await seen('html', 'server {\n  # us-east-1\n  proxy_pass https://s3.eu-west-1.amazonaws.com/{{ bucket }};\n}\n', 'site.j2'), ['3 value - s3.eu-west-1.amazonaws.com/{{']);
    assert.deepEqual(await seen('json', '{\n{{ if .A }}\n"Image": { "Fn::Sub": "${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/a:{{.Name}}" },\n{{ end }}\n"region": "us-east-1", }\n'), ['3 value Image ${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/a:{{.Name}}', '5 value region us-east-1']);
  });
});
