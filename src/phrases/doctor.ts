/** What `npm run doctor` says: what is well, what is not, and what to do about it. */
export const doctor = {
  title: 'Examen de Porte-voix',
  well: 'Tout va bien.',
  ill: (many: number) => (many === 1 ? 'Une chose est à corriger.' : `${many} choses sont à corriger.`),
  line: (mark: string, about: string, words: string) => `${mark} ${about} : ${words}`,
  remedy: (words: string) => `  → ${words}`,
  failedRemedy: 'Recommencez ; si cela dure, dites-le à qui développe Porte-voix, avec ce mot.',
  failed: (why: string) => `l’examen lui-même a échoué (${why}).`,

  about: {
    settings: 'Réglages',
    telegram: 'Telegram',
    webhook: 'Webhook',
    discord: 'Discord',
    permissions: 'Serveurs Discord',
    database: 'Base de données',
    redis: 'Redis',
    folder: 'Dossier',
    clock: 'Horloge',
    address: 'Adresse publique',
  },

  silence: (why: string) => `pas de réponse (${why}).`,
  silenceRemedy: (host: string) =>
    `Vérifiez que ${host} est la bonne adresse, et que cette machine peut la joindre (réseau, pare-feu).`,
  strange: (status: number) => `réponse inattendue (${status}).`,
  strangeRemedy: (host: string) => `Vérifiez que ${host} est bien le service attendu, puis réessayez.`,

  settings: {
    fine: 'lisibles.',
    nobody: 'aucune plateforme : ni jeton, ni terrain de jeu.',
    nobodyRemedy: 'Donnez TELEGRAM_TOKEN ou DISCORD_TOKEN, ou PLAYGROUND=on pour essayer.',
    playground: 'le terrain de jeu tient lieu des plateformes sans jeton.',
  },
  telegram: {
    off: 'pas de jeton, rien à examiner.',
    fine: (username: string) => `le jeton est celui de @${username}.`,
    refused: 'le jeton est refusé.',
    refusedRemedy: 'Redemandez-le à @BotFather (/token), puis corrigez TELEGRAM_TOKEN.',
    noGroups: 'on ne peut pas l’ajouter à un groupe.',
    noGroupsRemedy: 'Chez @BotFather : /setjoingroups, puis Enable.',
    readsAll: 'il lit tout ce qui se dit dans les groupes, sans en avoir besoin.',
    readsAllRemedy: 'Chez @BotFather : /setprivacy, puis Enable.',
  },
  webhook: {
    polling: 'aucun : Porte-voix va chercher les messages lui-même.',
    leftover: (host: string) => `un webhook est posé vers ${host} ; il sera retiré au démarrage.`,
    fine: (waiting: number) =>
      `posé, ${waiting} ${waiting < 2 ? 'message en attente' : 'messages en attente'}.`,
    absent: 'pas encore posé ; il le sera au démarrage.',
    elsewhere: (host: string) => `posé ailleurs, vers ${host} ; il sera remplacé au démarrage.`,
    failing: (words: string) => `Telegram n’arrive pas à livrer : « ${words} ».`,
    failingRemedy: 'Vérifiez que PUBLIC_URL mène bien à Porte-voix, en https, avec un certificat valide.',
    notHttps: 'Telegram ne livre qu’en https.',
    notHttpsRemedy: 'Donnez à PUBLIC_URL une adresse en https://, ou retirez TELEGRAM_WEBHOOK_SECRET.',
  },
  discord: {
    off: 'pas de jeton, rien à examiner.',
    fine: (name: string) => `le jeton est celui de ${name}.`,
    refused: 'le jeton est refusé.',
    refusedRemedy: 'Sur discord.com/developers, page « Bot », « Reset Token », puis corrigez DISCORD_TOKEN.',
    elsewhere: (host: string) => `les interactions partent vers ${host}, Porte-voix ne les reçoit pas.`,
    elsewhereRemedy:
      'Sur discord.com/developers, page « General Information », videz « Interactions Endpoint URL ».',
    privileged: (names: string) => `des accès dont il n’a pas besoin sont ouverts : ${names}.`,
    privilegedRemedy:
      'Sur discord.com/developers, page « Bot », décochez-les : moins on lit, mieux on protège.',
    noIntents: 'aucun accès privilégié, et c’est bien ainsi.',
    fewSessions: (left: number) => `plus que ${left} connexions permises aujourd’hui.`,
    fewSessionsRemedy:
      'Porte-voix a trop redémarré : cherchez pourquoi dans ses journaux avant de le relancer.',
  },
  permissions: {
    none: 'il n’est invité nulle part.',
    noneRemedy: 'Sur discord.com/developers, page « Installation », suivez le lien d’invitation.',
    fine: (many: number) => `invité sur ${many} ${many < 2 ? 'serveur' : 'serveurs'}, il peut y écrire.`,
    missing: (server: string, rights: string) => `sur « ${server} », il lui manque : ${rights}.`,
    missingRemedy: 'Dans les réglages de ce serveur, page « Rôles », donnez ces droits au rôle du bot.',
    rights: {
      view: 'voir les salons',
      send: 'envoyer des messages',
      thread: 'envoyer des messages dans les fils',
      links: 'intégrer des liens',
    },
  },
  database: {
    embedded: 'intégrée, dans le dossier de données.',
    fine: (version: string, ms: number) => `PostgreSQL ${version}, répond en ${ms} ms.`,
    refused: (why: string) => `on ne peut pas s’y connecter (${why}).`,
    refusedRemedy: 'Vérifiez DATABASE_URL (nom, mot de passe, hôte, port, base), et que PostgreSQL tourne.',
    old: (version: string) => `PostgreSQL ${version} est trop ancien.`,
    oldRemedy: 'Il faut PostgreSQL 15 ou plus récent.',
    upToDate: (many: number) => `ses ${many} migrations sont faites.`,
    behind: (done: number, all: number) =>
      `${done} migrations faites sur ${all} ; le reste se fera au démarrage, ou avec : npm run migrate.`,
    ahead: 'elle a été mise à jour par une version plus récente de Porte-voix.',
    aheadRemedy: 'Lancez cette version-là, ou revenez à une sauvegarde d’avant.',
    otherBot: (platform: string) => `elle sert déjà à un autre bot de ${platform}, qui est en marche.`,
    otherBotRemedy: 'Donnez à chaque bot sa base, ou arrêtez l’autre et attendez une minute.',
    forbidden: 'ce compte ne peut pas y créer de schéma.',
    forbiddenRemedy: (user: string) => `Exécutez : GRANT CREATE ON DATABASE la_base TO ${user};`,
  },
  redis: {
    off: 'pas de REDIS_URL, la base de données tient la file d’attente.',
    fine: (version: string, ms: number) => `version ${version}, répond en ${ms} ms.`,
    refused: (why: string) => `on ne peut pas s’y connecter (${why}).`,
    refusedRemedy: 'Vérifiez REDIS_URL (hôte, port, mot de passe), et que Redis tourne.',
    old: (version: string) => `version ${version}, trop ancienne.`,
    oldRemedy: 'Il faut Redis 7 ou plus récent, ou Valkey.',
    evicts: (policy: string) => `il peut jeter des tâches quand la mémoire manque (${policy}).`,
    evictsRemedy: 'Exécutez : CONFIG SET maxmemory-policy noeviction, et écrivez-le dans sa configuration.',
  },
  folder: {
    fine: (folder: string) => `${folder} est à nous, on peut y écrire.`,
    absent: (folder: string) => `${folder} n’existe pas encore ; il sera fait au démarrage.`,
    closed: (folder: string, why: string) => `on ne peut pas écrire dans ${folder} (${why}).`,
    closedRemedy: (folder: string) =>
      `Donnez ce dossier au compte qui lance Porte-voix : chown -R son_nom ${folder}.`,
    held: (pid: number, host: string) =>
      `tenu par le processus ${pid} de ${host} ; un autre ne pourra pas démarrer dessus.`,
    keyOpen: (file: string) => `d’autres que vous peuvent lire la clé ${file}.`,
    keyOpenRemedy: (file: string) => `Exécutez : chmod 600 ${file}.`,
  },
  clock: {
    fine: 'à l’heure.',
    unknown: 'aucune autre horloge à qui la comparer.',
    off: (seconds: number) =>
      `${Math.abs(seconds)} secondes ${seconds > 0 ? 'd’avance' : 'de retard'} sur les plateformes.`,
    offRemedy: 'Mettez cette machine à l’heure : timedatectl set-ntp true.',
  },
  address: {
    off: 'pas de PUBLIC_URL, donc pas de liens vers Porte-voix.',
    fine: 'mène bien à Porte-voix.',
    silent: (why: string) => `ne répond pas (${why}) ; c’est normal si Porte-voix est arrêté.`,
    stranger: (status: number) => `quelqu’un d’autre y répond (${status}).`,
    strangerRemedy: 'Vérifiez que le serveur mandataire envoie cette adresse vers le PORT de Porte-voix.',
  },
} as const
