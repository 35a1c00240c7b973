/** Score of head h (0 = root, 1..n words) for word d (1..n). */
export type ArcScore = (head: number, dependent: number) => number

/**
 * Heads of n words (index 0 is word 1; head 0 is the root): the best head of each where that is a tree with one root, else
 * the best projective tree (Eisner 1996) with one root.
 */
export const decodeHeads = (n: number, score: ArcScore): Int32Array => {
  const head = new Int32Array(n)
  let roots = 0
  for (let d = 1; d <= n; d++) {
    let best = Number.NEGATIVE_INFINITY
    for (let h = 0; h <= n; h++) {
      if (h === d) continue
      const s = score(h, d)
      if (s > best) {
        best = s
        head[d - 1] = h
      }
    }
    if (head[d - 1] === 0) roots++
  }
  return roots === 1 && isTree(head) ? head : eisner(n, score)
}

const isTree = (head: Int32Array): boolean => {
  const state = new Uint8Array(head.length + 1)
  state[0] = 2
  for (let i = 1; i <= head.length; i++) {
    const path: number[] = []
    let j = i
    while (state[j] === 0) {
      state[j] = 1
      path.push(j)
      j = head[j - 1]
    }
    if (state[j] === 1) return false
    for (const p of path) state[p] = 2
  }
  return true
}

/** Complete and incomplete spans to the left (0) and right (1), with their split points; the root takes the best single word. */
const eisner = (n: number, score: ArcScore): Int32Array => {
  const size = n + 1
  const completeLeft = new Float64Array(size * size)
  const completeRight = new Float64Array(size * size)
  const openLeft = new Float64Array(size * size)
  const openRight = new Float64Array(size * size)
  const splitLeft = new Int16Array(size * size)
  const splitRight = new Int16Array(size * size)
  const splitOpen = new Int16Array(size * size)
  for (let width = 1; width < n; width++) {
    for (let s = 1; s + width <= n; s++) {
      const t = s + width
      const st = s * size + t
      let best = Number.NEGATIVE_INFINITY
      for (let r = s; r < t; r++) {
        const v = completeRight[s * size + r] + completeLeft[(r + 1) * size + t]
        if (v > best) {
          best = v
          splitOpen[st] = r
        }
      }
      openLeft[st] = best + score(t, s)
      openRight[st] = best + score(s, t)
      best = Number.NEGATIVE_INFINITY
      for (let r = s; r < t; r++) {
        const v = completeLeft[s * size + r] + openLeft[r * size + t]
        if (v > best) {
          best = v
          splitLeft[st] = r
        }
      }
      completeLeft[st] = best
      best = Number.NEGATIVE_INFINITY
      for (let r = s + 1; r <= t; r++) {
        const v = openRight[s * size + r] + completeRight[r * size + t]
        if (v > best) {
          best = v
          splitRight[st] = r
        }
      }
      completeRight[st] = best
    }
  }
  let root = 1
  let best = Number.NEGATIVE_INFINITY
  for (let r = 1; r <= n; r++) {
    const v = completeLeft[size + r] + completeRight[r * size + n] + score(0, r)
    if (v > best) {
      best = v
      root = r
    }
  }
  const head = new Int32Array(n)
  const work: ['left' | 'right' | 'openLeft' | 'openRight', number, number][] = [
    ['left', 1, root],
    ['right', root, n],
  ]
  while (work.length) {
    const [kind, s, t] = work.pop() as (typeof work)[number]
    if (s === t) continue
    const st = s * size + t
    if (kind === 'left') work.push(['left', s, splitLeft[st]], ['openLeft', splitLeft[st], t])
    else if (kind === 'right') work.push(['openRight', s, splitRight[st]], ['right', splitRight[st], t])
    else {
      if (kind === 'openLeft') head[s - 1] = t
      else head[t - 1] = s
      work.push(['right', s, splitOpen[st]], ['left', splitOpen[st] + 1, t])
    }
  }
  return head
}
