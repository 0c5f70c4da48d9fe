import type { Language } from './languages';

/** The few words that the loader needs; everything else comes with the panel. */
export interface ButtonMessages {
  readonly chat: string;
  readonly leaveMessage: string;
  readonly hide: string;
  readonly unread: string;
  readonly busy: string;
  readonly failed: string;
}

export const buttonMessages: Readonly<Record<Language, ButtonMessages>> = {
  en: {
    chat: 'Chat with us',
    leaveMessage: 'Leave a message',
    hide: 'Hide chat',
    unread: '{count} new',
    busy: 'One moment …',
    failed: 'Not loaded. Try again?',
  },
  de: {
    chat: 'Chatten Sie mit uns',
    leaveMessage: 'Nachricht hinterlassen',
    hide: 'Chat ausblenden',
    unread: '{count} neu',
    busy: 'Einen Moment …',
    failed: 'Nicht geladen. Noch einmal?',
  },
  ar: {
    chat: 'تحدّث معنا',
    leaveMessage: 'اترك رسالة',
    hide: 'إخفاء المحادثة',
    unread: '{count} جديدة',
    busy: 'لحظة من فضلك …',
    failed: 'تعذّر التحميل. أعد المحاولة؟',
  },
  fr: {
    chat: 'Discutez avec nous',
    leaveMessage: 'Laisser un message',
    hide: 'Masquer la discussion',
    unread: '{count} à lire',
    busy: 'Un instant …',
    failed: 'Non chargé. Réessayer ?',
  },
  es: {
    chat: 'Chatee con nosotros',
    leaveMessage: 'Dejar un mensaje',
    hide: 'Ocultar el chat',
    unread: '{count} sin leer',
    busy: 'Un momento …',
    failed: 'No se cargó. ¿Reintentar?',
  },
};
