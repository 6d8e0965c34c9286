import type { LanguageId } from '../../files/language.ts';
import type { Grammar } from '../tree/grammar.ts';

/** A language whose calls of AWS SDKs are read by the tree walker. */
export interface CallLanguage {
  readonly grammar: () => Promise<Grammar>;
  /** What a file must mention to be parsed: an SDK, or a request that only SDKs have. */
  readonly mentions: RegExp;
  /** Requests are made of the arguments of a call and have no types of their own. */
  readonly untyped?: true;
}

const request = String.raw`\b(?:TableName|QueueUrl|TopicArn|SecretId|FunctionName|StreamName|stateMachineArn|EventBusName)\b\s{0,3}[:=]`;
const mentioning = (sdk: string): RegExp => new RegExp(`${sdk}|${request}`);

/** What a file of TypeScript or JavaScript must mention. */
export const scriptMentions = mentioning(String.raw`aws-sdk|aws-cdk|lambda-powertools|\bBucket\s{0,3}:`);
export const scriptLanguages: ReadonlySet<LanguageId> = new Set(['typescript', 'javascript']);

export const treeLanguages: ReadonlyMap<LanguageId, CallLanguage> = new Map<LanguageId, CallLanguage>([
  ['python', { grammar: async () => (await import('../languages/python.ts')).grammar, mentions: mentioning(String.raw`boto|\.(?:put_item|get_item|update_item|delete_item|batch_writer|send_message)\(`), untyped: true }],
  ['java', { grammar: async () => (await import('../languages/java.ts')).grammar, mentions: /amazonaws|awssdk|awspring/ }],
  ['kotlin', { grammar: async () => (await import('../languages/kotlin.ts')).grammar, mentions: /amazonaws|awssdk|aws\.sdk\.kotlin|awspring/ }],
  ['go', { grammar: async () => (await import('../languages/go.ts')).grammar, mentions: /aws-sdk-go/ }],
  ['csharp', { grammar: async () => (await import('../languages/csharp.ts')).grammar, mentions: /\bAmazon\.|\bIAmazon\w/ }],
  ['ruby', { grammar: async () => (await import('../languages/ruby.ts')).grammar, mentions: /\bAws::|aws-sdk/, untyped: true }],
  ['php', { grammar: async () => (await import('../languages/php.ts')).grammar, mentions: /\bAws\\/, untyped: true }],
  ['rust', { grammar: async () => (await import('../languages/rust.ts')).grammar, mentions: /aws_sdk_|rusoto/ }],
]);
