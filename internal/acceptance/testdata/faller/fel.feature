# language: sv
Egenskap: Varje scenario här påstår något som inte är sant, och faller

  Bakgrund:
    Givet organisationen "Älvsunda kommun" med samverkansavtal från 2027-01-01
    Och avtalet anger:
      | parameter                 | värde      |
      | riskbedömning före avslut | krävs inte |
    Och arbetstagarorganisationerna:
      | organisation |
      | Kommunal     |
    Och enheterna:
      | enhet          | chef          |
      | Hemtjänst Väst | Amina Larsson |
    Och grupperna:
      | grupp       | nivå | enhet          | ordförande    |
      | LSG VO Väst | LSG  | Hemtjänst Väst | Amina Larsson |
    Och mandaten:
      | person        | roll                | organisation | grupp       |
      | Maria Sjöberg | facklig företrädare | Kommunal     | LSG VO Väst |
      | Hanna Ros     | HR                  |              |             |
    Och klockan är 2027-03-01 09:00
    Och "Amina Larsson" skapar ärendet "Nytt schema":
      | fält            | värde          |
      | enhet           | Hemtjänst Väst |
      | kategori        | arbetstid      |
      | syfte           | Återhämtning   |
      | planerat beslut | 2027-03-31     |
      | beslutsfattare  | chef           |
    Och APT-dialog om "Nytt schema" hålls på "Hemtjänst Väst" av "Amina Larsson"
    Och "Amina Larsson" lägger fram förslag 1 av "Nytt schema":
      """
      Sexveckorsschema.
      """
    Och "Amina Larsson" fastställer samverkansplanen för "Nytt schema":
      | spår  | grupp       |
      | grupp | LSG VO Väst |
    Och "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-03-17 klockan 13:00
    Och "Amina Larsson" sätter upp "Nytt schema" som "samverkan före beslut" på mötet med "LSG VO Väst" 2027-03-17
    Och "Amina Larsson" skickar kallelsen till mötet med "LSG VO Väst" 2027-03-17
    Och "Amina Larsson" skickar handlingarna till mötet med "LSG VO Väst" 2027-03-17

  Scenariomall: <påstående>
    Så <påstående>

    Exempel:
      | påstående                                                                |
      | är ärendet "Nytt schema" "Redo för beslut"                               |
      | är spåret "LSG VO Väst" i "Nytt schema" "Fullgjord i enighet"            |
      | är spåret "FSG VO" i "Nytt schema" "Planerat"                            |
      | kan "Amina Larsson" besluta i "Nytt schema"                              |
      | kan "Maria Sjöberg" besluta i "Nytt schema"                              |
      | kan "Amina Larsson" inte besluta i "Nytt schema" eftersom "Vårdförbundet" |
      | är tidigaste beslutsdag för "Nytt schema" 2027-03-18                     |
      | avvisas det                                                              |
      | varnas "Amina Larsson" med "dagar"                                       |
      | är mötet med "LSG VO Väst" 2027-03-17 "Kallat"                           |
      | är protokollet från mötet med "LSG VO Väst" 2027-03-17 "Utkast"          |
      | står "Nytt schema" i protokollet från mötet med "LSG VO Väst" 2027-03-17 |
      | ser "Amina Larsson" inte ärendet "Nytt schema"                           |
      | ser "Maria Sjöberg" inte ärendet "Nytt schema"                           |
      | ser "Okänd Person" ärendet "Nytt schema"                                 |
      | har "Maria Sjöberg" uppgiften "Fatta beslut"                             |
      | har "Maria Sjöberg" inte uppgiften "Läs handlingarna"                    |
      | har "Maria Sjöberg" fått e-post med ämnet "Handlingar"                   |
      | har "Amina Larsson" fått e-post med ämnet "Handlingar till LSG VO Öst 17 mars 2027" |
      | visar HR-översikten 0 "ärenden under samverkan" för "Hemtjänst Väst"     |
      | visar HR-översikten 1 "beslut som avviker" för "Hemtjänst Väst"          |
      | visar HR-översikten 0 "okända mått" för "Hemtjänst Väst"                 |
      | visar HR-översikten 0 "sena handlingar" för "Hemtjänst Öst"              |
      | innehåller händelseloggen för "Nytt schema" "Central förhandling"        |
      | "Amina Larsson" beslutar i "Nytt schema" enligt förslaget                |
      | "Maria Sjöberg" öppnar mötet med "LSG VO Väst" 2027-03-17                |
      | "Maria Sjöberg" begär central förhandling i "Nytt schema" för "Kommunal" |
      | "Hanna Ros" godkänner undantaget i "Nytt schema"                         |
      | ett steg som ingen har hört talas om                                     |

  Scenario: Det som lyckas avvisades inte
    När "Maria Sjöberg" försöker begära MBL-förhandling i "Nytt schema" för "Kommunal"
    Så avvisas det

  Scenario: Det avvisades av ett annat skäl
    När "Amina Larsson" försöker besluta i "Nytt schema"
    Så avvisas det med "Vårdförbundet"

  Scenario: Den som får besluta kan inte sägas vara hindrad
    När klockan blir 2027-03-17 13:00
    Och "Amina Larsson" öppnar mötet med "LSG VO Väst" 2027-03-17
    Och behandlingen av "Nytt schema" inleds på mötet med "LSG VO Väst" 2027-03-17
    Och organisationerna tar ställning i "Nytt schema":
      | organisation | ställning | av            |
      | Kommunal     | enig      | Maria Sjöberg |
    Och "Amina Larsson" förklarar samverkan om "Nytt schema" avslutad på mötet med "LSG VO Väst" 2027-03-17
    Och "Amina Larsson" avslutar mötet med "LSG VO Väst" 2027-03-17
    Så kan "Amina Larsson" inte besluta i "Nytt schema"

  Scenario: Det som står i protokollet kan inte sägas saknas
    När klockan blir 2027-03-17 13:00
    Och "Amina Larsson" öppnar mötet med "LSG VO Väst" 2027-03-17
    Och "Amina Larsson" avslutar mötet med "LSG VO Väst" 2027-03-17
    Så står inte "Nytt schema" i protokollet från mötet med "LSG VO Väst" 2027-03-17

  Scenario: Ett okänt tabellhuvud
    Givet enheterna:
      | enhet  | föreståndare |
      | Enhet  | Någon        |

  Scenario: En okänd parameter
    Givet avtalet anger:
      | parameter        | värde |
      | kallelse, veckor | 2     |

  Scenario: Fel nummer på förslaget
    När "Amina Larsson" lägger fram förslag 3 av "Nytt schema":
      """
      Åttaveckorsschema.
      """
