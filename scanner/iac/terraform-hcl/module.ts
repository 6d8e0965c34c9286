import type { Deployment } from '../reader.ts';
import type { Declarations } from './declarations.ts';
import type { Environment } from './environment.ts';
import type { Providers } from './providers.ts';
import type { ResourceInstance } from './resource.ts';
import type { Run } from './run.ts';
import type { Value } from './value.ts';

/** What all modules of one root share. */
export interface Root {
  readonly run: Run;
  /** Folder of the root module; '.' for the scanned root itself. */
  readonly folder: string;
  /** Name that fact ids start with, as plans and states of the folder have it. */
  readonly stack: string;
  /** What people call it. */
  readonly name: string;
  readonly deployment: Deployment | undefined;
  /** A plan or state of the same root is read as well, and tells the instances that the configuration leaves open. */
  readonly isPlanned: boolean;
  load(folder: string): Declarations;
  /** Folder of the module of a call, or what would have to be there. */
  locate(call: { readonly source: string; readonly from: string; readonly keyPath: string }): string | undefined;
  /** Value of a variable of the root module, where something gives it one. */
  given(variable: string): Value | undefined;
  /** Outputs of another root of the scan that keeps its state where this configuration says. */
  remoteOutput(configuration: Value, output: string): Value | undefined;
}

/** One instance of a module. */
export interface Module {
  readonly root: Root;
  /** Address: module.media["north"]; '' for the root. */
  readonly path: string;
  /** Names of the calls without keys, as modules.json has them: media.bucket. */
  readonly keyPath: string;
  readonly declarations: Declarations;
  readonly environment: Environment;
  readonly providers: Providers;
  /** It stands for an unknown number of instances. */
  readonly undecided: boolean;
  /** Folders of the modules that contain it. */
  readonly inside: readonly string[];
  output(name: string): Value;
  /** Instances of all its resources and data sources. */
  resources(): Iterable<ResourceInstance>;
  /** Instances of the modules that it calls, as far as they can be read. */
  children(): Iterable<Module>;
}
