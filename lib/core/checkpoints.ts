/** What a test does when the code passes a named place. */
export type CheckpointHook = (name: string) => Promise<void>

let hook: CheckpointHook | null = null

/** A place between two steps of a transaction. Does nothing unless a test has installed a hook, which may let a rival act there (P8). */
export async function checkpoint(name: string): Promise<void> {
  if (hook) await hook(name)
}

/** For tests only. `null` takes the hook away. */
export function setCheckpointHook(next: CheckpointHook | null): void {
  hook = next
}
