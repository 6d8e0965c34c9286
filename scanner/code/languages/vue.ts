import type { Language } from '../language.ts';
import { typescript } from './typescript.ts';

export const vue: Language = { ...typescript, id: 'vue', title: 'Vue' };
