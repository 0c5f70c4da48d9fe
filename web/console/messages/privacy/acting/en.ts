import type { Translated } from '../../../../text/catalogue';

/** What the page says of who acts: support staff, a second person, and what is left of it. */
export const acting = {
  waiting: 'Waiting',
  audit: 'Audit',
  heads: 'Signed heads',
  petition: 'Ask for an erasure',
  second: 'Confirm as second person',
  staff: {
    title: 'For which account?',
    intro:
      'You are signed in as support staff of the chat’s processor. Name the account that you act for; each request names it, and the address of this page does not.',
    field: 'Id of the account',
    hint: 'As it stands in its users’ sign-in, such as “acme”: 3 to 40 small letters, digits and hyphens.',
    invalid: 'That can’t be the id of an account.',
    choose: 'Act for it',
    looking: 'Looking what you may do …',
    another: 'Another account',
    alone:
      'You act for “{account}” by its consent, which its administrators can withdraw at any time. What you do stands in its audit, as done by support staff.',
    together:
      '“{account}” does not let you act alone, or there is no such account; this page is not told which. You can ask for an erasure, and a second person confirms it: its privacy officer, or another of the support staff.',
    accounts: 'Accounts are opened and closed by the REST interface:',
    requests: 'All that staff can do for persons is described here:',
  },
  petitions: {
    title: 'Ask for an erasure',
    intro:
      'Nothing is looked up or erased until a second person has confirmed it. This page forgets what you enter when you leave it.',
    hint: 'E-mail address, IP address or network, reference number from a mail, or the id of a visit, a chat or a letter. Details and customer ids can’t be named here.',
    ask: 'Ask …',
    question: 'Ask for the erasure of this person’s data?',
    questionMore: 'Once it is confirmed, it can’t be undone.',
    yes: 'Ask now',
    waits:
      'It waits for a second person, and nothing was looked up or erased. This page looks again by itself.',
    tell: 'Tell that person the account, the number of the request and whom it is about. After 23.5 hours it is cancelled by itself.',
    withdraw: 'Withdraw',
    another: 'Ask for another',
    over: 'It is not there any more: it was refused or withdrawn, or its time ran out. Nothing was done for it.',
    confirmed: 'It was confirmed, and is being worked on.',
    completed:
      'It was confirmed, and is completed. What was erased and the receipt are told to the account’s officers.',
  },
  decide: {
    title: 'Waiting for a second person',
    intro:
      'Support staff asked for this, and may not act alone. Nothing was done for it yet. Who is meant is not shown: let who asked tell you, and confirm only what is right.',
    loading: 'Looking what waits …',
    empty: 'Nothing waits.',
    count: {
      one: '{count} request waits for a second person.',
      other: '{count} requests wait for a second person.',
    },
    types: {
      erasure: 'Erase a person’s data',
      access: 'Show a person’s data',
      portability: 'Hand out a copy of a person’s data',
    },
    named: 'The person is named by {what}.',
    selectors: {
      email: { one: '{count} e-mail address', other: '{count} e-mail addresses' },
      address: { one: '{count} IP address or network', other: '{count} IP addresses or networks' },
      reference: { one: '{count} reference number', other: '{count} reference numbers' },
      detail: { one: '{count} detail', other: '{count} details' },
    },
    times: 'Asked for at {received}. It is cancelled by itself at {until}.',
    confirm: 'Confirm …',
    refuse: 'Refuse',
    question: 'Confirm this request?',
    erases: 'The data are erased at once. It can’t be undone; open chats end.',
    shows: 'Who asked can then fetch what is held, until a day after it was asked for.',
    several: {
      one: 'It finds the data of {count} person.',
      other: 'It finds the data of up to {count} persons, not of one.',
    },
    yes: 'Confirm now',
    sending: 'Being sent …',
    confirmedErasure: 'Confirmed: the erasure has effect. The ledger tells what was erased.',
    confirmedAccess: 'Confirmed: who asked can fetch it now.',
    refused: 'Refused. Nothing was done for it.',
    gone: 'It waits no longer: it was confirmed, refused or withdrawn, or its time ran out.',
    field: 'Number of the request',
    look: 'Look',
    secondIntro:
      'Another of the support staff asked for something and told you the number of the request. Here you see what it is, and can confirm it.',
    own: 'You asked for this yourself, so somebody else has to confirm it.',
    follow: 'See how far it is',
    unknown: 'There is no such request for this account, or none that waits for you.',
  },
  actions: {
    title: 'Who did what, and when',
    intro:
      'What privacy officers and support staff did for persons of this account: role, action and time. Neither who it was nor whom it was about is in it.',
    loading: 'The audit is being read …',
    empty: 'Nothing was done yet.',
    when: 'When',
    who: 'Who',
    what: 'What',
    request: 'Request (digest)',
    entry: 'Entry',
    noRequest: 'none',
  },
  tree: {
    title: 'Signed heads of the ledger',
    intro:
      'The ledgers of all accounts are one tree. Its head is signed: whoever keeps one can find later whether what it covers was changed.',
    loading: 'Being fetched and verified …',
    at: 'Signed at',
    size: 'Records',
    root: 'Root',
    signed: 'The signature is valid.',
    notSigned: 'The signature could not be verified. Don’t rely on this head.',
    again: 'Fetch the newest',
    save: 'Save this head',
    saveMore: 'It holds a number, a time and a hash, and nothing of a person.',
    check: 'Has the ledger only grown?',
    kept: 'A head that you kept (its signed text)',
    keptHint: 'Left empty, the oldest that is published here is taken.',
    compare: 'Check',
    grown:
      'Yes. All that the ledger had at {time} ({count} records) is still there, unchanged and in its place. It has only grown since.',
    same: 'The ledger is what it was at {time}: {count} records, unchanged.',
    contradicts:
      'No. The ledger is not what it was at {time} ({count} records): something was changed. Keep both heads, and tell the processor.',
    ahead:
      'The head of {time} covers more ({count} records) than the newest here. It may not have come here yet: check again in a minute. If it stays so, something was taken out.',
    noHead: 'That is no head that this service signed with the keys that it publishes now.',
    limits:
      'This page verifies it itself, but all that it compares comes from this service. A history that was rewritten as a whole is found only with a head that somebody else kept.',
  },
};

export type ActingMessages = Translated<typeof acting>;
