# language: sv
Egenskap: Kallelse och protokoll på papper
  Den som vill läsa på papper, spara i diariet eller arbeta vidare i Word laddar ner en fil. Ett justerat protokoll går inte
  att få som arbetskopia.

  Bakgrund:
    Givet organisationen "Älvsunda kommun" med samverkansavtal från 2027-01-01
    Och arbetstagarorganisationerna:
      | organisation |
      | Kommunal     |
    Och enheterna:
      | enhet          | chef          |
      | Hemtjänst Väst | Amina Larsson |
    Och grupperna:
      | grupp       | nivå | enhet          | ordförande    |
      | LSG VO Väst | LSG  | Hemtjänst Väst | Amina Larsson |
    Och mandaten:
      | person        | roll                | organisation | grupp       | enhet          |
      | Maria Sjöberg | facklig företrädare | Kommunal     | LSG VO Väst |                |
      | Tove Lind     | medarbetare         |              |             | Hemtjänst Väst |
    Och klockan är 2027-02-15 09:00
    Och "Amina Larsson" skapar ärendet "Ny vilolokal":
      | fält            | värde                     |
      | enhet           | Hemtjänst Väst            |
      | kategori        | lokaler                   |
      | syfte           | Ostörd vila på nattpasset |
      | planerat beslut | 2027-04-30                |
      | beslutsfattare  | chef                      |
    Och "Amina Larsson" lägger fram förslag 1 av "Ny vilolokal":
      """
      Förrådet blir vilrum från den 1 juni 2027.
      """
    Och "Amina Larsson" fastställer samverkansplanen för "Ny vilolokal":
      | spår  | grupp       |
      | grupp | LSG VO Väst |
    Och "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-03-03 klockan 13:00
    Och "Amina Larsson" sätter upp "Ny vilolokal" som "samverkan före beslut" på mötet med "LSG VO Väst" 2027-03-03

  Scenario: Kallelsen som fil säger vad mötet handlar om och vilka som kallas
    När "Amina Larsson" skickar kallelsen till mötet med "LSG VO Väst" 2027-03-03
    Så står "Kallelse till LSG VO Väst" i kallelsen till mötet med "LSG VO Väst" 2027-03-03 som fil
    Och står "onsdag 3 mars 2027" i kallelsen till mötet med "LSG VO Väst" 2027-03-03 som fil
    Och står "Ny vilolokal" i kallelsen till mötet med "LSG VO Väst" 2027-03-03 som fil
    Och står "Samverkan före beslut" i kallelsen till mötet med "LSG VO Väst" 2027-03-03 som fil
    Och står "Maria Sjöberg, Kommunal" i kallelsen till mötet med "LSG VO Väst" 2027-03-03 som fil

  Scenario: Protokollet finns som arbetskopia för den som skriver det, tills det är justerat
    När "Amina Larsson" skickar kallelsen till mötet med "LSG VO Väst" 2027-03-03
    Och "Amina Larsson" skickar handlingarna till mötet med "LSG VO Väst" 2027-03-03
    Och klockan blir 2027-03-03 13:00
    Och "Amina Larsson" öppnar mötet med "LSG VO Väst" 2027-03-03
    Och närvarande på mötet med "LSG VO Väst" 2027-03-03 är:
      | person        | deltar   |
      | Amina Larsson | på plats |
      | Maria Sjöberg | på plats |
    Och behandlingen av "Ny vilolokal" inleds på mötet med "LSG VO Väst" 2027-03-03
    Och klockan blir 2027-03-03 14:30
    Och "Amina Larsson" avslutar mötet med "LSG VO Väst" 2027-03-03
    Så kan "Amina Larsson" ladda ner protokollet från mötet med "LSG VO Väst" 2027-03-03 som "Word"
    Och kan "Amina Larsson" ladda ner protokollet från mötet med "LSG VO Väst" 2027-03-03 som "PDF"
    Och kan "Maria Sjöberg" ladda ner protokollet från mötet med "LSG VO Väst" 2027-03-03 som "PDF"
    Men kan "Maria Sjöberg" inte ladda ner protokollet från mötet med "LSG VO Väst" 2027-03-03 som "Word"
    När "Amina Larsson" skickar protokollet från mötet med "LSG VO Väst" 2027-03-03 för justering till "Maria Sjöberg"
    Och "Maria Sjöberg" justerar protokollet från mötet med "LSG VO Väst" 2027-03-03
    Så är protokollet från mötet med "LSG VO Väst" 2027-03-03 "Justerat"
    Och kan "Amina Larsson" ladda ner protokollet från mötet med "LSG VO Väst" 2027-03-03 som "PDF"
    Men kan "Amina Larsson" inte ladda ner protokollet från mötet med "LSG VO Väst" 2027-03-03 som "Word"
    När klockan blir 2027-03-09 09:00
    Så kan "Tove Lind" ladda ner protokollet från mötet med "LSG VO Väst" 2027-03-03 som "PDF"
