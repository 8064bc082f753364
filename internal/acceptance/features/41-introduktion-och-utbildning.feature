# language: sv
Egenskap: Introduktion och utbildning
  Samverkan beror inte på enskilda personer: den som är ny i sin roll introduceras av båda sidor, och parterna utbildar sig tillsammans.

  Bakgrund:
    Givet organisationen "Älvsunda kommun" med samverkansavtal från 2027-01-01
    Och arbetstagarorganisationerna:
      | organisation |
      | Kommunal     |
      | Vision       |
    Och enheterna:
      | enhet           | del av          | chef          |
      | Vård och omsorg |                 | Birgitta Ek   |
      | Barn och unga   |                 | Bo Lind       |
      | Hemtjänst Väst  | Vård och omsorg | Amina Larsson |
    Och grupperna:
      | grupp       | nivå | enhet          | ordförande    |
      | LSG VO Väst | LSG  | Hemtjänst Väst | Amina Larsson |
    Och mandaten:
      | person        | roll                | organisation | grupp       |
      | Maria Sjöberg | facklig företrädare | Kommunal     | LSG VO Väst |
      | Per Holm      | facklig företrädare | Vision       | LSG VO Väst |
      | Hanna Ros     | HR                  |              |             |
    Och klockan är 2027-08-16 09:00
    Och "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-12-01 klockan 09:00

  Scenario: Den nya chefen introduceras av båda sidor och bekräftar
    Givet enheterna:
      | enhet          | del av          | chef      |
      | Hemtjänst Väst | Vård och omsorg | Nora Berg |
    Och klockan blir 2027-09-01 08:00
    Så har "Nora Berg" uppgiften "Gå igenom din introduktion"
    Och säger introduktionen för "Nora Berg" "Klar senast 1 november 2027"
    Och har "Amina Larsson" inte uppgiften "Gå igenom din introduktion"
    När "Nora Berg" markerar "Läs avtalet" som klart i sin introduktion
    Och "Nora Berg" markerar "Ta över öppna ärenden" som klart i sin introduktion
    Och "Nora Berg" markerar "Var med på ett möte" som klart i sin introduktion
    Och "Nora Berg" försöker bekräfta sin introduktion
    Så avvisas det med "Det går att bekräfta när alla punkter är klara"
    När "Nora Berg" försöker skriva in genomgången 2027-09-02 med "Hanna Ros" och "Maria Sjöberg"
    Så avvisas det med "Välj en dag som har varit"
    När "Nora Berg" försöker skriva in genomgången 2027-09-01 med "Hanna Ros" och ""
    Så avvisas det med "Välj vilken facklig företrädare"
    När "Nora Berg" skriver in genomgången 2027-09-01 med "Hanna Ros" och "Maria Sjöberg"
    Och "Nora Berg" bekräftar sin introduktion
    Så säger introduktionen för "Nora Berg" "Klar 1 september 2027"
    Och har "Nora Berg" inte uppgiften "Gå igenom din introduktion"

  Scenario: HR ser antal och vilka som väntar på genomgång, aldrig hur långt någon har kommit
    Givet enheterna:
      | enhet         | del av | chef     |
      | Barn och unga |        | Ola Frid |
    Och mandaten:
      | person    | roll                | organisation | grupp       | från       |
      | Siv Lund  | facklig företrädare | Kommunal     | LSG VO Väst | 2027-09-01 |
    Och klockan blir 2027-08-31 23:00
    Så har "Siv Lund" inte uppgiften "Gå igenom din introduktion"
    När klockan blir 2027-09-01 08:00
    Så har "Siv Lund" uppgiften "Gå igenom din introduktion"
    När "Ola Frid" markerar "Läs avtalet" som klart i sin introduktion
    Så säger HR-sidan om introduktioner "Barn och unga 1 0 0"
    Och säger HR-sidan om introduktioner "Vård och omsorg 1 0 0"
    Och säger HR-sidan om introduktioner "Väntar på genomgång (2)"
    Och säger HR-sidan om introduktioner inte "Läs avtalet"
    Och visar HR-översikten 0 "introduktioner som inte är klara i tid" för "Barn och unga"
    När klockan blir 2027-11-02 08:00
    Så säger HR-sidan om introduktioner "Barn och unga 0 1 0"
    Och visar HR-översikten 1 "introduktioner som inte är klara i tid" för "Barn och unga"
    Och kan "Ola Frid" inte se HR-sidan om introduktioner

  Scenario: Avtalet säger hur många dagar introduktionen får ta
    När "Hanna Ros" försöker ändra avtalet från 2027-08-20:
      | parameter           | värde |
      | introduktion, dagar | 5     |
    Så avvisas det med "7"
    När "Hanna Ros" ändrar avtalet från 2027-08-20:
      | parameter           | värde |
      | introduktion, dagar | 30    |
    Så visar förhandsvisningen av avtalet "30 dagar: den som börjar 1 september 2027 ska vara introducerad senast 1 oktober 2027."
    Givet enheterna:
      | enhet          | del av          | chef      |
      | Hemtjänst Väst | Vård och omsorg | Nora Berg |
    Och klockan blir 2027-09-01 08:00
    Så säger introduktionen för "Nora Berg" "Klar senast 1 oktober 2027"

  Scenario: En gemensam utbildning gäller i tre år och påminner en gång innan den går ut
    När "Hanna Ros" lägger till den gemensamma utbildningen "Samverkan från grunden"
    Och "Hanna Ros" lägger till tillfället 2024-12-01 för "Samverkan från grunden"
    Och "Hanna Ros" försöker anmäla "Kalle Anka" till "Samverkan från grunden" 2024-12-01
    Så avvisas det med "Kalle Anka"
    När "Hanna Ros" anmäler "Amina Larsson" till "Samverkan från grunden" 2024-12-01
    Och "Hanna Ros" anmäler "Maria Sjöberg" till "Samverkan från grunden" 2024-12-01
    Och "Hanna Ros" skriver att alla anmälda deltog i "Samverkan från grunden" 2024-12-01
    Så säger introduktionen för "Maria Sjöberg" "gäller till 1 december 2027"
    Och säger sidan om utbildningar "Arbetstagarna 2 1 0" till "Per Holm"
    Och har "Maria Sjöberg" inte uppgiften "Gå den gemensamma utbildningen"
    När klockan blir 2027-09-01 08:00
    Så har "Maria Sjöberg" uppgiften "Gå den gemensamma utbildningen"
    Och säger sidan om utbildningar "Arbetstagarna 2 1 1" till "Per Holm"
    Och har "Per Holm" inte uppgiften "Gå den gemensamma utbildningen"
    När klockan blir 2027-11-29 07:05
    Så har "Maria Sjöberg" fått morgonbrev med "/introduktion"
    När klockan blir 2027-12-02 08:00
    Så har "Maria Sjöberg" inte uppgiften "Gå den gemensamma utbildningen"
    Och säger introduktionen för "Maria Sjöberg" "gick ut 1 december 2027"

  Scenario: Fackets egen utbildning är fackets, och andra ser bara hur många
    När "Maria Sjöberg" lägger till utbildningen "Ny som företrädare" för "Kommunal"
    Och "Maria Sjöberg" lägger till tillfället 2027-08-10 för "Ny som företrädare"
    Och "Maria Sjöberg" försöker anmäla "Per Holm" till "Ny som företrädare" 2027-08-10
    Så avvisas det med "Per Holm"
    När "Maria Sjöberg" anmäler "Maria Sjöberg" till "Ny som företrädare" 2027-08-10
    Och "Maria Sjöberg" skriver att alla anmälda deltog i "Ny som företrädare" 2027-08-10
    Så säger utbildningen "Ny som företrädare" "1 deltog" till "Hanna Ros"
    Och säger utbildningen "Ny som företrädare" inte "Maria" till "Hanna Ros"
    Och säger utbildningen "Ny som företrädare" inte "Maria" till "Per Holm"
    Och säger utbildningen "Ny som företrädare" "Maria Sjöberg" till "Maria Sjöberg"
    Och säger sidan om utbildningar "Arbetstagarna 2 0 0" till "Hanna Ros"
    När "Hanna Ros" försöker anmäla "Per Holm" till "Ny som företrädare" 2027-08-10
    Så avvisas det
