import type { LanguageId } from '../../files/language.ts';
import type { Language } from '../language.ts';
import { astro } from './astro.ts';
import { csharp } from './csharp.ts';
import { dart } from './dart.ts';
import { dockerfile } from './dockerfile.ts';
import { elixir } from './elixir.ts';
import { env } from './env.ts';
import { go } from './go.ts';
import { groovy } from './groovy.ts';
import { html } from './html.ts';
import { java } from './java.ts';
import { javascript } from './javascript.ts';
import { jq } from './jq.ts';
import { json } from './json.ts';
import { kotlin } from './kotlin.ts';
import { lua } from './lua.ts';
import { makefile } from './makefile.ts';
import { notebook } from './notebook.ts';
import { perl } from './perl.ts';
import { php } from './php.ts';
import { powershell } from './powershell.ts';
import { properties } from './properties.ts';
import { puppet } from './puppet.ts';
import { python } from './python.ts';
import { ruby } from './ruby.ts';
import { rust } from './rust.ts';
import { scala } from './scala.ts';
import { shell } from './shell.ts';
import { sql } from './sql.ts';
import { svelte } from './svelte.ts';
import { swift } from './swift.ts';
import { terraform } from './terraform.ts';
import { toml } from './toml.ts';
import { typescript } from './typescript.ts';
import { vue } from './vue.ts';
import { xml } from './xml.ts';
import { yaml } from './yaml.ts';

const all: readonly Language[] = [
  astro, csharp, dart, dockerfile, elixir, env, go, groovy, html, java, javascript, jq, json, kotlin, lua, makefile, notebook, perl, php,
  powershell, properties, puppet, python, ruby, rust, scala, shell, sql, svelte, swift, terraform, toml, typescript, vue, xml, yaml,
];

/** Languages that code is scanned in, by id. */
export const codeLanguages: ReadonlyMap<LanguageId, Language> = new Map(all.map((language) => [language.id, language]));
