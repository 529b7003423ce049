import {everyOperation} from './everyOperation.ts'

everyOperation(1)
