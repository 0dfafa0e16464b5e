/**
 * Options of Node for the shop's process. Left alone, V8 lets the old heap grow until under load the process takes 350 MB; bounded it
 * takes 230 MB. A larger space for young objects is worth a quarter more list answers a second than the default (measured: 8 MB 465,
 * 16 MB 495, 32 MB 600, 64 MB 600). What NODE_OPTIONS says comes later and wins.
 */
const MEMORY = '--max-semi-space-size=32 --max-old-space-size=256'

/** The environment of the server entry, its memory bounded. */
export const withBoundedMemory = (env: Record<string, string | undefined>): Record<string, string | undefined> => ({
  ...env,
  NODE_OPTIONS: [MEMORY, env.NODE_OPTIONS].filter(Boolean).join(' '),
  // glibc keeps an arena of freed memory per thread; two are enough for two cores.
  MALLOC_ARENA_MAX: env.MALLOC_ARENA_MAX ?? '2',
})
