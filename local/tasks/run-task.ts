import type { Progress } from '../board'

/** What a task tells the supervisor. */
export type TaskMessage = { progress: Progress } | { done: string }

/** The inside of a task, which is a process of its own so that it can be stopped at any moment. It ends with its supervisor. */
export async function runTask(work: (onProgress: (progress: Progress) => void) => Promise<string>): Promise<void> {
  const tell = (message: TaskMessage) => process.send?.(message)
  process.once('disconnect', () => process.exit(1))
  tell({ done: await work((progress) => void tell({ progress })) })
  process.disconnect?.()
  process.exit(0)
}
