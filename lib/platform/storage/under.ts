import type { Storage } from './storage'

/** A part of a storage as one of its own: its keys begin with `prefix` there, and without it here. */
export const under = (prefix: string, storage: Storage): Storage => ({
  put: (key, content, options) => storage.put(prefix + key, content, options),
  get: (key) => storage.get(prefix + key),
  has: (key) => storage.has(prefix + key),
  delete: (key) => storage.delete(prefix + key),
  async *list(start) {
    for await (const entry of storage.list(prefix + start)) yield { ...entry, key: entry.key.slice(prefix.length) }
  },
})
