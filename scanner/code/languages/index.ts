import type { LanguageId } from '../../files/language.ts';
import type { Language } from '../language.ts';
import { astro } from './astro.ts';
import { javascript } from './javascript.ts';
import { svelte } from './svelte.ts';
import { typescript } from './typescript.ts';
import { vue } from './vue.ts';

/** Languages that code is scanned in, by id. */
export const codeLanguages: ReadonlyMap<LanguageId, Language> = new Map([astro, javascript, svelte, typescript, vue].map((language) => [language.id, language]));
