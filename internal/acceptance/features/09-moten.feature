# language: sv
Egenskap: Kallelse, handlingar, extra möte och närvaro
  Ett möte har sin gång från plan till protokoll. Sent är tillåtet men syns, och extra möte kräver att alla säger ja.

  Bakgrund:
    Givet organisationen "Älvsunda kommun" med samverkansavtal från 2027-01-01
    Och avtalet anger:
      | parameter                 | värde      |
      | kallelse, dagar           | 14         |
      | handlingar, dagar         | 7          |
      | extra möte, dagar         | 2          |
      | riskbedömning före avslut | krävs inte |
    Och arbetstagarorganisationerna:
      | organisation |
      | Kommunal     |
      | Vision       |
    Och enheterna:
      | enhet          | del av      | chef          |
      | Vård & omsorg  |             | Birgitta Ek   |
      | Hemtjänst Väst | Vård & omsorg | Amina Larsson |
      | Hemtjänst Öst  | Vård & omsorg | Olle Frisk    |
    Och grupperna:
      | grupp       | nivå | enhet                         | ordförande    | skyddskommitté |
      | LSG VO Väst | LSG  | Hemtjänst Väst, Hemtjänst Öst | Amina Larsson | ja             |
    Och mandaten:
      | person        | roll                | organisation | grupp       | enhet          |
      | Maria Sjöberg | facklig företrädare | Kommunal     | LSG VO Väst |                |
      | Erik Sand     | ersättare           | Kommunal     | LSG VO Väst |                |
      | Per Holm      | facklig företrädare | Vision       | LSG VO Väst |                |
      | Siv Lund      | sekreterare         |              | LSG VO Väst |                |
      | Göran Alm     | arbetsgivarföreträdare |           | LSG VO Väst |                |
      | Lena Åkesson  | huvudskyddsombud    |              | LSG VO Väst | Vård & omsorg  |
      | Hanna Ros     | HR                  |              |             |                |
    Och klockan är 2027-03-01 09:00
    Och "Amina Larsson" skapar ärendet "Digitala lås":
      | fält            | värde                          |
      | enhet           | Hemtjänst Väst                 |
      | kategori        | övrigt                         |
      | syfte           | Slippa nycklar till hemmen     |
      | planerat beslut | 2027-04-30                     |
      | beslutsfattare  | chef                           |
    Och APT-dialog om "Digitala lås" hålls på "Hemtjänst Väst" av "Amina Larsson"
    Och "Amina Larsson" lägger fram förslag 1 av "Digitala lås":
      """
      Alla hem får digitala lås under hösten 2027.
      """
    Och "Amina Larsson" fastställer samverkansplanen för "Digitala lås":
      | spår  | grupp       |
      | grupp | LSG VO Väst |

  Scenario: Mötets gång från plan till avslut
    När "Siv Lund" planerar mötet med "LSG VO Väst" 2027-03-17 klockan 13:00
    Så är mötet med "LSG VO Väst" 2027-03-17 "Planerat"
    När "Amina Larsson" sätter upp "Digitala lås" som "tidig dialog" på mötet med "LSG VO Väst" 2027-03-17
    Och "Siv Lund" skickar kallelsen till mötet med "LSG VO Väst" 2027-03-17
    Så är mötet med "LSG VO Väst" 2027-03-17 "Kallat"
    Och har "Maria Sjöberg" fått e-post med ämnet "Kallelse till LSG VO Väst 17 mars 2027"
    Och har "Lena Åkesson" fått e-post med ämnet "Kallelse till LSG VO Väst 17 mars 2027"
    När "Siv Lund" skickar handlingarna till mötet med "LSG VO Väst" 2027-03-17
    Så är mötet med "LSG VO Väst" 2027-03-17 "Handlingar utsända"
    Och är ärendet "Digitala lås" "Beredning"
    När "Siv Lund" försöker öppna mötet med "LSG VO Väst" 2027-03-17
    Så avvisas det
    När klockan blir 2027-03-17 13:00
    Och "Siv Lund" öppnar mötet med "LSG VO Väst" 2027-03-17
    Så är mötet med "LSG VO Väst" 2027-03-17 "Pågår"
    När behandlingen av "Digitala lås" inleds på mötet med "LSG VO Väst" 2027-03-17
    Och "Siv Lund" avslutar mötet med "LSG VO Väst" 2027-03-17
    Så är mötet med "LSG VO Väst" 2027-03-17 "Avslutat"
    Och är protokollet från mötet med "LSG VO Väst" 2027-03-17 "Utkast"
    Och är spåret "LSG VO Väst" i "Digitala lås" "Planerat"
    Och kan "Amina Larsson" inte besluta i "Digitala lås" eftersom "LSG VO Väst"

  Scenario: En fråga som bara är information
    När "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-03-17 klockan 13:00
    Och "Amina Larsson" skapar ärendet "Ny kaffemaskin":
      | fält                 | värde          |
      | enhet                | Hemtjänst Väst |
      | kategori             | övrigt         |
      | syfte                | Den gamla är trasig |
      | planerat beslut      | 2027-04-30     |
      | beslutsfattare       | chef           |
      | arbetsmiljö påverkas | nej            |
    Och "Amina Larsson" sätter upp "Ny kaffemaskin" som "information" på mötet med "LSG VO Väst" 2027-03-17
    Och "Amina Larsson" sätter upp "Digitala lås" som "uppföljning" på mötet med "LSG VO Väst" 2027-03-17
    Och "Amina Larsson" skickar kallelsen till mötet med "LSG VO Väst" 2027-03-17
    Och klockan blir 2027-03-17 13:00
    Och "Amina Larsson" öppnar mötet med "LSG VO Väst" 2027-03-17
    Och behandlingen av "Ny kaffemaskin" inleds på mötet med "LSG VO Väst" 2027-03-17
    Och "Maria Sjöberg" försöker ta ställning för "Kommunal" i "Ny kaffemaskin" som "enig"
    Så avvisas det
    När "Amina Larsson" försöker förklara samverkan om "Ny kaffemaskin" avslutad på mötet med "LSG VO Väst" 2027-03-17
    Så avvisas det
    När "Amina Larsson" avslutar mötet med "LSG VO Väst" 2027-03-17
    Så kan "Amina Larsson" inte besluta i "Ny kaffemaskin"

  Scenario: Kallelsen kommer tolv dagar före mötet
    När klockan blir 2027-03-05 09:00
    Och "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-03-17 klockan 13:00
    Och "Amina Larsson" sätter upp "Digitala lås" som "samverkan före beslut" på mötet med "LSG VO Väst" 2027-03-17
    Och "Amina Larsson" skickar kallelsen till mötet med "LSG VO Väst" 2027-03-17
    Så varnas "Amina Larsson" med "12 dagar"
    Och visar HR-översikten 1 "sena kallelser" för "Hemtjänst Väst"

  Scenario: Handlingarna kommer exakt sju dagar före
    När "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-03-17 klockan 13:00
    Och "Amina Larsson" sätter upp "Digitala lås" som "samverkan före beslut" på mötet med "LSG VO Väst" 2027-03-17
    Och "Amina Larsson" skickar kallelsen till mötet med "LSG VO Väst" 2027-03-17
    Och klockan blir 2027-03-10 23:59
    Och "Amina Larsson" skickar handlingarna till mötet med "LSG VO Väst" 2027-03-17
    Och klockan blir 2027-03-17 13:00
    Och "Amina Larsson" öppnar mötet med "LSG VO Väst" 2027-03-17
    Och närvarande på mötet med "LSG VO Väst" 2027-03-17 är:
      | deltar     | person        |
      | på plats   | Amina Larsson |
      | på plats   | Maria Sjöberg |
      | frånvarande | Per Holm     |
    Och behandlingen av "Digitala lås" inleds på mötet med "LSG VO Väst" 2027-03-17
    Och organisationerna tar ställning i "Digitala lås":
      | av            | organisation | ställning |
      | Maria Sjöberg | Kommunal     | enig      |
    Och "Amina Larsson" förklarar samverkan om "Digitala lås" avslutad på mötet med "LSG VO Väst" 2027-03-17
    Så är spåret "LSG VO Väst" i "Digitala lås" "Pågår"
    Och är ärendet "Digitala lås" "Under samverkan"
    Och kan "Amina Larsson" inte besluta i "Digitala lås" eftersom "LSG VO Väst"
    När "Amina Larsson" avslutar mötet med "LSG VO Väst" 2027-03-17
    Så är spåret "LSG VO Väst" i "Digitala lås" "Fullgjord i enighet"
    Och står "Samverkan är därmed fullgjord i enighet" i protokollet från mötet med "LSG VO Väst" 2027-03-17
    Och står "Vision: ej närvarande – kallad" i protokollet från mötet med "LSG VO Väst" 2027-03-17
    Och står "Kommunal: enig" i protokollet från mötet med "LSG VO Väst" 2027-03-17
    Och visar HR-översikten 0 "sena handlingar" för "Hemtjänst Väst"

  Scenario: Alla godtar extra möte
    När klockan blir 2027-03-08 09:00
    Och "Amina Larsson" planerar extra mötet med "LSG VO Väst" 2027-03-10 klockan 13:00
    Och "Amina Larsson" sätter upp "Digitala lås" som "samverkan före beslut" på mötet med "LSG VO Väst" 2027-03-10
    Och "Amina Larsson" skickar kallelsen till mötet med "LSG VO Väst" 2027-03-10
    Och "Amina Larsson" skickar handlingarna till mötet med "LSG VO Väst" 2027-03-10
    Så har "Per Holm" uppgiften "extra möte"
    När "Maria Sjöberg" godtar för "Kommunal" extra möte med "LSG VO Väst" 2027-03-10
    Och "Per Holm" godtar för "Vision" extra möte med "LSG VO Väst" 2027-03-10
    Så har "Per Holm" inte uppgiften "extra möte"
    När klockan blir 2027-03-10 13:00
    Och "Amina Larsson" öppnar mötet med "LSG VO Väst" 2027-03-10
    Och behandlingen av "Digitala lås" inleds på mötet med "LSG VO Väst" 2027-03-10
    Och organisationerna tar ställning i "Digitala lås":
      | organisation | ställning  | av            |
      | Kommunal     | enig       | Maria Sjöberg |
      | Vision       | ej berörd  | Per Holm      |
    Och "Amina Larsson" förklarar samverkan om "Digitala lås" avslutad på mötet med "LSG VO Väst" 2027-03-10
    Och "Amina Larsson" avslutar mötet med "LSG VO Väst" 2027-03-10
    Så kan "Amina Larsson" besluta i "Digitala lås"

  Scenario: En organisation godtar inte extra möte
    När klockan blir 2027-03-08 09:00
    Och "Amina Larsson" planerar extra mötet med "LSG VO Väst" 2027-03-10 klockan 13:00
    Och "Amina Larsson" sätter upp "Digitala lås" som "samverkan före beslut" på mötet med "LSG VO Väst" 2027-03-10
    Och "Amina Larsson" skickar kallelsen till mötet med "LSG VO Väst" 2027-03-10
    Och "Amina Larsson" skickar handlingarna till mötet med "LSG VO Väst" 2027-03-10
    Och "Maria Sjöberg" godtar inte för "Kommunal" extra möte med "LSG VO Väst" 2027-03-10
    Och "Per Holm" godtar för "Vision" extra möte med "LSG VO Väst" 2027-03-10
    Och klockan blir 2027-03-10 13:00
    Och "Amina Larsson" öppnar mötet med "LSG VO Väst" 2027-03-10
    Och behandlingen av "Digitala lås" inleds på mötet med "LSG VO Väst" 2027-03-10
    Och organisationerna tar ställning i "Digitala lås":
      | organisation | ställning | av            |
      | Kommunal     | enig      | Maria Sjöberg |
      | Vision       | enig      | Per Holm      |
    Och "Amina Larsson" försöker förklara samverkan om "Digitala lås" avslutad på mötet med "LSG VO Väst" 2027-03-10
    Så avvisas det med "Kommunal"

  Scenario: En organisation som inte har kallats stoppar avslutet
    När "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-03-17 klockan 13:00
    Och "Amina Larsson" sätter upp "Digitala lås" som "samverkan före beslut" på mötet med "LSG VO Väst" 2027-03-17
    Och "Amina Larsson" skickar kallelsen till mötet med "LSG VO Väst" 2027-03-17
    Och "Amina Larsson" skickar handlingarna till mötet med "LSG VO Väst" 2027-03-17
    Och arbetstagarorganisationerna:
      | organisation |
      | Ledarna      |
    Och mandaten:
      | person    | roll                | organisation | grupp       | från       |
      | Inga Moe  | facklig företrädare | Ledarna      | LSG VO Väst | 2027-03-12 |
    Och klockan blir 2027-03-17 13:00
    Och "Amina Larsson" öppnar mötet med "LSG VO Väst" 2027-03-17
    Och behandlingen av "Digitala lås" inleds på mötet med "LSG VO Väst" 2027-03-17
    Och organisationerna tar ställning i "Digitala lås":
      | organisation | ställning | av            |
      | Kommunal     | enig      | Maria Sjöberg |
      | Vision       | enig      | Per Holm      |
      | Ledarna      | enig      | Inga Moe      |
    Och "Amina Larsson" försöker förklara samverkan om "Digitala lås" avslutad på mötet med "LSG VO Väst" 2027-03-17
    Så avvisas det med "Ledarna"

  Scenario: Ersättaren talar bara när hen är i rummet
    När "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-03-17 klockan 13:00
    Och "Amina Larsson" sätter upp "Digitala lås" som "samverkan före beslut" på mötet med "LSG VO Väst" 2027-03-17
    Och "Amina Larsson" skickar kallelsen till mötet med "LSG VO Väst" 2027-03-17
    Och "Amina Larsson" skickar handlingarna till mötet med "LSG VO Väst" 2027-03-17
    Och klockan blir 2027-03-17 13:00
    Och "Amina Larsson" öppnar mötet med "LSG VO Väst" 2027-03-17
    Och behandlingen av "Digitala lås" inleds på mötet med "LSG VO Väst" 2027-03-17
    Och "Erik Sand" försöker ta ställning för "Kommunal" i "Digitala lås" som "enig"
    Så avvisas det
    När närvarande på mötet med "LSG VO Väst" 2027-03-17 är:
      | person        | deltar      | in    | ut    | ersätter      |
      | Amina Larsson | på plats    |       |       |               |
      | Maria Sjöberg | frånvarande |       |       |               |
      | Erik Sand     | på plats    | 13:00 | 14:00 | Maria Sjöberg |
      | Per Holm      | digitalt    |       |       |               |
    Och klockan blir 2027-03-17 13:30
    Och organisationerna tar ställning i "Digitala lås":
      | organisation | ställning | av        |
      | Kommunal     | enig      | Erik Sand |
      | Vision       | enig      | Per Holm  |
    Och klockan blir 2027-03-17 14:15
    Och "Erik Sand" försöker ta ställning för "Kommunal" i "Digitala lås" som "avstår"
    Så avvisas det
    När "Amina Larsson" förklarar samverkan om "Digitala lås" avslutad på mötet med "LSG VO Väst" 2027-03-17
    Och "Amina Larsson" avslutar mötet med "LSG VO Väst" 2027-03-17
    Så är spåret "LSG VO Väst" i "Digitala lås" "Fullgjord i enighet"
    Och står "Erik Sand" i protokollet från mötet med "LSG VO Väst" 2027-03-17

  Scenario: Den som är på mötet men tiger stoppar avslutet
    När "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-03-17 klockan 13:00
    Och "Amina Larsson" sätter upp "Digitala lås" som "samverkan före beslut" på mötet med "LSG VO Väst" 2027-03-17
    Och "Amina Larsson" skickar kallelsen till mötet med "LSG VO Väst" 2027-03-17
    Och "Amina Larsson" skickar handlingarna till mötet med "LSG VO Väst" 2027-03-17
    Och klockan blir 2027-03-17 13:00
    Och "Amina Larsson" öppnar mötet med "LSG VO Väst" 2027-03-17
    Och närvarande på mötet med "LSG VO Väst" 2027-03-17 är:
      | person        | deltar   |
      | Maria Sjöberg | på plats |
      | Per Holm      | på plats |
    Och behandlingen av "Digitala lås" inleds på mötet med "LSG VO Väst" 2027-03-17
    Och organisationerna tar ställning i "Digitala lås":
      | organisation | ställning | av            |
      | Kommunal     | enig      | Maria Sjöberg |
    Och "Amina Larsson" försöker förklara samverkan om "Digitala lås" avslutad på mötet med "LSG VO Väst" 2027-03-17
    Så avvisas det med "Vision"

  Scenario: Bara ordföranden förklarar samverkan avslutad
    När "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-03-17 klockan 13:00
    Och "Amina Larsson" sätter upp "Digitala lås" som "samverkan före beslut" på mötet med "LSG VO Väst" 2027-03-17
    Och "Amina Larsson" skickar kallelsen till mötet med "LSG VO Väst" 2027-03-17
    Och "Amina Larsson" skickar handlingarna till mötet med "LSG VO Väst" 2027-03-17
    Och klockan blir 2027-03-17 13:00
    Och "Amina Larsson" öppnar mötet med "LSG VO Väst" 2027-03-17
    Och behandlingen av "Digitala lås" inleds på mötet med "LSG VO Väst" 2027-03-17
    Och organisationerna tar ställning i "Digitala lås":
      | organisation | ställning | av            |
      | Kommunal     | enig      | Maria Sjöberg |
      | Vision       | enig      | Per Holm      |
    Och "Siv Lund" försöker förklara samverkan om "Digitala lås" avslutad på mötet med "LSG VO Väst" 2027-03-17
    Så avvisas det
    När "Maria Sjöberg" försöker förklara samverkan om "Digitala lås" avslutad på mötet med "LSG VO Väst" 2027-03-17
    Så avvisas det
    När "Göran Alm" försöker förklara samverkan om "Digitala lås" avslutad på mötet med "LSG VO Väst" 2027-03-17
    Så avvisas det

  Scenario: Oenighet kräver en motivering
    När "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-03-17 klockan 13:00
    Och "Amina Larsson" sätter upp "Digitala lås" som "samverkan före beslut" på mötet med "LSG VO Väst" 2027-03-17
    Och "Amina Larsson" skickar kallelsen till mötet med "LSG VO Väst" 2027-03-17
    Och "Amina Larsson" skickar handlingarna till mötet med "LSG VO Väst" 2027-03-17
    Och klockan blir 2027-03-17 13:00
    Och "Amina Larsson" öppnar mötet med "LSG VO Väst" 2027-03-17
    Och behandlingen av "Digitala lås" inleds på mötet med "LSG VO Väst" 2027-03-17
    Och "Maria Sjöberg" försöker ta ställning för "Kommunal" i "Digitala lås" som "oenig"
    Så avvisas det
