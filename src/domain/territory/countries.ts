/**
 * One line per country: constituency of French citizens abroad (code électoral, annexe, tableau n° 1 ter), ISO 3166-1
 * code, IANA zone of the capital or, where it differs, of most people, names in use and cities where many French citizens live.
 * Dependent territories are listed only where the consulate that covers them is beyond doubt.
 */
const rows = `
01 US America/New_York États-Unis, États-Unis d’Amérique, USA, New York, Washington, San Francisco, Los Angeles
01 CA America/Toronto Canada, Québec, Montréal, Toronto, Ottawa, Vancouver
01 PR America/Puerto_Rico Porto Rico
02 AG America/Antigua Antigua-et-Barbuda
02 AR America/Argentina/Buenos_Aires Argentine, Buenos Aires
02 BB America/Barbados Barbade
02 BO America/La_Paz Bolivie
02 BR America/Sao_Paulo Brésil, São Paulo, Rio de Janeiro
02 BS America/Nassau Bahamas
02 BZ America/Belize Belize
02 CL America/Santiago Chili
02 CO America/Bogota Colombie
02 CR America/Costa_Rica Costa Rica
02 CU America/Havana Cuba
02 DM America/Dominica Dominique
02 DO America/Santo_Domingo République dominicaine
02 EC America/Guayaquil Équateur
02 GD America/Grenada Grenade
02 GT America/Guatemala Guatemala
02 GY America/Guyana Guyana
02 HN America/Tegucigalpa Honduras
02 HT America/Port-au-Prince Haïti
02 JM America/Jamaica Jamaïque
02 KN America/St_Kitts Saint-Christophe-et-Niévès
02 LC America/St_Lucia Sainte-Lucie
02 MX America/Mexico_City Mexique, Mexico
02 NI America/Managua Nicaragua
02 PA America/Panama Panama
02 PE America/Lima Pérou
02 PY America/Asuncion Paraguay
02 SR America/Paramaribo Suriname
02 SV America/El_Salvador Salvador, El Salvador
02 TT America/Port_of_Spain Trinité-et-Tobago
02 UY America/Montevideo Uruguay
02 VC America/St_Vincent Saint-Vincent-et-les-Grenadines
02 VE America/Caracas Venezuela
03 DK Europe/Copenhagen Danemark, Copenhague
03 EE Europe/Tallinn Estonie
03 FI Europe/Helsinki Finlande
03 GB Europe/London Royaume-Uni, Grande-Bretagne, UK, Angleterre, Écosse, Pays de Galles, Irlande du Nord, Londres
03 GG Europe/Guernsey Guernesey
03 IE Europe/Dublin Irlande, Dublin
03 IM Europe/Isle_of_Man Île de Man
03 IS Atlantic/Reykjavik Islande
03 JE Europe/Jersey Jersey
03 LT Europe/Vilnius Lituanie
03 LV Europe/Riga Lettonie
03 NO Europe/Oslo Norvège
03 SE Europe/Stockholm Suède, Stockholm
04 BE Europe/Brussels Belgique, Bruxelles, Liège
04 LU Europe/Luxembourg Luxembourg
04 NL Europe/Amsterdam Pays-Bas, Hollande, Amsterdam
05 AD Europe/Andorra Andorre
05 ES Europe/Madrid Espagne, Madrid, Barcelone
05 MC Europe/Monaco Monaco
05 PT Europe/Lisbon Portugal, Lisbonne, Porto
06 CH Europe/Zurich Suisse, Genève, Lausanne, Zurich
06 LI Europe/Vaduz Liechtenstein
07 AL Europe/Tirane Albanie
07 AT Europe/Vienna Autriche
07 BA Europe/Sarajevo Bosnie-Herzégovine, Bosnie
07 BG Europe/Sofia Bulgarie
07 CZ Europe/Prague Tchéquie, République tchèque, Prague
07 DE Europe/Berlin Allemagne, Berlin, Munich, Francfort, Hambourg
07 HR Europe/Zagreb Croatie
07 HU Europe/Budapest Hongrie, Budapest
07 ME Europe/Podgorica Monténégro
07 MK Europe/Skopje Macédoine du Nord, Macédoine
07 PL Europe/Warsaw Pologne, Varsovie
07 RO Europe/Bucharest Roumanie, Bucarest
07 RS Europe/Belgrade Serbie
07 SI Europe/Ljubljana Slovénie
07 SK Europe/Bratislava Slovaquie
07 XK Europe/Belgrade Kosovo
08 CY Asia/Nicosia Chypre
08 GR Europe/Athens Grèce, Athènes
08 IL Asia/Jerusalem Israël, Jérusalem, Tel Aviv
08 IT Europe/Rome Italie, Rome, Milan
08 MT Europe/Malta Malte
08 PS Asia/Hebron Palestine, Territoires palestiniens
08 SM Europe/San_Marino Saint-Marin
08 TR Europe/Istanbul Turquie, Istanbul
08 VA Europe/Vatican Vatican, Saint-Siège
09 BF Africa/Ouagadougou Burkina Faso
09 CI Africa/Abidjan Côte d’Ivoire, Abidjan
09 CV Atlantic/Cape_Verde Cap-Vert
09 DZ Africa/Algiers Algérie, Alger
09 GM Africa/Banjul Gambie
09 GN Africa/Conakry Guinée
09 GW Africa/Bissau Guinée-Bissau
09 LR Africa/Monrovia Liberia
09 LY Africa/Tripoli Libye
09 MA Africa/Casablanca Maroc, Rabat, Casablanca
09 ML Africa/Bamako Mali
09 MR Africa/Nouakchott Mauritanie
09 NE Africa/Niamey Niger
09 SL Africa/Freetown Sierra Leone
09 SN Africa/Dakar Sénégal, Dakar
09 TN Africa/Tunis Tunisie, Tunis
10 AE Asia/Dubai Émirats arabes unis, Émirats, Dubaï, Abou Dabi
10 AO Africa/Luanda Angola
10 BH Asia/Bahrain Bahreïn
10 BI Africa/Bujumbura Burundi
10 BJ Africa/Porto-Novo Bénin
10 BW Africa/Gaborone Botswana
10 CD Africa/Kinshasa République démocratique du Congo, RDC, Congo-Kinshasa, Kinshasa
10 CF Africa/Bangui République centrafricaine, Centrafrique
10 CG Africa/Brazzaville Congo, Congo-Brazzaville, République du Congo
10 CM Africa/Douala Cameroun
10 DJ Africa/Djibouti Djibouti
10 EG Africa/Cairo Égypte, Le Caire
10 ER Africa/Asmara Érythrée
10 ET Africa/Addis_Ababa Éthiopie
10 GA Africa/Libreville Gabon
10 GH Africa/Accra Ghana
10 GQ Africa/Malabo Guinée équatoriale
10 IQ Asia/Baghdad Irak
10 JO Asia/Amman Jordanie
10 KE Africa/Nairobi Kenya
10 KM Indian/Comoro Comores
10 KW Asia/Kuwait Koweït
10 LB Asia/Beirut Liban, Beyrouth
10 LS Africa/Maseru Lesotho
10 MG Indian/Antananarivo Madagascar
10 MU Indian/Mauritius Maurice, Île Maurice
10 MW Africa/Blantyre Malawi
10 MZ Africa/Maputo Mozambique
10 NA Africa/Windhoek Namibie
10 NG Africa/Lagos Nigeria
10 OM Asia/Muscat Oman
10 QA Asia/Qatar Qatar
10 RW Africa/Kigali Rwanda
10 SA Asia/Riyadh Arabie saoudite
10 SC Indian/Mahe Seychelles
10 SD Africa/Khartoum Soudan
10 SO Africa/Mogadishu Somalie
10 SS Africa/Juba Soudan du Sud
10 ST Africa/Sao_Tome Sao Tomé-et-Principe
10 SY Asia/Damascus Syrie
10 SZ Africa/Mbabane Eswatini, Swaziland
10 TD Africa/Ndjamena Tchad
10 TG Africa/Lome Togo
10 TZ Africa/Dar_es_Salaam Tanzanie
10 UG Africa/Kampala Ouganda
10 YE Asia/Aden Yémen
10 ZA Africa/Johannesburg Afrique du Sud
10 ZM Africa/Lusaka Zambie
10 ZW Africa/Harare Zimbabwe
11 AF Asia/Kabul Afghanistan
11 AM Asia/Yerevan Arménie
11 AU Australia/Sydney Australie, Sydney, Melbourne
11 AZ Asia/Baku Azerbaïdjan
11 BD Asia/Dhaka Bangladesh
11 BN Asia/Brunei Brunei
11 BT Asia/Thimphu Bhoutan
11 BY Europe/Minsk Biélorussie
11 CN Asia/Shanghai Chine, Pékin, Shanghai
11 FJ Pacific/Fiji Fidji
11 FM Pacific/Pohnpei Micronésie
11 GE Asia/Tbilisi Géorgie
11 HK Asia/Hong_Kong Hong Kong
11 ID Asia/Jakarta Indonésie, Bali
11 IN Asia/Kolkata Inde, Pondichéry
11 IR Asia/Tehran Iran
11 JP Asia/Tokyo Japon, Tokyo
11 KG Asia/Bishkek Kirghizistan
11 KH Asia/Phnom_Penh Cambodge
11 KI Pacific/Tarawa Kiribati
11 KP Asia/Pyongyang Corée du Nord
11 KR Asia/Seoul Corée du Sud, Corée, Séoul
11 KZ Asia/Almaty Kazakhstan
11 LA Asia/Vientiane Laos
11 LK Asia/Colombo Sri Lanka
11 MD Europe/Chisinau Moldavie
11 MH Pacific/Majuro Îles Marshall
11 MM Asia/Yangon Birmanie, Myanmar
11 MN Asia/Ulaanbaatar Mongolie
11 MO Asia/Macau Macao
11 MV Indian/Maldives Maldives
11 MY Asia/Kuala_Lumpur Malaisie
11 NP Asia/Kathmandu Népal
11 NR Pacific/Nauru Nauru
11 NZ Pacific/Auckland Nouvelle-Zélande
11 PG Pacific/Port_Moresby Papouasie-Nouvelle-Guinée
11 PH Asia/Manila Philippines
11 PK Asia/Karachi Pakistan
11 PW Pacific/Palau Palaos
11 RU Europe/Moscow Russie, Moscou
11 SB Pacific/Guadalcanal Îles Salomon
11 SG Asia/Singapore Singapour
11 TH Asia/Bangkok Thaïlande, Bangkok
11 TJ Asia/Dushanbe Tadjikistan
11 TL Asia/Dili Timor oriental
11 TM Asia/Ashgabat Turkménistan
11 TO Pacific/Tongatapu Tonga
11 TV Pacific/Funafuti Tuvalu
11 TW Asia/Taipei Taïwan
11 UA Europe/Kyiv Ukraine, Kiev
11 UZ Asia/Tashkent Ouzbékistan
11 VN Asia/Ho_Chi_Minh Viêt Nam
11 VU Pacific/Efate Vanuatu
11 WS Pacific/Apia Samoa
`

export interface Country {
  /** ISO 3166-1 alpha-2, and `XK` for Kosovo. */
  readonly iso: string
  /** `99-01` to `99-11`. */
  readonly constituency: string
  readonly zone: string
  /** Its usual name first. */
  readonly names: readonly string[]
}

export const countries = (): readonly Country[] =>
  rows
    .trim()
    .split('\n')
    .map((row) => {
      const [number = '', iso = '', zone = '', ...names] = row.split(' ')
      return { iso, constituency: `99-${number}`, zone, names: names.join(' ').split(', ') }
    })
