# language: sv
Egenskap: Frågorna leder rätt
  En chef svarar på tio frågor i vanliga ord. Svaren säger vad det är för slags fråga, vart den ska och när.
  Chefen får rätta bedömningen, men aldrig i tysthet.

  Bakgrund:
    Givet organisationen "Älvsunda kommun" med samverkansavtal från 2027-01-01
    Och avtalet anger:
      | parameter                 | värde       |
      | samverkan fullgjord vid   | mötets slut |
      | kallelse, dagar           | 14          |
      | handlingar, dagar         | 7           |
      | riskbedömning före avslut | krävs inte  |
    Och arbetstagarorganisationerna:
      | organisation   | avtal till |
      | Kommunal       |            |
      | Vision         | 2027-03-15 |
      | Läkarförbundet | 2026-12-31 |
    Och enheterna:
      | enhet          | del av          | chef          |
      | Vård och omsorg |                | Birgitta Ek   |
      | Hemtjänst Väst | Vård och omsorg | Amina Larsson |
    Och grupperna:
      | grupp       | nivå | enhet          | ordförande    |
      | LSG VO Väst | LSG  | Hemtjänst Väst | Amina Larsson |
    Och mandaten:
      | person        | roll                | organisation | grupp       |
      | Maria Sjöberg | facklig företrädare | Kommunal     | LSG VO Väst |
      | Per Holm      | facklig företrädare | Vision       | LSG VO Väst |
      | Hanna Ros     | HR                  |              |             |
    Och klockan är 2027-02-03 09:00

  Scenario: En enskild persons schema hör inte hemma i samverkan
    När "Amina Larsson" svarar på frågorna om "Kallas nattschema":
      | fråga             | svar           |
      | enhet             | Hemtjänst Väst |
      | enskilda personer | ja             |
      | planerat beslut   | 2027-03-31     |
    Så leder svaren till "Frågan hör inte hemma i samverkan"
    Och leder svaren till "Ta upp saken med personen själv"

  Scenario: En liten förändring är information, och ingen beslutar före den
    När "Amina Larsson" svarar på frågorna om "Nytt nyckelskåp":
      | fråga                | svar           |
      | enhet                | Hemtjänst Väst |
      | kategori             | övrigt         |
      | viktigare förändring | nej            |
      | planerat beslut      | 2027-03-31     |
    Så leder svaren till "Informera före beslutet"
    Och leder svaren inte till "Skriv ett förslag med alternativ"
    När "Amina Larsson" skapar ärendet av svaren
    Och "Amina Larsson" lägger fram förslag 1 av "Nytt nyckelskåp":
      """
      Nycklarna hänger i ett skåp med kod.
      """
    Och "Amina Larsson" fastställer samverkansplanen för "Nytt nyckelskåp":
      | spår        | grupp       |
      | information | LSG VO Väst |
    Så kan "Amina Larsson" inte besluta i "Nytt nyckelskåp" eftersom "LSG VO Väst har inte fått information"
    När "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-02-24 klockan 09:00
    Och "Amina Larsson" sätter upp "Nytt nyckelskåp" som "information" på mötet med "LSG VO Väst" 2027-02-24
    Och "Amina Larsson" skickar kallelsen till mötet med "LSG VO Väst" 2027-02-24
    Och klockan blir 2027-02-24 09:00
    Och "Amina Larsson" öppnar mötet med "LSG VO Väst" 2027-02-24
    Och "Amina Larsson" informerar om "Nytt nyckelskåp" på mötet med "LSG VO Väst" 2027-02-24
    Så kan "Amina Larsson" besluta i "Nytt nyckelskåp"

  Scenario: En budget är aldrig för liten för samverkan
    När "Amina Larsson" svarar på frågorna om "Mindre till förbrukning":
      | fråga                | svar           |
      | enhet                | Hemtjänst Väst |
      | kategori             | budget         |
      | viktigare förändring | nej            |
      | planerat beslut      | 2027-03-31     |
    Så leder svaren till "Samverka före beslutet"
    Och leder svaren till "Avtalet låter ändå den här sortens frågor alltid samverkas"

  Scenario: Chefen rättar nedåt med ett skäl som HR läser
    När "Amina Larsson" svarar på frågorna om "Rast på onsdagar":
      | fråga           | svar           |
      | enhet           | Hemtjänst Väst |
      | planerat beslut | 2027-03-31     |
    Så leder svaren till "Samverka före beslutet"
    När "Amina Larsson" försöker rätta svaren till "information" utan skäl
    Så avvisas det
    När "Amina Larsson" rättar svaren till "information" eftersom "En kvart en dag i veckan"
    Så leder svaren till "Informera före beslutet"
    När "Amina Larsson" skapar ärendet av svaren
    Så säger bedömningen av "Rast på onsdagar" "En kvart en dag i veckan" till "Hanna Ros"
    Och säger bedömningen av "Rast på onsdagar" "HR har inte läst" till "Hanna Ros"
    När "Hanna Ros" läser rättelsen av "Rast på onsdagar"
    Så säger bedömningen av "Rast på onsdagar" "Läst av Hanna Ros" till "Amina Larsson"

  Scenario: Ett fack säger ifrån, och då samverkas frågan
    Givet "Amina Larsson" svarar på frågorna om "Nytt nyckelskåp":
      | fråga                | svar           |
      | enhet                | Hemtjänst Väst |
      | kategori             | övrigt         |
      | viktigare förändring | nej            |
      | planerat beslut      | 2027-03-31     |
    Och "Amina Larsson" skapar ärendet av svaren
    Och "Amina Larsson" lägger fram förslag 1 av "Nytt nyckelskåp":
      """
      Nycklarna hänger i ett skåp med kod.
      """
    Och "Amina Larsson" fastställer samverkansplanen för "Nytt nyckelskåp":
      | spår        | grupp       |
      | information | LSG VO Väst |
    När "Maria Sjöberg" invänder för "Kommunal" mot bedömningen av "Nytt nyckelskåp" eftersom "Nycklarna styr när passen börjar"
    Så säger bedömningen av "Nytt nyckelskåp" "Samverkan före beslut" till "Per Holm"
    Och säger bedömningen av "Nytt nyckelskåp" "Nycklarna styr när passen börjar" till "Amina Larsson"
    Och kan "Amina Larsson" inte besluta i "Nytt nyckelskåp" eftersom "LSG VO Väst har inte behandlat frågan"

  Scenario: Dagen går inte att hålla
    När "Amina Larsson" svarar på frågorna om "Bråttom":
      | fråga           | svar           |
      | enhet           | Hemtjänst Väst |
      | planerat beslut | 2027-02-12     |
    Så leder svaren till "12 februari 2027 går inte att hålla"
    Och leder svaren till "17 februari 2027"
    Och leder svaren till "Beslut före samverkan kräver synnerliga skäl"

  Scenario: Inget möte är planerat i tid
    Givet "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-03-24 klockan 09:00
    När "Amina Larsson" svarar på frågorna om "Nytt schema":
      | fråga           | svar           |
      | enhet           | Hemtjänst Väst |
      | planerat beslut | 2027-03-10     |
    Så leder svaren till "LSG VO Väst möts först 24 mars 2027"
    När "Amina Larsson" svarar på frågorna om "Nytt schema igen":
      | fråga           | svar           |
      | enhet           | Hemtjänst Väst |
      | planerat beslut | 2027-04-14     |
    Så leder svaren till "14 april 2027 går att hålla"

  Scenario: Ett fack vars avtal har löpt ut på mötesdagen förhandlar
    Givet "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-03-24 klockan 09:00
    När "Amina Larsson" svarar på frågorna om "Nytt schema":
      | fråga           | svar           |
      | enhet           | Hemtjänst Väst |
      | planerat beslut | 2027-04-14     |
    Så leder svaren till "MBL 11 Vision"
    Och leder svaren inte till "MBL 11 Kommunal"

  Scenario: Ett fack utanför avtalet, som chefen pekar ut
    När "Amina Larsson" svarar på frågorna om "Nytt schema för läkare":
      | fråga           | svar           |
      | enhet           | Hemtjänst Väst |
      | fack som berörs | Läkarförbundet |
      | planerat beslut | 2027-03-10     |
    Så leder svaren till "MBL 11 Läkarförbundet"

  Scenario: Att ta bort en grupp ur planen kräver ett skäl
    Givet "Amina Larsson" svarar på frågorna om "Nytt schema för läkare":
      | fråga           | svar           |
      | enhet           | Hemtjänst Väst |
      | fack som berörs | Läkarförbundet |
      | planerat beslut | 2027-03-10     |
    Och "Amina Larsson" skapar ärendet av svaren
    När "Amina Larsson" fastställer samverkansplanen för "Nytt schema för läkare":
      | spår  | grupp       |
      | grupp | LSG VO Väst |
    Så varnas "Amina Larsson" med "Du tar bort det som bedömningen ledde till: MBL 11 Läkarförbundet"
    Och säger bedömningen av "Nytt schema för läkare" "Bort ur planen: MBL 11 Läkarförbundet" till "Hanna Ros"

  Scenario: En fråga utan förslag börjar med tidig dialog
    När "Amina Larsson" svarar på frågorna om "Kameror på natten":
      | fråga           | svar              |
      | enhet           | Hemtjänst Väst    |
      | öppet           | ja, inget förslag |
      | planerat beslut | 2027-06-16        |
    Så leder svaren till "Börja med tidig dialog"
