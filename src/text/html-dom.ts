/** The little of a page's tree that is used here; the types of browsers are not at hand in the engine. */
export interface PageNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly childNodes: ArrayLike<PageNode>
  readonly parentNode: PageNode | null
}
export interface PageElement extends PageNode {
  innerHTML: string
  getAttribute(name: string): string | null
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): ArrayLike<PageElement>
  remove(): void
}
export interface PageDocument extends PageElement {
  readonly documentElement: PageElement | null
  readonly body: PageElement | null
  createElement(name: string): PageElement
}

export const ELEMENT = 1
export const TEXT = 3

/** All elements that a selector finds; none when the page's tree is broken. */
export const allOf = (root: PageElement, selector: string): PageElement[] => {
  try {
    return Array.from(root.querySelectorAll(selector))
  } catch {
    return []
  }
}

/** The text of an element with white space folded. */
export const wordsOf = (node: PageNode | null): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim()
