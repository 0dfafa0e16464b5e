import { Field, Select } from '@/app/_ui/field'
import { rejectionReasons } from '@/lib/reviews/rejection-reasons'

/** Why a review is not shown: what its author reads. */
export function ReasonField() {
  return (
    <Field
      id="reason"
      label="Why (optional)"
      hint="The author reads it."
      control={(ties) => (
        <Select {...ties} name="reason" defaultValue="">
          <option value="">No reason</option>
          {Object.entries(rejectionReasons).map(([reason, words]) => (
            <option key={reason} value={reason}>
              {words}
            </option>
          ))}
        </Select>
      )}
    />
  )
}
