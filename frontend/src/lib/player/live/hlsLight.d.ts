/** hls.js without subtitles, other audio and protected media; its types are the same. */
declare module 'hls.js/light' {
  export * from 'hls.js';
  export { default } from 'hls.js';
}
