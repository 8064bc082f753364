# language: sv
Egenskap: Frågor som fack och skyddsombud väcker
  Facket kan väcka en fråga. Arbetsgivaren svarar skriftligt. Ett nej tar aldrig bort rätten att förhandla.

  Bakgrund:
    Givet organisationen "Älvsunda kommun" med samverkansavtal från 2027-01-01
    Och avtalet anger:
      | parameter                 | värde      |
      | riskbedömning före avslut | krävs inte |
    Och arbetstagarorganisationerna:
      | organisation |
      | Kommunal     |
      | Vision       |
    Och enheterna:
      | enhet           | del av          | chef          |
      | Vård och omsorg |                 | Birgitta Ek   |
      | Hemtjänst Väst  | Vård och omsorg | Amina Larsson |
      | Skolan          |                 | Tora Gran     |
    Och grupperna:
      | grupp       | nivå | enhet           | ordförande    | överordnad |
      | FSG VO      | FSG  | Vård och omsorg | Birgitta Ek   |            |
      | LSG VO Väst | LSG  | Hemtjänst Väst  | Amina Larsson | FSG VO     |
    Och mandaten:
      | person        | roll                | organisation | grupp       | enhet          |
      | Maria Sjöberg | facklig företrädare | Kommunal     | LSG VO Väst |                |
      | Siv Alm       | facklig företrädare | Kommunal     | FSG VO      |                |
      | Per Holm      | facklig företrädare | Vision       | LSG VO Väst |                |
      | Jonas Berg    | skyddsombud         |              |             | Hemtjänst Väst |
      | Hanna Ros     | HR                  |              |             |                |
      | Nils Öberg    | förhandlingschef    |              |             |                |
    Och klockan är 2027-03-01 09:00

  Scenario: Ett nej visas med skäl, och facket går vidare till förhandling
    Givet "Maria Sjöberg" väcker frågan "Delade turer" i "LSG VO Väst":
      | fält      | värde                          |
      | vad       | Turerna delas mitt på dagen    |
      | behandlas | 2027-03-31                     |
    Och har "Amina Larsson" uppgiften "Svara på frågan som har väckts: Delade turer"
    Och har "Amina Larsson" fått e-post med ämnet "En fråga väntar på ditt svar"
    Och har "Maria Sjöberg" fått e-post med ämnet "Din fråga har kommit in"
    När "Amina Larsson" avböjer frågan "Delade turer" eftersom "Schemat ligger fast till hösten"
    Så läser "Maria Sjöberg" "Schemat ligger fast till hösten" om frågan "Delade turer"
    Och läser "Maria Sjöberg" "Organisationen kan begära förhandling" om frågan "Delade turer"
    Och har "Maria Sjöberg" fått e-post med ämnet "Svar på frågan som du väckte"
    När "Maria Sjöberg" begär förhandling enligt MBL 12 § om frågan "Delade turer"
    Så läser "Amina Larsson" "Arbetsgivaren är skyldig att förhandla" om frågan "Delade turer"
    Och läser "Nils Öberg" "Begärd av Kommunal" om frågan "Delade turer"
    Och har "Nils Öberg" uppgiften "Förhandla med Kommunal om en väckt fråga: Delade turer"
    När förhandlingen om frågan "Delade turer" avslutas av "Amina Larsson" genom "oenighet"
    Så läser "Maria Sjöberg" "Avslutad" om frågan "Delade turer"
    Och har "Nils Öberg" inte uppgiften "Förhandla med Kommunal om en väckt fråga"

  Scenario: Rätten att förhandla gäller också medan svaret dröjer, och HR ser att det dröjer
    Givet "Maria Sjöberg" väcker frågan "Delade turer" i "LSG VO Väst":
      | fält      | värde                       |
      | vad       | Turerna delas mitt på dagen |
      | behandlas | 2027-03-31                  |
    När klockan blir 2027-03-16 09:00
    Så visar HR-översikten 1 "väckta frågor utan svar i tid" för "Hemtjänst Väst"
    Och läser "Hanna Ros" "Svaret dröjer" om frågan "Delade turer"
    När "Maria Sjöberg" begär förhandling enligt MBL 10 § om frågan "Delade turer"
    Så läser "Maria Sjöberg" "Förhandling enligt MBL 10 §" om frågan "Delade turer"

  Scenario: En mottagen fråga blir ett ärende som facket är med i som vanligt
    Givet "Maria Sjöberg" väcker frågan "Delade turer" i "LSG VO Väst":
      | fält      | värde                       |
      | vad       | Turerna delas mitt på dagen |
      | enhet     | Hemtjänst Väst              |
      | behandlas | 2027-03-31                  |
    När "Amina Larsson" tar emot frågan "Delade turer":
      | fält            | värde      |
      | kategori        | arbetstid  |
      | beslutsfattare  | chef       |
    Så är spåret "LSG VO Väst" i "Delade turer" "Planerat"
    Och ser "Maria Sjöberg" ärendet "Delade turer"
    Och innehåller händelseloggen för "Delade turer" "Tog emot frågan som Kommunal väckte"
    Och har "Amina Larsson" inte uppgiften "Svara på frågan som har väckts"
    När "Amina Larsson" försöker avböja frågan "Delade turer" eftersom "Ångrar mig"
    Så avvisas det
    När "Maria Sjöberg" försöker begära förhandling enligt MBL 12 § om frågan "Delade turer"
    Så avvisas det

  Scenario: Ett skyddsombud väcker en fråga men begär ingen MBL-förhandling
    Givet "Jonas Berg" väcker frågan "Halkiga trappor" i "LSG VO Väst":
      | fält      | värde                   |
      | vad       | Flera har halkat i vår  |
      | behandlas | 2027-03-31              |
    När "Amina Larsson" avböjer frågan "Halkiga trappor" eftersom "Redan beställt"
    Så läser "Jonas Berg" "Redan beställt" om frågan "Halkiga trappor"
    När "Jonas Berg" försöker begära förhandling enligt MBL 12 § om frågan "Halkiga trappor"
    Så avvisas det

  Scenario: Ett annat fack ser inte frågan
    Givet "Maria Sjöberg" väcker frågan "Delade turer" i "LSG VO Väst":
      | fält      | värde                       |
      | vad       | Turerna delas mitt på dagen |
      | behandlas | 2027-03-31                  |
    Så ser "Per Holm" inte frågan "Delade turer"
    Och ser "Siv Alm" inte frågan "Delade turer"
    Och ser "Tora Gran" inte frågan "Delade turer"

  Scenario: En obesvarad fråga kan återtas av den som väckte den
    Givet "Maria Sjöberg" väcker frågan "Delade turer" i "LSG VO Väst":
      | fält      | värde                       |
      | vad       | Turerna delas mitt på dagen |
      | behandlas | 2027-03-31                  |
    När "Maria Sjöberg" återtar frågan "Delade turer"
    Så har "Amina Larsson" inte uppgiften "Svara på frågan som har väckts"
    När "Amina Larsson" försöker avböja frågan "Delade turer" eftersom "För sent"
    Så avvisas det

  Scenario: När avtalet stänger vägen säger sidan vilken väg som finns kvar
    Givet avtalet anger:
      | parameter               | värde |
      | fackligt väckta ärenden | nej   |
    Så visar sidan Väck ärende för "Maria Sjöberg" "MBL 10 eller 12 §"
    När "Maria Sjöberg" försöker väcka frågan "Delade turer" i "LSG VO Väst":
      | fält      | värde                       |
      | vad       | Turerna delas mitt på dagen |
      | behandlas | 2027-03-31                  |
    Så avvisas det med "MBL 10 eller 12 §"

  Scenario: Ett nej utan skäl och en fråga bakåt i tiden avvisas
    När "Maria Sjöberg" försöker väcka frågan "Delade turer" i "LSG VO Väst":
      | fält      | värde                       |
      | vad       | Turerna delas mitt på dagen |
      | behandlas | 2027-02-01                  |
    Så avvisas det
    Givet "Maria Sjöberg" väcker frågan "Delade turer" i "LSG VO Väst":
      | fält      | värde                       |
      | vad       | Turerna delas mitt på dagen |
      | behandlas | 2027-03-31                  |
    När "Amina Larsson" försöker avböja frågan "Delade turer" eftersom ""
    Så avvisas det
