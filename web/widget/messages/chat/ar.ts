import { problemsOfFiles, talk } from '../../../conversation/messages/ar';
import type { ChatMessages } from './en';

export const chatMessages: ChatMessages = {
  ...talk,
  talkingTo: 'تتحدث الآن مع {name}',
  operator: 'الموظف',
  waiting: 'في انتظار أحد الموظفين',
  position: 'رقمك في الانتظار {position}.',
  next: 'أنت التالي.',
  connecting: 'جارٍ الاتصال …',
  reconnecting: 'انقطع الاتصال. نعيد المحاولة، وسيُرسل ما تكتبه عندئذ.',
  hidden:
    'لا اتصال منذ أكثر من ثلاث دقائق، فلم تعد المحادثة تُعرض، وما لم يُرسل قد ذهب. إن كانت المحادثة مستمرة عادت مع الاتصال.',
  lostTitle: 'فُقدت هذه المحادثة',
  destroyedTitle: 'انتهت المحادثة',
  endedLeft: 'لم يصل شيء من متصفحك منذ مدة.',
  endedIdle: 'لم يكتب أحد منذ مدة.',
  endedLimit: 'بلغت المحادثة أقصى مدتها.',
  endedDeadline: 'انتهى وقتها قبل أن يمكن إنهاؤها كما ينبغي.',
  endedClosed: 'أُغلق حساب هذه المحادثة.',
  endedErasure: 'مُحيت بناءً على طلب.',
  sound: 'الصوت',
  saveReceipt: 'احفظ الإيصال',
  problems: problemsOfFiles,
};
