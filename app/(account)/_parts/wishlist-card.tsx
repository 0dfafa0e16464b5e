'use client'

import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { useShop } from '@/app/_client/shop-context'
import { StockLine } from '@/app/_client/stock-line'
import { classes } from '@/app/_ui/classes'
import { Picture } from '@/app/_ui/picture'
import { Price } from '@/app/_ui/price'
import type { WishlistItem } from '@/lib/wishlist/schemas'

type Props = { item: WishlistItem; corner?: ReactNode; foot: ReactNode }

/** A thing on a wishlist, one's own or a shared one. What is no longer sold stays to be seen, but leads nowhere. */
export function WishlistCard({ item, corner, foot }: Props) {
  const { locale } = useShop()
  const { name, slug, variant_title: title, picture, is_offered: isOffered } = item
  return (
    <article className="group relative flex h-full flex-col gap-3">
      <div className="relative">
        <div className={classes('tile aspect-square', !isOffered && 'opacity-60 grayscale')}>
          {picture && <Picture picture={picture} sizes="(min-width: 64rem) 18rem, (min-width: 48rem) 30vw, 46vw" alt="" />}
        </div>
        {corner}
      </div>
      <div className="flex flex-1 flex-col gap-1 px-0.5">
        <h2 className="font-medium font-sans text-base leading-snug tracking-normal">
          {isOffered ? (
            <Link href={`/p/${slug}` as Route} prefetch={false} className="hover:underline">
              {name}
            </Link>
          ) : (
            name
          )}
        </h2>
        {title && <p className="text-muted text-sm">{title}</p>}
        {isOffered ? (
          <>
            <Price price={item.price} comparePrice={item.compare_price} locale={locale} from={item.is_price_from} />
            <StockLine availability={item.availability} left={item.left} isQuiet className="text-sm" />
          </>
        ) : (
          <p className="text-muted text-sm">No longer sold</p>
        )}
      </div>
      {foot}
    </article>
  )
}
