# language: sv
Egenskap: Processmallar
  En mall visar vägen: steg, grupper, frågor, handlingar och risker, med dagar räknade bakåt från beslutet.

  Bakgrund:
    Givet organisationen "Älvsunda kommun" med samverkansavtal från 2027-01-01
    Och avtalet anger:
      | parameter                 | värde       |
      | samverkan fullgjord vid   | mötets slut |
      | kallelse, dagar           | 14          |
      | riskbedömning före avslut | krävs inte  |
    Och arbetstagarorganisationerna:
      | organisation |
      | Kommunal     |
    Och enheterna:
      | enhet           | del av          | chef          |
      | Vård och omsorg |                 | Birgitta Ek   |
      | Hemtjänst Väst  | Vård och omsorg | Amina Larsson |
    Och grupperna:
      | grupp       | nivå | enhet          | ordförande    |
      | LSG VO Väst | LSG  | Hemtjänst Väst | Amina Larsson |
    Och mandaten:
      | person        | roll                | organisation | grupp       |
      | Maria Sjöberg | facklig företrädare | Kommunal     | LSG VO Väst |
      | Hanna Ros     | HR                  |              |             |
    Och klockan är 2027-01-13 09:00

  Scenario: Mallen ryms inte, och sidan säger när den gör det
    Givet "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-05-12 klockan 09:00
    När "Amina Larsson" svarar på frågorna om "Sommaren":
      | fråga           | svar            |
      | mall            | Sommarbemanning |
      | enhet           | Hemtjänst Väst  |
      | planerat beslut | 2027-03-31      |
    Så leder svaren till "Mallen ryms inte före 31 mars 2027"
    Och leder svaren till "Tidigast möjliga beslut är 26 maj 2027"

  Scenario: Ett ärende från en mall får dagar som passar gruppens möten
    Givet "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-04-14 klockan 09:00
    När "Amina Larsson" svarar på frågorna om "Sommaren":
      | fråga           | svar            |
      | mall            | Sommarbemanning |
      | enhet           | Hemtjänst Väst  |
      | planerat beslut | 2027-05-12      |
    Så leder svaren till "Stegen ryms, med mötena i årsplanen."
    När "Amina Larsson" skapar ärendet av svaren
    Så är nästa steg i "Sommaren" "Gå igenom förra sommaren"
    När "Amina Larsson" markerar steget "Gå igenom förra sommaren" i "Sommaren" som klart
    Så är nästa steg i "Sommaren" "Prata på APT om sommaren"

  Scenario: Det som Samverka ser är klart markeras av sig självt
    Givet "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-04-14 klockan 09:00
    Och "Amina Larsson" svarar på frågorna om "Sommaren":
      | fråga           | svar            |
      | mall            | Sommarbemanning |
      | enhet           | Hemtjänst Väst  |
      | planerat beslut | 2027-05-12      |
    Och "Amina Larsson" skapar ärendet av svaren
    Så är steget "Prata på APT om sommaren" i "Sommaren" inte klart
    När APT-dialog om "Sommaren" hålls på "Hemtjänst Väst" av "Amina Larsson"
    Och "Amina Larsson" lägger fram förslag 1 av "Sommaren":
      """
      Fyra perioder och sex vikarier.
      """
    Så är steget "Prata på APT om sommaren" i "Sommaren" klart
    Och är steget "Skriv planen" i "Sommaren" klart
    Och är steget "Samverka före beslutet" i "Sommaren" inte klart

  Scenario: HR gör mallen till sin egen, och chefen börjar från den
    Givet "Hanna Ros" kopierar mallen "Sommarbemanning" som "Vår sommar"
    Och "Hanna Ros" lägger till steget "Ring förra årets vikarier" 3 dagar före beslutet i mallen "Vår sommar"
    När "Amina Larsson" svarar på frågorna om "Sommaren":
      | fråga           | svar           |
      | mall            | Vår sommar     |
      | enhet           | Hemtjänst Väst |
      | planerat beslut | 2027-05-12     |
    Så leder svaren till "Ring förra årets vikarier"

  Scenario: En mall som är tagen ur bruk går inte att börja från
    Givet "Hanna Ros" kopierar mallen "Nytt schema" som "Vårt schema"
    När "Hanna Ros" tar mallen "Vårt schema" ur bruk
    Så kan "Amina Larsson" inte börja från mallen "Vårt schema"
