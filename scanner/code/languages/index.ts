import type { LanguageId } from '../../files/language.ts';
import type { Language } from '../language.ts';
import { astro } from './astro.ts';
import { dockerfile } from './dockerfile.ts';
import { env } from './env.ts';
import { javascript } from './javascript.ts';
import { json } from './json.ts';
import { properties } from './properties.ts';
import { svelte } from './svelte.ts';
import { terraform } from './terraform.ts';
import { toml } from './toml.ts';
import { typescript } from './typescript.ts';
import { vue } from './vue.ts';
import { yaml } from './yaml.ts';

/** Languages that code is scanned in, by id. */
export const codeLanguages: ReadonlyMap<LanguageId, Language> = new Map([astro, dockerfile, env, javascript, json, properties, svelte, terraform, toml, typescript, vue, yaml].map((language) => [language.id, language]));
