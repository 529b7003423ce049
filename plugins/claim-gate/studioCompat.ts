/*
 * Every use of an unstable or internal API of the Studio, in one place: what a new version of `sanity` may move.
 */
export {DocumentInspectorHeader, usePaneRouter} from 'sanity/structure'
export {useSyncState, useValuePreview} from 'sanity'
