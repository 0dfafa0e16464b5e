import { hash, verify } from '@node-rs/argon2'
import { createSemaphore, type Semaphore } from '@/db/semaphore'

/** argon2id is the package's default. Source: OWASP Password Storage Cheat Sheet (19 MiB, two passes, one lane). */
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password, strength)

export const verifyPassword = ({ hash: known, password }: { hash: string; password: string }): Promise<boolean> => verify(known, password)

/** About 60 hashes a second keep two cores busy: more at once would starve everybody who only wants to look at a lamp. */
const HASHES_AT_ONCE = 2
const WAIT_LIMIT_MS = 4000

const shared = globalThis as typeof globalThis & { highstreetHashSlots?: Semaphore }
shared.highstreetHashSlots ??= createSemaphore(HASHES_AT_ONCE, WAIT_LIMIT_MS)
const slots = shared.highstreetHashSlots

/** Runs work that hashes a password. Waiting is bounded and holds no connection. @throws unavailable */
export async function inHashSlot<T>(work: () => Promise<T>): Promise<T> {
  await slots.acquire()
  try {
    return await work()
  } finally {
    slots.release()
  }
}
