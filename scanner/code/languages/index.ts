import type { LanguageId } from '../../files/language.ts';
import type { Language } from '../language.ts';
import { astro } from './astro.ts';
import { csharp } from './csharp.ts';
import { dockerfile } from './dockerfile.ts';
import { env } from './env.ts';
import { go } from './go.ts';
import { java } from './java.ts';
import { javascript } from './javascript.ts';
import { json } from './json.ts';
import { kotlin } from './kotlin.ts';
import { php } from './php.ts';
import { powershell } from './powershell.ts';
import { properties } from './properties.ts';
import { python } from './python.ts';
import { ruby } from './ruby.ts';
import { rust } from './rust.ts';
import { shell } from './shell.ts';
import { svelte } from './svelte.ts';
import { terraform } from './terraform.ts';
import { toml } from './toml.ts';
import { typescript } from './typescript.ts';
import { vue } from './vue.ts';
import { yaml } from './yaml.ts';

const all: readonly Language[] = [
  astro, csharp, dockerfile, env, go, java, javascript, json, kotlin, php, powershell, properties,
  python, ruby, rust, shell, svelte, terraform, toml, typescript, vue, yaml,
];

/** Languages that code is scanned in, by id. */
export const codeLanguages: ReadonlyMap<LanguageId, Language> = new Map(all.map((language) => [language.id, language]));
