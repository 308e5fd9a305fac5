import { createTransport } from 'nodemailer';
import { type MailSender } from './mail-digest.handler.js';

/** @param url `smtp://user:password@host:port`; @param from address shown as sender */
export function smtpSender(url: string, from: string): MailSender & { close(): void } {
  const transport = createTransport(url, { pool: true, maxConnections: 2, connectionTimeout: 10_000, socketTimeout: 20_000, from } as never);
  return {
    send: async (message) => {
      await transport.sendMail({ ...message, from });
    },
    close: () => transport.close(),
  };
}
