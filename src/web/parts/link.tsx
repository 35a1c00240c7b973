import type { AnchorHTMLAttributes, ComponentChildren } from 'preact'
import { go } from '../state.ts'

interface LinkProps extends Omit<AnchorHTMLAttributes, 'href' | 'role'> {
  readonly href: string
  readonly children: ComponentChildren
}

/** A link within the page: opens without loading anew; with a modifier key it is an ordinary link. */
export const Link = ({ href, children, ...rest }: LinkProps) => (
  <a
    {...rest}
    href={href}
    onClick={event => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return
      event.preventDefault()
      go(href)
    }}
  >
    {children}
  </a>
)
