import type { ActionState } from '@/lib/web/action-state'

/** Why a form of one button was not done. Absent while all is well. */
export function FormProblem({ state }: { state: ActionState }) {
  if (state.status !== 'failed') return null
  return (
    <p role="alert" className="mt-2 font-medium text-danger text-sm">
      {state.message}
    </p>
  )
}
