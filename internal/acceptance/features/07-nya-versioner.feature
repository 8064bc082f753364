# language: sv
Egenskap: Nya versioner av förslaget
  En ny version gör utfallen på den förra inaktuella. En redaktionell ändring gör det bara om en organisation invänder.

  Bakgrund:
    Givet organisationen "Älvsunda kommun" med samverkansavtal från 2027-01-01
    Och avtalet anger:
      | parameter                                    | värde      |
      | riskbedömning före avslut                    | krävs inte |
      | redaktionell ändring, invändning arbetsdagar | 3          |
    Och arbetstagarorganisationerna:
      | organisation |
      | Kommunal     |
      | Vision       |
    Och enheterna:
      | enhet          | chef          |
      | Hemtjänst Väst | Amina Larsson |
    Och grupperna:
      | grupp       | nivå | enhet          | ordförande    |
      | LSG VO Väst | LSG  | Hemtjänst Väst | Amina Larsson |
    Och mandaten:
      | person        | roll                | organisation | grupp       |
      | Maria Sjöberg | facklig företrädare | Kommunal     | LSG VO Väst |
      | Per Holm      | facklig företrädare | Vision       | LSG VO Väst |
    Och klockan är 2027-03-01 09:00
    Och "Amina Larsson" skapar ärendet "Ny turlista":
      | fält            | värde                 |
      | enhet           | Hemtjänst Väst        |
      | kategori        | arbetstid             |
      | syfte           | Bättre återhämtning   |
      | planerat beslut | 2027-04-30            |
      | beslutsfattare  | chef                  |
    Och APT-dialog om "Ny turlista" hålls på "Hemtjänst Väst" av "Amina Larsson"
    Och "Amina Larsson" lägger fram förslag 1 av "Ny turlista":
      """
      Turerna blir högst nio timmar.
      """
    Och "Amina Larsson" fastställer samverkansplanen för "Ny turlista":
      | spår  | grupp       |
      | grupp | LSG VO Väst |
    Och "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-03-17 klockan 13:00
    Och "Amina Larsson" sätter upp "Ny turlista" som "samverkan före beslut" på mötet med "LSG VO Väst" 2027-03-17
    Och "Amina Larsson" skickar kallelsen till mötet med "LSG VO Väst" 2027-03-17
    Och "Amina Larsson" skickar handlingarna till mötet med "LSG VO Väst" 2027-03-17
    Och klockan blir 2027-03-17 13:00
    Och "Amina Larsson" öppnar mötet med "LSG VO Väst" 2027-03-17
    Och närvarande på mötet med "LSG VO Väst" 2027-03-17 är:
      | person        | deltar   | in    | ut    |
      | Amina Larsson | på plats |       |       |
      | Maria Sjöberg | på plats | 13:00 | 14:30 |
      | Per Holm      | digitalt |       |       |
    Och behandlingen av "Ny turlista" inleds på mötet med "LSG VO Väst" 2027-03-17
    Och organisationerna tar ställning i "Ny turlista":
      | organisation | ställning | av            |
      | Kommunal     | enig      | Maria Sjöberg |
      | Vision       | avstår    | Per Holm      |
    Och "Amina Larsson" förklarar samverkan om "Ny turlista" avslutad på mötet med "LSG VO Väst" 2027-03-17
    Och "Amina Larsson" avslutar mötet med "LSG VO Väst" 2027-03-17

  Scenario: En ny version i sak gör utfallet inaktuellt
    Så är ärendet "Ny turlista" "Redo för beslut"
    När klockan blir 2027-03-18 09:00
    Och "Amina Larsson" lägger fram förslag 2 av "Ny turlista":
      """
      Turerna blir högst tio timmar.
      """
    Så är spåret "LSG VO Väst" i "Ny turlista" "Inaktuellt"
    Och är ärendet "Ny turlista" "Beredning"
    Och kan "Amina Larsson" inte besluta i "Ny turlista" eftersom "LSG VO Väst"

  Scenario: Den nya versionen samverkas om
    När klockan blir 2027-03-18 09:00
    Och "Amina Larsson" lägger fram förslag 2 av "Ny turlista":
      """
      Turerna blir högst tio timmar.
      """
    Och "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-04-07 klockan 13:00
    Och "Amina Larsson" sätter upp "Ny turlista" som "samverkan före beslut" på mötet med "LSG VO Väst" 2027-04-07
    Och "Amina Larsson" skickar kallelsen till mötet med "LSG VO Väst" 2027-04-07
    Och "Amina Larsson" skickar handlingarna till mötet med "LSG VO Väst" 2027-04-07
    Så är ärendet "Ny turlista" "Under samverkan"
    När klockan blir 2027-04-07 13:00
    Och "Amina Larsson" öppnar mötet med "LSG VO Väst" 2027-04-07
    Och behandlingen av "Ny turlista" inleds på mötet med "LSG VO Väst" 2027-04-07
    Så är spåret "LSG VO Väst" i "Ny turlista" "Pågår"
    När organisationerna tar ställning i "Ny turlista":
      | organisation | ställning | av            |
      | Kommunal     | enig      | Maria Sjöberg |
      | Vision       | enig      | Per Holm      |
    Och "Amina Larsson" förklarar samverkan om "Ny turlista" avslutad på mötet med "LSG VO Väst" 2027-04-07
    Och "Amina Larsson" avslutar mötet med "LSG VO Väst" 2027-04-07
    Så är spåret "LSG VO Väst" i "Ny turlista" "Fullgjord i enighet"
    Och kan "Amina Larsson" besluta i "Ny turlista"

  Scenario: En redaktionell ändring utan invändning
    När klockan blir 2027-03-18 09:00
    Och "Amina Larsson" lägger fram förslag 2 av "Ny turlista" som redaktionell ändring:
      """
      Turerna blir högst nio timmar. Stavfel rättade.
      """
    Så är spåret "LSG VO Väst" i "Ny turlista" "Fullgjord i enighet"
    Och har "Maria Sjöberg" fått e-post med ämnet "Redaktionell ändring: Ny turlista"
    Och kan "Amina Larsson" inte besluta i "Ny turlista" eftersom "redaktionell"
    Och är tidigaste beslutsdag för "Ny turlista" 2027-03-24
    När klockan blir 2027-03-24 00:00
    Så kan "Amina Larsson" besluta i "Ny turlista"

  Scenario: En redaktionell ändring som en organisation invänder mot
    När klockan blir 2027-03-18 09:00
    Och "Amina Larsson" lägger fram förslag 2 av "Ny turlista" som redaktionell ändring:
      """
      Turerna blir högst nio och en halv timmar.
      """
    Och klockan blir 2027-03-23 17:00
    Och "Per Holm" invänder mot att förslag 2 av "Ny turlista" är redaktionellt
    Så är spåret "LSG VO Väst" i "Ny turlista" "Inaktuellt"
    Och kan "Amina Larsson" inte besluta i "Ny turlista" eftersom "LSG VO Väst"
    Och har "Amina Larsson" uppgiften "Samverka förslag 2"

  Scenario: En invändning efter tiden avvisas
    När klockan blir 2027-03-18 09:00
    Och "Amina Larsson" lägger fram förslag 2 av "Ny turlista" som redaktionell ändring:
      """
      Turerna blir högst nio timmar. Stavfel rättade.
      """
    Och klockan blir 2027-03-24 08:00
    Och "Per Holm" försöker invända mot att förslag 2 av "Ny turlista" är redaktionellt
    Så avvisas det med "2027-03-23"
    Och är spåret "LSG VO Väst" i "Ny turlista" "Fullgjord i enighet"

  Scenario: Sista dagen går det ännu att invända
    När klockan blir 2027-03-18 09:00
    Och "Amina Larsson" lägger fram förslag 2 av "Ny turlista" som redaktionell ändring:
      """
      Turerna blir högst nio timmar. Stavfel rättade.
      """
    Och klockan blir 2027-03-23 23:59
    Och "Per Holm" försöker invända mot att förslag 2 av "Ny turlista" är redaktionellt
    Så går det
