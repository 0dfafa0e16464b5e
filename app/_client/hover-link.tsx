'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { type ComponentProps, useState } from 'react'

type Props = Omit<ComponentProps<'a'>, 'href'> & { href: Route }

/** A link that fetches its page when a pointer or the focus comes near, not as soon as it is on screen: lists show dozens of them. */
export function HoverLink(props: Props) {
  const [isNear, setIsNear] = useState(false)
  const approach = () => setIsNear(true)
  return <Link {...props} prefetch={isNear ? null : false} onPointerEnter={approach} onFocus={approach} onTouchStart={approach} />
}
