# language: sv
Egenskap: Flera grupper i samma ärende
  Alla grupper i planen ska vara färdiga. Avtalet säger om de får avsluta i vilken ordning som helst.

  Bakgrund:
    Givet organisationen "Älvsunda kommun" med samverkansavtal från 2027-01-01
    Och avtalet anger:
      | parameter                 | värde      |
      | riskbedömning före avslut | krävs inte |
    Och arbetstagarorganisationerna:
      | organisation |
      | Kommunal     |
    Och enheterna:
      | enhet          | del av          | chef          |
      | Hemtjänst Väst | Vård och omsorg | Amina Larsson |
      | Vård och omsorg |                | Birgitta Ek   |
    Och grupperna:
      | grupp       | nivå | enhet           | ordförande    | överordnad |
      | LSG VO Väst | LSG  | Hemtjänst Väst  | Amina Larsson | FSG VO     |
      | FSG VO      | FSG  | Vård och omsorg | Birgitta Ek   |            |
    Och mandaten:
      | person        | roll                | organisation | grupp       |
      | Maria Sjöberg | facklig företrädare | Kommunal     | LSG VO Väst |
      | Siv Alm       | facklig företrädare | Kommunal     | FSG VO      |
    Och klockan är 2027-03-01 09:00
    Och "Amina Larsson" skapar ärendet "Gemensam planering":
      | fält            | värde                     |
      | enhet           | Hemtjänst Väst            |
      | kategori        | organisation              |
      | syfte           | En planering för alla lag |
      | planerat beslut | 2027-04-30                |
      | beslutsfattare  | chef                      |
    Och APT-dialog om "Gemensam planering" hålls på "Hemtjänst Väst" av "Amina Larsson"
    Och "Amina Larsson" lägger fram förslag 1 av "Gemensam planering":
      """
      Planerarna samlas i en grupp från den 1 september 2027.
      """
    Och "Amina Larsson" fastställer samverkansplanen för "Gemensam planering":
      | spår  | grupp       |
      | grupp | LSG VO Väst |
      | grupp | FSG VO      |
    Och "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-03-17 klockan 09:00
    Och "Amina Larsson" sätter upp "Gemensam planering" som "samverkan före beslut" på mötet med "LSG VO Väst" 2027-03-17
    Och "Amina Larsson" skickar kallelsen till mötet med "LSG VO Väst" 2027-03-17
    Och "Amina Larsson" skickar handlingarna till mötet med "LSG VO Väst" 2027-03-17
    Och "Birgitta Ek" planerar mötet med "FSG VO" 2027-03-17 klockan 13:00
    Och "Amina Larsson" sätter upp "Gemensam planering" som "samverkan före beslut" på mötet med "FSG VO" 2027-03-17
    Och "Birgitta Ek" skickar kallelsen till mötet med "FSG VO" 2027-03-17
    Och "Birgitta Ek" skickar handlingarna till mötet med "FSG VO" 2027-03-17

  Scenario: Parallellt får den överordnade gruppen avsluta först
    När klockan blir 2027-03-17 13:00
    Och "Birgitta Ek" öppnar mötet med "FSG VO" 2027-03-17
    Och behandlingen av "Gemensam planering" inleds på mötet med "FSG VO" 2027-03-17
    Och organisationerna tar ställning i "Gemensam planering":
      | organisation | ställning | av      |
      | Kommunal     | enig      | Siv Alm |
    Och "Birgitta Ek" förklarar samverkan om "Gemensam planering" avslutad på mötet med "FSG VO" 2027-03-17
    Och "Birgitta Ek" avslutar mötet med "FSG VO" 2027-03-17
    Så är spåret "FSG VO" i "Gemensam planering" "Fullgjord i enighet"
    Och är ärendet "Gemensam planering" "Under samverkan"
    Och kan "Amina Larsson" inte besluta i "Gemensam planering" eftersom "LSG VO Väst"
    När "Amina Larsson" öppnar mötet med "LSG VO Väst" 2027-03-17
    Och behandlingen av "Gemensam planering" inleds på mötet med "LSG VO Väst" 2027-03-17
    Och organisationerna tar ställning i "Gemensam planering":
      | organisation | ställning | av            |
      | Kommunal     | enig      | Maria Sjöberg |
    Och "Amina Larsson" förklarar samverkan om "Gemensam planering" avslutad på mötet med "LSG VO Väst" 2027-03-17
    Och "Amina Larsson" avslutar mötet med "LSG VO Väst" 2027-03-17
    Så kan "Amina Larsson" besluta i "Gemensam planering"

  Scenario: Nedifrån och upp väntar den överordnade gruppen
    Givet avtalet anger:
      | parameter              | värde            |
      | ordning mellan grupper | nedifrån och upp |
    När klockan blir 2027-03-17 13:00
    Och "Birgitta Ek" öppnar mötet med "FSG VO" 2027-03-17
    Och behandlingen av "Gemensam planering" inleds på mötet med "FSG VO" 2027-03-17
    Och organisationerna tar ställning i "Gemensam planering":
      | organisation | ställning | av      |
      | Kommunal     | enig      | Siv Alm |
    Och "Birgitta Ek" försöker förklara samverkan om "Gemensam planering" avslutad på mötet med "FSG VO" 2027-03-17
    Så avvisas det med "LSG VO Väst"
    När "Amina Larsson" öppnar mötet med "LSG VO Väst" 2027-03-17
    Och behandlingen av "Gemensam planering" inleds på mötet med "LSG VO Väst" 2027-03-17
    Och organisationerna tar ställning i "Gemensam planering":
      | organisation | ställning | av            |
      | Kommunal     | enig      | Maria Sjöberg |
    Och "Amina Larsson" förklarar samverkan om "Gemensam planering" avslutad på mötet med "LSG VO Väst" 2027-03-17
    Och "Birgitta Ek" förklarar samverkan om "Gemensam planering" avslutad på mötet med "FSG VO" 2027-03-17

  Scenario: Uppifrån och ned väntar den underordnade gruppen
    Givet avtalet anger:
      | parameter              | värde             |
      | ordning mellan grupper | uppifrån och ned |
    När klockan blir 2027-03-17 13:00
    Och "Amina Larsson" öppnar mötet med "LSG VO Väst" 2027-03-17
    Och behandlingen av "Gemensam planering" inleds på mötet med "LSG VO Väst" 2027-03-17
    Och organisationerna tar ställning i "Gemensam planering":
      | organisation | ställning | av            |
      | Kommunal     | enig      | Maria Sjöberg |
    Och "Amina Larsson" försöker förklara samverkan om "Gemensam planering" avslutad på mötet med "LSG VO Väst" 2027-03-17
    Så avvisas det med "FSG VO"

  Scenario: En grupp som bara ska informeras stoppar inte beslutet
    När "Amina Larsson" fastställer samverkansplanen för "Gemensam planering":
      | spår        | grupp       |
      | information | FSG VO      |
      | grupp       | LSG VO Väst |
    Så är spåret "FSG VO" i "Gemensam planering" "Planerat"
    När klockan blir 2027-03-17 09:00
    Och "Amina Larsson" öppnar mötet med "LSG VO Väst" 2027-03-17
    Och behandlingen av "Gemensam planering" inleds på mötet med "LSG VO Väst" 2027-03-17
    Och organisationerna tar ställning i "Gemensam planering":
      | organisation | ställning | av            |
      | Kommunal     | enig      | Maria Sjöberg |
    Och "Amina Larsson" förklarar samverkan om "Gemensam planering" avslutad på mötet med "LSG VO Väst" 2027-03-17
    Och "Amina Larsson" avslutar mötet med "LSG VO Väst" 2027-03-17
    Så kan "Amina Larsson" besluta i "Gemensam planering"
