'use client'

import { useEffect } from 'react'
import { putOnScreen, type ShownProduct } from './products-on-screen'

type Props = { products: ShownProduct[]; isDetail?: boolean }

/** Tells the view read which products are shown, and which version of each. Renders nothing. */
export function OnScreen({ products, isDetail = false }: Props) {
  // A refresh brings an equal list in a new array: only what it says counts.
  const said = JSON.stringify(products)
  useEffect(() => putOnScreen({ products: JSON.parse(said) as ShownProduct[], isDetail }), [said, isDetail])
  return null
}
