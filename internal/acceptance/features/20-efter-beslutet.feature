# language: sv
Egenskap: Efter beslutet
  Beslutet blir åtgärder med ansvarig och dag, alla som har varit med får återkoppling, och effekten följs upp innan ärendet
  avslutas. Ett skyddsstopp hindrar att beslutet sätts i verket.

  Bakgrund:
    Givet organisationen "Älvsunda kommun" med samverkansavtal från 2027-01-01
    Och avtalet anger:
      | parameter                 | värde      |
      | riskbedömning före avslut | krävs inte |
    Och arbetstagarorganisationerna:
      | organisation |
      | Kommunal     |
    Och enheterna:
      | enhet           | del av          | chef          |
      | Vård och omsorg |                 | Birgitta Ek   |
      | Hemtjänst Väst  | Vård och omsorg | Amina Larsson |
      | Hemtjänst Öst   | Vård och omsorg | Olle Frisk    |
    Och grupperna:
      | grupp  | nivå | enhet           | ordförande  |
      | FSG VO | FSG  | Vård och omsorg | Birgitta Ek |
    Och mandaten:
      | person        | roll                | organisation | grupp  | enhet           |
      | Maria Sjöberg | facklig företrädare | Kommunal     | FSG VO |                 |
      | Lena Åkesson  | huvudskyddsombud    |              | FSG VO | Vård och omsorg |
      | Hanna Ros     | HR                  |              |        |                 |
    Och klockan är 2027-03-01 09:00
    Och "Birgitta Ek" skapar ärendet "Kortare möten":
      | fält            | värde                         |
      | enhet           | Hemtjänst Väst, Hemtjänst Öst |
      | kategori        | policy                        |
      | syfte           | Mer tid för brukarna          |
      | planerat beslut | 2027-04-30                    |
      | beslutsfattare  | chef                          |
    Och APT-dialog om "Kortare möten" hålls på "Hemtjänst Väst" av "Birgitta Ek"
    Och "Birgitta Ek" lägger fram förslag 1 av "Kortare möten":
      """
      Alla möten blir högst 45 minuter.
      """
    Och "Birgitta Ek" fastställer samverkansplanen för "Kortare möten":
      | spår  | grupp  |
      | grupp | FSG VO |
    Och "Birgitta Ek" planerar mötet med "FSG VO" 2027-03-17 klockan 13:00
    Och "Birgitta Ek" sätter upp "Kortare möten" som "samverkan före beslut" på mötet med "FSG VO" 2027-03-17
    Och "Birgitta Ek" skickar kallelsen till mötet med "FSG VO" 2027-03-17
    Och "Birgitta Ek" skickar handlingarna till mötet med "FSG VO" 2027-03-17
    Och klockan blir 2027-03-17 13:00
    Och "Birgitta Ek" öppnar mötet med "FSG VO" 2027-03-17
    Och behandlingen av "Kortare möten" inleds på mötet med "FSG VO" 2027-03-17
    Och organisationerna tar ställning i "Kortare möten":
      | organisation | ställning | av            |
      | Kommunal     | enig      | Maria Sjöberg |
    Och "Birgitta Ek" förklarar samverkan om "Kortare möten" avslutad på mötet med "FSG VO" 2027-03-17
    Och "Birgitta Ek" avslutar mötet med "FSG VO" 2027-03-17
    Och "Birgitta Ek" beslutar i "Kortare möten" enligt förslaget

  Scenario: Hela vägen till ett avslutat ärende
    Så har "Amina Larsson" uppgiften "Återkoppla beslutet på APT i Hemtjänst Väst"
    Och har "Birgitta Ek" uppgiften "Återkoppla beslutet i gruppen"
    När "Birgitta Ek" lägger till åtgärden "Skriv om mallen för kallelser" i "Kortare möten" för "Amina Larsson" till 2027-04-15
    Så har "Amina Larsson" uppgiften "Åtgärd: Skriv om mallen"
    När "Birgitta Ek" sätter "Kortare möten" i verket
    Så är ärendet "Kortare möten" "Genomförs"
    När "Amina Larsson" återkopplar "Kortare möten" till "Hemtjänst Väst"
    Och "Olle Frisk" återkopplar "Kortare möten" till "Hemtjänst Öst"
    Och "Birgitta Ek" återkopplar "Kortare möten" till "FSG VO"
    Så har "Amina Larsson" inte uppgiften "Återkoppla beslutet på APT i Hemtjänst Väst"
    När "Amina Larsson" markerar åtgärden "Skriv om mallen för kallelser" i "Kortare möten" som klar
    Så har "Amina Larsson" inte uppgiften "Åtgärd: Skriv om mallen"
    När "Birgitta Ek" går över till uppföljning av "Kortare möten"
    Så är ärendet "Kortare möten" "Uppföljning"
    Och klockan blir 2027-06-09 09:00
    När "Birgitta Ek" följer upp "Blev det som vi hade tänkt?" i "Kortare möten" som "delvis"
    Och "Birgitta Ek" avslutar ärendet "Kortare möten" med lärdomen "Börja med en enhet."
    Så är ärendet "Kortare möten" "Avslutat"
    Och innehåller händelseloggen för "Kortare möten" "Avslutade ärendet"

  Scenario: Utan åtgärd frågar sidan varför, och utan återkoppling likaså när ärendet avslutas
    När "Birgitta Ek" sätter "Kortare möten" i verket
    Så varnas "Birgitta Ek" med "Det finns ingen åtgärd med ansvarig och dag"
    När "Birgitta Ek" går över till uppföljning av "Kortare möten"
    Och "Birgitta Ek" avslutar ärendet "Kortare möten" med lärdomen "Vi slutade efter en vecka."
    Så varnas "Birgitta Ek" med "Hemtjänst Öst har inte fått återkoppling"

  Scenario: En åtgärd som är försenad måste göras eller flyttas innan uppföljningen
    Givet "Birgitta Ek" lägger till åtgärden "Skriv om mallen" i "Kortare möten" för "Amina Larsson" till 2027-03-24
    Och "Birgitta Ek" sätter "Kortare möten" i verket
    Och klockan blir 2027-03-25 09:00
    När "Birgitta Ek" försöker gå över till uppföljning av "Kortare möten"
    Så avvisas det med "skulle ha varit klar"

  Scenario: Ett skyddsombud stoppar arbetet
    Givet "Birgitta Ek" lägger till åtgärden "Skriv om mallen" i "Kortare möten" för "Amina Larsson" till 2027-04-15
    När "Lena Åkesson" stoppar arbetet i "Kortare möten" eftersom "Överlämningen vid ensamarbete nattetid faller bort."
    Så har "Birgitta Ek" fått e-post med ämnet "Arbete stoppat: Kortare möten"
    När "Birgitta Ek" försöker sätta "Kortare möten" i verket
    Så avvisas det med "Stoppet måste hävas först"
    När "Lena Åkesson" häver stoppet i "Kortare möten" eftersom "Överlämningen ligger nu i schemat."
    Och "Birgitta Ek" sätter "Kortare möten" i verket
    Så är ärendet "Kortare möten" "Genomförs"
