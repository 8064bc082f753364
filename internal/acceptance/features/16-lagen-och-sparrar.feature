# language: sv
Egenskap: Ärendets lägen och det som spärrar
  Läget följer av det som har hänt. Varje sak som saknas sägs, med vem som kan göra något åt den.

  Bakgrund:
    Givet organisationen "Älvsunda Energi AB" med samverkansavtal från 2027-01-01
    Och arbetstagarorganisationerna:
      | organisation |
      | Kommunal     |
      | Unionen      |
    Och enheterna:
      | enhet  | del av | chef       |
      | Bolaget |       | Kaj Ström  |
      | Drift  | Bolaget | Åsa Volt  |
    Och grupperna:
      | grupp     | nivå | enhet   | ordförande | skyddskommitté |
      | Bolagsråd | CSG  | Bolaget | Kaj Ström  | ja             |
    Och mandaten:
      | person     | roll                | organisation | grupp     | enhet   | till       |
      | Mia Kvist  | facklig företrädare | Kommunal     | Bolagsråd |         | 2027-03-19 |
      | Bo Kvist   | facklig företrädare | Kommunal     | Bolagsråd |         |            |
      | Lars Gran  | facklig företrädare | Unionen      | Bolagsråd |         |            |
      | Siv Lund   | sekreterare         |              | Bolagsråd |         |            |
      | Jon Säker  | skyddsombud         |              |           | Drift   |            |
      | Hanna Ros  | HR                  |              |           |         |            |
      | Nils Öberg | förhandlingschef    |              |           |         |            |
    Och klockan är 2027-03-01 09:00
    Och "Åsa Volt" skapar ärendet "Ny driftcentral":
      | fält            | värde             |
      | enhet           | Drift             |
      | kategori        | lokaler           |
      | syfte           | Säkrare bevakning |
      | planerat beslut | 2027-04-30        |
      | beslutsfattare  | chef              |

  Scenario: Lägena fram till samverkan
    Så är ärendet "Ny driftcentral" "Utkast"
    Och är tidigaste beslutsdag för "Ny driftcentral" 2027-03-15
    Och kan "Åsa Volt" inte besluta i "Ny driftcentral" eftersom "förslag"
    Och kan "Åsa Volt" inte besluta i "Ny driftcentral" eftersom "samverkansplan"
    Och kan "Åsa Volt" inte besluta i "Ny driftcentral" eftersom "riskbedömning"
    När APT-dialog om "Ny driftcentral" hålls på "Drift" av "Åsa Volt"
    Så är ärendet "Ny driftcentral" "Tidig dialog"
    När "Åsa Volt" lägger fram förslag 1 av "Ny driftcentral":
      """
      Driftcentralen flyttar till Hamngatan.
      """
    Så är ärendet "Ny driftcentral" "Beredning"
    När "Åsa Volt" fastställer samverkansplanen för "Ny driftcentral":
      | spår  | grupp     |
      | grupp | Bolagsråd |
    Och "Siv Lund" planerar mötet med "Bolagsråd" 2027-03-17 klockan 10:00
    Och "Siv Lund" sätter upp "Ny driftcentral" som "samverkan före beslut" på mötet med "Bolagsråd" 2027-03-17
    Och "Siv Lund" skickar kallelsen till mötet med "Bolagsråd" 2027-03-17
    Så är ärendet "Ny driftcentral" "Beredning"
    Och är tidigaste beslutsdag för "Ny driftcentral" 2027-03-17
    När "Siv Lund" skickar handlingarna till mötet med "Bolagsråd" 2027-03-17
    Så varnas "Siv Lund" med "riskbedömning"
    Och är ärendet "Ny driftcentral" "Under samverkan"
    Och visar HR-översikten 1 "ärenden under samverkan" för "Drift"
    Och visar HR-översikten 1 "ärenden under samverkan" för "Bolaget"
    Och har "Lars Gran" uppgiften "Läs handlingarna"

  Scenario: Ordföranden sätter upp någon annans ärende
    Givet "Åsa Volt" lägger fram förslag 1 av "Ny driftcentral":
      """
      Driftcentralen flyttar till Hamngatan.
      """
    Och "Åsa Volt" fastställer samverkansplanen för "Ny driftcentral":
      | spår  | grupp     |
      | grupp | Bolagsråd |
    När "Kaj Ström" planerar mötet med "Bolagsråd" 2027-03-17 klockan 10:00
    Och "Kaj Ström" sätter upp "Ny driftcentral" som "tidig dialog" på mötet med "Bolagsråd" 2027-03-17
    Och "Åsa Volt" sätter upp "Ny driftcentral" som "samverkan före beslut" på mötet med "Bolagsråd" 2027-03-17
    Så är spåret "Bolagsråd" i "Ny driftcentral" "Planerat"

  Scenario: Utan kallelse och handlingar kan samverkan inte avslutas
    Givet "Åsa Volt" lägger fram förslag 1 av "Ny driftcentral":
      """
      Driftcentralen flyttar till Hamngatan.
      """
    Och "Åsa Volt" fastställer samverkansplanen för "Ny driftcentral":
      | spår  | grupp     |
      | grupp | Bolagsråd |
    Och "Åsa Volt" fastställer riskbedömningen för "Ny driftcentral" med "Jon Säker" som instämmer
    Och "Kaj Ström" planerar mötet med "Bolagsråd" 2027-03-17 klockan 10:00
    Och "Åsa Volt" sätter upp "Ny driftcentral" som "samverkan före beslut" på mötet med "Bolagsråd" 2027-03-17
    När klockan blir 2027-03-17 10:00
    Och "Kaj Ström" försöker skicka kallelsen till mötet med "Bolagsråd" 2027-03-17
    Så avvisas det
    När "Kaj Ström" försöker skicka handlingarna till mötet med "Bolagsråd" 2027-03-17
    Så avvisas det
    När "Kaj Ström" öppnar mötet med "Bolagsråd" 2027-03-17
    Och behandlingen av "Ny driftcentral" inleds på mötet med "Bolagsråd" 2027-03-17
    Och organisationerna tar ställning i "Ny driftcentral":
      | organisation | ställning | av        |
      | Kommunal     | enig      | Mia Kvist |
      | Unionen      | enig      | Lars Gran |
    Och "Kaj Ström" försöker förklara samverkan om "Ny driftcentral" avslutad på mötet med "Bolagsråd" 2027-03-17
    Så avvisas det med "kallelse"
    Och avvisas det med "handlingar"
    Och avvisas det med "Unionen"

  Scenario: En begär central förhandling, en låter fristen gå, och en annan företrädare får begära
    Givet "Åsa Volt" lägger fram förslag 1 av "Ny driftcentral":
      """
      Driftcentralen flyttar till Hamngatan.
      """
    Och "Åsa Volt" fastställer samverkansplanen för "Ny driftcentral":
      | spår  | grupp     |
      | grupp | Bolagsråd |
    Och "Åsa Volt" fastställer riskbedömningen för "Ny driftcentral" med "Jon Säker" som instämmer
    Och "Kaj Ström" planerar mötet med "Bolagsråd" 2027-03-17 klockan 10:00
    Och "Åsa Volt" sätter upp "Ny driftcentral" som "samverkan före beslut" på mötet med "Bolagsråd" 2027-03-17
    Och "Kaj Ström" skickar kallelsen till mötet med "Bolagsråd" 2027-03-17
    Och "Kaj Ström" skickar handlingarna till mötet med "Bolagsråd" 2027-03-17
    Och klockan blir 2027-03-17 10:00
    Och "Kaj Ström" öppnar mötet med "Bolagsråd" 2027-03-17
    Och behandlingen av "Ny driftcentral" inleds på mötet med "Bolagsråd" 2027-03-17
    Och organisationerna tar ställning i "Ny driftcentral":
      | organisation | ställning | motivering  | av        |
      | Kommunal     | oenig     | Långt bort  | Mia Kvist |
      | Unionen      | oenig     | Dyrt        | Lars Gran |
    Och "Kaj Ström" förklarar samverkan om "Ny driftcentral" avslutad på mötet med "Bolagsråd" 2027-03-17
    Och "Kaj Ström" avslutar mötet med "Bolagsråd" 2027-03-17
    När klockan blir 2027-03-22 09:00
    Och "Mia Kvist" försöker begära central förhandling i "Ny driftcentral" för "Kommunal"
    Så avvisas det
    När "Bo Kvist" begär central förhandling i "Ny driftcentral" för "Kommunal"
    Så är ärendet "Ny driftcentral" "Central förhandling"
    Och är spåret "Bolagsråd" i "Ny driftcentral" "Inväntar begäran"
    Och kan "Åsa Volt" inte besluta i "Ny driftcentral" eftersom "Unionen"
    Och kan "Åsa Volt" inte besluta i "Ny driftcentral" eftersom "Kommunal"
    När förhandlingen med "Kommunal" i "Ny driftcentral" avslutas av "Nils Öberg" genom "enighet"
    Så kan "Åsa Volt" inte besluta i "Ny driftcentral" eftersom "Unionen"
    Och är ärendet "Ny driftcentral" "Inväntar begäran"
    När klockan blir 2027-03-24 23:59
    Så kan "Åsa Volt" inte besluta i "Ny driftcentral"
    # Sju dagar efter den 17 mars är den 24 mars, som är en arbetsdag.
    När klockan blir 2027-03-25 00:00
    Så är spåret "Bolagsråd" i "Ny driftcentral" "Fullgjord i oenighet"
    Och kan "Åsa Volt" besluta i "Ny driftcentral"
    När "Kaj Ström" försöker besluta i "Ny driftcentral"
    Så avvisas det
    När "Åsa Volt" beslutar i "Ny driftcentral" enligt förslaget
    Så är ärendet "Ny driftcentral" "Beslutat"
    När klockan blir 2027-03-25 07:00
    Så har "Lars Gran" fått morgonbrev med "Beslut fattat"

  Scenario: Att sitta i en annan roll ändrar inte vem som beslutar
    Givet mandaten:
      | person   | roll                |
      | Åsa Volt | HR                  |
      | Åsa Volt | förhandlingschef    |
    Så ser "Åsa Volt" ärendet "Ny driftcentral"
    Och kan "Åsa Volt" inte besluta i "Ny driftcentral"
    När "Hanna Ros" försöker besluta i "Ny driftcentral"
    Så avvisas det
    När "Siv Lund" försöker besluta i "Ny driftcentral"
    Så avvisas det
