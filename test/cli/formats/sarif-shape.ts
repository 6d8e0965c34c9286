import { z } from 'zod';

/**
 * What SARIF 2.1.0 and code scanning ask of the parts that we write. Strict: a property that is not listed is an error, so a misspelt one
 * cannot pass. OASIS's own schema has no licence that lets us keep a copy.
 */
const text = z.strictObject({ text: z.string().min(1) });
const multiformat = z.strictObject({ text: z.string().min(1), markdown: z.string().min(1).optional() });
const relativeUri = z.string().regex(/^(?:[A-Za-z0-9\-._~!$&'()*+,;=@/]|%[0-9A-F]{2})+$/);
const level = z.enum(['none', 'note', 'warning', 'error']);
const region = z.strictObject({
  startLine: z.int().min(1), startColumn: z.int().min(1).optional(), endLine: z.int().min(1).optional(), endColumn: z.int().min(1).optional(), snippet: text.optional(),
});
const artifactLocation = z.strictObject({ uri: relativeUri, uriBaseId: z.literal('SRCROOT') });
const location = z.strictObject({
  physicalLocation: z.strictObject({ artifactLocation, region: region.optional() }),
  logicalLocations: z.array(z.strictObject({ name: z.string(), fullyQualifiedName: z.string(), kind: z.string() })).min(1).optional(),
});
const fix = z.strictObject({
  description: text,
  artifactChanges: z.array(z.strictObject({ artifactLocation, replacements: z.array(z.strictObject({ deletedRegion: region, insertedContent: text.optional() })).min(1) })).min(1),
});
const result = z.strictObject({
  ruleId: z.string().min(1),
  ruleIndex: z.int().min(0),
  kind: z.enum(['fail', 'notApplicable']),
  level,
  message: text,
  locations: z.array(location).min(1),
  partialFingerprints: z.record(z.string(), z.string().min(1)).refine((prints) => Object.hasOwn(prints, 'primaryLocationLineHash')),
  suppressions: z.array(z.strictObject({ kind: z.enum(['inSource', 'external']), status: z.enum(['accepted', 'underReview', 'rejected']), justification: z.string() })).optional(),
  fixes: z.array(fix).min(1).optional(),
  properties: z.record(z.string(), z.unknown()),
}).refine(({ kind, level: of }) => (kind === 'fail') === (of !== 'none'), 'level is none exactly where the kind is not fail');
const rule = z.strictObject({
  id: z.string().min(1),
  defaultConfiguration: z.strictObject({ level }),
  shortDescription: multiformat.optional(),
  fullDescription: multiformat.optional(),
  help: multiformat,
  helpUri: z.url().optional(),
  properties: z.strictObject({ tags: z.array(z.string()).max(20) }).optional(),
});
const notification = z.strictObject({ level, descriptor: z.strictObject({ id: z.string() }), message: text, locations: z.array(location).optional() });

export const sarifShape = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.array(
    z.strictObject({
      tool: z.strictObject({ driver: z.strictObject({ name: z.string(), version: z.string(), semanticVersion: z.string().regex(/^\d+\.\d+\.\d+/), rules: z.array(rule) }) }),
      automationDetails: z.strictObject({ id: z.string().endsWith('/') }),
      originalUriBaseIds: z.record(z.string(), z.strictObject({ uri: z.url().endsWith('/'), description: text })),
      columnKind: z.literal('utf16CodeUnits'),
      invocations: z.array(z.strictObject({ executionSuccessful: z.boolean(), toolExecutionNotifications: z.array(notification) })),
      results: z.array(result),
    }).refine(({ tool, results }) => results.every(({ ruleId, ruleIndex }) => tool.driver.rules[ruleIndex]?.id === ruleId), 'ruleIndex points at the rule of ruleId'),
  ).min(1),
});
