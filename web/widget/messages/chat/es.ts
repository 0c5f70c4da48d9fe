import { problemsOfFiles, talk } from '../../../conversation/messages/es';
import type { ChatMessages } from './en';

export const chatMessages: ChatMessages = {
  ...talk,
  talkingTo: 'Está hablando con {name}',
  operator: 'Agente',
  waiting: 'Esperando a un agente',
  position: 'Tiene el número {position} en la cola.',
  next: 'El próximo turno es el suyo.',
  connecting: 'Conectando …',
  reconnecting: 'Conexión perdida. Se vuelve a intentar; lo que escriba se enviará entonces.',
  hidden:
    'Sin conexión desde hace más de tres minutos: la conversación ya no se muestra, y lo que no se había enviado se ha perdido. Si el chat sigue, vuelve con la conexión.',
  lostTitle: 'Esta conversación se ha perdido',
  destroyedTitle: 'El chat ha terminado',
  endedLeft: 'Hacía un rato que no se recibía nada de su navegador.',
  endedIdle: 'Hacía un rato que nadie escribía.',
  endedLimit: 'El chat había alcanzado su duración máxima.',
  endedDeadline: 'Su plazo venció antes de que se pudiera terminar correctamente.',
  endedClosed: 'La cuenta de este chat se ha cerrado.',
  endedErasure: 'Se suprimió a petición.',
  sound: 'Sonido',
  saveReceipt: 'Guardar el justificante',
  problems: problemsOfFiles,
};
