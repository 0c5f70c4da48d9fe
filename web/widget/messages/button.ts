import type { Language } from './languages';

/** The few words that the loader needs; everything else comes with the panel. */
export interface ButtonMessages {
  readonly chat: string;
  readonly leaveMessage: string;
  readonly hide: string;
  readonly unread: string;
  /** Shown as the button's description, and recorded as the words of consent when it is clicked. */
  readonly notice: string;
}

export const buttonMessages: Readonly<Record<Language, ButtonMessages>> = {
  en: {
    chat: 'Chat with us',
    leaveMessage: 'Leave a message',
    hide: 'Hide chat',
    unread: '{count} new',
    notice:
      'A click opens the chat. While you are on this site our operators see the page you are on, your browser and your rough location. Everything is destroyed when you leave.',
  },
  de: {
    chat: 'Chatten Sie mit uns',
    leaveMessage: 'Nachricht hinterlassen',
    hide: 'Chat ausblenden',
    unread: '{count} neu',
    notice:
      'Ein Klick öffnet den Chat. Solange Sie auf dieser Website sind, sehen unsere Mitarbeitenden die aufgerufene Seite, Ihren Browser und Ihren ungefähren Ort. Alles wird vernichtet, wenn Sie gehen.',
  },
  ar: {
    chat: 'تحدّث معنا',
    leaveMessage: 'اترك رسالة',
    hide: 'إخفاء المحادثة',
    unread: '{count} جديدة',
    notice:
      'النقر يفتح المحادثة. أثناء وجودك في هذا الموقع يرى موظفونا الصفحة التي تتصفحها ومتصفحك وموقعك التقريبي. يُمحى كل شيء عند مغادرتك.',
  },
};
