import { z } from 'zod'
import { beginExport } from '@/lib/privacy/begin-export'
import { TaskView } from '@/lib/tasks/schemas'
import { route } from '@/lib/web/route'

export const POST = route('POST /api/v1/me/exports', {
  summary: 'Have everything we keep about you put into one ZIP. Follow the task; when it is done its result says where the file is',
  input: z.strictObject({}),
  output: TaskView,
  run: beginExport,
  status: 202,
  isPersonal: true,
})
