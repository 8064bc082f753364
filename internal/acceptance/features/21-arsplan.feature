# language: sv
Egenskap: Årsplan
  En grupps möten planeras ett halvår i taget. Serien säger hur ofta, röda dagar och skollov undviks, krockar visas innan
  något bestäms, och allt publiceras tillsammans.

  Bakgrund:
    Givet organisationen "Älvsunda kommun" med samverkansavtal från 2026-01-01
    Och klockan är 2027-01-11 08:00
    Och arbetstagarorganisationerna:
      | organisation |
      | Kommunal     |
    Och enheterna:
      | enhet          | del av         | chef          |
      | Vård och omsorg |               | Birgitta Ek   |
      | Hemtjänst Väst | Vård och omsorg | Amina Larsson |
    Och grupperna:
      | grupp       | nivå | enhet           | ordförande    | skyddskommitté |
      | LSG VO Väst | LSG  | Hemtjänst Väst  | Amina Larsson | ja             |
      | FSG VO      | FSG  | Vård och omsorg | Birgitta Ek   | nej            |
    Och mandaten:
      | person         | roll                  | organisation | grupp       |
      | Maria Sjöberg  | facklig företrädare   | Kommunal     | LSG VO Väst |
      | Maria Sjöberg  | facklig företrädare   | Kommunal     | FSG VO      |
      | Hanna Ros      | HR                    |              |             |

  Scenario: En serie undviker röda dagar och skollov
    Givet "Hanna Ros" lägger in lovet "Sportlov" 2027-03-01 till 2027-03-05
    Och "Amina Larsson" lägger till en serie för gruppen "LSG VO Väst":
      | fält           | värde      |
      | var n:te vecka | 3          |
      | veckodag       | torsdag    |
      | från           | 2027-01-11 |
    När "Amina Larsson" skapar vårens möten 2027 för gruppen "LSG VO Väst"
    Så är årsplanen 2027 för gruppen "LSG VO Väst" enligt "Amina Larsson":
      | dag        | läge   |
      | 2027-01-14 | utkast |
      | 2027-02-04 | utkast |
      | 2027-02-25 | utkast |
      | 2027-03-18 | utkast |
      | 2027-04-08 | utkast |
      | 2027-04-29 | utkast |
      | 2027-05-20 | utkast |
      | 2027-06-10 | utkast |
    Och säger årsplanen 2027 för gruppen "LSG VO Väst" inte "Sportlov" till "Amina Larsson"

  Scenario: Dagen flyttas inom veckan, och en vecka med lov hoppas över
    Givet "Hanna Ros" lägger in lovet "Sportlov" 2027-03-01 till 2027-03-05
    Och "Amina Larsson" lägger till en serie för gruppen "LSG VO Väst":
      | fält           | värde      |
      | var n:te vecka | 9          |
      | veckodag       | torsdag    |
      | från           | 2027-03-04 |
    När "Amina Larsson" skapar vårens möten 2027 för gruppen "LSG VO Väst"
    Så är årsplanen 2027 för gruppen "LSG VO Väst" enligt "Amina Larsson":
      | dag        | läge   |
      | 2027-05-07 | utkast |
    Och säger årsplanen 2027 för gruppen "LSG VO Väst" "Sportlov" till "Amina Larsson"
    Och säger årsplanen 2027 för gruppen "LSG VO Väst" "Kristi himmelsfärds dag" till "Amina Larsson"

  Scenario: Krockar visas innan något bestäms
    Givet "Birgitta Ek" planerar mötet med "FSG VO" 2027-02-04 klockan 14:00
    Och "Maria Sjöberg" lägger ut tiden "torsdag" 13:00 till 16:00
    Och "Amina Larsson" lägger till en serie för gruppen "LSG VO Väst":
      | fält           | värde      |
      | var n:te vecka | 3          |
      | veckodag       | torsdag    |
      | till           | 2027-03-01 |
    När "Amina Larsson" skapar vårens möten 2027 för gruppen "LSG VO Väst"
    Och "Amina Larsson" flyttar utkastet 2027-01-14 för gruppen "LSG VO Väst" till 2027-01-14 klockan 15:00
    Så är årsplanen 2027 för gruppen "LSG VO Väst" enligt "Amina Larsson":
      | dag        | läge   | krock           |
      | 2027-01-14 | utkast | inte utlagd tid |
      | 2027-02-04 | utkast | person          |
      | 2027-02-25 | utkast |                 |

  Scenario: Utkast ändras och publiceras tillsammans
    Givet "Amina Larsson" lägger till en serie för gruppen "LSG VO Väst":
      | fält           | värde     |
      | var n:te vecka | 6         |
      | veckodag       | onsdag    |
      | plats          | Rådhuset  |
    När "Amina Larsson" skapar vårens möten 2027 för gruppen "LSG VO Väst"
    Och "Amina Larsson" flyttar utkastet 2027-02-24 för gruppen "LSG VO Väst" till 2027-02-25 klockan 15:00
    Och "Amina Larsson" tar bort utkastet 2027-05-19 för gruppen "LSG VO Väst"
    Och "Amina Larsson" publicerar årsplanen 2027 för gruppen "LSG VO Väst"
    Så är årsplanen 2027 för gruppen "LSG VO Väst" enligt "Maria Sjöberg":
      | dag        | läge     |
      | 2027-01-13 | planerat |
      | 2027-02-25 | planerat |
      | 2027-04-07 | planerat |
      | 2027-06-30 | planerat |
    Och är mötet med "LSG VO Väst" 2027-02-25 "Planerat"
    Och har "Maria Sjöberg" fått e-post med ämnet "Nya mötesdagar: LSG VO Väst"

  Scenario: En skyddskommitté varnas i god tid
    Givet "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-01-20 klockan 13:00
    Och klockan blir 2027-01-20 13:00
    Och "Amina Larsson" öppnar mötet med "LSG VO Väst" 2027-01-20
    Och klockan blir 2027-04-05 08:00
    Så säger Att göra "Nästa behöver hållas senast 20 april 2027" till "Amina Larsson"
    Och visar HR-översikten 1 "skyddskommittéer som behöver ett möte" för "Hemtjänst Väst"
    När "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-04-20 klockan 13:00
    Så visar HR-översikten 0 "skyddskommittéer som behöver ett möte" för "Hemtjänst Väst"

  Scenario: Årshjulets teman följer med till ett enstaka möte
    När "Birgitta Ek" planerar mötet med "FSG VO" 2027-03-17 klockan 13:00
    Så står "Sommarbemanning" på dagordningen för mötet med "FSG VO" 2027-03-17
    När "Birgitta Ek" planerar mötet med "FSG VO" 2027-03-31 klockan 13:00
    Så står "Sommarbemanning" inte på dagordningen för mötet med "FSG VO" 2027-03-31

  Scenario: Skyddskommitténs ordförande påminns i morgonbrevet
    Givet "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-01-13 klockan 13:00
    Och klockan blir 2027-01-13 13:00
    Och "Amina Larsson" öppnar mötet med "LSG VO Väst" 2027-01-13
    Och "Amina Larsson" avslutar mötet med "LSG VO Väst" 2027-01-13
    När klockan blir 2027-03-26 08:00
    Så har "Amina Larsson" inte fått morgonbrev med "Skyddskommittén behöver mötas: LSG VO Väst"
    När klockan blir 2027-03-30 08:00
    Så har "Amina Larsson" fått morgonbrev med "Skyddskommittén behöver mötas: LSG VO Väst"
