import {buffer} from 'node:stream/consumers'
import sharp from 'sharp'

/** What one drawing may take; of processor time, so that a busy machine refuses no more of them than an idle one. */
const LIMITS = {microseconds: 2_000_000, bytes: 768 * 1024 * 1024}
const LOOKED_AFTER_MS = 20
const NATURAL_DENSITY = 72
const DENSEST = 10_000

const begun = process.cpuUsage()
setInterval(() => {
  const {user, system} = process.cpuUsage(begun)
  // The library that draws cannot be interrupted, and a process that ends in an orderly way waits for it.
  if (user + system > LIMITS.microseconds || process.memoryUsage.rss() > LIMITS.bytes)
    process.kill(process.pid, 'SIGKILL')
}, LOOKED_AFTER_MS).unref()

try {
  await draw()
} catch (error) {
  process.exitCode = 1
  process.stderr.write(error instanceof Error ? error.message : String(error))
}

/** The drawing comes in; its own size, the size drawn, and red, green, blue and opacity of each pixel go out. */
async function draw(): Promise<void> {
  const [scale = 1, mostPixels = 1, limitInputPixels = 1] = process.argv.slice(2).map(Number)
  sharp.concurrency(1)
  sharp.block({operation: ['VipsForeignLoad']})
  sharp.unblock({operation: ['VipsForeignLoadSvg']})
  const bytes = await buffer(process.stdin)
  const own = await sharp(bytes, {limitInputPixels}).metadata()
  const largest = Math.sqrt(mostPixels / (own.width * own.height))
  const density = Math.floor(NATURAL_DENSITY * Math.min(scale, largest))
  const {data, info} = await sharp(bytes, {
    limitInputPixels,
    density: Math.max(1, Math.min(DENSEST, density)),
  })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({depth: 'uchar'})
    .toBuffer({resolveWithObject: true})
  const sizes = Buffer.alloc(16)
  for (const [place, side] of [own.width, own.height, info.width, info.height].entries())
    sizes.writeUInt32LE(side, 4 * place)
  process.stdout.write(sizes)
  process.stdout.write(data)
}
