import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { buildEstate } from '../../graph/build.ts';
import { drift } from '../../graph/queries/drift.ts';
import { iacCoverage, management, unmanaged } from '../../graph/queries/iac-coverage.ts';
import { services } from '../../graph/queries/services.ts';
import { viewOf } from '../../graph/view.ts';
import type { ResourceFact } from '../../model/fact.ts';
import { canonicalJson } from '../../model/json.ts';
import { attributesOf } from '../support/kind-reading.ts';
import { sqsQueue } from '../../model/kinds/sqs-queue.ts';
import { resource } from '../support/facts.ts';

const account = '111122223333';
const arn = `arn:aws:sqs:us-east-1:${account}:jobs`;
const queue = (id: string, given: Partial<ResourceFact>): ResourceFact => resource(id, { resourceType: 'AWS::SQS::Queue', kind: 'sqs-queue', ...given });
const live = (given: Partial<ResourceFact> = {}, id = arn): ResourceFact =>
  queue(id, { arn: id, account, name: id.slice(id.lastIndexOf(':') + 1), identities: [id.slice(id.lastIndexOf(':') + 1)], source: { scanner: 'aws-config' }, attributes: { fifo: false, retentionSeconds: 60 }, ...given });
const template = (given: Partial<ResourceFact> = {}): ResourceFact =>
  queue('cloudformation:shop/us-east-1/Jobs', {
    name: 'Jobs', stack: 'shop', attributes: attributesOf(sqsQueue, 'cloudformation', { MessageRetentionPeriod: 120 }), source: { scanner: 'cloudformation', file: 'shop.yaml', line: 3, path: 'Resources.Jobs' }, ...given,
  });
const state = (): ResourceFact => queue('terraform:infra/aws_sqs_queue.jobs', { arn, account, name: 'jobs', identities: ['jobs'], attributes: { retentionSeconds: 60 }, source: { scanner: 'terraform-state', file: 'infra/terraform.tfstate', path: 'aws_sqs_queue.jobs' } });
const ids = (...facts: ResourceFact[]): string[] => [...buildEstate(facts).resources.keys()];
const tags = { 'aws:cloudformation:stack-name': 'shop', 'aws:cloudformation:logical-id': 'Jobs' };

describe('sources of one resource', () => {
  it('join by stack and logical id, by ARN, and by a name that one alone has', () => {
    assert.deepEqual(ids(live({ tags }), template()), [arn]);
    assert.deepEqual(ids(live({ tags }), template(), state()), [arn]);
    assert.deepEqual(ids(live(), template({ name: 'jobs', identities: ['jobs'] })), [arn]);
    const nested = template({ stack: 'shop/Inner' });
    assert.deepEqual(ids(live({ tags: { ...tags, 'aws:cloudformation:stack-name': 'shop-Inner-1ABCDEFGHIJKL' } }), nested), [arn]);
  });

  it('stay apart where that is not certain', () => {
    const other = live({}, 'arn:aws:sqs:us-east-1:444455556666:jobs');
    assert.equal(ids(live(), { ...other, account: '444455556666' }, template({ name: 'jobs', identities: ['jobs'] })).length, 3, 'two accounts have the name');
    assert.equal(ids(live(), template({ name: 'jobs', identities: ['jobs'] }), { ...template({ name: 'jobs', identities: ['jobs'], stack: 'two' }), id: 'cloudformation:two/us-east-1/Jobs' }).length, 3, 'two templates have the name');
    assert.equal(ids(live(), template({ name: 'jobs', identities: ['jobs'], region: 'eu-west-1' })).length, 2, 'another region');
    assert.equal(ids(live(), template({ name: 'jobs' })).length, 2, 'a logical id is no name');
    assert.equal(ids(live({ tags }), template({ stack: 'other' })).length, 2, 'another stack');
  });

  it('resolves what other templates refer to', () => {
    const user = resource('cfn/fn', { references: [{ path: 'Q', to: '⟦cloudformation:shop/us-east-1/Jobs#Arn⟧', edge: 'writes' }] });
    assert.deepEqual(buildEstate([live({ tags }), template(), user]).edges.map(({ to }) => to), [arn]);
  });

  it('says what each says where they disagree', () => {
    const view = viewOf(buildEstate([template(), state(), live({ tags })]));
    assert.deepEqual(drift(view).map(({ attribute, told, live: running }) => [attribute, told.map(({ value, source }) => `${source.scanner} ${value}`), running]), [
      ['retentionSeconds', ['aws-config 60', 'terraform-state 60', 'cloudformation 120'], true],
    ]);
    assert.equal(view.resource(arn)?.attributes['retentionSeconds' as never], 60);
    assert.deepEqual(drift(viewOf(buildEstate([live({ tags, attributes: {} }), template()]))), [], 'nobody told is no difference');
    const key = (kmsKey: string): Partial<ResourceFact> => ({ attributes: { kmsKey } });
    assert.deepEqual(drift(viewOf(buildEstate([live({ tags, ...key('arn:aws:kms:us-east-1:1:key/1') }), template(key('⟦cfn/Key#Arn⟧'))]))), [], 'values left to deployment are not compared');
  });

  it('tells what is managed from what is not', () => {
    const byHand = live({ name: 'extra', identities: ['extra'] }, `arn:aws:sqs:us-east-1:${account}:extra`);
    const planned = template({ name: 'Later', identities: ['later'] });
    const topic = resource('cfn/topic', { resourceType: 'AWS::SNS::Topic', kind: 'sns-topic' });
    const view = viewOf(buildEstate([live(), state(), byHand, { ...planned, id: 'cloudformation:shop/us-east-1/Later' }, topic]));
    assert.deepEqual([...view.estate.resources.values()].map((resource) => `${resource.id.slice(resource.id.lastIndexOf(':') + 1)} ${management(view)(resource)}`), ['extra unmanaged', 'jobs managed', 'cfn/topic unseen', 'shop/us-east-1/Later undeployed'].sort((a, b) => (a < b ? -1 : 1)).sort(byId(view)));
    assert.deepEqual(unmanaged(view).map(({ name }) => name), ['extra']);
    assert.deepEqual(iacCoverage(view, services(view, {})).map(({ service, counts, share }) => [service, Object.values(counts), share]), [['shop', [0, 0, 1, 0], undefined], ['unassigned', [1, 1, 0, 1], 0.5]]);
  });

  it('does not depend on the order of facts', () => {
    const facts = [live({ tags }), template(), state(), live({}, `arn:aws:sqs:us-east-1:${account}:x`), template({ name: 'x', identities: ['x'], stack: 'y' })];
    const bytes = (order: readonly ResourceFact[]): string => canonicalJson([...buildEstate(order).resources]);
    fc.assert(fc.property(fc.shuffledSubarray(facts, { minLength: facts.length }), (order) => bytes(order) === bytes(facts)));
  });
});

/** In the order of the graph. */
function byId(view: ReturnType<typeof viewOf>): (a: string, b: string) => number {
  const order = [...view.estate.resources.keys()];
  const at = (text: string): number => order.findIndex((id) => id.endsWith(text.split(' ')[0] ?? ''));
  return (a, b) => at(a) - at(b);
}
