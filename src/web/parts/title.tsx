import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** Whether a view has been shown before: the first one leaves the focus where the browser puts it. */
let opened = false

/** The heading of a view. It names the tab and takes the focus when the view opens. */
export const Title = ({ name, children, hidden }: { name: string; children?: ComponentChildren; hidden?: boolean }) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${name} · Hearsay`
  }, [name])
  useEffect(() => {
    if (opened && !location.hash) {
      heading.current?.focus({ preventScroll: true })
      scrollTo(0, 0)
    }
    opened = true
  }, [])
  return (
    <h1 ref={heading} tabIndex={-1} class={hidden ? 'unseen' : ''}>
      {children ?? name}
    </h1>
  )
}
