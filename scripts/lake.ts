import {defineCommand, runMain} from 'citty'
import {describeLake, runLake} from './lake/runLake.ts'
import {untilInterrupted} from './untilInterrupted.ts'

const command = defineCommand({
  meta: {
    name: 'lake',
    description: 'Runs the embedded Content Lake with its sealer, without a Studio.',
  },
  args: {
    port: {
      type: 'string',
      default: process.env.THROUGHLINE_LAKE_PORT ?? '4000',
      description: 'Port on the loopback interface; 0 takes a free one',
    },
    data: {
      type: 'string',
      default: process.env.THROUGHLINE_DATA ?? '.throughline',
      description: 'Folder of the data',
    },
    empty: {type: 'boolean', default: false, description: 'Without the demo launch'},
    memory: {type: 'boolean', default: false, description: 'Keep nothing'},
    json: {type: 'boolean', default: false, description: 'Say where it is as one line of JSON'},
    public: {
      type: 'boolean',
      default: false,
      description: 'Published documents are readable without a token',
    },
  },
  async run({args}) {
    const running = await runLake({
      port: Number(args.port),
      empty: args.empty,
      visibility: args.public ? 'public' : 'private',
      ...(args.memory ? {} : {directory: args.data}),
      onProgress: (line) => console.error(line),
    })
    console.log(
      args.json
        ? JSON.stringify(describeLake(running.lake, running.accounts))
        : `The lake is at ${running.lake.url}`,
    )
    await untilInterrupted()
    await running.close()
  },
})

await runMain(command)
