import { parseArn } from './arn.ts';

export interface BedrockModel {
  /** Model id without geography: amazon.nova-pro-v1:0. */
  readonly model: string;
  /** Prefix of a system-defined inference profile: us, eu, global …; undefined for the model itself. */
  readonly geography: string | undefined;
}

const geographies = new Set(['us', 'us-gov', 'eu', 'apac', 'jp', 'au', 'ca', 'global']);

/** The model that an ARN of Bedrock names; undefined for patterns and for profiles that an account made itself. */
export function bedrockModelOf(text: string): BedrockModel | undefined {
  const arn = parseArn(text);
  if (arn?.service !== 'bedrock') return undefined;
  const [, kind, name] = /^(foundation-model|inference-profile)\/([a-z0-9][\w.:-]*)$/i.exec(arn.resource) ?? [];
  if (name === undefined) return undefined;
  if (kind === 'foundation-model') return { model: name, geography: undefined };
  const geography = name.slice(0, name.indexOf('.'));
  return geographies.has(geography) ? { model: name.slice(geography.length + 1), geography } : undefined;
}

/** As Bedrock and offers call it: amazon.nova-pro-v1:0, us.amazon.nova-pro-v1:0. */
export const bedrockModelId = ({ model, geography }: BedrockModel): string => (geography === undefined ? model : `${geography}.${model}`);
