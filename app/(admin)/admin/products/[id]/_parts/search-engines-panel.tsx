import { Field, inputClass, TextField } from '@/app/_ui/field'
import { Panel } from '@/app/(admin)/_parts/page-head'
import { shortDescription } from '@/lib/core/short-description'
import { slugOf, type TypedPanel } from './product-typed'

type Props = TypedPanel & {
  /** The address that the shop knows it by; a new product has none. */
  wasSlug?: string
  shopName: string
  shopUrl: string
}

/** Title, text and address as a search engine shows them, with a picture of it. */
export function SearchEnginesPanel({ typed, set, errors, wasSlug, shopName, shopUrl }: Props) {
  const address = typed.slug ?? slugOf(typed.name)
  return (
    <Panel id="seo-title" title="In search engines">
      <div className="grid gap-4">
        <TextField
          id="seo_title"
          name="seo_title"
          label="Title"
          value={typed.seoTitle}
          placeholder={typed.name}
          maxLength={120}
          onChange={(event) => set({ seoTitle: event.target.value })}
          error={errors.seo_title}
        />
        <Field
          id="seo_description"
          label="Text"
          error={errors.seo_description}
          control={(ties) => (
            <textarea
              {...ties}
              name="seo_description"
              rows={3}
              maxLength={320}
              value={typed.seoDescription}
              placeholder={shortDescription(typed.description)}
              onChange={(event) => set({ seoDescription: event.target.value })}
              className={`${inputClass} h-auto py-3`}
            />
          )}
        />
        <TextField
          id="slug"
          name="slug"
          label="Address"
          hint={wasSlug && address !== wasSlug ? 'The old address will lead here: links that others have set go on working.' : undefined}
          value={address}
          onChange={(event) => set({ slug: event.target.value })}
          error={errors.slug}
          maxLength={200}
          autoComplete="off"
        />
        <div className="rounded-md border border-line p-4 text-sm">
          <p className="mb-2 text-muted">So it may look there:</p>
          <p className="truncate text-muted">
            {shopUrl}/p/{address}
          </p>
          <p className="truncate font-semibold text-accent text-base">
            {typed.seoTitle || typed.name || 'Name'} · {shopName}
          </p>
          <p className="line-clamp-2">{typed.seoDescription || shortDescription(typed.description) || 'The beginning of the description.'}</p>
        </div>
      </div>
    </Panel>
  )
}
