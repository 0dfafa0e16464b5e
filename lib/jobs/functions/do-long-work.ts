import { runTasks } from '@/lib/tasks/run-tasks'
import { defineJob } from '../define-job'
import { taskRunners } from '../task-runners'

/** Long work that somebody watches, as soon as it was begun; each minute what a killed worker has left behind. */
export const doLongWork = defineJob({
  id: 'do-long-work',
  queue: 'default',
  on: 'task.begun',
  cron: '* * * * *',
  retries: 0,
  run: ({ ctx, step }) => step.run('do long work', () => runTasks(taskRunners, ctx)),
})
