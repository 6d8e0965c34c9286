import type { EstateExample } from '../../../rules/rule.ts';
import type { CliCall } from '../../../rules/remedy.ts';

/** What a person changes, or what calls leave behind. */
export interface Edit {
  /** Resources merged into the template at home; a member that is null goes. */
  readonly home?: string;
  /** The same for what is deployed to the target. */
  readonly target?: string;
  /** The template of the home region is deployed to the target, before anything else. */
  readonly deploy?: true;
  /** A template of another stack in the target: not the home region's. */
  readonly beside?: string;
  /** Takes the place of what AWS said, and of what the configuration says. */
  readonly now?: Partial<Pick<EstateExample, 'learned' | 'described' | 'services' | 'residency' | 'targetRegion'>>;
}

/** A call of the AWS CLI with its options: `--max-size 4` is `max-size`, 4. */
export interface Call extends Pick<CliCall, 'region'> {
  /** `autoscaling update-auto-scaling-group`. */
  readonly name: string;
  /** Throws where the call has no such option. */
  option(name: string): string;
  readonly note: string;
}

interface Common {
  /** Which of the rule's gap examples it starts from, by its place or as an estate of its own; the first if not given. */
  readonly from?: number | EstateExample;
  /** Title of the gap to close, where the estate has several. */
  readonly gap?: string;
  /** Title of what is ready afterwards, where the remedy puts another resource in the subject's place. */
  readonly then?: string;
}

/** The program's own template for the gap: pieces that are marked for it are merged into the template of their region, others are stacks of their own. */
export interface ByTemplate extends Common {
  readonly by: 'cloudformation';
  /** What a person fills in, by parameter: a value, or the resource of the template that it is, by logical id. Then the piece is added to that template. */
  readonly given?: Readonly<Record<string, string | { readonly Ref: string }>>;
  /** Members that the present template has already and keeps, as the note asks for. */
  readonly keep?: readonly string[];
  /** Lists that take the place of the present ones; others join them. */
  readonly replace?: readonly string[];
  /** What the remedy's limits ask of a person besides, with the reason in `says`. */
  readonly also?: Edit;
  readonly says?: string;
}

/** The program's own Terraform for the gap, beside the template of the home region. */
export interface ByTerraform extends Common {
  readonly by: 'terraform';
  /** What a person fills in: variables by name. */
  readonly given?: Readonly<Record<string, string | readonly string[]>>;
  readonly also?: Edit;
  readonly says?: string;
}

/** The program's own calls: what they leave behind is made of their options. */
export interface ByCalls extends Common {
  readonly by: 'cli';
  /** Calls that the remedy must consist of, in order: `autoscaling update-auto-scaling-group`. */
  readonly calls: readonly string[];
  leaves(calls: readonly Call[]): Edit;
  readonly says?: string;
}

/** A decision or a process that no code makes: `says` tells what a person does. */
export interface ByHand extends Common {
  readonly by: 'hand';
  readonly says: string;
  readonly edit: Edit;
}

export type Closing = ByTemplate | ByTerraform | ByCalls | ByHand;

/** Cases by rule. */
export type Closings = Readonly<Record<string, Closing | readonly Closing[]>>;
