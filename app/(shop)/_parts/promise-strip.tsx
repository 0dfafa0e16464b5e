import { ClockIcon, PackageCheckIcon, TruckIcon, Undo2Icon } from '@/app/_ui/icons'

const promises = [
  { Icon: PackageCheckIcon, title: 'Exact stock', text: 'What we show is on the shelf. Nothing is sold twice.' },
  { Icon: ClockIcon, title: 'Yours for 30 minutes', text: 'Your things are held for you from order to payment.' },
  { Icon: TruckIcon, title: 'Follow your order', text: 'One link shows where it stands. No account needed.' },
  { Icon: Undo2Icon, title: 'Easy to cancel', text: 'Until it ships you can cancel it yourself.' },
]

/** Only what the shop really does. */
export function PromiseStrip() {
  return (
    <section aria-label="What you can rely on" className="page py-6">
      <ul className="grid gap-x-8 gap-y-5 rounded-lg bg-accent-soft px-6 py-6 min-[30rem]:grid-cols-2 lg:grid-cols-4">
        {promises.map(({ Icon, title, text }) => (
          <li key={title} className="flex gap-3">
            <Icon className="mt-0.5 size-6 shrink-0 text-accent" />
            <div>
              <p className="font-semibold">{title}</p>
              <p className="text-muted text-sm">{text}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
