/** Names of members and parameters that hold words for people. */
const wordy = /^(?:desc(?:ription)?|help(?:text|message)?|usage|message|msg|error(?:message|text)?|err|warning|title|label|placeholder|tooltip|summary|comment|hint|notes?|examples?|epilog|caption|subtitle|heading|doc(?:s|string)?|displayname|longdescription|shortdescription|reason|alt|aria-.*|constraint_?description|error_?message)$/i;
/** Functions that words are handed to. The last name of the callee counts, or the first where it is a logger. */
const telling = /^(?:console|log|logger|logging|winston|pino|bunyan|slog|chalk|debug|ora|spinner)\b|^fmt\.(?:f?print|error)|(?:^|\.)(?:log|info|warn|warning|error|debug|trace|fatal|notice|verbose|print|println|printf|eprintln|fprintf|describe|withmessage|alert|fail|fatalf|errorf|infof|debugf|warnf|logf|annotate|addwarning|adderror|addinfo|helptext|t|i18n|err|exception)$/i;
/** What is made of words to be thrown: ValidationError, createPermissionError. */
const thrown = /(?:Error|Exception|Warning)$/;
const command = /^\s*(?:#!|aws|sudo|docker|curl|wget|terraform|kubectl|helm|npm|npx|yarn|export|sam|cdk|sls|serverless|git|echo|sh|bash|python3?|node|make|pip3?|eksctl|sed|select|insert|update|delete|create|alter)\s/i;

export interface Utterance {
  /** The whole literal. */
  readonly text: string;
  /** Where the region-bearing part starts in it. */
  readonly from: number;
  readonly name?: string | undefined;
  readonly callee?: string | undefined;
}

/** Longest link that is looked at. */
const linkLength = 600;

/** A link into the console that is made at run time is followed, whatever the words around it: https://eu-west-1.console.aws.amazon.com/…/${queue}. */
export function isLinkToFollow(text: string, from: number): boolean {
  const [link = ''] = text.slice(from, from + linkLength).split(/[\s"'<>]/, 1);
  return link.slice(0, 80).includes('console.aws.amazon.com') && /[{%$]/.test(link);
}

/** Whether a literal only tells people something: a message, a description, a sentence that happens to name a region. */
export function isForPeople({ text, from, name, callee }: Utterance): boolean {
  if (name !== undefined && (wordy.test(name) || /^(?:Long|Short|Example|DOCUMENTATION|EXAMPLES?|RETURNS?)$/.test(name))) return true;
  if (callee !== undefined && (telling.test(callee) || thrown.test(callee))) return true;
  return isSentence(text, from);
}

/** Names in capitals begin sentences: AWS region of the bucket. */
const isCommand = (text: string): boolean => command.test(text) && !/^\s*AWS\s/.test(text);

/** The line that a place stands in, up to it. */
const lineAt = (text: string, from: number): string => text.slice(text.lastIndexOf('\n', Math.max(0, from - 1)) + 1, from);

/** AWS region; defaults to us-east-1. AWS region (default: us-east-1). */
const saysDefault = /[;,.(]\s{0,2}(?:defaults? to|default(?:s|ing)?(?: is|:)?|e\.g\.,?|for example,?)\s[`'"]?$/i;

/** A sentence that is followed by an example of what it asks for: For example, 'environment:prod region:us-east-1'. */
const givesExample = /\b(?:for (?:example|instance)|e\.g\.|such as)[,:]?\s[^.]{0,80}$/i;

/** Words with spaces between, most of them plain, and the region not the value of an option or assignment. Commands are no sentences. */
function isSentence(text: string, from: number): boolean {
  if (text.length < 20 || text.length > 20_000 || isCommand(text) || isCommand(lineAt(text, from))) return false;
  const before = text.slice(Math.max(0, from - 40), from);
  if (saysDefault.test(before) && /^\s*[A-Z][\w-]{0,40}\s+\S+\s/.test(text)) return true;
  if (/(?:--?[\w-]+[= ]|[=:]\s?)["']?$/.test(before) && !givesExample.test(text.slice(Math.max(0, from - 200), from)) && !(/[a-z]: $/.test(before) && /\w\.$/.test(text.trimEnd()))) return false;
  const words = text.trim().split(/\s+/);
  if (words.length < 5) return false;
  const plain = words.filter((word) => /^[("'`]?[A-Za-z][a-z']*[)"'`.,:;!?]*$/.test(word)).length;
  return plain >= 4 && plain * 5 >= words.length * 3;
}
