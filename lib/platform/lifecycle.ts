type Lifecycle = { isStopping: boolean }

const shared = globalThis as typeof globalThis & { highstreetLifecycle?: Lifecycle }

shared.highstreetLifecycle ??= { isStopping: false }

/** One per process, whatever bundle asks: the server entry writes it, the readiness check reads it. */
export const lifecycle: Lifecycle = shared.highstreetLifecycle
