'use client'

import { Button } from '@/app/_ui/button'

export function PrintButton() {
  return (
    <Button look="quiet" size="sm" className="with-js no-print" onClick={() => window.print()}>
      Print
    </Button>
  )
}
