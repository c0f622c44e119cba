/**
 * The lines of a text in UTF-8 as it arrives, all that a piece completes at a time, without their line ends. Throws
 * TypeError for what is not UTF-8, and what `tooLong` gives for a line of more characters than `longest`.
 */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  { longest, tooLong }: { longest: number; tooLong: () => Error },
): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > longest || lines.some(({ length }) => length > longest)) throw tooLong();
    if (lines.length > 0) yield lines.map(withoutReturn);
  }
  rest += decoder.decode();
  if (rest !== '') yield [withoutReturn(rest)];
}

const withoutReturn = (line: string) => (line.endsWith('\r') ? line.slice(0, -1) : line);
