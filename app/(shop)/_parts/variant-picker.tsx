'use client'

import { classes } from '@/app/_ui/classes'
import { Picture } from '@/app/_ui/picture'
import type { Variant } from '@/lib/catalog/schemas'
import type { StageProduct } from './product-stage'
import { optionStates } from './variants'

type Props = { product: StageProduct; variant: Variant; onChoose: (variant: Variant) => void }

/** One radio group per option. Values with a picture of their own are shown by it, the others as words. */
export function VariantPicker({ product, variant, onChoose }: Props) {
  return (
    <div className="grid gap-5">
      {product.options.map(({ name, values }) => (
        <fieldset key={name}>
          <legend className="mb-2">
            <span className="font-medium">{name}</span> <span className="text-muted">{variant.options[name]}</span>
          </legend>
          <div className="flex flex-wrap gap-2">
            {optionStates(values, name, variant, product.variants).map(({ value, isChosen, target, note }) => {
              const picture = pictureFor(product, name, value)
              return (
                <label key={value} title={note ? `${value}: ${note}` : value} className={classes('relative', target === null && 'text-muted')}>
                  <input
                    type="radio"
                    name={`option ${name}`}
                    value={value}
                    checked={isChosen}
                    disabled={target === null}
                    onChange={() => target && onChoose(target)}
                    className="peer sr-only"
                  />
                  <span
                    className={classes(
                      'block overflow-hidden border-2 border-transparent transition-colors peer-checked:border-accent peer-focus-visible:outline-2 peer-focus-visible:outline-accent peer-focus-visible:outline-offset-2',
                      picture
                        ? 'tile size-16 rounded-lg p-0.5'
                        : 'flex h-11 min-w-11 items-center justify-center rounded-full bg-sunken px-4 font-medium hover:border-edge',
                      note !== null && !isChosen && 'opacity-70',
                      target === null && !picture && 'line-through',
                    )}
                  >
                    {picture ? (
                      <span className="tile block size-full rounded-[12px]">
                        <Picture picture={picture} sizes="64px" alt="" />
                      </span>
                    ) : (
                      value
                    )}
                  </span>
                  {picture && <span className="sr-only">{value}</span>}
                  {note && <span className="sr-only">, {note}</span>}
                  {target === null && picture && (
                    <span
                      aria-hidden
                      className="absolute inset-x-0 bottom-0 rounded-b-lg bg-surface/90 text-center font-medium text-[0.6875rem] text-ink leading-4"
                    >
                      {note}
                    </span>
                  )}
                </label>
              )
            })}
          </div>
        </fieldset>
      ))}
    </div>
  )
}

/** The picture of a value, when its values do not share one. */
function pictureFor({ variants, pictures }: StageProduct, name: string, value: string) {
  const own = variants.find((variant) => variant.options[name] === value)?.picture_index ?? null
  const isShared = variants.some((variant) => variant.options[name] !== value && variant.picture_index === own)
  return own === null || isShared ? null : (pictures[own] ?? null)
}
