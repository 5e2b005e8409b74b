/** SQL files come in as their text. */
declare module '*.sql?raw' {
  const text: string;
  export default text;
}
