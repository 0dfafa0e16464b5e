import { Field, Select } from '@/app/_ui/field'
import { Panel } from '@/app/(admin)/_parts/page-head'
import type { StaffProduct } from '@/lib/catalog/staff-schemas'

export function StatusPanel({ was, error }: { was: Pick<StaffProduct, 'status' | 'is_featured'>; error?: string }) {
  return (
    <Panel id="status-title" title="In the shop">
      <div className="grid gap-3">
        <Field
          id="status"
          label="Status"
          error={error}
          hint="A draft and what is archived are seen by staff alone."
          control={(ties) => (
            <Select {...ties} name="status" defaultValue={was.status}>
              <option value="active">For sale</option>
              <option value="draft">Draft</option>
              <option value="archived">Archived</option>
            </Select>
          )}
        />
        <label className="flex min-h-8 items-center gap-3 text-sm">
          <input type="checkbox" name="is_featured" defaultChecked={was.is_featured} className="check" />
          Featured on the home page
        </label>
      </div>
    </Panel>
  )
}
