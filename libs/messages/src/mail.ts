/** Words of a digest: counts and a link, never a name or a title. Vietnamese first, English below. */
export function digestMail(facts: { readonly open: number; readonly overdue: number; readonly news: number; readonly url: string }): { readonly subject: string; readonly text: string } {
  return {
    subject: `Bình Xét: đồng chí có ${facts.open} việc${facts.overdue > 0 ? `, ${facts.overdue} việc quá hạn` : ''}`,
    text: [
      `Đồng chí có ${facts.open} việc, ${facts.overdue} việc quá hạn, ${facts.news} thông báo mới.`,
      `Mở danh sách việc: ${facts.url}`,
      '',
      `You have ${facts.open} open tasks, ${facts.overdue} overdue, ${facts.news} new notifications.`,
      `Open your inbox: ${facts.url}`,
    ].join('\n'),
  };
}
