export {compiledQuery} from './compiledQuery.ts'
