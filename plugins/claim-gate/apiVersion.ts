/** The dated version of the API that every client of the plugin speaks. */
export const API_VERSION = '2026-11-01'
