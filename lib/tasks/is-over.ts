import type { TaskView } from './schemas'

/** Whether nothing more happens to it. Apart from the schemas: the browser asks this, and zod probes for `eval`, which our pages refuse. */
export const isOver = ({ status }: Pick<TaskView, 'status'>): boolean => status !== 'queued' && status !== 'running'
