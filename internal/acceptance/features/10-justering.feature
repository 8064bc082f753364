# language: sv
Egenskap: Justering av protokollet
  Protokollet justeras av parterna. En erinran leder till en ny text eller följer med protokollet, och tystnad godkänner
  aldrig något.

  Bakgrund:
    Givet organisationen "Älvsunda kommun" med samverkansavtal från 2027-01-01
    Och avtalet anger:
      | parameter                            | värde      |
      | samverkan fullgjord vid              | justering  |
      | justering, dagar                     | 10         |
      | frist för central förhandling, dagar | 7          |
      | riskbedömning före avslut            | krävs inte |
    Och arbetstagarorganisationerna:
      | organisation |
      | Kommunal     |
      | Vision       |
    Och enheterna:
      | enhet          | chef          |
      | Hemtjänst Väst | Amina Larsson |
    Och grupperna:
      | grupp       | nivå | enhet          | ordförande    |
      | LSG VO Väst | LSG  | Hemtjänst Väst | Amina Larsson |
    Och mandaten:
      | person        | roll                | organisation | grupp       | enhet          |
      | Maria Sjöberg | facklig företrädare | Kommunal     | LSG VO Väst |                |
      | Per Holm      | facklig företrädare | Vision       | LSG VO Väst |                |
      | Tove Lind     | medarbetare         |              |             | Hemtjänst Väst |
      | Hanna Ros     | HR                  |              |             |                |
    Och klockan är 2027-02-15 09:00
    Och "Amina Larsson" skapar ärendet "Ny vilolokal":
      | fält            | värde                     |
      | enhet           | Hemtjänst Väst            |
      | kategori        | lokaler                   |
      | syfte           | Ostörd vila på nattpasset |
      | planerat beslut | 2027-04-30                |
      | beslutsfattare  | chef                      |
    Och APT-dialog om "Ny vilolokal" hålls på "Hemtjänst Väst" av "Amina Larsson"
    Och "Amina Larsson" lägger fram förslag 1 av "Ny vilolokal":
      """
      Förrådet blir vilrum från den 1 juni 2027.
      """
    Och "Amina Larsson" fastställer samverkansplanen för "Ny vilolokal":
      | spår  | grupp       |
      | grupp | LSG VO Väst |
    Och "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-03-03 klockan 13:00
    Och "Amina Larsson" sätter upp "Ny vilolokal" som "samverkan före beslut" på mötet med "LSG VO Väst" 2027-03-03
    Och "Amina Larsson" skickar kallelsen till mötet med "LSG VO Väst" 2027-03-03
    Och "Amina Larsson" skickar handlingarna till mötet med "LSG VO Väst" 2027-03-03
    Och klockan blir 2027-03-03 13:00
    Och "Amina Larsson" öppnar mötet med "LSG VO Väst" 2027-03-03
    Och närvarande på mötet med "LSG VO Väst" 2027-03-03 är:
      | person        | deltar   |
      | Amina Larsson | på plats |
      | Maria Sjöberg | på plats |
      | Per Holm      | digitalt |
    Och behandlingen av "Ny vilolokal" inleds på mötet med "LSG VO Väst" 2027-03-03
    Och organisationerna tar ställning i "Ny vilolokal":
      | organisation | ställning | motivering              | av            |
      | Kommunal     | enig      |                         | Maria Sjöberg |
      | Vision       | oenig     | Förrådet saknar fönster | Per Holm      |
    Och "Amina Larsson" förklarar samverkan om "Ny vilolokal" avslutad på mötet med "LSG VO Väst" 2027-03-03
    Och "Amina Larsson" avslutar mötet med "LSG VO Väst" 2027-03-03

  Scenario: Samverkan får verkan när alla har justerat, och då börjar fristen
    Så är spåret "LSG VO Väst" i "Ny vilolokal" "Pågår"
    Och är ärendet "Ny vilolokal" "Under samverkan"
    Och är protokollet från mötet med "LSG VO Väst" 2027-03-03 "Utkast"
    När "Per Holm" försöker begära central förhandling i "Ny vilolokal" för "Vision"
    Så avvisas det
    När klockan blir 2027-03-05 10:00
    Och "Amina Larsson" skickar protokollet från mötet med "LSG VO Väst" 2027-03-03 för justering till "Maria Sjöberg", "Per Holm"
    Så är protokollet från mötet med "LSG VO Väst" 2027-03-03 "För justering"
    Och har "Per Holm" fått e-post med ämnet "Justera protokollet från LSG VO Väst 3 mars 2027"
    Och har "Per Holm" uppgiften "Justera protokollet"
    När "Maria Sjöberg" justerar protokollet från mötet med "LSG VO Väst" 2027-03-03
    Så är protokollet från mötet med "LSG VO Väst" 2027-03-03 "För justering"
    Och kan "Amina Larsson" inte besluta i "Ny vilolokal"
    När klockan blir 2027-03-08 15:00
    Och "Per Holm" justerar protokollet från mötet med "LSG VO Väst" 2027-03-03
    Så är protokollet från mötet med "LSG VO Väst" 2027-03-03 "Justerat"
    Och är spåret "LSG VO Väst" i "Ny vilolokal" "Inväntar begäran"
    Och är tidigaste beslutsdag för "Ny vilolokal" 2027-03-16
    När klockan blir 2027-03-16 00:00
    Så är ärendet "Ny vilolokal" "Redo för beslut"
    Och står "Förrådet saknar fönster" i protokollet från mötet med "LSG VO Väst" 2027-03-03
    Och står "Maria Sjöberg" i protokollet från mötet med "LSG VO Väst" 2027-03-03

  Scenario: En erinran leder till en ändrad text som alla justerar på nytt
    När klockan blir 2027-03-05 10:00
    Och "Amina Larsson" skickar protokollet från mötet med "LSG VO Väst" 2027-03-03 för justering till "Maria Sjöberg", "Per Holm"
    Och "Maria Sjöberg" justerar protokollet från mötet med "LSG VO Väst" 2027-03-03
    Och "Per Holm" lämnar erinran mot protokollet från mötet med "LSG VO Väst" 2027-03-03: "Vi talade också om ventilationen"
    Så är protokollet från mötet med "LSG VO Väst" 2027-03-03 "För justering"
    Och har "Amina Larsson" uppgiften "erinran"
    När "Amina Larsson" ändrar protokollet från mötet med "LSG VO Väst" 2027-03-03: "Parterna talade också om ventilationen."
    Så har "Maria Sjöberg" uppgiften "Justera protokollet"
    När "Per Holm" justerar protokollet från mötet med "LSG VO Väst" 2027-03-03
    Så är protokollet från mötet med "LSG VO Väst" 2027-03-03 "För justering"
    När "Maria Sjöberg" justerar protokollet från mötet med "LSG VO Väst" 2027-03-03
    Så är protokollet från mötet med "LSG VO Väst" 2027-03-03 "Justerat"
    Och står "talade också om ventilationen" i protokollet från mötet med "LSG VO Väst" 2027-03-03
    Och står inte "Vi talade också" i protokollet från mötet med "LSG VO Väst" 2027-03-03

  Scenario: En vidhållen erinran följer med protokollet
    När klockan blir 2027-03-05 10:00
    Och "Amina Larsson" skickar protokollet från mötet med "LSG VO Väst" 2027-03-03 för justering till "Per Holm"
    Och "Per Holm" lämnar erinran mot protokollet från mötet med "LSG VO Väst" 2027-03-03: "Vi talade också om ventilationen"
    Och "Per Holm" vidhåller sin erinran mot protokollet från mötet med "LSG VO Väst" 2027-03-03
    Så är protokollet från mötet med "LSG VO Väst" 2027-03-03 "Justerat med erinran"
    Och står "Vi talade också om ventilationen" i protokollet från mötet med "LSG VO Väst" 2027-03-03
    Och är spåret "LSG VO Väst" i "Ny vilolokal" "Inväntar begäran"

  Scenario: Tystnad justerar inte, och beslutet får vänta
    När klockan blir 2027-03-05 10:00
    Och "Amina Larsson" skickar protokollet från mötet med "LSG VO Väst" 2027-03-03 för justering till "Maria Sjöberg", "Per Holm"
    Och "Maria Sjöberg" justerar protokollet från mötet med "LSG VO Väst" 2027-03-03
    Och klockan blir 2027-03-16 09:00
    Så är protokollet från mötet med "LSG VO Väst" 2027-03-03 "Ojusterat"
    Och visar HR-översikten 1 "ojusterade protokoll" för "Hemtjänst Väst"
    Och kan "Amina Larsson" inte besluta i "Ny vilolokal" eftersom "LSG VO Väst"
    När "Per Holm" justerar protokollet från mötet med "LSG VO Väst" 2027-03-03
    Så är protokollet från mötet med "LSG VO Väst" 2027-03-03 "Justerat"

  Scenario: Bara utsedda justerare justerar
    När klockan blir 2027-03-05 10:00
    Och "Amina Larsson" skickar protokollet från mötet med "LSG VO Väst" 2027-03-03 för justering till "Per Holm"
    Och "Maria Sjöberg" försöker justera protokollet från mötet med "LSG VO Väst" 2027-03-03
    Så avvisas det
    Och är protokollet från mötet med "LSG VO Väst" 2027-03-03 "För justering"

  Scenario: Ordföranden justerar också
    När klockan blir 2027-03-05 10:00
    Och "Amina Larsson" skickar protokollet från mötet med "LSG VO Väst" 2027-03-03 för justering till "Amina Larsson", "Maria Sjöberg", "Per Holm"
    Och "Maria Sjöberg" justerar protokollet från mötet med "LSG VO Väst" 2027-03-03
    Och "Per Holm" justerar protokollet från mötet med "LSG VO Väst" 2027-03-03
    Så är protokollet från mötet med "LSG VO Väst" 2027-03-03 "För justering"
    När "Amina Larsson" justerar protokollet från mötet med "LSG VO Väst" 2027-03-03
    Så är protokollet från mötet med "LSG VO Väst" 2027-03-03 "Justerat"

  Scenario: När tiden har gått ut utses en annan justerare
    När klockan blir 2027-03-05 10:00
    Och "Amina Larsson" skickar protokollet från mötet med "LSG VO Väst" 2027-03-03 för justering till "Per Holm"
    Och klockan blir 2027-03-16 09:00
    Så är protokollet från mötet med "LSG VO Väst" 2027-03-03 "Ojusterat"
    När "Amina Larsson" skickar protokollet från mötet med "LSG VO Väst" 2027-03-03 för justering till "Maria Sjöberg"
    Så är protokollet från mötet med "LSG VO Väst" 2027-03-03 "För justering"
    När "Per Holm" försöker justera protokollet från mötet med "LSG VO Väst" 2027-03-03
    Så avvisas det
    När "Maria Sjöberg" justerar protokollet från mötet med "LSG VO Väst" 2027-03-03
    Så är protokollet från mötet med "LSG VO Väst" 2027-03-03 "Justerat"
