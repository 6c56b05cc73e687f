/** Names for several departments at once: regions of today and of before 2016, and how people call the rest. */
const rows = `
auvergne rhone alpes, aura = 01 03 07 15 26 38 42 43 63 69 73 74
bourgogne franche comte = 21 25 39 58 70 71 89 90
bretagne = 22 29 35 56
centre val de loire = 18 28 36 37 41 45
corse, 20 = 2A 2B
grand est = 08 10 51 52 54 55 57 67 68 88
hauts de france = 02 59 60 62 80
ile de france, idf, region parisienne = 75 77 78 91 92 93 94 95
normandie = 14 27 50 61 76
nouvelle aquitaine = 16 17 19 23 24 33 40 47 64 79 86 87
occitanie = 09 11 12 30 31 32 34 46 48 65 66 81 82
pays de la loire = 44 49 53 72 85
provence alpes cote d azur, paca = 04 05 06 13 83 84
petite couronne = 92 93 94
grande couronne = 77 78 91 95
alsace = 67 68
aquitaine = 24 33 40 47 64
auvergne = 03 15 43 63
basse normandie = 14 50 61
bourgogne = 21 58 71 89
champagne ardenne = 08 10 51 52
franche comte = 25 39 70 90
haute normandie = 27 76
languedoc roussillon = 11 30 34 48 66
limousin = 19 23 87
lorraine = 54 55 57 88
midi pyrenees = 09 12 31 32 46 65 81 82
nord pas de calais = 59 62
picardie = 02 60 80
poitou charentes = 16 17 79 86
rhone alpes = 01 07 26 38 42 69 73 74
antilles = 971 972
97 = 971 972 973 974 975 976 977 978
98 = 986 987 988
outre mer, outremer, dom, dom tom, drom, drom com = 971 972 973 974 975 976 977 978 986 987 988
reunion, ile de la reunion = 974
guyane francaise = 973
polynesie, tahiti = 987
saint martin antilles = 978
wallis, futuna, wallis et futuna = 986
taaf, terres australes = 984
clipperton = 989
cotes du nord = 22
loire inferieure = 44
seine inferieure = 76
charente inferieure = 17
basses alpes = 04
basses pyrenees = 64
69d, 69m, metropole de lyon, grand lyon = 69
`

/** Each name, its words folded and in full, with the codes of the departments that it covers. */
export const regions = (): readonly { readonly name: string; readonly codes: readonly string[] }[] =>
  rows
    .trim()
    .split('\n')
    .flatMap((row) => {
      const [names = '', codes = ''] = row.split(' = ')
      return names.split(', ').map((name) => ({ name, codes: codes.split(' ') }))
    })
