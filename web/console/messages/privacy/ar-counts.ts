import type { PrivacyMessages } from './en';

/** Arabic has six forms of each. */
export const counts: PrivacyMessages['counts'] = {
  visit: {
    zero: 'لا زيارات',
    one: 'زيارة واحدة',
    two: 'زيارتان',
    few: '{count} زيارات',
    many: '{count} زيارة',
    other: '{count} زيارة',
  },
  chat: {
    zero: 'لا محادثات',
    one: 'محادثة واحدة',
    two: 'محادثتان',
    few: '{count} محادثات',
    many: '{count} محادثة',
    other: '{count} محادثة',
  },
  letter: {
    zero: 'لا رسائل بريد',
    one: 'رسالة بريد واحدة',
    two: 'رسالتا بريد',
    few: '{count} رسائل بريد',
    many: '{count} رسالة بريد',
    other: '{count} رسالة بريد',
  },
  waiting: {
    zero: 'لا رسائل بريد تنتظر الإرسال',
    one: 'رسالة بريد واحدة تنتظر الإرسال',
    two: 'رسالتا بريد تنتظران الإرسال',
    few: '{count} رسائل بريد تنتظر الإرسال',
    many: '{count} رسالة بريد تنتظر الإرسال',
    other: '{count} رسالة بريد تنتظر الإرسال',
  },
  erasure: {
    zero: 'لا طلبات',
    one: 'طلب واحد',
    two: 'طلبان',
    few: '{count} طلبات',
    many: '{count} طلبًا',
    other: '{count} طلب',
  },
};
