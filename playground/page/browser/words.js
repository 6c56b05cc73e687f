// @ts-check

/**
 * French with its spaces: the source has plain ones before `: ; ! ?` and inside guillemets, people read the right ones.
 * @param {TemplateStringsArray} words
 * @param {readonly (string | number)[]} pieces
 */
const fr = (words, ...pieces) => {
  const spaced = words.map((word) =>
    word
      .replaceAll(/ ([;!?])/g, '\u202f$1')
      .replaceAll(/ :/g, '\u00a0:')
      .replaceAll(/« /g, '«\u00a0')
      .replaceAll(/ »/g, '\u00a0»'),
  )
  return spaced.map((word, at) => word + (pieces[at] ?? '')).join('')
}

/** Everything that people read on the page. */
export const words = {
  tagline: 'Terrain de jeu',
  title: 'Essayez Porte‑voix sans rien installer',
  lead: fr`Deux téléphones pour de faux, un vrai robot derrière. Écrivez-lui comme vous le feriez dans la vraie vie : il vous répond sur Telegram comme sur Discord.`,
  begin: fr`Par où commencer ?`,
  both: 'Un clic, et la commande part des deux téléphones.',
  here: 'Pour commencer',
  suggestions: {
    start: { typed: 'Tapez /start', what: 'Faire connaissance' },
    groups: { typed: '/groupes 93100', what: 'Trouver un groupe d’action' },
    actions: { typed: '/actions 93 ce week-end', what: 'Voir ce qui se prépare' },
    team: { typed: '/equipe, en tant que Chloé', what: 'Confier un rôle d’animation' },
  },
  invented: fr`Les personnes et les messageries sont inventées : rien ne part vers Telegram ni vers Discord.`,
  /** @param {string} sentence */
  movement: (sentence) => fr`${sentence}.`,
  /** @param {number} done @param {number} total */
  progress: (done, total) => fr`${done.toLocaleString('fr-FR')} sur ${total.toLocaleString('fr-FR')}`,
  imitation: 'Ces téléphones imitent Telegram et Discord, ils n’en viennent pas.',
  lost: fr`Le serveur ne répond plus. La page le cherche…`,

  about: 'À propos de ce terrain de jeu',
  phones: 'Les deux téléphones',
  /** @param {string} platform */
  phone: (platform) => fr`Téléphone façon ${platform}`,
  /** @param {string} platform */
  like: (platform) => fr`Façon ${platform}`,
  showPhone: 'Téléphone affiché',
  /** @param {string} platform */
  whoAreYou: (platform) => fr`Qui tient le téléphone façon ${platform} ?`,
  newPerson: 'Une autre personne',
  newPersonTitle: 'Une autre personne',
  newPersonName: 'Son nom',
  newPersonHint: 'N’importe lequel, même très bizarre. Elle aura un compte sur chaque téléphone.',
  nameTaken: fr`Ce nom est déjà pris : choisissez-en un autre.`,
  add: 'Ajouter',

  chats: 'Discussions',
  servers: 'Serveurs et salons',
  privateChats: 'Messages privés',
  general: 'général',
  bot: 'robot',
  botBadge: 'ROBOT',
  kinds: { private: 'robot', group: 'groupe', channel: 'canal', topic: 'sujet' },
  announcements: 'annonces',
  /** @param {number} count */
  unread: (count) => (count === 1 ? '1 message non lu' : `${count} messages non lus`),
  /** @param {number} count */
  back: (count) =>
    count === 0
      ? 'Toutes les discussions'
      : fr`Toutes les discussions, ${count === 1 ? '1 message non lu' : `${count} messages non lus`}`,
  noMessage: 'Aucun message',
  me: 'Vous',
  /** @param {string} text */
  iSaid: (text) => fr`Vous : ${text}`,
  picture: 'Photo',
  /** @param {string} by @param {string | undefined} command */
  asked: (by, command) =>
    command === undefined ? `${by} a utilisé une commande` : `${by} a utilisé /${command}`,

  /** @param {string} title */
  log: (title) => fr`Messages : ${title}`,
  /** @param {string} author @param {string} time */
  said: (author, time) => fr`${author}, ${time}`,
  edited: 'modifié',
  silent: 'sans son',
  onlyMe: fr`Vous seul·e voyez ce message`,
  opens: '(nouvel onglet)',
  busyTyping: 'écrit…',
  /** @param {string} bot */
  busyThinking: (bot) => fr`${bot} réfléchit…`,
  emptyPrivate: fr`C’est ici que commence votre conversation avec Porte-voix. Dites‑lui bonjour !`,
  emptyGroup: fr`Rien ici pour le moment. Dans un groupe, Porte-voix répond aux commandes.`,
  today: 'Aujourd’hui',
  yesterday: 'Hier',

  /** @param {string} title */
  compose: (title) => (title.startsWith('#') ? `Écrire dans ${title}` : `Écrire à ${title}`),
  write: 'Message',
  /** @param {string} title */
  writeTo: (title) => (title.startsWith('#') ? `Message dans ${title}` : `Message à ${title}`),
  send: 'Envoyer',
  commands: 'Commandes',
  commandMenu: 'Commandes du robot',
  tabHint: fr`Entrée : envoyer. Tab : compléter.`,
  keysHint: '↑ ↓ puis Entrée',
  /** @param {string} name */
  leaveCommand: (name) => fr`Abandonner /${name}`,
  optional: 'facultatif',
  required: 'obligatoire',
  proposals: 'Propositions',
  botKeyboard: 'Clavier du robot',
  attach: 'Joindre',
  sharePosition: 'Partager une position',
  sendPicture: 'Envoyer une photo',
  positionTitle: 'Partager une position',
  positionHint: 'Votre vraie position n’est ni lue ni envoyée.',
  positionFree: 'Ailleurs',
  latitude: 'Latitude',
  longitude: 'Longitude',
  share: 'Partager',

  more: 'Que faire ici',
  block: 'Bloquer le robot',
  unblock: 'Débloquer le robot',
  invite: 'Inviter le robot',
  expel: 'Exclure le robot',
  followLink: 'Suivre un lien vers le robot',
  followTitle: 'Suivre un lien vers le robot',
  followLabel: fr`Ce qui suit « ?start= »`,
  follow: 'Suivre',
  blocked: 'Vous avez bloqué le robot.',
  noBot: 'Le robot n’est pas dans cette discussion.',
  cancel: 'Annuler',
  close: 'Fermer',
  submit: 'Envoyer',
  pick: 'Choisissez…',
  formHint: fr`Cette fenêtre vient du robot.`,
  /** @param {string} problem */
  failed: (problem) => fr`Cela n’a pas marché : ${problem}`,

  mishaps: {
    summary: 'Faire mal se comporter la plateforme',
    lead: fr`Pour voir ce que fait le robot quand tout ne va pas bien. La prochaine requête du robot sera servie ainsi :`,
    platform: 'Messagerie',
    what: 'Incident',
    times: 'Combien de fois',
    kinds: {
      limit: 'Trop de messages, attendre 5 s (429)',
      forbidden: 'Interdit (403)',
      error: 'Panne (500)',
      page: 'Panne, une page web pour réponse (502)',
      slow: 'Lenteur, 4 s par réponse',
      cut: 'Coupure avant d’agir',
      lost: fr`Réponse perdue : c’est fait, mais le robot ne le sait pas`,
    },
    once: 'Une fois',
    thrice: 'Trois fois',
    always: 'Jusqu’à nouvel ordre',
    provoke: 'Provoquer',
    retell: 'Répéter le dernier événement',
    behave: 'Tout réparer',
    /** @param {string} platform */
    provoked: (platform) => fr`C’est prêt sur ${platform} : faites réagir le robot.`,
    /** @param {string} platform */
    retold: (platform) => fr`${platform} a répété au robot la dernière chose arrivée.`,
    behaved: 'Tout marche à nouveau.',
    /** @param {string} platform @param {number} count */
    violations: (platform, count) =>
      fr`${platform} : ${count === 1 ? '1 règle enfreinte' : `${count} règles enfreintes`}`,
  },
}
