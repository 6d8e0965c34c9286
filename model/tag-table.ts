/** A tag on resources by which people say what AWS cannot tell. */
export interface TagMeaning {
  /** Values that are understood, ready to print. */
  readonly values: string;
  /** What it says of the resource. */
  readonly says: string;
  /** What a verdict does with it. */
  readonly changes: string;
  readonly example: string;
}

/** Every tag that is understood. Whoever reads one asks by `tagged`, so that no other name is read anywhere. */
export const tagTable = {
  'mr:counterpart': { values: 'an ARN, id or name', says: 'Which resource in the other region takes its place', changes: 'It counts as the counterpart, whatever names and templates say.', example: 'arn:aws:ec2:eu-central-1:111122223333:vpc/vpc-0123456789abcdef0' },
  'mr:data-class': { values: 'cache, scratch, derived, session-disposable; record, session', says: 'What its data is', changes: 'The first four can be lost or made again, so rules on data do not bind; the other two say that a cache holds data that exists nowhere else.', example: 'derived' },
  'mr:ephemeral': { values: 'true', says: 'Its data can be lost or made again', changes: 'Rules on data and artefacts do not bind it.', example: 'true' },
  'mr:idempotent': { values: 'true, false', says: 'Whether a consumer may take the same message twice', changes: 'Answers the question that no configuration answers: ready, or a gap.', example: 'true' },
  'mr:last-drill': { values: 'a day, YYYY-MM-DD', says: 'When a recovery was last rehearsed; on any resource', changes: 'The latest day up to the day of the judgement is held against what the strategy asks for.', example: '2026-09-14' },
  'mr:lifecycle': { values: 'decommission, decommissioned, retired, deprecated, to-be-deleted', says: 'It is on its way out', changes: 'Rules do not bind it, except those on regions, dependencies and cost. The tag lifecycle with the same values does the same.', example: 'retired' },
  'mr:migration-bridge': { values: 'a day, YYYY-MM-DD', says: 'Until when it may call into the other region, for a migration', changes: 'Calls across regions are exempt up to and on that day.', example: '2027-01-31' },
  'mr:partner-allowlist': { values: 'none, registered, pending', says: 'Of a NAT gateway: whether partners have to admit its address, and have', changes: 'none at home, or registered in the target, answers whether partners admit calls from there.', example: 'registered' },
  'mr:peak-event': { values: 'a day, YYYY-MM-DD', says: 'Day of a planned peak of an Auto Scaling group', changes: 'Up to that day the group in the target must be allowed to grow as far as home’s.', example: '2026-11-27' },
  'mr:pinned': { values: 'the reason', says: 'It stays in its region by decision', changes: 'Rules do not bind it, and the reason is shown.', example: 'data residency, contract 4711' },
  'mr:recovery': { values: 'how, in words', says: 'How a server that keeps state comes back in the target', changes: 'The server is ready, for the reason given.', example: 'Elastic Disaster Recovery' },
  'mr:recovery-plan': { values: 'any', says: 'It carries out a recovery: a document, state machine, pipeline', changes: 'It is looked at as the plan: where it runs, and which control planes it needs.', example: 'checkout' },
  'mr:restart': { values: 'how, in words', says: 'How unfinished work of a workflow is taken up again', changes: 'The workflow is ready, for the reason given.', example: 'from the table of checkpoints' },
  'mr:service': { values: 'a name', says: 'Which service it belongs to, where the configuration does not say', changes: 'Groups resources. So do awsApplication, service, application, app, component and project, in this order; it comes second.', example: 'checkout' },
  'mr:third-party': { values: 'what was found, in words', says: 'The vendor behind it was asked for its regions and objectives', changes: 'What depends on the vendor is ready, for the reason given.', example: 'two regions, 15m; wiki/vendors/mail' },
  'mr:write-mode': { values: 'single-writer; home-by-key, partitioned, home-region; or your own word', says: 'How writes of several regions to one store are kept apart', changes: 'Any value says that it was decided. The middle three say that each region writes its own part.', example: 'home-by-key' },
} as const satisfies Readonly<Record<`mr:${string}`, TagMeaning>>;

export type TagName = keyof typeof tagTable;

/** What a resource is tagged with; undefined where it is not. */
export function tagged({ tags }: { readonly tags: Readonly<Record<string, string>> }, name: TagName): string | undefined {
  return Object.hasOwn(tags, name) ? tags[name] : undefined;
}
