import { say } from './fr/typography.ts'

/** What only Discord says: its rights, by the names that its own screens give them. */
export const discord = {
  rights: {
    view: 'Voir le salon',
    send: 'Envoyer des messages',
    inThreads: 'Envoyer des messages dans les fils',
    embed: 'Intégrer des liens',
    attach: 'Joindre des fichiers',
    pin: 'Épingler des messages',
    posts: 'Créer des posts',
    inPosts: 'Envoyer des messages dans les posts',
    manage: 'Gérer les posts',
  },
  /** Where a window could not open by itself. */
  opens: say`Touchez le bouton : un formulaire s’ouvre.`,
  /** Names of tags, folded, under which a forum files what we say. */
  ownTags: /annonce|agenda|action|actu|info/,
} as const
