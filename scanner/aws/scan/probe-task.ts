import type { Kind } from '../../../model/kind.ts';
import { kinds } from '../../../model/kinds/index.ts';
import { unresolved, type PropertyMap, type PropertyValue } from '../../../model/properties.ts';
import { serviceOffered } from '../../../model/service-offer.ts';
import { serviceOfType } from '../../../model/service.ts';
import { documentOf, valueOf } from '../document.ts';
import { CallFailure } from '../gateway/failure.ts';
import { forEachOf } from '../pool.ts';
import type { Answer, Detail, Listed, Place, Probe } from '../probe.ts';
import { resourceFactOf } from '../resource-fact.ts';
import { tagsIn } from '../tags.ts';
import type { Context } from './context.ts';
import type { At } from './knowledge.ts';
import { probeCalls } from './probe-calls.ts';
import { rememberingPlace } from './remembering-place.ts';
import type { Task, TaskLog } from './task.ts';

const scanner = 'describe';
/** Resources of one list that are asked about at once. */
const itemsAtOnce = 8;
/** Resources after which what was learned is written down. */
const checkpointEvery = 100;
/** A question that was denied this often, and never answered, is denied for the rest of the place too. */
const denialLimit = 5;

/** One kind in one account and region, asked directly. */
export function probeTask(probe: Probe, { account, region }: At, context: Context): Task {
  const kind = kinds[probe.kind] as Kind;
  const resourceType = kind.names.cloudformation;
  return {
    id: `probe:${probe.kind}@${account}/${region}`,
    title: `${kind.title} in ${account} ${region}`,
    account,
    region,
    scanner,
    resourceType,
    calls: callsOf(probe),
    expected: probeCalls(probe, { account, region }, context),
    async run(log) {
      const place = context.gateway.at(account, region);
      const asked = questions(probe, { log, place, context });
      let count = 0;
      try {
        await forEachOf(probe.list(place), itemsAtOnce, async (item) => {
          if (context.regions.length > 0 && item.region !== undefined && item.region !== 'global' && !context.regions.includes(item.region)) return;
          count += 1;
          await asked(item);
          if (count % checkpointEvery === 0) log.checkpoint();
        });
      } catch (thrown) {
        if (!(thrown instanceof CallFailure) || !isNotOffered(thrown, resourceType, region)) throw thrown;
      }
      log.fact({ type: 'coverage', what: `resources:${resourceType}`, count, source: { scanner, path: `${account}/${region}`, asOf: context.asOf } });
    },
  };
}

export function callsOf({ lists, details = {} }: Probe): Task['calls'] {
  const asked = Object.values(details).flatMap(({ service, operation, each }) => [[service, operation] as const, ...(each === undefined ? [] : [[each.service, each.operation] as const])]);
  return [...new Set([...lists, ...asked].flatMap(([service, operation]) => service.operations[operation]?.actions ?? []))];
}

/** No endpoint where the tables say that the service is not offered: there is nothing to be found. */
function isNotOffered({ consequence }: CallFailure, resourceType: string, region: string): boolean {
  const code = serviceOfType(resourceType);
  return consequence.noEndpoint === true && typeof code === 'string' && serviceOffered(code, region) === 'no';
}

interface Asking {
  readonly log: TaskLog;
  readonly place: Place;
  readonly context: Context;
}

interface Denials {
  count: number;
  answered: boolean;
  last: CallFailure | undefined;
}

/** Asks what is wanted of one resource after the other, and states each as a fact. */
function questions({ kind: kindId, details = {}, lists }: Probe, { log, place, context }: Asking): (item: Listed) => Promise<void> {
  const kind = kinds[kindId] as Kind;
  const wanted = context.wanted(kindId) ?? new Set<string>();
  const denials = new Map<string, Denials>();
  const ordered = Object.entries(details).toSorted(([, a], [, b]) => Number(b.base ?? false) - Number(a.base ?? false));
  const home = `${place.account}/${place.region}`;
  const service = lists[0]?.[0].id ?? '';
  const shared = rememberingPlace(place);

  function isNeeded({ answers }: Detail, item: Listed): boolean {
    const told = item.arn === undefined ? undefined : context.knowledge.told(item.arn);
    const tagged = item.tags !== undefined || context.knowledge.tagged({ account: place.account, region: item.region ?? place.region });
    return answers.some((attribute) => (attribute === 'tags' ? !tagged && told?.has('tags') !== true : wanted.has(attribute) && told?.has(attribute) !== true));
  }

  /** Failures are kept with the resource, so that an interrupted scan counts none twice. */
  async function answerTo(detail: Detail, item: Listed, { at, failed }: Answering): Promise<Answer | typeof notAsked | typeof gone> {
    const key = `${detail.service.id} ${detail.operation} ${at.region}`;
    const denied = denials.get(key) ?? { count: 0, answered: false, last: undefined };
    denials.set(key, denied);
    const concerned = { region: at.region, count: 1 };
    if (denied.last !== undefined && !denied.answered && denied.count >= denialLimit) {
      failed.push([denied.last, concerned]);
      return notAsked;
    }
    try {
      const answer = await ask(detail, item, detail.shared === true ? shared : at);
      denied.answered = true;
      return answer;
    } catch (thrown) {
      if (!(thrown instanceof CallFailure) || thrown.consequence.account === true) throw thrown;
      if (detail.none?.includes(thrown.name) === true) {
        denied.answered = true;
        return null;
      }
      if (detail.base === true && /NotFound|NoSuch|DoesNotExist/.test(thrown.name)) return gone;
      if (thrown.reason === 'denied') Object.assign(denied, { count: denied.count + 1, last: thrown });
      // One call may have been asked for several of its members.
      if (!failed.some(([each]) => each === thrown)) failed.push([thrown, concerned]);
      return notAsked;
    }
  }

  return async (item) => {
    const known = item.arn !== undefined && log.written.has(item.arn);
    if (known) return;
    const document: Record<string, PropertyValue> = { ...documentOf(item.document) };
    let { tags } = item;
    let partial = false;
    let current = item;
    const failed: Failed = [];
    const at = rememberingPlace(item.region === undefined || item.region === 'global' || item.region === place.region ? place : context.gateway.at(place.account, item.region));
    for (const [member, detail] of ordered) {
      const worth = isNeeded(detail, current) && detail.when?.(current) !== false;
      const answer = worth ? await answerTo(detail, current, { at, failed }) : notAsked;
      if (answer === gone) return;
      const isTags = detail.answers.length === 1 && detail.answers[0] === 'tags';
      if (isTags) tags = answer === notAsked ? tags : (tagsIn(answer) ?? tags);
      else if (detail.base !== true) document[member] = answer === notAsked ? unresolved('it was not asked, or not answered') : (valueOf(answer) ?? null);
      else if (answer === notAsked) partial = true;
      else if (typeof answer === 'object' && answer !== null) {
        Object.assign(document, documentOf(answer));
        current = { ...item, document: { ...item.document, ...answer } };
      }
    }
    for (const [failure, concerned] of failed) log.failed(failure, concerned);
    log.fact(
      resourceFactOf({
        type: kind.names.cloudformation,
        account: place.account,
        region: item.region ?? place.region,
        name: item.name,
        arn: item.arn,
        key: item.key,
        identities: item.identities,
        tags,
        document: document as PropertyMap,
        dialect: 'describe',
        partial,
        source: { scanner, path: `${service} in ${home}`, asOf: context.asOf },
      }),
    );
  };
}

interface Answering {
  readonly at: Place;
  readonly failed: Failed;
}

type Failed = (readonly [CallFailure, { readonly region: string; readonly count: number }])[];
const notAsked = Symbol('not asked');
/** It was deleted since it was listed. */
const gone = Symbol('gone');

async function ask(detail: Detail, item: Listed, place: Place): Promise<Answer> {
  const { service, operation, each } = detail;
  const paged = service.operations[operation]?.page !== undefined;
  const taken: Answer[] = [];
  const input = detail.input(item);
  if (paged) for await (const page of place.pages(service, operation, input)) taken.push(detail.take(page, item));
  else taken.push(detail.take(await place.call(service, operation, input), item));
  const answer = taken.length > 1 && taken.some(Array.isArray) ? taken.flatMap((page) => (Array.isArray(page) ? (page as Answer[]) : [])) : taken[0];
  if (each === undefined || !Array.isArray(answer)) return answer;
  const followed: Answer[] = [];
  for (const element of answer) followed.push(each.take(await place.call(each.service, each.operation, each.input(element, item)), element));
  return followed;
}
