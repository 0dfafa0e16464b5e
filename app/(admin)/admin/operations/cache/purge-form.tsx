'use client'

import { useRouter } from 'next/navigation'
import { SubmitButton } from '@/app/_client/submit-button'
import { useFormAction } from '@/app/_client/use-form-action'
import { useOnAnswer } from '@/app/_client/use-on-answer'
import { TextField } from '@/app/_ui/field'
import { Panel } from '@/app/(admin)/_parts/page-head'
import { sayDone } from '@/app/(admin)/_parts/toasts'
import { purgeTagAction } from '../actions'

/** The tags that more than one thing carries, and what they are for. */
const common = {
  products_list: 'every list and search of products',
  categories_list_root: 'the tree of categories',
  featured_products: 'the shelves of the home page',
  settings: 'what shows the name, the currency or another setting',
  customers: 'counts over all people',
}

/** Takes down what carries one tag. */
export function PurgeForm() {
  const form = useFormAction(purgeTagAction)
  const router = useRouter()
  useOnAnswer(form.state, () => {
    if (form.state.status !== 'done') return
    sayDone('What carried the tag is gone, in every instance.')
    router.refresh()
  })
  const error = form.errors.tag ?? (form.state.status === 'failed' ? form.state.message : undefined)
  return (
    <Panel id="purge" title="Take down by tag">
      <form action={form.submit} noValidate className="flex flex-wrap items-start gap-3">
        <TextField
          id="tag"
          name="tag"
          label="Tag"
          list="tags"
          autoComplete="off"
          maxLength={200}
          placeholder="product_detail_ember-filament-bulb"
          hint="As in “What fell last”: product_detail_ with the end of a product’s address, category: with an id, or one of the list."
          defaultValue={form.values.tag ?? ''}
          error={error}
          fieldClassName="min-w-0 grow basis-64"
        />
        <datalist id="tags">
          {Object.entries(common).map(([tag, meaning]) => (
            <option key={tag} value={tag}>
              {meaning}
            </option>
          ))}
        </datalist>
        <SubmitButton isPending={form.isPending} look="quiet" className="mt-6.5">
          Take down
        </SubmitButton>
      </form>
    </Panel>
  )
}
