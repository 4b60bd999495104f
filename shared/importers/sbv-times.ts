/** The line above a caption of SBV: two times and a comma. */
export const SBV_TIMES = /^\s{0,8}(\d{1,3}:\d{2}:\d{2}\.\d{1,3}),(\d{1,3}:\d{2}:\d{2}\.\d{1,3})\s*$/
