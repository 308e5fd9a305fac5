import { type Clock, type DigestRecipient, type JobHandler, type NotificationStore } from '@binhxet/application';
import { digestMail } from '@binhxet/messages';
import { type Logger } from '@binhxet/platform';

const PAGE = 100;

/** Sends one message; rejects when the server does not take it. */
export interface MailSender {
  send(message: { readonly to: string; readonly subject: string; readonly text: string }): Promise<void>;
}

/**
 * One digest a person: counts and a link, no names. Notifications are marked after the server has taken the mail, so a crash between
 * repeats a mail and never loses one. Without a mail server there is only the in-app channel.
 */
export function mailDigestHandler(store: NotificationStore, sender: MailSender | null, clock: Clock, publicUrl: string, logger: Logger): JobHandler {
  const send = async (recipient: DigestRecipient): Promise<boolean> => {
    try {
      const { subject, text } = digestMail({ open: recipient.openTasks, overdue: recipient.overdueTasks, news: recipient.notificationIds.length, url: `${publicUrl}/inbox` });
      await sender?.send({ to: recipient.email, subject, text });
      await store.markMailed(recipient.notificationIds, clock.now());
      return true;
    } catch (error) {
      logger.warn({ err: error, memberId: recipient.memberId }, 'a digest was not taken by the mail server');
      return false;
    }
  };
  return {
    queue: 'upkeep',
    name: 'mail-digest',
    async handle() {
      if (!sender) return;
      for (;;) {
        const recipients = await store.dueDigests(PAGE);
        const sent = await Promise.all(recipients.map(send));
        if (recipients.length < PAGE || sent.includes(false)) return;
      }
    },
  };
}
