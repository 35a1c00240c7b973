/** The functions of the kernel (src/language/kernel/assembly says what each does). Pointers are bytes in its memory. */
export interface Kernel {
  quantise(src: number, dst: number, scales: number, M: number, K: number): void
  multiply(
    a: number,
    strideA: number,
    scalesA: number,
    fixed: number,
    b: number,
    scalesB: number,
    bias: number,
    c: number,
    M: number,
    K: number,
    N: number,
  ): void
  normalise(src: number, dst: number, weight: number, bias: number, M: number, D: number, factor: number): void
  gate(y: number, h: number, M: number, D: number): void
  step(
    inputs: number,
    recurrent: number,
    tokens: number,
    c: number,
    h: number,
    out: number,
    rowBytes: number,
    offset: number,
    M: number,
    H: number,
  ): void
  softmax(p: number, M: number, N: number, stride: number): void
  add(x: number, y: number, count: number): void
  leaky(x: number, count: number): void
  label(products: number, head: number, own: number, labels: number, L: number, scores: number): void
  best(scores: number, count: number, not: number): number
  products(a: number, strideA: number, n: number, b: number, strideB: number, m: number, K: number, out: number): void
}

/** The kernel with its memory, of which places are given out once and never taken back. */
export interface Workspace {
  readonly kernel: Kernel
  /** A place of so many bytes, zeroed, at a multiple of 64. Views that were made before no longer hold. */
  alloc(bytes: number): number
  /** A place filled with values. */
  place(values: ArrayLike<number>): number
  floats(at?: number, count?: number): Float32Array
  ints(at?: number, count?: number): Int32Array
  shorts(at: number, count: number): Int16Array
}

const PAGE = 65536
/** Below it lies the kernel's own data. */
const BASE = 1024

/** Starts the kernel. Throws when its bytes are damaged. */
export const openWorkspace = (wasm: Uint8Array): Workspace => {
  const memory = new WebAssembly.Memory({ initial: 64 })
  const abort = () => {
    throw new Error('the English kernel stopped')
  }
  const instance = new WebAssembly.Instance(new WebAssembly.Module(wasm as BufferSource), { env: { memory, abort } })
  let top = BASE
  const alloc = (bytes: number): number => {
    const at = top
    top += Math.ceil(bytes / 64) * 64
    const missing = top - memory.buffer.byteLength
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE))
    return at
  }
  const floats = (at = 0, count?: number) => new Float32Array(memory.buffer, at, count)
  const place = (values: ArrayLike<number>): number => {
    const at = alloc(values.length * 4)
    floats(at, values.length).set(values)
    return at
  }
  return {
    kernel: instance.exports as unknown as Kernel,
    alloc,
    place,
    floats,
    ints: (at = 0, count) => new Int32Array(memory.buffer, at, count),
    shorts: (at, count) => new Int16Array(memory.buffer, at, count),
  }
}
