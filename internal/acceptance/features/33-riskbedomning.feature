# language: sv
Egenskap: Risk- och konsekvensbedömning i sin helhet
  Chefen bedömer tillsammans med skyddsombud och medarbetare vad en ändring kan göra med hälsa och säkerhet. Bedömningen gäller
  grupper, aldrig personer. Åtgärder som inte görs direkt får ansvarig och datum, och en fastställd version ändras aldrig.

  Bakgrund:
    Givet organisationen "Älvsunda kommun" med samverkansavtal från 2027-01-01
    Och arbetstagarorganisationerna:
      | organisation |
      | Kommunal     |
    Och enheterna:
      | enhet           | del av          | chef          |
      | Vård och omsorg |                 | Birgitta Ek   |
      | Hemtjänst Väst  | Vård och omsorg | Amina Larsson |
      | Hemtjänst Öst   | Vård och omsorg | Olle Frisk    |
    Och grupperna:
      | grupp       | nivå | enhet          | ordförande    |
      | LSG VO Väst | LSG  | Hemtjänst Väst | Amina Larsson |
    Och mandaten:
      | person        | roll                | organisation | grupp       | enhet          |
      | Maria Sjöberg | facklig företrädare | Kommunal     | LSG VO Väst |                |
      | Jonas Berg    | skyddsombud         |              |             | Hemtjänst Väst |
      | Siv Dahl      | skyddsombud         |              |             | Hemtjänst Öst  |
      | Karin Lund    | medarbetare         |              |             | Hemtjänst Väst |
      | Hanna Ros     | HR                  |              |             |                |
    Och klockan är 2027-03-01 09:00
    Och "Amina Larsson" skapar ärendet "Nytt schema":
      | fält            | värde          |
      | enhet           | Hemtjänst Väst |
      | kategori        | arbetstid      |
      | syfte           | Färre delade turer |
      | planerat beslut | 2027-04-30     |
      | beslutsfattare  | chef           |
    Och "Amina Larsson" lägger fram förslag 1 av "Nytt schema":
      """
      Sexveckorsschema utan delade turer.
      """
    Och "Amina Larsson" fastställer samverkansplanen för "Nytt schema":
      | spår  | grupp       |
      | grupp | LSG VO Väst |
    Och "Amina Larsson" beskriver ändringen i riskbedömningen för "Nytt schema" som "Sexveckorsschema från 3 maj."

  Scenario: En åtgärd utan ansvarig och datum stoppar fastställandet
    Givet "Amina Larsson" skriver i riskbedömningen för "Nytt schema" raden:
      | fält          | värde        |
      | område        | Arbetstid    |
      | vad kan hända | Kortare vila |
      | sannolikhet   | 4            |
      | konsekvens    | 3            |
      | åtgärd        | Elva timmars vila mellan passen |
    Och "Amina Larsson" drar slutsatsen "kan göras med åtgärder" i riskbedömningen för "Nytt schema"
    När "Amina Larsson" försöker fastställa utkastet till riskbedömning för "Nytt schema"
    Så avvisas det med "ansvarig och datum"

  Scenario: Utan slutsats fastställs ingenting
    Givet "Amina Larsson" skriver i riskbedömningen för "Nytt schema" raden:
      | fält          | värde        |
      | område        | Arbetstid    |
      | vad kan hända | Kortare vila |
      | sannolikhet   | 2            |
      | konsekvens    | 2            |
    När "Amina Larsson" försöker fastställa utkastet till riskbedömning för "Nytt schema"
    Så avvisas det med "kan ändringen göras"

  Scenario: En person i en rad ska läsas om innan den sparas
    När "Amina Larsson" försöker skriva i riskbedömningen för "Nytt schema" raden:
      | fält          | värde                                |
      | område        | Arbetsbelastning                     |
      | vad kan hända | Karin Lund klarar inte kvällspassen  |
      | sannolikhet   | 3                                    |
      | konsekvens    | 3                                    |
    Så avvisas det med "Karin Lund"
    När "Amina Larsson" försöker skriva i riskbedömningen för "Nytt schema" raden:
      | fält          | värde                                |
      | område        | Arbetsbelastning                     |
      | vad kan hända | En medarbetare har fått en diagnos   |
      | sannolikhet   | 3                                    |
      | konsekvens    | 3                                    |
    Så avvisas det med "diagnos"
    När "Amina Larsson" försöker skriva i riskbedömningen för "Nytt schema" raden:
      | fält          | värde                                |
      | område        | Arbetsbelastning                     |
      | vad kan hända | Gäller 19811218-9876                 |
      | sannolikhet   | 3                                    |
      | konsekvens    | 3                                    |
    Så avvisas det med "personnummer"

  Scenario: Medarbetaren svarar på inbjudan med ett tryck, skyddsombudet yttrar sig
    Givet "Amina Larsson" bjuder in skyddsombudet "Jonas Berg" till riskbedömningen för "Nytt schema"
    Och "Amina Larsson" bjuder in "Karin Lund" som medarbetare till riskbedömningen för "Nytt schema"
    Så har "Jonas Berg" uppgiften "Yttra dig om riskbedömningen"
    Och har "Karin Lund" uppgiften "Svara på inbjudan till riskbedömning"
    När "Karin Lund" tackar ja till riskbedömningen för "Nytt schema"
    Så har "Karin Lund" inte uppgiften "Svara på inbjudan till riskbedömning"
    Och säger riskbedömningen för "Nytt schema" "Vill vara med" till "Amina Larsson"
    När "Jonas Berg" försöker invända i riskbedömningen för "Nytt schema" eftersom ""
    Så avvisas det
    När "Jonas Berg" instämmer inte i riskbedömningen för "Nytt schema" eftersom "Ensamarbetet saknas."
    Så säger riskbedömningen för "Nytt schema" "Ensamarbetet saknas." till "Amina Larsson"
    Och har "Jonas Berg" inte uppgiften "Yttra dig om riskbedömningen"

  Scenario: Den som inte är inbjuden kommer inte åt riskbedömningen
    Givet "Amina Larsson" bjuder in skyddsombudet "Jonas Berg" till riskbedömningen för "Nytt schema"
    Så finns riskbedömningen för "Nytt schema" i listan för "Jonas Berg"
    Och finns riskbedömningen för "Nytt schema" i listan för "Hanna Ros"
    Och finns riskbedömningen för "Nytt schema" inte i listan för "Siv Dahl"
    Och finns riskbedömningen för "Nytt schema" inte i listan för "Olle Frisk"

  Scenario: Utkastet ändras efter yttrandet
    Givet "Amina Larsson" bjuder in skyddsombudet "Jonas Berg" till riskbedömningen för "Nytt schema"
    Och "Jonas Berg" instämmer i riskbedömningen för "Nytt schema"
    Och "Amina Larsson" skriver i riskbedömningen för "Nytt schema" raden:
      | fält          | värde        |
      | område        | Arbetstid    |
      | vad kan hända | Kortare vila |
      | sannolikhet   | 2            |
      | konsekvens    | 2            |
    Och "Amina Larsson" drar slutsatsen "kan göras" i riskbedömningen för "Nytt schema"
    Så säger riskbedömningen för "Nytt schema" "Utkastet har ändrats efter yttrandet" till "Amina Larsson"
    När "Amina Larsson" fastställer utkastet till riskbedömning för "Nytt schema"
    Så varnas "Amina Larsson" med "Jonas Berg yttrade sig innan utkastet ändrades"

  Scenario: Åtgärderna blir uppgifter, och effekten kommer tillbaka
    Givet "Amina Larsson" bjuder in skyddsombudet "Jonas Berg" till riskbedömningen för "Nytt schema"
    Och "Amina Larsson" skriver i riskbedömningen för "Nytt schema" raden:
      | fält            | värde         |
      | område          | Arbetstid     |
      | vad kan hända   | Kortare vila  |
      | vilka           | Alla på kväll |
      | sannolikhet     | 4             |
      | konsekvens      | 3             |
      | om inget ändras | finns inte    |
      | åtgärd          | Elva timmars vila |
      | ansvarig        | Amina Larsson |
      | klar            | 2027-03-20    |
      | effekt          | 2027-06-01    |
    Och "Amina Larsson" drar slutsatsen "kan göras med åtgärder" i riskbedömningen för "Nytt schema"
    Och "Jonas Berg" instämmer i riskbedömningen för "Nytt schema"
    När "Amina Larsson" fastställer utkastet till riskbedömning för "Nytt schema"
    Så har "Amina Larsson" uppgiften "Åtgärd: Elva timmars vila"
    Och säger riskbedömningen för "Nytt schema" "Amina Larsson, senast 20 mars 2027" till "Jonas Berg"
    Och säger riskbedömningen för "Nytt schema" "Finns inte" till "Jonas Berg"
    När klockan blir 2027-03-22 09:00
    Så visar HR-översikten 1 "riskåtgärder som är försenade" för "Hemtjänst Väst"
    När "Amina Larsson" markerar åtgärden "Elva timmars vila" i "Nytt schema" som klar
    Så visar HR-översikten 0 "riskåtgärder som är försenade" för "Hemtjänst Väst"
    När "Amina Larsson" följer upp "Effekten av åtgärden på rad 1" i "Nytt schema" som "som vi hade tänkt"
    Och "Amina Larsson" följer upp riskbedömningen för "Nytt schema" med "Vilan räcker. Vi ser efter igen till hösten."
    Så säger riskbedömningen för "Nytt schema" "uppföljd 22 mars 2027" till "Jonas Berg"

  Scenario: En ny version säger vad som är ändrat, och den förra står kvar
    Givet "Amina Larsson" skriver i riskbedömningen för "Nytt schema" raden:
      | fält          | värde        |
      | område        | Arbetstid    |
      | vad kan hända | Kortare vila |
      | sannolikhet   | 2            |
      | konsekvens    | 2            |
    Och "Amina Larsson" drar slutsatsen "kan göras" i riskbedömningen för "Nytt schema"
    Och "Amina Larsson" fastställer riskbedömningen för "Nytt schema" utan skyddsombud eftersom "Ombudet är sjukt"
    När "Amina Larsson" gör en ny version av riskbedömningen för "Nytt schema"
    Och "Amina Larsson" tar bort rad 1 ur riskbedömningen för "Nytt schema"
    Och "Amina Larsson" skriver i riskbedömningen för "Nytt schema" raden:
      | fält          | värde                |
      | område        | Socialt samspel      |
      | vad kan hända | Laget möts mer sällan |
      | sannolikhet   | 1                    |
      | konsekvens    | 2                    |
    Så säger version 2 av riskbedömningen för "Nytt schema" "är borttagen" till "Jonas Berg"
    Och säger version 2 av riskbedömningen för "Nytt schema" "är ny" till "Jonas Berg"
    Och säger version 1 av riskbedömningen för "Nytt schema" "Kortare vila" till "Jonas Berg"

  Scenario: Uppföljningen frågar efter det som är kvar
    Givet "Amina Larsson" skriver i riskbedömningen för "Nytt schema" raden:
      | fält          | värde             |
      | område        | Arbetstid         |
      | vad kan hända | Kortare vila      |
      | sannolikhet   | 2                 |
      | konsekvens    | 2                 |
      | åtgärd        | Elva timmars vila |
      | ansvarig      | Amina Larsson     |
      | klar          | 2027-04-20        |
    Och "Amina Larsson" drar slutsatsen "kan göras med åtgärder" i riskbedömningen för "Nytt schema"
    När "Amina Larsson" försöker följa upp riskbedömningen för "Nytt schema" med "Bra."
    Så avvisas det med "inte fastställd"
