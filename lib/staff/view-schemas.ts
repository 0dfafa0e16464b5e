import { z } from 'zod'
import { StaffViewId } from '@/lib/core/ids'
import { visibleLine } from '@/lib/core/visible-line'
import { keptQuery } from './kept-query'
import { type ViewArea, viewAreas } from './view-areas'

/** For one person and one list. */
export const MAX_VIEWS = 30

const area = z.enum(Object.keys(viewAreas) as [ViewArea, ...ViewArea[]])
const name = z
  .string()
  .max(200)
  .transform(visibleLine)
  .pipe(
    z
      .string()
      .min(1, 'Give the view a name.')
      .max(40)
      .refine((text) => text.toLowerCase() !== 'all', 'The whole list is called so already. Choose another name.'),
  )
const query = z.string().max(2_000).transform(keptQuery)
const columns = z.array(z.string().max(60)).max(30)

/** A view as its list shows it. `hidden_columns` are names of columns. */
export const SavedView = z.object({ id: StaffViewId, name: z.string(), query: z.string(), hidden_columns: z.array(z.string()) })
export type SavedView = z.infer<typeof SavedView>

export const SaveView = z.strictObject({ area, name, query, hidden_columns: columns })
export type SaveView = z.infer<typeof SaveView>

export const ViewRef = z.strictObject({ id: StaffViewId })
export type ViewRef = z.infer<typeof ViewRef>

export const ChangeView = z.strictObject({ id: StaffViewId, name: name.optional(), query: query.optional() })
export type ChangeView = z.infer<typeof ChangeView>

/** Without a view: of the list as it begins. */
export const ChooseColumns = z.strictObject({ area, view: StaffViewId.optional(), hidden_columns: columns })
export type ChooseColumns = z.infer<typeof ChooseColumns>
