# language: sv
Egenskap: Mötet medan det pågår
  Allt sker på en sida: en skriver, de andra följer. Det som sägs i rummet antecknas, och varje organisation rår om sin ståndpunkt.

  Bakgrund:
    Givet organisationen "Älvsunda kommun" med samverkansavtal från 2027-01-01
    Och avtalet anger:
      | parameter                 | värde      |
      | riskbedömning före avslut | krävs inte |
    Och arbetstagarorganisationerna:
      | organisation |
      | Kommunal     |
      | Vision       |
    Och enheterna:
      | enhet          | del av        | chef          |
      | Vård & omsorg  |               | Birgitta Ek   |
      | Hemtjänst Väst | Vård & omsorg | Amina Larsson |
    Och grupperna:
      | grupp       | nivå | enhet          | ordförande    |
      | LSG VO Väst | LSG  | Hemtjänst Väst | Amina Larsson |
    Och mandaten:
      | person        | roll                | organisation | grupp       |
      | Maria Sjöberg | facklig företrädare | Kommunal     | LSG VO Väst |
      | Erik Sand     | ersättare           | Kommunal     | LSG VO Väst |
      | Per Holm      | facklig företrädare | Vision       | LSG VO Väst |
      | Siv Lund      | sekreterare         |              | LSG VO Väst |
    Och klockan är 2027-03-01 09:00
    Och "Amina Larsson" skapar ärendet "Digitala lås":
      | fält            | värde                      |
      | enhet           | Hemtjänst Väst             |
      | kategori        | övrigt                     |
      | syfte           | Slippa nycklar till hemmen |
      | planerat beslut | 2027-04-30                 |
      | beslutsfattare  | chef                       |
    Och APT-dialog om "Digitala lås" hålls på "Hemtjänst Väst" av "Amina Larsson"
    Och "Amina Larsson" lägger fram förslag 1 av "Digitala lås":
      """
      Alla hem får digitala lås under hösten 2027.
      """
    Och "Amina Larsson" fastställer samverkansplanen för "Digitala lås":
      | spår  | grupp       |
      | grupp | LSG VO Väst |
    Och "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-03-17 klockan 13:00
    Och "Amina Larsson" sätter upp "Digitala lås" som "samverkan före beslut" på mötet med "LSG VO Väst" 2027-03-17
    Och "Amina Larsson" skickar kallelsen till mötet med "LSG VO Väst" 2027-03-17
    Och "Amina Larsson" skickar handlingarna till mötet med "LSG VO Väst" 2027-03-17
    Och klockan blir 2027-03-17 13:00
    Och "Amina Larsson" öppnar mötet med "LSG VO Väst" 2027-03-17

  Scenario: En ersättare kommer, ersätter och går
    Givet närvarande på mötet med "LSG VO Väst" 2027-03-17 är:
      | person        | deltar      | in    | ut    | ersätter      |
      | Maria Sjöberg | frånvarande |       |       |               |
      | Erik Sand     | på plats    | 13:20 | 14:10 | Maria Sjöberg |
      | Per Holm      | digitalt    |       |       |               |
    Och behandlingen av "Digitala lås" inleds på mötet med "LSG VO Väst" 2027-03-17
    När "Erik Sand" försöker ta ställning för "Kommunal" i "Digitala lås" som "enig"
    Så avvisas det
    När klockan blir 2027-03-17 13:30
    Och organisationerna tar ställning i "Digitala lås":
      | organisation | ställning | av        |
      | Kommunal     | enig      | Erik Sand |
      | Vision       | enig      | Per Holm  |
    Och "Amina Larsson" förklarar samverkan om "Digitala lås" avslutad på mötet med "LSG VO Väst" 2027-03-17
    Och "Amina Larsson" avslutar mötet med "LSG VO Väst" 2027-03-17
    Så står "ersätter Maria Sjöberg" i protokollet från mötet med "LSG VO Väst" 2027-03-17
    Och står "kl. 13.20–14.10" i protokollet från mötet med "LSG VO Väst" 2027-03-17

  Scenario: En fråga bordläggs och kommer tillbaka
    När behandlingen av "Digitala lås" inleds på mötet med "LSG VO Väst" 2027-03-17
    Och "Digitala lås" bordläggs på mötet med "LSG VO Väst" 2027-03-17 till 2027-04-14 eftersom "Kalkylen saknas"
    Så är spåret "LSG VO Väst" i "Digitala lås" "Bordlagt"
    Och visar storbilden från mötet med "LSG VO Väst" 2027-03-17 texten "Punkten är bordlagd till 14 april 2027."
    När "Amina Larsson" avslutar mötet med "LSG VO Väst" 2027-03-17
    Så står "Kalkylen saknas" i protokollet från mötet med "LSG VO Väst" 2027-03-17

  Scenario: Ordföranden antecknar, en organisation bekräftar och en rättar
    Givet närvarande på mötet med "LSG VO Väst" 2027-03-17 är:
      | person        | deltar   |
      | Maria Sjöberg | på plats |
      | Per Holm      | digitalt |
    Och behandlingen av "Digitala lås" inleds på mötet med "LSG VO Väst" 2027-03-17
    När "Amina Larsson" försöker anteckna att "Erik Sand" för "Kommunal" är "enig" i "Digitala lås" på mötet med "LSG VO Väst" 2027-03-17
    Så avvisas det
    När "Amina Larsson" antecknar att "Maria Sjöberg" för "Kommunal" är "enig" i "Digitala lås" på mötet med "LSG VO Väst" 2027-03-17
    Och "Amina Larsson" antecknar att "Per Holm" för "Vision" är "enig" i "Digitala lås" på mötet med "LSG VO Väst" 2027-03-17
    Så har "Maria Sjöberg" uppgiften "Bekräfta ståndpunkten som ordföranden antecknade: Digitala lås"
    Och ser "Maria Sjöberg" texten "Stämmer det?" i mötesläget om "Digitala lås" på mötet med "LSG VO Väst" 2027-03-17
    När "Maria Sjöberg" bekräftar för "Kommunal" det antecknade i "Digitala lås" på mötet med "LSG VO Väst" 2027-03-17
    Så har "Maria Sjöberg" inte uppgiften "Bekräfta ståndpunkten som ordföranden antecknade: Digitala lås"
    När "Amina Larsson" försöker anteckna att "Maria Sjöberg" för "Kommunal" är "oenig" i "Digitala lås" på mötet med "LSG VO Väst" 2027-03-17
    Så avvisas det
    När organisationerna tar ställning i "Digitala lås":
      | organisation | ställning | motivering            | av       |
      | Vision       | oenig     | Vi sa oenig i rummet. | Per Holm |
    Och "Amina Larsson" förklarar samverkan om "Digitala lås" avslutad på mötet med "LSG VO Väst" 2027-03-17
    Och "Amina Larsson" avslutar mötet med "LSG VO Väst" 2027-03-17
    Så är spåret "LSG VO Väst" i "Digitala lås" "Inväntar begäran"
    Och står "Antecknat av Amina Larsson, bekräftat av organisationen." i protokollet från mötet med "LSG VO Väst" 2027-03-17
    Och står "Vi sa oenig i rummet." i protokollet från mötet med "LSG VO Väst" 2027-03-17

  Scenario: En skriver i taget, och den som tappar pennan behåller sin text
    När "Amina Larsson" skriver "Frågan gicks igenom." i anteckningen om "Digitala lås" på mötet med "LSG VO Väst" 2027-03-17
    Så ser "Per Holm" texten "Frågan gicks igenom." i mötesläget om "Digitala lås" på mötet med "LSG VO Väst" 2027-03-17
    När "Siv Lund" försöker skriva "Siv skrev samtidigt." i anteckningen om "Digitala lås" på mötet med "LSG VO Väst" 2027-03-17
    Så avvisas det med "Amina Larsson skriver nu"
    Och ser "Siv Lund" texten "Siv skrev samtidigt." i mötesläget om "Digitala lås" på mötet med "LSG VO Väst" 2027-03-17
    Och ser "Per Holm" inte texten "Siv skrev samtidigt." i mötesläget om "Digitala lås" på mötet med "LSG VO Väst" 2027-03-17
    När "Siv Lund" tar över pennan på mötet med "LSG VO Väst" 2027-03-17
    Så ser "Amina Larsson" texten "Siv Lund skriver." i mötesläget om "Digitala lås" på mötet med "LSG VO Väst" 2027-03-17
    När "Siv Lund" skriver "Frågan gicks igenom. Siv skrev samtidigt." i anteckningen om "Digitala lås" på mötet med "LSG VO Väst" 2027-03-17
    Så ser "Per Holm" texten "Siv skrev samtidigt." i mötesläget om "Digitala lås" på mötet med "LSG VO Väst" 2027-03-17

  Scenario: En åtgärd följs till nästa möte
    Givet närvarande på mötet med "LSG VO Väst" 2027-03-17 är:
      | person   | deltar   |
      | Per Holm | på plats |
    När "Amina Larsson" antecknar åtgärden "Tar fram statistik om nycklar" för "Per Holm" till 2027-04-10 om "Digitala lås" på mötet med "LSG VO Väst" 2027-03-17
    Så har "Per Holm" uppgiften "Åtgärd: Tar fram statistik om nycklar"
    När "Digitala lås" bordläggs på mötet med "LSG VO Väst" 2027-03-17 till 2027-04-14 eftersom "Statistik saknas"
    Och "Amina Larsson" avslutar mötet med "LSG VO Väst" 2027-03-17
    Så står "Åtgärd: Tar fram statistik om nycklar (Per Holm, senast 10 april 2027)." i protokollet från mötet med "LSG VO Väst" 2027-03-17
    När "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-04-14 klockan 13:00
    Så står åtgärden "Tar fram statistik om nycklar" i åtgärdslistan för mötet med "LSG VO Väst" 2027-04-14
    När "Amina Larsson" säger på mötet med "LSG VO Väst" 2027-04-14 att åtgärden "Tar fram statistik om nycklar" är klar
    Så har "Per Holm" inte uppgiften "Åtgärd: Tar fram statistik om nycklar"

  Scenario: Storbilden visar inget privat
    Givet närvarande på mötet med "LSG VO Väst" 2027-03-17 är:
      | person        | deltar   |
      | Maria Sjöberg | på plats |
      | Per Holm      | på plats |
    Och behandlingen av "Digitala lås" inleds på mötet med "LSG VO Väst" 2027-03-17
    Och "Amina Larsson" skriver "Orden i rummet." i anteckningen om "Digitala lås" på mötet med "LSG VO Väst" 2027-03-17
    Och organisationerna tar ställning i "Digitala lås":
      | organisation | ställning | av            |
      | Kommunal     | enig      | Maria Sjöberg |
      | Vision       | oenig     | Per Holm      |
    Så visar storbilden från mötet med "LSG VO Väst" 2027-03-17 texten "Digitala lås"
    Och visar storbilden från mötet med "LSG VO Väst" 2027-03-17 inte texten "Orden i rummet."
    Och visar storbilden från mötet med "LSG VO Väst" 2027-03-17 inte texten "Vision"
    När "Amina Larsson" förklarar samverkan om "Digitala lås" avslutad på mötet med "LSG VO Väst" 2027-03-17
    Så visar storbilden från mötet med "LSG VO Väst" 2027-03-17 texten "Samverkan är därmed fullgjord i oenighet."
