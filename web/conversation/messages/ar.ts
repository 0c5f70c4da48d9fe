export const talk = {
  log: 'الرسائل',
  you: 'أنت',
  write: 'اكتب رسالة',
  send: 'إرسال',
  ending: 'يجري إنهاء المحادثة …',
  typing: '{name} يكتب …',
  sending: 'جارٍ الإرسال …',
  sent: 'أُرسلت',
  seen: 'قُرئت',
  newBelow: '↓ {count} جديدة',
  discard: 'تجاهل',
  destroyedMessages: {
    zero: 'لا رسائل',
    one: 'رسالة واحدة',
    two: 'رسالتان',
    few: '{count} رسائل',
    many: '{count} رسالة',
    other: '{count} رسالة',
  },
  destroyedFiles: {
    zero: 'لا ملفات',
    one: 'ملف واحد',
    two: 'ملفان',
    few: '{count} ملفات',
    many: '{count} ملفًا',
    other: '{count} ملف',
  },
  attach: 'اختيار ملفات',
  dropHere: 'أفلت الملفات هنا لإضافتها إلى رسالتك',
  tray: 'ملفات للإرسال',
  notSent: 'لم تُرسل بعد: {names}',
  remove: 'إزالة {name}',
  removed: 'أُزيل: {name}',
  download: 'تنزيل',
  enlarge: 'تكبير {name}',
  closePicture: 'إغلاق الصورة',
  loading: 'لحظة من فضلك …',
};

export const endOfTalk = {
  end: 'إنهاء المحادثة',
  endQuestion: 'هل تنهي المحادثة؟',
  endYes: 'إنهاء ومحو',
  endNo: 'متابعة',
  retry: 'إعادة المحاولة',
};

export const problemsOfTalk = {
  network: 'لا يوجد اتصال. حاول مرة أخرى.',
  'too-many-requests': 'طلبات كثيرة دفعة واحدة. انتظر لحظة.',
  'too-large': 'هذا كبير جدًا.',
  'no-room': 'لا يوجد متسع للمزيد الآن. حاول مرة أخرى بعد بضع دقائق.',
  'mailbox-unsupported': 'لا يُقبل قبل @ إلا الأحرف اللاتينية.',
  'chat-ended': 'انتهت المحادثة.',
  other: 'حدث خطأ ما. حاول مرة أخرى.',
};

export const problemsOfFiles = {
  'too-many-files': 'عشرة ملفات كحد أقصى في المرة الواحدة؛ ولم تُضف البقية.',
  'file-too-large': 'هذا الملف كبير جدًا؛ الحد الأقصى 25 ميغابايت.',
  'file-empty': 'هذا الملف فارغ.',
  'chat-not-accepted': 'يمكن إرسال الملفات بعد أن ينضم أحد المشغلين إلى المحادثة.',
  'chat-files-full': 'لا تتسع هذه المحادثة لملفات أخرى.',
  'account-files-full': 'لا يمكن قبول هذا العدد من الملفات الآن. حاول لاحقًا.',
  'too-slow': 'وصل الملف ببطء شديد. حاول مرة أخرى باتصال أفضل.',
  'file-type-refused': 'لا تُقبل ملفات من هذا النوع.',
  'unsupported-type': 'لا تُقبل ملفات من هذا النوع.',
};
