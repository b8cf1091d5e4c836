// Texts of a page that claim nothing of anybody towards anybody, though actors stand in them: lists,
// tables, listings, credits, notices. All in our own words.

export const silentPages: readonly (readonly [what: string, text: string])[] = [
  ['names without a verb', 'Angela Merkel, Emmanuel Macron, Vladimir Putin and the European Union'],
  ['a list', '- Russia\n- Ukraine\n- NATO\n- the United Nations\n- Amnesty International'],
  [
    'a numbered list',
    '1. Germany\n2. France and the Netherlands\n3. Poland, with Lithuania\n4. Hungary',
  ],
  [
    'a table of trade',
    'Country | Exports | Imports\nChina | 412 | 388\nIndia | 97 | 120\nBrazil | 64 | 59',
  ],
  [
    'a table of medals',
    'Rank  Team  Gold  Silver  Bronze\n1  Norway  16  8  13\n2  Germany  12  10  5\n3  China  9  4  2',
  ],
  ['a byline', 'By Clara Huygens and Omar Traoré in Bamako, with Reuters'],
  [
    'a byline with times',
    'Report: Lena Vogt, Berlin. Editing: Tom Ashby, London. Published 14 March, 09:20 GMT',
  ],
  ['a caption', 'Angela Merkel, left, with Vladimir Putin in Sochi in 2018.'],
  [
    'a caption with a credit',
    'Protesters in Tbilisi, Georgia, on Sunday. Photo: Reuters/Irakli G.',
  ],
  [
    'credits of pictures',
    'Photographs: Getty Images (China), AFP (Taiwan), Reuters (Japan, Korea)',
  ],
  [
    'lines to read on',
    'Read more: Israel, Hamas and the hostages\nRead more: Russia, Ukraine and the grain\nMore on this story: Turkey and Sweden',
  ],
  [
    'related links',
    'Related\nChina, the United States and the price of steel\nIndia, Pakistan and a river\nMost read in Europe',
  ],
  [
    'scores',
    'Argentina 3, France 3\nMorocco 0, Portugal 1\nCroatia 1, Brazil 1 (4–2 on penalties)',
  ],
  [
    'results with scorers',
    'Spain 2 (Morata 12, Olmo 81), Italy 1 (Chiesa 44). Attendance: 41,200. Referee: Felix Brych (Germany)',
  ],
  [
    'fixtures',
    'Saturday: Kenya v Uganda, 15:00, Nairobi. Ghana v Mali, 18:00, Accra.\nSunday: Egypt v Sudan, 20:00, Cairo.',
  ],
  [
    'a league table',
    'Group B\nEngland 3 2 1 0 7\nSerbia 3 1 1 1 4\nDenmark 3 0 3 0 3\nSlovenia 3 0 1 2 1',
  ],
  [
    'line-ups',
    'Germany: Neuer; Kimmich, Rüdiger, Tah, Raum; Gross, Andrich; Musiala, Havertz, Wirtz; Füllkrug. Subs: Müller, Can',
  ],
  [
    'a recipe',
    'Turkish lentil soup, for four. Rinse 200 g of red lentils. Fry one onion in olive oil from Greece. Add stock and simmer for 20 minutes. Serve with Lebanese bread.',
  ],
  [
    'another recipe',
    'Beat two eggs with the sugar. Fold in the Italian flour. Whip the cream and crush the Brazil nuts. Bake at 180 degrees until the Swiss cheese melts.',
  ],
  [
    'television listings',
    '20:15 Putin and the West. Documentary, Britain 2023.\n21:45 The Spy from Iran. Thriller, Israel/France.\n23:30 Congo, my love. Drama.',
  ],
  [
    'cinema listings',
    'Odeon: The Battle of Algiers (15) 18:40, 21:10. Lincoln (12A) 17:00. Ship of Theseus, India, with subtitles, 20:30.',
  ],
  [
    'a table of shares',
    'Siemens 184.20 +1.2 %\nToyota 3,105 −0.4 %\nNestlé 97.88 +0.1 %\nGazprom 141.6 −2.9 %\nBoeing 172.4 +0.6 %',
  ],
  [
    'rates of exchange',
    'Dollar/Euro 1.08, Euro/Sterling 0.85, Dollar/Yen 151.3, Dollar/Rouble 92.4',
  ],
  [
    'a cookie notice',
    'We and our partners, among them Google and Meta, use cookies to show you advertising. You can accept all, reject all or manage your settings.',
  ],
  [
    'a newsletter form',
    'Sign up for Europe Today. We will send you one message a day. You can unsubscribe at any time. Enter your address and follow us on Facebook and Twitter.',
  ],
  [
    'a copyright line',
    '© 2024 Reuters, the Associated Press and Agence France-Presse. All rights reserved.',
  ],
  [
    'a table of contents',
    'Contents\nForeword 3\nChapter 1: Russia and the Baltic states 9\nChapter 2: China in Africa 41\nChapter 3: The UN after the war 77\nIndex 120',
  ],
  [
    'an index',
    'Iran, 12, 40–44; and Iraq, 41; and the United States, 13, 88\nIsrael, 7, 52; and Egypt, 53\nItaly, 90',
  ],
  [
    'addresses',
    'Embassy of Japan, Hiroshimastrasse 6, 10785 Berlin, Germany. Embassy of Chile, Mohrenstrasse 42, Berlin.',
  ],
  [
    'a contact',
    'Press office: Maria Lopez, European Commission, Brussels, +32 2 555 01 02, press@example.org',
  ],
  [
    'the weather',
    'Sunny spells in Spain and Portugal. Rain from Ireland will move across England by the evening. Snow hits the Alps in Austria, and storms batter the coast of Norway.',
  ],
  [
    'temperatures',
    'Moscow −3, Kyiv 2, Warsaw 5, Beijing 11, Tokyo 14, Washington 9, Tehran 12, Riyadh 27, Nairobi 23',
  ],
  [
    'classified advertisements',
    'For sale: Swedish sofa, hardly used, and a Russian samovar. To let: flat near the American embassy. Wanted: French teacher for two Chinese students.',
  ],
  [
    'situations vacant',
    'Senior analyst (Iran desk), London. Driver for the Red Cross, Juba. Cook, Italian restaurant, Oslo. Applications by 30 June.',
  ],
  [
    'a quiz',
    'Which country lies between Peru and Chile? Who was the president of France in 1962? What is the capital of Mali? Which river divides Laos from Thailand?',
  ],
  [
    'answers of a quiz',
    'Answers: 1 Bolivia; 2 Charles de Gaulle; 3 Bamako; 4 the Mekong; 5 Nelson Mandela; 6 Portugal and Spain',
  ],
  [
    'a horoscope',
    'Aries: Mars meets Venus in your sign, so trust your friends. Taurus: a letter from Spain brings luck. Gemini: do not fight with your boss this week.',
  ],
  [
    'questions of an examination',
    'Explain why Austria declared war on Serbia, or discuss how far Britain was to blame. Compare the aims of Stalin and Roosevelt. Answer two questions.',
  ],
  [
    'lines of a song',
    'Oh Kenya, my mountain, my morning,\nmy river, my road to the sea,\nUganda, my sister, my evening,\nyour stars are a lantern to me.',
  ],
  [
    'a menu',
    'Starters: Greek salad, Russian eggs. Mains: Vienna schnitzel, Mexican beans, Peking duck. Desserts: Swiss roll, Turkish delight, English trifle.',
  ],
  [
    'a programme of a conference',
    '09:00 Opening (Ministry of Trade, Vietnam). 10:30 Panel: the World Bank, the IMF and Zambia. 12:00 Lunch. 14:00 Round table with Oxfam.',
  ],
  [
    'departures',
    'LH 902 London 08:10 Gate A14. AF 1135 Paris 08:25 Gate B3. TK 1588 Istanbul 09:00 delayed. QR 68 Doha 09:40.',
  ],
  [
    'books',
    'Ian Kershaw, Hitler, London 1998. Orlando Figes, Crimea: the last crusade, London 2010. Odd Arne Westad, Restless Empire: China and the world, 2012.',
  ],
  [
    'tags',
    'Tags: Saudi Arabia, Yemen, Houthis, United States, arms sales, Joe Biden, Mohammed bin Salman',
  ],
  [
    'abbreviations',
    'AU: African Union. EU: European Union. IAEA: International Atomic Energy Agency. NATO: North Atlantic Treaty Organization. WHO: World Health Organization.',
  ],
  [
    'a legend of a map',
    'Blue: members of NATO. Red: Russia and Belarus. Grey: Ukraine, Moldova, Georgia. Dotted: line of control in Kashmir, India/Pakistan.',
  ],
  [
    'dates of history',
    '1871: Germany. 1917: Russia, October. 1949: China; NATO. 1960: seventeen African states. 1991: Soviet Union, Yugoslavia.',
  ],
  [
    'a crossword',
    'Across: 1 Capital of Peru (4). 5 Neighbour of Iran (4). 7 He came after Yeltsin (5). Down: 2 Island south of Italy (5). 3 Ally of Troy in the tale (6).',
  ],
  [
    'a form',
    'Nationality: Kenyan. Father: Ugandan. Employer: United Nations. Languages: English, Swahili, French. Referees: Grace Otieno, Peter Njoroge.',
  ],
  [
    'rhetoric without a claim',
    'What a summer for Italy! And what of France, of Spain, of Greece? Not a word about Germany. Nothing new in Brussels, nothing new in London.',
  ],
  [
    'the menu of a site',
    'Home | World | Ukraine war | Israel and Gaza | US election | China | Business | Sport | Sign in | Subscribe',
  ],
  [
    'a timetable of a court',
    'Court 4, 10:00: Republic of Kenya v. Ouma. Court 7, 11:30: State of Israel v. Cohen and others. Judge: N. Barak.',
  ],
  [
    'a list of the dead of a year',
    'In memory: Henry Kissinger, 100, United States. Sinéad O’Connor, 56, Ireland. Pervez Musharraf, 79, Pakistan.',
  ],
  [
    'a podcast notice',
    'Listen now: The Kremlin Files, episode 12. Guests: Fiona Hill, Masha Gessen. Music: Ana Silva, Portugal. Length: 41 minutes.',
  ],
  [
    'terms of use',
    'Users must not copy the articles. If you share a link with Facebook or the BBC, please name the source. Questions? Write to us.',
  ],
  [
    'a shopping list',
    'Danish butter, Spanish ham, Colombian coffee, Chinese cabbage, English mustard, Belgian chocolate for the French guests',
  ],
  [
    'standings of a race',
    'Stage 9: 1. Pogačar (Slovenia), UAE Team Emirates, 4:12:08; 2. Vingegaard (Denmark), +0:08; 3. Bernal (Colombia), same time',
  ],
  [
    'a chess notation',
    'Carlsen (Norway) – Nepomniachtchi (Russia), game 6. 1 d4 Nf6 2 Nf3 d5. White to play. Draw after 136 moves in game 7.',
  ],
  [
    'a travel box',
    'Getting there: Turkish Airlines from London to Tbilisi, from 210 pounds. Where to stay: Hotel Georgia, near the Russian church. When to go: May, June.',
  ],
  [
    'comments on comments',
    'Comments are closed. Sort by: newest. 214 comments on China and the Philippines. Report abuse. Reply to Anna from Kyiv.',
  ],
  [
    'stage directions',
    'Enter the King of France with the Duke of Burgundy. Trumpets. The English soldiers exit. Curtain.',
  ],
  [
    'a knitting pattern',
    'Cast on 40 stitches of Icelandic wool. Knit two, purl two. Turn the work. Join the Norwegian border and close the seam.',
  ],
  [
    'a stamp catalogue',
    'Ghana 1957, Independence, set of 4, mint. USSR 1961, Gagarin, used. Vatican 1929, Pius XI, block. Iran 1971, Cyrus, first-day cover.',
  ],
  [
    'exercise of grammar',
    'Put into the plural: the German, the Swiss, a Chinese. Fill in: The Romans (come) ___, (see) ___ and (go) ___.',
  ],
  [
    'lottery numbers',
    'EuroMillions: 4, 18, 22, 37, 49, stars 3 and 11. Winners: two in Spain, one in Austria. Next draw: Friday, jackpot 87 million.',
  ],
];
