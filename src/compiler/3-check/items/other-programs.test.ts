/** Questions of Moodle's format, said in labels. */
import { expect, it } from 'vitest';
import { fromGift, fromOtherProgram } from './other-programs.ts';

it.each([
  ['Which port is HTTPS? {~80 =443 ~22}', 'Q: Which port is HTTPS?\n- ( ) 80\n- (x) 443\n- ( ) 22'],
  ['::Ports:: Which port is HTTPS? {\n=443#Yes, the registered one.\n~80#That is HTTP.\n}', 'Q: Which port is HTTPS?\n- (x) 443\n  > Yes, the registered one.\n- ( ) 80\n  > That is HTTP.'],
  ['Which are weight files? {~%50%GGUF ~%50%safetensors ~%-100%JSONL}', 'Q: Which are weight files?\n- [x] GGUF\n- [x] safetensors\n- [ ] JSONL'],
  ['$CATEGORY: Skies\n// the easy one\n::Sky:: The sky is blue. {T}', 'Q: True or false: The sky is blue.\nA: True'],
  ['The sky is blue. {T}', 'Q: True or false: The sky is blue.\nA: True'],
  ['The sky is green. {FALSE#It is blue.}', 'Q: True or false: The sky is green.\nA: False'],
  ['How large is pi? {#3.14:0.01}', 'Q: How large is pi?\nNumber: 3.14 ± 0.01'],
  ['How many? {#1..5}', 'Q: How many?\nNumber: 1..5'],
  ['Four dice have {#1296} outcomes.', 'Q: Four dice have [[= 1296]] outcomes.'],
  ['The usual activation is {=ReLU =rectified linear unit} today.', 'Q: The usual activation is [[ReLU | rectified linear unit]] today.'],
  ['Who wrote it? {=Kim =Kim Lee}', 'Q: Who wrote it?\nA: [[Kim | Kim Lee]]'],
  ['Match. {=a -> b =c -> d}', 'Q: Match.\nMatch:\n- a → b\n- c → d'],
  ['What is 1 \\= 1? {~no =a \\= b}', 'Q: What is 1 \\= 1?\n- ( ) no\n- (x) a = b'.replace('1 \\= 1', '1 = 1')],
])('%j', (text, expected) => {
  expect(fromGift(text)).toBe(expected);
});

it.each(['A set {a, b} has two members.', 'Use f{x}.', 'Which port?', '{~a =b}', 'function f() { return x; }'])('%j is no such question', (text) => {
  expect(fromGift(text)).toBeNull();
});

it('LiaScript', () => {
  expect(fromOtherProgram('[( )] 80\n[(X)] 443\n[[?]] The secure one.')).toEqual({ program: 'LiaScript', rewritten: '- ( ) 80\n- (x) 443\n\nHint: The secure one.' });
  expect(fromOtherProgram('[[ ]] JSONL\n[[X]] GGUF')?.rewritten).toBe('- [ ] JSONL\n- [x] GGUF');
  expect(fromOtherProgram('HTTPS uses [[443]].')).toBeNull();
});
