import type { Language } from '../language.ts';

export const lua: Language = {
  id: 'lua',
  title: 'Lua',
  load: async () => (await import('../configuration/plain-front-end.ts')).plainFrontEnd({ line: ['--'], block: ['--[[', ']]'], strings: true }),
};
