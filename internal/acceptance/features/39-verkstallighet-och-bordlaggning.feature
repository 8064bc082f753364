# language: sv
Egenskap: Ingen går i förväg medan parterna fortsätter
  Avtalet kan säga att ett beslut inte verkställs under förstärkt samverkan eller central förhandling, och att den som fick
  handlingarna sent får frågan bordlagd.

  Bakgrund:
    Givet organisationen "Älvsunda kommun" med samverkansavtal från 2027-01-01
    Och avtalet anger:
      | parameter                       | värde                                    |
      | kallelse, dagar                 | 14                                       |
      | handlingar, dagar               | 7                                        |
      | samverkan fullgjord vid         | mötets slut                              |
      | riskbedömning före avslut       | krävs inte                               |
      | steg vid oenighet               | förstärkt samverkan, central förhandling |
      | verkställighet under förhandling | väntar                                  |
    Och arbetstagarorganisationerna:
      | organisation  |
      | Kommunal      |
      | Vårdförbundet |
    Och enheterna:
      | enhet           | del av | chef        |
      | Vård och omsorg |        | Birgitta Ek |
    Och grupperna:
      | grupp  | nivå | enhet           | ordförande  |
      | FSG VO | FSG  | Vård och omsorg | Birgitta Ek |
    Och mandaten:
      | person        | roll                | organisation  | grupp  |
      | Maria Sjöberg | facklig företrädare | Kommunal      | FSG VO |
      | Lina Åkerlund | facklig företrädare | Vårdförbundet | FSG VO |
      | Nils Öberg    | förhandlingschef    |               |        |
    Och klockan är 2027-03-01 08:00
    Och "Birgitta Ek" skapar ärendet "Ny lokal efter vattenläckan":
      | fält                 | värde                    |
      | enhet                | Vård och omsorg          |
      | kategori             | lokaler                  |
      | syfte                | Lokalen går inte att använda |
      | planerat beslut      | 2027-03-17               |
      | beslutsfattare       | chef                     |
      | arbetsmiljö påverkas | nej                      |
    Och "Birgitta Ek" lägger fram förslag 1 av "Ny lokal efter vattenläckan":
      """
      Verksamheten flyttar till Storgatan 4.
      """
    Och "Birgitta Ek" fastställer samverkansplanen för "Ny lokal efter vattenläckan":
      | spår  | grupp  |
      | grupp | FSG VO |

  Scenario: Det som beslutades före samverkan verkställs inte medan förstärkt samverkan pågår
    Givet "Birgitta Ek" begär undantag för synnerliga skäl i "Ny lokal efter vattenläckan":
      | värde                   | fält                   |
      | Flytta i dag            | vad                    |
      | Huset är utan vatten    | skada av att vänta     |
      | Röret sprack i natt     | varför inte förutsett  |
      | Det är bråttom i dag    | varför inte extra möte |
    Och "Nils Öberg" godkänner undantaget i "Ny lokal efter vattenläckan"
    Och "Birgitta Ek" beslutar i "Ny lokal efter vattenläckan" enligt förslaget
    Och "Birgitta Ek" planerar mötet med "FSG VO" 2027-03-17 klockan 09:00
    Och "Birgitta Ek" sätter upp "Ny lokal efter vattenläckan" som "samverkan före beslut" på mötet med "FSG VO" 2027-03-17
    Och "Birgitta Ek" skickar kallelsen till mötet med "FSG VO" 2027-03-17
    Och "Birgitta Ek" skickar handlingarna till mötet med "FSG VO" 2027-03-17
    Och klockan blir 2027-03-17 09:00
    Och "Birgitta Ek" öppnar mötet med "FSG VO" 2027-03-17
    Och behandlingen av "Ny lokal efter vattenläckan" inleds på mötet med "FSG VO" 2027-03-17
    Och organisationerna tar ställning i "Ny lokal efter vattenläckan":
      | organisation  | ställning | motivering      | av            |
      | Kommunal      | enig      |                 | Maria Sjöberg |
      | Vårdförbundet | oenig     | För långt bort  | Lina Åkerlund |
    Och "Birgitta Ek" förklarar samverkan om "Ny lokal efter vattenläckan" avslutad på mötet med "FSG VO" 2027-03-17
    Och "Birgitta Ek" avslutar mötet med "FSG VO" 2027-03-17
    När "Lina Åkerlund" begär nästa steg i "Ny lokal efter vattenläckan" för "Vårdförbundet"
    Och "Birgitta Ek" försöker sätta "Ny lokal efter vattenläckan" i verket
    Så avvisas det med "inte verkställs under förstärkt samverkan"
    När "Lina Åkerlund" tar tillbaka begäran om nästa steg i "Ny lokal efter vattenläckan"
    Och klockan blir 2027-03-25 09:00
    Och "Birgitta Ek" sätter "Ny lokal efter vattenläckan" i verket
    Så är ärendet "Ny lokal efter vattenläckan" "Genomförs"

  Scenario: Den som fick handlingarna sent får frågan bordlagd från sin telefon
    Givet "Birgitta Ek" planerar mötet med "FSG VO" 2027-03-17 klockan 09:00
    Och "Birgitta Ek" sätter upp "Ny lokal efter vattenläckan" som "samverkan före beslut" på mötet med "FSG VO" 2027-03-17
    Och "Birgitta Ek" skickar kallelsen till mötet med "FSG VO" 2027-03-17
    Och klockan blir 2027-03-12 15:00
    Och "Birgitta Ek" skickar handlingarna till mötet med "FSG VO" 2027-03-17
    Så har "Lina Åkerlund" uppgiften "Svara om sena handlingar"
    När "Maria Sjöberg" godtar för "Kommunal" sena handlingar om "Ny lokal efter vattenläckan"
    Och "Lina Åkerlund" begär för "Vårdförbundet" bordläggning av "Ny lokal efter vattenläckan"
    Och klockan blir 2027-03-17 09:00
    Och "Birgitta Ek" öppnar mötet med "FSG VO" 2027-03-17
    Och behandlingen av "Ny lokal efter vattenläckan" inleds på mötet med "FSG VO" 2027-03-17
    Och organisationerna tar ställning i "Ny lokal efter vattenläckan":
      | organisation  | ställning | motivering | av            |
      | Kommunal      | enig      |            | Maria Sjöberg |
    Och "Birgitta Ek" försöker förklara samverkan om "Ny lokal efter vattenläckan" avslutad på mötet med "FSG VO" 2027-03-17
    Så avvisas det med "Vårdförbundet har begärt bordläggning eftersom handlingarna kom sent"
    När "Ny lokal efter vattenläckan" bordläggs på mötet med "FSG VO" 2027-03-17 till 2027-03-31 eftersom "Handlingarna kom sent"
    Så är spåret "FSG VO" i "Ny lokal efter vattenläckan" "Bordlagt"
