import { findTask } from '@/lib/tasks/require-task'
import { TaskRef, TaskView } from '@/lib/tasks/schemas'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/tasks/{id}', {
  summary: 'How far long work is that you have begun',
  input: TaskRef,
  output: TaskView,
  run: findTask,
  isPersonal: true,
})
