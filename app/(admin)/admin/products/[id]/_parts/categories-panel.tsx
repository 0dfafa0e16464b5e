import { Field, Select } from '@/app/_ui/field'
import { ChevronDownIcon } from '@/app/_ui/icons'
import { Panel } from '@/app/(admin)/_parts/page-head'
import type { CategoryPlace } from '@/lib/catalog/list-all-categories'
import { indented } from '../../_parts/indented'

type Props = { categories: CategoryPlace[]; primary: string; further: readonly string[]; error?: string }

/** The main category, whose address is in the breadcrumbs, and those it stands in besides. */
export function CategoriesPanel({ categories, primary, further, error }: Props) {
  return (
    <Panel id="categories-title" title="Categories">
      <div className="grid gap-4">
        <Field
          id="primary_category_id"
          label="Main category"
          error={error}
          control={(ties) => (
            <Select {...ties} name="primary_category_id" defaultValue={primary}>
              {primary === '' && <option value="">Choose one</option>}
              {indented(categories).map(([id, name]) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        />
        <details>
          <summary className="flex min-h-8 cursor-pointer items-center gap-1 font-medium text-sm">
            Further categories{further.length > 0 && ` (${further.length})`}
            <ChevronDownIcon width="16" height="16" />
          </summary>
          <div className="mt-2 grid max-h-64 gap-0.5 overflow-y-auto">
            {categories.map(({ id, name, depth }) => (
              <label key={id} className="flex min-h-8 items-center gap-3 text-sm" style={{ paddingLeft: `${depth * 1.25}rem` }}>
                <input type="checkbox" name="category_ids" value={id} defaultChecked={further.includes(id)} className="check shrink-0" />
                {name}
              </label>
            ))}
          </div>
        </details>
      </div>
    </Panel>
  )
}
