import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'

const CENTRAL = 0x02014b50
const END = 0x06054b50
const LOCAL_HEADER = 30
const STORED = 0

/** A file within a zip archive. */
export interface ZipMember {
  readonly name: string
  readonly method: number
  readonly compressed: number
  /** Where its local header begins. */
  readonly offset: number
}

/** The members of a zip archive (APPNOTE 6.3, without zip64). Throws when `path` is no such archive. */
export const zipMembers = (path: string): ZipMember[] => {
  const size = statSync(path).size
  const tail = readPiece(path, Math.max(0, size - 65_557), Math.min(size, 65_557))
  let end = tail.length - 22
  while (end >= 0 && tail.readUInt32LE(end) !== END) end--
  if (end < 0) throw new Error(`${path} is not a zip archive.`)
  const directory = readPiece(path, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12))
  const members: ZipMember[] = []
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === CENTRAL; ) {
    const [nameLength, extra, comment] = [
      directory.readUInt16LE(at + 28),
      directory.readUInt16LE(at + 30),
      directory.readUInt16LE(at + 32),
    ]
    members.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      compressed: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + extra + comment
  }
  return members
}

/** The bytes of a member, unpacked as they are read. */
export const openMember = (path: string, member: ZipMember): Readable => {
  const header = readPiece(path, member.offset, LOCAL_HEADER)
  const start = member.offset + LOCAL_HEADER + header.readUInt16LE(26) + header.readUInt16LE(28)
  const packed = createReadStream(path, { start, end: start + member.compressed - 1 })
  if (member.method === STORED) return packed
  const plain = createInflateRaw()
  packed.on('error', e => plain.destroy(e))
  return packed.pipe(plain)
}

const readPiece = (path: string, start: number, length: number): Buffer => {
  const piece = Buffer.alloc(length)
  const file = openSync(path, 'r')
  try {
    return piece.subarray(0, readSync(file, piece, 0, length, start))
  } finally {
    closeSync(file)
  }
}
