import { cancelTask } from '@/lib/tasks/cancel-task'
import { TaskRef, TaskView } from '@/lib/tasks/schemas'
import { route } from '@/lib/web/route'

export const POST = route('POST /api/v1/tasks/{id}/cancellation', {
  summary: 'Stop long work; it ends at its next step',
  input: TaskRef,
  output: TaskView,
  run: cancelTask,
  isPersonal: true,
})
