import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { leftAt } from '../state.ts'

/** Whether a view has been shown before: the first one leaves the focus where the browser puts it. */
let opened = false

/** The heading of a view. It names the tab and takes the focus when the view opens; on the way back the link that led away takes it. */
export const Title = ({ name, children, hidden }: { name: string; children?: ComponentChildren; hidden?: boolean }) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${name} · Hearsay`
  }, [name])
  useEffect(() => {
    const left = leftAt()
    if (opened && !location.hash) {
      const link = left?.link ? document.querySelector<HTMLElement>(`main a[href="${CSS.escape(left.link)}"]`) : null
      const focused = link ?? heading.current
      focused?.focus({ preventScroll: true })
      scrollTo(0, left?.y ?? 0)
    }
    opened = true
  }, [])
  return (
    <h1 ref={heading} tabIndex={-1} class={hidden ? 'unseen' : ''}>
      {children ?? name}
    </h1>
  )
}
