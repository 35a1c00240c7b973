// The arithmetic of the English model, in WebAssembly SIMD: integer products, so that every machine gives the same bits, and
// f32 functions made of IEEE operations alone. Pointers are bytes in the imported memory; rows lie one after the other.

/** Activations are quantised to this many steps on either side of zero; with weights of 1016 steps and K <= 512 sums fit i32. */
const STEPS: f32 = 4095

/** Quantises M rows of K f32 values (K a multiple of 8) to i16, each row by its own largest magnitude; the row's scale goes to `scales`. */
export function quantise(src: usize, dst: usize, scales: usize, M: i32, K: i32): void {
  for (let m = 0; m < M; m++) {
    let top = f32x4.splat(0)
    for (let k = 0; k < K; k += 4) top = f32x4.max(top, f32x4.abs(v128.load(src + (k << 2))))
    const max: f32 = Mathf.max(
      Mathf.max(f32x4.extract_lane(top, 0), f32x4.extract_lane(top, 1)),
      Mathf.max(f32x4.extract_lane(top, 2), f32x4.extract_lane(top, 3)),
    )
    const scale: f32 = max > 0 ? max / STEPS : 1
    store<f32>(scales + (m << 2), scale)
    toInt16(src, dst, K, 1 / scale)
    src += K << 2
    dst += K << 1
  }
}

function toInt16(src: usize, dst: usize, K: i32, factor: f32): void {
  const f = f32x4.splat(factor)
  for (let k = 0; k < K; k += 8) {
    const a = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(src + (k << 2)), f)))
    const b = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(src + (k << 2), 16), f)))
    v128.store(dst + (k << 1), i16x8.narrow_i32x4_s(a, b))
  }
}

/**
 * C = A B + bias over M rows. A: i16 rows, `strideA` elements apart; `scalesA`: f32 per row, or 0 for the one scale `fixed`.
 * B: packed by pairs of k and groups of 8 columns; `scalesB`, `bias`: f32 per column. K even, N a multiple of 8.
 */
export function multiply(
  a: usize, strideA: i32, scalesA: usize, fixed: f32, b: usize, scalesB: usize, bias: usize, c: usize, M: i32, K: i32, N: i32,
): void {
  let m = 0
  for (; m + 4 <= M; m += 4) tile4(a + ((m * strideA) << 1), strideA << 1, scalesA ? scalesA + (m << 2) : 0, fixed, b, scalesB, bias, c + ((m * N) << 2), K, N)
  if (m + 2 <= M) {
    const scale = scalesA ? load<f32>(scalesA + (m << 2)) : fixed, scale1 = scalesA ? load<f32>(scalesA + (m << 2), 4) : fixed
    tile2(a + ((m * strideA) << 1), strideA << 1, scale, scale1, b, scalesB, bias, c + ((m * N) << 2), K, N)
    m += 2
  }
  for (; m < M; m++) tile1(a + ((m * strideA) << 1), scalesA ? load<f32>(scalesA + (m << 2)) : fixed, b, scalesB, bias, c + ((m * N) << 2), K, N)
}

function tile4(a: usize, stride: usize, scalesA: usize, fixed: f32, b: usize, scalesB: usize, bias: usize, c: usize, K: i32, N: i32): void {
  const a1 = a + stride, a2 = a1 + stride, a3 = a2 + stride
  const row = N << 2
  const bytes = K << 1
  for (let n = 0; n < N; n += 8) {
    let s00 = i32x4.splat(0), s01 = i32x4.splat(0), s10 = i32x4.splat(0), s11 = i32x4.splat(0)
    let s20 = i32x4.splat(0), s21 = i32x4.splat(0), s30 = i32x4.splat(0), s31 = i32x4.splat(0)
    for (let k = 0; k < bytes; k += 4) {
      const b0 = v128.load(b), b1 = v128.load(b, 16)
      b += 32
      let x = v128.load32_splat(a + k)
      s00 = i32x4.add(s00, i32x4.dot_i16x8_s(x, b0))
      s01 = i32x4.add(s01, i32x4.dot_i16x8_s(x, b1))
      x = v128.load32_splat(a1 + k)
      s10 = i32x4.add(s10, i32x4.dot_i16x8_s(x, b0))
      s11 = i32x4.add(s11, i32x4.dot_i16x8_s(x, b1))
      x = v128.load32_splat(a2 + k)
      s20 = i32x4.add(s20, i32x4.dot_i16x8_s(x, b0))
      s21 = i32x4.add(s21, i32x4.dot_i16x8_s(x, b1))
      x = v128.load32_splat(a3 + k)
      s30 = i32x4.add(s30, i32x4.dot_i16x8_s(x, b0))
      s31 = i32x4.add(s31, i32x4.dot_i16x8_s(x, b1))
    }
    const at = n << 2
    const w0 = v128.load(scalesB + at), w1 = v128.load(scalesB + at, 16), d0 = v128.load(bias + at), d1 = v128.load(bias + at, 16)
    finish(c + at, s00, s01, scalesA ? load<f32>(scalesA) : fixed, w0, w1, d0, d1)
    finish(c + at + row, s10, s11, scalesA ? load<f32>(scalesA, 4) : fixed, w0, w1, d0, d1)
    finish(c + at + 2 * row, s20, s21, scalesA ? load<f32>(scalesA, 8) : fixed, w0, w1, d0, d1)
    finish(c + at + 3 * row, s30, s31, scalesA ? load<f32>(scalesA, 12) : fixed, w0, w1, d0, d1)
  }
}

function tile2(a: usize, stride: usize, scale: f32, scale1: f32, b: usize, scalesB: usize, bias: usize, c: usize, K: i32, N: i32): void {
  const a1 = a + stride
  const row = N << 2
  const bytes = K << 1
  for (let n = 0; n < N; n += 8) {
    let s00 = i32x4.splat(0), s01 = i32x4.splat(0), s10 = i32x4.splat(0), s11 = i32x4.splat(0)
    for (let k = 0; k < bytes; k += 4) {
      const b0 = v128.load(b), b1 = v128.load(b, 16)
      b += 32
      let x = v128.load32_splat(a + k)
      s00 = i32x4.add(s00, i32x4.dot_i16x8_s(x, b0))
      s01 = i32x4.add(s01, i32x4.dot_i16x8_s(x, b1))
      x = v128.load32_splat(a1 + k)
      s10 = i32x4.add(s10, i32x4.dot_i16x8_s(x, b0))
      s11 = i32x4.add(s11, i32x4.dot_i16x8_s(x, b1))
    }
    const at = n << 2
    const w0 = v128.load(scalesB + at), w1 = v128.load(scalesB + at, 16), d0 = v128.load(bias + at), d1 = v128.load(bias + at, 16)
    finish(c + at, s00, s01, scale, w0, w1, d0, d1)
    finish(c + at + row, s10, s11, scale1, w0, w1, d0, d1)
  }
}

function tile1(a: usize, scale: f32, b: usize, scalesB: usize, bias: usize, c: usize, K: i32, N: i32): void {
  const bytes = K << 1
  const group = K << 4
  let n = 0
  for (; n + 16 <= N; n += 16) {
    let s0 = i32x4.splat(0), s1 = i32x4.splat(0), s2 = i32x4.splat(0), s3 = i32x4.splat(0)
    const next = b + group
    for (let k = 0; k < bytes; k += 4) {
      const x = v128.load32_splat(a + k)
      const o = k << 3
      s0 = i32x4.add(s0, i32x4.dot_i16x8_s(x, v128.load(b + o)))
      s1 = i32x4.add(s1, i32x4.dot_i16x8_s(x, v128.load(b + o, 16)))
      s2 = i32x4.add(s2, i32x4.dot_i16x8_s(x, v128.load(next + o)))
      s3 = i32x4.add(s3, i32x4.dot_i16x8_s(x, v128.load(next + o, 16)))
    }
    b = next + group
    const at = n << 2
    finish(c + at, s0, s1, scale, v128.load(scalesB + at), v128.load(scalesB + at, 16), v128.load(bias + at), v128.load(bias + at, 16))
    finish(c + at + 32, s2, s3, scale, v128.load(scalesB + at, 32), v128.load(scalesB + at, 48), v128.load(bias + at, 32), v128.load(bias + at, 48))
  }
  for (; n < N; n += 8) {
    let s0 = i32x4.splat(0), s1 = i32x4.splat(0)
    for (let k = 0; k < bytes; k += 4) {
      const x = v128.load32_splat(a + k)
      s0 = i32x4.add(s0, i32x4.dot_i16x8_s(x, v128.load(b)))
      s1 = i32x4.add(s1, i32x4.dot_i16x8_s(x, v128.load(b, 16)))
      b += 32
    }
    const at = n << 2
    finish(c + at, s0, s1, scale, v128.load(scalesB + at), v128.load(scalesB + at, 16), v128.load(bias + at), v128.load(bias + at, 16))
  }
}

// @ts-ignore: decorator
@inline
function finish(c: usize, s0: v128, s1: v128, scale: f32, w0: v128, w1: v128, d0: v128, d1: v128): void {
  const s = f32x4.splat(scale)
  v128.store(c, f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(s0), f32x4.mul(w0, s)), d0))
  v128.store(c, f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(s1), f32x4.mul(w1, s)), d1), 16)
}

/** e^x for four values: 2^n times a polynomial of degree 6 (relative error below 1e-6), x clamped to [-80, 80]. */
// @ts-ignore: decorator
@inline
function exp4(x: v128): v128 {
  const v = f32x4.min(f32x4.max(x, f32x4.splat(-80)), f32x4.splat(80))
  const n = f32x4.nearest(f32x4.mul(v, f32x4.splat(1.44269504)))
  const r = f32x4.sub(f32x4.sub(v, f32x4.mul(n, f32x4.splat(0.693359375))), f32x4.mul(n, f32x4.splat(-2.12194440e-4)))
  let p = f32x4.splat(1.3981999507e-3)
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1))
  p = f32x4.add(f32x4.mul(f32x4.mul(p, r), r), f32x4.add(r, f32x4.splat(1)))
  return f32x4.mul(p, i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23))
}

// @ts-ignore: decorator
@inline
function sigmoid4(x: v128): v128 {
  const one = f32x4.splat(1)
  return f32x4.div(one, f32x4.add(one, exp4(f32x4.neg(x))))
}

// @ts-ignore: decorator
@inline
function tanh4(x: v128): v128 {
  return f32x4.sub(f32x4.mul(f32x4.splat(2), sigmoid4(f32x4.add(x, x))), f32x4.splat(1))
}

/** Layer normalisation of M rows of D values, quantised with `factor` steps per unit and clamped to the steps. */
export function normalise(src: usize, dst: usize, weight: usize, bias: usize, M: i32, D: i32, factor: f32): void {
  const limit = f32x4.splat(STEPS), f = f32x4.splat(factor)
  for (let m = 0; m < M; m++) {
    let t = f32x4.splat(0)
    for (let k = 0; k < D; k += 4) t = f32x4.add(t, v128.load(src + (k << 2)))
    const mean = f32x4.splat((f32x4.extract_lane(t, 0) + f32x4.extract_lane(t, 1) + f32x4.extract_lane(t, 2) + f32x4.extract_lane(t, 3)) / <f32>D)
    t = f32x4.splat(0)
    for (let k = 0; k < D; k += 4) {
      const x = f32x4.sub(v128.load(src + (k << 2)), mean)
      t = f32x4.add(t, f32x4.mul(x, x))
    }
    const variance: f32 = (f32x4.extract_lane(t, 0) + f32x4.extract_lane(t, 1) + f32x4.extract_lane(t, 2) + f32x4.extract_lane(t, 3)) / <f32>D
    const inverse = f32x4.splat(1 / sqrt<f32>(variance + 1e-5))
    for (let k = 0; k < D; k += 8) {
      const at = k << 2
      let x = f32x4.mul(f32x4.sub(v128.load(src + at), mean), inverse)
      let y = f32x4.mul(f32x4.sub(v128.load(src + at, 16), mean), inverse)
      x = f32x4.mul(f32x4.add(f32x4.mul(x, v128.load(weight + at)), v128.load(bias + at)), f)
      y = f32x4.mul(f32x4.add(f32x4.mul(y, v128.load(weight + at, 16)), v128.load(bias + at, 16)), f)
      x = f32x4.max(f32x4.min(x, limit), f32x4.neg(limit))
      y = f32x4.max(f32x4.min(y, limit), f32x4.neg(limit))
      v128.store(dst + (k << 1), i16x8.narrow_i32x4_s(i32x4.trunc_sat_f32x4_s(f32x4.nearest(x)), i32x4.trunc_sat_f32x4_s(f32x4.nearest(y))))
    }
    src += D << 2
    dst += D << 1
  }
}

/** h += a * sigmoid(b) over M rows; `y` has rows of a and b, D values each. */
export function gate(y: usize, h: usize, M: i32, D: i32): void {
  for (let m = 0; m < M; m++) {
    for (let k = 0; k < D << 2; k += 16) {
      v128.store(h + k, f32x4.add(v128.load(h + k), f32x4.mul(v128.load(y + k), sigmoid4(v128.load(y + (D << 2) + k)))))
    }
    y += D << 3
    h += D << 2
  }
}

/**
 * One step of an LSTM in M sentences at once. Row r adds the recurrent products `recurrent` (4H, in order i f g o) to the input
 * products of token `tokens[r]` in `inputs`; the state is written to `h` and `c` (row r) and, `offset` bytes into the token's row of
 * `rowBytes`, to `out`.
 */
export function step(inputs: usize, recurrent: usize, tokens: usize, c: usize, h: usize, out: usize, rowBytes: i32, offset: i32, M: i32, H: i32): void {
  const b = H << 2
  for (let r = 0; r < M; r++) {
    const token = load<i32>(tokens + (r << 2))
    const x = inputs + <usize>(token * (b << 2)), o = out + <usize>(token * rowBytes + offset)
    for (let k = 0; k < b; k += 16) {
      const i = sigmoid4(f32x4.add(v128.load(x + k), v128.load(recurrent + k)))
      const f = sigmoid4(f32x4.add(v128.load(x + b + k), v128.load(recurrent + b + k)))
      const g = tanh4(f32x4.add(v128.load(x + 2 * b + k), v128.load(recurrent + 2 * b + k)))
      const q = sigmoid4(f32x4.add(v128.load(x + 3 * b + k), v128.load(recurrent + 3 * b + k)))
      const cell = f32x4.add(f32x4.mul(f, v128.load(c + k)), f32x4.mul(i, g))
      const state = f32x4.mul(q, tanh4(cell))
      v128.store(c + k, cell)
      v128.store(h + k, state)
      v128.store(o + k, state)
    }
    recurrent += b << 2
    c += b
    h += b
  }
}

/** Turns M rows of N scores (rows `stride` values apart) into probabilities; what lies beyond N in a row becomes zero. N > 0. */
export function softmax(p: usize, M: i32, N: i32, stride: i32): void {
  for (let m = 0; m < M; m++) {
    let max: f32 = load<f32>(p)
    for (let n = 1; n < N; n++) max = Mathf.max(max, load<f32>(p + (n << 2)))
    const shift = f32x4.splat(max)
    for (let n = 0; n < stride; n += 4) v128.store(p + (n << 2), exp4(f32x4.sub(v128.load(p + (n << 2)), shift)))
    for (let n = N; n < stride; n++) store<f32>(p + (n << 2), 0)
    let sum: f32 = 0
    for (let n = 0; n < N; n++) sum += load<f32>(p + (n << 2))
    const inverse = f32x4.splat(1 / sum)
    for (let n = 0; n < stride; n += 4) v128.store(p + (n << 2), f32x4.mul(v128.load(p + (n << 2)), inverse))
    p += stride << 2
  }
}

/** x += y over `count` values (a multiple of 4). */
export function add(x: usize, y: usize, count: i32): void {
  for (let k = 0; k < count << 2; k += 16) v128.store(x + k, f32x4.add(v128.load(x + k), v128.load(y + k)))
}

/** max(x, 0.1 x) over `count` values (a multiple of 4). */
export function leaky(x: usize, count: i32): void {
  const slope = f32x4.splat(0.1)
  for (let k = 0; k < count << 2; k += 16) {
    const v = v128.load(x + k)
    v128.store(x + k, f32x4.max(v, f32x4.mul(v, slope)))
  }
}

/** out[i][j] = sum over K of a[i] b[j], for n rows of `a` and m rows of `b`; rows are `strideA` and `strideB` bytes apart. */
export function products(a: usize, strideA: i32, n: i32, b: usize, strideB: i32, m: i32, K: i32, out: usize): void {
  for (let i = 0; i < n; i++) {
    const x = a + <usize>(i * strideA)
    for (let j = 0; j < m; j++) {
      const y = b + <usize>(j * strideB)
      let s = f32x4.splat(0)
      for (let k = 0; k < K << 2; k += 16) s = f32x4.add(s, f32x4.mul(v128.load(x + k), v128.load(y + k)))
      store<f32>(out, f32x4.extract_lane(s, 0) + f32x4.extract_lane(s, 1) + f32x4.extract_lane(s, 2) + f32x4.extract_lane(s, 3))
      out += 4
    }
  }
}

/** Adds to `scores`, for each label, the product of the head with the label's L values of the word, and what the word gives alone. */
export function label(products: usize, head: usize, own: usize, labels: i32, L: i32, scores: usize): void {
  for (let l = 0; l < labels; l++) {
    let s = f32x4.splat(0)
    for (let k = 0; k < L << 2; k += 16) s = f32x4.add(s, f32x4.mul(v128.load(products + k), v128.load(head + k)))
    products += L << 2
    const score: f32 = f32x4.extract_lane(s, 0) + f32x4.extract_lane(s, 1) + f32x4.extract_lane(s, 2) + f32x4.extract_lane(s, 3) + load<f32>(own + (l << 2))
    store<f32>(scores + (l << 2), load<f32>(scores + (l << 2)) + score)
  }
}

/** The index of the largest of `count` values but `not` (-1: none is left out). */
export function best(scores: usize, count: i32, not: i32): i32 {
  let top: f32 = -Infinity
  let found = 0
  for (let i = 0; i < count; i++) {
    const score = load<f32>(scores + (i << 2))
    if (score > top && i != not) {
      top = score
      found = i
    }
  }
  return found
}
