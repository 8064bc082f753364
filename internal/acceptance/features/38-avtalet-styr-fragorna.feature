# language: sv
Egenskap: Avtalet säger vilka frågor som samverkas
  Vilka slags frågor som tas i grupp, när kallelsen går ut och när samverkan gäller står i avtalet för just den delen av
  organisationen. Frågorna, APT och formuläret på en sida svarar lika.

  Bakgrund:
    Givet organisationen "Älvsunda kommun" med samverkansavtal från 2027-01-01
    Och avtalet anger:
      | parameter                 | värde       |
      | kallelse, dagar           | 14          |
      | handlingar, dagar         | 7           |
      | justering, dagar          | 10          |
      | samverkan fullgjord vid   | mötets slut |
      | riskbedömning före avslut | krävs inte  |
    Och arbetstagarorganisationerna:
      | organisation |
      | Kommunal     |
    Och enheterna:
      | enhet           | chef          | del av          |
      | Vård och omsorg | Birgitta Ek   |                 |
      | Hemtjänst Väst  | Amina Larsson | Vård och omsorg |
      | Skola           | Sofia Nyström |                 |
    Och grupperna:
      | grupp       | nivå | enhet           | ordförande    |
      | LSG VO Väst | LSG  | Hemtjänst Väst  | Amina Larsson |
      | FSG Skola   | FSG  | Skola           | Sofia Nyström |
    Och mandaten:
      | person        | roll                | organisation | grupp       |
      | Maria Sjöberg | facklig företrädare | Kommunal     | LSG VO Väst |
      | Per Holm      | facklig företrädare | Kommunal     | FSG Skola   |
      | Ulla Brink    | hr                  |              |             |
    Och klockan är 2027-02-08 09:00

  Scenario: En förvaltning har sin egen lista över frågor till grupp
    Givet "Ulla Brink" ändrar avtalet för "Vård och omsorg" från 2027-02-09:
      | parameter         | värde                     |
      | frågor till grupp | organisation, arbetsmiljö |
    Och klockan är 2027-02-10 09:00
    När "Amina Larsson" svarar på frågorna om "Nya handskar":
      | fråga                | svar           |
      | enhet                | Hemtjänst Väst |
      | kategori             | arbetsmiljö    |
      | viktigare förändring | nej            |
      | planerat beslut      | 2027-04-14     |
    Så leder svaren till "Avtalet låter ändå den här sortens frågor alltid samverkas"
    När "Amina Larsson" svarar på frågorna om "Mindre till förbrukning":
      | fråga                | svar           |
      | enhet                | Hemtjänst Väst |
      | kategori             | budget         |
      | viktigare förändring | nej            |
      | planerat beslut      | 2027-04-14     |
    Så leder svaren till "Informera före beslutet"
    När "Sofia Nyström" svarar på frågorna om "Mindre till läromedel":
      | fråga                | svar       |
      | enhet                | Skola      |
      | kategori             | budget     |
      | viktigare förändring | nej        |
      | planerat beslut      | 2027-04-14 |
    Så leder svaren till "Avtalet låter ändå den här sortens frågor alltid samverkas"

  Scenario: Dagen räknas med gruppens egen kallelsetid
    Givet "Ulla Brink" ändrar avtalet för "LSG VO Väst" från 2027-02-09:
      | parameter       | värde |
      | kallelse, dagar | 28    |
    Och klockan är 2027-02-10 09:00
    När "Amina Larsson" svarar på frågorna om "Nytt schema":
      | fråga           | svar           |
      | enhet           | Hemtjänst Väst |
      | planerat beslut | 2027-03-01     |
    Så leder svaren till "1 mars 2027 går inte att hålla"
    Och leder svaren till "10 mars 2027"

  Scenario: Där protokollet ska vara justerat räknas tiden för det in
    Givet "Ulla Brink" ändrar avtalet för "LSG VO Väst" från 2027-02-09:
      | parameter               | värde     |
      | samverkan fullgjord vid | justering |
    Och klockan är 2027-02-10 09:00
    När "Amina Larsson" svarar på frågorna om "Nytt schema":
      | fråga           | svar           |
      | enhet           | Hemtjänst Väst |
      | planerat beslut | 2027-03-01     |
    Så leder svaren till "1 mars 2027 går inte att hålla"
    Och leder svaren till "8 mars 2027"

  Scenario: Formuläret på en sida svarar som frågorna
    När "Amina Larsson" skapar ärendet "Mindre till förbrukning":
      | fält                 | värde          |
      | enhet                | Hemtjänst Väst |
      | kategori             | budget         |
      | viktigare förändring | nej            |
      | syfte                | Lägre ram      |
      | planerat beslut      | 2027-04-14     |
      | beslutsfattare       | chef           |
    Så säger bedömningen av "Mindre till förbrukning" "Samverka före beslutet" till "Amina Larsson"
    Och säger bedömningen av "Mindre till förbrukning" "Avtalet låter ändå den här sortens frågor alltid samverkas" till "Amina Larsson"
    När "Amina Larsson" skapar ärendet "Nytt nyckelskåp":
      | fält                 | värde          |
      | enhet                | Hemtjänst Väst |
      | kategori             | övrigt         |
      | viktigare förändring | nej            |
      | syfte                | Färre borttappade nycklar |
      | planerat beslut      | 2027-04-14     |
      | beslutsfattare       | chef           |
    Så säger bedömningen av "Nytt nyckelskåp" "Informera före beslutet" till "Amina Larsson"

  Scenario: Den som tar formuläret på en sida slipper inte förbi gruppen i tysthet
    Givet "Amina Larsson" skapar ärendet "Mindre till förbrukning":
      | fält            | värde                 |
      | enhet           | Hemtjänst Väst        |
      | kategori        | budget                |
      | syfte           | Lägre ram             |
      | planerat beslut | 2027-04-14            |
      | beslutsfattare  | chef                  |
    När "Amina Larsson" fastställer samverkansplanen för "Mindre till förbrukning":
      | spår  | grupp     |
      | grupp | FSG Skola |
    Så varnas "Amina Larsson" med "Du tar bort det som bedömningen ledde till: LSG VO Väst"
    Och säger bedömningen av "Mindre till förbrukning" "Bort ur planen: LSG VO Väst" till "Ulla Brink"
