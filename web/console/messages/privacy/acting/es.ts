import type { ActingMessages } from './en';

export const acting: ActingMessages = {
  waiting: 'En espera',
  audit: 'Auditoría',
  heads: 'Cabezas firmadas',
  petition: 'Pedir una supresión',
  second: 'Confirmar como segunda persona',
  staff: {
    title: '¿Para qué cuenta?',
    intro:
      'Ha iniciado sesión como soporte del proveedor del chat. Indique la cuenta para la que actúa; cada solicitud la nombra, la dirección de esta página no.',
    field: 'Identificador de la cuenta',
    hint: 'Como en el inicio de sesión de sus usuarios, por ejemplo «acme»: de 3 a 40 letras minúsculas, cifras y guiones.',
    invalid: 'Eso no puede ser el identificador de una cuenta.',
    choose: 'Actuar por ella',
    looking: 'Se mira qué puede hacer …',
    another: 'Otra cuenta',
    alone:
      'Actúa por «{account}» con su consentimiento, que sus administradores pueden retirar en cualquier momento. Lo que haga consta en su auditoría, como hecho por el soporte.',
    together:
      '«{account}» no le deja actuar a solas, o no existe tal cuenta; esta página no sabe cuál de las dos cosas. Puede pedir una supresión, que confirma una segunda persona: su delegado de protección de datos u otra persona del soporte.',
    accounts: 'Las cuentas se abren y se cierran por la interfaz REST:',
    requests: 'Todo lo que el soporte puede hacer por personas se describe aquí:',
  },
  petitions: {
    title: 'Pedir una supresión',
    intro:
      'Nada se busca ni se suprime hasta que una segunda persona lo confirme. Esta página olvida lo que escribe cuando sale de ella.',
    hint: 'Dirección de correo, dirección IP o red, número de referencia de un correo, o el identificador de una visita, un chat o una carta. Detalles y números de cliente no se pueden indicar aquí.',
    ask: 'Pedir …',
    question: '¿Pedir la supresión de los datos de esta persona?',
    questionMore: 'Una vez confirmada, no se puede deshacer.',
    yes: 'Pedir ahora',
    waits:
      'Espera a una segunda persona; no se ha buscado ni suprimido nada. Esta página vuelve a mirar por sí misma.',
    tell: 'Diga a esa persona la cuenta, el número de la solicitud y de quién se trata. A las 23,5 horas se cancela por sí misma.',
    withdraw: 'Retirar',
    another: 'Pedir otra',
    over: 'Ya no existe: fue rechazada o retirada, o su tiempo se agotó. No se hizo nada por ella.',
    confirmed: 'Fue confirmada y está en curso.',
    completed:
      'Fue confirmada y está completada. Lo suprimido y el recibo se comunican a los delegados de la cuenta.',
  },
  decide: {
    title: 'En espera de una segunda persona',
    intro:
      'El soporte pidió esto y no puede actuar a solas. Todavía no se ha hecho nada. No se muestra de quién se trata: que se lo diga quien lo pidió, y confirme solo lo que es correcto.',
    loading: 'Se mira qué espera …',
    empty: 'Nada espera.',
    count: {
      one: '{count} solicitud espera a una segunda persona.',
      many: '{count} de solicitudes esperan a una segunda persona.',
      other: '{count} solicitudes esperan a una segunda persona.',
    },
    types: {
      erasure: 'Suprimir los datos de una persona',
      access: 'Mostrar los datos de una persona',
      portability: 'Entregar una copia de los datos de una persona',
    },
    named: 'La persona está indicada por {what}.',
    selectors: {
      email: {
        one: '{count} dirección de correo',
        many: '{count} de direcciones de correo',
        other: '{count} direcciones de correo',
      },
      address: {
        one: '{count} dirección IP o red',
        many: '{count} de direcciones IP o redes',
        other: '{count} direcciones IP o redes',
      },
      reference: {
        one: '{count} número de referencia',
        many: '{count} de números de referencia',
        other: '{count} números de referencia',
      },
      detail: { one: '{count} detalle', many: '{count} de detalles', other: '{count} detalles' },
    },
    times: 'Pedida: {received}. Se cancela por sí misma: {until}.',
    confirm: 'Confirmar …',
    refuse: 'Rechazar',
    question: '¿Confirmar esta solicitud?',
    erases:
      'Los datos se suprimen de inmediato. No se puede deshacer; los chats abiertos terminan.',
    shows: 'Quien la pidió puede entonces obtener lo guardado, hasta un día después de pedirlo.',
    several: {
      one: 'Encuentra los datos de {count} persona.',
      many: 'Encuentra los datos de hasta {count} de personas, no de una.',
      other: 'Encuentra los datos de hasta {count} personas, no de una.',
    },
    yes: 'Confirmar ahora',
    sending: 'Se envía …',
    confirmedErasure: 'Confirmada: la supresión tiene efecto. El registro dice qué se suprimió.',
    confirmedAccess: 'Confirmada: quien la pidió puede obtenerlo ahora.',
    refused: 'Rechazada. No se hizo nada.',
    gone: 'Ya no espera: fue confirmada, rechazada o retirada, o su tiempo se agotó.',
    field: 'Número de la solicitud',
    look: 'Mirar',
    secondIntro:
      'Otra persona del soporte pidió algo y le dijo el número de la solicitud. Aquí ve qué es, y puede confirmarlo.',
    own: 'Usted mismo lo pidió; otra persona tiene que confirmarlo.',
    follow: 'Ver cómo va',
    unknown: 'No hay tal solicitud para esta cuenta, o ninguna que le espere.',
  },
  actions: {
    title: 'Quién hizo qué, y cuándo',
    intro:
      'Lo que delegados y soporte hicieron por personas de esta cuenta: función, acción y hora. Ni quién fue ni de quién se trataba consta en ella.',
    loading: 'Se lee la auditoría …',
    empty: 'Todavía no se ha hecho nada.',
    when: 'Cuándo',
    who: 'Quién',
    what: 'Qué',
    request: 'Solicitud (resumen)',
    entry: 'Entrada',
    noRequest: 'ninguna',
  },
  tree: {
    title: 'Cabezas firmadas del registro',
    intro:
      'Los registros de todas las cuentas son un árbol. Su cabeza está firmada: quien guarda una puede comprobar después si se cambió algo de lo que abarca.',
    loading: 'Se obtiene y se comprueba …',
    at: 'Firmada',
    size: 'Anotaciones',
    root: 'Raíz',
    signed: 'La firma es válida.',
    notSigned: 'No se pudo comprobar la firma. No se fíe de esta cabeza.',
    again: 'Obtener la más reciente',
    save: 'Guardar esta cabeza',
    saveMore: 'Contiene un número, una hora y un resumen, y nada de una persona.',
    check: '¿El registro solo ha crecido?',
    kept: 'Una cabeza que guardó (su texto firmado)',
    keptHint: 'Si queda vacío, se toma la más antigua que se publica aquí.',
    compare: 'Comprobar',
    grown:
      'Sí. Todo lo que el registro tenía ({time}, {count} anotaciones) sigue ahí, sin cambios y en su sitio. Desde entonces solo ha crecido.',
    same: 'El registro es lo que era ({time}): {count} anotaciones, sin cambios.',
    contradicts:
      'No. El registro no es lo que era ({time}, {count} anotaciones): algo se cambió. Guarde ambas cabezas y avise al proveedor.',
    ahead:
      'La cabeza ({time}) abarca más ({count} anotaciones) que la más reciente de aquí. Quizá aún no haya llegado: compruébelo de nuevo en un minuto. Si sigue así, algo se quitó.',
    noHead: 'Eso no es una cabeza que este servicio firmara con las claves que publica ahora.',
    limits:
      'Esta página lo comprueba ella misma, pero todo lo que compara viene de este servicio. Una historia reescrita por completo solo se descubre con una cabeza que guardó otra persona.',
  },
};
