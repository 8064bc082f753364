# language: sv
Egenskap: Påminnelser, morgonbrev och hur mejlen kommer
  Den som inte har svarat blir påmind, och ingen annan. Det som kan vänta samlas i ett brev klockan 7 på arbetsdagar.

  Bakgrund:
    Givet organisationen "Älvsunda kommun" med samverkansavtal från 2027-01-01
    Och avtalet anger:
      | parameter                            | värde       |
      | samverkan fullgjord vid              | mötets slut |
      | justering, dagar                     | 10          |
      | frist för central förhandling, dagar | 7           |
      | riskbedömning före avslut            | krävs inte  |
    Och arbetstagarorganisationerna:
      | organisation | avtal till |
      | Kommunal     | 2027-06-30 |
      | Vision       |            |
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
      | Jonas Berg    | skyddsombud         |              |             | Hemtjänst Väst |
      | Hanna Ros     | HR                  |              |             |                |
    Och klockan är 2027-02-15 09:00

  Scenario: Bara den som inte har justerat blir påmind, dag 3, 7 och 10
    När "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-03-03 klockan 13:00
    Och "Amina Larsson" skickar kallelsen till mötet med "LSG VO Väst" 2027-03-03
    Och klockan blir 2027-03-03 13:00
    Och "Amina Larsson" öppnar mötet med "LSG VO Väst" 2027-03-03
    Och "Amina Larsson" avslutar mötet med "LSG VO Väst" 2027-03-03
    Och klockan blir 2027-03-05 10:00
    Och "Amina Larsson" skickar protokollet från mötet med "LSG VO Väst" 2027-03-03 för justering till "Maria Sjöberg", "Per Holm"
    Så har "Per Holm" fått e-post med ämnet "Justera protokollet från LSG VO Väst 3 mars 2027"
    När klockan blir 2027-03-08 06:59
    Så har "Per Holm" inte fått morgonbrev med "Påminnelse: justera protokollet från LSG VO Väst 3 mars 2027"
    # Dag 3 är en måndag.
    När klockan blir 2027-03-08 07:00
    Så har "Per Holm" fått 1 morgonbrev med "Påminnelse: justera protokollet från LSG VO Väst 3 mars 2027"
    Och har "Maria Sjöberg" fått 1 morgonbrev med "Påminnelse: justera protokollet från LSG VO Väst 3 mars 2027"
    När "Maria Sjöberg" justerar protokollet från mötet med "LSG VO Väst" 2027-03-03
    Och klockan blir 2027-03-11 12:00
    Så har "Per Holm" fått 1 morgonbrev med "Påminnelse"
    När klockan blir 2027-03-12 07:00
    Och klockan blir 2027-03-12 07:15
    Och klockan blir 2027-03-15 07:00
    Och klockan blir 2027-03-16 07:00
    Och klockan blir 2027-03-17 07:00
    Så har "Per Holm" fått 3 morgonbrev med "Påminnelse: justera protokollet från LSG VO Väst 3 mars 2027"
    Och har "Maria Sjöberg" fått 1 morgonbrev med "Påminnelse"
    # Efter dag 10 står det kvar som försenat, och justeras aldrig av tystnad.
    Och har "Per Holm" fått 2 morgonbrev med "FÖRSENAT"
    Och är protokollet från mötet med "LSG VO Väst" 2027-03-03 "Ojusterat"

  Scenario: Morgonbrevet samlar det som har hänt och det som finns att göra, på arbetsdagar
    När "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-03-24 klockan 13:00
    Och "Amina Larsson" skapar ärendet "Nya arbetstider":
      | fält            | värde          |
      | enhet           | Hemtjänst Väst |
      | kategori        | arbetstid      |
      | syfte           | Färre delade   |
      | planerat beslut | 2027-04-15     |
      | beslutsfattare  | chef           |
    Och "Amina Larsson" lägger fram förslag 1 av "Nya arbetstider":
      """
      Turerna slås ihop.
      """
    Och "Amina Larsson" fastställer samverkansplanen för "Nya arbetstider":
      | spår  | grupp       |
      | grupp | LSG VO Väst |
    Och "Amina Larsson" sätter upp "Nya arbetstider" som "samverkan före beslut" på mötet med "LSG VO Väst" 2027-03-24
    Och "Amina Larsson" skickar kallelsen till mötet med "LSG VO Väst" 2027-03-24
    Så har "Maria Sjöberg" fått e-post med ämnet "Kallelse till LSG VO Väst 24 mars 2027"
    När klockan blir 2027-03-19 15:00
    Och "Amina Larsson" skickar handlingarna till mötet med "LSG VO Väst" 2027-03-24
    Så har "Maria Sjöberg" fått e-post med ämnet "Handlingar till LSG VO Väst 24 mars 2027"
    # Handlingarna kom sent. Lördag och söndag kommer inget brev.
    När klockan blir 2027-03-20 08:00
    Och klockan blir 2027-03-21 08:00
    Så har "Maria Sjöberg" fått 0 morgonbrev
    När klockan blir 2027-03-22 07:00
    Så har "Maria Sjöberg" fått e-post med ämnet "2 saker att göra i samverkan"
    Och har "Maria Sjöberg" fått 1 morgonbrev med "Påminnelse: svara om sena handlingar: SAM 2027/1"
    Och har "Maria Sjöberg" fått 1 morgonbrev med "Påminnelse: läs handlingarna till LSG VO Väst 24 mars 2027"
    # Brevet nämner ärendet med nummer och inte med rubrik.
    Och har "Maria Sjöberg" inte fått morgonbrev med "Nya arbetstider"
    Och har "Jonas Berg" fått 0 morgonbrev

  Scenario: Du får besluta nu
    När "Amina Larsson" skapar ärendet "Nya arbetstider":
      | fält            | värde          |
      | enhet           | Hemtjänst Väst |
      | kategori        | arbetstid      |
      | syfte           | Färre delade   |
      | planerat beslut | 2027-03-15     |
      | beslutsfattare  | chef           |
    Och "Amina Larsson" lägger fram förslag 1 av "Nya arbetstider":
      """
      Turerna slås ihop.
      """
    Och "Amina Larsson" fastställer samverkansplanen för "Nya arbetstider":
      | spår  | grupp       |
      | grupp | LSG VO Väst |
    Och "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-03-03 klockan 13:00
    Och "Amina Larsson" sätter upp "Nya arbetstider" som "samverkan före beslut" på mötet med "LSG VO Väst" 2027-03-03
    Och "Amina Larsson" skickar kallelsen till mötet med "LSG VO Väst" 2027-03-03
    Och "Amina Larsson" skickar handlingarna till mötet med "LSG VO Väst" 2027-03-03
    Och klockan blir 2027-03-03 13:00
    Och "Amina Larsson" öppnar mötet med "LSG VO Väst" 2027-03-03
    Och närvarande på mötet med "LSG VO Väst" 2027-03-03 är:
      | person        | deltar    |
      | Amina Larsson | på plats  |
      | Maria Sjöberg | på plats  |
      | Per Holm      | digitalt  |
    Och behandlingen av "Nya arbetstider" inleds på mötet med "LSG VO Väst" 2027-03-03
    Och organisationerna tar ställning i "Nya arbetstider":
      | organisation | ställning | motivering      | av            |
      | Kommunal     | enig      |                 | Maria Sjöberg |
      | Vision       | oenig     | För korta raster | Per Holm      |
    Och "Amina Larsson" förklarar samverkan om "Nya arbetstider" avslutad på mötet med "LSG VO Väst" 2027-03-03
    Och "Amina Larsson" avslutar mötet med "LSG VO Väst" 2027-03-03
    Och klockan blir 2027-03-10 23:59
    Så har "Amina Larsson" inte fått e-post med ämnet "Du får besluta nu: Nya arbetstider"
    # Sju dagar efter den 3 mars är den 10 mars. Det kommer genast, inte först på morgonen.
    När klockan blir 2027-03-11 00:00
    Så har "Amina Larsson" fått e-post med ämnet "Du får besluta nu: Nya arbetstider"
    Och kan "Amina Larsson" besluta i "Nya arbetstider"

  Scenario: Var och en väljer hur mejlen kommer
    När "Per Holm" väljer mejl om "Protokoll att justera" "I morgonbrevet"
    Och "Maria Sjöberg" väljer mejl om "Påminnelser" "Aldrig"
    Och "Maria Sjöberg" väljer mejl om "Det du har att göra" "Aldrig"
    Och "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-03-03 klockan 13:00
    Och "Amina Larsson" skickar kallelsen till mötet med "LSG VO Väst" 2027-03-03
    Och klockan blir 2027-03-03 13:00
    Och "Amina Larsson" öppnar mötet med "LSG VO Väst" 2027-03-03
    Och "Amina Larsson" avslutar mötet med "LSG VO Väst" 2027-03-03
    Och klockan blir 2027-03-04 10:00
    Och "Amina Larsson" skickar protokollet från mötet med "LSG VO Väst" 2027-03-03 för justering till "Maria Sjöberg", "Per Holm"
    Så har "Maria Sjöberg" fått e-post med ämnet "Justera protokollet från LSG VO Väst 3 mars 2027"
    Och har "Per Holm" inte fått e-post med ämnet "Justera protokollet från LSG VO Väst 3 mars 2027"
    När klockan blir 2027-03-05 07:00
    Så har "Per Holm" fått morgonbrev med "Justera protokollet från LSG VO Väst 3 mars 2027"
    När klockan blir 2027-03-08 07:00
    Och klockan blir 2027-03-11 07:00
    Så har "Maria Sjöberg" fått 0 morgonbrev
    Och har "Per Holm" fått 3 morgonbrev
    När "Per Holm" avslutar mejlen genom länken i det senaste morgonbrevet
    Och klockan blir 2027-03-15 07:00
    Och klockan blir 2027-03-16 07:00
    Så har "Per Holm" fått 3 morgonbrev

  Scenario: HR varnas i tid före att ett avtal löper ut
    När klockan blir 2027-03-31 07:00
    Så har "Hanna Ros" fått 0 morgonbrev
    När klockan blir 2027-04-01 07:00
    Så har "Hanna Ros" fått 1 morgonbrev med "Samverkansavtalet med Kommunal löper ut 30 juni 2027"
    När klockan blir 2027-05-31 07:00
    Och klockan blir 2027-06-01 07:00
    Så har "Hanna Ros" fått 2 morgonbrev med "Samverkansavtalet med Kommunal löper ut 30 juni 2027"
    Och har "Amina Larsson" inte fått morgonbrev med "löper ut"
