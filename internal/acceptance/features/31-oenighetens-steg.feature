# language: sv
Egenskap: Stegen vid oenighet före central förhandling
  Avtalet kan låta parterna försöka en gång till lokalt innan en oenig organisation begär central förhandling: i samma
  grupp, i gruppen ovanför, eller först det ena och sedan det andra. Beslutet väntar under tiden (MBL 14 §).

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

  Scenario: Förstärkt samverkan begärs, hålls och slutar i enighet
    Givet avtalet anger:
      | parameter         | värde                                    |
      | steg vid oenighet | förstärkt samverkan, central förhandling |
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
    Så är ärendet "Längre öppettider" "Inväntar begäran"
    Och säger ärendet "Längre öppettider" "kan begära förstärkt samverkan till och med 24 februari 2027"
    Och säger ärendet "Längre öppettider" "Förstärkt samverkan, LSG UT Norr: till och med 24 februari 2027"
    När "Karin Dahl" försöker begära central förhandling i "Längre öppettider" för "Sveriges Lärare"
    Så avvisas det med "förstärkt samverkan före central förhandling"
    När "Karin Dahl" begär nästa steg i "Längre öppettider" för "Sveriges Lärare"
    Så är ärendet "Längre öppettider" "Förstärkt samverkan"
    Och är spåret "LSG UT Norr" i "Längre öppettider" "Förstärkt samverkan"
    Och har "Sofia Nyström" uppgiften "Ordna nästa steg med Sveriges Lärare"
    Och har "Nils Öberg" fått e-post med ämnet "Nästa steg efter oenighet begärt: Längre öppettider"
    När klockan blir 2027-03-15 09:00
    Så kan "Sofia Nyström" inte besluta i "Längre öppettider" eftersom "LSG UT Norr"
    När "Sofia Nyström" planerar mötet med "LSG UT Norr" 2027-03-31 klockan 09:00
    Och "Sofia Nyström" sätter upp "Längre öppettider" som "samverkan före beslut" på mötet med "LSG UT Norr" 2027-03-31
    Och "Sofia Nyström" skickar kallelsen till mötet med "LSG UT Norr" 2027-03-31
    Och "Sofia Nyström" skickar handlingarna till mötet med "LSG UT Norr" 2027-03-31
    Och klockan blir 2027-03-31 09:00
    Och "Sofia Nyström" öppnar mötet med "LSG UT Norr" 2027-03-31
    Och behandlingen av "Längre öppettider" inleds på mötet med "LSG UT Norr" 2027-03-31
    Och organisationerna tar ställning i "Längre öppettider":
      | organisation    | ställning | motivering       | av         |
      | Sveriges Lärare | enig      |                  | Karin Dahl |
      | Kommunal        | enig      |                  | Ali Haddad |
    Och "Sofia Nyström" förklarar samverkan om "Längre öppettider" avslutad på mötet med "LSG UT Norr" 2027-03-31
    Och "Sofia Nyström" avslutar mötet med "LSG UT Norr" 2027-03-31
    Så är spåret "LSG UT Norr" i "Längre öppettider" "Fullgjord i enighet"
    Och är ärendet "Längre öppettider" "Redo för beslut"
    Och har "Sofia Nyström" inte uppgiften "Ordna nästa steg med Sveriges Lärare"
    Och kan "Sofia Nyström" besluta i "Längre öppettider"

  Scenario: Förstärkt samverkan slutar i oenighet och öppnar fristen för central förhandling
    Givet avtalet anger:
      | parameter         | värde                                    |
      | steg vid oenighet | förstärkt samverkan, central förhandling |
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
    Och "Karin Dahl" begär nästa steg i "Längre öppettider" för "Sveriges Lärare"
    Och "Sofia Nyström" planerar mötet med "LSG UT Norr" 2027-03-10 klockan 09:00
    Och "Sofia Nyström" sätter upp "Längre öppettider" som "samverkan före beslut" på mötet med "LSG UT Norr" 2027-03-10
    Och "Sofia Nyström" skickar kallelsen till mötet med "LSG UT Norr" 2027-03-10
    Och "Sofia Nyström" skickar handlingarna till mötet med "LSG UT Norr" 2027-03-10
    Och klockan blir 2027-03-10 09:00
    Och "Sofia Nyström" öppnar mötet med "LSG UT Norr" 2027-03-10
    Och behandlingen av "Längre öppettider" inleds på mötet med "LSG UT Norr" 2027-03-10
    Och organisationerna tar ställning i "Längre öppettider":
      | organisation    | ställning | motivering       | av         |
      | Sveriges Lärare | oenig     | För få pedagoger | Karin Dahl |
      | Kommunal        | enig      |                  | Ali Haddad |
    Och "Sofia Nyström" förklarar samverkan om "Längre öppettider" avslutad på mötet med "LSG UT Norr" 2027-03-10
    Och "Sofia Nyström" avslutar mötet med "LSG UT Norr" 2027-03-10
    Så är ärendet "Längre öppettider" "Inväntar begäran"
    Och är tidigaste beslutsdag för "Längre öppettider" 2027-03-18
    När "Karin Dahl" begär central förhandling i "Längre öppettider" för "Sveriges Lärare"
    Så är ärendet "Längre öppettider" "Central förhandling"
    När förhandlingen med "Sveriges Lärare" i "Längre öppettider" avslutas av "Nils Öberg" genom "enighet"
    Så är ärendet "Längre öppettider" "Redo för beslut"

  Scenario: Gruppen ovanför behandlar frågan när avtalet säger det
    Givet avtalet anger:
      | parameter         | värde                            |
      | steg vid oenighet | högre grupp, central förhandling |
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
    När "Karin Dahl" begär nästa steg i "Längre öppettider" för "Sveriges Lärare"
    Så är ärendet "Längre öppettider" "I högre samverkansgrupp"
    Och är spåret "LSG UT Norr" i "Längre öppettider" "Fullgjord i oenighet"
    Och är spåret "FSG UT" i "Längre öppettider" "Planerat"
    Och kan "Sofia Nyström" inte besluta i "Längre öppettider" eftersom "FSG UT"
    När "Ulf Ek" planerar mötet med "FSG UT" 2027-03-10 klockan 09:00
    Och "Sofia Nyström" sätter upp "Längre öppettider" som "samverkan före beslut" på mötet med "FSG UT" 2027-03-10
    Och "Ulf Ek" skickar kallelsen till mötet med "FSG UT" 2027-03-10
    Och "Ulf Ek" skickar handlingarna till mötet med "FSG UT" 2027-03-10
    Och klockan blir 2027-03-10 09:00
    Och "Ulf Ek" öppnar mötet med "FSG UT" 2027-03-10
    Och behandlingen av "Längre öppettider" inleds på mötet med "FSG UT" 2027-03-10
    Och organisationerna tar ställning i "Längre öppettider":
      | organisation    | ställning | motivering       | av         |
      | Sveriges Lärare | enig      |                  | Karin Dahl |
    Och "Ulf Ek" förklarar samverkan om "Längre öppettider" avslutad på mötet med "FSG UT" 2027-03-10
    Och "Ulf Ek" avslutar mötet med "FSG UT" 2027-03-10
    Så är spåret "FSG UT" i "Längre öppettider" "Fullgjord i enighet"
    Och är ärendet "Längre öppettider" "Redo för beslut"

  Scenario: Först förstärkt samverkan, sedan gruppen ovanför, sist central förhandling
    Givet avtalet anger:
      | parameter         | värde                                                 |
      | steg vid oenighet | förstärkt samverkan, högre grupp, central förhandling |
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
    Och "Karin Dahl" begär nästa steg i "Längre öppettider" för "Sveriges Lärare"
    Och "Sofia Nyström" planerar mötet med "LSG UT Norr" 2027-03-10 klockan 09:00
    Och "Sofia Nyström" sätter upp "Längre öppettider" som "samverkan före beslut" på mötet med "LSG UT Norr" 2027-03-10
    Och "Sofia Nyström" skickar kallelsen till mötet med "LSG UT Norr" 2027-03-10
    Och "Sofia Nyström" skickar handlingarna till mötet med "LSG UT Norr" 2027-03-10
    Och klockan blir 2027-03-10 09:00
    Och "Sofia Nyström" öppnar mötet med "LSG UT Norr" 2027-03-10
    Och behandlingen av "Längre öppettider" inleds på mötet med "LSG UT Norr" 2027-03-10
    Och organisationerna tar ställning i "Längre öppettider":
      | organisation    | ställning | motivering       | av         |
      | Sveriges Lärare | oenig     | För få pedagoger | Karin Dahl |
      | Kommunal        | enig      |                  | Ali Haddad |
    Och "Sofia Nyström" förklarar samverkan om "Längre öppettider" avslutad på mötet med "LSG UT Norr" 2027-03-10
    Och "Sofia Nyström" avslutar mötet med "LSG UT Norr" 2027-03-10
    Och "Karin Dahl" försöker begära central förhandling i "Längre öppettider" för "Sveriges Lärare"
    Så avvisas det med "gruppen ovanför"
    När "Karin Dahl" begär nästa steg i "Längre öppettider" för "Sveriges Lärare"
    Så är ärendet "Längre öppettider" "I högre samverkansgrupp"
    När "Ulf Ek" planerar mötet med "FSG UT" 2027-04-07 klockan 09:00
    Och "Sofia Nyström" sätter upp "Längre öppettider" som "samverkan före beslut" på mötet med "FSG UT" 2027-04-07
    Och "Ulf Ek" skickar kallelsen till mötet med "FSG UT" 2027-04-07
    Och "Ulf Ek" skickar handlingarna till mötet med "FSG UT" 2027-04-07
    Och klockan blir 2027-04-07 09:00
    Och "Ulf Ek" öppnar mötet med "FSG UT" 2027-04-07
    Och behandlingen av "Längre öppettider" inleds på mötet med "FSG UT" 2027-04-07
    Och organisationerna tar ställning i "Längre öppettider":
      | organisation    | ställning | motivering       | av         |
      | Sveriges Lärare | oenig     | För få pedagoger | Karin Dahl |
    Och "Ulf Ek" förklarar samverkan om "Längre öppettider" avslutad på mötet med "FSG UT" 2027-04-07
    Och "Ulf Ek" avslutar mötet med "FSG UT" 2027-04-07
    Så är ärendet "Längre öppettider" "Inväntar begäran"
    När "Karin Dahl" begär central förhandling i "Längre öppettider" för "Sveriges Lärare"
    Så är ärendet "Längre öppettider" "Central förhandling"

  Scenario: Ingen begär nästa steg inom fristen
    Givet avtalet anger:
      | parameter         | värde                                    |
      | steg vid oenighet | förstärkt samverkan, central förhandling |
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
    Och klockan blir 2027-02-24 23:59
    Så kan "Sofia Nyström" inte besluta i "Längre öppettider" eftersom "Sveriges Lärare"
    När klockan blir 2027-02-25 00:00
    Så är spåret "LSG UT Norr" i "Längre öppettider" "Fullgjord i oenighet"
    Och kan "Sofia Nyström" besluta i "Längre öppettider"
    När "Karin Dahl" försöker begära nästa steg i "Längre öppettider" för "Sveriges Lärare"
    Så avvisas det

  Scenario: Begäran tas tillbaka och fristen löper vidare
    Givet avtalet anger:
      | parameter         | värde                                    |
      | steg vid oenighet | förstärkt samverkan, central förhandling |
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
    Och "Karin Dahl" begär nästa steg i "Längre öppettider" för "Sveriges Lärare"
    Och klockan blir 2027-02-22 09:00
    Och "Karin Dahl" tar tillbaka begäran om nästa steg i "Längre öppettider"
    Så är ärendet "Längre öppettider" "Inväntar begäran"
    När klockan blir 2027-02-25 00:00
    Så är ärendet "Längre öppettider" "Redo för beslut"

  Scenario: Den som avstår släpper fram beslutet också när nästa steg är förstärkt samverkan
    Givet avtalet anger:
      | parameter         | värde                                    |
      | steg vid oenighet | förstärkt samverkan, central förhandling |
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
    Och "Karin Dahl" avstår för "Sveriges Lärare" från central förhandling i "Längre öppettider"
    Så är ärendet "Längre öppettider" "Redo för beslut"

  Scenario: En ny version gör begäran inaktuell
    Givet avtalet anger:
      | parameter         | värde                                    |
      | steg vid oenighet | förstärkt samverkan, central förhandling |
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
    Och "Karin Dahl" begär nästa steg i "Längre öppettider" för "Sveriges Lärare"
    Och klockan blir 2027-02-22 09:00
    Och "Sofia Nyström" lägger fram förslag 2 av "Längre öppettider":
      """
      Förskolorna öppnar 06.00 från den 16 augusti 2027.
      """
    Så är spåret "LSG UT Norr" i "Längre öppettider" "Inaktuellt"
    Och säger ärendet "Längre öppettider" "Gällde version 1. Version 2 ändrar förslaget i sak"

  Scenario: Den som är enig har inget steg att begära
    Givet avtalet anger:
      | parameter         | värde                                    |
      | steg vid oenighet | förstärkt samverkan, central förhandling |
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
    Och "Ali Haddad" försöker begära nästa steg i "Längre öppettider" för "Kommunal"
    Så avvisas det
