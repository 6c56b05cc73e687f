/** Why a copy did not arrive, by the platforms' reasons. */
export const whys: Readonly<Record<string, string>> = {
  blocked: 'on m’a bloqué',
  deactivated: 'compte fermé',
  kicked: 'on m’en a retiré',
  'not-found': 'discussion introuvable',
  forbidden: 'je n’ai pas le droit d’y écrire',
  expired: 'trop tard',
  refused: 'message refusé par la plateforme',
}
