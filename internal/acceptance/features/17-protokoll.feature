# language: sv
Egenskap: Protokollet skrivs gemensamt, justeras text för text och ändras aldrig efteråt
  Den som justerar godkänner just den text som hen läste. En paragraf kan justeras omedelbart så att beslutet inte behöver
  vänta, och ett justerat protokoll rättas bara genom en rättelse som justeras för sig.

  Bakgrund:
    Givet organisationen "Älvsunda kommun" med samverkansavtal från 2027-01-01
    Och avtalet anger:
      | parameter                  | värde      |
      | samverkan fullgjord vid    | justering  |
      | justering, dagar           | 10         |
      | riskbedömning före avslut  | krävs inte |
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
      | person        | roll                | organisation | grupp       | enhet          |
      | Maria Sjöberg | facklig företrädare | Kommunal     | LSG VO Väst |                |
      | Per Holm      | facklig företrädare | Vision       | LSG VO Väst |                |
      | Tove Lind     | medarbetare         |              |             | Hemtjänst Väst |
      | Hanna Ros     | HR                  |              |             |                |
    Och klockan är 2027-02-15 09:00
    Och "Amina Larsson" skapar ärendet "Ny vilolokal":
      | fält            | värde                     |
      | enhet           | Hemtjänst Väst            |
      | kategori        | lokaler                   |
      | syfte           | Ostörd vila på nattpasset |
      | planerat beslut | 2027-04-30                |
      | beslutsfattare  | chef                      |
    Och APT-dialog om "Ny vilolokal" hålls på "Hemtjänst Väst" av "Amina Larsson"
    Och "Amina Larsson" lägger fram förslag 1 av "Ny vilolokal":
      """
      Förrådet blir vilrum från den 1 juni 2027.
      """
    Och "Amina Larsson" fastställer samverkansplanen för "Ny vilolokal":
      | spår  | grupp       |
      | grupp | LSG VO Väst |
    Och "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-03-03 klockan 13:00
    Och "Amina Larsson" sätter upp "Ny vilolokal" som "samverkan före beslut" på mötet med "LSG VO Väst" 2027-03-03
    Och "Amina Larsson" skickar kallelsen till mötet med "LSG VO Väst" 2027-03-03
    Och "Amina Larsson" skickar handlingarna till mötet med "LSG VO Väst" 2027-03-03
    Och klockan blir 2027-03-03 13:00
    Och "Amina Larsson" öppnar mötet med "LSG VO Väst" 2027-03-03
    Och närvarande på mötet med "LSG VO Väst" 2027-03-03 är:
      | person        | deltar   |
      | Amina Larsson | på plats |
      | Maria Sjöberg | på plats |
      | Per Holm      | digitalt |
    Och behandlingen av "Ny vilolokal" inleds på mötet med "LSG VO Väst" 2027-03-03
    Och organisationerna tar ställning i "Ny vilolokal":
      | organisation | ställning | motivering | av            |
      | Kommunal     | enig      |            | Maria Sjöberg |
      | Vision       | enig      |            | Per Holm      |
    Och "Amina Larsson" förklarar samverkan om "Ny vilolokal" avslutad på mötet med "LSG VO Väst" 2027-03-03
    Och "Amina Larsson" avslutar mötet med "LSG VO Väst" 2027-03-03

  Scenario: Omedelbar justering av en paragraf låter chefen besluta innan resten är justerat
    Så är spåret "LSG VO Väst" i "Ny vilolokal" "Pågår"
    När "Amina Larsson" lämnar paragrafen om "Ny vilolokal" för omedelbar justering till "Maria Sjöberg" på mötet med "LSG VO Väst" 2027-03-03
    Så har "Maria Sjöberg" uppgiften "Justera en paragraf omedelbart"
    Och kan "Amina Larsson" inte besluta i "Ny vilolokal"
    När "Maria Sjöberg" justerar paragrafen om "Ny vilolokal" på mötet med "LSG VO Väst" 2027-03-03
    Så är ärendet "Ny vilolokal" "Redo för beslut"
    Och är protokollet från mötet med "LSG VO Väst" 2027-03-03 "Utkast"
    Och står "Omedelbart justerad" i protokollet från mötet med "LSG VO Väst" 2027-03-03
    När "Amina Larsson" beslutar i "Ny vilolokal" enligt förslaget
    Så är ärendet "Ny vilolokal" "Beslutat"
    När "Amina Larsson" försöker skriva "En annan text" om "Ny vilolokal" i protokollet från mötet med "LSG VO Väst" 2027-03-03
    Så avvisas det

  Scenario: En synpunkt på en paragraf leder till en ändring som alla läser och justerar
    När klockan blir 2027-03-05 10:00
    Och "Amina Larsson" skickar protokollet från mötet med "LSG VO Väst" 2027-03-03 för justering till "Maria Sjöberg", "Per Holm"
    Och "Maria Sjöberg" läser protokollet från mötet med "LSG VO Väst" 2027-03-03
    Och "Per Holm" lämnar synpunkten "Ventilationen saknas" på paragrafen om "Ny vilolokal" på mötet med "LSG VO Väst" 2027-03-03
    Så har "Amina Larsson" uppgiften "Besvara synpunkter på protokollet"
    När "Amina Larsson" skriver "Gruppen talade om ventilationen." om "Ny vilolokal" i protokollet från mötet med "LSG VO Väst" 2027-03-03
    Och "Amina Larsson" svarar "Texten har ändrats" på synpunkten "Ventilationen saknas" på mötet med "LSG VO Väst" 2027-03-03
    Så ser "Maria Sjöberg" att "§ 5" har ändrats i protokollet från mötet med "LSG VO Väst" 2027-03-03
    När "Maria Sjöberg" justerar protokollet från mötet med "LSG VO Väst" 2027-03-03
    Och "Per Holm" justerar protokollet från mötet med "LSG VO Väst" 2027-03-03
    Så är protokollet från mötet med "LSG VO Väst" 2027-03-03 "Justerat"
    Och står "talade om ventilationen" i protokollet från mötet med "LSG VO Väst" 2027-03-03

  Scenario: Den som justerar godkänner den text som hen läste
    När klockan blir 2027-03-05 10:00
    Och "Amina Larsson" skickar protokollet från mötet med "LSG VO Väst" 2027-03-03 för justering till "Per Holm"
    Och "Per Holm" läser protokollet från mötet med "LSG VO Väst" 2027-03-03
    Och "Amina Larsson" skriver "Något helt annat." om "Ny vilolokal" i protokollet från mötet med "LSG VO Väst" 2027-03-03
    Och "Per Holm" försöker justera den text som hen läste i protokollet från mötet med "LSG VO Väst" 2027-03-03
    Så avvisas det med "har ändrats"
    Och är protokollet från mötet med "LSG VO Väst" 2027-03-03 "För justering"

  Scenario: En ersättare justerar för den som inte svarar
    När klockan blir 2027-03-05 10:00
    Och "Amina Larsson" skickar protokollet från mötet med "LSG VO Väst" 2027-03-03 för justering till "Per Holm"
    Och klockan blir 2027-03-16 09:00
    Så är protokollet från mötet med "LSG VO Väst" 2027-03-03 "Ojusterat"
    När "Amina Larsson" utser "Maria Sjöberg" till justerare i stället för "Per Holm" på mötet med "LSG VO Väst" 2027-03-03
    Så har "Maria Sjöberg" uppgiften "Justera protokollet"
    När "Per Holm" försöker justera protokollet från mötet med "LSG VO Väst" 2027-03-03
    Så avvisas det
    När "Maria Sjöberg" justerar protokollet från mötet med "LSG VO Väst" 2027-03-03
    Så är protokollet från mötet med "LSG VO Väst" 2027-03-03 "Justerat"
    Och står "Ersatt av en annan justerare" i protokollet från mötet med "LSG VO Väst" 2027-03-03

  Scenario: Ett justerat protokoll rättas genom en rättelse som justeras för sig
    När klockan blir 2027-03-05 10:00
    Och "Amina Larsson" skickar protokollet från mötet med "LSG VO Väst" 2027-03-03 för justering till "Maria Sjöberg"
    Och "Maria Sjöberg" justerar protokollet från mötet med "LSG VO Väst" 2027-03-03
    Och "Amina Larsson" rättar paragrafen om "Ny vilolokal" i protokollet från mötet med "LSG VO Väst" 2027-03-03: "Rummet är 14 kvadratmeter."
    Så har "Maria Sjöberg" uppgiften "Justera en rättelse"
    När "Maria Sjöberg" justerar rättelsen av protokollet från mötet med "LSG VO Väst" 2027-03-03
    Så står "Rummet är 14 kvadratmeter." i protokollet från mötet med "LSG VO Väst" 2027-03-03
    Och är protokollet från mötet med "LSG VO Väst" 2027-03-03 "Justerat"
    Och visar utdraget om "Ny vilolokal" från mötet med "LSG VO Väst" 2027-03-03 "Hela protokollets kontrollsumma"

  Scenario: En ersättare justerar en rättelse för den som inte svarar
    När klockan blir 2027-03-05 10:00
    Och "Amina Larsson" skickar protokollet från mötet med "LSG VO Väst" 2027-03-03 för justering till "Maria Sjöberg"
    Och "Maria Sjöberg" justerar protokollet från mötet med "LSG VO Väst" 2027-03-03
    Och "Amina Larsson" rättar paragrafen om "Ny vilolokal" i protokollet från mötet med "LSG VO Väst" 2027-03-03: "Rummet är 14 kvadratmeter."
    Och "Amina Larsson" utser "Per Holm" till justerare av rättelsen i stället för "Maria Sjöberg" på mötet med "LSG VO Väst" 2027-03-03
    Så har "Per Holm" uppgiften "Justera en rättelse"
    När "Per Holm" justerar rättelsen av protokollet från mötet med "LSG VO Väst" 2027-03-03
    Så står "Rummet är 14 kvadratmeter." i protokollet från mötet med "LSG VO Väst" 2027-03-03

  Scenario: En sekretessbelagd paragraf syns bara med sitt nummer tills någon med rätt öppnar den och säger varför
    När klockan blir 2027-03-05 10:00
    Och "Amina Larsson" skapar ärendet "Skydd för en medarbetare":
      | fält            | värde              |
      | enhet           | Hemtjänst Väst     |
      | kategori        | arbetsmiljö        |
      | syfte           | Tryggare kvällar   |
      | planerat beslut | 2027-05-31         |
      | beslutsfattare  | chef               |
      | sekretess       | OSL 39 kap. 1 §    |
    Och APT-dialog om "Skydd för en medarbetare" hålls på "Hemtjänst Väst" av "Amina Larsson"
    Och "Amina Larsson" lägger fram förslag 1 av "Skydd för en medarbetare":
      """
      Kvällsturen körs av två.
      """
    Och "Amina Larsson" fastställer samverkansplanen för "Skydd för en medarbetare":
      | spår  | grupp       |
      | grupp | LSG VO Väst |
    Och "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-03-24 klockan 13:00
    Och "Amina Larsson" sätter upp "Skydd för en medarbetare" som "samverkan före beslut" på mötet med "LSG VO Väst" 2027-03-24
    Och "Amina Larsson" skickar kallelsen till mötet med "LSG VO Väst" 2027-03-24
    Och "Amina Larsson" skickar handlingarna till mötet med "LSG VO Väst" 2027-03-24
    Och klockan blir 2027-03-24 13:00
    Och "Amina Larsson" öppnar mötet med "LSG VO Väst" 2027-03-24
    Och närvarande på mötet med "LSG VO Väst" 2027-03-24 är:
      | person        | deltar   |
      | Amina Larsson | på plats |
      | Maria Sjöberg | på plats |
    Och behandlingen av "Skydd för en medarbetare" inleds på mötet med "LSG VO Väst" 2027-03-24
    Och organisationerna tar ställning i "Skydd för en medarbetare":
      | organisation | ställning | motivering | av            |
      | Kommunal     | enig      |            | Maria Sjöberg |
    Och "Amina Larsson" förklarar samverkan om "Skydd för en medarbetare" avslutad på mötet med "LSG VO Väst" 2027-03-24
    Och "Amina Larsson" avslutar mötet med "LSG VO Väst" 2027-03-24
    Och "Amina Larsson" skickar protokollet från mötet med "LSG VO Väst" 2027-03-24 för justering till "Maria Sjöberg"
    Och "Maria Sjöberg" justerar protokollet från mötet med "LSG VO Väst" 2027-03-24
    Och klockan blir 2027-03-29 09:00
    Så ser "Tove Lind" texten "är sekretessbelagd (OSL 39 kap. 1 §)" i protokollet från mötet med "LSG VO Väst" 2027-03-24
    Och ser "Tove Lind" inte texten "Kvällsturen körs av två." i protokollet från mötet med "LSG VO Väst" 2027-03-24
    Och ser "Hanna Ros" inte texten "Kvällsturen körs av två." i protokollet från mötet med "LSG VO Väst" 2027-03-24
    Och ser "Maria Sjöberg" texten "Kvällsturen körs av två." i protokollet från mötet med "LSG VO Väst" 2027-03-24
    När "Hanna Ros" öppnar det sekretessbelagda i protokollet från mötet med "LSG VO Väst" 2027-03-24: "Stödjer chefen i skyddet"
    Så ser "Hanna Ros" texten "Kvällsturen körs av två." i protokollet från mötet med "LSG VO Väst" 2027-03-24
    Och ser "Tove Lind" inte texten "Kvällsturen körs av två." i protokollet från mötet med "LSG VO Väst" 2027-03-24

  Scenario: En punkt utan ärende kan vara hemlig för sig, och blir öppen när skälet har fallit bort
    När "Amina Larsson" skickar protokollet från mötet med "LSG VO Väst" 2027-03-03 för justering till "Maria Sjöberg"
    Och "Maria Sjöberg" justerar protokollet från mötet med "LSG VO Väst" 2027-03-03
    Och klockan blir 2027-03-08 09:00
    Så ser "Tove Lind" texten "Föregående protokoll" i protokollet från mötet med "LSG VO Väst" 2027-03-03
    När "Amina Larsson" markerar punkten "Föregående protokoll och åtgärdslista" som hemlig enligt "OSL 39 kap. 2 §" på mötet med "LSG VO Väst" 2027-03-03: "En åtgärd gällde en enskild"
    Så ser "Tove Lind" inte texten "Föregående protokoll" i protokollet från mötet med "LSG VO Väst" 2027-03-03
    Och ser "Tove Lind" texten "är sekretessbelagd (OSL 39 kap. 2 §)" i protokollet från mötet med "LSG VO Väst" 2027-03-03
    Och ser "Tove Lind" texten "Förrådet blir vilrum" i protokollet från mötet med "LSG VO Väst" 2027-03-03
    Och ser "Maria Sjöberg" texten "Föregående protokoll" i protokollet från mötet med "LSG VO Väst" 2027-03-03
    Och är protokollet från mötet med "LSG VO Väst" 2027-03-03 "Justerat"
    När "Amina Larsson" tar bort sekretessen för punkten "Föregående protokoll och åtgärdslista" på mötet med "LSG VO Väst" 2027-03-03: "Åtgärden är avslutad"
    Så ser "Tove Lind" texten "Föregående protokoll" i protokollet från mötet med "LSG VO Väst" 2027-03-03

  Scenario: En fråga som sekretessmarkeras efter justeringen maskeras för den som läser därefter
    När "Amina Larsson" skickar protokollet från mötet med "LSG VO Väst" 2027-03-03 för justering till "Maria Sjöberg"
    Och "Maria Sjöberg" justerar protokollet från mötet med "LSG VO Väst" 2027-03-03
    Och klockan blir 2027-03-08 09:00
    Så ser "Tove Lind" texten "Förrådet blir vilrum" i protokollet från mötet med "LSG VO Väst" 2027-03-03
    När "Amina Larsson" ändrar ärendet "Ny vilolokal":
      | fält      | värde           |
      | sekretess | OSL 18 kap. 8 § |
    Så ser "Tove Lind" inte texten "Förrådet blir vilrum" i protokollet från mötet med "LSG VO Väst" 2027-03-03
    Och ser "Tove Lind" inte texten "Ny vilolokal" i protokollet från mötet med "LSG VO Väst" 2027-03-03
    Och ser "Tove Lind" texten "är sekretessbelagd (OSL 18 kap. 8 §)" i protokollet från mötet med "LSG VO Väst" 2027-03-03
    Och ser "Maria Sjöberg" texten "Förrådet blir vilrum" i protokollet från mötet med "LSG VO Väst" 2027-03-03
    Och är protokollet från mötet med "LSG VO Väst" 2027-03-03 "Justerat"
