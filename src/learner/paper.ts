/** The page on paper: everything that is folded is open, and answers are left out as long as they would give something away. */

const FOLDED = 'main details:not([open], .hint, .deck-keys)';

/** Its words are its address already. */
function saysItself({ textContent, href }: HTMLAnchorElement): boolean {
  const bare = (address: string): string => address.replace(/^https?:\/\/|\/$/g, '');
  return textContent.includes(bare(href));
}

export function wirePaper(mayShowAnswers: () => boolean): void {
  let opened: Element[] = [];
  addEventListener('beforeprint', () => {
    document.documentElement.toggleAttribute('data-answers-kept', !mayShowAnswers());
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.references a[href^="http"]')) if (!saysItself(link)) link.dataset['url'] = link.href;
    // Printed twice without an end between: what was opened for the first time is open still.
    opened = [...opened, ...document.querySelectorAll(FOLDED)];
    for (const each of opened) each.setAttribute('open', '');
  });
  addEventListener('afterprint', () => {
    document.documentElement.removeAttribute('data-answers-kept');
    for (const each of opened) each.removeAttribute('open');
    opened = [];
  });
}
