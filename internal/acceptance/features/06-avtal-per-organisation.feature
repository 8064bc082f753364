# language: sv
Egenskap: Samverkansavtalet gäller per organisation
  En organisation kan säga upp avtalet ensam. Den som står utanför på behandlingsdagen förhandlar arbetsgivaren med
  enligt MBL 11 §, medan de andras samverkan står kvar.

  Bakgrund:
    Givet organisationen "Älvsunda kommun" med samverkansavtal från 2027-01-01
    Och avtalet anger:
      | värde      | parameter                 |
      | krävs inte | riskbedömning före avslut |
    Och arbetstagarorganisationerna:
      | organisation | avtal till | kollektivavtal |
      | Kommunal     | 2027-03-31 |                |
      | Vision       |            | ja             |
      | Ledarna      |            | nej            |
    Och enheterna:
      | enhet           | chef        |
      | Vård och omsorg | Birgitta Ek |
    Och grupperna:
      | ordförande  | grupp  | enhet           | nivå |
      | Birgitta Ek | FSG VO | Vård och omsorg | FSG  |
    Och mandaten:
      | person        | roll                | organisation | grupp  |
      | Maria Sjöberg | facklig företrädare | Kommunal     | FSG VO |
      | Per Holm      | facklig företrädare | Vision       | FSG VO |
      | Nils Öberg    | förhandlingschef    |              |        |
    Och klockan är 2027-03-08 09:00
    Och "Birgitta Ek" skapar ärendet "Ny jourlinje":
      | fält            | värde                  |
      | enhet           | Vård och omsorg        |
      | kategori        | arbetstid              |
      | syfte           | Färre ensamma nätter   |
      | planerat beslut | 2027-04-30             |
      | beslutsfattare  | chef                   |
    Och APT-dialog om "Ny jourlinje" hålls på "Vård och omsorg" av "Birgitta Ek"
    Och "Birgitta Ek" lägger fram förslag 1 av "Ny jourlinje":
      """
      En gemensam jourlinje för hela förvaltningen från den 1 juni 2027.
      """
    Och "Birgitta Ek" fastställer samverkansplanen för "Ny jourlinje":
      | spår  | grupp  |
      | grupp | FSG VO |

  Scenario: Avtalet gäller ännu på behandlingsdagen
    När "Birgitta Ek" planerar mötet med "FSG VO" 2027-03-31 klockan 09:00
    Och "Birgitta Ek" sätter upp "Ny jourlinje" som "samverkan före beslut" på mötet med "FSG VO" 2027-03-31
    Så finns inte spåret "MBL 11 Kommunal" i "Ny jourlinje"

  Scenario: Avtalet har upphört på behandlingsdagen
    När "Birgitta Ek" planerar mötet med "FSG VO" 2027-04-07 klockan 09:00
    Och "Birgitta Ek" sätter upp "Ny jourlinje" som "samverkan före beslut" på mötet med "FSG VO" 2027-04-07
    Så är spåret "MBL 11 Kommunal" i "Ny jourlinje" "Planerat"
    När "Birgitta Ek" skickar kallelsen till mötet med "FSG VO" 2027-04-07
    Och "Birgitta Ek" skickar handlingarna till mötet med "FSG VO" 2027-04-07
    Och klockan blir 2027-04-07 09:00
    Och "Birgitta Ek" öppnar mötet med "FSG VO" 2027-04-07
    Och närvarande på mötet med "FSG VO" 2027-04-07 är:
      | person        | deltar   |
      | Birgitta Ek   | på plats |
      | Per Holm      | på plats |
      | Maria Sjöberg | på plats |
    Och behandlingen av "Ny jourlinje" inleds på mötet med "FSG VO" 2027-04-07
    Och "Maria Sjöberg" försöker ta ställning för "Kommunal" i "Ny jourlinje" som "enig"
    Så avvisas det
    När organisationerna tar ställning i "Ny jourlinje":
      | organisation | ställning | av       |
      | Vision       | enig      | Per Holm |
    Och "Birgitta Ek" förklarar samverkan om "Ny jourlinje" avslutad på mötet med "FSG VO" 2027-04-07
    Och "Birgitta Ek" avslutar mötet med "FSG VO" 2027-04-07
    Så är spåret "FSG VO" i "Ny jourlinje" "Fullgjord i enighet"
    Och är ärendet "Ny jourlinje" "Under samverkan"
    Och kan "Birgitta Ek" inte besluta i "Ny jourlinje" eftersom "Kommunal"
    När förhandlingen med "Kommunal" i "Ny jourlinje" avslutas av "Nils Öberg" genom "enighet"
    Så är spåret "MBL 11 Kommunal" i "Ny jourlinje" "Avslutat"
    Och är spåret "FSG VO" i "Ny jourlinje" "Fullgjord i enighet"
    Och är ärendet "Ny jourlinje" "Redo för beslut"
    Och kan "Birgitta Ek" besluta i "Ny jourlinje"

  Scenario: En förhandling enligt MBL 11 som slutar i oenighet öppnar fristen för den centrala
    När klockan blir 2027-04-05 09:00
    Och förhandlingen med "Kommunal" i "Ny jourlinje" avslutas av "Birgitta Ek" genom "oenighet"
    Så är spåret "MBL 11 Kommunal" i "Ny jourlinje" "Inväntar begäran"
    När klockan blir 2027-04-12 16:00
    Och "Maria Sjöberg" begär central förhandling i "Ny jourlinje" för "Kommunal"
    Så är spåret "Central förhandling Kommunal" i "Ny jourlinje" "Förhandling pågår"
    Och är ärendet "Ny jourlinje" "Central förhandling"

  Scenario: Avtalet sägs upp under ärendets gång
    Givet arbetstagarorganisationerna:
      | organisation | avtal till |
      | Vision       | 2027-04-06 |
    Och "Birgitta Ek" planerar mötet med "FSG VO" 2027-04-07 klockan 09:00
    När "Birgitta Ek" sätter upp "Ny jourlinje" som "samverkan före beslut" på mötet med "FSG VO" 2027-04-07
    Så är spåret "MBL 11 Vision" i "Ny jourlinje" "Planerat"
    Och är spåret "MBL 11 Kommunal" i "Ny jourlinje" "Planerat"

  Scenario: MBL 13 § med en organisation utan kollektivavtal
    När "Birgitta Ek" fastställer samverkansplanen för "Ny jourlinje":
      | spår   | grupp  | organisation |
      | grupp  | FSG VO |              |
      | MBL 13 |        | Ledarna      |
    Så är spåret "MBL 13 Ledarna" i "Ny jourlinje" "Planerat"
    Och kan "Birgitta Ek" inte besluta i "Ny jourlinje" eftersom "Ledarna"
    När förhandlingen med "Ledarna" i "Ny jourlinje" avslutas av "Birgitta Ek" genom "enighet"
    Så är spåret "MBL 13 Ledarna" i "Ny jourlinje" "Avslutat"
    Och kan "Birgitta Ek" inte besluta i "Ny jourlinje" eftersom "FSG VO"

  Scenario: MBL 38 § när utomstående ska utföra arbetet
    När "Birgitta Ek" skapar ärendet "Städningen läggs ut":
      | fält                      | värde             |
      | enhet                     | Vård och omsorg   |
      | kategori                  | organisation      |
      | syfte                     | Lägre kostnad     |
      | planerat beslut           | 2027-05-31        |
      | beslutsfattare            | chef              |
      | arbetsmiljö påverkas      | nej               |
      | utomstående utför arbetet | ja                |
    Och "Birgitta Ek" lägger fram förslag 1 av "Städningen läggs ut":
      """
      Ett företag städar lokalerna från den 1 september 2027.
      """
    Och "Birgitta Ek" fastställer samverkansplanen för "Städningen läggs ut":
      | spår  | grupp  |
      | grupp | FSG VO |
    Så kan "Birgitta Ek" inte besluta i "Städningen läggs ut" eftersom "MBL 38"
    När "Birgitta Ek" fastställer samverkansplanen för "Städningen läggs ut":
      | spår   | grupp  | organisation |
      | grupp  | FSG VO |              |
      | MBL 38 |        | Vision       |
    Så är spåret "MBL 38 Vision" i "Städningen läggs ut" "Planerat"
    Och kan "Birgitta Ek" inte besluta i "Städningen läggs ut" eftersom "Vision"
