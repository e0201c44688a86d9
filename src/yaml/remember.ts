/** Answers, and remembers what it said of what was asked about last: while one thing is judged, many ask the same of it. */
export function kept<K, V>(answer: (about: K) => V): (about: K) => V {
  let latest: { readonly about: K; readonly said: V } | undefined;
  return (about) => {
    if (!latest || latest.about !== about) latest = { about, said: answer(about) };
    return latest.said;
  };
}
