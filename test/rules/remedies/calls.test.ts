import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { rules } from '../../../rules/index.ts';
import { remediesFor } from '../../../rules/remedy-for.ts';
import type { CliCall } from '../../../rules/remedy.ts';
import type { EstateExample, Rule } from '../../../rules/rule.ts';
import { startAwsCli, withoutAwsCli, type AwsCli } from '../../support/aws/aws-cli.ts';
import { intentOf, judgeExample, viewOfExample } from '../../support/run-example.ts';

const registry: ReadonlyMap<string, Rule> = new Map(Object.entries<Rule>(rules));

function callsOf(rule: Rule): readonly CliCall[] {
  return (rule.examples.gap as readonly EstateExample[]).flatMap((example) => {
    const context = { view: viewOfExample(example), rules: registry, intent: intentOf(example) };
    return judgeExample([rule], example).flatMap((judgement) => remediesFor(judgement, context).flatMap(({ cli = [] }) => cli));
  });
}

/** Every call is one that the CLI knows, with options and values that it takes: it gets as far as AWS, which refuses everything here. */
describe('calls of remedies', { skip: withoutAwsCli }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'regionready-calls-'));
  let refusing: Server;
  let cli: AwsCli;

  before(async () => {
    for (const name of ['guardrail.json', 'document.json']) writeFileSync(join(folder, name), '{}');
    writeFileSync(join(folder, 'template.yaml'), 'Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n');
    refusing = createServer((_, response) => { response.writeHead(403, { 'content-type': 'application/json' }).end('{"__type":"AccessDenied"}'); });
    await new Promise<void>((resolve) => refusing.listen(0, '127.0.0.1', resolve));
    cli = startAwsCli(`http://127.0.0.1:${(refusing.address() as AddressInfo).port}`, folder);
  });
  after(() => {
    cli.stop();
    refusing.close();
    rmSync(folder, { recursive: true });
  });

  for (const rule of [...registry.values()].filter(({ on, remedy }) => on !== 'code' && remedy !== undefined)) {
    it(rule.id, async () => {
      for (const { words, region } of callsOf(rule)) await assert.rejects(cli.run([...words, '--region', region]), /AccessDenied|\(403\)|Waiter .* failed|Could not connect to the endpoint URL: "http:\/\/\d{12}\.127\.0\.0\.1:/);
    });
  }
});
