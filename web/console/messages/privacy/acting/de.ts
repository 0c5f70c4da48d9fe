import type { ActingMessages } from './en';

export const acting: ActingMessages = {
  waiting: 'Wartet',
  audit: 'Protokoll',
  heads: 'Signierte Köpfe',
  petition: 'Löschung beantragen',
  second: 'Als zweite Person bestätigen',
  staff: {
    title: 'Für welches Konto?',
    intro:
      'Sie sind als Support des Chat-Anbieters angemeldet. Nennen Sie das Konto, für das Sie handeln; jede Anfrage nennt es, die Adresse dieser Seite nicht.',
    field: 'Kennung des Kontos',
    hint: 'Wie bei der Anmeldung seiner Nutzer, etwa „acme“: 3 bis 40 Kleinbuchstaben, Ziffern und Bindestriche.',
    invalid: 'Das kann keine Kennung eines Kontos sein.',
    choose: 'Dafür handeln',
    looking: 'Es wird nachgesehen, was Sie dürfen …',
    another: 'Anderes Konto',
    alone:
      'Sie handeln für „{account}“ mit dessen Einwilligung, die seine Administratoren jederzeit zurücknehmen können. Was Sie tun, steht in seinem Protokoll, als vom Support getan.',
    together:
      '„{account}“ lässt Sie nicht allein handeln, oder es gibt kein solches Konto; welches von beiden, erfährt diese Seite nicht. Sie können eine Löschung beantragen, die eine zweite Person bestätigt: dessen Datenschutzbeauftragte oder jemand anders vom Support.',
    accounts: 'Konten werden über die REST-Schnittstelle eröffnet und geschlossen:',
    requests: 'Alles, was der Support für Personen tun kann, ist hier beschrieben:',
  },
  petitions: {
    title: 'Löschung beantragen',
    intro:
      'Nichts wird gesucht oder gelöscht, bis eine zweite Person es bestätigt hat. Diese Seite vergisst, was Sie eingeben, wenn Sie sie verlassen.',
    hint: 'E-Mail-Adresse, IP-Adresse oder Netz, Vorgangsnummer aus einer Mail oder die Kennung eines Besuchs, eines Chats oder eines Briefs. Angaben der Website und Kundennummern können hier nicht genannt werden.',
    ask: 'Beantragen …',
    question: 'Die Löschung der Daten dieser Person beantragen?',
    questionMore: 'Ist sie bestätigt, kann sie nicht rückgängig gemacht werden.',
    yes: 'Jetzt beantragen',
    waits:
      'Wartet auf eine zweite Person; nichts wurde gesucht oder gelöscht. Diese Seite sieht von selbst wieder nach.',
    tell: 'Sagen Sie dieser Person das Konto, die Nummer der Anfrage und um wen es geht. Nach 23,5 Stunden wird sie von selbst abgebrochen.',
    withdraw: 'Zurücknehmen',
    another: 'Eine andere beantragen',
    over: 'Es gibt sie nicht mehr: Sie wurde abgelehnt oder zurückgenommen, oder ihre Zeit ist abgelaufen. Es wurde nichts für sie getan.',
    confirmed: 'Sie wurde bestätigt und wird bearbeitet.',
    completed:
      'Sie wurde bestätigt und ist abgeschlossen. Was gelöscht wurde und die Quittung erfahren die Datenschutzbeauftragten des Kontos.',
  },
  decide: {
    title: 'Wartet auf eine zweite Person',
    intro:
      'Der Support hat dies beantragt und darf nicht allein handeln. Noch wurde nichts dafür getan. Wer gemeint ist, wird nicht gezeigt: Lassen Sie es sich von dem sagen, der es beantragt hat, und bestätigen Sie nur, was richtig ist.',
    loading: 'Es wird nachgesehen, was wartet …',
    empty: 'Nichts wartet.',
    count: {
      one: '{count} Anfrage wartet auf eine zweite Person.',
      other: '{count} Anfragen warten auf eine zweite Person.',
    },
    types: {
      erasure: 'Daten einer Person löschen',
      access: 'Daten einer Person zeigen',
      portability: 'Eine Kopie der Daten einer Person herausgeben',
    },
    named: 'Die Person ist benannt durch {what}.',
    selectors: {
      email: { one: '{count} E-Mail-Adresse', other: '{count} E-Mail-Adressen' },
      address: { one: '{count} IP-Adresse oder Netz', other: '{count} IP-Adressen oder Netze' },
      reference: { one: '{count} Vorgangsnummer', other: '{count} Vorgangsnummern' },
      detail: { one: '{count} Angabe', other: '{count} Angaben' },
    },
    times: 'Beantragt: {received}. Von selbst abgebrochen: {until}.',
    confirm: 'Bestätigen …',
    refuse: 'Ablehnen',
    question: 'Diese Anfrage bestätigen?',
    erases:
      'Die Daten werden sofort gelöscht. Das kann nicht rückgängig gemacht werden; offene Chats enden.',
    shows: 'Wer sie beantragt hat, kann dann abrufen, was vorliegt, bis einen Tag nach dem Antrag.',
    several: {
      one: 'Gefunden werden die Daten von {count} Person.',
      other: 'Gefunden werden die Daten von bis zu {count} Personen, nicht von einer.',
    },
    yes: 'Jetzt bestätigen',
    sending: 'Wird gesendet …',
    confirmedErasure:
      'Bestätigt: Die Löschung ist wirksam. Das Verzeichnis sagt, was gelöscht wurde.',
    confirmedAccess: 'Bestätigt: Wer sie beantragt hat, kann es jetzt abrufen.',
    refused: 'Abgelehnt. Es wurde nichts dafür getan.',
    gone: 'Sie wartet nicht mehr: Sie wurde bestätigt, abgelehnt oder zurückgenommen, oder ihre Zeit ist abgelaufen.',
    field: 'Nummer der Anfrage',
    look: 'Ansehen',
    secondIntro:
      'Jemand anders vom Support hat etwas beantragt und Ihnen die Nummer der Anfrage gesagt. Hier sehen Sie, was es ist, und können es bestätigen.',
    own: 'Sie haben dies selbst beantragt; jemand anders muss es bestätigen.',
    follow: 'Sehen, wie weit sie ist',
    unknown: 'Es gibt keine solche Anfrage für dieses Konto, oder keine, die auf Sie wartet.',
  },
  actions: {
    title: 'Wer was wann getan hat',
    intro:
      'Was Datenschutzbeauftragte und Support für Personen dieses Kontos getan haben: Rolle, Handlung und Zeit. Weder wer es war noch um wen es ging, steht darin.',
    loading: 'Das Protokoll wird gelesen …',
    empty: 'Noch wurde nichts getan.',
    when: 'Wann',
    who: 'Wer',
    what: 'Was',
    request: 'Anfrage (Hashwert)',
    entry: 'Eintrag',
    noRequest: 'keine',
  },
  tree: {
    title: 'Signierte Köpfe des Verzeichnisses',
    intro:
      'Die Verzeichnisse aller Konten sind ein Baum. Sein Kopf ist signiert: Wer einen aufbewahrt, kann später feststellen, ob etwas geändert wurde, das er umfasst.',
    loading: 'Wird geholt und geprüft …',
    at: 'Signiert',
    size: 'Einträge',
    root: 'Wurzel',
    signed: 'Die Signatur ist gültig.',
    notSigned:
      'Die Signatur konnte nicht geprüft werden. Verlassen Sie sich nicht auf diesen Kopf.',
    again: 'Den neuesten holen',
    save: 'Diesen Kopf speichern',
    saveMore: 'Er enthält eine Zahl, eine Zeit und einen Hashwert, und nichts von einer Person.',
    check: 'Ist das Verzeichnis nur gewachsen?',
    kept: 'Ein Kopf, den Sie aufbewahrt haben (sein signierter Text)',
    keptHint: 'Bleibt es leer, wird der älteste genommen, der hier veröffentlicht ist.',
    compare: 'Prüfen',
    grown:
      'Ja. Alles, was das Verzeichnis hatte ({time}, {count} Einträge), ist noch da, unverändert und an seinem Platz. Es ist seitdem nur gewachsen.',
    same: 'Das Verzeichnis ist, was es war ({time}): {count} Einträge, unverändert.',
    contradicts:
      'Nein. Das Verzeichnis ist nicht, was es war ({time}, {count} Einträge): Etwas wurde geändert. Bewahren Sie beide Köpfe auf und sagen Sie es dem Anbieter.',
    ahead:
      'Der Kopf ({time}) umfasst mehr ({count} Einträge) als der neueste hier. Vielleicht ist er hier noch nicht angekommen: Prüfen Sie in einer Minute erneut. Bleibt es so, wurde etwas herausgenommen.',
    noHead:
      'Das ist kein Kopf, den dieser Dienst mit den Schlüsseln signiert hat, die er jetzt veröffentlicht.',
    limits:
      'Diese Seite prüft es selbst, aber alles, was sie vergleicht, kommt von diesem Dienst. Eine im Ganzen neu geschriebene Geschichte findet nur, wer einen Kopf hat, den jemand anders aufbewahrt hat.',
  },
};
