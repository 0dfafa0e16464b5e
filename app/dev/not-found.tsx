import { button } from '@/app/_ui/button'

export default function NotFound() {
  return (
    <div className="measure grid justify-items-start gap-4 py-10">
      <h1 className="text-xl">There is no such mail</h1>
      <a href="/dev/mailbox" className={button({})}>
        To the mailbox
      </a>
    </div>
  )
}
