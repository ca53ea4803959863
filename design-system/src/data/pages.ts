/** The page numbers to show: first, last, the current one with its neighbours; null stands for a gap. */
export function pagesToShow(page: number, pageCount: number): (number | null)[] {
  const wanted = [1, 2, 3, page - 1, page, page + 1, pageCount].filter(
    (each) => each >= 1 && each <= pageCount && (page <= 3 || (each !== 2 && each !== 3) || Math.abs(each - page) <= 1),
  );
  const pages = [...new Set(wanted)].sort((a, b) => a - b);
  return pages.flatMap((each, index) => {
    const before = pages[index - 1];
    if (before === undefined || each === before + 1) return [each];
    return each === before + 2 ? [before + 1, each] : [null, each];
  });
}
