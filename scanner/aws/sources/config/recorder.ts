import type { Note } from '../../scan/note.ts';
import type { Context } from '../../scan/context.ts';
import type { At } from '../../scan/knowledge.ts';
import type { Task } from '../../scan/task.ts';
import { configService } from '../../services/config-service.ts';
import { expected } from '../../scan/expected.ts';

const scanner = 'config';
/** Recorded in one region only, and only if the recorder is told to. */
const globalTypes = ['AWS::IAM::Group', 'AWS::IAM::Policy', 'AWS::IAM::Role', 'AWS::IAM::User'];
/** Most types that get a blind spot each. */
const namedLimit = 40;

/** What AWS Config records at a place. Where it records nothing, the scan asks the services themselves. */
export function recorderTask(at: At, context: Context, hasProbe: (type: string) => boolean): Task {
  const { account, region } = at;
  return {
    id: `config-recorder:${account}/${region}`,
    title: `AWS Config's recorder in ${account} ${region}`,
    account,
    region,
    scanner,
    calls: ['config:DescribeConfigurationRecorders', 'config:DescribeConfigurationRecorderStatus'],
    expected: expected(1, 2),
    async run(log) {
      const place = context.gateway.at(account, region);
      const { ConfigurationRecorders: recorders = [] } = await place.call(configService, 'DescribeConfigurationRecorders', {});
      if (recorders.length === 0) return;
      const { ConfigurationRecordersStatus: states = [] } = await place.call(configService, 'DescribeConfigurationRecorderStatus', {});
      const running = recorders.find(({ name }) => states.some((state) => state.name === name && state.recording === true));
      if (running === undefined) return;
      const note = recorderNote(at, running.recordingGroup ?? {});
      log.note(note);
      const supported = Object.values((await configService.sdk()).ResourceType) as string[];
      const left = supported.filter((type) => (note.only === undefined ? note.except?.includes(type) === true : !note.only.includes(type)) && !hasProbe(type));
      const missing = { account, region, scanner, reason: 'unresolved' as const, remedy: 'Let the recorder of AWS Config record all supported types, or accept that these are not judged.' };
      if (left.length > namedLimit) log.miss({ ...missing, asked: 'resources of types that AWS Config does not record', message: `The recorder records ${note.only?.length ?? 0} types; ${left.length} others are neither recorded nor asked for directly.` });
      else for (const type of left) log.miss({ ...missing, asked: `resources of ${type}`, message: 'The recorder of AWS Config leaves the type out, and it is not asked for directly.', resourceType: type });
    },
  };
}

interface Group {
  readonly allSupported?: boolean | undefined;
  readonly includeGlobalResourceTypes?: boolean | undefined;
  readonly resourceTypes?: readonly string[] | undefined;
  readonly exclusionByResourceTypes?: { readonly resourceTypes?: readonly string[] | undefined } | undefined;
  readonly recordingStrategy?: { readonly useOnly?: string | undefined } | undefined;
}

export function recorderNote({ account, region }: At, { allSupported, includeGlobalResourceTypes, resourceTypes = [], exclusionByResourceTypes, recordingStrategy }: Group): Extract<Note, { readonly note: 'recorder' }> {
  const note = { note: 'recorder' as const, account, region };
  const excluded = exclusionByResourceTypes?.resourceTypes ?? [];
  if (recordingStrategy?.useOnly === 'EXCLUSION_BY_RESOURCE_TYPES' || (allSupported !== true && excluded.length > 0)) return { ...note, except: [...excluded].sort() };
  if (allSupported === true || recordingStrategy?.useOnly === 'ALL_SUPPORTED_RESOURCE_TYPES') return includeGlobalResourceTypes === true ? note : { ...note, except: globalTypes };
  return { ...note, only: [...resourceTypes].sort() };
}
