# language: sv
Egenskap: Vägar vidare
  Det som har stannat går vidare: efter bordläggning, efter ett avvikande nämndbeslut, efter ett beslut före samverkan och
  efter en ny oenighet.

  Bakgrund:
    Givet organisationen "Region Mellansjö" med samverkansavtal från 2027-01-01
    Och avtalet anger:
      | parameter                 | värde      |
      | riskbedömning före avslut | krävs inte |
    Och arbetstagarorganisationerna:
      | organisation    |
      | Kommunal        |
      | Vårdförbundet   |
      | Läkarförbundet  |
    Och enheterna:
      | enhet       | chef       |
      | Akutkliniken | Ulla Brink |
    Och grupperna:
      | grupp    | nivå | enhet        | ordförande |
      | LSG Akut | LSG  | Akutkliniken | Ulla Brink |
    Och mandaten:
      | person     | roll                | organisation   | grupp    | enhet        |
      | Mia Kvist  | facklig företrädare | Kommunal       | LSG Akut |              |
      | Lars Gran  | facklig företrädare | Vårdförbundet  | LSG Akut |              |
      | Lars Gran  | facklig företrädare | Läkarförbundet | LSG Akut |              |
      | Eva Storm  | skyddsombud         |                | LSG Akut | Akutkliniken |
      | Rut Alm    | registrator         |                |          |              |
      | Nils Öberg | förhandlingschef    |                |          |              |
      | Hanna Ros  | HR                  |                |          |              |
    Och klockan är 2027-05-10 09:00

  Scenario: Efter bordläggningen räknas tiden som organisationerna har haft handlingarna
    Givet "Ulla Brink" skapar ärendet "Nya nattpass":
      | fält            | värde            |
      | enhet           | Akutkliniken     |
      | kategori        | bemanning        |
      | syfte           | Färre övertid    |
      | planerat beslut | 2027-06-30       |
      | beslutsfattare  | chef             |
    Och APT-dialog om "Nya nattpass" hålls på "Akutkliniken" av "Ulla Brink"
    Och "Ulla Brink" lägger fram förslag 1 av "Nya nattpass":
      """
      Nattpassen blir tio timmar.
      """
    Och "Ulla Brink" fastställer samverkansplanen för "Nya nattpass":
      | spår  | grupp    |
      | grupp | LSG Akut |
    Och "Ulla Brink" planerar mötet med "LSG Akut" 2027-05-26 klockan 13:00
    Och "Ulla Brink" sätter upp "Nya nattpass" som "samverkan före beslut" på mötet med "LSG Akut" 2027-05-26
    Och "Ulla Brink" skickar kallelsen till mötet med "LSG Akut" 2027-05-26
    Och klockan blir 2027-05-24 09:00
    Och "Ulla Brink" skickar handlingarna till mötet med "LSG Akut" 2027-05-26
    Så varnas "Ulla Brink" med "2 dagar"
    Och har "Lars Gran" uppgiften "Svara om sena handlingar"
    När "Mia Kvist" begär för "Kommunal" bordläggning av "Nya nattpass"
    Och "Lars Gran" godtar för "Läkarförbundet" sena handlingar om "Nya nattpass"
    Och klockan blir 2027-05-26 13:00
    Och "Ulla Brink" öppnar mötet med "LSG Akut" 2027-05-26
    Och behandlingen av "Nya nattpass" inleds på mötet med "LSG Akut" 2027-05-26
    Och organisationerna tar ställning i "Nya nattpass":
      | organisation   | ställning | av        |
      | Kommunal       | enig      | Mia Kvist |
      | Vårdförbundet  | enig      | Lars Gran |
      | Läkarförbundet | avstår    | Lars Gran |
    Och "Ulla Brink" försöker förklara samverkan om "Nya nattpass" avslutad på mötet med "LSG Akut" 2027-05-26
    Så avvisas det med "Kommunal"
    Och avvisas det med "Vårdförbundet"
    När "Nya nattpass" bordläggs på mötet med "LSG Akut" 2027-05-26 till 2027-06-09 eftersom "Handlingarna kom sent"
    Och "Ulla Brink" avslutar mötet med "LSG Akut" 2027-05-26
    Så är spåret "LSG Akut" i "Nya nattpass" "Bordlagt"
    Och står "Handlingarna kom sent" i protokollet från mötet med "LSG Akut" 2027-05-26
    När "Ulla Brink" planerar mötet med "LSG Akut" 2027-06-09 klockan 13:00
    Och "Ulla Brink" sätter upp "Nya nattpass" som "samverkan före beslut" på mötet med "LSG Akut" 2027-06-09
    Och "Ulla Brink" skickar kallelsen till mötet med "LSG Akut" 2027-06-09
    Och klockan blir 2027-06-09 13:00
    Och "Ulla Brink" öppnar mötet med "LSG Akut" 2027-06-09
    Och behandlingen av "Nya nattpass" inleds på mötet med "LSG Akut" 2027-06-09
    Och organisationerna tar ställning i "Nya nattpass":
      | organisation   | ställning | av        |
      | Kommunal       | enig      | Mia Kvist |
      | Vårdförbundet  | enig      | Lars Gran |
      | Läkarförbundet | enig      | Lars Gran |
    Och "Ulla Brink" förklarar samverkan om "Nya nattpass" avslutad på mötet med "LSG Akut" 2027-06-09
    Och "Ulla Brink" avslutar mötet med "LSG Akut" 2027-06-09
    Så är spåret "LSG Akut" i "Nya nattpass" "Fullgjord i enighet"

  Scenario: Den som ändrar sig före avslutet har bara en ställning, och efteråt är den låst
    Givet "Ulla Brink" skapar ärendet "Ny jour":
      | fält            | värde          |
      | enhet           | Akutkliniken   |
      | kategori        | bemanning      |
      | syfte           | Trygg bemanning |
      | planerat beslut | 2027-06-30     |
      | beslutsfattare  | chef           |
    Och APT-dialog om "Ny jour" hålls på "Akutkliniken" av "Ulla Brink"
    Och "Ulla Brink" lägger fram förslag 1 av "Ny jour":
      """
      En bakjour till.
      """
    Och "Ulla Brink" planerar mötet med "LSG Akut" 2027-06-18 klockan 09:00
    Och "Ulla Brink" fastställer samverkansplanen för "Ny jour":
      | spår  | grupp    |
      | grupp | LSG Akut |
    Och "Ulla Brink" sätter upp "Ny jour" som "samverkan före beslut" på mötet med "LSG Akut" 2027-06-18
    Och "Ulla Brink" skickar kallelsen till mötet med "LSG Akut" 2027-06-18
    Och "Ulla Brink" skickar handlingarna till mötet med "LSG Akut" 2027-06-18
    Och klockan blir 2027-06-18 09:00
    Och "Ulla Brink" öppnar mötet med "LSG Akut" 2027-06-18
    Och behandlingen av "Ny jour" inleds på mötet med "LSG Akut" 2027-06-18
    Och organisationerna tar ställning i "Ny jour":
      | organisation   | ställning | motivering      | av        |
      | Kommunal       | oenig     | För lite vila   | Mia Kvist |
      | Läkarförbundet | oenig     | För få läkare   | Lars Gran |
      | Kommunal       | enig      |                 | Mia Kvist |
    Och "Ulla Brink" förklarar samverkan om "Ny jour" avslutad på mötet med "LSG Akut" 2027-06-18
    Och "Mia Kvist" försöker ta ställning för "Kommunal" i "Ny jour" som "avstår"
    Så avvisas det
    När "Ulla Brink" avslutar mötet med "LSG Akut" 2027-06-18
    Så är spåret "LSG Akut" i "Ny jour" "Inväntar begäran"
    # Sju dagar efter den 18 juni är midsommarafton.
    Och är tidigaste beslutsdag för "Ny jour" 2027-06-29
    Och står "För få läkare" i protokollet från mötet med "LSG Akut" 2027-06-18
    Och står inte "För lite vila" i protokollet från mötet med "LSG Akut" 2027-06-18
    När "Mia Kvist" försöker begära central förhandling i "Ny jour" för "Kommunal"
    Så avvisas det
    När klockan blir 2027-06-28 23:59
    Och "Lars Gran" begär central förhandling i "Ny jour" för "Läkarförbundet"
    Så är ärendet "Ny jour" "Central förhandling"
    # En ny version samverkas och en ny oenighet ger en ny frist och en ny förhandling.
    När förhandlingen med "Läkarförbundet" i "Ny jour" avslutas av "Nils Öberg" genom "oenighet"
    Och "Ulla Brink" lägger fram förslag 2 av "Ny jour":
      """
      Två bakjourer till.
      """
    Så är spåret "LSG Akut" i "Ny jour" "Inaktuellt"
    När "Ulla Brink" planerar mötet med "LSG Akut" 2027-08-18 klockan 09:00
    Och "Ulla Brink" sätter upp "Ny jour" som "samverkan före beslut" på mötet med "LSG Akut" 2027-08-18
    Så varnas "Ulla Brink" med "2027-06-30"
    När "Ulla Brink" skickar kallelsen till mötet med "LSG Akut" 2027-08-18
    Och "Ulla Brink" skickar handlingarna till mötet med "LSG Akut" 2027-08-18
    Och klockan blir 2027-08-18 09:00
    Och "Ulla Brink" öppnar mötet med "LSG Akut" 2027-08-18
    Och behandlingen av "Ny jour" inleds på mötet med "LSG Akut" 2027-08-18
    Och organisationerna tar ställning i "Ny jour":
      | organisation   | ställning | motivering           | av        |
      | Läkarförbundet | oenig     | Fortfarande för få   | Lars Gran |
    Och "Ulla Brink" förklarar samverkan om "Ny jour" avslutad på mötet med "LSG Akut" 2027-08-18
    Och "Ulla Brink" avslutar mötet med "LSG Akut" 2027-08-18
    Och "Lars Gran" begär central förhandling i "Ny jour" för "Läkarförbundet"
    Och klockan blir 2027-09-18 09:00
    Så kan "Ulla Brink" inte besluta i "Ny jour" eftersom "Central förhandling"
    När förhandlingen med "Läkarförbundet" i "Ny jour" avslutas av "Nils Öberg" genom "skriftligt frånträdande"
    Så kan "Ulla Brink" besluta i "Ny jour"

  Scenario: Ingen som är kallad har kommit eller sagt något
    Givet "Ulla Brink" skapar ärendet "Tyst fråga":
      | fält            | värde        |
      | enhet           | Akutkliniken |
      | kategori        | policy       |
      | syfte           | Ny rutin     |
      | planerat beslut | 2027-06-30   |
      | beslutsfattare  | chef         |
    Och "Ulla Brink" lägger fram förslag 1 av "Tyst fråga":
      """
      En ny rutin.
      """
    Så varnas "Ulla Brink" med "dialog"
    Givet "Ulla Brink" planerar mötet med "LSG Akut" 2027-05-26 klockan 13:00
    Och "Ulla Brink" sätter upp "Tyst fråga" som "samverkan före beslut" på mötet med "LSG Akut" 2027-05-26
    Och "Ulla Brink" fastställer samverkansplanen för "Tyst fråga":
      | spår  | grupp    |
      | grupp | LSG Akut |
    Och "Ulla Brink" skickar kallelsen till mötet med "LSG Akut" 2027-05-26
    Och "Ulla Brink" skickar handlingarna till mötet med "LSG Akut" 2027-05-26
    Och klockan blir 2027-05-26 13:00
    Och "Ulla Brink" öppnar mötet med "LSG Akut" 2027-05-26
    Och närvarande på mötet med "LSG Akut" 2027-05-26 är:
      | person    | deltar      |
      | Mia Kvist | frånvarande |
      | Lars Gran | frånvarande |
    Och behandlingen av "Tyst fråga" inleds på mötet med "LSG Akut" 2027-05-26
    När "Ulla Brink" försöker förklara samverkan om "Tyst fråga" avslutad på mötet med "LSG Akut" 2027-05-26
    Så avvisas det

  Scenario: Nämndens avvikande beslut samverkas om och registreras på nytt
    Givet "Ulla Brink" skapar ärendet "Färre vårdplatser":
      | fält            | värde          |
      | enhet           | Akutkliniken   |
      | kategori        | budget         |
      | syfte           | Budget i balans |
      | planerat beslut | 2027-06-16     |
      | beslutsfattare  | nämnd          |
    Och APT-dialog om "Färre vårdplatser" hålls på "Akutkliniken" av "Ulla Brink"
    Och "Ulla Brink" lägger fram förslag 1 av "Färre vårdplatser":
      """
      Fyra vårdplatser stängs.
      """
    Och "Ulla Brink" fastställer samverkansplanen för "Färre vårdplatser":
      | spår  | grupp    |
      | grupp | LSG Akut |
    Och "Ulla Brink" planerar mötet med "LSG Akut" 2027-06-02 klockan 13:00
    Och "Ulla Brink" sätter upp "Färre vårdplatser" som "samverkan före beslut" på mötet med "LSG Akut" 2027-06-02
    Och "Ulla Brink" skickar kallelsen till mötet med "LSG Akut" 2027-06-02
    Och "Ulla Brink" skickar handlingarna till mötet med "LSG Akut" 2027-06-02
    Och klockan blir 2027-06-02 13:00
    Och "Ulla Brink" öppnar mötet med "LSG Akut" 2027-06-02
    Och behandlingen av "Färre vårdplatser" inleds på mötet med "LSG Akut" 2027-06-02
    Och organisationerna tar ställning i "Färre vårdplatser":
      | organisation   | ställning | av        |
      | Kommunal       | enig      | Mia Kvist |
      | Vårdförbundet  | enig      | Lars Gran |
    Och "Ulla Brink" förklarar samverkan om "Färre vårdplatser" avslutad på mötet med "LSG Akut" 2027-06-02
    Och "Ulla Brink" avslutar mötet med "LSG Akut" 2027-06-02
    Och klockan blir 2027-06-17 09:00
    Och "Rut Alm" registrerar nämndens beslut i "Färre vårdplatser" 2027-06-16 med väsentlig avvikelse "Åtta vårdplatser stängs"
    Så är ärendet "Färre vårdplatser" "Beslut avviker"
    Och har "Hanna Ros" fått e-post med ämnet "Beslutet avviker: Färre vårdplatser"
    Och har "Eva Storm" fått e-post med ämnet "Beslutet avviker: Färre vårdplatser"
    När "Ulla Brink" lägger fram förslag 2 av "Färre vårdplatser":
      """
      Åtta vårdplatser stängs, i två steg.
      """
    Och "Ulla Brink" planerar mötet med "LSG Akut" 2027-08-18 klockan 13:00
    Och "Ulla Brink" sätter upp "Färre vårdplatser" som "samverkan före beslut" på mötet med "LSG Akut" 2027-08-18
    Och "Ulla Brink" skickar kallelsen till mötet med "LSG Akut" 2027-08-18
    Och "Ulla Brink" skickar handlingarna till mötet med "LSG Akut" 2027-08-18
    Och klockan blir 2027-08-18 13:00
    Och "Ulla Brink" öppnar mötet med "LSG Akut" 2027-08-18
    Och behandlingen av "Färre vårdplatser" inleds på mötet med "LSG Akut" 2027-08-18
    Och organisationerna tar ställning i "Färre vårdplatser":
      | organisation   | ställning | motivering          | av        |
      | Kommunal       | oenig     | Platserna behövs    | Mia Kvist |
    Och "Ulla Brink" förklarar samverkan om "Färre vårdplatser" avslutad på mötet med "LSG Akut" 2027-08-18
    Och "Ulla Brink" avslutar mötet med "LSG Akut" 2027-08-18
    Så är spåret "LSG Akut" i "Färre vårdplatser" "Inväntar begäran"
    Och är ärendet "Färre vårdplatser" "Beslut avviker"
    När "Mia Kvist" avstår för "Kommunal" från central förhandling i "Färre vårdplatser"
    Så är ärendet "Färre vårdplatser" "Redo för beslut"
    När klockan blir 2027-08-26 09:00
    Och "Rut Alm" registrerar nämndens beslut i "Färre vårdplatser" 2027-08-25 enligt förslaget
    Så är ärendet "Färre vårdplatser" "Beslutat"

  Scenario: Efter beslutet före samverkan samverkas det i efterhand
    Givet "Ulla Brink" skapar ärendet "Evakuering":
      | fält            | värde           |
      | enhet           | Akutkliniken    |
      | kategori        | lokaler         |
      | syfte           | Brand i plan 3  |
      | planerat beslut | 2027-05-10      |
      | beslutsfattare  | chef            |
    Och "Ulla Brink" lägger fram förslag 1 av "Evakuering":
      """
      Kliniken flyttar till plan 5.
      """
    Och "Ulla Brink" fastställer samverkansplanen för "Evakuering":
      | spår  | grupp    |
      | grupp | LSG Akut |
    Och "Ulla Brink" begär undantag för synnerliga skäl i "Evakuering":
      | värde                   | fält                   |
      | Flytta i dag            | vad                    |
      | Patienter skadas        | skada av att vänta     |
      | En brand i natt         | varför inte förutsett  |
      | Det brinner             | varför inte extra möte |
    Och "Nils Öberg" godkänner undantaget i "Evakuering"
    Och "Ulla Brink" beslutar i "Evakuering" enligt förslaget
    Så är ärendet "Evakuering" "Beslut före samverkan"
    När "Ulla Brink" planerar extra mötet med "LSG Akut" 2027-05-12 klockan 09:00
    Och "Ulla Brink" sätter upp "Evakuering" som "samverkan före beslut" på mötet med "LSG Akut" 2027-05-12
    Och "Ulla Brink" skickar kallelsen till mötet med "LSG Akut" 2027-05-12
    Och "Ulla Brink" skickar handlingarna till mötet med "LSG Akut" 2027-05-12
    Och "Mia Kvist" godtar för "Kommunal" extra möte med "LSG Akut" 2027-05-12
    Och "Lars Gran" godtar för "Vårdförbundet" extra möte med "LSG Akut" 2027-05-12
    Och "Lars Gran" godtar för "Läkarförbundet" extra möte med "LSG Akut" 2027-05-12
    Och klockan blir 2027-05-12 09:00
    Och "Ulla Brink" öppnar mötet med "LSG Akut" 2027-05-12
    Och behandlingen av "Evakuering" inleds på mötet med "LSG Akut" 2027-05-12
    Och organisationerna tar ställning i "Evakuering":
      | organisation   | ställning | av        |
      | Kommunal       | enig      | Mia Kvist |
    Och "Ulla Brink" förklarar samverkan om "Evakuering" avslutad på mötet med "LSG Akut" 2027-05-12
    Och "Ulla Brink" avslutar mötet med "LSG Akut" 2027-05-12
    Så är spåret "LSG Akut" i "Evakuering" "Fullgjord i enighet"
    Och är ärendet "Evakuering" "Beslutat"
    Och visar HR-översikten 1 "undantag enligt synnerliga skäl" för "Akutkliniken"
    Och har "Ulla Brink" inte uppgiften "Samverka i efterhand"

  Scenario: Ärendet behåller de parametrar som gällde vid första behandlingen
    Givet "Ulla Brink" skapar ärendet "Ny triage":
      | fält            | värde        |
      | enhet           | Akutkliniken |
      | kategori        | organisation |
      | syfte           | Kortare kö   |
      | planerat beslut | 2027-06-30   |
      | beslutsfattare  | chef         |
    Och APT-dialog om "Ny triage" hålls på "Akutkliniken" av "Ulla Brink"
    Och "Ulla Brink" lägger fram förslag 1 av "Ny triage":
      """
      Läkare i triagen.
      """
    Och "Ulla Brink" fastställer samverkansplanen för "Ny triage":
      | spår  | grupp    |
      | grupp | LSG Akut |
    Och "Ulla Brink" planerar mötet med "LSG Akut" 2027-05-26 klockan 13:00
    Och "Ulla Brink" sätter upp "Ny triage" som "samverkan före beslut" på mötet med "LSG Akut" 2027-05-26
    Och "Ulla Brink" skickar kallelsen till mötet med "LSG Akut" 2027-05-26
    Och "Ulla Brink" skickar handlingarna till mötet med "LSG Akut" 2027-05-26
    Och klockan blir 2027-05-26 13:00
    Och "Ulla Brink" öppnar mötet med "LSG Akut" 2027-05-26
    Och behandlingen av "Ny triage" inleds på mötet med "LSG Akut" 2027-05-26
    Och avtalet anger:
      | parameter                            | värde     |
      | frist för central förhandling, dagar | 14        |
      | samverkan fullgjord vid              | justering |
    Och organisationerna tar ställning i "Ny triage":
      | organisation   | ställning | motivering    | av        |
      | Läkarförbundet | oenig     | För få läkare | Lars Gran |
    Och "Ulla Brink" förklarar samverkan om "Ny triage" avslutad på mötet med "LSG Akut" 2027-05-26
    Och "Ulla Brink" avslutar mötet med "LSG Akut" 2027-05-26
    Så är spåret "LSG Akut" i "Ny triage" "Inväntar begäran"
    Och är tidigaste beslutsdag för "Ny triage" 2027-06-03
