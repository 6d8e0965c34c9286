import { writeFileSync } from 'node:fs';

// Loaded before a program whose memory is measured: leaves its peak, in megabytes, where PEAK_FILE says.
process.on('exit', () => writeFileSync(process.env['PEAK_FILE'] ?? '', String(process.resourceUsage().maxRSS / 1_000)));
