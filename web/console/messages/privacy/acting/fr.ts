import type { ActingMessages } from './en';

export const acting: ActingMessages = {
  waiting: 'En attente',
  audit: 'Journal',
  heads: 'Têtes signées',
  petition: 'Demander un effacement',
  second: 'Confirmer en second',
  staff: {
    title: 'Pour quel compte ?',
    intro:
      'Vous êtes connecté comme membre du support du prestataire du chat. Nommez le compte pour lequel vous agissez ; chaque demande le nomme, l’adresse de cette page non.',
    field: 'Identifiant du compte',
    hint: 'Comme à la connexion de ses utilisateurs, par exemple « acme » : 3 à 40 lettres minuscules, chiffres et traits d’union.',
    invalid: 'Cela ne peut pas être l’identifiant d’un compte.',
    choose: 'Agir pour lui',
    looking: 'Recherche de ce que vous pouvez faire …',
    another: 'Autre compte',
    alone:
      'Vous agissez pour « {account} » avec son consentement, que ses administrateurs peuvent retirer à tout moment. Ce que vous faites figure dans son journal, comme fait par le support.',
    together:
      '« {account} » ne vous laisse pas agir seul, ou ce compte n’existe pas ; cette page ne sait pas lequel des deux. Vous pouvez demander un effacement, qu’une seconde personne confirme : son délégué à la protection des données, ou un autre membre du support.',
    accounts: 'Les comptes sont ouverts et fermés par l’interface REST :',
    requests: 'Tout ce que le support peut faire pour des personnes est décrit ici :',
  },
  petitions: {
    title: 'Demander un effacement',
    intro:
      'Rien n’est recherché ni effacé avant qu’une seconde personne ne l’ait confirmé. Cette page oublie ce que vous saisissez quand vous la quittez.',
    hint: 'Adresse e-mail, adresse IP ou réseau, numéro de référence d’un e-mail, ou identifiant d’une visite, d’un chat ou d’une lettre. Les détails et numéros de client ne peuvent pas être nommés ici.',
    ask: 'Demander …',
    question: 'Demander l’effacement des données de cette personne ?',
    questionMore: 'Une fois confirmé, c’est irréversible.',
    yes: 'Demander maintenant',
    waits:
      'La demande attend une seconde personne ; rien n’a été recherché ni effacé. Cette page regarde à nouveau d’elle-même.',
    tell: 'Dites à cette personne le compte, le numéro de la demande et de qui il s’agit. Après 23,5 heures, elle est annulée d’elle-même.',
    withdraw: 'Retirer',
    another: 'En demander un autre',
    over: 'Elle n’existe plus : elle a été refusée ou retirée, ou son temps est écoulé. Rien n’a été fait pour elle.',
    confirmed: 'Elle a été confirmée et est en cours.',
    completed:
      'Elle a été confirmée et est terminée. Ce qui a été effacé et le reçu sont communiqués aux délégués du compte.',
  },
  decide: {
    title: 'En attente d’une seconde personne',
    intro:
      'Le support a demandé ceci et ne peut pas agir seul. Rien n’a encore été fait. Qui est visé n’est pas montré : faites-vous le dire par qui l’a demandé, et ne confirmez que ce qui est juste.',
    loading: 'Recherche de ce qui attend …',
    empty: 'Rien n’attend.',
    count: {
      one: '{count} demande attend une seconde personne.',
      many: '{count} de demandes attendent une seconde personne.',
      other: '{count} demandes attendent une seconde personne.',
    },
    types: {
      erasure: 'Effacer les données d’une personne',
      access: 'Montrer les données d’une personne',
      portability: 'Remettre une copie des données d’une personne',
    },
    named: 'La personne est désignée par {what}.',
    selectors: {
      email: {
        one: '{count} adresse e-mail',
        many: '{count} d’adresses e-mail',
        other: '{count} adresses e-mail',
      },
      address: {
        one: '{count} adresse IP ou réseau',
        many: '{count} d’adresses IP ou réseaux',
        other: '{count} adresses IP ou réseaux',
      },
      reference: {
        one: '{count} numéro de référence',
        many: '{count} de numéros de référence',
        other: '{count} numéros de référence',
      },
      detail: { one: '{count} détail', many: '{count} de détails', other: '{count} détails' },
    },
    times: 'Demandé le {received}. Annulé de soi-même le {until}.',
    confirm: 'Confirmer …',
    refuse: 'Refuser',
    question: 'Confirmer cette demande ?',
    erases:
      'Les données sont effacées aussitôt. C’est irréversible ; les chats ouverts se terminent.',
    shows:
      'Qui l’a demandé peut alors récupérer ce qui est conservé, jusqu’à un jour après la demande.',
    several: {
      one: 'Elle trouve les données de {count} personne.',
      many: 'Elle trouve les données de {count} de personnes au plus, non d’une seule.',
      other: 'Elle trouve les données de {count} personnes au plus, non d’une seule.',
    },
    yes: 'Confirmer maintenant',
    sending: 'Envoi …',
    confirmedErasure: 'Confirmé : l’effacement a pris effet. Le registre dit ce qui a été effacé.',
    confirmedAccess: 'Confirmé : qui l’a demandé peut le récupérer maintenant.',
    refused: 'Refusé. Rien n’a été fait.',
    gone: 'Elle n’attend plus : elle a été confirmée, refusée ou retirée, ou son temps est écoulé.',
    field: 'Numéro de la demande',
    look: 'Regarder',
    secondIntro:
      'Un autre membre du support a demandé quelque chose et vous a dit le numéro de la demande. Vous voyez ici ce que c’est, et pouvez le confirmer.',
    own: 'Vous l’avez demandé vous-même ; quelqu’un d’autre doit le confirmer.',
    follow: 'Voir où elle en est',
    unknown: 'Il n’y a pas de telle demande pour ce compte, ou aucune qui vous attende.',
  },
  actions: {
    title: 'Qui a fait quoi, et quand',
    intro:
      'Ce que les délégués et le support ont fait pour des personnes de ce compte : rôle, action et heure. Ni qui c’était ni de qui il s’agissait n’y figure.',
    loading: 'Lecture du journal …',
    empty: 'Rien n’a encore été fait.',
    when: 'Quand',
    who: 'Qui',
    what: 'Quoi',
    request: 'Demande (empreinte)',
    entry: 'Entrée',
    noRequest: 'aucune',
  },
  tree: {
    title: 'Têtes signées du registre',
    intro:
      'Les registres de tous les comptes forment un arbre. Sa tête est signée : qui en garde une peut constater plus tard si ce qu’elle couvre a été modifié.',
    loading: 'Récupération et vérification …',
    at: 'Signée le',
    size: 'Enregistrements',
    root: 'Racine',
    signed: 'La signature est valide.',
    notSigned: 'La signature n’a pas pu être vérifiée. Ne vous fiez pas à cette tête.',
    again: 'Récupérer la plus récente',
    save: 'Enregistrer cette tête',
    saveMore: 'Elle contient un nombre, une heure et une empreinte, et rien d’une personne.',
    check: 'Le registre n’a-t-il fait que croître ?',
    kept: 'Une tête que vous avez gardée (son texte signé)',
    keptHint: 'Si le champ est vide, la plus ancienne publiée ici est prise.',
    compare: 'Vérifier',
    grown:
      'Oui. Tout ce que le registre avait le {time} ({count} enregistrements) est encore là, inchangé et à sa place. Il n’a fait que croître depuis.',
    same: 'Le registre est ce qu’il était le {time} : {count} enregistrements, inchangés.',
    contradicts:
      'Non. Le registre n’est pas ce qu’il était le {time} ({count} enregistrements) : quelque chose a été modifié. Gardez les deux têtes et prévenez le prestataire.',
    ahead:
      'La tête du {time} couvre plus ({count} enregistrements) que la plus récente d’ici. Elle n’est peut-être pas encore arrivée : vérifiez à nouveau dans une minute. Si cela reste ainsi, quelque chose a été retiré.',
    noHead: 'Ce n’est pas une tête que ce service a signée avec les clés qu’il publie maintenant.',
    limits:
      'Cette page vérifie elle-même, mais tout ce qu’elle compare vient de ce service. Une histoire réécrite en entier n’est découverte qu’avec une tête que quelqu’un d’autre a gardée.',
  },
};
