# language: sv
Egenskap: Frister, central förhandling och begäran om MBL-förhandling
  Fristen räknas i hela dagar från avslutet. Den som vill lämna samverkan för förhandling enligt MBL säger det senast vid
  första samverkanstillfället.

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
      | enhet          | chef          |
      | Förskolor Norr | Sofia Nyström |
    Och grupperna:
      | grupp       | nivå | enhet          | ordförande    |
      | LSG UT Norr | LSG  | Förskolor Norr | Sofia Nyström |
    Och mandaten:
      | person     | roll                | organisation    | grupp       |
      | Karin Dahl | facklig företrädare | Sveriges Lärare | LSG UT Norr |
      | Ali Haddad | facklig företrädare | Kommunal        | LSG UT Norr |
      | Nils Öberg | förhandlingschef    |                 |             |
    Och klockan är 2027-02-15 09:00
    Och "Sofia Nyström" skapar ärendet "Längre öppettider":
      | fält            | värde                          |
      | enhet           | Förskolor Norr                 |
      | kategori        | arbetstid                      |
      | syfte           | Föräldrar som börjar tidigt    |
      | planerat beslut | 2027-04-30                     |
      | beslutsfattare  | chef                           |
    Och APT-dialog om "Längre öppettider" hålls på "Förskolor Norr" av "Sofia Nyström"
    Och "Sofia Nyström" lägger fram förslag 1 av "Längre öppettider":
      """
      Förskolorna öppnar 05.45 från den 16 augusti 2027.
      """
    Och "Sofia Nyström" fastställer samverkansplanen för "Längre öppettider":
      | spår  | grupp       |
      | grupp | LSG UT Norr |
    Och "Sofia Nyström" planerar mötet med "LSG UT Norr" 2027-03-19 klockan 09:00
    Och "Sofia Nyström" sätter upp "Längre öppettider" som "samverkan före beslut" på mötet med "LSG UT Norr" 2027-03-19
    Och "Sofia Nyström" skickar kallelsen till mötet med "LSG UT Norr" 2027-03-19
    Och "Sofia Nyström" skickar handlingarna till mötet med "LSG UT Norr" 2027-03-19

  Scenario: Fristens sista dag är långfredagen och flyttas till nästa arbetsdag
    När klockan blir 2027-03-19 09:00
    Och "Sofia Nyström" öppnar mötet med "LSG UT Norr" 2027-03-19
    Och behandlingen av "Längre öppettider" inleds på mötet med "LSG UT Norr" 2027-03-19
    Och organisationerna tar ställning i "Längre öppettider":
      | organisation    | ställning | motivering         | av         |
      | Sveriges Lärare | oenig     | För få pedagoger   | Karin Dahl |
      | Kommunal        | oenig     | Delade turer       | Ali Haddad |
    Och "Sofia Nyström" förklarar samverkan om "Längre öppettider" avslutad på mötet med "LSG UT Norr" 2027-03-19
    Och "Sofia Nyström" avslutar mötet med "LSG UT Norr" 2027-03-19
    Så är tidigaste beslutsdag för "Längre öppettider" 2027-03-31
    När klockan blir 2027-03-30 23:59
    Så är ärendet "Längre öppettider" "Inväntar begäran"
    Och kan "Sofia Nyström" inte besluta i "Längre öppettider" eftersom "Kommunal"
    När klockan blir 2027-03-31 00:00
    Så är ärendet "Längre öppettider" "Redo för beslut"

  Scenario: Utan omräkning till arbetsdag räknas långfredagen som vilken dag som helst
    Givet avtalet anger:
      | parameter                | värde |
      | omräkning till arbetsdag | nej   |
    När klockan blir 2027-03-19 09:00
    Och "Sofia Nyström" öppnar mötet med "LSG UT Norr" 2027-03-19
    Och behandlingen av "Längre öppettider" inleds på mötet med "LSG UT Norr" 2027-03-19
    Och organisationerna tar ställning i "Längre öppettider":
      | organisation    | ställning | motivering       | av         |
      | Sveriges Lärare | oenig     | För få pedagoger | Karin Dahl |
      | Kommunal        | enig      |                  | Ali Haddad |
    Och "Sofia Nyström" förklarar samverkan om "Längre öppettider" avslutad på mötet med "LSG UT Norr" 2027-03-19
    Och "Sofia Nyström" avslutar mötet med "LSG UT Norr" 2027-03-19
    Så är tidigaste beslutsdag för "Längre öppettider" 2027-03-27
    När klockan blir 2027-03-27 00:00
    Så är spåret "LSG UT Norr" i "Längre öppettider" "Fullgjord i oenighet"

  Scenario: Organisationerna avstår från fristen
    När klockan blir 2027-03-19 09:00
    Och "Sofia Nyström" öppnar mötet med "LSG UT Norr" 2027-03-19
    Och behandlingen av "Längre öppettider" inleds på mötet med "LSG UT Norr" 2027-03-19
    Och organisationerna tar ställning i "Längre öppettider":
      | organisation    | ställning | motivering       | av         |
      | Sveriges Lärare | oenig     | För få pedagoger | Karin Dahl |
      | Kommunal        | oenig     | Delade turer     | Ali Haddad |
    Och "Sofia Nyström" förklarar samverkan om "Längre öppettider" avslutad på mötet med "LSG UT Norr" 2027-03-19
    Och "Sofia Nyström" avslutar mötet med "LSG UT Norr" 2027-03-19
    Och "Karin Dahl" avstår för "Sveriges Lärare" från central förhandling i "Längre öppettider"
    Så är spåret "LSG UT Norr" i "Längre öppettider" "Inväntar begäran"
    Och kan "Sofia Nyström" inte besluta i "Längre öppettider" eftersom "Kommunal"
    När "Ali Haddad" avstår för "Kommunal" från central förhandling i "Längre öppettider"
    Så är spåret "LSG UT Norr" i "Längre öppettider" "Fullgjord i oenighet"
    Och kan "Sofia Nyström" besluta i "Längre öppettider"
    När "Karin Dahl" försöker begära central förhandling i "Längre öppettider" för "Sveriges Lärare"
    Så avvisas det

  Scenariomall: Central förhandling avslutas genom <sätt>
    När klockan blir 2027-03-19 09:00
    Och "Sofia Nyström" öppnar mötet med "LSG UT Norr" 2027-03-19
    Och behandlingen av "Längre öppettider" inleds på mötet med "LSG UT Norr" 2027-03-19
    Och organisationerna tar ställning i "Längre öppettider":
      | organisation    | ställning | motivering       | av         |
      | Sveriges Lärare | oenig     | För få pedagoger | Karin Dahl |
      | Kommunal        | enig      |                  | Ali Haddad |
    Och "Sofia Nyström" förklarar samverkan om "Längre öppettider" avslutad på mötet med "LSG UT Norr" 2027-03-19
    Och "Sofia Nyström" avslutar mötet med "LSG UT Norr" 2027-03-19
    Och klockan blir 2027-03-22 10:00
    Och "Karin Dahl" begär central förhandling i "Längre öppettider" för "Sveriges Lärare"
    Så har "Nils Öberg" fått e-post med ämnet "Central förhandling begärd: Längre öppettider"
    Och är spåret "Central förhandling Sveriges Lärare" i "Längre öppettider" "Förhandling pågår"
    När "Karin Dahl" försöker begära central förhandling i "Längre öppettider" för "Sveriges Lärare"
    Så avvisas det
    När förhandlingen med "Sveriges Lärare" i "Längre öppettider" avslutas av "Nils Öberg" genom "<sätt>"
    Så är spåret "Central förhandling Sveriges Lärare" i "Längre öppettider" "Avslutat"
    Och är spåret "LSG UT Norr" i "Längre öppettider" "Fullgjord i oenighet"
    Och kan "Sofia Nyström" besluta i "Längre öppettider"

    Exempel:
      | sätt                    |
      | enighet                 |
      | oenighet                |
      | skriftligt frånträdande |

  Scenario: MBL-förhandling begärs före första samverkanstillfället
    När klockan blir 2027-03-18 16:00
    Och "Ali Haddad" begär MBL-förhandling i "Längre öppettider" för "Kommunal"
    Så är spåret "MBL 11 Kommunal" i "Längre öppettider" "Förhandling pågår"
    Och har "Nils Öberg" fått e-post med ämnet "MBL-förhandling begärd: Längre öppettider"
    När klockan blir 2027-03-19 09:00
    Och "Sofia Nyström" öppnar mötet med "LSG UT Norr" 2027-03-19
    Och behandlingen av "Längre öppettider" inleds på mötet med "LSG UT Norr" 2027-03-19
    Och organisationerna tar ställning i "Längre öppettider":
      | organisation    | ställning | av         |
      | Sveriges Lärare | enig      | Karin Dahl |
    Och "Sofia Nyström" förklarar samverkan om "Längre öppettider" avslutad på mötet med "LSG UT Norr" 2027-03-19
    Och "Sofia Nyström" avslutar mötet med "LSG UT Norr" 2027-03-19
    Så är spåret "LSG UT Norr" i "Längre öppettider" "Fullgjord i enighet"
    Och kan "Sofia Nyström" inte besluta i "Längre öppettider" eftersom "Kommunal"
    När förhandlingen med "Kommunal" i "Längre öppettider" avslutas av "Sofia Nyström" genom "enighet"
    Så kan "Sofia Nyström" besluta i "Längre öppettider"

  Scenario: MBL-förhandling begärs vid första samverkanstillfället
    När klockan blir 2027-03-19 09:30
    Och "Sofia Nyström" öppnar mötet med "LSG UT Norr" 2027-03-19
    Och behandlingen av "Längre öppettider" inleds på mötet med "LSG UT Norr" 2027-03-19
    Och "Ali Haddad" begär MBL-förhandling i "Längre öppettider" för "Kommunal"
    Så är spåret "MBL 11 Kommunal" i "Längre öppettider" "Förhandling pågår"

  Scenario: MBL-förhandling efter första samverkanstillfället avvisas
    När klockan blir 2027-03-19 09:30
    Och "Sofia Nyström" öppnar mötet med "LSG UT Norr" 2027-03-19
    Och behandlingen av "Längre öppettider" inleds på mötet med "LSG UT Norr" 2027-03-19
    Och "Sofia Nyström" avslutar mötet med "LSG UT Norr" 2027-03-19
    Så är spåret "LSG UT Norr" i "Längre öppettider" "Ajournerat"
    När "Ali Haddad" försöker begära MBL-förhandling i "Längre öppettider" för "Kommunal"
    Så avvisas det med "2027-03-19"

  Scenario: En punkt som bordläggs utan att öppnas är inget första samverkanstillfälle
    När klockan blir 2027-03-19 09:30
    Och "Sofia Nyström" öppnar mötet med "LSG UT Norr" 2027-03-19
    Och "Längre öppettider" bordläggs på mötet med "LSG UT Norr" 2027-03-19 till 2027-04-07 eftersom "Tiden räckte inte"
    Och "Sofia Nyström" avslutar mötet med "LSG UT Norr" 2027-03-19
    Så är spåret "LSG UT Norr" i "Längre öppettider" "Bordlagt"
    När klockan blir 2027-03-22 09:30
    Och "Ali Haddad" begär MBL-förhandling i "Längre öppettider" för "Kommunal"
    Så är spåret "MBL 11 Kommunal" i "Längre öppettider" "Förhandling pågår"

  Scenario: Avtalet låter begäran gälla hela ärendet
    Givet avtalet anger:
      | parameter          | värde       |
      | MBL-begäran gäller | hela ärendet |
    När "Ali Haddad" begär MBL-förhandling i "Längre öppettider" för "Kommunal"
    Så är spåret "MBL 11 Kommunal" i "Längre öppettider" "Förhandling pågår"
    Och är spåret "MBL 11 Sveriges Lärare" i "Längre öppettider" "Förhandling pågår"
    Och är spåret "LSG UT Norr" i "Längre öppettider" "Avslutat"
    När förhandlingen med "Kommunal" i "Längre öppettider" avslutas av "Sofia Nyström" genom "enighet"
    Så kan "Sofia Nyström" inte besluta i "Längre öppettider" eftersom "Sveriges Lärare"
    När förhandlingen med "Sveriges Lärare" i "Längre öppettider" avslutas av "Sofia Nyström" genom "enighet"
    Så kan "Sofia Nyström" besluta i "Längre öppettider"

  Scenario: Bara den som företräder organisationen kan begära för den
    När "Karin Dahl" försöker begära MBL-förhandling i "Längre öppettider" för "Kommunal"
    Så avvisas det
    När "Sofia Nyström" försöker begära MBL-förhandling i "Längre öppettider" för "Kommunal"
    Så avvisas det
    När "Karin Dahl" försöker avstå för "Kommunal" från central förhandling i "Längre öppettider"
    Så avvisas det
    Och har "Nils Öberg" inte fått e-post med ämnet "MBL-förhandling begärd: Längre öppettider"
