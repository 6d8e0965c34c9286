import manifest from '../package.json' with { type: 'json' };

/** Version of regionready. */
export const version: string = manifest.version;
