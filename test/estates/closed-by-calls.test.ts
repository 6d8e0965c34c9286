import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { buildEstate } from '../../graph/build.ts';
import { viewOf, type EstateView } from '../../graph/view.ts';
import type { Intent } from '../../model/intent.ts';
import type { Judgement } from '../../model/readiness.ts';
import { rules } from '../../rules/index.ts';
import { judge } from '../../rules/judge.ts';
import { remediesFor } from '../../rules/remedy-for.ts';
import type { Rule } from '../../rules/rule.ts';
import { kinds } from '../../model/kinds/index.ts';
import { cloudformation } from '../../scanner/iac/cloudformation/index.ts';
import { startAwsCli, withoutAwsCli, type AwsCli } from '../support/aws/aws-cli.ts';
import { inventories } from '../support/aws/inventories.ts';
import { forward, startMoto, type Moto } from '../support/aws/moto.ts';
import { fakeServer, type FakeAws } from '../support/aws/server.ts';
import { scanRequest, survey } from '../support/aws/survey.ts';
import { clicks, closables, type Closable } from './aws/closable.ts';

const account = '111122223333';
const [home, target] = ['us-east-1', 'eu-west-1'];
const registry: ReadonlyMap<string, Rule> = new Map(Object.entries<Rule>(rules));
const asked = [...new Set(closables.map(({ rule }) => rule))].flatMap((id) => registry.get(id) ?? []);
const wanted = new Map(Object.values(kinds).map(({ id, attributes }) => [id, new Set(Object.keys(attributes.shape))]));
const intent: Intent = { home: [home], target, strategy: 'warm-standby', services: {}, exemptions: [], today: '2026-11-21' };

/** Placeholders of a call by what stands for them. */
const inPlaces = (word: string, values: Readonly<Record<string, string>>): string => Object.entries(values).reduce((text, [name, value]) => text.replace(new RegExp(`\\b${name}\\b`), value), word);

interface Seen {
  readonly view: EstateView;
  readonly judgements: readonly Judgement[];
}

/** Gaps of one account in moto, closed there by the calls that the program prints, run by the CLI of AWS. */
describe('gaps in moto', { skip: withoutAwsCli }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'regionready-closing-'));
  const known = new Map<string, string>();
  let moto: Moto;
  let aws: FakeAws;
  let cli: AwsCli;
  let first: Seen;
  let second: Seen;
  const failed = new Map<Closable, string>();

  const told = (text: string): string => text.replace(/\$([A-Z_]+)/g, (_, name: string) => known.get(name) ?? assert.fail(`nothing has answered ${name}`));

  async function run(line: string, kept?: string): Promise<void> {
    const [region, call] = line.startsWith(`${target}: `) ? [target, line.slice(target.length + 2)] : [home, line];
    const words = (call.match(/'[^']*'|\S+/g) ?? []).map((word) => told(word.replace(/^'(.*)'$/, '$1')));
    keep(await cli.run([...words, '--region', region]), kept);
  }

  /** `VPC = Vpc.VpcId` of an answer. */
  function keep(answer: unknown, kept = ''): void {
    const [name = '', path = ''] = kept.split(' = ');
    const value = path.split('.').reduce<unknown>((at, member) => (typeof at === 'object' && at !== null ? (at as Readonly<Record<string, unknown>>)[member] : undefined), answer);
    if (typeof value === 'string') known.set(name, value);
  }

  async function make({ made }: Closable): Promise<void> {
    for (const each of made) await (typeof each === 'string' ? run(each) : run(...each));
  }

  async function look(): Promise<Seen> {
    const request = scanRequest(aws.url, { wanted, accounts: [account], targets: [target] });
    const { facts } = await survey(request);
    request.dispose();
    const declared = cloudformation.read({ path: 'clicks.yaml', absolutePath: join(folder, 'clicks.yaml'), text: clicks }, { deployments: () => [{ region: home, account, stack: 'clicks' }], readRelative: () => undefined });
    const view = viewOf(buildEstate([...facts, ...declared]));
    return { view, judgements: judge({ view, rules: asked, intent, tool: 'closing' }).judgements };
  }

  const judged = ({ rule, gap }: Closable, { judgements }: Seen): Judgement[] => judgements.filter((each) => each.rule === rule && each.title === told(gap));

  /** Runs the calls of the gap's remedy, as they are but for what a person fills in. */
  async function close(closable: Closable): Promise<void> {
    const { filled = {}, kept = [], file, besides = [] } = closable;
    const gap = judged(closable, first).find(({ state }) => state === 'gap');
    if (gap === undefined) return;
    const calls = remediesFor(gap, { view: first.view, rules: registry, intent })[0]?.cli ?? [];
    const notes = calls.map(({ note = '' }) => note).join('\n');
    for (const { words, region } of calls) {
      const answer = await cli.run([...words.map((word) => inPlaces(word, { ...Object.fromEntries(known), ...filled })), '--region', region]);
      for (const each of kept) keep(answer, each);
      if (file !== undefined && words.includes('--query')) writeFileSync(join(folder, file.name), file.of(typeof answer === 'string' ? answer : JSON.stringify(answer), notes));
    }
    for (const line of besides) await run(line);
  }

  before(async () => {
    writeFileSync(join(folder, 'clicks.yaml'), clicks);
    process.env['MOTO_ACCOUNT_ID'] = account;
    moto = await startMoto();
    aws = await fakeServer({ caller: account, handlers: [inventories({ caller: account, accounts: { [account]: { regions: { [home]: 'ENABLED_BY_DEFAULT', [target]: 'ENABLED_BY_DEFAULT' } } }, resources: [] }), forward(moto.url)] });
    cli = startAwsCli(moto.url, folder);
    for (const each of closables) await make(each).catch((thrown: unknown) => failed.set(each, String(thrown)));
    first = await look();
    for (const each of closables) await close(each).catch((thrown: unknown) => failed.set(each, String(thrown)));
    second = await look();
  });
  after(async () => {
    cli?.stop();
    moto?.stop();
    await aws?.close();
    rmSync(folder, { recursive: true });
  });

  for (const closable of closables) {
    it(`${closable.rule}: ${closable.gap} is found, closed by calls, and found ready`, () => {
      assert.equal(failed.get(closable), undefined);
      const [was, is] = [judged(closable, first), judged(closable, second)];
      assert.deepEqual(was.map(({ state }) => state), ['gap'], JSON.stringify(was.map(({ state, message }) => [state, message])));
      assert.deepEqual(is.map(({ state }) => state), ['ready'], JSON.stringify(is.map(({ state, message }) => [state, message])));
    });
  }
});
