# language: sv
Egenskap: Förhandlingar enligt MBL med egen logg, sen begäran och avtal som upphör
  En förhandling har sin egen logg som parterna skriver i och som ingen annan organisation ser. Den som ber om
  förhandling för sent behöver arbetsgivarens samtycke. Avtal gäller per organisation och dag.

  Bakgrund:
    Givet organisationen "Älvsunda kommun" med samverkansavtal från 2027-01-01
    Och avtalet anger:
      | parameter                 | värde      |
      | riskbedömning före avslut | krävs inte |
    Och arbetstagarorganisationerna:
      | organisation    |
      | Kommunal        |
      | Sveriges Lärare |
    Och enheterna:
      | enhet          | chef          | del av     |
      | Utbildning     | Ulf Ek        |            |
      | Förskolor Norr | Sofia Nyström | Utbildning |
    Och grupperna:
      | grupp       | nivå | enhet          | ordförande    | överordnad |
      | FSG UT      | FSG  | Utbildning     | Ulf Ek        |            |
      | LSG UT Norr | LSG  | Förskolor Norr | Sofia Nyström | FSG UT     |
    Och mandaten:
      | person     | roll                | organisation    | grupp       |
      | Karin Dahl | facklig företrädare | Sveriges Lärare | LSG UT Norr |
      | Ali Haddad | facklig företrädare | Kommunal        | LSG UT Norr |
      | Karin Dahl | facklig företrädare | Sveriges Lärare | FSG UT      |
      | Nils Öberg | förhandlingschef    |                 |             |
      | Hanna Ros  | HR                  |                 |             |
    Och klockan är 2027-01-18 09:00
    Och "Sofia Nyström" skapar ärendet "Längre öppettider":
      | fält            | värde                       |
      | enhet           | Förskolor Norr              |
      | kategori        | arbetstid                   |
      | syfte           | Föräldrar som börjar tidigt |
      | planerat beslut | 2027-06-30                  |
      | beslutsfattare  | chef                        |
    Och APT-dialog om "Längre öppettider" hålls på "Förskolor Norr" av "Sofia Nyström"
    Och "Sofia Nyström" lägger fram förslag 1 av "Längre öppettider":
      """
      Förskolorna öppnar 05.45 från den 16 augusti 2027.
      """
    Och "Sofia Nyström" fastställer samverkansplanen för "Längre öppettider":
      | spår  | grupp       |
      | grupp | LSG UT Norr |

  Scenario: Efter första samverkanstillfället behöver båda vilja förhandla
    När "Sofia Nyström" planerar mötet med "LSG UT Norr" 2027-02-17 klockan 09:00
    Och "Sofia Nyström" sätter upp "Längre öppettider" som "samverkan före beslut" på mötet med "LSG UT Norr" 2027-02-17
    Och "Sofia Nyström" skickar kallelsen till mötet med "LSG UT Norr" 2027-02-17
    Och "Sofia Nyström" skickar handlingarna till mötet med "LSG UT Norr" 2027-02-17
    Och klockan blir 2027-02-17 09:00
    Och "Sofia Nyström" öppnar mötet med "LSG UT Norr" 2027-02-17
    Och behandlingen av "Längre öppettider" inleds på mötet med "LSG UT Norr" 2027-02-17
    Och organisationerna tar ställning i "Längre öppettider":
      | organisation    | ställning | motivering       | av         |
      | Sveriges Lärare | oenig     | För få pedagoger | Karin Dahl |
      | Kommunal        | enig      |                  | Ali Haddad |
    Och "Sofia Nyström" förklarar samverkan om "Längre öppettider" avslutad på mötet med "LSG UT Norr" 2027-02-17
    Och "Sofia Nyström" avslutar mötet med "LSG UT Norr" 2027-02-17
    Och klockan blir 2027-02-18 09:00
    Och "Ali Haddad" försöker begära MBL-förhandling i "Längre öppettider" för "Kommunal"
    Så avvisas det med "17 februari 2027"
    När "Ali Haddad" ber om förhandling i "Längre öppettider" för "Kommunal" eftersom "Delade turer har tillkommit"
    Så har "Sofia Nyström" uppgiften "Svara Kommunal som vill förhandla"
    Och har "Nils Öberg" fått e-post med ämnet "Begäran om förhandling: Längre öppettider"
    När "Sofia Nyström" går med på att förhandla i "Längre öppettider"
    Så är spåret "MBL 11 Kommunal" i "Längre öppettider" "Förhandling pågår"
    Och kan "Sofia Nyström" inte besluta i "Längre öppettider" eftersom "Kommunal"

  Scenario: Arbetsgivaren går inte med på en sen förhandling
    När "Sofia Nyström" planerar mötet med "LSG UT Norr" 2027-02-17 klockan 09:00
    Och "Sofia Nyström" sätter upp "Längre öppettider" som "samverkan före beslut" på mötet med "LSG UT Norr" 2027-02-17
    Och "Sofia Nyström" skickar kallelsen till mötet med "LSG UT Norr" 2027-02-17
    Och "Sofia Nyström" skickar handlingarna till mötet med "LSG UT Norr" 2027-02-17
    Och klockan blir 2027-02-17 09:00
    Och "Sofia Nyström" öppnar mötet med "LSG UT Norr" 2027-02-17
    Och behandlingen av "Längre öppettider" inleds på mötet med "LSG UT Norr" 2027-02-17
    Och organisationerna tar ställning i "Längre öppettider":
      | organisation    | ställning | motivering       | av         |
      | Sveriges Lärare | oenig     | För få pedagoger | Karin Dahl |
      | Kommunal        | enig      |                  | Ali Haddad |
    Och "Sofia Nyström" förklarar samverkan om "Längre öppettider" avslutad på mötet med "LSG UT Norr" 2027-02-17
    Och "Sofia Nyström" avslutar mötet med "LSG UT Norr" 2027-02-17
    Och klockan blir 2027-02-18 09:00
    Och "Ali Haddad" ber om förhandling i "Längre öppettider" för "Kommunal" eftersom "Delade turer har tillkommit"
    Och "Nils Öberg" går inte med på att förhandla i "Längre öppettider" eftersom "Frågan är behandlad i gruppen"
    Så finns inte spåret "MBL 11 Kommunal" i "Längre öppettider"
    Och säger ärendet "Längre öppettider" "Frågan är behandlad i gruppen"
    Och har "Ali Haddad" fått e-post med ämnet "Svar på er begäran om förhandling: Längre öppettider"
    Och innehåller händelseloggen för "Längre öppettider" "gick inte med på att förhandla med Kommunal"

  Scenario: Så länge begäran kan lämnas i tid behövs inget samtycke
    När "Ali Haddad" försöker be om förhandling i "Längre öppettider" för "Kommunal" eftersom "Vi vill förhandla"
    Så avvisas det med "utan att arbetsgivaren behöver gå med på det"

  Scenario: Parterna skriver i förhandlingens logg, och ingen annan organisation läser den
    När "Ali Haddad" begär MBL-förhandling i "Längre öppettider" för "Kommunal"
    Och "Sofia Nyström" skriver i loggen för "MBL 11 Kommunal" i "Längre öppettider":
      | rad      | dag        | med                | text                              |
      | kallelse | 2027-01-18 | Ali Haddad         | Kallelse till förhandling 25 jan. |
    Och klockan blir 2027-01-25 15:00
    Och "Nils Öberg" skriver i loggen för "MBL 11 Kommunal" i "Längre öppettider":
      | rad  | dag        | med                     | text                          |
      | möte | 2027-01-25 | Ali Haddad och Åsa Lind | Vi gick igenom schemat.       |
      | bud  | 2027-01-25 |                         | Öppning 06.00 i stället.      |
    Och "Ali Haddad" skriver i loggen för "MBL 11 Kommunal" i "Längre öppettider":
      | rad     | dag        | text                     |
      | yrkande | 2027-01-25 | Två personer vid öppning |
    Så läser "Hanna Ros" "Öppning 06.00 i stället." i loggen för "MBL 11 Kommunal" i "Längre öppettider"
    Och läser "Ali Haddad" "facklig företrädare" i loggen för "MBL 11 Kommunal" i "Längre öppettider"
    Och kan "Karin Dahl" inte läsa loggen för "MBL 11 Kommunal" i "Längre öppettider"
    När förhandlingen med "Kommunal" i "Längre öppettider" avslutas av "Sofia Nyström" genom "enighet"
    Så säger ärendet "Längre öppettider" "Gällde version 1"

  Scenario: Begäran om MBL-förhandling tas tillbaka före mötet
    När "Ali Haddad" begär MBL-förhandling i "Längre öppettider" för "Kommunal"
    Och "Ali Haddad" tar tillbaka begäran om "MBL 11 Kommunal" i "Längre öppettider"
    Så är spåret "MBL 11 Kommunal" i "Längre öppettider" "Avslutat"
    När "Sofia Nyström" planerar mötet med "LSG UT Norr" 2027-02-17 klockan 09:00
    Och "Sofia Nyström" sätter upp "Längre öppettider" som "samverkan före beslut" på mötet med "LSG UT Norr" 2027-02-17
    Och "Sofia Nyström" skickar kallelsen till mötet med "LSG UT Norr" 2027-02-17
    Och "Sofia Nyström" skickar handlingarna till mötet med "LSG UT Norr" 2027-02-17
    Och klockan blir 2027-02-17 09:00
    Och "Sofia Nyström" öppnar mötet med "LSG UT Norr" 2027-02-17
    Och behandlingen av "Längre öppettider" inleds på mötet med "LSG UT Norr" 2027-02-17
    Och organisationerna tar ställning i "Längre öppettider":
      | organisation    | ställning | motivering       | av         |
      | Sveriges Lärare | oenig     | För få pedagoger | Karin Dahl |
      | Kommunal        | enig      |                  | Ali Haddad |
    Och "Sofia Nyström" förklarar samverkan om "Längre öppettider" avslutad på mötet med "LSG UT Norr" 2027-02-17
    Och "Sofia Nyström" avslutar mötet med "LSG UT Norr" 2027-02-17
    Och klockan blir 2027-02-25 09:00
    Så kan "Sofia Nyström" besluta i "Längre öppettider"

  Scenario: Begäran om central förhandling tas tillbaka inom fristen
    När "Sofia Nyström" planerar mötet med "LSG UT Norr" 2027-02-17 klockan 09:00
    Och "Sofia Nyström" sätter upp "Längre öppettider" som "samverkan före beslut" på mötet med "LSG UT Norr" 2027-02-17
    Och "Sofia Nyström" skickar kallelsen till mötet med "LSG UT Norr" 2027-02-17
    Och "Sofia Nyström" skickar handlingarna till mötet med "LSG UT Norr" 2027-02-17
    Och klockan blir 2027-02-17 09:00
    Och "Sofia Nyström" öppnar mötet med "LSG UT Norr" 2027-02-17
    Och behandlingen av "Längre öppettider" inleds på mötet med "LSG UT Norr" 2027-02-17
    Och organisationerna tar ställning i "Längre öppettider":
      | organisation    | ställning | motivering       | av         |
      | Sveriges Lärare | oenig     | För få pedagoger | Karin Dahl |
      | Kommunal        | enig      |                  | Ali Haddad |
    Och "Sofia Nyström" förklarar samverkan om "Längre öppettider" avslutad på mötet med "LSG UT Norr" 2027-02-17
    Och "Sofia Nyström" avslutar mötet med "LSG UT Norr" 2027-02-17
    Och "Karin Dahl" begär central förhandling i "Längre öppettider" för "Sveriges Lärare"
    Och klockan blir 2027-02-22 10:00
    Och "Karin Dahl" tar tillbaka begäran om "Central förhandling Sveriges Lärare" i "Längre öppettider"
    Så är ärendet "Längre öppettider" "Inväntar begäran"
    När klockan blir 2027-02-25 00:00
    Så är ärendet "Längre öppettider" "Redo för beslut"

  Scenario: Ett avtal som upphör mitt i ärendet syns från den dag slutdagen är känd
    Givet arbetstagarorganisationerna:
      | organisation | avtal till |
      | Kommunal     | 2027-03-31 |
    Så säger ärendet "Längre öppettider" "Från 1 april 2027 behöver ni förhandla med Kommunal enligt MBL 11 §"
    När klockan blir 2027-01-19 07:30
    Så har "Sofia Nyström" fått morgonbrev med "Samverkansavtalet upphör under ärendet"
    Och har "Sofia Nyström" uppgiften "Samverkansavtalet med Kommunal upphör"
    När "Sofia Nyström" planerar mötet med "LSG UT Norr" 2027-02-17 klockan 09:00
    Och "Sofia Nyström" sätter upp "Längre öppettider" som "samverkan före beslut" på mötet med "LSG UT Norr" 2027-02-17
    Och "Sofia Nyström" skickar kallelsen till mötet med "LSG UT Norr" 2027-02-17
    Och "Sofia Nyström" skickar handlingarna till mötet med "LSG UT Norr" 2027-02-17
    Och klockan blir 2027-02-17 09:00
    Och "Sofia Nyström" öppnar mötet med "LSG UT Norr" 2027-02-17
    Och behandlingen av "Längre öppettider" inleds på mötet med "LSG UT Norr" 2027-02-17
    Och organisationerna tar ställning i "Längre öppettider":
      | organisation    | ställning | motivering       | av         |
      | Sveriges Lärare | oenig     | För få pedagoger | Karin Dahl |
      | Kommunal        | enig      |                  | Ali Haddad |
    Och "Sofia Nyström" förklarar samverkan om "Längre öppettider" avslutad på mötet med "LSG UT Norr" 2027-02-17
    Och "Sofia Nyström" avslutar mötet med "LSG UT Norr" 2027-02-17
    Och klockan blir 2027-04-12 09:00
    Så finns inte spåret "MBL 11 Kommunal" i "Längre öppettider"
    Och kan "Sofia Nyström" besluta i "Längre öppettider"

  Scenario: Det som behandlas efter avtalets sista dag förhandlas
    Givet arbetstagarorganisationerna:
      | organisation | avtal till |
      | Kommunal     | 2027-02-16 |
    När "Sofia Nyström" planerar mötet med "LSG UT Norr" 2027-02-17 klockan 09:00
    Och "Sofia Nyström" sätter upp "Längre öppettider" som "samverkan före beslut" på mötet med "LSG UT Norr" 2027-02-17
    Och "Sofia Nyström" skickar kallelsen till mötet med "LSG UT Norr" 2027-02-17
    Och "Sofia Nyström" skickar handlingarna till mötet med "LSG UT Norr" 2027-02-17
    Och klockan blir 2027-02-17 09:00
    Och "Sofia Nyström" öppnar mötet med "LSG UT Norr" 2027-02-17
    Och behandlingen av "Längre öppettider" inleds på mötet med "LSG UT Norr" 2027-02-17
    Och organisationerna tar ställning i "Längre öppettider":
      | organisation    | ställning | motivering       | av         |
      | Sveriges Lärare | oenig     | För få pedagoger | Karin Dahl |
    Och "Sofia Nyström" förklarar samverkan om "Längre öppettider" avslutad på mötet med "LSG UT Norr" 2027-02-17
    Och "Sofia Nyström" avslutar mötet med "LSG UT Norr" 2027-02-17
    Så är spåret "MBL 11 Kommunal" i "Längre öppettider" "Planerat"
    När klockan blir 2027-02-25 09:00
    Så kan "Sofia Nyström" inte besluta i "Längre öppettider" eftersom "Kommunal"

  Scenario: Ett avtal som börjar gälla igen gör inte det som behandlades under det gamla ogjort
    Givet arbetstagarorganisationerna:
      | organisation | avtal till |
      | Kommunal     | 2027-02-28 |
    När "Sofia Nyström" planerar mötet med "LSG UT Norr" 2027-02-17 klockan 09:00
    Och "Sofia Nyström" sätter upp "Längre öppettider" som "samverkan före beslut" på mötet med "LSG UT Norr" 2027-02-17
    Och "Sofia Nyström" skickar kallelsen till mötet med "LSG UT Norr" 2027-02-17
    Och "Sofia Nyström" skickar handlingarna till mötet med "LSG UT Norr" 2027-02-17
    Och klockan blir 2027-02-17 09:00
    Och "Sofia Nyström" öppnar mötet med "LSG UT Norr" 2027-02-17
    Och behandlingen av "Längre öppettider" inleds på mötet med "LSG UT Norr" 2027-02-17
    Och organisationerna tar ställning i "Längre öppettider":
      | organisation    | ställning | motivering       | av         |
      | Sveriges Lärare | oenig     | För få pedagoger | Karin Dahl |
      | Kommunal        | enig      |                  | Ali Haddad |
    Och "Sofia Nyström" förklarar samverkan om "Längre öppettider" avslutad på mötet med "LSG UT Norr" 2027-02-17
    Och "Sofia Nyström" avslutar mötet med "LSG UT Norr" 2027-02-17
    Och klockan blir 2027-05-03 09:00
    Givet arbetstagarorganisationerna:
      | organisation | avtal från | avtal till |
      | Kommunal     | 2027-06-01 |            |
    Så finns inte spåret "MBL 11 Kommunal" i "Längre öppettider"
    Och kan "Sofia Nyström" besluta i "Längre öppettider"
