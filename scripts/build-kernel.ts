import { readFileSync, writeFileSync } from 'node:fs'
import asc from 'assemblyscript/asc'

/** Compiles the kernel's AssemblyScript source. Throws with the compiler's messages when it fails. */
export const compileKernel = async (): Promise<Uint8Array> => {
  const source = readFileSync(new URL('../src/language/kernel/assembly/index.ts', import.meta.url), 'utf8')
  let binary: Uint8Array | null = null
  const { error, stderr } = await asc.main(
    ['index.ts', '-O3', '--noAssert', '--enable', 'simd', '--importMemory', '--runtime', 'stub', '--outFile', 'kernel.wasm'],
    {
      readFile: (name: string) => (name === 'index.ts' ? source : null),
      writeFile: (name: string, contents: string | Uint8Array) => {
        if (name === 'kernel.wasm' && typeof contents !== 'string') binary = contents
      },
      listFiles: () => [],
    },
  )
  if (error || !binary) throw new Error(stderr.toString() || String(error))
  return binary
}

if (import.meta.main) writeFileSync(new URL('../src/language/kernel/kernel.wasm', import.meta.url), await compileKernel())
