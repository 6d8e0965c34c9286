import type { Fact } from '../../model/fact.ts';

/** A file that may declare infrastructure. Its text is read once and shared by the readers that are asked. */
export interface IacFile {
  /** Path relative to the scanned root, with forward slashes: what facts and messages name. */
  readonly path: string;
  readonly absolutePath: string;
  readonly text: string;
}

/** How templates are to be evaluated: a template says nothing of where it is deployed. */
export interface Deployment {
  /** Region the template is deployed to; pseudo parameters and defaults are evaluated for it. */
  readonly region: string;
  readonly account?: string | undefined;
  /** Stack name; where nobody said, the file's base name with as many folders as it takes to be unique. */
  readonly stack?: string | undefined;
  readonly parameters?: Readonly<Record<string, string>> | undefined;
  /** AWS CDK construct path by logical id, where something other than the template tells. */
  readonly modules?: Readonly<Record<string, string>> | undefined;
}

export interface IacContext {
  /** Deployments of the file, one for each region it is deployed to; never empty. */
  deployments(path: string): readonly Deployment[];
  /** Text of a file that the given one refers to (nested template, parameter file), or undefined if it was not given. */
  readRelative(from: string, relative: string): IacFile | undefined;
  /** Value that a scanned template exports in the region under the name, if one does: text, in which resources are symbols. */
  exports?(region: string, name: string): string | undefined;
  /** The export of the region that consists of its stack's name and this ending, where only one scanned template has one. */
  exportEnding?(region: string, ending: string): { readonly name: string; readonly value: string } | undefined;
  /** What people call the deployment of a Terraform root. */
  rootName?(root: string): string;
  /** Where a provider configuration of a Terraform root works, by its key (aws, aws.recovery), as the configuration beside a plan says it. */
  provider?(root: string, key: string): { readonly region?: string | undefined; readonly account?: string | undefined };
}

/** One format of infrastructure as code. */
export interface IacReader {
  readonly id: string;
  readonly title: string;
  /** Cheap test on path and text, without parsing. */
  claims(file: IacFile): boolean;
  /** Facts of the file. Whatever cannot be read is a blind spot fact; it never throws because of the file's content. */
  read(file: IacFile, context: IacContext): Iterable<Fact>;
}

export const iacReader = (definition: IacReader): IacReader => definition;
