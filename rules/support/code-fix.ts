import type { Occurrence } from '../../model/occurrence.ts';
import type { Edit } from '../../model/readiness.ts';

/** How each language asks for the region it runs in. */
const runtimeRegion: Readonly<Record<string, string>> = {
  typescript: 'process.env.AWS_REGION', javascript: 'process.env.AWS_REGION', vue: 'import.meta.env.VITE_AWS_REGION', svelte: 'import.meta.env.VITE_AWS_REGION', astro: 'import.meta.env.AWS_REGION',
  python: 'os.environ["AWS_REGION"]', java: 'new DefaultAwsRegionProviderChain().getRegion()', kotlin: 'DefaultAwsRegionProviderChain().region', scala: 'new DefaultAwsRegionProviderChain().getRegion', groovy: 'env.AWS_REGION',
  go: 'os.Getenv("AWS_REGION")', rust: 'aws_config::load_defaults', csharp: 'FallbackRegionFactory.GetRegionEndpoint()', ruby: 'ENV.fetch("AWS_REGION")', php: "getenv('AWS_REGION')",
  shell: '"${AWS_REGION:?}"', makefile: '$(AWS_REGION)', powershell: '$env:AWS_REGION', dockerfile: 'ARG AWS_REGION', terraform: 'data.aws_region.current.region', yaml: '${AWS::Region}', json: '${AWS::Region}', cloudformation: '${AWS::Region}',
};

/** The region that the program runs in, as the language of the occurrence writes it. */
export function runtimeRegionOf({ language }: Pick<Occurrence, 'language'>): string | undefined {
  return Object.hasOwn(runtimeRegion, language) ? runtimeRegion[language] : undefined;
}

/** What to write instead of a fixed region. */
export function regionFix(occurrence: Occurrence): string {
  const here = runtimeRegionOf(occurrence);
  const { language, callee = '', name = '', within, role } = occurrence;
  if (role === 'type') return 'Let the type take any region, and check it where it comes in.';
  if (language === 'terraform') return 'Take it from a variable without a default, or from `data.aws_region.current.region` (`.name` before version 6 of the provider).';
  if (/client|^aws\.|boto3/i.test(callee)) return `Leave the region out, so that the SDK takes it from where the program runs${here === undefined ? '' : `, or pass \`${here}\``}.`;
  if (here !== undefined && here.startsWith('${AWS')) return `In a template use \`!Sub "${here}"\` or \`!Ref AWS::Region\`; elsewhere let the deployment fill it in.`;
  if (within !== undefined) return `Fill the region in where the text is put together${here === undefined ? '' : `: \`${here}\``}.`;
  return `Take ${name === '' ? 'it' : `\`${name}\``} from where the program runs${here === undefined ? '' : `: \`${here}\``}.`;
}

/** The replacement of a quoted region code by the region at run time, where the language can say it in one expression. */
export function regionEdit(occurrence: Occurrence): Edit | undefined {
  const { form, role, within, construct, span, language } = occurrence;
  const text = { typescript: 'process.env.AWS_REGION', javascript: 'process.env.AWS_REGION', ruby: "ENV.fetch('AWS_REGION')", php: "getenv('AWS_REGION')" }[language];
  if (text === undefined || form !== 'region' || within !== undefined || construct !== undefined || span.line !== span.endLine || span.column < 2) return undefined;
  if (role !== 'argument' && role !== 'value' && role !== 'assignment' && role !== 'return') return undefined;
  return { span: { ...span, column: span.column - 1, endColumn: span.endColumn + 1 }, text, safe: false };
}
