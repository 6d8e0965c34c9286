import type { Services } from '../../graph/queries/services.ts';
import type { EstateView } from '../../graph/view.ts';
import type { ReadinessDifference } from '../../model/difference.ts';
import type { Judgement, Readiness } from '../../model/readiness.ts';
import type { ReportQuestion } from '../../graph/report-estate.ts';
import type { Remedy } from '../../rules/remedy.ts';
import type { Rule } from '../../rules/rule.ts';
import type { Paint } from './terminal.ts';

/** The estate that was judged. */
export interface JudgedEstate {
  readonly view: EstateView;
  readonly services: Services;
  /** Code that closes a gap of the readiness for a target, made when asked for; missing where there is none. */
  remediesOf?(judgement: Judgement, target: string): readonly Remedy[];
  /** What was asked for a target; without it nothing can be planned or simulated. */
  questionOf?(target: string): ReportQuestion | undefined;
}

/** What a format may know beside the document that it prints. */
export interface FormatContext {
  /** Rules by id, for titles, fixes and links. */
  readonly rules: ReadonlyMap<string, Rule>;
  readonly paint: Paint;
  /** Columns of the terminal; formats for machines do not care. */
  readonly columns: number;
  /** Gaps only. */
  readonly quiet: boolean;
  /** file: URL, with a slash at its end, of the folder that paths are relative to. */
  readonly root: string;
  /** What was read, as given: stands for the place of a finding that no file declares. */
  readonly input: string;
  /** For formats that show more of it than the verdicts. */
  readonly estate?: JudgedEstate;
  /** Environment variables, for formats that another program makes. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Whether to group verdicts by best practice of the Well-Architected Framework too. */
  readonly byPractice?: boolean;
  /** What changed since an earlier judgement, for the targets that it had. */
  readonly since?: readonly ReadinessDifference[];
}

/** A text, pieces of one that may be longer than a string can be, or the bytes of a file that is no text. */
export type Rendered = string | Uint8Array | Iterable<string>;

/** Prints readinesses, one for each target, without computing anything about them. */
export type ReportFormat<R extends Rendered | Promise<Rendered> = Rendered | Promise<Rendered>> = (readinesses: readonly Readiness[], context: FormatContext) => R;

/** A format as the command line offers it; its code is loaded when it is asked for. */
export interface RegisteredFormat<Render> {
  readonly title: string;
  /** File name extensions that choose it when only `--output` is given; the longest match wins. */
  readonly extensions: readonly string[];
  /** A document of this format holds one target: several targets make several files. */
  readonly perTarget?: true;
  /** It is no text and needs a file. */
  readonly binary?: true;
  load(): Promise<Render>;
}
