/** Where each line of one text stands in another; null for those in the midst of the change. Lines count from 1. */
export function movedLines(before: string, after: string): (line: number) => number | null {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const least = Math.min(old.length, now.length);
  let head = 0;
  while (head < least && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < least - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  return (line) => {
    if (line <= head) return line;
    return line > old.length - tail ? line + now.length - old.length : null;
  };
}
