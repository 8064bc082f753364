# language: sv
Egenskap: Beslutet och vad som följer på det
  Beslutet säger om det är det som har samverkats. En mindre avvikelse berättas, en väsentlig samverkas på nytt.

  Bakgrund:
    Givet organisationen "Älvsunda kommun" med samverkansavtal från 2027-01-01
    Och avtalet anger:
      | parameter                 | värde      |
      | riskbedömning före avslut | krävs inte |
    Och arbetstagarorganisationerna:
      | organisation |
      | Kommunal     |
    Och enheterna:
      | enhet           | del av          | chef          |
      | Vård och omsorg |                 | Birgitta Ek   |
      | Hemtjänst Väst  | Vård och omsorg | Amina Larsson |
      | Hemtjänst Öst   | Vård och omsorg | Olle Frisk    |
    Och grupperna:
      | grupp  | nivå | enhet           | ordförande  |
      | FSG VO | FSG  | Vård och omsorg | Birgitta Ek |
    Och mandaten:
      | person        | roll                | organisation | grupp  | enhet           |
      | Maria Sjöberg | facklig företrädare | Kommunal     | FSG VO |                 |
      | Lena Åkesson  | huvudskyddsombud    |              | FSG VO | Vård och omsorg |
      | Rut Alm       | registrator         |              |        |                 |
      | Hanna Ros     | HR                  |              |        |                 |
    Och klockan är 2027-03-01 09:00

  Scenariomall: Chefens beslut efter samverkan: <beslut>
    Givet "Birgitta Ek" skapar ärendet "Kortare möten":
      | fält            | värde                         |
      | enhet           | Hemtjänst Väst, Hemtjänst Öst |
      | kategori        | policy                        |
      | syfte           | Mer tid för brukarna          |
      | planerat beslut | 2027-04-30                    |
      | beslutsfattare  | chef                          |
    Och APT-dialog om "Kortare möten" hålls på "Hemtjänst Väst" av "Birgitta Ek"
    Och "Birgitta Ek" lägger fram förslag 1 av "Kortare möten":
      """
      Alla möten blir högst 45 minuter.
      """
    Och "Birgitta Ek" fastställer samverkansplanen för "Kortare möten":
      | spår  | grupp  |
      | grupp | FSG VO |
    Och "Birgitta Ek" planerar mötet med "FSG VO" 2027-03-17 klockan 13:00
    Och "Birgitta Ek" sätter upp "Kortare möten" som "samverkan före beslut" på mötet med "FSG VO" 2027-03-17
    Och "Birgitta Ek" skickar kallelsen till mötet med "FSG VO" 2027-03-17
    Och "Birgitta Ek" skickar handlingarna till mötet med "FSG VO" 2027-03-17
    Och klockan blir 2027-03-17 13:00
    Och "Birgitta Ek" öppnar mötet med "FSG VO" 2027-03-17
    Och behandlingen av "Kortare möten" inleds på mötet med "FSG VO" 2027-03-17
    Och organisationerna tar ställning i "Kortare möten":
      | organisation | ställning | av            |
      | Kommunal     | enig      | Maria Sjöberg |
    Och "Birgitta Ek" förklarar samverkan om "Kortare möten" avslutad på mötet med "FSG VO" 2027-03-17
    Och "Birgitta Ek" avslutar mötet med "FSG VO" 2027-03-17
    Så har "Birgitta Ek" uppgiften "beslut"
    När "Birgitta Ek" beslutar i "Kortare möten" <beslut>
    Så är ärendet "Kortare möten" "<läge>"
    Och är spåret "FSG VO" i "Kortare möten" "<spår>"
    Och har "<vem>" uppgiften "<uppgift>"
    Och innehåller händelseloggen för "Kortare möten" "<logg>"
    När "Birgitta Ek" försöker besluta i "Kortare möten"
    Så avvisas det
    Och har "Maria Sjöberg" inte fått morgonbrev med "<ämne>"
    När klockan blir 2027-03-18 07:00
    Så har "Maria Sjöberg" fått morgonbrev med "<ämne>"

    Exempel:
      | beslut                                | läge     | spår                | ämne                         | vem         | uppgift                     | logg       |
      | enligt förslaget                      | Beslutat | Fullgjord i enighet | Beslut fattat                | Olle Frisk  | Återkoppla beslutet på APT  | Beslut     |
      | med mindre avvikelse "50 minuter"     | Beslutat | Fullgjord i enighet | Beslut med mindre avvikelse  | Olle Frisk  | Återkoppla beslutet på APT  | 50 minuter |

  Scenario: En väsentlig avvikelse blir ett nytt förslag
    Givet "Birgitta Ek" skapar ärendet "Färre lokaler":
      | fält            | värde           |
      | enhet           | Vård och omsorg |
      | kategori        | lokaler         |
      | syfte           | Lägre hyror     |
      | planerat beslut | 2027-04-30      |
      | beslutsfattare  | chef            |
    Och APT-dialog om "Färre lokaler" hålls på "Vård och omsorg" av "Birgitta Ek"
    Och "Birgitta Ek" lägger fram förslag 1 av "Färre lokaler":
      """
      Lokalen på Storgatan sägs upp.
      """
    Och "Birgitta Ek" planerar mötet med "FSG VO" 2027-03-17 klockan 13:00
    Och "Birgitta Ek" fastställer samverkansplanen för "Färre lokaler":
      | spår  | grupp  |
      | grupp | FSG VO |
    Och "Birgitta Ek" sätter upp "Färre lokaler" som "samverkan före beslut" på mötet med "FSG VO" 2027-03-17
    Och "Birgitta Ek" skickar kallelsen till mötet med "FSG VO" 2027-03-17
    Och "Birgitta Ek" skickar handlingarna till mötet med "FSG VO" 2027-03-17
    Och klockan blir 2027-03-17 13:00
    Och "Birgitta Ek" öppnar mötet med "FSG VO" 2027-03-17
    Och behandlingen av "Färre lokaler" inleds på mötet med "FSG VO" 2027-03-17
    Och organisationerna tar ställning i "Färre lokaler":
      | organisation | ställning | av            |
      | Kommunal     | enig      | Maria Sjöberg |
    Och "Birgitta Ek" förklarar samverkan om "Färre lokaler" avslutad på mötet med "FSG VO" 2027-03-17
    Och "Birgitta Ek" avslutar mötet med "FSG VO" 2027-03-17
    När "Birgitta Ek" beslutar i "Färre lokaler" med väsentlig avvikelse "Även lokalen på Ågatan sägs upp"
    Så är spåret "FSG VO" i "Färre lokaler" "Inaktuellt"
    Och är ärendet "Färre lokaler" "Beredning"
    Och har "Birgitta Ek" uppgiften "Samverka förslag 2"
    Och kan "Birgitta Ek" inte besluta i "Färre lokaler" eftersom "FSG VO"

  Scenario: Chefen beslutar inte i nämndens ställe, och nämndens beslut registreras först när samverkan är klar
    Givet "Birgitta Ek" skapar ärendet "Ny budget":
      | fält            | värde             |
      | enhet           | Vård och omsorg   |
      | kategori        | budget            |
      | syfte           | Budget i balans   |
      | planerat beslut | 2027-04-21        |
      | beslutsfattare  | nämnd             |
    Och APT-dialog om "Ny budget" hålls på "Vård och omsorg" av "Birgitta Ek"
    Och "Birgitta Ek" lägger fram förslag 1 av "Ny budget":
      """
      Två miljoner flyttas från lokaler till bemanning.
      """
    Och "Birgitta Ek" fastställer samverkansplanen för "Ny budget":
      | spår  | grupp  |
      | grupp | FSG VO |
    När "Rut Alm" försöker registrera nämndens beslut i "Ny budget" 2027-03-01 enligt förslaget
    Så avvisas det
    När "Birgitta Ek" planerar mötet med "FSG VO" 2027-03-17 klockan 13:00
    Och "Birgitta Ek" sätter upp "Ny budget" som "samverkan före beslut" på mötet med "FSG VO" 2027-03-17
    Och "Birgitta Ek" skickar kallelsen till mötet med "FSG VO" 2027-03-17
    Och "Birgitta Ek" skickar handlingarna till mötet med "FSG VO" 2027-03-17
    Och klockan blir 2027-03-17 13:00
    Och "Birgitta Ek" öppnar mötet med "FSG VO" 2027-03-17
    Och behandlingen av "Ny budget" inleds på mötet med "FSG VO" 2027-03-17
    Och organisationerna tar ställning i "Ny budget":
      | organisation | ställning | av            |
      | Kommunal     | enig      | Maria Sjöberg |
    Och "Birgitta Ek" förklarar samverkan om "Ny budget" avslutad på mötet med "FSG VO" 2027-03-17
    Och "Birgitta Ek" avslutar mötet med "FSG VO" 2027-03-17
    Så är ärendet "Ny budget" "Redo för beslut"
    Och har "Rut Alm" uppgiften "Registrera nämndens beslut"
    Och kan "Birgitta Ek" inte besluta i "Ny budget"
    När klockan blir 2027-03-25 09:00
    Och "Rut Alm" försöker registrera nämndens beslut i "Ny budget" 2027-03-26 enligt förslaget
    Så avvisas det
    När "Rut Alm" försöker registrera nämndens beslut i "Ny budget" 2027-03-16 enligt förslaget
    Så avvisas det
    När "Amina Larsson" försöker registrera nämndens beslut i "Ny budget" 2027-03-24 enligt förslaget
    Så avvisas det
    När "Rut Alm" registrerar nämndens beslut i "Ny budget" 2027-03-24 enligt förslaget
    Så är ärendet "Ny budget" "Beslutat"
    Och har "Birgitta Ek" uppgiften "Återkoppla beslutet på APT"
    Och har "Rut Alm" inte uppgiften "Registrera nämndens beslut"

  Scenario: Protokollet säger vad som hände
    Givet "Birgitta Ek" skapar ärendet "Ny arbetsdräkt":
      | fält            | värde              |
      | enhet           | Vård och omsorg    |
      | kategori        | arbetsmiljö        |
      | syfte           | Bättre kläder      |
      | planerat beslut | 2027-04-30         |
      | beslutsfattare  | chef               |
    Och APT-dialog om "Ny arbetsdräkt" hålls på "Vård och omsorg" av "Birgitta Ek"
    Och "Birgitta Ek" lägger fram förslag 1 av "Ny arbetsdräkt":
      """
      Alla får fyra nya uppsättningar arbetskläder.
      """
    Och "Birgitta Ek" planerar mötet med "FSG VO" 2027-03-17 klockan 13:00
    Och "Birgitta Ek" sätter upp "Ny arbetsdräkt" som "samverkan före beslut" på mötet med "FSG VO" 2027-03-17
    Och "Birgitta Ek" skickar kallelsen till mötet med "FSG VO" 2027-03-17
    Och "Birgitta Ek" skickar handlingarna till mötet med "FSG VO" 2027-03-17
    Och klockan blir 2027-03-17 13:00
    Och "Birgitta Ek" öppnar mötet med "FSG VO" 2027-03-17
    Och närvarande på mötet med "FSG VO" 2027-03-17 är:
      | person        | deltar      |
      | Birgitta Ek   | på plats    |
      | Maria Sjöberg | digitalt    |
      | Lena Åkesson  | frånvarande |
      | Sven Expert   | på plats    |
    Och behandlingen av "Ny arbetsdräkt" inleds på mötet med "FSG VO" 2027-03-17
    Och organisationerna tar ställning i "Ny arbetsdräkt":
      | organisation | ställning | motivering                     | av            |
      | Kommunal     | oenig     | Fyra uppsättningar räcker inte | Maria Sjöberg |
    Och "Birgitta Ek" förklarar samverkan om "Ny arbetsdräkt" avslutad på mötet med "FSG VO" 2027-03-17
    Och "Birgitta Ek" avslutar mötet med "FSG VO" 2027-03-17
    Så är protokollet från mötet med "FSG VO" 2027-03-17 "Utkast"
    Och står "Ny arbetsdräkt" i protokollet från mötet med "FSG VO" 2027-03-17
    Och står "Alla får fyra nya uppsättningar arbetskläder." i protokollet från mötet med "FSG VO" 2027-03-17
    Och står "Fyra uppsättningar räcker inte" i protokollet från mötet med "FSG VO" 2027-03-17
    Och står "oenighet" i protokollet från mötet med "FSG VO" 2027-03-17
    Och står "Maria Sjöberg" i protokollet från mötet med "FSG VO" 2027-03-17
    Och står "Sven Expert" i protokollet från mötet med "FSG VO" 2027-03-17
    Och står inte "fullgjord i enighet" i protokollet från mötet med "FSG VO" 2027-03-17
    Och innehåller händelseloggen för "Ny arbetsdräkt" "Kommunal"
