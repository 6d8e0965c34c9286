/* Misuse that must not compile. The type check is the test: an error that does not come makes @ts-expect-error itself an error. */
import { rules, type RuleId } from '../rules/index.ts';
import { rule, type EstateSubject } from '../rules/rule.ts';
import { gap, ready } from '../rules/verdict.ts';

const meta = { id: 'data-x', title: 'x', severity: 'low', why: '', fix: '', effect: '', links: ['https://example.com/'] } as const;
const examples = { gap: [{ home: '' }], ready: [{ home: '' }] } as const;

// @ts-expect-error needs must be attributes of the kind
rule({ ...meta, on: 'dynamodb-table', needs: ['runtime'], examples, check: () => ready() });

rule({ ...meta, on: 'dynamodb-table', needs: [], examples,
  // @ts-expect-error an attribute that is not needed may be missing
  check: ({ attributes }) => (attributes.replicaRegions.length > 0 ? ready() : gap('x')) });

rule({ ...meta, on: 'dynamodb-table', needs: ['replicaRegions'], examples, check: ({ attributes }) => (attributes.replicaRegions.length > 0 ? ready() : gap('x')) });

// @ts-expect-error unknown kind
rule({ ...meta, on: 'dynamo', needs: [], examples, check: () => ready() });

// @ts-expect-error a rule without a counter-example is no rule
rule({ ...meta, on: 'dynamodb-table', needs: [], examples: { gap: [{ home: '' }], ready: [] }, check: () => ready() });

// @ts-expect-error the first part of an id is a category
rule({ ...meta, id: 'storage-x', on: 'dynamodb-table', needs: [], examples, check: () => ready() });

// @ts-expect-error links are https
rule({ ...meta, links: ['http://example.com/'], on: 'dynamodb-table', needs: [], examples, check: () => ready() });

// @ts-expect-error a gap says what was found
rule({ ...meta, on: 'dynamodb-table', needs: [], examples, check: () => gap() });

rule({ ...meta, on: { trait: 'data-store' }, examples, check: (resource) => (resource.kind === 'dynamodb-table' ? gap(resource.name) : ready()) });

// @ts-expect-error unknown trait
rule({ ...meta, on: { trait: 'datastore' }, examples, check: () => ready() });

rule({ ...meta, on: ['dynamodb-table', 's3-bucket'], needs: [], examples,
  check: (subject) => (subject.kind === 's3-bucket' ? gap(String(subject.attributes.versioning)) : ready()) });

rule({ ...meta, on: ['dynamodb-table', 's3-bucket'], needs: [], examples,
  // @ts-expect-error an attribute of one kind is not the other's
  check: (subject) => gap(String(subject.attributes.versioning)) });

rule({ ...meta, on: 'estate', examples, *check(): Iterable<EstateSubject> { yield { subject: 'quota/lambda-concurrency', title: 'x', verdict: gap('x') }; } });

const id: RuleId = 'data-ddb-no-replica';
// @ts-expect-error not a rule
const other: RuleId = 'nope';
export const used = [id, other, rules];
