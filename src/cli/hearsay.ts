import { main } from './main.ts'
import { nodeEffects } from './node-effects.ts'

process.exitCode = await main(process.argv.slice(2), nodeEffects())
