import {assertSecondFactor} from '../studio/secondFactor.ts'
import {runLake} from './lake/runLake.ts'
import {assertPortFree} from './start/assertPortFree.ts'
import {buildStudio} from './start/buildStudio.ts'
import {serveStudio} from './start/serveStudio.ts'
import {untilInterrupted} from './untilInterrupted.ts'

/** Lake, sealer and Studio on this machine, with the demo launch in an empty store. */
async function start(): Promise<void> {
  const directory = process.env.THROUGHLINE_DATA ?? '.throughline'
  const lakePort = Number(process.env.THROUGHLINE_LAKE_PORT ?? 4000)
  const studioPort = Number(process.env.THROUGHLINE_STUDIO_PORT ?? 3333)
  const secondFactor = process.env.THROUGHLINE_SECOND_FACTOR ?? ''
  if (secondFactor) assertSecondFactor(secondFactor)
  await assertPortFree(lakePort, 'THROUGHLINE_LAKE_PORT')
  await assertPortFree(studioPort, 'THROUGHLINE_STUDIO_PORT')
  const running = await runLake({port: lakePort, directory, onProgress: console.log})
  try {
    const studio = await buildStudio(directory, console.log)
    const {projectId, dataset, url} = running.lake
    const served = await serveStudio({
      studio,
      lakeUrl: url,
      projectId,
      dataset,
      secondFactor,
      port: studioPort,
    })
    console.log(`\nThroughline is ready: open ${served.url}\nStop it with Ctrl+C.`)
    await untilInterrupted()
    await served.close()
  } finally {
    await running.close()
  }
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
