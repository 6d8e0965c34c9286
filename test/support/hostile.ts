import type { Fact } from '../../model/fact.ts';
import type { Judgement, Readiness } from '../../model/readiness.ts';
import type { ReportExtras } from '../../cli/formats/html/extras.ts';
import { resource } from './facts.ts';
import { sampleReadiness, type Sample } from './sample-readiness.ts';

/** What a hostile estate would call its resources, tags and files. Each would run `pwned()` if it got through. */
export const attacks = [
  '</script><script>pwned()</script>', '</script><img src=x onerror=pwned()>', '"><svg onload=pwned()>', "'-pwned()-'", '<!--<script>', '${pwned()}', '`+pwned()+`', 'javascript:pwned()',
  'abc\u202egnp.exe', '\u0000\u001b[31mred', '</style><style>*{display:none}</style>', '&lt;b&gt;', '__proto__', '<a href="javascript:pwned()">click</a>', '\ud800 lone', 'سلام العالم',
] as const;

/** A sample in which every text from outside is an attack. */
export function hostileSample(): Sample {
  const { readiness, extras } = sampleReadiness({ services: 6, resources: 80 });
  let turn = 0;
  const attack = (): string => attacks[turn++ % attacks.length] ?? '';
  const renamed = new Map(readiness.services.map(({ id }, index) => [id, `${attacks[index % attacks.length] ?? ''}${index}`]));
  const service = (id: string): string => renamed.get(id) ?? id;
  const judgements = readiness.judgements.map((judgement): Judgement => {
    const text = attack();
    const source = { scanner: text, file: attack(), line: 3, path: attack(), asOf: attack() };
    return {
      ...judgement, subject: text, title: attack(), service: service(judgement.service), message: `${attack()} ${text}`, fix: attack(), ask: attack(), targets: [attack()], source,
      evidence: [{ what: attack(), value: attack(), source }], fingerprint: judgement.fingerprint,
      ...(judgement.occurrence === undefined ? {} : { occurrence: { ...judgement.occurrence, snippet: attack(), text: 'pwned', enclosing: attack(), language: attack() } }),
    };
  });
  const hostile: Readiness = {
    ...readiness, tool: attack(), intent: { ...readiness.intent, target: attack(), today: attack(), home: [attack()] }, judgements,
    services: readiness.services.map((each) => ({ ...each, id: service(each.id), dependsOn: each.dependsOn.map(service) })),
    waves: readiness.waves.map((wave) => wave.map((group) => group.map(service))),
    rules: readiness.rules.map((rule) => ({ ...rule, title: attack() })),
    coverage: { ...readiness.coverage, byType: Object.fromEntries(attacks.map((text) => [text, 1])), looked: Object.fromEntries(attacks.map((text) => [`files:${text}`, 1])) },
    blindSpots: readiness.blindSpots.map((spot) => ({ ...spot, asked: attack(), message: attack(), remedy: attack(), account: attack(), region: attack(), source: { scanner: attack(), file: attack() } })),
    notes: [...attacks],
  };
  const link = 'javascript:pwned()' as `https://${string}`;
  const hostileExtras: ReportExtras = {
    estate: attack(),
    rules: (extras.rules ?? []).map((rule) => ({ ...rule, why: attack(), fix: `${attack()}\n${attack()}`, effect: attack(), links: [link] })),
    dataSources: [{ title: attack(), source: attack(), version: attack(), date: attack() }],
    ...(extras.graph === undefined ? {} : { graph: { ...extras.graph, nodes: extras.graph.nodes.map((node) => ({ ...node, name: attack(), type: attack(), region: attack(), service: service(node.service) })) } }),
  };
  return { readiness: hostile, extras: hostileExtras };
}

/** Attacks of ten thousand characters too. Snapshots are UTF-8, which has no half of a pair. */
const names = [...attacks.filter((text) => text.isWellFormed()), `<img src=x onerror=pwned()>${'x'.repeat(10_000)}`];

/** An estate whose resources, tags, stacks, types and files have such names, and which are connected. */
export function hostileFacts(): Fact[] {
  return names.flatMap((name, index): Fact[] => {
    const given = { name, region: 'eu-west-1', stack: name, tags: { [name]: name, __proto__: name, constructor: name }, source: { scanner: 'cloudformation', file: name, path: name, line: 3 } };
    const [store, other, typed] = [`store ${index} ${name}`, `other ${index} ${name}`, `typed ${index} ${name}`];
    return [
      resource(store, { ...given, kind: 's3-bucket', resourceType: 'AWS::S3::Bucket', attributes: { bucketName: name } }),
      resource(other, { ...given, kind: 'lambda-function', resourceType: 'AWS::Lambda::Function' }),
      resource(typed, { ...given, resourceType: name, stack: names[(index + 1) % names.length] ?? name }),
      ...[store, typed].map((to): Fact => ({ type: 'reference', from: other, to, edge: 'reads', how: name, source: given.source })),
    ];
  });
}
