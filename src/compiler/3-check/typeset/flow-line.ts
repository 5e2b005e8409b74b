/** Whether a line of a flowchart is one that is drawn: boxes, joined by arrows. Read from left to right, in time linear in its length. */

const name = /[\p{L}\p{N}_]+(?:-[\p{L}\p{N}_]+)*/uy;
const label = /[ \t]*(?:\[[^\]]*\]+|\([^)]*\)+|\{[^}]*\}+|>[^\]]*\])/y;
const styled = /:::[\p{L}\p{N}_-]+/uy;
const and = /[ \t]*&[ \t]*/y;
/** `-- words -->`, `-. words .->`, `== words ==>`, and arrows of all kinds with `|words|` behind them. */
const arrows = [/[ \t]*<?--[ \t][^-|<>]+--+[>xo]?[ \t]*/y, /[ \t]*<?-\.[ \t]?[^.|<>-]+\.+->?[ \t]*/y, /[ \t]*<?==[ \t][^=|<>]+==+>?[ \t]*/y, /[ \t]*<?(?:--+[>xo]?|-\.+->?|==+>?|~~~)[ \t]*(?:\|[^|]*\|)?[ \t]*/y];

export function isFlowLine(line: string): boolean {
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(line)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const box = (): boolean => {
    if (!take(name)) return false;
    take(label);
    take(styled);
    return true;
  };
  if (!box()) return false;
  while (line.slice(at).trim() !== '') {
    if (!take(and) && !arrows.some(take)) return false;
    if (!box()) return false;
  }
  return true;
}
